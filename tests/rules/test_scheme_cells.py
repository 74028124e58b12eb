"""A scheme is written cell by cell, by several people at once, nothing lost: 五(三)3, 附.19."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duibiao.core.canonical import digest
from duibiao.core.compare import scheme_editing_cells as cells
from duibiao.core.compare.scheme_editing import (
    NoSuchPart,
    NumberTaken,
    StandardRole,
    empty_document,
)
from duibiao.core.compare.scheme_editing_cells import Part, Place, Typed, shown, write, write_all
from duibiao.ui.wording import sentence
from tests.rules.test_scheme_editing import WHOLE, example, tree

WORDS = {"越小越好": "smaller_better", "落在区间内": "range"}


def value_of(field: str, word: str) -> str:
    return WORDS.get(word, word) if field == "direction" else word


def of(indicator: str, field: str) -> Place:
    return Place(part=Part.INDICATOR, indicator=indicator, field=field)


def demanded(indicator: str, standard: str, field: str = "text") -> Place:
    return Place(part=Part.REQUIREMENT, indicator=indicator, standard=standard, field=field)


def places(whole: dict[str, Any]) -> list[Place]:
    found = [Place(part=Part.WHOLE, field=f) for f in ("title", "scope", "notes")]
    for entry in whole["indicators"]:
        found += [of(entry["id"], f) for f in (*cells.INDICATOR_FIELDS, "synonyms")]
        for row in whole["benchmark_standards"]:
            found += [demanded(entry["id"], row["number"], f) for f in ("text", "clause", "unit")]
            method = Place(
                part=Part.METHOD, indicator=entry["id"], standard=row["number"], field="method"
            )
            found.append(method)
    for row in whole["benchmark_standards"]:
        found += [
            Place(part=Part.STANDARD, standard=row["number"], field=f) for f in ("title", "kind")
        ]
    return found


@settings(deadline=None)
@given(WHOLE, st.data())
def test_typing_what_stands_there_changes_nothing(
    whole: dict[str, Any], data: st.DataObject
) -> None:
    """每一格照原样再写一遍，方案摘要不变。"""
    place = data.draw(st.sampled_from(places(whole)))
    assert digest(write(whole, place, shown(whole, place))) == digest(whole)


@pytest.mark.parametrize(
    ("place", "typed", "says"),
    [
        (Place(part=Part.WHOLE, field="title"), "新名称", "新名称"),
        (Place(part=Part.WHOLE, field="notes"), "一\n\n二", "一\n二"),
        (of("I1", "weight"), "12.5 %", "12.5"),
        (of("I1", "leading"), "≤10", "≤10"),
        (of("I1", "synonyms"), "甲；乙", "甲；乙"),
        (of("I1", "veto"), "是", "on"),
        (of("I1", "key"), "", ""),
        (of("I2", "parent"), "甲醛", "I1"),
        (demanded("I1", "ISO 3"), "≤30", "≤30"),
        (demanded("I1", "ISO 3", "clause"), "5.1", "5.1"),
        (
            Place(part=Part.METHOD, indicator="I1", standard="ISO 1", field="method"),
            "ISO 14184-1",
            "ISO 14184-1",
        ),
        (Place(part=Part.STANDARD, standard="ISO 1", field="title"), "某", "某"),
    ],
)
def test_what_is_typed_is_what_is_shown(place: Place, typed: str, says: str) -> None:
    """写进去的就是再看到的；清空即回到没有写的样子。"""
    written = write(example(), place, typed)
    assert shown(written, place) == says


def test_an_untouched_tick_is_not_written() -> None:
    """勾选与缺省相同的，不写进方案。"""
    ticked = write(example(), of("I1", "veto"), "on")
    assert ticked["indicators"][0]["veto"] is True
    assert digest(write(ticked, of("I1", "veto"), "")) == digest(example())
    unmarked = write(example(), of("I1", "key"), "")
    assert unmarked["indicators"][0]["key"] is False


def test_two_people_in_one_cell() -> None:
    """别人先改了这一格：不覆盖，两个值都交还；别的格照写。"""
    place = of("I1", "name")
    theirs = write(example(), place, "甲醛含量")
    mine = [Typed(place, "游离甲醛", "甲醛"), Typed(of("I2", "unit"), "kN", "N")]
    whole, refused = write_all(theirs, mine)
    assert [type(one.fact) for one in refused] == [cells.CellMoved]
    assert refused[0].fact.values() == {"typed": "游离甲醛", "present": "甲醛含量"}
    assert "甲醛含量" in sentence(refused[0].fact)
    assert shown(whole, place) == "甲醛含量"
    assert shown(whole, of("I2", "unit")) == "kN"
    again, none = write_all(whole, [Typed(place, "甲醛含量", "甲醛")])
    assert (none, digest(again)) == ([], digest(whole))


@pytest.mark.parametrize(
    "place",
    [
        Place(part=Part.WHOLE, field="indicators"),
        Place(part=Part.WHOLE, field="scheme_id"),
        of("I1", "id"),
        demanded("I1", "ISO 1", "standard"),
    ],
)
def test_only_cells_are_written(place: Place) -> None:
    """编辑页上没有的字段，写不进去。"""
    with pytest.raises(NoSuchPart):
        write(example(), place, "1")


def test_a_cell_of_what_is_gone() -> None:
    """指标、标准已被删去：说明没有了，不出系统错误。"""
    for place in (
        of("I9", "name"),
        demanded("I9", "ISO 1"),
        Place(part=Part.STANDARD, standard="ISO 9", field="title"),
        Place(part=Part.TASK, field="task", nth=4),
    ):
        _, refused = write_all(example(), [Typed(place, "值", "")])
        assert [type(one.fact) for one in refused] == [NoSuchPart]


def test_a_block_makes_the_indicators() -> None:
    """从表格粘贴：已有的行覆盖，多出的行成为新指标；认得“越小越好”。"""
    block = (
        "甲醛\t\t安全\tmg/kg\t越小越好\t40\nＰＨ值\t\t安全\t—\t落在区间内\t30%\n\t\t\t\t\t很高\n"
    )
    whole, refused = cells.paste(empty_document("s", "方案"), of("", "name"), block, value_of)
    assert [r.typed.value for r in refused] == ["很高"]
    rows = whole["indicators"]
    assert [row["id"] for row in rows] == ["s-01", "s-02", "s-03"]
    assert rows[0] == {
        "id": "s-01",
        "name": "甲醛",
        "aspect": "安全",
        "unit": "mg/kg",
        "direction": "smaller_better",
        "weight": Decimal("0.4"),
    }
    assert rows[1]["weight"] == Decimal("0.3")


def test_a_block_fills_the_requirements() -> None:
    """要求的表格粘贴：行是指标，列是标准，超出的格子不写。"""
    whole, refused = cells.paste(
        example(), demanded("I2", "ISO 2"), "≥210\t≥220\t≥230\t多\n6.0\n超出", value_of
    )
    assert refused == []
    assert [shown(whole, demanded("I2", n)) for n in ("ISO 1", "ISO 2", "ISO 3", "GB 1-2000")] == [
        "≥200",
        "≥210",
        "≥220",
        "≥230",
    ]
    assert shown(whole, demanded("I3", "ISO 2")) == "6.0"
    assert len(whole["indicators"]) == 3


def test_a_block_lists_the_standards() -> None:
    """标准清单粘贴：编号在前，重复的编号指出来。"""
    at = Place(part=Part.STANDARD, standard="ISO 3", field="number")
    whole, refused = cells.paste(example(), at, "ISO 30\t甲\nISO 40\t乙\nISO 1\t丙", value_of)
    assert [type(one.fact) for one in refused] == [NumberTaken]
    assert [(r["number"], r["title"]) for r in whole["benchmark_standards"]] == [
        ("ISO 1", ""),
        ("ISO 2", ""),
        ("ISO 30", "甲"),
        ("ISO 40", "乙"),
    ]
    named = cells.add_standard_named(whole, StandardRole.BENCHMARK, " ISO 50 ")
    assert named["benchmark_standards"][-1] == {"number": "ISO 50", "kind": "foreign_advanced"}


def test_a_pasted_parent_is_found_by_name() -> None:
    """上级指标可以写名称；同名不止一个时不猜。"""
    whole = write(tree(), of("I2", "parent"), "力学性能")
    assert whole["indicators"][-1]["parent"] == "M"
    twice = write(tree(), of("I1", "name"), "力学性能")
    with pytest.raises(NoSuchPart):
        write(twice, of("I2", "parent"), "力学性能")
