"""Reads the old .xls through fastexcel (calamine): values only, number formats are not shown."""

from __future__ import annotations

import re

import fastexcel

from duibiao.files.facts import Counted, FileBroken, FileEncrypted, FileTooMany
from duibiao.files.grid import Cell, Oddity, Sheet, Workbook
from duibiao.files.limits import CELLS, ROWS, SHEETS, TEXT

ERROR = re.compile(r"#(REF|DIV/0|VALUE|N/A|NAME\?|NUM|NULL|GETTING_DATA)!?")
DATE = re.compile(r"\d{4}-(\d{2})-(\d{2})([ T]00:00:00)?")
MACROS = "_VBA_PROJECT".encode("utf-16-le")


def read_xls(content: bytes, filename: str) -> Workbook:
    """All sheets of a BIFF workbook; raises FileProblem."""
    try:
        reader = fastexcel.read_excel(content)
    except fastexcel.FastExcelError as failed:
        if "password" in str(failed).lower() or "crypt" in str(failed).lower():
            raise FileEncrypted(filename) from None
        raise FileBroken(filename, "xls") from None
    if len(reader.sheet_names) > SHEETS:
        raise FileTooMany(filename, Counted.SHEETS, "", len(reader.sheet_names), SHEETS)
    dropped = ["number_formats"] + (["macros"] if MACROS in content else [])
    workbook = Workbook(filename=filename, kind="xls", dropped=dropped)
    for number, name in enumerate(reader.sheet_names):
        workbook.sheets.append(_sheet(reader, number, name, filename))
    return workbook


def _sheet(reader: fastexcel.ExcelReader, number: int, name: str, filename: str) -> Sheet:
    loaded = reader.load_sheet(number, header_row=None, dtypes="string", n_rows=ROWS)
    if loaded.height * loaded.width > CELLS:
        raise FileTooMany(filename, Counted.CELLS, name, loaded.height * loaded.width, CELLS)
    sheet = Sheet(name=name, hidden=loaded.visible != "visible")
    for row, values in enumerate(loaded.to_polars().iter_rows(), start=1):
        for column, value in enumerate(values, start=1):
            if value is not None and value.strip():
                sheet.cells[row, column] = _cell(row, column, value.strip())
    return sheet


def _cell(row: int, column: int, text: str) -> Cell:
    oddity, typed = None, None
    if ERROR.fullmatch(text):
        oddity = Oddity.ERROR
    elif found := DATE.fullmatch(text):
        oddity, typed = Oddity.DATE, f"{int(found.group(1))}-{int(found.group(2))}"
        text = text[:10]
    elif len(text) > TEXT:
        text, oddity = text[:TEXT], Oddity.CUT
    return Cell(row=row, column=column, text=text, oddity=oddity, typed=typed)
