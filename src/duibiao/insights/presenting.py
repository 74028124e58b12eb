"""What pages and files need besides the tables: filters to choose from, lines of a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from duibiao.insights.asking import NONE, Asked
from duibiao.insights.boards.board import Board
from duibiao.insights.labels import labels
from duibiao.insights.queries import Members, page_of
from duibiao.insights.showing import Cell, Row, Shown
from duibiao.insights.subjects.columns import said
from duibiao.ui.wording import Language, text


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing a board can be narrowed by; without options it is typed in."""

    name: str
    key: str
    value: str
    options: list[tuple[str, str]]


def filters_of(board: Board, asked: Asked, language: Language) -> list[Filter]:
    """The filters of a board; one that leaves no choice is left out."""
    page = page_of(board, asked, language)
    found = []
    for name in board.filters:
        every = Asked(asked.user, asked.campaign)
        options = (
            [] if name == "industry" else [*labels(name, every, (), page.here, language).items()]
        )
        if name == "industry" or len(options) > 1:
            chosen = asked.chosen.get(name, "")
            found.append(Filter(name, f"dimension.{name}", chosen, options))
    return found


def chosen_words(found: Members, language: Language) -> list[tuple[str, str]]:
    """The filters of a list of members in words: key of the dimension, value."""
    shown = []
    for name, value in found.asked.chosen.items():
        known = labels(
            name, Asked(found.asked.user, found.asked.campaign), {value}, set(), language
        )
        none = text("dimension.none", language)
        shown.append((f"dimension.{name}", none if value == NONE else known.get(value, value)))
    return shown


def member_heads(found: Members) -> list[str]:
    """Keys of the headings, the name first."""
    return [f"subject.{found.subject.name}", *(column.key for column in found.subject.columns)]


def member_row(found: Members, one: Any, language: Language) -> Row:
    """One member: its name, its address, its columns."""
    cells = [
        Cell(said(column.show(one, language)), is_figure=False) for column in found.subject.columns
    ]
    return Row(found.subject.label(one), cells, found.subject.address(one, found.asked.user))


def board_rows(tables: list[Shown], language: Language) -> Iterator[list[str]]:
    """A board's tables one after the other, as lines of a file."""
    for table in tables:
        yield []
        yield [text(table.key, language)]
        first = [text(table.by, language)] if table.by else []
        yield [*first, *(text(head, language) for head in table.heads)]
        for row in table.rows:
            yield [*([row.label] if table.by else []), *(cell.text for cell in row.cells)]
