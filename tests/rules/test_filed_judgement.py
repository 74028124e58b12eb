"""From a filing to a scheme's judgement, and the rehearsal of a scheme (issue 4 point 3)."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duibiao.core.canonical import canonical, load
from duibiao.core.compare.filed import (
    DeclaredProduct,
    DeclaredValue,
    Fit,
    NotJudged,
    Unplaced,
    judge_product,
)
from duibiao.core.compare.judge import judge
from duibiao.core.compare.outcome import Outcome
from duibiao.core.compare.rehearsal import By, Candidate, moves, rehearse
from duibiao.core.compare.scheme_document import read_scheme
from tests.rules.example_schemes import (
    CONFORMING,
    FAILING,
    LEADER,
    declare,
    document,
    g0,
    g0_document,
    indicator,
)

G0_NAMES = (("耐久", "h"), ("能耗", "kWh"), ("噪声", "dB"), ("安全等级", ""))


def product(
    texts: tuple[str | None, ...], name: str = "某牌示例产品", class_code: str = "", key: str = "1"
) -> DeclaredProduct:
    return DeclaredProduct(
        key=key,
        name=name,
        class_code=class_code,
        values=tuple(
            DeclaredValue(key=f"{key}-{n}", name=n, text=t, unit=u)
            for (n, u), t in zip(G0_NAMES, texts, strict=True)
        ),
    )


@pytest.mark.parametrize(
    ("name", "class_code", "fit"),
    [
        ("示例产品", "", Fit.BY_NAME),
        ("某牌示例产品（大号）", "9999", Fit.BY_NAME),
        ("制动盘", "3670", Fit.BY_CLASS),
        ("制动盘", "C3670", Fit.BY_CLASS),
        ("制动盘", "36", None),
        ("制动盘", "3671", None),
        ("示例产品包装机", "", None),
        ("", "", None),
    ],
)
def test_a_scheme_fits_by_name_or_by_class(name: str, class_code: str, fit: Fit | None) -> None:
    """产品名以方案产品名结尾，或行业代码在方案行业之内且有确定对应的指标；更粗的代码不足以认定。"""
    scheme = read_scheme({**g0_document(), "industry_class": {"code": "3670", "name": "零部件"}})
    assert judge_product(scheme, product(LEADER, name, class_code)).fit is fit


@pytest.mark.parametrize("texts", [LEADER, CONFORMING, FAILING, ("≥8000", "≤0.45", None, "A")])
def test_a_filing_is_judged_as_if_made_for_the_scheme(texts: tuple[str | None, ...]) -> None:
    """申报内容按方案比对，结论与直接按方案填写相同。"""
    judgement = judge_product(g0(), product(texts)).judgement
    assert judgement is not None
    assert judgement.outcome is judge(g0(), declare(texts)).outcome


def test_what_is_not_sure_is_not_judged_but_named() -> None:
    """名称不确定的指标不参加比对，列出可能所指；不在方案中的指标写明。"""
    scheme = read_scheme(document(indicator(1, "甲醛释放量", "mg/m3", "smaller_better", "1", "≤1")))
    values = (
        DeclaredValue(key="a", name="甲醛释放量限值", text="≤0.5"),
        DeclaredValue(key="b", name="光泽", text="≥5"),
    )
    found = judge_product(scheme, DeclaredProduct(key="1", name="示例产品", values=values))
    assert found.meanings["b"].unplaced is Unplaced.NOT_IN_SCHEME
    if found.meanings["a"].unplaced is Unplaced.UNCERTAIN:
        assert found.meanings["a"].candidates == ("甲醛释放量",)


def test_the_schemes_product_without_its_indicators_is_not_judged() -> None:
    """名称相符而一项指标也没有：不判，理由有类型；不计为不达标。"""
    bare = DeclaredProduct(key="1", name="示例产品")
    assert judge_product(g0(), bare).not_judged is NotJudged.NO_INDICATOR


def test_counted_and_not_counted_are_everybody() -> None:
    """计入与不计入合计等于全部；未提交的不计入，理由有类型；各分组之和等于总数。"""
    candidates = [
        Candidate(product=product(LEADER, key="1"), groups={By.DISTRICT: "120101"}),
        Candidate(product=product(FAILING, key="2"), groups={By.DISTRICT: "120102"}),
        Candidate(product=product(LEADER, key="3"), handed_in=False),
        Candidate(product=product(LEADER, "别的", key="4")),
    ]
    found = rehearse(g0(), candidates)
    assert found.counts.outcomes[Outcome.LEADING] == 1
    assert found.counts.not_judged[NotJudged.NOT_HANDED_IN] == 1
    assert found.counts.judged + found.counts.left_out == len(candidates)
    by = found.by(By.DISTRICT)
    assert sum(one.judged + one.left_out for one in by.values()) == len(candidates)
    assert by["120101"].outcomes[Outcome.LEADING] == 1
    members = found.members(Outcome.LEADING, {By.DISTRICT: "120101"})
    assert [one.candidate.product.key for one in members] == ["1"]


def test_who_moves_between_two_versions_is_named() -> None:
    """把噪声限值从 60 收紧到 50：达标的企业改为不达标，列名；未变的不列。"""
    tighter = g0_document()
    tighter["indicators"][2]["benchmark_requirements"][0]["text"] = "≤50"
    candidates = [
        Candidate(product=product(CONFORMING, key="1")),
        Candidate(product=product(FAILING, key="2")),
    ]
    found = moves(rehearse(g0(), candidates), rehearse(read_scheme(tighter), candidates))
    assert [(m.after.candidate.product.key, m.before.figure, m.after.figure) for m in found] == [
        ("1", Outcome.ATTAINED, Outcome.UNATTAINABLE)
    ]


LIMITS = (
    st.integers(1000, 9000).map(lambda n: f"≥{n}"),
    st.integers(10, 99).map(lambda n: f"≤0.{n}"),
    st.integers(40, 70).map(lambda n: f"≤{n}"),
    st.sampled_from("ABC"),
)


@st.composite
def drafts(draw: st.DrawFn) -> dict[str, Any]:
    """The plan's example with other limits, leading values there or not, any class."""
    whole = g0_document()
    for row, limit in zip(whole["indicators"], LIMITS, strict=True):
        row["benchmark_requirements"][0]["text"] = draw(limit)
        if draw(st.booleans()):
            row.pop("leading", None)
    whole["industry_class"] = {"code": draw(st.sampled_from(["", "3670", "36"])), "name": ""}
    return whole


