"""The nearest flip: applying it lifts the product, nothing smaller does (field.md §4 item 3)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction as F
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.core.compare.outcome import RELATIONS, Outcome
from duibiao.core.score.nearest_flip import (
    Case,
    Change,
    Line,
    Move,
    PromisedPlan,
    apply,
    nearest_flip,
    steps_to_attained,
)


def line(name: str, relation: str, weight: str = "1", **more: Any) -> Line:
    return Line(indicator=name, relation=relation, weight=Decimal(weight), **more)


def moves(case: Case) -> list[tuple[str, str | None]]:
    flip = nearest_flip(case)
    return [(c.move.value, c.indicator) for c in flip.changes] if flip else []


def test_pending_asks_for_every_missing_datum() -> None:
    """待定：补齐每一项关键指标缺的数据；非关键的不必。"""
    case = Case(
        lines=(line("a", "unknown"), line("b", "incomparable"), line("c", "unknown", key=False),
               line("d", "equal")),
    )  # fmt: skip
    assert moves(case) == [("supply_data", "a"), ("supply_data", "b")]


def test_unattainable_needs_a_plan_first() -> None:
    """没法达标：改动最少的一步是提交期限内的计划；也可以直接补齐全部差距。"""
    case = Case(lines=(line("a", "looser", change=F(1, 9), target="≥5000"), line("b", "equal")))
    flip = nearest_flip(case)
    assert flip is not None
    assert (flip.from_, flip.to) == (Outcome.UNATTAINABLE, Outcome.ATTAINABLE)
    assert flip.changes == (Change(move=Move.ADD_PLAN),)
    closed = steps_to_attained(case)
    assert closed is not None
    assert closed.to is Outcome.ATTAINED
    assert closed.changes == (
        Change(move=Move.MEET_BENCHMARK, indicator="a", change=F(1, 9), target="≥5000"),
    )


def test_what_can_never_be_closed_has_no_flip() -> None:
    """有补不了的差距：没有办法，如实说没有。"""
    case = Case(lines=(line("a", "looser", closable=False), line("b", "unknown")))
    assert nearest_flip(case) is None


def test_attainable_closes_every_shortfall() -> None:
    """2～3 年内可达标：把每一项宽于的关键指标补到对标标准以内。"""
    case = Case(
        lines=(line("a", "looser"), line("b", "stricter"), line("c", "looser")),
        plan=PromisedPlan(months=24),
    )
    assert moves(case) == [("meet_benchmark", "a"), ("meet_benchmark", "c")]


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        pytest.param("0", ["a"], id="任一项，按顺序"),
        pytest.param("0.3", ["b"], id="最重的一项就够"),
        pytest.param("0.5", ["a", "b"], id="两项，先看次序"),
        pytest.param("0.9", ["b", "c", "d"], id="三项里够重的"),
    ],
)
def test_attained_surpasses_on_as_few_indicators_as_needed(share: str, expected: list[str]) -> None:
    """已达标→领跑：用最少的指标达到严于权重的占比，同样多时改动小的、次序前的优先。"""
    case = Case(
        lines=(line("a", "equal", "0.1"), line("b", "equal", "0.4"), line("c", "equal", "0.2"),
               line("d", "equal", "0.3")),
        leading_min_share=Decimal(share),
    )  # fmt: skip
    assert [indicator for _, indicator in moves(case)] == expected


def test_of_equally_many_indicators_the_smaller_change_comes_first() -> None:
    """同样一项就够时，选相对改动小的；改动不可量的排在最后。"""
    case = Case(
        lines=(line("a", "equal"), line("b", "equal", change=F(1, 2)),
               line("c", "equal", change=F(1, 4))),
    )  # fmt: skip
    assert moves(case) == [("surpass_benchmark", "c")]
    heavy = line("a", "equal", "2", change=F(1, 2))
    light = line("b", "equal", "1", change=F(0))
    assert moves(Case(lines=(heavy, light))) == [("surpass_benchmark", "b")]


def test_attained_reaches_the_leading_values_where_the_scheme_sets_them() -> None:
    """方案给了领跑值：只列还没达到领跑值的核心指标，并给出领跑值。"""
    case = Case(
        lines=(line("I1", "stricter", leads=False, leading_target="≥8000"),
               line("I2", "equal", leads=True), line("I3", "equal")),
    )  # fmt: skip
    flip = nearest_flip(case)
    assert flip is not None
    assert flip.to is Outcome.LEADING
    assert flip.changes == (Change(move=Move.REACH_LEADING, indicator="I1", target="≥8000"),)


@pytest.mark.parametrize(
    "lines",
    [(line("a", "stricter"),), (), (line("a", "extra"),), (line("a", "equal", "0"),)],
    ids=["已经领跑", "没有指标", "只有多出的", "权重为0无从领跑"],
)
def test_where_nothing_lifts_there_is_no_flip(lines: tuple[Line, ...]) -> None:
    """最高一级、没有指标可补、权重为 0：没有下一步。"""
    assert nearest_flip(Case(lines=lines)) is None


@st.composite
def cases(draw: st.DrawFn) -> Case:
    relations = draw(st.lists(st.sampled_from(RELATIONS), max_size=6))
    core = draw(st.booleans())
    lines = tuple(
        Line(
            indicator=f"I{n}",
            relation=relation,
            weight=Decimal(draw(st.integers(0, 4))),
            key=draw(st.sampled_from([True, True, True, False])),
            closable=draw(st.sampled_from([True, True, True, False])),
            leads=draw(st.booleans()) if core and draw(st.booleans()) else None,
            change=draw(st.sampled_from([None, F(0), F(1, 4), F(1, 2)])),
        )
        for n, relation in enumerate(relations)
    )
    return Case(
        lines=lines,
        plan=draw(st.sampled_from([None, PromisedPlan(months=24), PromisedPlan(months=40)])),
        leading_min_share=draw(st.sampled_from([Decimal(0), Decimal("0.4"), Decimal("0.8")])),
    )


def possible(case: Case) -> list[Change]:
    """Every single change that the rules allow."""
    changes = [] if case.plan and case.plan.months == 24 else [Change(move=Move.ADD_PLAN)]
    for one in case.deciding:
        allowed: list[Move] = []
        if one.relation in {"unknown", "incomparable"}:
            allowed = [Move.SUPPLY_DATA]
        elif one.relation == "looser":
            allowed = [Move.MEET_BENCHMARK] if one.closable else []
        elif one.leads is False:
            allowed = [Move.REACH_LEADING]
        elif one.relation == "equal":
            allowed = [Move.SURPASS_BENCHMARK]
        changes += [Change(move=m, indicator=one.indicator, change=one.change) for m in allowed]
    return changes


def size(changes: tuple[Change, ...]) -> tuple[int, int, F]:
    """Number of indicators, changes without measure, total relative change."""
    on = [c for c in changes if c.indicator is not None]
    return len(on), sum(c.change is None for c in on), sum((c.change or F(0) for c in on), F(0))


@given(cases())
def test_the_flip_lifts_and_no_smaller_change_set_does(case: Case) -> None:
    """field.md §4 第 3 项：照做必升一级；穷举所有更小的改动，没有一个能升级。"""
    now, flip = case.outcome, nearest_flip(case)
    every = possible(case)
    lifting = [
        chosen
        for count in range(len(every) + 1)
        for chosen in combinations(every, count)
        if apply(case, chosen).outcome.rank > now.rank
    ]
    if flip is None:
        assert not lifting
        return
    after = apply(case, flip.changes).outcome
    assert after is flip.to
    assert after.rank > now.rank
    assert len(flip.changes) == len({c.indicator for c in flip.changes})
    if now is not Outcome.PENDING:
        measured = tuple(replace(c, target=None) for c in flip.changes)
        assert size(measured) == min(size(chosen) for chosen in lifting)
    else:
        assert size(flip.changes)[0] == min(size(chosen)[0] for chosen in lifting)
