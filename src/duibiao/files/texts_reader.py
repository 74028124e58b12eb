"""In the limited process: the texts of a list, by the reader that fits its kind and size.

A small workbook is read twice: by calamine for the values stored, by our own exact reader for
what is shown, errors and hidden rows. A large one only by calamine, and its error cells are found
in the XML, so that none is taken for an empty cell.
"""

from __future__ import annotations

import csv
import re
from io import StringIO

import fastexcel
import polars as pl

from duibiao.files.container import open_zip, recognise_kind
from duibiao.files.delimited import choose_delimiter, decode
from duibiao.files.facts import (
    Counted,
    FileBroken,
    FileEncrypted,
    FileKind,
    FileTooMany,
    FileUnclosedQuote,
)
from duibiao.files.grid import Oddity, Sheet
from duibiao.files.limits import SHEETS, TEXT
from duibiao.files.texts import MARKS, ROW, Mark, TextBook, TextSheet, column_key, pack
from duibiao.files.xlsx import read_xlsx, sheet_parts

LIST_ROWS = 200_000
LIST_CELLS = 4_000_000
COLUMNS = 200  # a list is not wider; cells further right are cut off with the table's own edge
EXACT_UP_TO = 2_500_000  # bytes of sheet XML the exact reader goes through in about a second
ERROR_CELL = re.compile(rb'<c (?=[^>]{0,80}\bt="e")[^>]{0,80}\br="([A-Z]{1,3})(\d{1,7})"')


def read_here(content: bytes, filename: str) -> tuple[dict[str, object], bytes]:
    """Called by the limited process."""
    kind = recognise_kind(content, filename)
    if kind is FileKind.TEXT:
        book = _delimited(content, filename)
    else:
        book = _workbook(content, filename, kind)
    return pack(book)


def _delimited(content: bytes, filename: str) -> TextBook:
    text = decode(content, filename)
    cut = choose_delimiter(text)
    rows = _csv_rows(text, cut, filename)
    width = min(max((len(row) for _, row in rows), default=0), COLUMNS)
    _bounded(filename, "", len(rows), width)
    data = {
        column_key(n + 1): [_or_none(row[n]) if n < len(row) else None for _, row in rows]
        for n in range(width)
    }
    numbers = pl.Series(ROW, [number for number, _ in rows], dtype=pl.Int64)
    frame = pl.DataFrame(data, schema=dict.fromkeys(data, pl.String))
    return TextBook(
        filename=filename,
        kind="text",
        sheets=(_sheet("", hidden=False, frame=frame.insert_column(0, numbers)),),
    )


def _csv_rows(text: str, cut: str, filename: str) -> list[tuple[int, list[str]]]:
    """Rows with the number a spreadsheet program would give them."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=cut, strict=True)
    rows: list[tuple[int, list[str]]] = []
    started = 1
    try:
        for number, row in enumerate(reader, start=1):
            if any(value.strip() for value in row):
                rows.append((number, row))
            if number > LIST_ROWS:
                raise FileTooMany(filename, Counted.ROWS, "", number, LIST_ROWS)
            started = reader.line_num + 1
    except csv.Error:
        raise FileUnclosedQuote(filename, started) from None
    return rows


def _or_none(text: str) -> str | None:
    return text or None


def _workbook(content: bytes, filename: str, kind: FileKind) -> TextBook:
    exact = _exact(content, filename) if kind is FileKind.XLSX else None
    reader = _open(content, filename)
    if len(reader.sheet_names) > SHEETS:
        raise FileTooMany(filename, Counted.SHEETS, "", len(reader.sheet_names), SHEETS)
    sheets = []
    for number, name in enumerate(reader.sheet_names):
        sheet = _load(reader, number, filename)
        if exact is not None:
            sheet = _with_marks(sheet, exact.get(name))
        elif kind is FileKind.XLSX:
            sheet = _with_errors(sheet, content, filename)
        sheets.append(sheet)
    return TextBook(filename=filename, kind=kind.value, sheets=tuple(sheets))


def _open(content: bytes, filename: str) -> fastexcel.ExcelReader:
    try:
        return fastexcel.read_excel(content)
    except fastexcel.FastExcelError as failed:
        said = str(failed).lower()
        if "password" in said or "crypt" in said:
            raise FileEncrypted(filename) from None
        raise FileBroken(filename, "workbook") from None


def _load(reader: fastexcel.ExcelReader, number: int, filename: str) -> TextSheet:
    loaded = reader.load_sheet(
        number, header_row=None, skip_rows=0, dtypes="string", n_rows=LIST_ROWS + 1
    )
    name, hidden = loaded.name, loaded.visible != "visible"
    _bounded(filename, name, loaded.height, loaded.width)
    places = [info.absolute_index + 1 for info in loaded.selected_columns]
    frame = loaded.to_polars()
    frame.columns = [column_key(place) for place in places]
    frame = frame.with_row_index(ROW, offset=1).with_columns(pl.col(ROW).cast(pl.Int64))
    wanted = [ROW, *(column_key(n) for n in range(1, min(max(places, default=0), COLUMNS) + 1))]
    missing = [pl.lit(None, pl.String).alias(key) for key in wanted if key not in frame.columns]
    return _sheet(name, hidden=hidden, frame=frame.with_columns(missing).select(wanted))


def _sheet(name: str, *, hidden: bool, frame: pl.DataFrame) -> TextSheet:
    """Without blank rows; texts cut where no list's text goes."""
    texts = [key for key in frame.columns if key != ROW]
    if texts:
        filled = pl.any_horizontal(pl.col(key).str.strip_chars() != "" for key in texts)
        frame = frame.filter(filled.fill_null(value=False))
    long = [
        frame.filter(pl.col(key).str.len_chars() > TEXT).select(
            ROW,
            pl.lit(int(key[1:]), pl.Int64).alias("column"),
            pl.lit(Mark.CUT.value).alias("mark"),
            pl.lit("").alias("text"),
        )
        for key in texts
    ]
    frame = frame.with_columns(pl.col(key).str.head(TEXT) for key in texts)
    marks = pl.concat([pl.DataFrame(schema=MARKS), *long])
    return TextSheet(name=name, hidden=hidden, texts=frame, marks=marks)


