"""Text tables: CSV, TSV and pasted blocks. The encoding is proved, never guessed from statistics.

UTF-8 that decodes is UTF-8; else GB18030 (which holds all of GBK); else refused with the place.
"""

from __future__ import annotations

import csv
import re
from io import StringIO

from duibiao.files.facts import Counted, FileTooMany, FileUnclosedQuote, FileUndecodable
from duibiao.files.grid import Cell, Oddity, Sheet, Workbook
from duibiao.files.limits import CELLS, FAR_COLUMN, MEGABYTE, ROWS, TEXT, UPLOAD_MB

# A cell may be as long as the upload. The limit is the whole process's, so it is set once.
csv.field_size_limit(UPLOAD_MB * MEGABYTE)

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
DELIMITERS = ("\t", ",", ";", "|", "，", "；")
# What a spreadsheet program leaves in a CSV when it took 3-4 for a date.
CHINESE_DATE = re.compile(r"(\d{1,2})月(\d{1,2})日")
ENGLISH_DATE = re.compile(
    r"(\d{1,2})-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.IGNORECASE
)
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def read_delimited(content: bytes, filename: str) -> Workbook:
    """One sheet from a text table; raises FileProblem."""
    return table(decode(content, filename), filename)


def decode(content: bytes, filename: str) -> str:
    """The text, by mark, then UTF-8, then GB18030, each strictly."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _strict(content, encoding, filename)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _strict(content, "gb18030", filename)


def _strict(content: bytes, encoding: str, filename: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as bad:
        row = content[: bad.start].count(b"\n") + 1
        raise FileUndecodable(filename, row, bad.start) from None


def table(text: str, filename: str, delimiter: str | None = None) -> Workbook:
    """The text as one sheet; the delimiter is the one that cuts most lines alike."""
    sheet = Sheet(name="")
    cut = delimiter or choose_delimiter(text)
    count = 0
    for number, row in enumerate(_rows(text, cut, filename), start=1):
        count += len(row)
        if number > ROWS:
            raise FileTooMany(filename, Counted.ROWS, "", number, ROWS)
        if count > CELLS:
            raise FileTooMany(filename, Counted.CELLS, "", count, CELLS)
        for column, value in enumerate(row[:FAR_COLUMN], start=1):
            if value.strip():
                sheet.cells[number, column] = _cell(number, column, value.strip())
    return Workbook(filename=filename, kind="text", sheets=[sheet])


def choose_delimiter(text: str) -> str:
    """The delimiter that occurs in most of the first lines; a comma when none does."""
    lines = [line for line in text.splitlines()[:50] if line.strip()]

    def lines_cut(delimiter: str) -> int:
        return sum(delimiter in line for line in lines)

    best = max(DELIMITERS, key=lambda d: (lines_cut(d), -DELIMITERS.index(d)))
    return best if lines_cut(best) * 2 > len(lines) else "\t"


def _rows(text: str, delimiter: str, filename: str) -> list[list[str]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    started = 1
    try:
        for row in reader:
            rows.append(row)
            started = reader.line_num + 1
    except csv.Error:
        raise FileUnclosedQuote(filename, started) from None
    return rows


def _cell(row: int, column: int, text: str) -> Cell:
    typed = typed_before_date(text)
    oddity = Oddity.DATE if typed else None
    if len(text) > TEXT:
        text, oddity = text[:TEXT], Oddity.CUT
    return Cell(row=row, column=column, text=text, oddity=oddity, typed=typed)


def typed_before_date(text: str) -> str | None:
    """3月4日 or 4-Mar → 3-4, what was typed before a program made a date of it."""
    if found := CHINESE_DATE.fullmatch(text):
        return f"{int(found.group(1))}-{int(found.group(2))}"
    if found := ENGLISH_DATE.fullmatch(text):
        return f"{MONTHS.index(found.group(2).lower()) + 1}-{int(found.group(1))}"
    return None
