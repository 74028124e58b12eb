"""One filing, many yardsticks: 比对矩阵 (issue 4 point 7; field.md §4 item 13)."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from duibiao.core.compare.filed import DeclaredProduct, DeclaredValue
from duibiao.core.compare.matrix import (
    OWN,
    Absence,
    Matrix,
    Summit,
    Tally,
    count,
    matrix,
    speaks_of,
    yardsticks_of,
)
from duibiao.core.compare.relation import Relation
from duibiao.core.compare.scheme import Scheme
from duibiao.core.compare.scheme_document import read_scheme
from tests.rules.example_schemes import document, indicator


def filed(*values: tuple[str, str, str], product: str = "示例产品") -> DeclaredProduct:
    return DeclaredProduct(
        key="1",
        name=product,
        values=tuple(
            DeclaredValue(key=str(n), name=name, text=text, unit=unit)
            for n, (name, text, unit) in enumerate(values)
        ),
    )


def noise(*demands: str, direction: str = "smaller_better") -> Scheme:
    return read_scheme(
        document(indicator(1, "噪声", "dB", direction, "1", *demands), standards=len(demands))
    )


def against(scheme: Scheme, *values: tuple[str, str, str]) -> Matrix:
    return matrix(filed(*values), yardsticks_of(scheme, "s"))


def test_each_cell_says_how_the_declared_value_stands() -> None:
    """噪声 ≤58 dB：严于 ≤60、等同 ≤58、宽于 ≤52，差距带符号（宽于为正）。"""
    found = against(noise("≤60", "≤58", "≤52"), ("噪声", "≤58", "dB"))
    row = found.row("0")
    assert [c.relation for c in row] == [Relation.STRICTER, Relation.EQUAL, Relation.LOOSER]
    assert row[2].deciding is not None
    assert row[2].deciding.comparison.abs_gap == 6
    assert [c.tally.looser for c in found.columns] == [0, 0, 1]
    assert count(row) == Tally(stricter=1, equal=1, looser=1)


def test_the_strictest_cell_of_a_row_is_found_by_the_engine() -> None:
    """三个标准中 ≤52 最严；企业自己的值更严时，企业值最严。"""
    scheme = noise("≤60", "≤58", "≤52")
    assert against(scheme, ("噪声", "≤58", "dB")).strictest["0"].keys == ("s.3",)
    best = against(scheme, ("噪声", "≤50", "dB")).strictest["0"]
    assert (best.keys, best.summit) == ((OWN,), Summit.ONE)


def test_equal_demands_share_the_top() -> None:
    """两格要求相同，都是最严，并说明“相同”。"""
    best = against(noise("≤52", "≤52"), ("噪声", "≤60", "dB")).strictest["0"]
    assert (best.keys, best.summit) == (("s.1", "s.2"), Summit.EQUAL)


def test_several_may_be_strictest_when_none_is_above_the_others() -> None:
    """偏序：40~60 与 50~70 互不包含，两格都列为最严，并说明互不可比。"""
    found = against(noise("40~60", "50~70", direction="range"), ("噪声", "30~80", "dB"))
    assert found.strictest["0"].keys == ("s.1", "s.2")
    assert found.strictest["0"].summit is Summit.SEVERAL


def test_silence_is_absence_and_never_a_requirement() -> None:
    """被引用而未作规定的标准：缺项，有类型；不计严、等、宽，也不参加最严。"""
    whole = document(
        indicator(1, "噪声", "dB", "smaller_better", "0.5", "≤60"),
        indicator(2, "能耗", "kW·h", "smaller_better", "0.5", "≤0.5", "≤0.4"),
        standards=2,
    )
    found = against(read_scheme(whole), ("噪声", "≤58", "dB"), ("光泽", "≥5", ""))
    assert [c.absence for c in found.row("0")] == [None, Absence.NOT_STATED]
    assert {c.absence for c in found.row("1")} == {Absence.NOT_IN_SCHEME}
    assert found.columns[1].tally == Tally(absent=2)
    assert found.strictest["0"].keys == (OWN,)


def test_an_indicator_declared_twice_differently_is_compared_with_neither() -> None:
    """同一指标申报两次且数值不同：两行都不比，写明重复。"""
    found = against(noise("≤60"), ("噪声", "≤58", "dB"), ("噪声", "≤62", "dB"))
    assert [found.row(key)[0].absence for key in "01"] == [Absence.REPEATED, Absence.REPEATED]


def test_words_are_not_ranked() -> None:
    """读不出集合的值不参加最严。"""
    found = against(noise("≤60"), ("噪声", "符合要求", "dB"))
    assert found.strictest["0"].keys == ("s.1",)


def test_a_standard_that_says_nothing_of_the_product_is_known() -> None:
    """只有就某项申报指标作出规定的标准才列入可选。"""
    whole = document(indicator(1, "噪声", "dB", "smaller_better", "1", "≤60"), standards=2)
    speaking = [
        speaks_of(one, filed(("噪声", "≤58", "dB")))
        for one in yardsticks_of(read_scheme(whole), "s")
    ]
    assert speaking == [True, False]


LIMITS = st.integers(1, 99).map(lambda n: f"≤{n}")
NAMES = ("噪声", "能耗", "甲醛含量")
WEIGHTS = {1: ("1",), 2: ("0.5", "0.5"), 3: ("0.5", "0.3", "0.2")}


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    """A scheme about some of three indicators, with up to three standards each."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
    rows: list[dict[str, Any]] = [
        indicator(
            n,
            name,
            "dB",
            "smaller_better",
            weight,
            *draw(st.lists(LIMITS, min_size=1, max_size=3)),
        )
        for n, (name, weight) in enumerate(zip(names, WEIGHTS[len(names)], strict=True), 1)
    ]
    return read_scheme(document(*rows))


@settings(max_examples=60, deadline=None)
@given(
    found=st.lists(schemes(), min_size=2, max_size=3),
    values=st.lists(st.tuples(st.sampled_from(NAMES), LIMITS, st.just("dB")), max_size=3),
    more=st.data(),
)
def test_adding_a_standard_changes_only_columns(
    found: list[Scheme], values: list[tuple[str, str, str]], more: st.DataObject
) -> None:
    """增加一个标准只增加一列：申报内容与其余各列逐格不变；最严只会被更严或相当的一格取代。"""
    product = filed(*values)
    every = [y for n, scheme in enumerate(found) for y in yardsticks_of(scheme, str(n))]
    added = more.draw(st.integers(0, len(every) - 1))
    before = matrix(product, every[:added] + every[added + 1 :])
    after = matrix(product, every)
    assert after.product == before.product
    assert after.columns[:added] + after.columns[added + 1 :] == before.columns
    for key, best in after.strictest.items():
        new = {every[added].key}
        assert set(best.keys) <= set(before.strictest[key].keys) | new
