"""A list as a workbook: the template to fill, and the export that imports back unchanged.

Everything but numbers and days is written as text, so that 0012 stays 0012, a credit code keeps
its 18 digits, and no name can become a formula. Help is a comment at the heading; code lists stand
on a sheet of their own and feed the drop-downs.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import polars as pl
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from duibiao.imports.definition import Column, ColumnKind, Context, ListDefinition
from duibiao.imports.reading.choices import CodeList
from duibiao.imports.vocabularies import code_lists
from duibiao.ui import wording

CODES_SHEET = "代码表"
LIST_PROPERTY = "duibiao-list"
VALIDATED_ROWS = 5_000  # below the headings; a drop-down in every row of a template
SHORTEST_LIST_IN_CELL = 2
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)  # the same rows give the same bytes
WIDTHS = {ColumnKind.USCC: 22, ColumnKind.DATE: 12, ColumnKind.BOOLEAN: 8, ColumnKind.REGION: 12}
DEFAULT_WIDTH, LONG_TEXT_WIDTH, LONG_TEXT_FROM = 16, 30, 60
COMMENT_SIZE = {"width": 260, "height": 90, "author": "对标"}


def workbook(
    definition: ListDefinition, context: Context, rows: pl.DataFrame | None = None
) -> bytes:
    """The .xlsx of a list: empty to fill, or with the rows of a frame of its columns."""
    target = BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": wording.text(definition.title_key), "created": UNDATED})
    book.set_custom_property(LIST_PROPERTY, definition.key)
    lists = code_lists(definition.columns, context)
    sheet = book.add_worksheet(wording.text(definition.title_key)[:31])
    codes = book.add_worksheet(CODES_SHEET)
    ranges = _write_codes(codes, definition, lists, book.add_format({"bold": True}))
    formats = _formats(book)
    _write_headings(sheet, definition, book)
    for number, column in enumerate(definition.columns):
        sheet.set_column(number, number, _width(column), formats[column.kind])
        _validate(sheet, number, column, ranges.get(column.name))
    if rows is not None:
        _write_rows(sheet, definition, lists, rows, formats)
    _lay_out(sheet, len(definition.columns))
    book.close()
    return target.getvalue()


def _formats(book: Workbook) -> dict[ColumnKind, Format]:
    text = book.add_format({"num_format": "@"})
    formats = dict.fromkeys(ColumnKind, text)
    formats[ColumnKind.DATE] = book.add_format({"num_format": "yyyy-mm-dd"})
    formats[ColumnKind.INTEGER] = formats[ColumnKind.DECIMAL] = book.add_format()
    return formats


def _write_headings(sheet: Worksheet, definition: ListDefinition, book: Workbook) -> None:
    look = {"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True, "num_format": "@"}
    plain = book.add_format(look)
    required = book.add_format({**look, "font_color": "#8A1F11"})
    for number, column in enumerate(definition.columns):
        heading = f"{column.heading}*" if column.required else column.heading
        sheet.write_string(0, number, heading, required if column.required else plain)
        if words := _help(column):
            sheet.write_comment(0, number, words, COMMENT_SIZE)
    sheet.set_row(0, 32)


def _help(column: Column) -> str:
    words = wording.text(column.help_key) if column.help_key else ""
    example = wording.text("imports.example", example=column.example) if column.example else ""
    return "\n".join(part for part in (words, example) if part)


def _write_codes(
    sheet: Worksheet, definition: ListDefinition, lists: Mapping[str, CodeList], bold: Format
) -> dict[str, str]:
    """Two columns a list, word and value; returns the range of the words by column name."""
    ranges = {}
    place = 0
    for column in definition.columns:
        known = lists.get(column.name)
        if known is None or not known.choices or column.kind is ColumnKind.BOOLEAN:
            continue
        sheet.write_string(0, place, column.heading, bold)
        for row, choice in enumerate(known.choices, start=1):
            sheet.write_string(row, place, known.said(choice.value))
            sheet.write_string(row, place + 1, choice.value)
        letter = xl_col_to_name(place)
        ranges[column.name] = f"={CODES_SHEET}!${letter}$2:${letter}${len(known.choices) + 1}"
        sheet.set_column(place, place, 28)
        place += 2
    if not ranges:
        sheet.hide()
    return ranges


def _validate(sheet: Worksheet, number: int, column: Column, words: str | None) -> None:
    """Drop-downs, as a warning only: what is typed otherwise is told at the import."""
    if column.kind is ColumnKind.BOOLEAN:
        rule: dict[str, object] = {"validate": "list", "source": ["是", "否"]}
    elif words and column.kind is not ColumnKind.INDUSTRY:
        rule = {"validate": "list", "source": words}
    else:
        return
    sheet.data_validation(1, number, VALIDATED_ROWS, number, {**rule, "error_type": "warning"})


def _width(column: Column) -> int:
    if column.kind is ColumnKind.TEXT and column.max_length > LONG_TEXT_FROM:
        return LONG_TEXT_WIDTH
    return WIDTHS.get(column.kind, DEFAULT_WIDTH)


def _write_rows(
    sheet: Worksheet,
    definition: ListDefinition,
    lists: Mapping[str, CodeList],
    rows: pl.DataFrame,
    formats: Mapping[ColumnKind, Format],
) -> None:
    for place, column in enumerate(definition.columns):
        style, known = formats[column.kind], lists.get(column.name)
        for row, value in enumerate(rows[column.name], start=1):
            if value is not None:
                _write_value(sheet, row, place, value, known, style)


def _write_value(
    sheet: Worksheet, row: int, place: int, value: object, known: CodeList | None, style: Format
) -> None:
    if isinstance(value, bool):
        sheet.write_string(row, place, "是" if value else "否", style)
    elif isinstance(value, date):
        sheet.write_datetime(row, place, datetime(value.year, value.month, value.day, tzinfo=UTC)
                             .replace(tzinfo=None), style)  # fmt: skip
    elif isinstance(value, int | Decimal):
        _write_number(sheet, row, place, value, style)
    else:
        sheet.write_string(row, place, known.said(str(value)) if known else str(value), style)


def _write_number(
    sheet: Worksheet, row: int, place: int, value: int | Decimal, style: Format
) -> None:
    """A workbook keeps about 15 digits of a number; a longer one goes as text, with all."""
    exact = Decimal(value)
    if len(exact.as_tuple().digits) > 15:
        sheet.write_string(row, place, f"{exact:f}", style)
    else:
        sheet.write_number(row, place, value, style)


def _lay_out(sheet: Worksheet, columns: int) -> None:
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, 0, columns - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&R第 &P 页，共 &N 页")