@st.composite
def filings(draw: st.DrawFn) -> list[Candidate]:
    """Products with some of the values, of any name and class, handed in or not."""
    found = []
    for n in range(draw(st.integers(0, 6))):
        texts = tuple(draw(st.one_of(st.none(), limit)) for limit in LIMITS)
        name = draw(st.sampled_from(["示例产品", "新示例产品", "制动盘", ""]))
        code = draw(st.sampled_from(["", "36", "3670", "C3671", "不详"]))
        made = product(texts, name, code, key=str(n))
        found.append(Candidate(product=made, handed_in=draw(st.booleans())))
    return found


@settings(max_examples=60, deadline=None)
@given(draft=drafts(), candidates=filings())
def test_a_rehearsal_counts_what_the_published_scheme_will_count(
    draft: dict[str, Any], candidates: list[Candidate]
) -> None:
    """预演数 = 发布后实际数：草案预演，与冻结的规范文本逐件判定后计数，完全相等。"""
    rehearsed = rehearse(read_scheme(draft), candidates)
    frozen = read_scheme(load(canonical(draft)))
    judged: Counter[Any] = Counter()
    for one in candidates:
        if one.handed_in:
            verdict = judge_product(frozen, one.product)
            judged[verdict.judgement.outcome if verdict.judgement else verdict.not_judged] += 1
    counts: dict[Any, int] = dict(rehearsed.counts.outcomes)
    counts.update(rehearsed.counts.not_judged)
    waiting = counts.pop(NotJudged.NOT_HANDED_IN)
    assert {k: n for k, n in counts.items() if n} == dict(judged)
    assert waiting == sum(not one.handed_in for one in candidates)
    assert rehearsed.scheme.digest == frozen.digest
