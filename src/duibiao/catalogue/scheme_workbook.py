"""A technical scheme as a workbook: seven sheets that `scheme_workbook_reading` reads back exactly.

Every word is written as text, so that 3-4 stays a grade and no name becomes a formula.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from duibiao.catalogue import scheme_workbook_columns as the
from duibiao.catalogue.scheme_workbook_columns import Column, Form
from duibiao.core.canonical import digest
from duibiao.core.compare.scheme_editing import StandardRole, place, value_at

UNDATED = datetime(2000, 1, 1, tzinfo=UTC)  # the same document gives the same bytes
DIGEST_PROPERTY = "duibiao-scheme-draft"
DIGITS = 15  # a workbook keeps so many of a number
VALIDATED_ROWS = 500
GUIDE = (
    ("对标技术方案", ""),
    (the.BASIC_SHEET, "方案编号、名称、产品或服务、行业、适用范围，一行一项。"),
    (
        the.STANDARD_SHEET,
        "国内现行标准和对标标准，一行一项。对标标准分国际、国外先进、国内先进三类。",
    ),
    (
        the.INDICATOR_SHEET,
        "关键技术指标，一行一项。权重写百分数，合计 100。有上级的填上级指标编号。",
    ),
    (the.REQUIREMENT_SHEET, "每项指标、每项标准一行，要求照抄原文。"),
    (the.SECTION_SHEET, "技术路线、保障措施一段一行；时间安排一项任务一行，写起止时间。"),
    (the.NOTE_SHEET, "说明与资料来源，一条一行。"),
    (the.OTHER, "由程序填写，保存表格里放不下的内容。请勿修改；新增的行不用填。"),
    ("列的次序", "可以调换。标题文字请勿改动。"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet: cells by heading, and the rest as JSON."""

    cells: dict[str, str]
    rest: str = ""


@dataclass(frozen=True, slots=True)
class _Formats:
    title: Format
    heading: Format
    text: Format
    number: Format
    quiet: Format


def scheme_workbook(document: dict[str, Any]) -> bytes:
    """The .xlsx of a scheme document, whole or half done."""
    rest = deepcopy(document)
    sheets = {
        the.STANDARD_SHEET: (the.STANDARDS, list(_standards(rest))),
        **_indicator_sheets(rest),
        the.SECTION_SHEET: ((the.SECTION, *the.TASKS), list(_sections(rest))),
        the.NOTE_SHEET: ((the.NOTE,), list(_notes(rest))),
    }
    cells, other = the.split(rest, the.BASICS)
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": str(document.get("title", "")), "created": UNDATED})
    book.set_custom_property(DIGEST_PROPERTY, digest(document))
    formats = _formats(book)
    _write_guide(book, formats)
    _write_basics(book, cells, other, formats)
    for name, (columns, lines) in sheets.items():
        _write_table(book, name, columns, lines, formats)
    book.close()
    return buffer.getvalue()


# Rows: each takes out of `rest` what it wrote


def _standards(rest: dict[str, Any]) -> Iterator[Line]:
    for role in StandardRole:
        for row in _taken(rest, role.standards):
            cells, other = the.split(row, the.STANDARDS[1:])
            yield Line({the.ROLE.heading: the.ROLES[role.value], **cells}, other)


def _indicator_sheets(rest: dict[str, Any]) -> dict[str, tuple[Sequence[Column], list[Line]]]:
    indicators: list[Line] = []
    requirements: list[Line] = []
    rows = _taken(rest, "indicators")
    count = Counter(str(row.get("id")) for row in rows)
    for row in rows:
        own = str(row.get("id"))
        if count[own] == 1 and the.written(row.get("id"), the.OWNER):
            requirements += _requirements(row)
        indicators.append(Line(*the.split(row, the.INDICATORS)))
    columns = (the.OWNER, the.OWNER_NAME, the.ROLE, *the.REQUIREMENTS, the.METHOD)
    return {
        the.INDICATOR_SHEET: (the.INDICATORS, indicators),
        the.REQUIREMENT_SHEET: (columns, requirements),
    }


def _requirements(indicator: dict[str, Any]) -> Iterator[Line]:
    name = the.written(indicator.get("name"), the.OWNER_NAME)
    methods = indicator.get("test_methods")
    methods = methods if isinstance(methods, dict) else {}
    for role in (StandardRole.BENCHMARK, StandardRole.BASELINE):
        for row in _taken(indicator, role.requirements):
            cells, other = the.split(row, the.REQUIREMENTS)
            standard = cells.get(the.REQUIREMENTS[0].heading, "")
            method = the.written(methods.get(standard), the.METHOD)
            if method:
                del methods[standard]
                cells[the.METHOD.heading] = method
                if not methods:
                    del indicator["test_methods"]
            shown = {the.OWNER_NAME.heading: name} if name else {}
            head = {the.OWNER.heading: indicator["id"], the.ROLE.heading: the.ROLES[role.value]}
            yield Line({**head, **shown, **cells}, other)


