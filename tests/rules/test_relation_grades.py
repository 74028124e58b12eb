"""Grades, codes, yes/no and sampling plans (method.md §1.1, §1.3, §1.5)."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from duibiao.core.compare.relate import Options, relate
from duibiao.core.compare.relation import Flag, Relation, Rule
from duibiao.core.measure.requirement import Requirement
from tests.rules.stated import ENERGY, IP_FIRE, at_least, code, grade, required, sampling, words

STRICTER, EQUAL, LOOSER = Relation.STRICTER, Relation.EQUAL, Relation.LOOSER
INCOMPARABLE, UNKNOWN = Relation.INCOMPARABLE, Relation.UNKNOWN


@pytest.mark.clause("五(四)-隐1")
@pytest.mark.parametrize(
    ("a", "b", "scale", "relation", "gap"),
    [
        pytest.param("V-0", "V-1", IP_FIRE, STRICTER, F(-1, 3), id="V-0 严于 V-1"),
        pytest.param("HB", "V-0", IP_FIRE, LOOSER, F(1), id="最差对最好"),
        pytest.param("A++", "A", ENERGY, STRICTER, F(-1, 2), id="A++ 严于 A，不按字母"),
        pytest.param("a+", "A+", ENERGY, EQUAL, F(0), id="大小写"),
        pytest.param("1级", "3级", ["1级", "2级", "3级"], STRICTER, F(-1), id="1级最好"),
    ],
)
def test_grades_follow_the_order_of_their_scale(
    a: str, b: str, scale: list[str], relation: Relation, gap: F
) -> None:
    """§1.1、§1.3：等级按声明的顺序（从好到差），差距 =（名次差）/（级数 − 1）。"""
    found = relate(grade(a, scale), grade(b, scale))
    assert (found.relation, found.gap_ratio) == (relation, gap)


def test_two_scales_meet_only_through_a_declared_map() -> None:
    """§1.2 第 5 行：分级标准不同又没有对应关系，不可比；有对应关系的照此比较。"""
    ours, theirs = grade("E1", ["E0", "E1"]), grade("F3", ["F4", "F3", "F2"])
    found = relate(ours, theirs)
    assert (found.relation, found.rule) == (INCOMPARABLE, Rule.SCALE_DIFFERS)
    assert found.flags == {Flag.SCALE_DIFFERS}
    mapped = relate(ours, theirs, options=Options(grade_map=(("E1", "F2"),)))
    assert (mapped.relation, mapped.gap_ratio) == (LOOSER, F(1, 2))
    back = relate(theirs, ours, options=Options(grade_map=(("F3", "E0"),)))
    assert back.relation is STRICTER


def test_same_letters_on_another_scale_are_not_the_same_grade() -> None:
    """新旧能效标识字母相同、含义不同：不可比。"""
    old, new = ["A+++", "A++", "A+", "A"], ["A", "B", "C", "D"]
    assert relate(grade("A", old), grade("A", new)).relation is INCOMPARABLE


def test_without_an_order_only_identical_grades_are_decided() -> None:
    """§1.1：没有顺序就不比，从不按字母猜；同一等级是相同。"""
    found = relate(grade("E0"), grade("E1"))
    assert (found.relation, found.rule) == (UNKNOWN, Rule.SCALE_UNKNOWN)
    assert found.needed == ("grade_scale",)
    assert relate(grade("E1"), grade("e1")).relation is EQUAL


def test_at_most_a_grade_turns_the_set_round() -> None:
    """“不高于某级”是反过来的集合；与“不低于”相交而互不包含时不可比。"""
    scale = ["A", "B", "C"]
    worst = grade("C", scale, at_least=False)
    assert relate(worst, grade("B", scale, at_least=False)).relation is STRICTER
    assert relate(worst, grade("B", scale)).relation is INCOMPARABLE


def test_numeric_grades_compare_as_numbers_without_a_ratio() -> None:
    """色牢度 4-5 级 = 4.5：按数比，差半级，不算百分比。"""
    found = relate(grade("4.5"), grade("4"))
    assert (found.relation, found.abs_gap, found.gap_ratio) == (STRICTER, F(-1, 2), None)
    assert relate(grade("3"), at_least("4")).relation is LOOSER
    assert relate(grade("3"), at_least("4", "mg/kg")).rule is Rule.UNIT_INCOMMENSURABLE


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        pytest.param(code(6, 5), code(5, 4), STRICTER, id="IP65 对 IP54"),
        pytest.param(code(6, 5), code(5, 7), INCOMPARABLE, id="IP65 对 IP57"),
        pytest.param(code(None, 4), code(None, 4), EQUAL, id="IPX4"),
        pytest.param(code(None, 4), code(5, 4), LOOSER, id="IPX4 对 IP54"),
        pytest.param(code(6, 5, 1), code(6, 5), INCOMPARABLE, id="位数不同"),
    ],
)
def test_codes_are_compared_component_by_component(
    a: Requirement, b: Requirement, relation: Relation
) -> None:
    """§1.1、§1.5：IP 代码逐位比较；IP65 与 IP57 不可比。"""
    assert relate(a, b).relation is relation


@pytest.mark.parametrize(
    ("a", "b", "relation", "gap"),
    [(True, False, STRICTER, -1), (True, True, EQUAL, 0), (False, True, LOOSER, 1),
     (False, False, EQUAL, 0)],
)  # fmt: skip
def test_required_is_stricter_than_not_required(
    a: bool, b: bool, relation: Relation, gap: int
) -> None:
    """§1.1、§1.3：有无类：要求有 = {是}，不要求 = {是, 否}；差距 −1、0、+1。"""
    found = relate(required(a), required(b))
    assert (found.relation, found.gap_ratio) == (relation, F(gap))


@pytest.mark.parametrize(
    ("a", "b", "relation", "rule"),
    [
        pytest.param(
            sampling(5, 1, "100", "1000"), sampling(5, 2, "100", "1000"), STRICTER,
            Rule.A_INSIDE_B, id="c 更小",
        ),
        pytest.param(
            sampling(10, 2, "100", "1000"), sampling(5, 2, "1000", "10000"), STRICTER,
            Rule.A_INSIDE_B, id="n 更大、m 更小",
        ),
        pytest.param(
            sampling(10, 2, "1000", "1000"), sampling(5, 2, "100", "1000"), INCOMPARABLE,
            Rule.SETS_CROSS, id="n 更严、m 更宽",
        ),
        pytest.param(
            sampling(5, 0, "100", None), sampling(5, 0, "100", "1000"), EQUAL,
            Rule.SETS_EQUAL, id="c=0 时 M 不起作用",
        ),
        pytest.param(
            sampling(5, 2, "100", None), sampling(5, 2, "100", "1000"), LOOSER,
            Rule.B_INSIDE_A, id="没有 M 就没有上界",
        ),
        pytest.param(
            sampling(5, 2, "1", "10", "CFU/g"), sampling(5, 2, "1000", "10000", "CFU/kg"), EQUAL,
            Rule.SETS_EQUAL, id="单位换算",
        ),
        pytest.param(
            sampling(3, 0, "0", None, "/100g"), sampling(30, 0, "0", None, "/10g"), INCOMPARABLE,
            Rule.METHOD_DIFFERS, id="取样量不同：n=3/100g 对 n=30/10g",
        ),
        pytest.param(
            sampling(5, 2, "1", "10", "CFU/g"), sampling(5, 2, "1", "10", "CFU/mL"), INCOMPARABLE,
            Rule.UNIT_INCOMMENSURABLE, id="每克对每毫升",
        ),
    ],
)  # fmt: skip
def test_sampling_plans_follow_the_product_order(
    a: Requirement, b: Requirement, relation: Relation, rule: Rule
) -> None:
    """§1.1（分量序）：n 越大、c 越小、m 与 M 越小越严；取样量不同是方法不同。"""
    found = relate(a, b)
    assert (found.relation, found.rule) == (relation, rule)


def test_words_are_equal_only_when_they_are_the_same() -> None:
    """文字要求：原文相同是相同，不同的要人看，不猜。"""
    assert relate(words("无异味"), words("无 异味")).relation is EQUAL
    assert relate(words("无异味"), words("气味正常")).relation is UNKNOWN