def _bounded(filename: str, sheet: str, rows: int, columns: int) -> None:
    if rows > LIST_ROWS:
        raise FileTooMany(filename, Counted.ROWS, sheet, rows, LIST_ROWS)
    if rows * columns > LIST_CELLS:
        raise FileTooMany(filename, Counted.CELLS, sheet, rows * columns, LIST_CELLS)


def _exact(content: bytes, filename: str) -> dict[str, Sheet] | None:
    """The sheets by our own reader; None when there is too much of them."""
    archive = open_zip(content, filename)
    weight = sum(
        info.file_size for info in archive.infolist() if info.filename.startswith("xl/worksheets/")
    )
    if weight > EXACT_UP_TO:
        return None
    try:
        return {sheet.name: sheet for sheet in read_xlsx(content, filename).sheets}
    except FileTooMany:  # more merged ranges than a form has: calamine copes with them
        return None


def _with_marks(sheet: TextSheet, exact: Sheet | None) -> TextSheet:
    """What the exact reader saw and calamine did not."""
    if exact is None:
        return sheet
    stored = _stored(sheet)
    marks: list[tuple[int, int, str, str]] = [
        (row, 0, Mark.HIDDEN.value, "") for row in sorted(exact.hidden_rows)
    ]
    marks += [
        (0, column, Mark.HIDDEN.value, "") for column in sorted(exact.hidden_columns)[:COLUMNS]
    ]
    for cell in exact.cells.values():
        if cell.oddity in {Oddity.ERROR, Oddity.NO_VALUE}:
            marks.append((cell.row, cell.column, Mark(cell.oddity.value).value, cell.text))
        elif cell.is_number and cell.oddity is not Oddity.DATE:
            value = stored.get((cell.row, cell.column))
            if value is not None and value != cell.text:
                marks.append((cell.row, cell.column, Mark.SHOWN.value, cell.text))
    return _marked(sheet, marks)


def _stored(sheet: TextSheet) -> dict[tuple[int, int], str]:
    keys = [key for key in sheet.texts.columns if key != ROW]
    return {
        (row[0], int(key[1:])): value
        for row in sheet.texts.iter_rows()
        for key, value in zip(keys, row[1:], strict=True)
        if value is not None
    }


def _with_errors(sheet: TextSheet, content: bytes, filename: str) -> TextSheet:
    """Error cells of a large sheet, found in its XML."""
    part = sheet_parts(content, filename).get(sheet.name)
    xml = open_zip(content, filename).read(part) if part else b""
    if b't="e"' not in xml:
        return sheet
    found = ERROR_CELL.finditer(xml)
    marks = [(int(m.group(2)), _place(m.group(1)), Mark.ERROR.value, "#") for m in found]
    return _marked(sheet, marks)


def _place(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _marked(sheet: TextSheet, marks: list[tuple[int, int, str, str]]) -> TextSheet:
    added = pl.DataFrame(marks, schema=MARKS, orient="row")
    return TextSheet(
        name=sheet.name,
        hidden=sheet.hidden,
        texts=sheet.texts,
        marks=pl.concat([sheet.marks, added]),
    )