def _sections(rest: dict[str, Any]) -> Iterator[Line]:
    for name in ("technical_route", "safeguards"):
        text = value_at(rest, f"sections.{name}")
        paragraphs = text.split("\n") if isinstance(text, str) else []
        if not paragraphs or not all(not one or the.holds(one) for one in paragraphs):
            continue
        for one in paragraphs:
            said = {the.PARAGRAPH: one} if one else {}
            yield Line({the.SECTION.heading: the.SECTIONS[name], **said})
        place(rest, f"sections.{name}", None)
    for row in _taken(rest, "sections.timetable"):
        cells, other = the.split(row, the.TASKS)
        yield Line({the.SECTION.heading: the.SECTIONS["timetable"], **cells}, other)


def _notes(rest: dict[str, Any]) -> Iterator[Line]:
    notes = rest.get("notes")
    if (
        isinstance(notes, list)
        and notes
        and all(isinstance(n, str) and the.holds(n) for n in notes)
    ):
        del rest["notes"]
        yield from (Line({the.NOTE.heading: one}) for one in notes)


def _taken(entry: dict[str, Any], path: str) -> list[dict[str, Any]]:
    """The rows of a list, taken out; none, and the list stays, where it is not one of rows."""
    rows = value_at(entry, path)
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        return []
    place(entry, path, None)
    return rows


# Sheets


def _formats(book: Workbook) -> _Formats:
    cell = {"border": 1, "border_color": "#B8BEC6", "valign": "top", "text_wrap": True}
    text = {**cell, "num_format": "@"}
    return _Formats(
        title=book.add_format({"bold": True, "font_size": 15}),
        heading=book.add_format({**text, "bold": True, "align": "center", "bg_color": "#DCE6F1"}),
        text=book.add_format(text),
        number=book.add_format(cell),
        quiet=book.add_format({**text, "bg_color": "#F1F3F5", "font_color": "#5A6472"}),
    )


def _write_guide(book: Workbook, formats: _Formats) -> None:
    sheet = book.add_worksheet(the.GUIDE_SHEET)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 90)
    for row, (left, right) in enumerate(GUIDE):
        sheet.write_string(row, 0, left, formats.text if row else formats.title)
        if right:
            sheet.write_string(row, 1, right, formats.text)


def _write_basics(book: Workbook, cells: dict[str, str], other: str, formats: _Formats) -> None:
    sheet = book.add_worksheet(the.BASIC_SHEET)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 90)
    for row, column in enumerate(the.BASICS):
        sheet.write_string(row, 0, column.heading, formats.heading)
        sheet.write_string(row, 1, cells.get(column.heading, ""), formats.text)
        if column.words:
            words = list(column.words.values())
            sheet.data_validation(
                row, 1, row, 1, {"validate": "list", "source": words, "error_type": "warning"}
            )
    for row, piece in enumerate(the.pieces(other), start=len(the.BASICS)):
        sheet.write_string(row, 0, the.OTHER, formats.heading)
        sheet.write_string(row, 1, piece, formats.quiet)


def _write_table(
    book: Workbook, name: str, columns: Sequence[Column], lines: list[Line], formats: _Formats
) -> None:
    sheet = book.add_worksheet(name)
    others = max((len(the.pieces(line.rest)) for line in lines), default=0)
    for place_, column in enumerate(columns):
        sheet.write_string(0, place_, column.heading, formats.heading)
        sheet.set_column(place_, place_, column.width)
        if column.help:
            sheet.write_comment(0, place_, column.help)
        _offer(sheet, place_, column)
    for more in range(others):
        heading = the.OTHER if more == 0 else f"{the.OTHER}{more + 1}"
        sheet.write_string(0, len(columns) + more, heading, formats.heading)
    for row, line in enumerate(lines, start=1):
        for place_, column in enumerate(columns):
            _write_cell(sheet, row, place_, line.cells.get(column.heading, ""), column, formats)
        for more, piece in enumerate(the.pieces(line.rest)):
            sheet.write_string(row, len(columns) + more, piece, formats.quiet)
    sheet.freeze_panes(1, 2 if len(columns) > 2 else 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write_cell(
    sheet: Any, row: int, column: int, text: str, kind: Column, formats: _Formats
) -> None:
    """A weight is a number, so that a workbook can sum it; everything else is text."""
    digits = len(text.replace(".", "").lstrip("0"))
    if kind.form is Form.WEIGHT and text and digits <= DIGITS:
        sheet.write_number(row, column, float(text), formats.number)
    else:
        sheet.write_string(row, column, text, formats.text)


def _offer(sheet: Any, place_: int, column: Column) -> None:
    """Drop-downs, as a warning only: what is typed otherwise is told at the import."""
    words = ["是", "否"] if column.form is Form.YES_NO else list(column.words.values())
    if words:
        rule = {"validate": "list", "source": words, "error_type": "warning"}
        sheet.data_validation(1, place_, VALIDATED_ROWS, place_, rule)
