"""Sets of values: method.md §1.1."""

from fractions import Fraction as F

from duibiao.core.measure.interval import Interval


def test_an_upper_limit_is_inside_a_larger_upper_limit() -> None:
    """(−∞, 20] lies inside (−∞, 75], not conversely."""
    assert Interval(hi=F(20)).within(Interval(hi=F(75)))
    assert not Interval(hi=F(75)).within(Interval(hi=F(20)))


def test_an_open_bound_is_inside_the_closed_one() -> None:
    """(−∞, 20) lies inside (−∞, 20], not conversely: they differ in the end point only."""
    assert Interval(hi=F(20), hi_closed=False).within(Interval(hi=F(20)))
    assert not Interval(hi=F(20)).within(Interval(hi=F(20), hi_closed=False))
