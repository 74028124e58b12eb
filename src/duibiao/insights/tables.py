"""Tables of figures, declared: a dimension and columns; built in one query per subject."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol
from urllib.parse import urlencode

from duibiao.access import Permission, may
from duibiao.core.report.summary import LEVELS
from duibiao.insights.asking import NONE, Asked
from duibiao.insights.keeping import kept
from duibiao.insights.labels import labels
from duibiao.insights.showing import Cell, Row, Shown, members_href
from duibiao.insights.subjects.columns import said
from duibiao.insights.subjects.subject import Figures, Subject
from duibiao.ui.wording import Language, text

LISTED = 100  # rows of a table that lists members


@dataclass(frozen=True, slots=True)
class Page:
    """Whose board is shown: its name, its permission, its filters, in which language."""

    board: str
    permission: Permission
    filters: tuple[str, ...]
    asked: Asked
    language: Language

    @property
    def here(self) -> set[str]:
        """The districts this person answers for; empty when for all or by field."""
        reached = self.asked.reach(self.permission)
        beyond = reached.everything or reached.fields or reached.organisations
        own = reached.districts | {district for district, _ in reached.district_fields}
        return set() if beyond else own


@dataclass(frozen=True, slots=True)
class Line:
    """A row while its cells are made: its value of the dimension ("" in a total), its figures."""

    page: Page
    by: str
    value: str
    figures: dict[str, Figures]

    def n(self, subject: Subject, measure: str) -> int:
        """A figure."""
        return self.figures.get(subject.name, {}).get(measure, 0)

    def cell(self, subject: Subject, measure: str) -> Cell:
        """A figure with the address of its members."""
        chosen = dict(self.page.asked.chosen)
        if self.value and self.by:
            chosen[self.by] = self.value
        number = self.n(subject, measure)
        href = members_href(self.page.board, subject.name, measure, chosen)
        return Cell(str(number), href, is_counted=True)


@dataclass(frozen=True, slots=True)
class Count:
    """A column that counts."""

    subject: Subject
    measure: str

    @property
    def head(self) -> str:
        """The key of its heading."""
        return f"figure.{self.subject.name}.{self.measure}"

    @property
    def needs(self) -> tuple[Count, ...]:
        """What must be counted for it."""
        return (self,)

    def show(self, line: Line) -> Cell:
        """The figure."""
        return line.cell(self.subject, self.measure)


@dataclass(frozen=True, slots=True)
class Derived:
    """A column made of figures: a share, a gap. `of_all`: its rule is about a district's list as
    a whole, so it is not said of a part."""

    name: str
    needs: tuple[Count, ...]
    make: Callable[[Line], Cell]
    of_all: bool = False

    @property
    def head(self) -> str:
        """The key of its heading."""
        return f"derived.{self.name}"

    def show(self, line: Line) -> Cell:
        """The value."""
        return self.make(line)


class Table(Protocol):
    """What a board consists of."""

    @property
    def name(self) -> str:
        """Its name within the board."""
        ...

    def shown(self, page: Page) -> Shown | None:
        """The table as this person sees it; None when it is none of hers."""
        ...


@dataclass(frozen=True, slots=True)
class CountTable:
    """A table of figures by one dimension; by "" a single row."""

    name: str
    by: str
    columns: tuple[Count | Derived, ...]
    total: bool = True

    def shown(self, page: Page) -> Shown | None:
        """Counted, labelled, summed up."""
        columns = [column for column in self.columns if _has_sense(page, self.by, column)]
        if not columns:
            return None
        by_value = self._figures(page, columns)
        return Shown(
            key=f"table.{page.board}.{self.name}",
            by=f"dimension.{self.by}" if self.by else "",
            heads=[column.head for column in columns],
            rows=self._rows(page, columns, by_value),
            levels=_levels(page) if self.by == "industry" else [],
        )

    def _figures(self, page: Page, columns: list[Count | Derived]) -> dict[str, dict[str, Figures]]:
        """Value → subject → figures."""
        needed = {need for column in columns for need in column.needs}
        ordered = sorted(needed, key=lambda need: (need.subject.name, need.measure))
        found: dict[str, dict[str, Figures]] = {}
        for name, group in groupby(ordered, key=lambda need: need.subject.name):
            counts = list(group)
            measures = tuple(one.measure for one in counts)
            figures = kept(page.asked, counts[0].subject, measures, self.by)
            for value, numbers in figures.items():
                found.setdefault(value, {})[name] = numbers
        return found

    def _rows(
        self,
        page: Page,
        columns: list[Count | Derived],
        by_value: dict[str, dict[str, Figures]],
    ) -> list[Row]:
        def cells(value: str, figures: dict[str, Figures]) -> list[Cell]:
            line = Line(page, self.by, value, figures)
            return [column.show(line) for column in columns]

        if not self.by:
            return [Row("", cells("", by_value.get("", {})))]
        known = labels(self.by, page.asked, by_value, page.here, page.language)
        rows = [
            Row(label, cells(value, by_value.get(value, {})), _deeper(page, self.by, value))
            for value, label in known.items()
        ]
        if self.total and len(rows) > 1:
            every = _sum(by_value)
            total = text("derived.total", page.language)
            rows.insert(0, Row(total, cells("", every), is_total=True))
        return rows


@dataclass(frozen=True, slots=True)
class ListTable:
    """A table that lists the members of a figure themselves."""

    name: str
    subject: Subject
    measure: str = "all"

    def shown(self, page: Page) -> Shown | None:
        """The first of them with their columns."""
        if not _told(page, "", self.subject):
            return None
        rows = []
        for one in self.subject.members(page.asked, self.measure)[:LISTED]:
            cells = [
                Cell(said(column.show(one, page.language)), is_figure=False)
                for column in self.subject.columns
            ]
            address = self.subject.address(one, page.asked.user)
            rows.append(Row(self.subject.label(one), cells, address))
        return Shown(
            key=f"table.{page.board}.{self.name}",
            by=f"figure.{self.subject.name}.{self.measure}",
            heads=[column.key for column in self.subject.columns],
            rows=rows,
        )


def _has_sense(page: Page, by: str, column: Count | Derived) -> bool:
    if isinstance(column, Derived) and column.of_all and set(page.asked.chosen) - {"district"}:
        return False
    return all(_told(page, by, need.subject) for need in column.needs)


def _told(page: Page, by: str, subject: Subject) -> bool:
    """May this person see the subject, and has it the dimensions asked for?"""
    wanted = {*page.asked.chosen, *([by] if by else [])}
    return may(page.asked.user, subject.permission) and all(map(subject.has, wanted))


def _sum(by_value: dict[str, dict[str, Figures]]) -> dict[str, Figures]:
    every: dict[str, Figures] = {}
    for subjects in by_value.values():
        for subject, numbers in subjects.items():
            sums = every.setdefault(subject, {})
            for measure, number in numbers.items():
                sums[measure] = sums.get(measure, 0) + number
    return every


def _deeper(page: Page, by: str, value: str) -> str:
    """The same board narrowed to a row; an industry at its next level."""
    if by not in page.filters or value.endswith(NONE) or page.asked.chosen.get(by) == value:
        return ""
    chosen = {**page.asked.chosen, by: value}
    if by == "industry":
        place = LEVELS.index(page.asked.level) + 1
        if place == len(LEVELS) or value[:1] > "T":
            return ""
        chosen["level"] = LEVELS[place]
    return f"?{urlencode(chosen)}"


def _levels(page: Page) -> list[tuple[str, str]]:
    """The four levels of GB/T 4754, each with its address."""
    chosen = {name: value for name, value in page.asked.chosen.items() if name != "industry"}
    return [(level, f"?{urlencode({**chosen, 'level': level})}") for level in LEVELS]
