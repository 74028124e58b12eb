"""The sheet a person fills: one row an indicator, what was typed, what it was read as, and how it
stands against every standard. Pages, fragments and workbooks are all made from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from duibiao.core.compare.declaration import Declaration, DeclaredLine, Plan
from duibiao.core.compare.judge import Judgement, LineVerdict, Standing, judge
from duibiao.core.compare.one_unit import in_one_unit
from duibiao.core.compare.relation import Comparison
from duibiao.core.compare.scheme import Clause, Indicator, Scheme, StandardRef
from duibiao.core.compare.yardstick import Against
from duibiao.core.measure.requirement import Requirement
from duibiao.ui.bar import Bar, bar

MAX_TEXT = 500
MAX_MONTHS = 600
FIELDS = ("text", "unit", "method", "case", "basis")


@dataclass(frozen=True, slots=True)
class Cell:
    """One standard's demand for one indicator, and how the declaration relates to it."""

    clause: Clause
    against: Against | None

    @property
    def demanded(self) -> Requirement:
        """What applies: the chosen case, or the whole."""
        return self.against.comparison.b if self.against else self.clause.requirement


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator of the sheet."""

    number: int
    indicator: Indicator
    line: DeclaredLine
    verdict: LineVerdict | None  # None while nothing was typed: untouched is a state
    columns: tuple[tuple[Cell, ...], ...]  # one entry per standard of the sheet

    @property
    def touched(self) -> bool:
        """Has anything been typed here?"""
        return bool(self.line.text)

    @property
    def bar(self) -> Bar | None:
        """Declared and deciding demand on one scale."""
        comparison = self.deciding
        if comparison is None:
            return None
        sets = in_one_unit(comparison.a, comparison.b)
        return bar(*sets, self.indicator.direction.value) if sets else None

    @property
    def deciding(self) -> Comparison | None:
        """The comparison that stands for the row."""
        if self.verdict is None or self.verdict.standing is not Standing.DECIDED:
            return None
        deciding = self.verdict.deciding or next(
            (a for a in self.verdict.benchmarks if a.decided), None
        )
        return deciding.comparison if deciding else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """All rows under the standards that head the columns."""

    scheme: Scheme
    standards: tuple[StandardRef, ...]
    rows: tuple[Row, ...]
    judgement: Judgement | None  # None while the whole sheet is untouched

    @property
    def filled(self) -> int:
        """How many rows have a text."""
        return sum(row.touched for row in self.rows)

    @property
    def to_mend(self) -> int:
        """How many filled rows cannot be judged yet."""
        return sum(
            row.touched and row.verdict is not None and row.verdict.standing is Standing.PENDING
            for row in self.rows
        )


def sheet(scheme: Scheme, declaration: Declaration) -> Sheet:
    """The sheet of a declaration; nothing typed gives the empty sheet of the scheme."""
    lines = {line.indicator_id: line for line in declaration.lines}
    touched = any(line.text for line in declaration.lines)
    judgement = judge(scheme, declaration) if touched else None
    verdicts = {v.indicator.id: v for v in judgement.lines} if judgement else {}
    standards = (*scheme.benchmark_standards, *scheme.baseline_standards)
    rows = tuple(
        _row(number, indicator, lines.get(indicator.id), verdicts.get(indicator.id), standards)
        for number, indicator in enumerate(scheme.indicators, 1)
    )
    return Sheet(scheme, standards, rows, judgement)


def declaration_from_form(scheme: Scheme, posted: Mapping[str, str]) -> Declaration:
    """The declaration in a submitted grid: fields `text-3`, `unit-3`, … by row number."""
    lines = []
    for number, indicator in enumerate(scheme.indicators, 1):
        values = {
            name: posted.get(f"{name}-{number}", "").strip()[:MAX_TEXT] or None for name in FIELDS
        }
        lines.append(DeclaredLine(indicator_id=indicator.id, **values))
    return Declaration(lines=tuple(lines), product=scheme.product, plan=_plan(posted))


def _plan(posted: Mapping[str, str]) -> Plan | None:
    months = posted.get("plan_months", "").strip()
    if not months.isascii() or not months.isdigit() or not 0 < int(months[:4]) <= MAX_MONTHS:
        return None
    return Plan(feasible=True, months=int(months[:4]))


def _row(
    number: int,
    indicator: Indicator,
    line: DeclaredLine | None,
    verdict: LineVerdict | None,
    standards: tuple[StandardRef, ...],
) -> Row:
    line = line or DeclaredLine(indicator_id=indicator.id, text=None)
    if not line.text:
        verdict = None
    found = (*verdict.benchmarks, *verdict.baseline) if verdict else ()
    by_clause = {id(a.clause): a for a in found}
    clauses = (*indicator.benchmarks, *indicator.baseline)
    columns = tuple(
        tuple(Cell(c, by_clause.get(id(c))) for c in clauses if c.standard == s.number)
        for s in standards
    )
    return Row(number, indicator, line, verdict, columns)
