"""Properties of the relation on generated requirements: it is a partial order of sets."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from duibiao.core.compare.relate import Options, relate
from duibiao.core.compare.relation import Relation
from duibiao.core.measure.requirement import Limits, Required, Requirement
from duibiao.core.measure.units import convert

INSIDE = {Relation.STRICTER, Relation.EQUAL}
TURNED = {Relation.STRICTER: Relation.LOOSER, Relation.LOOSER: Relation.STRICTER}
UNITS = ["mg/kg", "g/kg", "μg/kg", "kg/t"]


@st.composite
def requirements(draw: st.DrawFn, unit: str | None = "mg/kg") -> Requirement:
    """An upper limit, a lower limit, a range or a point, on few values so that ends meet."""
    low, high = sorted(draw(st.tuples(st.integers(0, 6), st.integers(0, 6))))
    sides = draw(st.sampled_from(["low", "high", "both"]))
    point = low == high and sides == "both"
    content = Limits(
        lo=None if sides == "high" else Decimal(low),
        hi=None if sides == "low" else Decimal(high),
        lo_closed=point or draw(st.booleans()),
        hi_closed=point or draw(st.booleans()),
    )
    return Requirement(text="", content=content, unit=unit)


@given(requirements())
def test_a_requirement_equals_itself(a: Requirement) -> None:
    """自反：自己与自己相同，差距为 0 或不可量。"""
    found = relate(a, a)
    assert found.relation is Relation.EQUAL
    assert not found.gap_ratio


@given(requirements(), requirements())
def test_swapping_the_sides_swaps_stricter_and_looser(a: Requirement, b: Requirement) -> None:
    """反对称：交换双方，严于与宽于互换，其余不变。"""
    there, back = relate(a, b).relation, relate(b, a).relation
    assert back is TURNED.get(there, there)
    if there in INSIDE and back in INSIDE:
        assert there is Relation.EQUAL


@given(requirements(), requirements(), requirements())
def test_inclusion_is_transitive(a: Requirement, b: Requirement, c: Requirement) -> None:
    """传递：A 不宽于 B，B 不宽于 C，则 A 不宽于 C；其中有一个严于，就是严于。"""
    first, second = relate(a, b).relation, relate(b, c).relation
    if {first, second} <= INSIDE:
        third = relate(a, c).relation
        expected = Relation.STRICTER if Relation.STRICTER in {first, second} else Relation.EQUAL
        assert third is expected


@given(requirements(), requirements(), st.sampled_from(UNITS))
def test_a_change_of_unit_never_changes_the_relation(
    a: Requirement, b: Requirement, unit: str
) -> None:
    """单位换算不改变关系，也不改变差距比。"""
    other = relate(in_unit(a, unit), b)
    same = relate(a, b)
    assert (other.relation, other.rule, other.flags) == (same.relation, same.rule, same.flags)
    assert (other.gap_ratio, other.side_gaps) == (same.gap_ratio, same.side_gaps)


@given(requirements(), requirements(), st.integers(0, 60))
def test_stricter_means_that_whatever_passes_a_passes_b(
    a: Requirement, b: Requirement, tenths: int
) -> None:
    """§1.1 的定义：符合 A 的产品值都符合 B。"""
    value = Decimal(tenths) / 10
    relation = relate(a, b).relation
    if relation in INSIDE and admits(a, value):
        assert admits(b, value)
    if relation in {Relation.LOOSER, Relation.EQUAL} and admits(b, value):
        assert admits(a, value)


@given(requirements(), requirements())
def test_the_rounded_value_method_keeps_the_order_at_one_precision(
    a: Requirement, b: Requirement
) -> None:
    """印出位数相同时，修约值比较不会把严的判成宽的。"""
    full = relate(a, b).relation
    rounded = relate(a, b, options=Options(limit_comparison="rounded")).relation
    if full in TURNED:
        assert rounded is not TURNED[full]


@given(requirements(), st.booleans())
def test_another_kind_is_never_stricter_or_looser(a: Requirement, yes: bool) -> None:
    """不同类的要求从不分严宽。"""
    other = Requirement(text="", content=Required(required=yes))
    assert relate(a, other).relation is Relation.INCOMPARABLE


def admits(requirement: Requirement, value: Decimal) -> bool:
    limits = requirement.content
    assert isinstance(limits, Limits)
    above = limits.lo is None or limits.lo < value or (limits.lo_closed and limits.lo == value)
    below = limits.hi is None or value < limits.hi or (limits.hi_closed and limits.hi == value)
    return above and below


def in_unit(requirement: Requirement, unit: str) -> Requirement:
    limits = requirement.content
    assert isinstance(limits, Limits)
    low, high = (
        None if x is None else exact(convert(x, requirement.unit or "", unit))
        for x in (limits.lo, limits.hi)
    )
    return replace(requirement, content=replace(limits, lo=low, hi=high), unit=unit)


def exact(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
