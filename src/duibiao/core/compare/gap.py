"""How far A falls short of B: method.md §1.3. Signed, positive = A falls short."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from duibiao.core.compare.relation import Flag, Relation, SideGaps
from duibiao.core.measure.interval import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """The gap as a ratio, as a difference, side by side, and the ratio of the limits."""

    gap_ratio: Fraction | None = None
    limit_ratio: Fraction | None = None
    abs_gap: Fraction | None = None
    side_gaps: SideGaps | None = None
    flags: frozenset[Flag] = frozenset()


def gap_of_sets(a: Interval, b: Interval, relation: Relation, *, ratios: bool) -> Gap:
    """The gap between two sets in B's unit.

    `a` is clipped to the domain; a side of `b` is None where B sets no limit. `ratios` is False
    on interval scales (℃) and levels (dB, pH): only differences mean something there.
    """
    if relation is Relation.INCOMPARABLE:
        return Gap(side_gaps=_side_gaps(a, b))
    if b.is_everything:
        return Gap()
    if b.lo is not None and b.hi is not None:
        return _gap(a.width, b.width, 1, ratios=ratios)
    if b.hi is not None:
        return _gap(a.hi, b.hi, 1, ratios=ratios)
    return _gap(a.lo, b.lo, -1, ratios=ratios)


def _gap(of_a: Fraction | None, of_b: Fraction | None, sign: int, *, ratios: bool) -> Gap:
    if of_a is None or of_b is None:
        return Gap(flags=frozenset({Flag.UNBOUNDED}))
    difference = sign * (of_a - of_b)
    if not ratios or not of_b:
        return Gap(abs_gap=difference, flags=frozenset({Flag.RATIO_NOT_MEANINGFUL}))
    return Gap(gap_ratio=difference / abs(of_b), limit_ratio=of_a / of_b, abs_gap=difference)


def _side_gaps(a: Interval, b: Interval) -> SideGaps | None:
    """(L_B − L_A)/W_B and (U_A − U_B)/W_B; None where a side of A is open or B has no width."""
    width = b.width
    if not width or b.lo is None or b.hi is None:
        return None
    return SideGaps(
        low=None if a.lo is None else (b.lo - a.lo) / width,
        high=None if a.hi is None else (a.hi - b.hi) / width,
    )
