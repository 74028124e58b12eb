"""A requirement about a number as a set of values: in its unit as written, then in the base unit.

method.md §1.1 (the set of each kind) and §1.4 item 3 (GB/T 8170-2008, 4.3: rounded-value method).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from duibiao.core.compare.gate import fold
from duibiao.core.errors import Fact
from duibiao.core.measure.interval import Interval, same
from duibiao.core.measure.requirement import Grade, Limits, NotDetected, Requirement
from duibiao.core.measure.rounding import admitted_by_rounding, printed_step
from duibiao.core.measure.units import Unit, commensurable, from_base, to_base
from duibiao.core.measure.units import unit as find_unit

NOT_NEGATIVE = Interval(lo=Fraction(0))
ONE = find_unit(None)
_PER_SAMPLE = {"[mass]^-1", "[length]^-3", "[length]^-2"}  # CFU/g, /25 g, MPN/100 mL, /cm²


def written_set(content: Limits | Grade | NotDetected, *, rounded: bool = False) -> Interval:
    """The values admitted, in the unit as written.

    Not detected with limit d is [0, d): exactly as strict as its d; with limit 0, the absence in a
    counted sample (不得检出/25 g), it is {0}. A grade needs its `limits`.
    `rounded`: the values whose rounding to the printed place meets the limit.
    """
    if isinstance(content, NotDetected):
        limit = content.detection_limit
        top = None if limit is None else Fraction(limit)
        return Interval(Fraction(0), top, True, top == 0)
    limits = content if isinstance(content, Limits) else content.limits
    limits = limits or Limits()
    return _admitted_when_rounded(limits) if rounded else _exact(limits)


def _exact(limits: Limits) -> Interval:
    low, high = (None if x is None else Fraction(x) for x in (limits.lo, limits.hi))
    return Interval(low, high, limits.lo_closed, limits.hi_closed)


def _admitted_when_rounded(limits: Limits) -> Interval:
    """Each limit at its own last printed place: ≤0.5 admits up to 0.55, ≤0.50 up to 0.505."""
    whole = _exact(limits)
    if limits.lo is not None:
        low = admitted_by_rounding(whole.without_high(), printed_step(limits.lo))
        whole = replace(whole, lo=low.lo, lo_closed=low.lo_closed)
    if limits.hi is not None:
        high = admitted_by_rounding(whole.without_low(), printed_step(limits.hi))
        whole = replace(whole, hi=high.hi, hi_closed=high.hi_closed)
    return whole


def relative_deviation(limits: Limits) -> Interval | None:
    """The limits of n ± t as shares of n: (limit − n)/n; None without a nominal, or n = 0."""
    if not limits.nominal:
        return None
    n = Fraction(limits.nominal)
    low, high = (None if x is None else (Fraction(x) - n) / abs(n) for x in (limits.lo, limits.hi))
    return Interval(low, high, limits.lo_closed, limits.hi_closed)


def base_set(values: Interval, unit: Unit) -> Interval:
    """The same set in the base unit; a reciprocal unit (mpg) turns the ends round."""
    if not unit.inverse:
        low, high = (None if x is None else to_base(x, unit) for x in (values.lo, values.hi))
        return Interval(low, high, values.lo_closed, values.hi_closed)
    low, high = (to_base(x, unit) if x else None for x in (values.hi, values.lo))
    return Interval(low, high, values.hi_closed, values.lo_closed)


def set_in(values: Interval, unit: Unit) -> Interval:
    """A set in the base unit back in `unit`."""
    ends = (values.hi, values.lo) if unit.inverse else (values.lo, values.hi)
    low, high = (
        None if x is None or (unit.inverse and not x) else from_base(x, unit) for x in ends
    )
    closed = (values.lo_closed, values.hi_closed)
    return Interval(low, high, *(closed[::-1] if unit.inverse else closed))


def set_text(values: Interval) -> str:
    """The set in mathematical notation: (-inf, 1/50000]."""
    low = "(-inf" if values.lo is None else f"{'[' if values.lo_closed else '('}{_text(values.lo)}"
    high = "inf)" if values.hi is None else f"{_text(values.hi)}{']' if values.hi_closed else ')'}"
    return f"{low}, {high}"


def _text(value: Fraction) -> str:
    """A finite decimal where there is one, else the fraction."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return str(value)
    digits = next(
        n for n in range(value.denominator.bit_length() + 1) if 10**n % value.denominator == 0
    )
    return format(Decimal(int(value * 10**digits)).scaleb(-digits), "f")


def demands_absence(content: object) -> bool:
    """Is zero the only value admitted: none found in the sample?"""
    if isinstance(content, NotDetected):
        return content.detection_limit == 0
    return isinstance(content, Limits) and content.hi == 0 and content.lo in (None, 0)


@dataclass(frozen=True, slots=True)
class UnitsMeet:
    """The units of both sides; or what is missing; or why they do not go together."""

    a: Unit = ONE
    b: Unit = ONE
    needed: tuple[str, ...] = ()
    problem: Fact | None = None

    @property
    def one_sample(self) -> bool:
        """Are things counted in one amount of sample on both sides (not per 25 g and per 10 g)?"""
        return self.b.dimension not in _PER_SAMPLE or same(self.a.factor, self.b.factor)


def meet_units(a: Requirement, b: Requirement) -> UnitsMeet:
    """Can the units be compared? One unit text on both sides always can, known or not."""
    try:
        unit_a, unit_b = find_unit(a.unit), find_unit(b.unit)
    except Fact:
        return _unknown_unit(a, b)
    problem = commensurable(unit_a, unit_b)
    if problem and not (a.unit and b.unit):
        missing = "unit_b" if a.unit else "unit_a"
        return UnitsMeet(needed=(missing,))
    return UnitsMeet(unit_a, unit_b, problem=problem)


def _unknown_unit(a: Requirement, b: Requirement) -> UnitsMeet:
    if a.unit and b.unit and fold(a.unit) == fold(b.unit):
        return UnitsMeet()
    needed = [f"unit_{name}" for name, side in (("a", a), ("b", b)) if not _known(side.unit)]
    return UnitsMeet(needed=tuple(needed))


def _known(text: str | None) -> bool:
    try:
        find_unit(text)
    except Fact:
        return False
    return True
