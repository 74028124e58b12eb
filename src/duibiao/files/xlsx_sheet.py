"""One worksheet part, streamed into a `Sheet`: cells as shown, merges, what is hidden."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from duibiao.files.facts import (
    Counted,
    FileBadAddress,
    FileMergeTooLarge,
    FileTooLarge,
    FileTooMany,
    Weighed,
)
from duibiao.files.grid import Cell, Oddity, Sheet, Span, address
from duibiao.files.limits import (
    CELLS,
    FAR_COLUMN,
    FAR_ROW,
    MEGABYTE,
    MERGED_CELLS,
    MERGES,
    ROWS,
    TEXT,
    TOTAL_TEXT,
)
from duibiao.files.number_format import show
from duibiao.files.xml_parts import Part

REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
RAISED = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Styles:
    """Format code of each cell style, and the epoch of dates."""

    codes: list[str]
    from_1904: bool

    def code(self, style: str | None) -> str:
        """The format code of a cell's style index."""
        number = int(style) if style and style.isascii() and style.isdigit() else 0
        return self.codes[number] if number < len(self.codes) else "General"


@dataclass(slots=True)
class Budget:
    """What all sheets of one workbook may spend together."""

    filename: str
    cells: int = 0
    text: int = 0

    def cell(self, sheet: str) -> None:
        """One more cell element."""
        self.cells += 1
        if self.cells > CELLS:
            raise FileTooMany(self.filename, Counted.CELLS, sheet, self.cells, CELLS)

    def words(self, length: int) -> None:
        """So many more characters."""
        self.text += length
        if self.text > TOTAL_TEXT:
            limit = round(TOTAL_TEXT / MEGABYTE, 1)
            raise FileTooLarge(self.filename, Weighed.TEXT, round(self.text / MEGABYTE, 1), limit)


@dataclass(slots=True)
class _Open:
    """The cell element being read."""

    row: int
    column: int
    kind: str
    style: str | None
    formula: bool = False
    value: list[str] = field(default_factory=list)


