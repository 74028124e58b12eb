"""relate(a, b): is the enterprise's requirement A stricter than the benchmark's B?

The decision table of method.md §1.2, in that order; the gap of §1.3. A partial order over sets:
incomparable and unknown are answers. Every kind of content against every other has an answer.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from duibiao.core.compare.gate import closed_by
from duibiao.core.compare.normal import base_set, meet_units, written_set
from duibiao.core.compare.numbers import Domain, compare_numbers, unit_differs
from duibiao.core.compare.options import Options, better_side
from duibiao.core.compare.ordinal import (
    Found,
    compare_booleans,
    compare_grades,
    compare_plans,
    compare_vectors,
    compare_words,
)
from duibiao.core.compare.piecewise import compare_pieces
from duibiao.core.compare.relation import Comparison, Flag, Relation, Rule
from duibiao.core.measure.requirement import (
    FreeText,
    Grade,
    GradeVector,
    Limits,
    NotDetected,
    Pieces,
    Required,
    Requirement,
    SamplingPlan,
    Silent,
    Unread,
)

__all__ = ["Options", "relate"]

_GATE_FLAGS = {
    Rule.CHARACTERISTIC_DIFFERS: Flag.CHARACTERISTIC_DIFFERS,
    Rule.CONDITION_DIFFERS: Flag.CONDITION_DIFFERS,
    Rule.METHOD_DIFFERS: Flag.METHOD_DIFFERS,
    Rule.STATISTIC_DIFFERS: Flag.STATISTIC_DIFFERS,
}
_DEFAULT = Options()


def relate(
    a: Requirement,
    b: Requirement,
    *,
    direction: str | None = None,
    domain: tuple[Decimal | None, Decimal | None] | None = None,
    options: Options = _DEFAULT,
) -> Comparison:
    """Compare A (enterprise) with B (benchmark).

    - direction: which way is better; decides only under `options.mode == "directional"`.
    - domain: the natural domain [lo, hi] of the quantity in B's unit (A's where B has none).
    Errors: option_unknown for a direction that is none.
    """
    found = _decide(a, b, Domain(domain, better_side(direction)), options)
    return Comparison(
        a=a,
        b=b,
        relation=found.relation,
        rule=found.rule,
        flags=found.flags | found.gap.flags,
        gap_ratio=found.gap.gap_ratio,
        limit_ratio=found.gap.limit_ratio,
        abs_gap=found.gap.abs_gap,
        side_gaps=found.gap.side_gaps,
        normal_a=found.normal_a,
        normal_b=found.normal_b,
        base_unit=found.base_unit,
        needed=found.needed,
    )


def _decide(a: Requirement, b: Requirement, domain: Domain, options: Options) -> Found:
    """The decision table: the first row that applies decides."""
    return (
        _not_read(a, b)
        or _gate(a, b, options)
        or _silence(a, b, domain)
        or _compare(a, b, domain, options)
    )


def _not_read(a: Requirement, b: Requirement) -> Found | None:
    """Row 1: a side that was not read leaves the relation unknown."""
    sides = (("value_a", a), ("value_b", b))
    needed = tuple(name for name, side in sides if isinstance(side.content, Unread))
    if not needed:
        return None
    return Found(
        relation=Relation.UNKNOWN,
        rule=Rule.NOT_READ,
        flags=frozenset({Flag.DATA_MISSING}),
        needed=needed,
    )


def _gate(a: Requirement, b: Requirement, options: Options) -> Found | None:
    """Rows 2 and 3, and before them the characteristic and its condition."""
    rule = closed_by(a.terms, b.terms, options)
    if rule is None:
        return None
    return Found(relation=Relation.INCOMPARABLE, rule=rule, flags=frozenset({_GATE_FLAGS[rule]}))


def _silence(a: Requirement, b: Requirement, domain: Domain) -> Found | None:
    """Rows 6 and 7: one side states no requirement. What admits everything is vacuous too."""
    silent_a, silent_b = (isinstance(side.content, Silent) for side in (a, b))
    if not (silent_a or silent_b):
        return None
    unit = b.unit or a.unit
    if _vacuous(a, domain, unit) and _vacuous(b, domain, unit):
        rule = Rule.BOTH_SILENT if silent_a and silent_b else Rule.SETS_EQUAL
        return Found(relation=Relation.EQUAL, rule=rule)
    if silent_a:
        flags = frozenset({Flag.MISSING_IN_A, Flag.UNBOUNDED})
        return Found(relation=Relation.LOOSER, rule=Rule.MISSING_IN_A, flags=flags)
    return Found(
        relation=Relation.STRICTER,
        rule=Rule.MISSING_IN_B,
        flags=frozenset({Flag.MISSING_IN_B}),
    )


def _vacuous(requirement: Requirement, domain: Domain, unit: str | None) -> bool:
    """Does it admit every value of the domain, which is told in `unit`?"""
    content = requirement.content
    match content:
        case Silent():
            return True
        case Required():
            return not content.required
        case Limits():
            return _admits_domain(requirement, content, domain, unit)
        case GradeVector():
            return not any(content.grades)
        case Pieces():
            return all(_vacuous(item.requirement, domain, unit) for item in content.items)
        case _:
            return False


def _admits_domain(
    requirement: Requirement, content: Limits, domain: Domain, unit: str | None
) -> bool:
    if domain.bounds is None:
        return content.lo is None and content.hi is None
    units = meet_units(requirement, replace(requirement, unit=unit or requirement.unit))
    if units.needed or units.problem:
        return False
    return base_set(domain.interval(), units.b).within(base_set(written_set(content), units.a))


def _compare(a: Requirement, b: Requirement, domain: Domain, options: Options) -> Found:
    """Rows 4, 5 and 8 to 13, by what the two sides demand."""
    if isinstance(a.content, Pieces) or isinstance(b.content, Pieces):
        return compare_pieces(a, b, lambda x, y: _decide(x, y, domain, options))
    match a.content, b.content:
        case (Grade(limits=None) as x, Grade(limits=None) as y):
            return compare_grades(x, y, options)
        case (GradeVector() as x, GradeVector() as y):
            return compare_vectors(x, y)
        case (Required() as x, Required() as y):
            return compare_booleans(x, y)
        case (SamplingPlan() as x, SamplingPlan() as y):
            return _plans(a, x, b, y)
        case (FreeText(), FreeText()):
            return compare_words(a.text, b.text)
    if _is_number(a) and _is_number(b):
        return compare_numbers(a, b, domain, options)
    return Found(
        relation=Relation.INCOMPARABLE,
        rule=Rule.KIND_DIFFERS,
        flags=frozenset({Flag.SCALE_DIFFERS}),
    )


def _plans(a: Requirement, x: SamplingPlan, b: Requirement, y: SamplingPlan) -> Found:
    units = meet_units(a, b)
    if units.needed or units.problem:
        return unit_differs(units)
    return compare_plans(x, y, units)


def _is_number(requirement: Requirement) -> bool:
    """A number, a detection limit, or a grade that is a number (4-5级 = 4.5)."""
    content = requirement.content
    if isinstance(content, Grade):
        return content.limits is not None
    return isinstance(content, (Limits, NotDetected))
