"""A workbook → a scheme document, with every problem at its cell, all at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from duibiao.catalogue import scheme_workbook_columns as the
from duibiao.catalogue.scheme_workbook_columns import Column, Form, NotThis
from duibiao.core.canonical import load
from duibiao.core.compare.scheme_editing import StandardRole, place, role_of
from duibiao.core.errors import Fact
from duibiao.files.grid import Cell, Oddity, Sheet, Workbook, address

DAY = re.compile(r"(\d{4})[/年.-](\d{1,2})[/月.-](\d{1,2})日?")
HEADINGS_NEEDED = 2
HEADING_ROWS = 10  # headings stand in one of the first so many rows


@dataclass(eq=False)
class BookProblem(Fact):
    """Something at a cell of the workbook; `cell` is empty where the whole sheet is meant."""

    sheet: str
    cell: str


@dataclass(eq=False)
class SheetMissing(BookProblem):
    """A sheet the scheme cannot be without."""

    code: ClassVar[str] = "scheme_book_sheet_missing"


@dataclass(eq=False)
class HeadingsMissing(BookProblem):
    """No row of the sheet has its headings."""

    expected: str
    code: ClassVar[str] = "scheme_book_headings_missing"


@dataclass(eq=False)
class HeadingUnknown(BookProblem):
    """A column nobody knows, with something in it that would be lost."""

    found: str
    code: ClassVar[str] = "scheme_book_heading_unknown"


@dataclass(eq=False)
class ValueUnread(BookProblem):
    """A cell is not what its column holds."""

    found: str
    heading: str
    expected: str
    code: ClassVar[str] = "scheme_book_value"


@dataclass(eq=False)
class BecameDate(BookProblem):
    """The program made a date of what was typed."""

    found: str
    typed: str
    code: ClassVar[str] = "scheme_book_date"


@dataclass(eq=False)
class NoValue(BookProblem):
    """A formula without value, an error, or a text cut off."""

    found: str
    code: ClassVar[str] = "scheme_book_no_value"


@dataclass(eq=False)
class OtherUnread(BookProblem):
    """The column kept for the program was changed."""

    code: ClassVar[str] = "scheme_book_other"


@dataclass(eq=False)
class IndicatorUnknown(BookProblem):
    """A requirement names an indicator the workbook does not have, or has twice."""

    found: str
    code: ClassVar[str] = "scheme_book_indicator_unknown"


@dataclass(eq=False)
class SchemeBookUnusable(Fact):
    """A workbook with problems; all of them."""

    problems: tuple[Fact, ...]
    code: ClassVar[str] = "scheme_book_unusable"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table: its cells by heading, the rest, and the cell where it begins."""

    cells: dict[str, Cell]
    rest: dict[str, Any]
    sheet: str
    first: str

    def text(self, column: Column) -> str:
        """What stands in a column; "" for nothing."""
        cell = self.cells.get(column.heading)
        return cell.text if cell else ""


def document_of_workbook(book: Workbook) -> dict[str, Any]:
    """The document a workbook holds; SchemeBookUnusable with everything wrong in it."""
    reader = _Reader({sheet.name.strip(): sheet for sheet in book.sheets})
    document = reader.document()
    if reader.problems:
        raise SchemeBookUnusable(tuple(reader.problems))
    return document


