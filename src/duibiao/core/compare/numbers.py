"""Numbers against numbers: units, sets, domain, inclusion, gap (method.md §1.2 rows 4, 8 to 13)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from duibiao.core.compare.gap import Gap, gap_of_sets
from duibiao.core.compare.normal import (
    NOT_NEGATIVE,
    ONE,
    UnitsMeet,
    base_set,
    demands_absence,
    meet_units,
    relative_deviation,
    set_in,
    set_text,
    written_set,
)
from duibiao.core.compare.options import Better, Options
from duibiao.core.compare.ordinal import Found, sample_differs
from duibiao.core.compare.relation import Flag, Relation, Rule
from duibiao.core.compare.sets import effective, inclusion, quality_side
from duibiao.core.errors import Fact
from duibiao.core.measure.interval import Interval, same
from duibiao.core.measure.requirement import Grade, Limits, NotDetected, Requirement
from duibiao.core.measure.units import Unit, assumes_fraction_basis, to_base
from duibiao.core.measure.units import unit as find_unit

WITHOUT_RATIOS = {"interval", "level", "ordinal"}
_FRACTIONS = {"fraction", "number", "mass_fraction", "volume_fraction", "length_ratio"}
_GRADE = find_unit("级")


@dataclass(frozen=True, slots=True)
class Domain:
    """The values the quantity can have, in B's unit, and the quality side."""

    bounds: tuple[Decimal | None, Decimal | None] | None = None
    better: Better = Better.NEITHER

    def interval(self) -> Interval:
        """As a closed interval in B's unit."""
        low, high = self.bounds or (None, None)
        return Interval(
            None if low is None else Fraction(low), None if high is None else Fraction(high)
        )


def compare_numbers(a: Requirement, b: Requirement, domain: Domain, options: Options) -> Found:
    """A against B where both are about a number."""
    a, b = grade_units(a, b)
    units = meet_units(a, b)
    if units.needed or units.problem:
        return unit_differs(units)
    if _lod_missing(a) or _lod_missing(b):
        return _detection_limit_needed(a, b)
    if demands_absence(a.content) and demands_absence(b.content) and not units.one_sample:
        return sample_differs()
    if options.nominal_is_size and _sizes_differ(a, b, units):
        flags = frozenset({Flag.CONDITION_DIFFERS})
        return Found(relation=Relation.INCOMPARABLE, rule=Rule.CONDITION_DIFFERS, flags=flags)
    if options.compare_as == "relative_deviation":
        return _compare_deviations(a, b, units)
    rounded = options.limit_comparison == "rounded"
    better = _in_base(domain.better, units.b)
    set_a, set_b = (
        quality_side(
            base_set(written(side, rounded=rounded), unit),
            better if options.mode == "directional" else Better.NEITHER,
        )
        for side, unit in ((a, units.a), (b, units.b))
    )
    within = base_set(domain.interval(), units.b)
    if NotDetected in (type(a.content), type(b.content)):
        within = within.meet(NOT_NEGATIVE)
    found = _compare_sets(set_a, set_b, within, units)
    assumed = assumes_fraction_basis(units.a, units.b)
    flags = frozenset({Flag.FRACTION_BASIS_ASSUMED}) if assumed else frozenset[Flag]()
    return replace(found, flags=found.flags | flags)


def _compare_sets(a: Interval, b: Interval, domain: Interval, units: UnitsMeet) -> Found:
    """Two sets in the base unit inside the domain; the gap is told in B's unit."""
    impossible = tuple(
        name for name, x in (("value_a", a), ("value_b", b)) if x.meet(domain).is_empty
    )
    if impossible:
        return Found(
            relation=Relation.UNKNOWN,
            rule=Rule.NO_VALUE_POSSIBLE,
            flags=frozenset({Flag.DATA_MISSING}),
            needed=impossible,
        )
    limits_a, limits_b = effective(a, domain), effective(b, domain)
    found = inclusion(limits_a, limits_b)
    ratios = not WITHOUT_RATIOS & {units.a.scale, units.b.scale}
    gap = gap_of_sets(
        set_in(a.meet(domain), units.b), set_in(limits_b, units.b), found.relation, ratios=ratios
    )
    return Found(
        relation=found.relation,
        rule=found.rule,
        flags=found.flags,
        gap=gap,
        normal_a=set_text(a.meet(domain)),
        normal_b=set_text(b.meet(domain)),
        base_unit=units.b.base,
    )


