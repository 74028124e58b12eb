"""Both sides of a comparison as sets in one unit: what a bar draws and a score measures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from duibiao.core.compare.normal import base_set, meet_units, set_in, written_set
from duibiao.core.errors import Fact
from duibiao.core.measure.interval import Interval
from duibiao.core.measure.requirement import Grade, Limits, NotDetected, Requirement
from duibiao.core.measure.units import commensurable
from duibiao.core.measure.units import unit as find_unit

SHOWN_DIGITS = 10  # of a converted bound that has no finite decimal form


def in_one_unit(a: Requirement, b: Requirement) -> tuple[Interval, Interval] | None:
    """The sets of two numeric requirements in their base unit; None where they have none."""
    written = _written(a), _written(b)
    units = meet_units(a, b)
    if units.needed or units.problem or written[0] is None or written[1] is None:
        return None
    return base_set(written[0], units.a), base_set(written[1], units.b)


def restated(requirement: Requirement, unit: str) -> Requirement | None:
    """The same numeric requirement in another unit, for reading side by side; None where it has
    no numbers, the unit is its own, or no conversion exists."""
    written = _written(requirement)
    if written is None or not requirement.unit or not unit or requirement.unit == unit:
        return None
    try:
        own, other = find_unit(requirement.unit), find_unit(unit)
    except Fact:
        return None
    same_size = (own.factor, own.offset, own.inverse) == (other.factor, other.offset, other.inverse)
    if commensurable(own, other) is not None or same_size:
        return None
    values = set_in(base_set(written, own), other)
    limits = Limits(
        lo=_decimal(values.lo),
        hi=_decimal(values.hi),
        lo_closed=values.lo_closed,
        hi_closed=values.hi_closed,
    )
    return replace(requirement, content=limits, unit=unit)


def _decimal(value: Fraction | None) -> Decimal | None:
    if value is None:
        return None
    number = Decimal(value.numerator) / Decimal(value.denominator)
    exact = Fraction(number) == value
    return number if exact else Decimal(f"{number:.{SHOWN_DIGITS}g}")


def _written(requirement: Requirement) -> Interval | None:
    content = requirement.content
    if isinstance(content, Grade) and content.limits is None:
        return None
    if isinstance(content, NotDetected) and content.detection_limit is None:
        return None
    return written_set(content) if isinstance(content, (Limits, Grade, NotDetected)) else None
