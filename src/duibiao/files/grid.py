"""A workbook as cells: text as a person sees it, with its address and what is odd about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any


class Oddity(StrEnum):
    """Why a cell's text may not be what its author meant."""

    DATE = "date"  # the program made a date of it: 3-4 → 3月4日
    ERROR = "error"  # #REF!
    FORMULA = "formula"  # computed; the text is the value last computed
    NO_VALUE = "no_value"  # a formula that was never computed
    CUT = "cut"  # longer than is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell. `typed` is what was probably typed where the program made a date of it."""

    row: int
    column: int
    text: str
    oddity: Oddity | None = None
    typed: str | None = None
    merged: str | None = None  # the range it belongs to, e.g. A3:A6
    is_number: bool = False

    @property
    def address(self) -> str:
        """As in a workbook: C5."""
        return address(self.row, self.column)


@dataclass(frozen=True, slots=True)
class Span:
    """A merged range, first and last row and column, 1-based."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def name(self) -> str:
        """As in a workbook: A3:A6."""
        first = address(self.first_row, self.first_column)
        return f"{first}:{address(self.last_row, self.last_column)}"

    def clipped(self, columns: int) -> Span:
        """The part within the first so many columns; titles are merged across whole rows."""
        return replace(self, last_column=min(self.last_column, columns))

    @property
    def size(self) -> int:
        """Number of cells covered."""
        return (self.last_row - self.first_row + 1) * (self.last_column - self.first_column + 1)


@dataclass(slots=True, kw_only=True)
class Sheet:
    """One sheet, sparse: only cells that hold something."""

    name: str
    hidden: bool = False
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    far: list[str] = field(default_factory=list)  # cells set aside: too far from any table

    def rows(self) -> Iterator[tuple[int, dict[int, Cell]]]:
        """Rows that hold something, in order, each as column → cell."""
        by_row: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in sorted(self.cells.items()):
            by_row.setdefault(row, {})[column] = cell
        yield from by_row.items()

    def spread_merges(self) -> None:
        """Give every cell of a merged range the text of its first, within the used part."""
        last_row = max((r for r, _ in self.cells), default=0)
        last_column = max((c for _, c in self.cells), default=0)
        for span in self.spans:
            source = self.cells.get((span.first_row, span.first_column))
            if source is None:
                continue
            marked = replace(source, merged=span.name)
            for row in range(span.first_row, min(span.last_row, last_row) + 1):
                for column in range(span.first_column, min(span.last_column, last_column) + 1):
                    self.cells[row, column] = replace(marked, row=row, column=column)


@dataclass(slots=True, kw_only=True)
class Workbook:
    """All sheets of one file. `properties` are the document's own, `kind` tells the format."""

    filename: str
    kind: str
    sheets: list[Sheet] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)
    dropped: list[str] = field(default_factory=list)  # macros, external_links, pictures …

    def to_json(self) -> dict[str, Any]:
        """Compact plain data, for the way out of the limited process."""
        return {
            "filename": self.filename,
            "kind": self.kind,
            "properties": self.properties,
            "dropped": self.dropped,
            "sheets": [_sheet_json(sheet) for sheet in self.sheets],
        }


def workbook_from_json(data: dict[str, Any]) -> Workbook:
    """The inverse of `Workbook.to_json`; merged ranges are spread here."""
    return Workbook(
        filename=data["filename"],
        kind=data["kind"],
        properties=data["properties"],
        dropped=data["dropped"],
        sheets=[_sheet_from_json(sheet) for sheet in data["sheets"]],
    )


def address(row: int, column: int) -> str:
    """Row 5, column 3 → C5."""
    return f"{letters(column)}{row}"


def letters(column: int) -> str:
    """Column 28 → AB."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _sheet_json(sheet: Sheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "hidden": sheet.hidden,
        "cells": [
            [c.row, c.column, c.text, c.oddity, c.typed, c.is_number] for c in sheet.cells.values()
        ],
        "spans": [[s.first_row, s.first_column, s.last_row, s.last_column] for s in sheet.spans],
        "hidden_rows": sorted(sheet.hidden_rows),
        "hidden_columns": sorted(sheet.hidden_columns),
        "far": sheet.far,
    }


def _sheet_from_json(data: dict[str, Any]) -> Sheet:
    sheet = Sheet(
        name=data["name"],
        hidden=data["hidden"],
        spans=[Span(*numbers) for numbers in data["spans"]],
        hidden_rows=set(data["hidden_rows"]),
        hidden_columns=set(data["hidden_columns"]),
        far=data["far"],
    )
    for row, column, text, oddity, typed, is_number in data["cells"]:
        sheet.cells[row, column] = Cell(
            row=row,
            column=column,
            text=text,
            oddity=Oddity(oddity) if oddity else None,
            typed=typed,
            is_number=is_number,
        )
    sheet.spread_merges()
    return sheet
