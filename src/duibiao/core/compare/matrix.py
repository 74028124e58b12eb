"""One filing, many yardsticks (field.md §4 item 13): a product against any set of standards.

Rows are the declared indicators, columns the standards. A column depends on the filing and its
standard alone, so another column changes none beside it. What depends on several columns is kept
apart: the strictest of each row, by the engine's own relation. That is a partial order: several
cells may be strictest, equal to each other or not comparable.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from duibiao.core.compare.declaration import DeclaredLine
from duibiao.core.compare.filed import (
    DeclaredProduct,
    DeclaredValue,
    Meaning,
    Unplaced,
    line_of,
    meanings,
)
from duibiao.core.compare.judge import combine, read_declared
from duibiao.core.compare.relation import Relation
from duibiao.core.compare.scheme import Clause, Indicator, Scheme, StandardRef
from duibiao.core.compare.yardstick import Against, measure_against
from duibiao.core.measure.read import read
from duibiao.core.measure.requirement import FreeText, Requirement, Silent, Unread

OWN = "own"  # the key of the enterprise's own standard


class Absence(StrEnum):
    """Why a cell holds no requirement. Never zero, never "met"."""

    NOT_STATED = "not_stated"  # the standard is cited and says nothing of this indicator
    NOT_IN_SCHEME = "not_in_scheme"
    UNCERTAIN = "uncertain"
    REPEATED = "repeated"


class Summit(StrEnum):
    """How many cells of a row are strictest."""

    NONE = "none"
    ONE = "one"
    EQUAL = "equal"  # several, and they demand the same
    SEVERAL = "several"  # several, and none of them is above the others


@dataclass(frozen=True, slots=True, kw_only=True)
class Yardstick:
    """A standard as one scheme cites it."""

    key: str
    scheme: Scheme
    standard: StandardRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The declared value against a standard's demands, or why there are none."""

    against: tuple[Against, ...] = ()
    indicator: Indicator | None = None
    relation: Relation | None = None
    absence: Absence | None = None
    candidates: tuple[str, ...] = ()

    @property
    def deciding(self) -> Against | None:
        """The demand that decided: the first with the cell's relation, the worst gap first."""
        same = [a for a in self.against if a.comparison.relation is self.relation]
        return max(same, key=lambda a: a.comparison.gap_ratio or 0, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many of the compared lead, equal, trail or stay open; and how many say nothing."""

    stricter: int = 0
    equal: int = 0
    looser: int = 0
    undecided: int = 0
    absent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One standard over all declared indicators, by their keys."""

    yardstick: Yardstick
    cells: Mapping[str, Cell]

    @property
    def tally(self) -> Tally:
        """Whom the product leads here, and where it trails."""
        return count(self.cells.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Strictest:
    """The strictest cells of a row: keys of columns, or OWN."""

    keys: tuple[str, ...]
    summit: Summit


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Rows as declared, columns beside them, the strictest of each row."""

    product: DeclaredProduct
    columns: tuple[Column, ...]
    strictest: Mapping[str, Strictest]

    def row(self, key: str) -> tuple[Cell, ...]:
        """The cells of one declared indicator, in the columns' order."""
        return tuple(column.cells[key] for column in self.columns)


def matrix(product: DeclaredProduct, yardsticks: Sequence[Yardstick]) -> Matrix:
    """The product against the standards, in their order."""
    columns = tuple(column(product, yardstick) for yardstick in yardsticks)
    return Matrix(
        product=product,
        columns=columns,
        strictest={value.key: strictest(value, columns) for value in product.values},
    )


def column(product: DeclaredProduct, yardstick: Yardstick) -> Column:
    """One standard against everything declared."""
    found = meanings(yardstick.scheme, product)
    cells = {value.key: _cell(value, found[value.key], yardstick) for value in product.values}
    return Column(yardstick=yardstick, cells=cells)


def yardsticks_of(scheme: Scheme, key: str) -> tuple[Yardstick, ...]:
    """Every standard a scheme cites, the benchmarks first; keys number them in its own order."""
    ordered = (*scheme.benchmark_standards, *scheme.baseline_standards)
    return tuple(
        Yardstick(key=f"{key}.{n}", scheme=scheme, standard=one) for n, one in enumerate(ordered, 1)
    )


def speaks_of(yardstick: Yardstick, product: DeclaredProduct) -> bool:
    """Does the standard demand something of a declared indicator?"""
    found = meanings(yardstick.scheme, product).values()
    return any(
        not clause.silent
        for meant in found
        if meant.indicator
        for clause in _clauses(meant.indicator, yardstick)
    )


def count(cells: Iterable[Cell]) -> Tally:
    """The cells of a row or a column, counted; each is in exactly one figure."""
    found = list(cells)
    relations = [cell.relation for cell in found if cell.absence is None]
    decided = (Relation.STRICTER, Relation.EQUAL, Relation.LOOSER)
    return Tally(
        stricter=relations.count(Relation.STRICTER),
        equal=relations.count(Relation.EQUAL),
        looser=relations.count(Relation.LOOSER),
        undecided=sum(one not in decided for one in relations),
        absent=len(found) - len(relations),
    )


def strictest(value: DeclaredValue, columns: Sequence[Column]) -> Strictest:
    """The cells no other cell of the row is stricter than; the enterprise's own takes part."""
    rivals = list(_rivals(value, columns))
    above = [
        one
        for one in rivals
        if not any(_stricter(other, one) and not _stricter(one, other) for other in rivals)
    ]
    keys = tuple(one.key for one in above)
    if len(keys) <= 1:
        return Strictest(keys=keys, summit=Summit.ONE if keys else Summit.NONE)
    alike = all(_relation(one, above[0]) is Relation.EQUAL for one in above[1:])
    return Strictest(keys=keys, summit=Summit.EQUAL if alike else Summit.SEVERAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rival:
    """What stands in a row, as something to compare: its demand, and by whose rules."""

    key: str
    requirement: Requirement
    line: DeclaredLine | None
    indicator: Indicator | None = None
    clause: Clause | None = None


def _cell(value: DeclaredValue, meant: Meaning, yardstick: Yardstick) -> Cell:
    indicator = meant.indicator
    if indicator is None:
        absence = _ABSENT[meant.unplaced or Unplaced.NOT_IN_SCHEME]
        return Cell(absence=absence, candidates=meant.candidates)
    demands = [one for one in _clauses(indicator, yardstick) if not one.silent]
    if not demands:
        return Cell(indicator=indicator, absence=Absence.NOT_STATED)
    line = line_of(value, indicator)
    declared = read_declared(indicator, line)
    against = tuple(measure_against(indicator, declared, line, one) for one in demands)
    return Cell(indicator=indicator, against=against, relation=combine(against)[0])


_ABSENT = {
    Unplaced.NOT_IN_SCHEME: Absence.NOT_IN_SCHEME,
    Unplaced.UNCERTAIN: Absence.UNCERTAIN,
    Unplaced.REPEATED: Absence.REPEATED,
}


def _clauses(indicator: Indicator, yardstick: Yardstick) -> list[Clause]:
    number = yardstick.standard.number
    baseline = yardstick.standard.kind == "baseline"
    clauses = indicator.baseline if baseline else indicator.benchmarks
    return [clause for clause in clauses if clause.standard == number]


def _rivals(value: DeclaredValue, columns: Sequence[Column]) -> Iterable[_Rival]:
    """The cells of a row that can be ranked: what is only words, or not read, cannot."""
    placed = next(
        (c.cells[value.key].indicator for c in columns if c.cells[value.key].indicator), None
    )
    own = (
        read_declared(placed, line_of(value, placed))
        if placed
        else read(value.text, unit=value.unit)
    )
    if not isinstance(own.content, (Unread, FreeText, Silent)):
        line = line_of(value, placed) if placed else None
        yield _Rival(key=OWN, requirement=own, line=line)
    for one in columns:
        cell = one.cells[value.key]
        if cell.indicator is None or not cell.against or cell.against[0].clause.unread:
            continue
        clause = cell.against[0].clause
        line = DeclaredLine(
            indicator_id=cell.indicator.id,
            text=clause.requirement.text,
            method=cell.indicator.test_methods.get(clause.standard),
        )
        yield _Rival(
            key=one.yardstick.key,
            requirement=clause.requirement,
            line=line,
            indicator=cell.indicator,
            clause=clause,
        )


def _stricter(one: _Rival, other: _Rival) -> bool:
    return _relation(one, other) is Relation.STRICTER


def _relation(one: _Rival, other: _Rival) -> Relation:
    """How `one` stands to `other`, by the other's scheme; the own value has no scheme, so what
    is said of the other against it is turned round."""
    if one.key == other.key:
        return Relation.EQUAL
    if other.clause is None or other.indicator is None:
        return _TURNED.get(turned := _relation(other, one), turned)
    found = measure_against(other.indicator, one.requirement, one.line, other.clause)
    return found.comparison.relation


_TURNED = {Relation.STRICTER: Relation.LOOSER, Relation.LOOSER: Relation.STRICTER}
