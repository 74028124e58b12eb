"""GB/T 8170-2008: rounding off, and judging a measured value against a limit.

Rounding goes to a multiple of a step (修约间隔), once, straight from the value as measured:
rounding in several steps is forbidden (clause 3.3). A half goes to the even multiple (3.2, 3.4).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from duibiao.core.errors import Fact
from duibiao.core.measure.interval import Interval


@dataclass(eq=False)
class StepNotPositive(Fact):
    """A rounding step (修约间隔) must be above zero."""

    code: ClassVar[str] = "step_not_positive"
    step: str


def printed_step(limit: Decimal) -> Decimal:
    """The step a printed limit shows by its decimals: 0.50 → 0.01, 75 → 1 (clause 4.3.1)."""
    exponent = limit.as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0) if isinstance(exponent, int) else 0)


def round_to(value: Decimal | Fraction | int, step: Decimal) -> Decimal:
    """The multiple of `step` nearest to `value`; a half goes to the even multiple.

    Exact for any step above zero (0.1, 0.5, 5, 20); the result shows the step's decimals:
    60.25 by 0.5 → 60.0. Errors: step_not_positive. GB/T 8170-2008, 3.2 and 3.4.
    """
    multiple = round(Fraction(value) / _checked(step))
    exponent = printed_step(step).as_tuple().exponent
    result = Fraction(step) * multiple
    places = -exponent if isinstance(exponent, int) else 0
    scaled = int(result * 10**places)
    return Decimal((scaled < 0, tuple(int(d) for d in str(abs(scaled))), -places))


def _checked(step: Decimal) -> Fraction:
    if not step.is_finite() or step <= 0:
        raise StepNotPositive(step=str(step))
    return Fraction(step)


def conforms_in_full(measured: Decimal | Fraction, limits: Interval) -> bool:
    """全数值比较法: the measured value itself must lie within the limits (4.3.2)."""
    return limits.contains(Fraction(measured))


def conforms_rounded(measured: Decimal | Fraction, limits: Interval, step: Decimal) -> bool:
    """修约值比较法: the value, rounded once to the limit's step, must lie within (4.3.3)."""
    return limits.contains(Fraction(round_to(measured, step)))


def admitted_by_rounding(limits: Interval, step: Decimal) -> Interval:
    """All measured values that conform once rounded to `step`.

    ≤ 0.5 by 0.1 admits up to 0.55, ≤ 0.50 by 0.01 up to 0.505 (method.md §1.4 item 3). The end
    itself is in when the half goes back to the limit, that is when the limit is an even multiple.
    """
    width = _checked(step)
    lo, lo_closed = limits.lo, limits.lo_closed
    hi, hi_closed = limits.hi, limits.hi_closed
    if lo is not None:
        first = math.ceil(lo / width)
        first += first * width == lo and not lo_closed
        lo, lo_closed = (first - Fraction(1, 2)) * width, first % 2 == 0
    if hi is not None:
        last = math.floor(hi / width)
        last -= last * width == hi and not hi_closed
        hi, hi_closed = (last + Fraction(1, 2)) * width, last % 2 == 0
    return Interval(lo, hi, lo_closed, hi_closed)
