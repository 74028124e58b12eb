"""The user's own workbook back, with verdicts and problems as comments and a sheet 对标结论.

Runs in the limited process. An .xlsx keeps its own sheets, styles and formulas (openpyxl); what
cannot be kept that way (.xls, .csv, a package openpyxl cannot carry) comes back as a new
workbook with the same cells, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import Any

from openpyxl import Workbook as OpenpyxlWorkbook
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook as NewWorkbook

from duibiao.files.conclusion import CONCLUSION_SHEET, Conclusion, Remark, Tone
from duibiao.files.container import recognise_kind
from duibiao.files.facts import FileBroken, FileKind, FileTimeout, FileTooHeavy
from duibiao.files.grid import Sheet, workbook_from_json
from duibiao.files.limited import Task, run
from duibiao.files.workbook import read_here

AUTHOR = "对标"
COMMENT_WIDTH, COMMENT_HEIGHT = 320, 140
LONGEST_COMMENT = 2_000
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
WIDEST = 60


FILLS = {
    Tone.GOOD: "D8F0DE",
    Tone.SHORT: "FFE3B8",
    Tone.ASK: "E3E7FB",
    Tone.WRONG: "F9D4D4",
    Tone.PLAIN: "ECEFF2",
}


@dataclass(frozen=True, slots=True)
class Annotated:
    """The workbook as .xlsx. `own` is False when a new workbook had to be made."""

    content: bytes
    own: bool


def annotate(
    content: bytes, filename: str, remarks: Iterable[Remark], conclusion: Conclusion
) -> Annotated:
    """Comments, colours and the conclusion sheet in the user's own workbook.

    Raises FileProblem when the workbook cannot be read at all.
    """
    arguments = {
        "remarks": [asdict(remark) for remark in remarks],
        "conclusion": asdict(conclusion),
    }
    here = "duibiao.files.annotate"
    try:
        task = Task(function=f"{here}:annotate_here", filename=filename, arguments=arguments)
        result, made = run(task, content)
    except (FileBroken, FileTooHeavy, FileTimeout):
        task = Task(function=f"{here}:copy_here", filename=filename, arguments=arguments)
        result, made = run(task, content)
    return Annotated(made, bool(result["own"]))


def annotate_here(
    content: bytes, filename: str, remarks: list[dict[str, Any]], conclusion: dict[str, Any]
) -> tuple[dict[str, Any], bytes]:
    """In the limited process: the user's own .xlsx, else a copy."""
    if recognise_kind(content, filename) is not FileKind.XLSX:
        return copy_here(content, filename, remarks, conclusion)
    read_here(content, filename)  # refuses bombs before openpyxl opens them
    try:
        book = load_workbook(
            BytesIO(content), keep_vba=b"vbaProject.bin" in content, rich_text=True
        )
    except (KeyError, ValueError, TypeError, AttributeError, IndexError):
        raise FileBroken(filename, "openpyxl") from None
    for remark in _remarks(remarks):
        _comment(book, remark)
    _conclude(book, _conclusion(conclusion))
    buffer = BytesIO()
    book.save(buffer)
    return {"own": True}, buffer.getvalue()


def _remarks(plain: list[dict[str, Any]]) -> list[Remark]:
    return [Remark(p["sheet"], p["cell"], p["words"], Tone(p["tone"])) for p in plain]


def _conclusion(plain: dict[str, Any]) -> Conclusion:
    rows = tuple(tuple(row) for row in plain["rows"])
    return Conclusion(plain["title"], tuple(plain["lines"]), tuple(plain["heading"]), rows)


def _comment(book: OpenpyxlWorkbook, remark: Remark) -> None:
    if not remark.cell or remark.sheet not in book.sheetnames:
        return
    sheet = book[remark.sheet]
    if not isinstance(sheet, Worksheet):
        return
    cell = sheet[remark.cell.partition(":")[0]]
    if isinstance(cell, MergedCell):
        cell = _top_left(sheet, cell)
    if not isinstance(cell, Cell):
        return
    before = f"{cell.comment.text}\n" if cell.comment else ""
    words = (before + _printable(remark.words))[:LONGEST_COMMENT]
    cell.comment = Comment(words, AUTHOR, height=COMMENT_HEIGHT, width=COMMENT_WIDTH)
    cell.fill = PatternFill("solid", fgColor=FILLS[remark.tone])


