"""Every requirement of the ten example schemes is read as recorded beside it, or named here."""

from __future__ import annotations

import json
from decimal import Decimal
from importlib.resources import files
from typing import Any

import pytest

from duibiao.config.topics.parse import answer
from duibiao.core.measure.read import read
from duibiao.core.measure.requirement import FreeText, Unread

LISTS = ("domestic_baseline", "benchmark_requirements")
RECORDED_KIND = {"multi": "multiple", "no_requirement": "none", "unverified": "free_text"}
BOUNDS = ("lo", "lo_closed", "hi", "hi_closed")

DIFFERENCES = {
    "家禽≤4；红肉≤7；肉制品≤6；鲜鱼为融冰温度": (
        "the record leaves out the fourth case, 鲜鱼为融冰温度, which has no number; "
        "the reader keeps it as words"
    ),
}
UNREAD = {"（未核实）": "not_verified"}
WORDS = {
    "由制造商声明，按试验方法复现",
    "No abnormal change",
    "Acceptable to consumers and no abnormal change",
    "Af=1 940·Axc^0.2/U^0.9",
}


def requirements() -> list[tuple[str, str, str, dict[str, Any]]]:
    found = []
    for path in sorted(files("duibiao.demo").joinpath("schemes").iterdir(), key=str):
        if not path.name.endswith(".json"):
            continue
        scheme = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        for indicator in scheme["indicators"]:
            rows = [row for name in LISTS for row in indicator.get(name, ())]
            found += [(path.name, indicator["name"], indicator["direction"], r) for r in rows]
    return found


ALL = requirements()
AGREEING = [found for found in ALL if found[3]["text"] not in DIFFERENCES]
IDS = [f"{name[:2]} {indicator} {row['text'][:24]}" for name, indicator, _, row in AGREEING]


@pytest.mark.clause("附.22-1")
@pytest.mark.parametrize(("scheme", "indicator", "direction", "row"), AGREEING, ids=IDS)
def test_a_requirement_is_read_as_recorded(
    scheme: str, indicator: str, direction: str, row: dict[str, Any]
) -> None:
    """Kind, bounds and open or closed ends equal the recorded ones, in the clause's own unit."""
    found = answer({"text": row["text"], "unit": row.get("unit"), "direction": direction})
    assert_recorded(found, row["parsed"])


def assert_recorded(found: dict[str, Any], recorded: dict[str, Any]) -> None:
    kind = recorded["kind"]
    assert found["kind"] == RECORDED_KIND.get(kind, kind)
    if kind == "multi":
        assert len(found["items"]) == len(recorded["cases"])
        for item, case in zip(found["items"], recorded["cases"], strict=True):
            assert_recorded(item, case)
        return
    for bound in BOUNDS:
        expected = recorded.get(bound)
        number = float(expected) if isinstance(expected, Decimal) else expected
        assert found[bound] == number, bound
    if recorded.get("grade"):
        assert found["grade"] == recorded["grade"]


def test_the_differences_are_still_differences() -> None:
    """The list of explained differences holds nothing that agrees by now."""
    texts = {row["text"]: (direction, row) for _, _, direction, row in ALL}
    for text in DIFFERENCES:
        direction, row = texts[text]
        found = answer({"text": text, "unit": row.get("unit"), "direction": direction})
        with pytest.raises(AssertionError):
            assert_recorded(found, row["parsed"])


def test_what_gives_no_limit_is_listed() -> None:
    """Every requirement without a limit is in one of two lists: unread, or words."""
    unread, words = {}, set()
    for _, _, direction, row in ALL:
        content = read(row["text"], unit=row.get("unit"), direction=direction).content
        if isinstance(content, Unread):
            unread[row["text"]] = content.problem.code
        elif isinstance(content, FreeText):
            words.add(row["text"])
    assert unread == UNREAD
    assert words == WORDS
    assert len(ALL) == 330
