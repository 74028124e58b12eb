"""A scheme is edited part by part; what an edit does not name stays as it was: 五(三)3, 附.19."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duibiao.core.canonical import digest, load
from duibiao.core.compare import scheme_editing as editing
from duibiao.core.compare import scheme_editing_indicators as indicators
from duibiao.core.compare.scheme_editing import StandardRole
from duibiao.core.errors import Fact
from duibiao.ui.wording import sentence
from tests.rules.example_schemes import document, indicator, requirement

DOCUMENTS = [
    load(entry.read_bytes())
    for entry in sorted((files("duibiao.demo") / "schemes").iterdir(), key=lambda e: e.name)
    if entry.name.endswith(".json")
]
WHOLE = st.sampled_from(DOCUMENTS)
# What nobody knows is kept wherever it stands.
UNKNOWN = {"x-own": {"kept": [1, None, Decimal("0.10")]}}


def example() -> dict[str, Any]:
    made = document(
        indicator(1, "甲醛", "mg/kg", "smaller_better", "0.5", "≤20", "≤16", **UNKNOWN),
        indicator(2, "断裂强力", "N", "larger_better", "0.3", "≥200"),
        indicator(3, "pH值", "", "range", "0.2", "4.0～7.5"),
    )
    made["domestic_baseline_standards"] = [{"number": "GB 1-2000", "title": "", **UNKNOWN}]
    return {**made, **UNKNOWN}


def names(whole: dict[str, Any]) -> list[str]:
    return [entry["name"] for entry in whole["indicators"]]


def tree() -> dict[str, Any]:
    """安全性（甲醛，pH值），力学性能（断裂强力）"""
    return document(
        {"id": "S", "name": "安全性"},
        indicator(1, "甲醛", "mg/kg", "smaller_better", "0.5", "≤20", parent="S"),
        indicator(2, "pH值", "", "range", "0.2", "4.0～7.5", parent="S"),
        {"id": "M", "name": "力学性能"},
        indicator(3, "断裂强力", "N", "larger_better", "0.3", "≥200", parent="M"),
    )


@pytest.mark.parametrize(
    "path", ["title", "scope", "product_or_service.name", "sections.technical_route"]
)
@settings(deadline=None)
@given(WHOLE, st.text(min_size=1))
def test_setting_and_setting_back_is_nothing(path: str, whole: dict[str, Any], text: str) -> None:
    """改了再改回来，与原方案摘要相同；原来没有的，删去后也不留痕迹。"""
    before = editing.value_at(whole, path)
    untouched = deepcopy(whole)
    changed = editing.put(whole, path, text)
    assert editing.value_at(changed, path) == text
    assert digest(editing.put(changed, path, before)) == digest(whole)
    assert whole == untouched


@settings(deadline=None)
@given(WHOLE, st.data())
def test_a_standard_added_and_removed_leaves_nothing(
    whole: dict[str, Any], data: st.DataObject
) -> None:
    """加一项标准又删去，改编号又改回，移动又移回：摘要不变。"""
    role = data.draw(st.sampled_from(StandardRole))
    at = data.draw(st.integers(0, len(whole[role.standards])))
    added = editing.add_standard(whole, role, {"number": "ISO 99:2011"}, at)
    assert added[role.standards][at] == {"number": "ISO 99:2011"}
    assert digest(editing.remove_standard(added, "ISO 99:2011")) == digest(whole)
    number = data.draw(st.sampled_from([row["number"] for _, row in editing.standards_of(whole)]))
    renamed = editing.change_standard(whole, number, "number", "ISO 99:2011")
    assert editing.citations(renamed, number) == 0
    assert editing.citations(renamed, "ISO 99:2011") == editing.citations(whole, number)
    assert digest(editing.change_standard(renamed, "ISO 99:2011", "number", number)) == digest(
        whole
    )


@settings(deadline=None)
@given(WHOLE, st.data())
def test_an_indicator_moved_and_moved_back_is_where_it_was(
    whole: dict[str, Any], data: st.DataObject
) -> None:
    """指标上移再下移、加一项又删去：摘要不变。"""
    ids = [entry["id"] for entry in whole["indicators"]]
    at = data.draw(st.integers(0, len(ids) - 1))
    to = data.draw(st.integers(0, len(ids) - 1))
    moved = indicators.move_indicator(whole, ids[at], to - at)
    assert [e["id"] for e in moved["indicators"]].index(ids[at]) == to
    assert digest(indicators.move_indicator(moved, ids[at], at - to)) == digest(whole)
    added = indicators.add_indicator(whole, {"name": "新"}, after=ids[at])
    fresh = added["indicators"][at + 1]["id"]
    assert fresh not in ids
    assert digest(indicators.remove_indicator(added, fresh)) == digest(whole)


@settings(deadline=None)
@given(WHOLE, st.data(), st.text(min_size=1))
def test_a_requirement_written_and_written_back(
    whole: dict[str, Any], data: st.DataObject, text: str
) -> None:
    """要求改了再照原样写回，摘要不变；新写的要求删去后也不留痕迹。"""
    entry = data.draw(st.sampled_from(whole["indicators"]))
    numbers = [row["number"] for _, row in editing.standards_of(whole)]
    standard = data.draw(st.sampled_from(numbers))
    row = indicators.requirement_of(entry, standard)
    changed = indicators.set_requirement(whole, entry["id"], standard, {"text": text})
    found = indicators.requirement_of(indicators.indicator_of(changed, entry["id"]), standard)
    assert found is not None
    assert found["text"] == text
    before = {"text": None} if row is None else row
    back = indicators.set_requirement(changed, entry["id"], standard, before)
    assert digest(back) == digest(whole)


def test_bounds_recorded_for_a_text_go_with_it() -> None:
    """原文改了，旁边为旧原文记录的限值不再作数；只改条款号则保留。"""
    whole = example()
    whole["indicators"][0]["benchmark_requirements"][0] = requirement(
        "ISO 1", "见附录", parsed={"kind": "numeric", "hi": 30}
    )
    kept = indicators.set_requirement(whole, "I1", "ISO 1", {"clause": "5.1"})
    gone = indicators.set_requirement(whole, "I1", "ISO 1", {"text": "≤20"})
    assert kept["indicators"][0]["benchmark_requirements"][0]["parsed"]
    assert "parsed" not in gone["indicators"][0]["benchmark_requirements"][0]


def test_a_requirement_stands_under_the_list_of_its_standard() -> None:
    """国内基准标准的要求写在基准一栏，对标标准的写在对标一栏。"""
    whole = indicators.set_requirement(example(), "I1", "GB 1-2000", {"text": "≤75"})
    entry = whole["indicators"][0]
    assert entry["domestic_baseline"] == [{"standard": "GB 1-2000", "text": "≤75"}]
    again = indicators.set_requirement(whole, "I1", "GB 1-2000", {"text": None})
    assert digest(again) == digest(example())


def test_what_is_cited_stays() -> None:
    """标准下还有要求的，不能删；编号重复、编号为空的，不收。"""
    with pytest.raises(editing.StandardCited) as cited:
        editing.remove_standard(example(), "ISO 1")
    assert cited.value.count == 3
    with pytest.raises(editing.NumberTaken):
        editing.change_standard(example(), "ISO 2", "number", "ISO 1")
    with pytest.raises(editing.NumberEmpty):
        editing.add_standard(example(), StandardRole.BENCHMARK, {"title": "无编号"})
    with pytest.raises(editing.NoSuchPart):
        editing.move_standard(example(), "ISO 77", 1)


@pytest.mark.clause("五(三)3-2c")
def test_a_branch_moves_as_one() -> None:
    """上级指标移动，下级跟着走；同级之间换位。"""
    moved = indicators.move_indicator(tree(), "M", -1)
    assert names(moved) == ["力学性能", "断裂强力", "安全性", "甲醛", "pH值"]
    assert names(indicators.move_indicator(moved, "M", 1)) == names(tree())
    assert names(indicators.move_indicator(tree(), "I2", -1))[1:3] == ["pH值", "甲醛"]


def test_an_indicator_changes_its_parent() -> None:
    """换上级：放在新上级各项之后；不能放在自己的下级之下；改回去摘要不变。"""
    moved = indicators.change_indicator(tree(), "I2", "parent", "M")
    assert names(moved) == ["安全性", "甲醛", "力学性能", "断裂强力", "pH值"]
    assert digest(indicators.set_parent(moved, "I2", "S")) == digest(tree())
    with pytest.raises(indicators.UnderItself):
        indicators.set_parent(tree(), "S", "I1")
    assert indicators.depth_of(tree()) == {"S": 0, "I1": 1, "I2": 1, "M": 0, "I3": 1}


def test_below_a_removed_indicator_they_come_up() -> None:
    """删去上级指标，下级升一级，不丢。"""
    left = indicators.remove_indicator(tree(), "S")
    assert names(left) == ["甲醛", "pH值", "力学性能", "断裂强力"]
    assert "parent" not in left["indicators"][0]


def test_a_new_indicator_stands_beside_its_neighbour() -> None:
    """新指标加在所选指标之后，同一上级；在上级指标后加，则在其整支之后。"""
    assert indicators.add_indicator(tree(), {"name": "新"}, "I1")["indicators"][2] == {
        "id": "example-06",
        "name": "新",
        "parent": "S",
    }
    assert names(indicators.add_indicator(tree(), {"name": "新"}, "S"))[3] == "新"


@pytest.mark.parametrize(
    ("typed", "share"),
    [("15", "0.15"), ("15 %", "0.15"), ("１２．５％", "0.125"), ("0", "0"), ("100", "1")],
)
def test_a_weight_is_a_percentage(typed: str, share: str) -> None:
    """权重按百分数填写：15 即 15%，精确无误差。"""
    assert indicators.read_weight(typed) == Decimal(share)
    assert indicators.shown_weight(indicators.read_weight(typed)) == indicators.shown_weight(
        Decimal(share)
    )


@pytest.mark.parametrize("typed", ["很重要", "-1", "101", "NaN", "1e-99"])
def test_what_is_no_percentage_is_refused(typed: str) -> None:
    """不是 0 到 100 的百分数，拒绝并说明怎么写。"""
    with pytest.raises(indicators.NotAWeight) as refused:
        indicators.read_weight(typed)
    assert typed in sentence(refused.value)


@pytest.mark.clause("五(三)3-3")
@settings(deadline=None)
@given(
    st.lists(st.integers(0, 2000).map(lambda n: Decimal(n).scaleb(-4)), max_size=5),
    st.integers(1, 9),
)
def test_the_rest_of_the_weights_is_spread_exactly(weights: list[Decimal], empty: int) -> None:
    """剩余权重平均分给未填的指标，合计正好 100%，各项之差不超过 0.01%，已填的不动。"""
    whole = document(
        *({"id": f"W{n}", "weight": w} for n, w in enumerate(weights) if w),
        *({"id": f"E{n}"} for n in range(empty)),
    )
    spread = indicators.spread_weights(whole)
    assert indicators.weight_sum(spread) == 1
    given_now = [e["weight"] for e in spread["indicators"] if e["id"].startswith("E")]
    assert max(given_now) - min(given_now) <= Decimal("0.0001")
    assert [e["weight"] for e in spread["indicators"][: -len(given_now)]] == [
        w for w in weights if w
    ]


def test_nothing_is_spread_where_nothing_is_left() -> None:
    """已满 100% 或没有空着的指标，不分配，说明原因。"""
    with pytest.raises(indicators.NothingToSpread):
        indicators.spread_weights(example())
    whole = tree()
    for entry in whole["indicators"]:
        entry.pop("weight", None)
    spread = indicators.spread_weights(whole)
    assert "weight" not in spread["indicators"][0]


def test_the_timetable_is_rows() -> None:
    """时间安排逐行加、改、移、删；删尽即无此节。"""
    whole = editing.add_row(example(), editing.TIMETABLE, {"task": "起草", "from": "2019-01"})
    whole = editing.add_row(whole, editing.TIMETABLE, {"task": "验证"}, 0)
    whole = editing.change_row(whole, editing.TIMETABLE, 0, "to", "2019-06")
    whole = editing.move_row(whole, editing.TIMETABLE, 0, 1)
    assert [row["task"] for row in editing.value_at(whole, editing.TIMETABLE)] == ["起草", "验证"]
    for _ in range(2):
        whole = editing.remove_row(whole, editing.TIMETABLE, 0)
    assert digest(whole) == digest(example())
    with pytest.raises(editing.NoSuchPart):
        editing.change_row(whole, editing.TIMETABLE, 3, "to", "2019")


def test_what_nobody_knows_is_kept() -> None:
    """不认识的字段，经过各种修改都原样保留。"""
    whole = indicators.set_method(example(), "I1", "ISO 1", "ISO 14184-1")
    whole = indicators.change_indicator(whole, "I1", "name", "甲醛含量")
    whole = editing.change_standard(whole, "GB 1-2000", "title", "某标准")
    whole = editing.move_standard(whole, "ISO 3", -2)
    whole = indicators.spread_weights(indicators.change_indicator(whole, "I2", "weight", None))
    assert whole["x-own"] == whole["indicators"][0]["x-own"] == UNKNOWN["x-own"]
    assert whole["domestic_baseline_standards"][0]["x-own"] == UNKNOWN["x-own"]
    assert whole["indicators"][0]["test_methods"] == {"ISO 1": "ISO 14184-1"}


@pytest.mark.parametrize(
    "refused",
    [
        editing.NoSuchPart("甲"),
        editing.NumberTaken("甲"),
        editing.NumberEmpty(""),
        editing.StandardCited("甲", 2),
        indicators.UnderItself("甲"),
        indicators.NothingToSpread("0"),
    ],
)
def test_every_refusal_is_said(refused: Fact) -> None:
    """每种拒绝都有中文和英文。"""
    assert sentence(refused, "zh") != sentence(refused, "en")


def test_an_empty_scheme_wants_everything() -> None:
    """空白方案可以编辑，编号和名称已有。"""
    whole = editing.empty_document("s-1", "某方案")
    assert indicators.add_indicator(whole, {})["indicators"] == [{"id": "s-1-01"}]
    assert indicators.weight_sum(whole) == 0
