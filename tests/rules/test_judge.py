"""The outcome of a whole declaration: 五(四)3(2), 五(四)-隐3, (f) 9–15, (g0)."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from duibiao.core.compare.declaration import Plan
from duibiao.core.compare.judge import Standing, judge
from duibiao.core.compare.outcome import Outcome
from duibiao.core.compare.relation import Relation, Rule
from duibiao.core.compare.scheme_document import read_scheme
from tests.rules.example_schemes import (
    CONFORMING,
    FAILING,
    IMPROVABLE,
    LEADER,
    SURPLUS_AND_SHORTFALL,
    declare,
    document,
    g0,
    indicator,
    requirement,
)

IN_TWO_YEARS = Plan(feasible=True, months=24)


@pytest.mark.clause("五(四)3(2)-2", "五(四)3(2)-3", "五(四)3(2)-4", "五(四)3(2)-5", "五(四)3(2)-6")
@pytest.mark.parametrize(
    ("texts", "plan", "outcome"),
    [
        pytest.param(LEADER, None, Outcome.LEADING, id="L: 核心指标达到领跑值"),
        pytest.param(CONFORMING, None, Outcome.ATTAINED, id="A: 全部达到要求"),
        pytest.param(IMPROVABLE, IN_TWO_YEARS, Outcome.ATTAINABLE, id="P: 有 24 个月的计划"),
        pytest.param(IMPROVABLE, None, Outcome.UNATTAINABLE, id="P 无计划不得为 P"),
        pytest.param(
            IMPROVABLE, Plan(feasible=True, months=48), Outcome.UNATTAINABLE, id="四年超出窗口"
        ),
        pytest.param(
            IMPROVABLE, Plan(feasible=True, months=36), Outcome.ATTAINABLE, id="三年(含)以内"
        ),
        pytest.param(FAILING, None, Outcome.UNATTAINABLE, id="N"),
    ],
)
def test_the_four_outcomes_of_the_plans_example(
    texts: tuple[str, ...], plan: Plan | None, outcome: Outcome
) -> None:
    """(g0) 四种企业值各得其结论；没有计划不得列为 2～3 年可达标，目标日在 3 年(含)内。"""
    assert judge(g0(), declare(texts, plan)).outcome is outcome


@pytest.mark.clause("五(四)-隐3")
def test_a_surplus_never_pays_for_a_shortfall() -> None:
    """反例 X：三项领跑、一项不达标，总分 108.0，也不得判领跑或达标。"""
    outcome = judge(g0(), declare(SURPLUS_AND_SHORTFALL)).outcome
    assert outcome is Outcome.UNATTAINABLE


@pytest.mark.clause("二-12")
def test_every_looser_indicator_is_a_gap() -> None:
    """有几项宽于对标标准，就有几条差距，每条写明差多少。"""
    gaps = judge(g0(), declare(FAILING)).shortfalls()
    assert [line.indicator.id for line in gaps] == ["I1", "I2", "I3", "I4"]
    ratios = [line.deciding.comparison.gap_ratio for line in gaps[:2] if line.deciding]
    assert ratios == [Fraction(1, 2), Fraction(1, 2)]


def test_a_blank_line_leaves_the_outcome_pending() -> None:
    """没有填的不是零，也不是不达标：先补齐，再下结论。"""
    judgement = judge(g0(), declare(("≥8000", None, "≤55", "A")))
    assert judgement.outcome is Outcome.PENDING
    assert [line.indicator.id for line in judgement.standing(Standing.PENDING)] == ["I2"]


def test_an_indicator_is_looser_when_any_benchmark_surpasses_it() -> None:
    """对多个对标标准：有一个严于企业，这一项就是宽于（最弱的一环决定）。"""
    formaldehyde = indicator(1, "甲醛", "mg/kg", "smaller_better", "1", "≤75", "≤16")
    scheme = read_scheme(document(formaldehyde))
    line = judge(scheme, declare(("≤20",))).lines[0]
    assert [a.comparison.relation for a in line.benchmarks] == [Relation.STRICTER, Relation.LOOSER]
    assert line.relation is Relation.LOOSER


def test_stricter_means_stricter_than_every_comparable_benchmark() -> None:
    """严于一个、等于另一个，合起来只算达到，不算严于。"""
    formaldehyde = indicator(1, "甲醛", "mg/kg", "smaller_better", "1", "≤75", "≤20")
    scheme = read_scheme(document(formaldehyde))
    assert judge(scheme, declare(("≤20",))).lines[0].relation is Relation.EQUAL
    assert judge(scheme, declare(("≤16",))).lines[0].relation is Relation.STRICTER


def test_no_benchmark_demanding_anything_makes_an_extra_indicator() -> None:
    """对标标准都没有规定：只展示，不计入结论。"""
    scheme = read_scheme(
        document(
            indicator(1, "甲醛", "mg/kg", "smaller_better", "0.5", "≤20"),
            indicator(2, "气味", "级", "smaller_better", "0.5", "—"),
        )
    )
    judgement = judge(scheme, declare(("≤20", None)))
    assert judgement.lines[1].standing is Standing.EXTRA
    assert judgement.outcome is Outcome.ATTAINED


@pytest.mark.clause("五(四)-隐1")
def test_another_test_method_is_not_comparable_and_never_a_fail() -> None:
    """同一数值、不同试验方法：不可比，不得判达标，也不得判不达标（field.md §4 第 1 项）。"""
    chamber = indicator(
        1,
        "甲醛释放量",
        "mg/m3",
        "smaller_better",
        "1",
        "≤0.124",
        comparability="method_differs",
        test_methods={"GB 18580-2017": "GB/T 17657", "ISO 1": "EN 717-1"},
        domestic_baseline=[requirement("GB 18580-2017", "≤0.124", "mg/m3")],
    )
    line = judge(read_scheme(document(chamber)), declare(("≤0.05",))).lines[0]
    assert line.relation is Relation.INCOMPARABLE
    assert line.benchmarks[0].comparison.rule is Rule.METHOD_DIFFERS
    assert line.standing is Standing.SET_ASIDE
    assert line.baseline[0].comparison.relation is Relation.STRICTER


def test_the_benchmarks_own_method_makes_it_comparable() -> None:
    """按对标标准的方法检测，就可比。"""
    chamber = indicator(
        1,
        "甲醛释放量",
        "mg/m3",
        "smaller_better",
        "1",
        "≤0.124",
        comparability="method_differs",
        test_methods={"GB 18580-2017": "GB/T 17657", "ISO 1": "EN 717-1"},
    )
    scheme = read_scheme(document(chamber))
    declaration = declare(("≤0.05",))
    stated = declaration.lines[0]
    by_en = replace(declaration, lines=(replace(stated, method="EN 717-1:2004"),))
    assert judge(scheme, by_en).lines[0].relation is Relation.STRICTER


def test_a_stated_basis_is_never_compared_with_another() -> None:
    """以 N 计与以 NO3- 计不是同一指标值：不可比。"""
    nitrate = indicator(
        1,
        "硝酸盐（以N计）",
        "mg/L",
        "smaller_better",
        "1",
        "≤50（以NO3-计）",
        comparability="basis_differs",
    )
    line = judge(read_scheme(document(nitrate)), declare(("≤10",))).lines[0]
    assert line.relation is Relation.INCOMPARABLE
    assert line.benchmarks[0].comparison.rule is Rule.CHARACTERISTIC_DIFFERS