@dataclass
class _Reader:
    sheets: dict[str, Sheet]
    problems: list[Fact] = field(default_factory=list)

    def document(self) -> dict[str, Any]:
        document = self.basics()
        self.standards(document)
        self.indicators(document)
        self.sections(document)
        notes = [row.text(the.NOTE) for row in self.rows(the.NOTE_SHEET, (the.NOTE,))]
        if any(notes):
            document["notes"] = [note for note in notes if note]
        return document

    def basics(self) -> dict[str, Any]:
        sheet = self.sheets.get(the.BASIC_SHEET)
        if sheet is None:
            self.problems.append(SheetMissing(the.BASIC_SHEET, ""))
            return {}
        cells: dict[str, Cell] = {}
        other: list[Cell] = []
        known = {column.heading for column in the.BASICS}
        for number, row in sheet.rows():
            label, value = row.get(1), row.get(2)
            if label is None or value is None:
                continue
            if label.text == the.OTHER:
                other.append(value)
            elif label.text in known:
                cells[label.text] = value
            else:
                self.problems.append(HeadingUnknown(sheet.name, address(number, 1), label.text))
        row_ = _Row(cells, self.rest(sheet.name, other), sheet.name, "B1")
        return self.entry(row_, the.BASICS)

    def standards(self, document: dict[str, Any]) -> None:
        for row in self.rows(the.STANDARD_SHEET, the.STANDARDS):
            role = self.role(row, StandardRole.BENCHMARK)
            entry = self.entry(row, the.STANDARDS[1:])
            self.append(document, role.standards, entry)

    def indicators(self, document: dict[str, Any]) -> None:
        if the.INDICATOR_SHEET not in self.sheets:
            self.problems.append(SheetMissing(the.INDICATOR_SHEET, ""))
        for row in self.rows(the.INDICATOR_SHEET, the.INDICATORS):
            self.append(document, "indicators", self.entry(row, the.INDICATORS))
        columns = (the.OWNER, the.OWNER_NAME, the.ROLE, *the.REQUIREMENTS, the.METHOD)
        for row in self.rows(the.REQUIREMENT_SHEET, columns):
            indicator = self.owner(document, row)
            if indicator is not None:
                self.requirement(document, indicator, row)

    def owner(self, document: dict[str, Any], row: _Row) -> dict[str, Any] | None:
        """The indicator a requirement belongs to, by id, else by a name only one has."""
        own, name = row.text(the.OWNER), row.text(the.OWNER_NAME)
        key, wanted = ("id", own) if own else ("name", name)
        found = [e for e in document.get("indicators", []) if e.get(key) == wanted]
        if len(found) == 1 and wanted:
            indicator: dict[str, Any] = found[0]
            return indicator
        self.problems.append(IndicatorUnknown(row.sheet, row.first, wanted))
        return None

    def requirement(self, document: dict[str, Any], indicator: dict[str, Any], row: _Row) -> None:
        entry = self.entry(row, the.REQUIREMENTS)
        standard = entry.get("standard")
        role = self.role(row, role_of(document, str(standard)))
        self.append(indicator, role.requirements, entry)
        method = row.text(the.METHOD)
        if method and isinstance(standard, str):
            methods = indicator.setdefault("test_methods", {})
            methods[standard] = method

    def sections(self, document: dict[str, Any]) -> None:
        texts: dict[str, list[str]] = {}
        tasks = []
        for row in self.rows(the.SECTION_SHEET, (the.SECTION, *the.TASKS)):
            name = self.value(row, the.SECTION)
            if name == "timetable":
                tasks.append(self.entry(row, the.TASKS))
            elif name:
                texts.setdefault(name, []).append(row.text(the.TASKS[0]))
            else:
                self.problems.append(
                    ValueUnread(
                        row.sheet,
                        row.first,
                        row.text(the.SECTION),
                        the.SECTION.heading,
                        "、".join(the.SECTIONS.values()),
                    )
                )
        for name, paragraphs in texts.items():
            place(document, f"sections.{name}", "\n".join(paragraphs))
        if tasks:
            place(document, "sections.timetable", tasks)

    # Rows and cells

    def rows(self, name: str, columns: Sequence[Column]) -> Iterator[_Row]:
        """The rows below the headings; nothing where the sheet is not there."""
        sheet = self.sheets.get(name)
        if sheet is None or not sheet.cells:
            return
        found = self.headings(sheet, columns)
        if found is None:
            return
        top, places, others = found
        for number, row in sheet.rows():
            if number <= top:
                continue
            cells = {places[at]: cell for at, cell in row.items() if at in places}
            rest = [row[at] for at in others if at in row]
            if cells or rest:
                first = next(iter(cells.values()), rest[0] if rest else None)
                where = first.address if first else address(number, 1)
                yield _Row(cells, self.rest(sheet.name, rest), sheet.name, where)

    def headings(
        self, sheet: Sheet, columns: Sequence[Column]
    ) -> tuple[int, dict[int, str], list[int]] | None:
        known = {column.heading for column in columns}
        needed = min(HEADINGS_NEEDED, len(known))
        for number, row in sheet.rows():
            said = {at: cell.text.strip() for at, cell in row.items()}
            if len(known & set(said.values())) >= needed and number <= HEADING_ROWS:
                others = [at for at, text in said.items() if text.startswith(the.OTHER)]
                for at, text in said.items():
                    if text not in known and at not in others and text:
                        self.problems.append(HeadingUnknown(sheet.name, address(number, at), text))
                places = {at: text for at, text in said.items() if text in known}
                return number, places, sorted(others)
        self.problems.append(
            HeadingsMissing(sheet.name, "", "、".join(column.heading for column in columns))
        )
        return None

    def entry(self, row: _Row, columns: Sequence[Column]) -> dict[str, Any]:
        """The fields of a row beside the rest; what cannot be read is reported and left out."""
        entry = row.rest
        for column in columns:
            value = self.value(row, column)
            if value not in (None, "", []):
                place(entry, column.path, value)
        return entry

    def value(self, row: _Row, column: Column) -> Any:
        cell = row.cells.get(column.heading)
        if cell is None or (not cell.text and cell.oddity is None):
            return None
        if cell.oddity is Oddity.DATE:
            return self.day(row, column, cell)
        if cell.oddity in {Oddity.ERROR, Oddity.NO_VALUE, Oddity.CUT}:
            self.problems.append(NoValue(row.sheet, cell.address, cell.text[:60]))
            return None
        try:
            return the.read(cell.text, column)
        except NotThis as expected:
            self.problems.append(
                ValueUnread(row.sheet, cell.address, cell.text[:60], column.heading, str(expected))
            )
            return None

    def day(self, row: _Row, column: Column, cell: Cell) -> str | None:
        """A day where one is meant; elsewhere the program made it one."""
        found = DAY.match(cell.text)
        if column.form is Form.DAY and found:
            year, month, day = found.groups()
            return f"{year}-{int(month):02d}-{int(day):02d}"
        self.problems.append(BecameDate(row.sheet, cell.address, cell.text[:60], cell.typed or ""))
        return None

    def role(self, row: _Row, usual: StandardRole) -> StandardRole:
        value = self.value(row, the.ROLE)
        return StandardRole(value) if value else usual

    def rest(self, sheet: str, cells: list[Cell]) -> dict[str, Any]:
        if not cells:
            return {}
        try:
            found = load("".join(cell.text for cell in cells))
        except ValueError:
            found = None
        if not isinstance(found, dict):
            self.problems.append(OtherUnread(sheet, cells[0].address))
            return {}
        return found

    @staticmethod
    def append(entry: dict[str, Any], name: str, row: dict[str, Any]) -> None:
        rows = entry.get(name)
        entry[name] = [*rows, row] if isinstance(rows, list) else [row]