def _top_left(sheet: Worksheet, cell: MergedCell) -> Any:
    for span in sheet.merged_cells.ranges:
        if cell.coordinate in span:
            return sheet.cell(span.min_row, span.min_col)
    return cell


def _conclude(book: OpenpyxlWorkbook, conclusion: Conclusion) -> None:
    sheet = book.create_sheet(CONCLUSION_SHEET)
    for row, values in enumerate(_conclusion_rows(conclusion), start=1):
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(row, column)
            cell.value = _printable(value)
            cell.data_type = "s"  # a name that begins with = stays a name
            cell.alignment = Alignment(wrap_text=bool(conclusion.heading), vertical="top")
            if row == 1 or tuple(values) == conclusion.heading:
                cell.font = Font(bold=True)
    for column, width in enumerate(_widths(conclusion)):
        sheet.column_dimensions[chr(65 + column)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9


def _conclusion_rows(conclusion: Conclusion) -> list[tuple[str, ...]]:
    texts = [(conclusion.title,), *((line,) for line in conclusion.lines), ()]
    return [*texts, conclusion.heading, *conclusion.rows]


def _widths(conclusion: Conclusion) -> list[int]:
    """Wide enough for the longest cell of each column, Chinese characters counted double."""
    table = [conclusion.heading, *conclusion.rows]
    columns = min(len(conclusion.heading), 26)
    widths = [
        max((_width(row[n]) for row in table if n < len(row)), default=8) for n in range(columns)
    ]
    return [min(width + 2, WIDEST) for width in widths]


def _width(text: str) -> int:
    return sum(2 if ord(character) > 0x2E80 else 1 for character in text)


def _printable(text: str) -> str:
    return UNPRINTABLE.sub("", text)


def copy_here(
    content: bytes, filename: str, remarks: list[dict[str, Any]], conclusion: dict[str, Any]
) -> tuple[dict[str, Any], bytes]:
    """In the limited process: a new workbook with the same cells, remarks and conclusion."""
    source = workbook_from_json(read_here(content, filename)[0])
    buffer = BytesIO()
    book = NewWorkbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    _copy_conclusion(book, _conclusion(conclusion))
    said = _remarks(remarks)
    taken: set[str] = {CONCLUSION_SHEET.lower()}
    for n, sheet in enumerate(source.sheets, start=1):
        name = _free_name(sheet.name, n, taken)
        _copy_sheet(book, name, sheet, [r for r in said if r.sheet == sheet.name])
    book.close()
    return {"own": False}, buffer.getvalue()


def _free_name(wanted: str, n: int, taken: set[str]) -> str:
    """A sheet name a spreadsheet program accepts and no other sheet has."""
    name = SHEET_NAME.sub("_", _printable(wanted))[:31] or f"表{n}"
    if name.lower() in taken:
        name = f"{name[:25]}_{n}"
    taken.add(name.lower())
    return name


def _copy_conclusion(book: NewWorkbook, conclusion: Conclusion) -> None:
    sheet = book.add_worksheet(CONCLUSION_SHEET)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True})
    for row, values in enumerate(_conclusion_rows(conclusion)):
        style = bold if row == 0 or tuple(values) == conclusion.heading else wrapped
        for column, value in enumerate(values):
            sheet.write_string(row, column, _printable(value), style)
    for column, width in enumerate(_widths(conclusion)):
        sheet.set_column(column, column, width)


def _copy_sheet(book: NewWorkbook, name: str, sheet: Sheet, remarks: list[Remark]) -> None:
    copy = book.add_worksheet(name)
    text = book.add_format({"num_format": "@"})
    fills = {
        tone: book.add_format({"num_format": "@", "bg_color": f"#{colour}"})
        for tone, colour in FILLS.items()
    }
    by_cell: dict[str, list[Remark]] = {}
    for remark in remarks:
        by_cell.setdefault(remark.cell, []).append(remark)
    for cell in sheet.cells.values():
        said = by_cell.get(cell.address, [])
        style = fills[said[-1].tone] if said else text
        copy.write_string(cell.row - 1, cell.column - 1, _printable(cell.text), style)
        if said:
            words = "\n".join(remark.words for remark in said)[:LONGEST_COMMENT]
            options = {"author": AUTHOR, "width": COMMENT_WIDTH, "height": COMMENT_HEIGHT}
            copy.write_comment(cell.row - 1, cell.column - 1, _printable(words), options)
