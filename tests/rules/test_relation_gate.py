"""The comparability gate: the same thing, the same way (field.md §4 item 1; method.md §1.2)."""

from __future__ import annotations

import pytest

from duibiao.core.compare.gate import same_condition, same_edition
from duibiao.core.compare.relate import Options, relate
from duibiao.core.compare.relation import Flag, Relation, Rule
from duibiao.core.measure.requirement import Terms
from tests.rules.stated import at_most, silent, unread


@pytest.mark.clause("五(四)-隐1")
@pytest.mark.parametrize(
    ("terms_a", "terms_b", "rule"),
    [
        pytest.param({"method": "NSS"}, {"method": "AASS"}, Rule.METHOD_DIFFERS, id="盐雾不同"),
        pytest.param(
            {"method": "GB/T 2912.1-1998"}, {"method": "GB/T 2912.1-2009"}, Rule.METHOD_DIFFERS,
            id="年号不同",
        ),
        pytest.param(
            {"statistic": "mean"}, {"statistic": "each"}, Rule.STATISTIC_DIFFERS, id="平均对单个"
        ),
        pytest.param(
            {"basis": "以N计"}, {"basis": "以NO₃⁻计"}, Rule.CHARACTERISTIC_DIFFERS, id="以何计"
        ),
        pytest.param(
            {"condition": "20 ℃"}, {"condition": "60 ℃"}, Rule.CONDITION_DIFFERS, id="温度不同"
        ),
        pytest.param(
            {"method": "A", "statistic": "mean"}, {"method": "B", "statistic": "max"},
            Rule.METHOD_DIFFERS, id="方法先于统计",
        ),
    ],
)  # fmt: skip
def test_another_method_statistic_or_basis_is_incomparable(
    terms_a: dict[str, str], terms_b: dict[str, str], rule: Rule
) -> None:
    """§1.2 第 2、3 行：方法、统计方式、口径不同又未声明等效，不可比，不是不达标。"""
    found = relate(at_most("5", **terms_a), at_most("50", **terms_b))
    assert (found.relation, found.rule) == (Relation.INCOMPARABLE, rule)
    assert found.gap_ratio is None
    assert Flag(rule.value) in found.flags


@pytest.mark.parametrize(
    ("terms_a", "terms_b", "options"),
    [
        pytest.param({"method": "ISO 1"}, {}, Options(), id="一方没写方法"),
        pytest.param({"method": "gb/t 2912.1"}, {"method": "GB/T2912.1"}, Options(), id="写法"),
        pytest.param(
            {"method": "GB/T 2912.1"}, {"method": "GB/T 2912.1—2009"}, Options(), id="不注日期"
        ),
        pytest.param(
            {"method": "GB/T 3922"}, {"method": "ISO 105-E04"},
            Options(equivalent_methods=(("GB/T 3922", "ISO 105-E04"),)), id="声明等效",
        ),
        pytest.param({"statistic": "平均值"}, {"statistic": "mean"}, Options(), id="同一统计方式"),
        pytest.param(
            {"statistic": "p95"}, {"statistic": "max"},
            Options(linked_statistics=(("p95", "max"),)), id="声明的统计关联",
        ),
        pytest.param({"basis": "以 N 计"}, {"basis": "N计"}, Options(), id="口径的写法"),
    ],
)  # fmt: skip
def test_terms_not_stated_or_declared_equal_let_the_numbers_meet(
    terms_a: dict[str, str], terms_b: dict[str, str], options: Options
) -> None:
    """§1.2 第 2、3 行：写法不同、未注日期、声明等效的，照常比较。"""
    found = relate(at_most("5", **terms_a), at_most("50", **terms_b), options=options)
    assert found.relation is Relation.STRICTER


def test_what_was_not_read_comes_before_every_other_reason() -> None:
    """§1.2 第 1 行：没有读出的一律待定，说明缺哪一方，哪怕对方没有要求。"""
    for a, b, needed in (
        (unread(), at_most("5", method="X"), ("value_a",)),
        (at_most("5"), unread(), ("value_b",)),
        (unread(), silent(), ("value_a",)),
    ):
        found = relate(a, b)
        assert (found.relation, found.rule) == (Relation.UNKNOWN, Rule.NOT_READ)
        assert found.needed == needed
        assert found.flags == {Flag.DATA_MISSING}


def test_conditions_and_editions_meet_like_other_names() -> None:
    """条件和版本只在双方都写明且不同时才算不同。"""
    assert same_condition(Terms(condition="20 ℃"), Terms(condition="20℃"))
    assert not same_condition(Terms(condition="20 ℃"), Terms(condition="60 ℃"))
    assert same_edition(Terms(edition="GB 18401-2010"), Terms())
    assert not same_edition(Terms(edition="GB 18401-2010"), Terms(edition="GB 18401-2003"))
