"""Sets of values on one axis: the only place where bounds are compared.

method.md §1.1: a requirement is the set of values it admits. Bounds are exact (Fraction) in one
unit; equality removes float noise only (relative 1e-9, method.md §1.4 item 1).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

NOISE = Fraction(1, 10**9)


def same(a: Fraction, b: Fraction) -> bool:
    """Equal up to float noise: |a − b| ≤ 1e-9 · max(|a|, |b|)."""
    return abs(a - b) <= NOISE * max(abs(a), abs(b))


@dataclass(frozen=True, slots=True)
class Interval:
    """Values between two bounds; a bound of None is open to infinity."""

    lo: Fraction | None = None
    hi: Fraction | None = None
    lo_closed: bool = True
    hi_closed: bool = True

    @property
    def is_everything(self) -> bool:
        """No bound at all: the vacuous requirement."""
        return self.lo is None and self.hi is None

    @property
    def is_empty(self) -> bool:
        """No value satisfies it."""
        if self.lo is None or self.hi is None:
            return False
        if same(self.lo, self.hi):
            return not (self.lo_closed and self.hi_closed)
        return self.lo > self.hi

    @property
    def width(self) -> Fraction | None:
        """hi − lo, or None when a side is open."""
        return None if self.lo is None or self.hi is None else self.hi - self.lo

    def contains(self, value: Fraction) -> bool:
        """Is this value admitted?"""
        return Interval(value, value).within(self)

    def within(self, other: Interval) -> bool:
        """Is every value of this set also in `other`? (⊆)"""
        return self.is_empty or (_low_inside(self, other) and _high_inside(self, other))

    def equals(self, other: Interval) -> bool:
        """The same set of values."""
        return self.within(other) and other.within(self)

    def meet(self, other: Interval) -> Interval:
        """The values in both (∩)."""
        lo, lo_closed = _tighter(self.lo, self.lo_closed, other.lo, other.lo_closed, 1)
        hi, hi_closed = _tighter(self.hi, self.hi_closed, other.hi, other.hi_closed, -1)
        return Interval(lo, hi, lo_closed, hi_closed)

    def without_low(self) -> Interval:
        """Only the upper side."""
        return replace(self, lo=None, lo_closed=True)

    def without_high(self) -> Interval:
        """Only the lower side."""
        return replace(self, hi=None, hi_closed=True)


def _low_inside(a: Interval, b: Interval) -> bool:
    if b.lo is None:
        return True
    if a.lo is None:
        return False
    if same(a.lo, b.lo):
        return b.lo_closed or not a.lo_closed
    return a.lo > b.lo


def _high_inside(a: Interval, b: Interval) -> bool:
    if b.hi is None:
        return True
    if a.hi is None:
        return False
    if same(a.hi, b.hi):
        return b.hi_closed or not a.hi_closed
    return a.hi < b.hi


def _tighter(
    a: Fraction | None, a_closed: bool, b: Fraction | None, b_closed: bool, sign: int
) -> tuple[Fraction | None, bool]:
    """The stricter of two bounds; sign 1 for lower bounds, −1 for upper ones."""
    if a is None:
        return b, b_closed
    if b is None:
        return a, a_closed
    if same(a, b):
        return a, a_closed and b_closed
    return (a, a_closed) if sign * a > sign * b else (b, b_closed)
