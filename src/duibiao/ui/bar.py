"""The small bar: two sets of values on one scale, and the better direction. Geometry only."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from duibiao.core.measure.interval import Interval

WIDTH = 168
PADDING = Fraction(1, 4)


@dataclass(frozen=True, slots=True)
class Span:
    """One lane of the bar, in pixels; `open` ends run on to infinity and get an arrow head."""

    left: float
    right: float
    open_left: bool
    open_right: bool
    solid_left: bool
    solid_right: bool

    @property
    def width(self) -> float:
        """At least a visible sliver, for a single value."""
        return max(self.right - self.left, 2.0)


@dataclass(frozen=True, slots=True)
class Bar:
    """Both lanes and which way is better: left, right or inward."""

    declared: Span | None
    demanded: Span | None
    better: str
    width: int = WIDTH


BETTER = {"smaller_better": "left", "larger_better": "right", "range": "inward"}


def bar(declared: Interval | None, demanded: Interval | None, direction: str) -> Bar | None:
    """The bar of two sets in one unit, or None when neither has a bound to draw."""
    sets = [s for s in (declared, demanded) if s is not None and not s.is_everything]
    points = [p for s in sets for p in (s.lo, s.hi) if p is not None]
    if not points or direction not in BETTER:
        return None
    scale = _scale(min(points), max(points))
    return Bar(
        declared=_span(declared, scale) if declared else None,
        demanded=_span(demanded, scale) if demanded else None,
        better=BETTER[direction],
    )


def _scale(low: Fraction, high: Fraction) -> tuple[Fraction, Fraction]:
    """First and last value drawn: some air on both sides, but zero stays the wall it is."""
    room = (high - low) * PADDING or abs(high) * PADDING or Fraction(1)
    start = low - room
    if low >= 0 and start < 0:
        start = Fraction(0)
    return start, high + room


def _span(values: Interval, scale: tuple[Fraction, Fraction]) -> Span:
    start, end = scale

    def pixel(value: Fraction | None, otherwise: int) -> float:
        if value is None:
            return float(otherwise)
        return round(float((value - start) / (end - start)) * WIDTH, 1)

    return Span(
        left=pixel(values.lo, 0),
        right=pixel(values.hi, WIDTH),
        open_left=values.lo is None,
        open_right=values.hi is None,
        solid_left=values.lo is not None and values.lo_closed,
        solid_right=values.hi is not None and values.hi_closed,
    )
