"""The four outcomes from the relations (method.md §8; requirements 五(四)3(2), (f) 9–15)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.config.topics.outcome import StatedPlan, answer
from duibiao.core.compare.outcome import (
    RELATIONS,
    Finding,
    HorizonOutOfRange,
    MonthsMissing,
    Outcome,
    RelationUnknown,
    ShareOutOfRange,
    WeightNegative,
    decide,
)
from duibiao.core.errors import Fact

LEADING, ATTAINED, ATTAINABLE = Outcome.LEADING, Outcome.ATTAINED, Outcome.ATTAINABLE
UNATTAINABLE, PENDING = Outcome.UNATTAINABLE, Outcome.PENDING


def line(relation: str, weight: str = "1", **more: Any) -> Finding:
    return Finding(relation=relation, weight=Decimal(weight), **more)


def plan(months: str | None, feasible: bool = True) -> StatedPlan:
    return StatedPlan(feasible, None if months is None else Decimal(months))


@pytest.mark.clause("五(四)3(2)-6")
@pytest.mark.parametrize(
    ("findings", "outcome"),
    [
        pytest.param([line("equal"), line("equal")], ATTAINED, id="全部相同"),
        pytest.param([line("stricter"), line("equal")], LEADING, id="有严于，无宽于"),
        pytest.param([line("stricter", "0"), line("equal")], ATTAINED, id="权重0就是0"),
        pytest.param([line("stricter", "0")], ATTAINED, id="权重全为0"),
        pytest.param([line("stricter"), line("looser")], UNATTAINABLE, id="严于不抵宽于"),
        pytest.param([line("unknown"), line("equal")], PENDING, id="有待定"),
        pytest.param([line("incomparable"), line("equal")], PENDING, id="有不可比"),
        pytest.param([line("unknown"), line("looser")], PENDING, id="差距可补，仍先补数据"),
        pytest.param(
            [line("unknown"), line("looser", closable=False)], UNATTAINABLE, id="差距补不了"
        ),
        pytest.param([line("looser", key=False), line("equal")], ATTAINED, id="非关键不决定"),
        pytest.param([line("unknown", key=False), line("equal")], ATTAINED, id="非关键待定不拖"),
        pytest.param([line("stricter", key=False), line("equal")], ATTAINED, id="非关键不助领跑"),
        pytest.param([line("extra"), line("equal")], ATTAINED, id="多出的指标不加分"),
        pytest.param([line("extra")], PENDING, id="只有多出的指标"),
        pytest.param([], PENDING, id="没有指标"),
        pytest.param([line("looser", key=False)], PENDING, id="没有关键指标"),
    ],
)
def test_key_indicators_decide_one_by_one(findings: list[Finding], outcome: Outcome) -> None:
    """§8、五(四)-隐3：只看关键指标，逐项判定，严于不能抵消宽于。"""
    assert decide(findings) is outcome


@pytest.mark.clause("五(四)3(2)-4")
@pytest.mark.parametrize(
    ("stated", "horizon", "outcome"),
    [
        pytest.param(plan("24"), 36, ATTAINABLE, id="24个月"),
        pytest.param(plan("36"), 36, ATTAINABLE, id="三年(含)"),
        pytest.param(plan("12"), 36, ATTAINABLE, id="提前也归P"),
        pytest.param(plan("36.5"), 36, UNATTAINABLE, id="超出三年"),
        pytest.param(plan("48"), 36, UNATTAINABLE, id="四年"),
        pytest.param(plan("30"), 24, UNATTAINABLE, id="期限设为两年"),
        pytest.param(plan("24", feasible=False), 36, UNATTAINABLE, id="计划不可行"),
        pytest.param(plan(None, feasible=False), 36, UNATTAINABLE, id="不可行的不必写月数"),
        pytest.param(None, 36, UNATTAINABLE, id="没有计划"),
    ],
)
def test_two_to_three_years_must_be_earned_by_a_plan(
    stated: StatedPlan | None, horizon: int, outcome: Outcome
) -> None:
    """§8、(f) 11：有可行计划且在期限(含)内完成，才归 2～3 年内可达标；没有计划归没法达标。"""
    assert decide([line("looser"), line("equal")], plan=stated, horizon_months=horizon) is outcome


def test_a_plan_cannot_close_what_can_never_be_closed() -> None:
    """补不了的差距，有计划也是没法达标。"""
    findings = [line("looser", closable=False)]
    assert decide(findings, plan=plan("12")) is UNATTAINABLE


@pytest.mark.parametrize(
    ("share", "outcome"),
    [("0", LEADING), ("0.4", LEADING), ("0.41", ATTAINED), ("1", ATTAINED)],
)
def test_leading_by_the_share_of_stricter_weight(share: str, outcome: Outcome) -> None:
    """§8：严于的权重占参与判定权重之比大于 0 且达到设定值（含），才是领跑。"""
    findings = [line("stricter", "0.4"), line("equal", "0.6"), line("extra", "9")]
    assert decide(findings, leading_min_share=Decimal(share)) is outcome


@pytest.mark.clause("五(四)3(2)-2")
def test_leading_values_of_core_indicators_replace_the_share() -> None:
    """(f) 13：方案给了领跑值时，核心指标全部达到领跑值才是领跑，不看权重占比。"""
    reached = [line("stricter", leads=True), line("equal", leads=True), line("equal")]
    short = [line("stricter", leads=True), line("stricter", leads=False)]
    assert decide(reached, leading_min_share=Decimal(1)) is LEADING
    assert decide(short) is ATTAINED
    assert decide([*reached, line("looser")]) is UNATTAINABLE


@pytest.mark.parametrize(
    ("make", "fact"),
    [
        pytest.param(lambda: line("better"), RelationUnknown, id="不认识的关系"),
        pytest.param(lambda: line("equal", "-0.1"), WeightNegative, id="负权重"),
        pytest.param(lambda: decide([], horizon_months=37), HorizonOutOfRange, id="超过三年"),
        pytest.param(lambda: decide([], horizon_months=-1), HorizonOutOfRange, id="负的期限"),
        pytest.param(
            lambda: decide([], leading_min_share=Decimal("1.1")), ShareOutOfRange, id="占比过1"
        ),
        pytest.param(lambda: decide([], plan=plan(None)), MonthsMissing, id="计划没写月数"),
        pytest.param(lambda: decide([], plan=plan("-3")), MonthsMissing, id="负的月数"),
    ],
)
def test_choices_without_meaning_are_refused(make: Any, fact: type[Fact]) -> None:
    """写错的输入给出事实和原值，从不猜。"""
    with pytest.raises(fact):
        make()


@given(
    st.lists(
        st.builds(
            Finding,
            relation=st.sampled_from(RELATIONS),
            weight=st.decimals(0, 1, places=2),
            key=st.booleans(),
            closable=st.booleans(),
        ),
        max_size=6,
    )
)
def test_no_surplus_ever_lifts_a_shortfall(findings: list[Finding]) -> None:
    """五(四)-隐3：只要有关键指标宽于，再多严于也不能达标或领跑。"""
    outcome = decide(findings)
    if any(f.key and f.relation == "looser" for f in findings):
        assert outcome in {PENDING, UNATTAINABLE}


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        pytest.param(
            {"indicators": [{"relation": "looser", "weight": 1}],
             "plan": {"feasible": True, "months": 36}},
            {"outcome": "attainable_in_2_3_years"}, id="计划",
        ),
        pytest.param(
            {"indicators": [{"relation": "stricter", "weight": "0.2"},
                            {"relation": "equal", "weight": Decimal("0.8")}],
             "leading_min_share": Decimal("0.2")},
            {"outcome": "leading"}, id="小数可以是文本",
        ),
        pytest.param({"indicators": []}, {"outcome": "pending"}, id="空"),
    ],
)  # fmt: skip
def test_the_outcome_topic_answers_as_published(
    question: dict[str, Any], reply: dict[str, Any]
) -> None:
    """interfaces.md，outcome。"""
    assert answer(question) == reply


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ({}, "field_missing"),
        ({"indicators": 3}, "field_wrong"),
        ({"indicators": ["equal"]}, "field_wrong"),
        ({"indicators": [{"weight": 1}]}, "field_missing"),
        ({"indicators": [{"relation": "equal"}]}, "field_missing"),
        ({"indicators": [{"relation": "equal", "weight": "NaN"}]}, "field_wrong"),
        ({"indicators": [{"relation": "equal", "weight": True}]}, "field_wrong"),
        ({"indicators": [{"relation": "equal", "weight": 1, "key": "yes"}]}, "field_wrong"),
        ({"indicators": [{"relation": "same", "weight": 1}]}, "relation_word_unknown"),
        ({"indicators": [], "plan": "soon"}, "field_wrong"),
        ({"indicators": [], "plan": {"months": 3}}, "field_missing"),
    ],
)
def test_the_outcome_topic_names_what_is_wrong(question: dict[str, Any], code: str) -> None:
    """错误输入给出代码，不报系统错误。"""
    with pytest.raises(Fact) as raised:
        answer(question)
    assert raised.value.code == code
