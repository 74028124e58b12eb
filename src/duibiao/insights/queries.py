"""Named reads: which boards a person may open, what a board shows, what a figure counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404

from duibiao import clock
from duibiao.access import may, require
from duibiao.accounts.models import User
from duibiao.campaigns.models import Campaign
from duibiao.core.report.summary import LEVELS
from duibiao.insights.asking import Asked, checked
from duibiao.insights.boards import BOARDS
from duibiao.insights.boards.board import Board
from duibiao.insights.keeping import kept
from duibiao.insights.showing import Cell, Shown, members_href
from duibiao.insights.subjects import SUBJECTS
from duibiao.insights.subjects.subject import Rows, Subject
from duibiao.insights.tables import Line, Page
from duibiao.ui.wording import Language


@dataclass(frozen=True, slots=True)
class Entry:
    """A board on the entry page, with its one number."""

    board: Board
    cell: Cell
    head: str


@dataclass(frozen=True, slots=True)
class Members:
    """What a figure counts: as many rows as the figure says."""

    board: Board
    subject: Subject
    measure: str
    asked: Asked
    rows: Rows

    @property
    def count(self) -> int:
        """The figure itself, counted by the same condition."""
        return kept(self.asked, self.subject, (self.measure,))[""][self.measure]


def boards_for(user: User) -> list[Board]:
    """The boards this person may open."""
    return [board for board in BOARDS.values() if may(user, board.permission)]


def board_for(user: User, name: str) -> Board:
    """One of them; 404 when there is none of that name, refused when it is not hers."""
    if name not in BOARDS:
        raise Http404(name)
    require(user, BOARDS[name].permission)
    return BOARDS[name]


def question(user: User, campaign: Campaign, board: Board, given: Mapping[str, str]) -> Asked:
    """What was asked by an address: filters of the board, and the level of industries."""
    chosen = {name: checked(name, given[name]) for name in board.filters if given.get(name)}
    level = given.get("level", LEVELS[0])
    return Asked(user, campaign, chosen, level if level in LEVELS else LEVELS[0])


def page_of(board: Board, asked: Asked, language: Language) -> Page:
    """The frame in which a board's tables are shown."""
    return Page(board.name, board.permission, board.filters, asked, language)


def tables_of(board: Board, asked: Asked, language: Language) -> list[Shown]:
    """The board as this person sees it."""
    page = page_of(board, asked, language)
    shown = (table.shown(page) for table in board.tables)
    return [table for table in shown if table is not None]


def entries_for(user: User, campaign: Campaign, language: Language) -> list[Entry]:
    """The boards this person may open, each with its number."""
    found, asked = [], Asked(user, campaign)
    for board in boards_for(user):
        number = board.number
        figures = kept(asked, number.subject, (number.measure,))
        line = Line(page_of(board, asked, language), "", "", {number.subject.name: figures[""]})
        found.append(Entry(board, number.show(line), number.head))
    return found


def counters_for(user: User, campaign: Campaign) -> list[tuple[str, Cell]]:
    """The three the campaign is named after: cities, industries, enterprises (题-1)."""
    cities = Campaign.everything.filter(year=campaign.year).values("city").distinct().count()
    found = [("counter.city", Cell(str(cities), campaign.get_absolute_url()))]
    wanted = (("trades", "priority", "all"), ("enterprises", "quota", "consented"))
    for name, board, measure in wanted:
        subject = SUBJECTS[name]
        if may(user, subject.permission) and may(user, BOARDS[board].permission):
            number = kept(Asked(user, campaign), subject, (measure,))[""][measure]
            href = members_href(board, name, measure, {})
            found.append((f"counter.{name}", Cell(str(number), href, is_counted=True)))
    return found


def members_for(
    user: User, campaign: Campaign, where: tuple[str, str, str], given: Mapping[str, str]
) -> Members:
    """The rows a figure counts: the same condition, the same filters. `where`: board, subject,
    measure; `given`: filters, the row's own among them."""
    board = board_for(user, where[0])
    subject = SUBJECTS.get(where[1])
    if subject is None or subject not in list(board.subjects()):
        raise Http404(where[1])
    if where[2] not in subject.measures:
        raise Http404(where[2])
    require(user, subject.permission)
    chosen = {
        name: checked(name, value)
        for name, value in given.items()
        if name not in ("after", "level") and value
    }
    if not all(map(subject.has, chosen)):
        raise Http404("filter")
    asked = Asked(user, campaign, chosen)
    return Members(board, subject, where[2], asked, subject.members(asked, where[2]))


def as_of() -> datetime:
    """The moment of the figures."""
    return clock.now()