class SheetPart(Part):
    """Handler for xl/worksheets/sheetN.xml."""

    def __init__(self, sheet: Sheet, shared: list[str], styles: Styles, budget: Budget) -> None:
        self.sheet, self.shared, self.styles, self.budget = sheet, shared, styles, budget
        self.row = 0
        self.column = 0
        self.rows = 0
        self.merged = 0  # cells covered by all merged ranges together
        self.open: _Open | None = None
        self.collecting = False
        self.raised = self.phonetic = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Rows, cells, values, merges."""
        if name == "c":
            self._start_cell(attributes)
        elif self.open is not None:
            self._inside_cell(name, attributes)
        elif name == "row":
            self._start_row(attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "col" and attributes.get("hidden") in {"1", "true"}:
            self._hide_columns(attributes)

    def end(self, name: str) -> None:
        """Finish values and cells."""
        if name in {"v", "t"}:
            self.collecting = False
        elif name == "rPh":
            self.phonetic = False
        elif name == "c" and self.open is not None:
            self._finish(self.open)
            self.open = None

    def text(self, words: str) -> None:
        """Characters of a value."""
        if self.collecting and self.open is not None:
            self.open.value.append(words.translate(RAISED) if self.raised else words)

    def _inside_cell(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "f" and self.open is not None:
            self.open.formula = True
        elif name == "r":
            self.raised = False
        elif name == "vertAlign":
            self.raised = attributes.get("val") == "superscript"
        elif name == "rPh":
            self.phonetic = True
        elif name in {"v", "t"}:
            self.collecting = not self.phonetic

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        number = attributes.get("r", "")
        self.row = int(number) if re.fullmatch(r"[1-9]\d{0,6}", number) else self.row + 1
        self.column = 0
        self.rows += 1
        if self.rows > ROWS:
            raise FileTooMany(self.budget.filename, Counted.ROWS, self.sheet.name, self.rows, ROWS)
        if attributes.get("hidden") in {"1", "true"}:
            self.sheet.hidden_rows.add(self.row)

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        self.budget.cell(self.sheet.name)
        reference = attributes.get("r")
        if reference:
            self.row, self.column = self._place(reference)
        else:
            self.column += 1
        kind = attributes.get("t", "n")
        self.raised = self.phonetic = False
        self.open = _Open(self.row, self.column, kind, attributes.get("s"))

    def _place(self, reference: str) -> tuple[int, int]:
        found = REFERENCE.fullmatch(reference)
        if found:
            row, column = int(found.group(2)), _column(found.group(1))
            if row <= LAST_ROW and column <= LAST_COLUMN:
                return row, column
        raise FileBadAddress(self.budget.filename, self.sheet.name, reference[:40])

    def _finish(self, cell: _Open) -> None:
        raw = "".join(cell.value)
        if not raw.strip() and not cell.formula:
            return
        made = self._make(cell, raw)
        if made.row > FAR_ROW or made.column > FAR_COLUMN:
            if len(self.sheet.far) < 20:
                self.sheet.far.append(made.address)
            return
        if made.text or made.oddity:
            self.budget.words(len(made.text))
            self.sheet.cells[made.row, made.column] = made

    def _make(self, cell: _Open, raw: str) -> Cell:
        text, oddity, typed, number = self._value(cell, raw)
        if oddity is None and cell.formula:
            oddity = Oddity.FORMULA if text else Oddity.NO_VALUE
        if len(text) > TEXT:
            text, oddity = text[:TEXT], Oddity.CUT
        return Cell(
            row=cell.row,
            column=cell.column,
            text=text,
            oddity=oddity,
            typed=typed,
            is_number=number,
        )

    def _value(self, cell: _Open, raw: str) -> tuple[str, Oddity | None, str | None, bool]:
        if cell.kind == "s":
            return self._shared(raw), None, None, False
        if cell.kind in {"str", "inlineStr"}:
            return unescape(raw).strip(), None, None, False
        if cell.kind == "b":
            return ("FALSE" if raw.strip() == "0" else "TRUE"), None, None, False
        if cell.kind == "e":
            return raw.strip(), Oddity.ERROR, None, False
        if cell.kind == "d":
            return raw.strip(), Oddity.DATE, None, False
        if not raw.strip():
            return "", None, None, False
        shown = show(raw.strip(), self.styles.code(cell.style), from_1904=self.styles.from_1904)
        return shown.text.strip(), Oddity.DATE if shown.is_date else None, shown.typed, True

    def _shared(self, raw: str) -> str:
        number = raw.strip()
        if number.isascii() and number.isdigit() and int(number) < len(self.shared):
            return self.shared[int(number)].strip()
        raise FileBadAddress(self.budget.filename, self.sheet.name, address(self.row, self.column))

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        span = Span(*self._place(first), *self._place(last or first))
        size = span.clipped(FAR_COLUMN).size
        self.merged += size
        if self.merged > MERGED_CELLS:
            raise FileMergeTooLarge(self.budget.filename, self.sheet.name, span.name, MERGED_CELLS)
        self.sheet.spans.append(span)
        count = len(self.sheet.spans)
        if count > MERGES:
            raise FileTooMany(self.budget.filename, Counted.MERGES, self.sheet.name, count, MERGES)

    def _hide_columns(self, attributes: Mapping[str, str]) -> None:
        numbers = [attributes.get(name, "") for name in ("min", "max")]
        if all(re.fullmatch(r"[1-9]\d{0,4}", n) for n in numbers):
            first, last = int(numbers[0]), min(int(numbers[1]), FAR_COLUMN)
            self.sheet.hidden_columns.update(range(first, last + 1))


def unescape(text: str) -> str:
    """_x000D_ and its like, as spreadsheet programs write control characters."""
    return ESCAPED.sub(lambda m: chr(int(m.group(1), 16)), text)


def _column(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number
