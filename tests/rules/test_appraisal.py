"""The whole appraisal of the plan's example: judgement, score and nearest flip together (g0)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from duibiao.core.compare.declaration import Plan
from duibiao.core.compare.outcome import Outcome
from duibiao.core.compare.scheme_document import read_scheme
from duibiao.core.score.appraisal import appraise
from duibiao.core.score.nearest_flip import Move
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
)


@pytest.mark.clause("五(四)-隐3")
@pytest.mark.parametrize(
    ("texts", "total"),
    [
        pytest.param(LEADER, Fraction(237, 2), id="L 118.5"),
        pytest.param(CONFORMING, Fraction(314, 3), id="A 314/3"),
        pytest.param(IMPROVABLE, Fraction(94), id="P 94.0"),
        pytest.param(FAILING, Fraction(53), id="N 53.0"),
        pytest.param(SURPLUS_AND_SHORTFALL, Fraction(108), id="X 108.0"),
    ],
)
def test_the_plans_example_scores_exactly_as_written(
    texts: tuple[str, ...], total: Fraction
) -> None:
    """(g0) L=118.5，A=314/3，P=94.0，N=53.0，反例 X=108.0，从文字读起，一分不差。"""
    assert appraise(g0(), declare(texts)).score.total == total


def test_from_attained_the_core_indicators_lead_the_way_up() -> None:
    """已达标的再进一步：把核心指标提到领跑值，不必动别的。"""
    flip = appraise(g0(), declare(CONFORMING)).flip
    assert flip is not None
    assert flip.to is Outcome.LEADING
    assert [(c.move, c.indicator) for c in flip.changes] == [
        (Move.REACH_LEADING, "I1"),
        (Move.REACH_LEADING, "I2"),
    ]


def test_without_a_plan_the_plan_is_the_nearest_step() -> None:
    """有差距没有计划：最近的一步是附上计划；补齐差距要改哪些，另外列出。"""
    appraisal = appraise(g0(), declare(IMPROVABLE))
    assert appraisal.flip is not None
    assert [c.move for c in appraisal.flip.changes] == [Move.ADD_PLAN]
    assert appraisal.to_attained is not None
    assert [c.indicator for c in appraisal.to_attained.changes] == ["I1", "I2"]


def test_with_a_plan_closing_the_gaps_comes_next() -> None:
    """有计划的：补齐全部差距，就到已达标。"""
    flip = appraise(g0(), declare(IMPROVABLE, Plan(feasible=True, months=24))).flip
    assert flip is not None
    assert {c.move for c in flip.changes} == {Move.MEET_BENCHMARK}


def test_a_shortfall_in_degrees_has_no_ratio() -> None:
    """摄氏度没有比例：冷冻温度差 3 ℃ 不能算成差 1 %，这一项得 0 分，绝对差另外写明。"""
    frozen = indicator(1, "冷冻温度", "℃", "smaller_better", "1", "≤-18")
    scheme = read_scheme(document(frozen))
    appraisal = appraise(scheme, declare(("≤-15",)))
    assert appraisal.score.total == 0
    deciding = appraisal.judgement.lines[0].deciding
    assert deciding is not None
    assert deciding.comparison.abs_gap == 3


def test_units_never_change_a_score() -> None:
    """kW 与 W 写法不同，得分一样。"""
    power = indicator(1, "功率", "W", "smaller_better", "1", "≤400", leading={"text": "≤250"})
    scheme = read_scheme(document(power))
    in_watts = appraise(scheme, declare(("≤300 W",))).score.total
    assert appraise(scheme, declare(("≤0.3 kW",))).score.total == in_watts == Fraction(340, 3)
