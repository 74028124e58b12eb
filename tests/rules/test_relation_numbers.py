"""Numbers: which limit is the stricter one, and by how much (method.md §1.1–§1.5)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction as F

import pytest

from duibiao.core.compare.relate import Options, relate
from duibiao.core.compare.relation import Flag, Relation, Rule, SideGaps
from duibiao.core.measure.read import read
from duibiao.core.measure.requirement import Requirement
from tests.rules.stated import above, at_least, at_most, below, between, nominal, not_detected

STRICTER, EQUAL, LOOSER = Relation.STRICTER, Relation.EQUAL, Relation.LOOSER
INCOMPARABLE, UNKNOWN = Relation.INCOMPARABLE, Relation.UNKNOWN
D = Decimal


@pytest.mark.clause("五(四)-隐1")
@pytest.mark.parametrize(
    ("a", "b", "relation", "gap", "ratio"),
    [
        pytest.param(at_most("20"), at_most("75"), STRICTER, F(-11, 15), F(4, 15), id="上限更低"),
        pytest.param(at_most("75"), at_most("20"), LOOSER, F(11, 4), F(15, 4), id="上限更高"),
        pytest.param(at_most("0.05"), at_most("0.06"), STRICTER, F(-1, 6), F(5, 6), id="0.05:0.06"),
        pytest.param(at_least("90"), at_least("80"), STRICTER, F(-1, 8), F(9, 8), id="下限更高"),
        pytest.param(at_least("72"), at_least("80"), LOOSER, F(1, 10), F(9, 10), id="下限更低"),
        pytest.param(at_most("-10"), at_most("-5"), STRICTER, F(-1), F(2), id="负的上限除以绝对值"),
        pytest.param(
            between("4.0", "7.5"), between("4.0", "8.5"), STRICTER, F(-2, 9), F(7, 9), id="区间更窄"
        ),
        pytest.param(between("3", "9"), between("4", "8"), LOOSER, F(1, 2), F(3, 2), id="区间更宽"),
        pytest.param(
            nominal("10", "0.1", "0.1"), nominal("10", "0.2", "0.2"), STRICTER, F(-1, 2), F(1, 2),
            id="公差减半",
        ),
        pytest.param(
            nominal("10", "0.2", "0"), nominal("10", "0.2", "0.2"), STRICTER, F(-1, 2), F(1, 2),
            id="不对称公差",
        ),
        pytest.param(
            between("2", "8"), at_most("10"), STRICTER, F(-1, 5), F(4, 5), id="对方只限一侧"
        ),
        pytest.param(
            not_detected("0.01"), not_detected("0.02"), STRICTER, F(-1, 2), F(1, 2), id="检出限更低"
        ),
        pytest.param(
            not_detected("0.05"), at_most("0.02"), LOOSER, F(3, 2), F(5, 2), id="检出限高于限值"
        ),
    ],
)  # fmt: skip
def test_the_smaller_set_is_the_stricter_requirement(
    a: Requirement, b: Requirement, relation: Relation, gap: F, ratio: F
) -> None:
    """§1.1、§1.3：A 允许的值都被 B 允许，A 严于 B。差距带符号，正数表示企业不足。"""
    found = relate(a, b)
    assert (found.relation, found.gap_ratio, found.limit_ratio) == (relation, gap, ratio)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        pytest.param(below("20"), at_most("20"), STRICTER, id="< 严于 ≤"),
        pytest.param(at_most("20"), below("20"), LOOSER, id="≤ 宽于 <"),
        pytest.param(above("5"), at_least("5"), STRICTER, id="> 严于 ≥"),
        pytest.param(not_detected("0.01"), at_most("0.01"), STRICTER, id="未检出[0,d) 严于 ≤d"),
        pytest.param(
            between("1", "2", high_closed=False), between("1", "2"), STRICTER, id="半开区间"
        ),
    ],
)
def test_an_open_end_point_differs_from_a_closed_one(
    a: Requirement, b: Requirement, relation: Relation
) -> None:
    """§1.2 第 11、12 行：只差端点，照样分严宽，差距为 0，并标明只差端点。"""
    found = relate(a, b)
    assert found.relation is relation
    assert found.gap_ratio == 0
    assert found.flags == {Flag.BOUNDARY_ONLY}


def test_not_detected_is_exactly_as_strict_as_its_detection_limit() -> None:
    """§1.1：未检出 = [0, d)，与 <d 相同；不当作 0（§1.5）。"""
    assert relate(not_detected("0.01", "mg/kg"), below("0.01", "mg/kg")).relation is EQUAL


def test_absence_is_counted_in_a_stated_sample() -> None:
    """“不得检出/25 g”只容 0；取样量不同是不同的试验，不能说哪个严（microbiology，n/25 g）。"""
    in_25g, in_10g = not_detected("0", "/25g"), not_detected("0", "/10g")
    assert relate(in_25g, not_detected("0", "CFU/25g")).relation is EQUAL
    assert relate(in_25g, at_most("1", "/25g")).relation is STRICTER
    found = relate(in_25g, in_10g)
    assert (found.relation, found.rule) == (INCOMPARABLE, Rule.METHOD_DIFFERS)
    assert relate(at_most("0", "mg/kg"), at_most("0", "g/kg")).relation is EQUAL


@pytest.mark.parametrize("other", [at_most("0.01", "mg/kg"), not_detected("0.01", "mg/kg")])
def test_not_detected_without_a_limit_is_undecided(other: Requirement) -> None:
    """§1.2 第 8 行：没有检出限的“不得检出”对数值：待定，并说缺哪一方的检出限。"""
    found = relate(not_detected(None, "mg/kg"), other)
    assert (found.relation, found.rule) == (UNKNOWN, Rule.LOD_MISSING)
    assert found.needed == ("detection_limit_a",)
    assert found.flags == {Flag.LOD_MISSING}


@pytest.mark.parametrize(
    ("a", "b", "sides", "disjoint"),
    [
        pytest.param(
            nominal("10.2", "0.1", "0.1"), nominal("10", "0.2", "0.2"),
            SideGaps(low=F(-3, 4), high=F(1, 4)), False, id="10.2±0.1 对 10±0.2",
        ),
        pytest.param(
            between("1", "3"), between("2", "4"), SideGaps(low=F(1, 2), high=F(-1, 2)), False,
            id="宽度相等不是相同",
        ),
        pytest.param(between("1", "2"), between("3", "4"), SideGaps(low=F(2), high=F(-2)), True,
                     id="没有共同值"),
        pytest.param(at_most("20"), at_least("10"), None, False, id="上限对下限"),
        pytest.param(below("5"), at_least("5"), None, True, id="端点也不共有"),
    ],
)  # fmt: skip
def test_crossing_sets_are_incomparable_with_both_side_gaps(
    a: Requirement, b: Requirement, sides: SideGaps | None, disjoint: bool
) -> None:
    """§1.2 第 13 行、§1.5：互不包含就是不可比，给出两侧差距；无共同值另行标明。"""
    found = relate(a, b)
    assert (found.relation, found.rule) == (INCOMPARABLE, Rule.SETS_CROSS)
    assert found.side_gaps == sides
    assert found.gap_ratio is None
    assert (Flag.DISJOINT in found.flags) is disjoint


@pytest.mark.parametrize(
    ("a", "b", "relation", "gap"),
    [
        pytest.param(at_most("1", "in"), at_most("25.4", "mm"), EQUAL, F(0), id="1in=25.4mm"),
        pytest.param(at_most("0.5", "g/kg"), at_most("500", "mg/kg"), EQUAL, F(0), id="g/kg"),
        pytest.param(at_most("0.05", "mg/L"), at_most("100", "μg/L"), STRICTER, F(-1, 2), id="μg"),
        pytest.param(
            at_least("40", "km/L"), at_most("5", "L/100km"), STRICTER, F(-1, 2), id="km/L 反向"
        ),
        pytest.param(
            at_most("5", "L/100km"), at_least("25", "km/L"), LOOSER, F(1, 5), id="对方用 km/L"
        ),
    ],
)
def test_units_are_converted_exactly_and_reciprocal_units_turn_the_direction(
    a: Requirement, b: Requirement, relation: Relation, gap: F
) -> None:
    """§1.4 第 1 条、§1.5：换算用有理数；每升公里数与百公里油耗方向相反。"""
    found = relate(a, b)
    assert (found.relation, found.gap_ratio) == (relation, gap)


@pytest.mark.parametrize(
    ("a", "b", "relation", "abs_gap"),
    [
        pytest.param(at_most("-18", "℃"), at_most("-15", "℃"), STRICTER, F(-3), id="摄氏度"),
        pytest.param(at_most("85", "℃"), at_most("194", "℉"), STRICTER, F(-9), id="对方用华氏度"),
        pytest.param(at_most("55", "dB(A)"), at_most("60", "dB(A)"), STRICTER, F(-5), id="分贝"),
        pytest.param(at_most("8.5", "pH"), at_most("7.5", "pH"), LOOSER, F(1), id="pH限值"),
        pytest.param(at_most("5", "mg"), at_most("0", "mg"), LOOSER, F(5), id="对方限值为0"),
        pytest.param(
            between("10", "20"), between("15", "15"), LOOSER, F(10), id="对方是一个点，宽度为0"
        ),
    ],
)
def test_a_ratio_is_withheld_where_it_means_nothing(
    a: Requirement, b: Requirement, relation: Relation, abs_gap: F
) -> None:
    """§1.3、§1.5：摄氏度、分贝、pH、零限值不算比值，给差值（用对标标准的单位）。"""
    found = relate(a, b)
    assert (found.relation, found.gap_ratio, found.limit_ratio) == (relation, None, None)
    assert found.abs_gap == abs_gap
    assert Flag.RATIO_NOT_MEANINGFUL in found.flags


def test_an_open_side_facing_a_limit_is_unbounded() -> None:
    """§1.3：企业这一侧没有限值，差距无界，不给数字。"""
    found = relate(at_least("5"), between("5", "10"))
    assert found.relation is LOOSER
    assert found.flags == {Flag.UNBOUNDED}
    assert (found.gap_ratio, found.abs_gap) == (None, None)


@pytest.mark.parametrize(
    ("a", "b", "problem"),
    [
        pytest.param(at_most("1", "mg/kg"), at_most("1", "mg/L"), "incommensurable", id="不猜密度"),
        pytest.param(at_most("1", "g"), at_most("1", "mol"), "needs_molar_mass", id="不猜摩尔质量"),
        pytest.param(
            at_most("1", "dB(A)"), at_most("1", "dB(C)"), "different_weighting", id="计权"
        ),
        pytest.param(
            at_least("60", "HRC"), at_least("600", "HV"), "no_functional_relation", id="硬度"
        ),
    ],
)
def test_units_that_do_not_convert_are_incomparable(
    a: Requirement, b: Requirement, problem: str
) -> None:
    """§1.2 第 4 行：不是同一种量，不可比；从不猜密度或摩尔质量。"""
    found = relate(a, b)
    assert (found.relation, found.rule) == (INCOMPARABLE, Rule.UNIT_INCOMMENSURABLE)
    assert found.flags == {Flag.UNIT_INCOMMENSURABLE}
    assert found.needed == (problem,)


def test_a_unit_not_stated_or_not_known_is_asked_for() -> None:
    """缺单位就问单位，不当作相同（§1.5）；双方写着同一个不认识的单位，仍可比较数值。"""
    assert relate(at_most("5"), at_most("5", "mg/L")).needed == ("unit_a",)
    assert relate(at_most("5", "mg/L"), at_most("5", "奇单位")).needed == ("unit_b",)
    assert relate(at_most("5", "奇单位"), at_most("6", "奇单位")).relation is STRICTER


def test_the_bare_percent_is_compared_with_a_remark() -> None:
    """§1.5：没写明口径的 % 对 mg/kg，可比，但要注明按哪种口径。"""
    found = relate(at_most("0.01", "%"), at_most("200", "mg/kg"))
    assert found.relation is STRICTER
    assert found.flags == {Flag.FRACTION_BASIS_ASSUMED}


@pytest.mark.parametrize(
    ("a", "b", "domain", "relation", "gap"),
    [
        pytest.param(between("0", "20"), at_most("20"), (D(0), None), EQUAL, F(0), id="[0,20]=≤20"),
        pytest.param(
            at_least("95"), between("90", "100"), (D(0), D(100)), STRICTER, F(-1, 18), id="≥95%"
        ),
        pytest.param(at_most("20"), between("5", "15"), (D(0), None), LOOSER, F(1), id="0到20"),
    ],
)
def test_sets_are_clipped_to_the_natural_domain(
    a: Requirement,
    b: Requirement,
    domain: tuple[D | None, D | None],
    relation: Relation,
    gap: F,
) -> None:
    """§1.2 第 9 行：先截到量的自然取值范围，自然范围本身不算限值。"""
    found = relate(a, b, domain=domain)
    assert (found.relation, found.gap_ratio) == (relation, gap)


def test_a_limit_no_value_can_meet_is_not_called_stricter() -> None:
    """自然范围内没有值能满足的限值是写错了，不是更严。"""
    found = relate(at_most("-5"), at_most("10"), domain=(D(0), None))
    assert (found.relation, found.rule) == (UNKNOWN, Rule.NO_VALUE_POSSIBLE)


@pytest.mark.parametrize(
    ("a", "b", "direction", "relation"),
    [
        pytest.param(between("5", "20"), at_most("30"), "smaller_better", STRICTER, id="只看上限"),
        pytest.param(
            at_most("20"), between("5", "30"), "lower_better", STRICTER, id="下限不论质量"
        ),
        pytest.param(at_most("20"), between("5", "30"), "range", INCOMPARABLE, id="区间两侧都看"),
        pytest.param(at_least("5"), between("5", "30"), "higher", EQUAL, id="越大越好只看下限"),
        pytest.param(
            at_least("50", "km/L"), between("2", "5", "L/100km"), "down", STRICTER, id="反向单位"
        ),
        pytest.param(
            at_most("4", "L/100km"), between("20", "50", "km/L"), "up", STRICTER, id="对方反向"
        ),
    ],
)
def test_directional_comparison_drops_the_other_side(
    a: Requirement, b: Requirement, direction: str, relation: Relation
) -> None:
    """§1.1：只有方案声明 directional 时，才只比质量一侧。"""
    assert relate(a, b, direction=direction, options=Options(mode="directional")).relation is (
        relation
    )
    whole = relate(at_most("20"), between("5", "30"), direction=direction)
    assert whole.relation is INCOMPARABLE


@pytest.mark.parametrize(
    ("a", "b", "full", "rounded"),
    [
        pytest.param(at_most("0.5"), at_most("0.50"), EQUAL, LOOSER, id="≤0.5 到 0.55"),
        pytest.param(at_least("0.5"), at_least("0.50"), EQUAL, LOOSER, id="≥0.5 从 0.45"),
        pytest.param(at_most("0.5"), below("0.55"), STRICTER, LOOSER, id="<0.55 只到 0.545"),
        pytest.param(
            at_most("0.5", printed="≤0.50"), at_most("0.50"), EQUAL, EQUAL, id="按印出的位数"
        ),
        pytest.param(between("4", "8"), between("4.0", "8.0"), EQUAL, LOOSER, id="区间两端"),
    ],
)
def test_printed_decimals_count_under_the_rounded_value_method(
    a: Requirement, b: Requirement, full: Relation, rounded: Relation
) -> None:
    """§1.4 第 3 条（GB/T 8170-2008，4.3）：全数值比较为默认；修约值比较时 0.5 与 0.50 不同。"""
    assert relate(a, b).relation is full
    assert relate(a, b, options=Options(limit_comparison="rounded")).relation is rounded


def test_the_half_itself_is_admitted_only_when_it_rounds_back() -> None:
    """GB/T 8170-2008，3.2：0.55 修约为 0.6，不在 ≤0.5 内；0.505 修约为 0.50，在 ≤0.50 内。"""
    found = relate(at_most("0.5"), at_most("0.50"), options=Options(limit_comparison="rounded"))
    assert (found.normal_a, found.normal_b) == ("(-inf, 0.55)", "(-inf, 0.505]")


def test_tolerances_of_different_sizes() -> None:
    """§1.5：没有公称值的公差不可比；方案声明公称值是尺寸时，只在同一尺寸比公差。"""
    a, b = nominal("10", "0.1", "0.1", "mm"), nominal("10.05", "0.2", "0.2", "mm")
    assert relate(a, b).relation is STRICTER
    found = relate(a, b, options=Options(nominal_is_size=True))
    assert (found.relation, found.rule) == (INCOMPARABLE, Rule.CONDITION_DIFFERS)
    same_size = nominal("1", "0.02", "0.02", "cm")
    assert relate(a, same_size, options=Options(nominal_is_size=True)).relation is STRICTER


def test_relative_deviations_compare_across_sizes() -> None:
    """方案声明按相对偏差比：±0.1/10 = ±1 % 严于 ±0.3/20 = ±1.5 %，等于写明的 ±1 %。"""
    options = Options(compare_as="relative_deviation")
    a = nominal("10", "0.1", "0.1", "g")
    found = relate(a, nominal("20", "0.3", "0.3", "g"), options=options)
    assert (found.relation, found.gap_ratio) == (STRICTER, F(-1, 3))
    assert relate(a, at_most("1", "g"), options=options).needed == ("nominal_b",)


@pytest.mark.parametrize("declared", ["≤500 mg/kg", "≤0.05 %"])
def test_a_domain_is_told_in_the_benchmarks_unit(declared: str) -> None:
    """换单位不改变关系：定义域按对标一方的单位（%）算，500 mg/kg 与 0.05 % 一样严于“无要求”。"""
    silent = read("无要求", unit="%")
    found = relate(read(declared), silent, domain=(Decimal(0), Decimal(100)))
    assert found.relation is Relation.STRICTER
