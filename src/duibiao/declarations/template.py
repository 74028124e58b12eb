"""The declaration workbook to fill for a scheme, and the same filled (examples, round trip).

Every word is written as text, so nothing a scheme or an enterprise says can become a formula; the
requirement column is text too, so that 3-4 stays a half grade and does not become 4 March.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from duibiao.core.compare.declaration import DeclaredLine
from duibiao.core.compare.scheme import Clause, Indicator, Scheme, StandardRef
from duibiao.declarations.template_words import GUIDE, HINTS, NOTE

SCHEME_PROPERTY = "duibiao-scheme"
DIGEST_PROPERTY = "duibiao-digest"
FILL_SHEET, GUIDE_SHEET, OPTION_SHEET = "填报", "说明", "选项"
COLUMNS = (
    ("序号", 6),
    ("指标", 34),
    ("单位", 12),
    ("企业标准规定", 26),
    ("试验方法", 22),
    ("适用情形", 16),
    ("备注", 20),
)
REFERENCE_HEADING = "各标准要求（参考，不必填）"
HEADING_ROW, FIRST_ROW = 3, 5  # 0-based: title, scheme, note, two heading rows, then the lines
SPARE_ROWS = 5  # for indicators the scheme does not have
REFERENCE_WIDTH = 24
PAPER_A4 = 9
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)  # the same scheme gives the same bytes


@dataclass(frozen=True, slots=True)
class _Formats:
    title: Format
    small: Format
    heading: Format
    fixed: Format
    reference: Format
    open_text: Format
    open_required: Format


def template(scheme: Scheme, lines: Iterable[DeclaredLine] = ()) -> bytes:
    """The workbook to fill, as .xlsx; `lines` fill it in."""
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": scheme.title, "created": UNDATED})
    book.set_custom_property(SCHEME_PROPERTY, scheme.id)
    book.set_custom_property(DIGEST_PROPERTY, scheme.digest)
    formats = _formats(book)
    filled = {line.indicator_id: line for line in lines}
    _fill_sheet(book, scheme, filled, formats)
    _guide_sheet(book, formats)
    _option_sheet(book, scheme)
    book.close()
    return buffer.getvalue()


def _formats(book: Workbook) -> _Formats:
    cell = {"border": 1, "border_color": "#B8BEC6", "valign": "vcenter", "text_wrap": True}
    grey = {**cell, "bg_color": "#F1F3F5", "font_color": "#5A6472", "num_format": "@"}
    text = {**cell, "num_format": "@", "locked": False}
    return _Formats(
        title=book.add_format({"bold": True, "font_size": 15, "valign": "vcenter"}),
        small=book.add_format({"font_color": "#5A6472", "valign": "vcenter", "text_wrap": True}),
        heading=book.add_format({**cell, "bold": True, "align": "center", "bg_color": "#DCE6F1"}),
        fixed=book.add_format({**cell, "num_format": "@"}),
        reference=book.add_format(grey),
        open_text=book.add_format(text),
        open_required=book.add_format({**text, "bg_color": "#FFFBE6"}),
    )


def _fill_sheet(
    book: Workbook, scheme: Scheme, filled: Mapping[str, DeclaredLine], formats: _Formats
) -> None:
    sheet = book.add_worksheet(FILL_SHEET)
    last = len(COLUMNS) + len(scheme.standards) - 1
    sheet.merge_range(0, 0, 0, last, "", formats.title)
    sheet.write_string(0, 0, scheme.title, formats.title)
    sheet.write_string(1, 0, f"说明：产品或服务 {scheme.product}；方案 {scheme.id}", formats.small)
    sheet.write_string(2, 0, NOTE, formats.small)
    _headings(sheet, scheme, formats)
    for n, indicator in enumerate(scheme.indicators):
        _line(sheet, FIRST_ROW + n, n, scheme, indicator, filled.get(indicator.id), formats)
    end = FIRST_ROW + len(scheme.indicators)
    for row in range(end, end + SPARE_ROWS):
        for column in range(len(COLUMNS)):
            sheet.write_blank(row, column, None, formats.open_text)
    _lay_out(sheet, scheme, last, end)


def _headings(sheet: Worksheet, scheme: Scheme, formats: _Formats) -> None:
    below = HEADING_ROW + 1
    for column, (words, width) in enumerate(COLUMNS):
        sheet.merge_range(HEADING_ROW, column, below, column, words, formats.heading)
        sheet.set_column(column, column, width)
    first = len(COLUMNS)
    last = first + len(scheme.standards) - 1
    if last > first:
        sheet.merge_range(HEADING_ROW, first, HEADING_ROW, last, "", formats.heading)
    if scheme.standards:
        sheet.write_string(HEADING_ROW, first, REFERENCE_HEADING, formats.heading)
        sheet.set_column(first, last, REFERENCE_WIDTH)
    for n, standard in enumerate(_in_order(scheme)):
        sheet.write_string(below, first + n, standard.number, formats.heading)


def _in_order(scheme: Scheme) -> tuple[StandardRef, ...]:
    """The standards to reach first, then the domestic ones in force."""
    return (*scheme.benchmark_standards, *scheme.baseline_standards)


def _line(
    sheet: Worksheet,
    row: int,
    n: int,
    scheme: Scheme,
    indicator: Indicator,
    line: DeclaredLine | None,
    formats: _Formats,
) -> None:
    sheet.write_string(row, 0, str(n + 1), formats.fixed)
    sheet.write_string(row, 1, indicator.name, formats.fixed)
    unit = (line.unit if line else None) or indicator.unit or "—"
    sheet.write_string(row, 2, unit, formats.open_text)
    values = (line.text, line.method, line.case, line.note) if line else (None,) * 4
    for column, value in enumerate(values, start=3):
        style = formats.open_required if column == 3 else formats.open_text
        sheet.write_string(row, column, value or "", style)
    _help_for(sheet, row, n, indicator)
    for m, standard in enumerate(_in_order(scheme)):
        text = _demanded(indicator, standard.number)
        sheet.write_string(row, len(COLUMNS) + m, text, formats.reference)


def _demanded(indicator: Indicator, standard: str) -> str:
    """What one standard demands, with the unit where it differs from the indicator's."""
    clauses = [c for c in (*indicator.benchmarks, *indicator.baseline) if c.standard == standard]
    return "\n".join(_said(clause, indicator) for clause in clauses)


