"""A declaration against a whole scheme: one verdict per indicator, one outcome for the product.

Non-compensating (五(四)-隐3, (f) 14): the outcome follows from the indicators one by one; a surplus
on one never pays for a shortfall on another, and no score takes part.

Per indicator, over the benchmark standards that demand something:
- one of them surpasses the declaration → looser;
- the declaration surpasses all that could be compared → stricter; otherwise equal;
- none could be compared: pending, unless only the scheme's editors could change that; then the
  indicator is set aside, shown and counted, and does not hold up the enterprise;
- all silent → extra: reported, not scored (method.md §1.2 row 7).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from duibiao.core.compare.declaration import Declaration, DeclaredLine
from duibiao.core.compare.outcome import Finding, Outcome, decide
from duibiao.core.compare.reading import read_for
from duibiao.core.compare.relate import Options, relate
from duibiao.core.compare.relation import Flag, Relation
from duibiao.core.compare.scheme import Indicator, Scheme
from duibiao.core.compare.yardstick import Against, Cause, choose_case, measure_against
from duibiao.core.measure.requirement import Requirement, Terms


class Standing(StrEnum):
    """How an indicator takes part in the outcome."""

    DECIDED = "decided"
    PENDING = "pending"  # something the enterprise must supply
    EXTRA = "extra"  # no benchmark demands anything
    SET_ASIDE = "set_aside"  # the standards cannot be compared with each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The choices of a judgement, recorded with it."""

    horizon_months: int = 36  # (f) 11: three years, inclusive
    leading_min_share: Decimal = Decimal(0)  # share of stricter weight needed to lead
    limit_comparison: str = "full_value"  # GB/T 8170: full_value | rounded

    @property
    def options(self) -> Options:
        """What relate() needs of it."""
        return Options(limit_comparison=self.limit_comparison)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineVerdict:
    """One indicator: what was declared, against every clause, and what follows."""

    indicator: Indicator
    line: DeclaredLine | None
    declared: Requirement
    benchmarks: tuple[Against, ...]
    baseline: tuple[Against, ...]
    relation: Relation
    standing: Standing
    leads: bool | None = None  # inside the scheme's leading value; None where it sets none

    @property
    def below_baseline(self) -> bool:
        """Looser than a domestic standard in force: to be said aloud, whatever the outcome.
        Where the standard distinguishes cases, the case must be stated first."""
        return any(
            a.comparison.relation is Relation.LOOSER and Flag.PIECEWISE not in a.comparison.flags
            for a in self.baseline
        )

    @property
    def deciding(self) -> Against | None:
        """The clause that decided: the first with the line's relation, the worst gap first."""
        same = [a for a in self.benchmarks if a.comparison.relation is self.relation]
        return max(same, key=lambda a: a.comparison.gap_ratio or 0, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The result for one product, with everything it rests on."""

    scheme: Scheme
    declaration: Declaration
    policy: Policy
    lines: tuple[LineVerdict, ...]
    outcome: Outcome
    unmatched: tuple[DeclaredLine, ...] = field(default=())

    def standing(self, standing: Standing) -> tuple[LineVerdict, ...]:
        """The lines of one standing."""
        return tuple(line for line in self.lines if line.standing is standing)

    def shortfalls(self) -> tuple[LineVerdict, ...]:
        """Decided lines that are looser than a benchmark: the gaps (二-12)."""
        return tuple(
            line for line in self.standing(Standing.DECIDED) if line.relation is Relation.LOOSER
        )


def judge(scheme: Scheme, declaration: Declaration, policy: Policy | None = None) -> Judgement:
    """Judge a declaration against a scheme; every indicator of the scheme gets a line."""
    policy = policy or Policy()
    stated = {line.indicator_id: line for line in declaration.lines}
    lines = tuple(judge_line(i, stated.get(i.id), policy) for i in scheme.indicators)
    known = {indicator.id for indicator in scheme.indicators}
    return Judgement(
        scheme=scheme,
        declaration=declaration,
        policy=policy,
        lines=lines,
        outcome=outcome_of(lines, declaration, policy),
        unmatched=tuple(line for line in declaration.lines if line.indicator_id not in known),
    )


def judge_line(indicator: Indicator, line: DeclaredLine | None, policy: Policy) -> LineVerdict:
    """Judge one indicator."""
    declared = read_declared(indicator, line)
    options = policy.options
    benchmarks, baseline = (
        tuple(measure_against(indicator, declared, line, clause, options) for clause in clauses)
        for clauses in (indicator.benchmarks, indicator.baseline)
    )
    relation, standing = combine(benchmarks)
    return LineVerdict(
        indicator=indicator,
        line=line,
        declared=declared,
        benchmarks=benchmarks,
        baseline=baseline,
        relation=relation,
        standing=standing,
        leads=_leads(indicator, declared, line, options),
    )


def read_declared(indicator: Indicator, line: DeclaredLine | None) -> Requirement:
    """The declared text read in its own unit, else the indicator's, with the line's terms."""
    text = line.text if line else None
    unit = (line.unit if line else None) or indicator.unit or None
    found = read_for(text, unit=unit, direction=indicator.direction.value, scale=indicator.scale)
    if line is None:
        return found
    terms = found.terms
    stated = Terms(
        basis=line.basis or terms.basis,
        condition=terms.condition,
        method=line.method or terms.method,
        statistic=terms.statistic,
        edition=line.standard or terms.edition,
    )
    return Requirement(
        text=found.text, content=found.content, unit=found.unit, terms=stated, flags=found.flags
    )


def combine(benchmarks: tuple[Against, ...]) -> tuple[Relation, Standing]:
    """The indicator's relation from those to its benchmark standards."""
    demanding = [a for a in benchmarks if not a.clause.silent]
    if not demanding:
        return Relation.STRICTER, Standing.EXTRA
    relations = {a.comparison.relation for a in demanding if a.decided}
    if Relation.LOOSER in relations:
        return Relation.LOOSER, Standing.DECIDED
    if relations:
        all_stricter = relations == {Relation.STRICTER}
        return Relation.STRICTER if all_stricter else Relation.EQUAL, Standing.DECIDED
    pending = any(a.cause is Cause.ENTERPRISE for a in demanding)
    unknown = any(a.comparison.relation is Relation.UNKNOWN for a in demanding)
    return (
        Relation.UNKNOWN if unknown else Relation.INCOMPARABLE,
        Standing.PENDING if pending else Standing.SET_ASIDE,
    )


def outcome_of(lines: tuple[LineVerdict, ...], declaration: Declaration, policy: Policy) -> Outcome:
    """The four-way outcome of method.md §8 from the lines that take part."""
    findings = [
        Finding(
            relation=line.relation.value if line.standing is not Standing.EXTRA else "extra",
            weight=line.indicator.weight,
            key=line.indicator.key,
            leads=line.leads if line.indicator.core else None,
        )
        for line in lines
        if line.standing is not Standing.SET_ASIDE
    ]
    return decide(
        findings,
        plan=declaration.plan,
        horizon_months=policy.horizon_months,
        leading_min_share=policy.leading_min_share,
    )


def _leads(
    indicator: Indicator, declared: Requirement, line: DeclaredLine | None, options: Options
) -> bool | None:
    if indicator.leading is None:
        return None
    chosen = choose_case(declared, line.case if line else None)
    found = relate(chosen, indicator.leading, direction=indicator.direction.value, options=options)
    return found.relation in {Relation.STRICTER, Relation.EQUAL}
