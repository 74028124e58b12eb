"""Boards as pages show them: tables of cells, each figure with the address of its members."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urlencode

from django.urls import reverse

from duibiao.core.report.quota import as_percent

BAR = 96  # width of a bar in pixels


class Tone(StrEnum):
    """What a cell says besides its number."""

    MET = "met"
    UNMET = "unmet"


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure against what is asked: both as parts of the same length."""

    filled: int
    mark: int
    width: int = BAR


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure or a word."""

    text: str
    href: str = ""
    tone: Tone | None = None
    bar: Bar | None = None
    is_figure: bool = True
    is_counted: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    label: str
    cells: list[Cell]
    href: str = ""
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """One table; `heads` are keys of words. Without `by` it has a single row."""

    key: str
    by: str
    heads: list[str]
    rows: list[Row]
    levels: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_list(self) -> bool:
        """Rows are members, not figures."""
        return any(not cell.is_figure for row in self.rows for cell in row.cells)

    @property
    def is_empty(self) -> bool:
        """Nothing to count: what it counts is all 0."""
        if self.is_list:
            return False
        leading = [cell for row in self.rows for cell in row.cells if cell.is_counted]
        return bool(leading) and all(cell.text == "0" for cell in leading)

    @property
    def figures(self) -> list[tuple[str, Cell]]:
        """The single row's figures with their names."""
        return list(zip(self.heads, self.rows[0].cells, strict=True)) if self.rows else []


def members_href(board: str, subject: str, measure: str, chosen: dict[str, str]) -> str:
    """Where a figure's members are listed."""
    address = reverse("boards:members", args=[board, subject, measure])
    return f"{address}?{urlencode(chosen)}" if chosen else address


def percent(part: int, whole: int) -> Cell:
    """A share in per cent; — of nothing."""
    shown = as_percent(part, whole)
    return Cell(f"{shown}%" if whole else shown)


def against(have: int, needed: int) -> Bar:
    """A bar of what there is, marked at what is needed."""
    longest = max(have, needed, 1)
    return Bar(BAR * have // longest, BAR * needed // longest)