def _said(clause: Clause, indicator: Indicator) -> str:
    unit = clause.requirement.unit or ""
    shown = unit if unit != indicator.unit and unit not in clause.requirement.text else ""
    return f"{clause.requirement.text} {shown}".strip()


def _help_for(sheet: Worksheet, row: int, n: int, indicator: Indicator) -> None:
    """What to write, said when the cell is entered; cases to choose from."""
    message = HINTS.get(indicator.unit, HINTS[""])
    sheet.data_validation(
        row,
        3,
        row,
        3,
        {
            "validate": "length",
            "criteria": "<=",
            "value": 500,
            "input_title": indicator.name[:32],
            "input_message": message,
            "error_title": "太长",
            "error_message": "这里只写指标的规定，最多 500 字。说明请写在备注里。",
        },
    )
    if indicator.cases:
        options = f"={OPTION_SHEET}!$A${n + 1}:${_letter(len(indicator.cases))}${n + 1}"
        sheet.data_validation(
            row, 5, row, 5, {"validate": "list", "source": options, "error_type": "warning"}
        )


def _letter(count: int) -> str:
    return chr(64 + min(count, 26))


def _lay_out(sheet: Worksheet, scheme: Scheme, last: int, end: int) -> None:
    sheet.freeze_panes(FIRST_ROW, 2)
    sheet.set_landscape()
    sheet.set_paper(PAPER_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADING_ROW, HEADING_ROW + 1)
    sheet.print_area(0, 0, end + SPARE_ROWS - 1, last)
    sheet.set_footer(f"&L{scheme.id.replace('&', '&&')}&R第 &P 页，共 &N 页")
    sheet.set_row(0, 26)
    sheet.set_row(2, 18)
    # No password: it keeps hands off the reference columns, it is not a secret.
    sheet.protect("", {"format_columns": True, "format_rows": True, "format_cells": True})


def _guide_sheet(book: Workbook, formats: _Formats) -> None:
    sheet = book.add_worksheet(GUIDE_SHEET)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 78)
    for row, (left, right) in enumerate(GUIDE):
        style = formats.title if row == 0 else formats.fixed
        sheet.write_string(row, 0, left, style)
        if right:
            sheet.write_string(row, 1, right, formats.fixed)
    sheet.set_landscape()
    sheet.set_paper(PAPER_A4)
    sheet.fit_to_pages(1, 0)


def _option_sheet(book: Workbook, scheme: Scheme) -> None:
    """The cases of each indicator, one row each, for the drop-downs."""
    sheet = book.add_worksheet(OPTION_SHEET)
    for row, indicator in enumerate(scheme.indicators):
        for column, case in enumerate(indicator.cases[:26]):
            sheet.write_string(row, column, case)
    sheet.hide()