def written(side: Requirement, *, rounded: bool) -> Interval:
    """The set of a number as printed, in its own unit; rounding concerns limits only."""
    content = side.content
    if not isinstance(content, (Limits, Grade, NotDetected)):
        raise TypeError(f"no number in {type(content).__name__}")
    return written_set(content, rounded=rounded and isinstance(content, Limits))


def grade_units(a: Requirement, b: Requirement) -> tuple[Requirement, Requirement]:
    """A numeric grade is counted in grades, whatever stands in its unit column; a bare number
    facing it is one too."""
    graded = [isinstance(side.content, Grade) for side in (a, b)]
    if not any(graded):
        return a, b
    return (
        replace(a, unit=_GRADE.text) if graded[0] or not a.unit else a,
        replace(b, unit=_GRADE.text) if graded[1] or not b.unit else b,
    )


def unit_differs(units: UnitsMeet) -> Found:
    """Row 4: the units do not go together, or one of them is missing or not known."""
    if units.needed:
        return Found(
            relation=Relation.UNKNOWN,
            rule=Rule.UNIT_UNKNOWN,
            flags=frozenset({Flag.DATA_MISSING}),
            needed=units.needed,
        )
    return Found(
        relation=Relation.INCOMPARABLE,
        rule=Rule.UNIT_INCOMMENSURABLE,
        flags=frozenset({Flag.UNIT_INCOMMENSURABLE}),
        needed=(units.problem.code,) if isinstance(units.problem, Fact) else (),
    )


def _lod_missing(side: Requirement) -> bool:
    content = side.content
    return isinstance(content, NotDetected) and content.detection_limit is None


def _detection_limit_needed(a: Requirement, b: Requirement) -> Found:
    """Row 8: 不得检出 without its detection limit is no number."""
    sides = (("detection_limit_a", a), ("detection_limit_b", b))
    return Found(
        relation=Relation.UNKNOWN,
        rule=Rule.LOD_MISSING,
        flags=frozenset({Flag.LOD_MISSING}),
        needed=tuple(name for name, side in sides if _lod_missing(side)),
    )


def _in_base(better: Better, unit: Unit) -> Better:
    """The quality side in the base unit: a reciprocal unit turns it round."""
    if not unit.inverse or better is Better.NEITHER:
        return better
    return Better.HIGH if better is Better.LOW else Better.LOW


def _sizes_differ(a: Requirement, b: Requirement, units: UnitsMeet) -> bool:
    nominals = [
        to_base(side.content.nominal, unit)
        for side, unit in ((a, units.a), (b, units.b))
        if isinstance(side.content, Limits) and side.content.nominal is not None
    ]
    return len(nominals) == 2 and not same(*nominals)


def _compare_deviations(a: Requirement, b: Requirement, units: UnitsMeet) -> Found:
    """Both as (limit − nominal)/nominal; a deviation stated in % already is one."""
    sets = [_deviation(side, unit) for side, unit in ((a, units.a), (b, units.b))]
    if sets[0] is None or sets[1] is None:
        needed = tuple(n for n, s in zip(("nominal_a", "nominal_b"), sets, strict=True) if not s)
        return Found(
            relation=Relation.UNKNOWN,
            rule=Rule.NOT_READ,
            flags=frozenset({Flag.DATA_MISSING}),
            needed=needed,
        )
    return _compare_sets(sets[0], sets[1], Interval(), UnitsMeet(ONE, ONE))


def _deviation(side: Requirement, unit: Unit) -> Interval | None:
    if not isinstance(side.content, Limits):
        return None
    if side.content.nominal is None and unit.kind in _FRACTIONS:
        return base_set(written_set(side.content), unit)
    return relative_deviation(side.content)


__all__ = ["Domain", "Gap", "compare_numbers", "unit_differs"]
