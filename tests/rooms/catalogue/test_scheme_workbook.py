"""A scheme goes out as a workbook or JSON and comes back exactly: 五(三)3, 附.19–22."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal
from importlib.resources import files
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duibiao.catalogue.scheme_workbook import scheme_workbook
from duibiao.catalogue.scheme_workbook_reading import SchemeBookUnusable, document_of_workbook
from duibiao.core.canonical import canonical, digest, load
from duibiao.core.compare.scheme_editing import empty_document
from duibiao.files.grid import workbook_from_json
from duibiao.files.workbook import read_here, read_workbook
from duibiao.ui.wording import sentence

SCHEMES = {
    entry.name[:-5]: load(entry.read_bytes())
    for entry in sorted((files("duibiao.demo") / "schemes").iterdir(), key=lambda e: e.name)
    if entry.name.endswith(".json")
}
KNITWEAR = SCHEMES["01-infant-knitwear"]
Book = Any  # openpyxl tells no types


def read_quickly(content: bytes) -> dict[str, Any]:
    """The same reader, without a process of its own."""
    return document_of_workbook(workbook_from_json(read_here(content, "方案.xlsx")[0]))


def changed(document: dict[str, Any], change: Callable[[Book], object]) -> bytes:
    """The workbook, opened in another program, changed and stored."""
    book = openpyxl.load_workbook(BytesIO(scheme_workbook(document)))
    change(book)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def problems(content: bytes) -> list[tuple[str, str]]:
    with pytest.raises(SchemeBookUnusable) as unusable:
        read_quickly(content)
    for one in unusable.value.problems:
        assert sentence(one, "zh") != sentence(one, "en")
    return [(one.code, str(one.values()["cell"])) for one in unusable.value.problems]


@pytest.mark.clause("五(三)3-2")
@pytest.mark.parametrize("name", sorted(SCHEMES))
def test_every_example_scheme_comes_back_exactly(name: str) -> None:
    """十个示例方案导出工作簿、再读入，规范 JSON 逐字节相同。"""
    back = document_of_workbook(read_workbook(scheme_workbook(SCHEMES[name]), "方案.xlsx"))
    assert canonical(back) == canonical(SCHEMES[name])


@pytest.mark.parametrize("name", sorted(SCHEMES))
def test_it_comes_back_from_another_program(name: str) -> None:
    """别的软件改成文本数字、调换表和列的次序、加一行表头：读入仍逐字节相同。"""

    def stored_elsewhere(book: Book) -> None:
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    if isinstance(cell.value, int | float):
                        cell.value = str(cell.value)
        sheet = book["指标体系"]
        sheet.move_range(f"B1:B{sheet.max_row}", cols=40)
        sheet.insert_rows(1)
        sheet["A1"] = "婴幼儿服装指标"
        book.move_sheet("指标体系", -3)

    assert digest(read_quickly(changed(SCHEMES[name], stored_elsewhere))) == digest(SCHEMES[name])


KEYS = st.sampled_from(["id", "name", "weight", "text", "standard", "kind", "x-own", "title"])
LEAVES = (
    st.none() | st.booleans() | st.integers(-2, 10**20) | st.text(max_size=6)
    | st.sampled_from(["_x0041_", " ", "a\r\nb", "\t", "=1+1", "高", "3-4", "A;B", "x " * 1900])
    | st.decimals(allow_nan=False, allow_infinity=False, places=20, min_value=-1, max_value=2)
)  # fmt: skip
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
PATHS = st.sampled_from(
    [
        (), ("product_or_service",), ("industry_class",), ("benchmark_standards", 0), ("sections",),
        ("indicators", 0), ("indicators", 1), ("indicators", 0, "test_methods"),
        ("indicators", 0, "domestic_baseline", 0), ("indicators", 1, "benchmark_requirements", 0),
    ]
)  # fmt: skip
NAMES = st.sampled_from(
    [
        "x-own", "title", "scope", "notes", "number", "name", "id", "weight", "key", "veto", "text",
        "synonyms", "leading", "attained", "kind", "direction", "domestic_baseline", "unit",
        "test_methods", "indicators", "benchmark_standards", "technical_route", "timetable",
        "benchmark_requirements", "standard", "selection_reason", "product_or_service", "scale",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(PATHS, NAMES, VALUES), max_size=4))
def test_whatever_a_document_holds_comes_back(
    changes: list[tuple[tuple[str | int, ...], str, Any]],
) -> None:
    """不认识的键、空文字、首尾空格、极长文字、类型不对的值：都能出表再读回，一个字节不丢。"""
    document = {**KNITWEAR, "indicators": KNITWEAR["indicators"][:3]}
    document = deepcopy({**document, "sections": {"technical_route": "一\n\n二"}})
    for path, name, value in changes:
        at: Any = document
        try:
            for step in path:
                at = at[step]
        except (KeyError, IndexError, TypeError):
            continue
        if isinstance(at, dict):
            at[name] = value
    assert canonical(read_quickly(scheme_workbook(document))) == canonical(document)


@pytest.mark.clause("附.22-1")
def test_sections_and_a_tree_come_back() -> None:
    """技术路线、保障措施、时间安排、上级指标、否决、达标值都在表里，读回不变。"""
    document = deepcopy(KNITWEAR)
    document["sections"] = {
        "technical_route": "第一步 比对。\n\n第二步 验证。",
        "safeguards": "成立工作组。",
        "timetable": [{"task": "起草", "from": "2018-09-01", "to": "2018-12", "x": 1}, {}],
    }
    document["indicators"][0] |= {"veto": True, "attained": {"text": "≤20"}, "core": False}
    document["indicators"][1]["parent"] = document["indicators"][0]["id"]
    content = scheme_workbook(document)
    assert canonical(read_quickly(content)) == canonical(document)
    book = openpyxl.load_workbook(BytesIO(content))
    assert [c.value for c in book["三节"]["B"]][1:4] == [
        "第一步 比对。",
        None,
        "第二步 验证。",
    ] or [c.value for c in book["三节"]["B"]][1:4] == ["第一步 比对。", "", "第二步 验证。"]
    assert book["指标体系"]["G2"].value == 15


def test_what_is_typed_in_the_workbook_is_the_scheme() -> None:
    """表里改的就是方案的：权重、要求原文、新指标按名称认领要求。"""

    def edited(book: Book) -> None:
        book["指标体系"]["G2"] = "16%"
        last = book["指标体系"].max_row + 1
        book["指标体系"][f"A{last}"], book["指标体系"][f"B{last}"] = "N1", "新指标"
        row = book["指标要求"].max_row + 1
        for column, value in zip("BDF", ["新指标", "ISO 9", 5], strict=True):
            book["指标要求"][f"{column}{row}"] = value

    back = read_quickly(changed(KNITWEAR, edited))
    assert back["indicators"][0]["weight"] == Decimal("0.16")
    assert back["indicators"][-1] == {
        "id": "N1",
        "name": "新指标",
        "benchmark_requirements": [{"standard": "ISO 9", "text": "5"}],
    }


def test_every_problem_is_told_at_its_cell_and_all_at_once() -> None:
    """错在哪张表、哪一格、读到什么、应填什么，一次说全。"""

    def spoiled(book: Book) -> None:
        book["基本信息"]["A12"], book["基本信息"]["B12"] = "部门", "标准处"
        book["指标体系"]["F2"] = "向上"
        book["指标体系"]["G3"] = "很高"
        book["指标要求"]["A2"] = "没有的指标"
        book["指标要求"]["F3"].number_format = 'm"月"d"日"'
        book["指标要求"]["F3"] = 43163
        book["对标标准"]["A2"] = "参考"
        book["来源"]["B1"] = "页码"

    found = problems(changed(KNITWEAR, spoiled))
    assert set(found) == {
        ("scheme_book_heading_unknown", "A12"),
        ("scheme_book_value", "F2"),
        ("scheme_book_value", "G3"),
        ("scheme_book_indicator_unknown", "A2"),
        ("scheme_book_date", "F3"),
        ("scheme_book_value", "A2"),
        ("scheme_book_heading_unknown", "B1"),
    }


def test_a_workbook_of_something_else_is_refused() -> None:
    """不是方案工作簿：说缺哪张表；标题行没了：说应有哪些标题；程序列被改：指出那一格。"""
    other = BytesIO()
    openpyxl.Workbook().save(other)
    assert problems(other.getvalue()) == [
        ("scheme_book_sheet_missing", ""),
        ("scheme_book_sheet_missing", ""),
    ]
    assert problems(changed(KNITWEAR, lambda book: book["指标要求"].delete_rows(1))) == [
        ("scheme_book_headings_missing", "")
    ]

    def broken(book: Book) -> None:
        sheet = book["指标要求"]
        column = next(c.column for c in sheet[1] if c.value == "其他内容")
        sheet.cell(2, column, "{改了")
        sheet["F2"] = "#REF!"
        sheet["F2"].data_type = "e"

    codes = {code for code, _ in problems(changed(KNITWEAR, broken))}
    assert codes == {"scheme_book_other", "scheme_book_no_value"}


def test_an_empty_scheme_is_the_workbook_to_fill() -> None:
    """空白方案也能出表、读回。"""
    document = empty_document("s-1", "某方案")
    assert canonical(read_quickly(scheme_workbook(document))) == canonical(document)
