"""The score: ranks, never decides (requirements g0; method.md §4)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction as F
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.core.compare.outcome import Finding, Outcome, decide
from duibiao.core.score.aggregate import (
    Missing,
    Row,
    ScoreRowWrong,
    aggregate,
    line_score,
    shown,
)

REQUIRED = (F(5000), F(60, 100), F(60))
LEADING = (F(8000), F(45, 100), F(52))
WEIGHTS = ("0.4", "0.3", "0.2", "0.1")


def product(durability: str, energy: str, noise: str, grade: str) -> list[Row]:
    """(g0)：I1 耐久 h，越大越好；I2 能耗、I3 噪声，越小越好；I4 安全等级 A>B>C，要求 B。"""
    rows = []
    for n, text in enumerate((durability, energy, noise)):
        declared = F(text)
        better = declared - REQUIRED[n] if n == 0 else REQUIRED[n] - declared
        relation = "looser" if better < 0 else "stricter" if better else "equal"
        rows.append(
            Row(
                indicator=f"I{n + 1}",
                weight=Decimal(WEIGHTS[n]),
                relation=relation,
                declared=declared,
                required=REQUIRED[n],
                leading=LEADING[n],
            )
        )
    relation = {"A": "stricter", "B": "equal", "C": "looser"}[grade]
    last = Row(indicator="I4", weight=Decimal("0.1"), relation=relation, leads=grade == "A")
    return [*rows, last]


@pytest.mark.clause("五(四)-隐1")
@pytest.mark.parametrize(
    ("rows", "total"),
    [
        pytest.param(product("8000", "0.45", "55", "A"), F(237, 2), id="L=118.5"),
        pytest.param(product("6000", "0.55", "60", "B"), F(314, 3), id="A=314/3"),
        pytest.param(product("4500", "0.66", "58", "B"), F(94), id="P=94.0"),
        pytest.param(product("2500", "0.90", "66", "C"), F(53), id="N=53.0"),
        pytest.param(product("8000", "0.45", "52", "C"), F(108), id="反例X=108.0"),
    ],
)
def test_the_plans_example_scores_exactly(rows: list[Row], total: F) -> None:
    """(g0) 建议得分式的五个期望值，精确到分数。"""
    assert aggregate(rows).total == total


@pytest.mark.clause("五(四)-隐3")
def test_a_score_of_108_is_neither_leading_nor_attained() -> None:
    """反例 X：总分 108.0，安全等级不达标，结论只能是 P 或 N。"""
    rows = product("8000", "0.45", "52", "C")
    assert aggregate(rows).total == 108
    findings = [Finding(relation=row.relation, weight=row.weight) for row in rows]
    assert decide(findings) is Outcome.UNATTAINABLE


def row(relation: str, **more: Any) -> Row:
    return Row(indicator="I", weight=Decimal(1), relation=relation, **more)


@pytest.mark.parametrize(
    ("line", "score"),
    [
        pytest.param(row("stricter", gap_ratio=F(-1, 4)), F(21, 20), id="没有领跑值，按相对超出量"),
        pytest.param(row("stricter", gap_ratio=F(-3)), F(6, 5), id="超出量封顶"),
        pytest.param(row("stricter"), F(1), id="没有比值，不加分"),
        pytest.param(row("looser", gap_ratio=F(1, 4)), F(3, 4), id="按差距扣"),
        pytest.param(row("looser", gap_ratio=F(5)), F(0), id="不低于0"),
        pytest.param(row("looser"), F(0), id="差距不可量"),
        pytest.param(row("looser", declared=F(3), required=F(0)), F(0), id="要求为0"),
        pytest.param(row("equal", leads=True), F(6, 5), id="定性领跑"),
        pytest.param(row("stricter", leads=False, gap_ratio=F(-1, 2)), F(1), id="定性达标"),
        pytest.param(
            row("stricter", declared=F(9), required=F(5), leading=F(5)), F(1), id="领跑值=要求"
        ),
        pytest.param(row("unknown"), None, id="待定不计分"),
        pytest.param(row("incomparable"), None, id="不可比不计分"),
        pytest.param(row("extra"), None, id="多出的不计分"),
    ],
)
def test_one_line(line: Row, score: F | None) -> None:
    """每行得分：达标 1～1.2，不达标 0～1，没有判定的不给分。"""
    assert line_score(line) == score


def some(*relations: str) -> list[Row]:
    return [
        Row(indicator=f"I{n}", weight=Decimal(n), relation=relation)
        for n, relation in enumerate(relations, 1)
    ]


def test_undecided_lines_are_left_out_and_bounded() -> None:
    """§4：没有判定的指标重新归一，同时给出覆盖率和上下界 [缺=0, 缺=1.2]。"""
    found = aggregate(some("equal", "unknown", "extra"))
    assert (found.total, found.coverage) == (F(100), F(1, 3))
    assert (found.low, found.high) == (F(100, 3), F(340, 3))
    assert [c.indicator for c in found.contributions] == ["I1", "I2"]
    assert aggregate(some("equal", "unknown"), Missing.ZERO).total == F(100, 3)


def test_nothing_decided_is_no_score_not_zero() -> None:
    """空白不是 0 分（field.md §6 第 10 条）；权重全为 0 也没有得分。"""
    for rows in ([], some("unknown"), some("extra")):
        found = aggregate(rows)
        assert found.total is None
        assert found.coverage == 0
        assert shown(found) is None
    weightless = Row(indicator="I", weight=Decimal(0), relation="equal")
    assert aggregate([weightless]).total is None


def test_a_row_without_meaning_is_refused() -> None:
    """负权重、不认识的关系：拒绝。"""
    with pytest.raises(ScoreRowWrong):
        Row(indicator="I", weight=Decimal(-1), relation="equal")
    with pytest.raises(ScoreRowWrong):
        Row(indicator="I", weight=Decimal(1), relation="better")


def test_displayed_parts_add_up_to_the_displayed_total() -> None:
    """三个三分之一：33.4 + 33.3 + 33.3 = 100.0，不是 99.9。"""
    third = [Row(indicator=f"I{n}", weight=Decimal(1), relation="equal") for n in range(3)]
    printed = shown(aggregate(third))
    assert printed is not None
    assert printed.parts == (Decimal("33.4"), Decimal("33.3"), Decimal("33.3"))
    assert printed.total == Decimal("100.0")


rows_ = st.lists(
    st.builds(
        Row,
        indicator=st.uuids().map(str),
        weight=st.decimals(0, 1, places=3),
        relation=st.sampled_from(["stricter", "equal", "looser", "unknown", "extra"]),
        gap_ratio=st.none() | st.fractions(-2, 2),
    ),
    max_size=12,
)


@given(rows_, st.sampled_from(Missing), st.integers(0, 3))
def test_contributions_sum_exactly(rows: list[Row], missing: Missing, decimals: int) -> None:
    """各指标的贡献之和恰等于总分；显示的各项之和恰等于显示的总分；总分在上下界内。"""
    found = aggregate(rows, missing)
    printed = shown(found, decimals)
    assert 0 <= found.coverage <= 1
    assert 0 <= found.low <= found.high <= 120
    if found.total is None or printed is None:
        return
    assert sum(c.points for c in found.contributions) == found.total
    assert sum(printed.parts) == printed.total
    assert found.low <= found.total <= found.high
    for contribution, part in zip(found.contributions, printed.parts, strict=True):
        assert abs(contribution.points - F(part)) < F(1, 10**decimals)
