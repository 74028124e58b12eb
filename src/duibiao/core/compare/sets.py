"""Inclusion of two sets on one axis: rows 9 to 13 of the decision table (method.md §1.2)."""

from __future__ import annotations

from dataclasses import dataclass

from duibiao.core.compare.options import Better
from duibiao.core.compare.relation import Flag, Relation, Rule
from duibiao.core.measure.interval import Interval


@dataclass(frozen=True, slots=True)
class Inclusion:
    """How one set lies to another, and by which row."""

    relation: Relation
    rule: Rule
    flags: frozenset[Flag] = frozenset()


def inclusion(a: Interval, b: Interval) -> Inclusion:
    """A against B: a function of the two pairs of bounds and nothing else."""
    a_in_b, b_in_a = a.within(b), b.within(a)
    if a_in_b and b_in_a:
        return Inclusion(Relation.EQUAL, Rule.SETS_EQUAL)
    if a_in_b or b_in_a:
        same_bounds = _closed(a).equals(_closed(b))
        flags = frozenset({Flag.BOUNDARY_ONLY}) if same_bounds else frozenset[Flag]()
        if a_in_b:
            return Inclusion(Relation.STRICTER, Rule.A_INSIDE_B, flags)
        return Inclusion(Relation.LOOSER, Rule.B_INSIDE_A, flags)
    apart = a.meet(b).is_empty
    flags = frozenset({Flag.DISJOINT}) if apart else frozenset[Flag]()
    return Inclusion(Relation.INCOMPARABLE, Rule.SETS_CROSS, flags)


def effective(values: Interval, domain: Interval) -> Interval:
    """The set without bounds that the domain already implies: [0, 20] of [0, ∞) is (−∞, 20].

    Inclusion inside the domain is the same as inclusion of effective sets.
    """
    if domain.within(values.without_high()):
        values = values.without_low()
    if domain.within(values.without_low()):
        values = values.without_high()
    return values


def quality_side(values: Interval, better: Better) -> Interval:
    """Only the side that limits quality (`directional`, row 9)."""
    if better is Better.LOW:
        return values.without_low()
    if better is Better.HIGH:
        return values.without_high()
    return values


def _closed(values: Interval) -> Interval:
    return Interval(values.lo, values.hi)
