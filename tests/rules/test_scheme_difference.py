"""What changed between two versions of a scheme (五(三)2-1): nothing changes unseen."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.core.canonical import canonical
from duibiao.core.compare.scheme_difference import ChangeWay, SchemePart, difference
from tests.rules.example_schemes import complete_document, indicator, requirement


def changed(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """The example with one place set."""
    whole = complete_document()
    place: Any = whole
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return whole


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        pytest.param(("scope",), "管道", (
            SchemePart.WHOLE, "", "scope", "", "管道"), id="适用范围补上"),
        pytest.param(("sections", "safeguards"), "专人", (
            SchemePart.WHOLE, "", "sections.safeguards",
            "市场监管委牵头，标准化院承担。", "专人"),
            id="保障措施改写"),
        pytest.param(("sections", "timetable", 0, "to"), "2018-06-30", (
            SchemePart.TASK, "1", "to", "2018-05-31", "2018-06-30"), id="任务推迟"),
        pytest.param(("benchmark_standards", 1, "country"), "法国", (
            SchemePart.STANDARD, "ISO 2", "country", "德国", "法国"), id="国别改正"),
        pytest.param(("indicators", 0, "weight"), Decimal("0.7"), (
            SchemePart.INDICATOR, "屈服强度", "weight", "0.6", "0.7"), id="权重提高"),
        pytest.param(("indicators", 0, "leading", "text"), "≥420", (
            SchemePart.INDICATOR, "屈服强度", "leading.text", "≥400", "≥420"), id="领跑值提高"),
        pytest.param(("indicators", 0, "benchmark_requirements", 0, "text"), "≥360", (
            SchemePart.REQUIREMENT, "屈服强度 · ISO 1", "text", "≥355", "≥360"), id="要求原文改正"),
        pytest.param(("indicators", 0, "synonyms"), ["屈服"], (
            SchemePart.INDICATOR, "屈服强度", "synonyms", "", "屈服"), id="加一个别名"),
    ],
)  # fmt: skip
def test_one_place_changed_is_one_change_told(
    path: tuple[str | int, ...], value: object, told: tuple[str, ...]
) -> None:
    """改哪一格，就说哪一格：从什么改成什么。"""
    (found,) = difference(complete_document(), changed(path, value))
    assert found.way is ChangeWay.CHANGED
    assert (found.part, found.name, found.field, found.before, found.after) == told


def test_an_indicator_that_comes_or_goes_is_told_once() -> None:
    """新增、删去一项指标连同它的要求，各说一次；单独增删一条要求，说那一条的原文。"""
    before, after = complete_document(), complete_document()
    after["indicators"].append(indicator(3, "伸长率", "%", "larger_better", "0", "≥20"))
    after["indicators"][1]["benchmark_requirements"].append(requirement("ISO 2", "≤0.18"))
    told = [(c.part, c.way, c.name, c.after) for c in difference(before, after)]
    assert told == [
        (SchemePart.REQUIREMENT, ChangeWay.ADDED, "含碳量 · ISO 2", "≤0.18"),
        (SchemePart.INDICATOR, ChangeWay.ADDED, "伸长率", ""),
    ]
    back = [(c.part, c.way, c.name, c.before) for c in difference(after, before)]
    assert back == [
        (SchemePart.REQUIREMENT, ChangeWay.REMOVED, "含碳量 · ISO 2", "≤0.18"),
        (SchemePart.INDICATOR, ChangeWay.REMOVED, "伸长率", ""),
    ]


def test_a_whole_part_is_told_with_its_words() -> None:
    """新增一项任务，说任务和起止日；新增一份标准，说名称。"""
    after = complete_document()
    after["sections"]["timetable"].append(
        {"task": "复核", "from": "2018-06-01", "to": "2018-06-30"}
    )
    after["benchmark_standards"].append({"number": "EN 1", "title": "钢管"})
    told = [(c.part, c.name, c.after) for c in difference(complete_document(), after)]
    assert told == [
        (SchemePart.STANDARD, "EN 1", "钢管"),
        (SchemePart.TASK, "2", "复核 2018-06-01 2018-06-30"),
    ]


def test_order_is_no_difference() -> None:
    """只换先后次序，不算改动。"""
    turned = complete_document()
    turned["indicators"].reverse()
    turned["benchmark_standards"].reverse()
    assert difference(complete_document(), turned) == ()


def places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every plain value of a document."""
    if isinstance(value, dict):
        return [p for k, v in value.items() for p in places(v, (*path, k))]
    if isinstance(value, list):
        return [p for n, v in enumerate(value) for p in places(v, (*path, n))]
    return [path]


@given(st.data())
def test_nothing_changes_unseen(data: st.DataObject) -> None:
    """随便改一处，总有一条改动；不改，一条也没有。"""
    before = complete_document()
    path = data.draw(st.sampled_from(places(before)))
    after = changed(path, data.draw(st.text("甲乙丙丁", min_size=1, max_size=8)))
    same = canonical(before) == canonical(after)
    assert (difference(before, after) == ()) is same
    assert difference(after, deepcopy(after)) == ()
