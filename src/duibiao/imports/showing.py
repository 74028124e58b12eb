"""What the pages of an import show, worked out once per request."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from duibiao.files.grid import letters
from duibiao.imports.definition import ROW, Severity
from duibiao.imports.models import ImportSession
from duibiao.imports.outcome import Outcome
from duibiao.imports.queries import written_rows
from duibiao.imports.work import Work, work
from duibiao.ui import wording
from duibiao.ui.wording import Language

PER_PAGE = 50
SHOWN_VALUES = 40
SHOWN_ROWS = 100


@dataclass(frozen=True, slots=True)
class Said:
    """One problem in words, at its cell."""

    row: int
    column: str
    heading: str
    code: str
    is_error: bool
    found: str
    suggestion: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Kind:
    """All problems of one column and code."""

    column: str
    code: str
    heading: str
    count: int
    is_error: bool

    @property
    def key(self) -> str:
        """For the address: column.code."""
        return f"{self.column}.{self.code}"

    @property
    def word_key(self) -> str:
        """The kind in a word or two."""
        return f"imports.kind.{self.code}"


@dataclass(frozen=True, slots=True)
class Alike:
    """A text that is among no list's values, how often, and what it may mean."""

    column: str
    heading: str
    found: str
    count: int
    suggestion: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell as it can be repaired."""

    column: str
    heading: str
    text: str
    is_wrong: bool


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the workbook with what is wrong in it."""

    number: int
    cells: list[ShownCell]
    problems: list[Said]


@dataclass(slots=True)
class Shown:
    """One session's list, its problems in words, its outcome."""

    session: ImportSession
    language: Language
    now: Work
    found: Outcome
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def good(self) -> int:
        """Rows that would be written."""
        return self.counts["new"] + self.counts["changed"]

    def heading(self, column: str) -> str:
        """The heading of a column."""
        return self.now.definition.column(column).heading if column else ""

    def say(self, one: dict[str, Any]) -> Said:
        """A problem in words."""
        place = wording.text(
            "imports.place", self.language, sheet=f"{self.now.sheet} ", row=one[ROW]
        )
        heading = self.heading(one["column"])
        return Said(
            row=one[ROW],
            column=one["column"],
            heading=heading,
            code=one["code"],
            is_error=one["severity"] == Severity.ERROR.value,
            found=one["found"],
            suggestion=one["suggestion"],
            sentence=wording.text(
                f"imports.problem.{one['code']}",
                self.language,
                where=place,
                heading=heading,
                found=one["found"],
                expected=one["expected"],
                suggestion=one["suggestion"],
            ),
        )

    def kinds(self) -> list[Kind]:
        """Problems by column and code, the most frequent first."""
        grouped = self.now.problems.group_by("column", "code", "severity").len()
        return [
            Kind(column, code, self.heading(column), count, severity == Severity.ERROR.value)
            for column, code, severity, count in grouped.sort(
                ["severity", "len"], descending=[False, True]
            ).iter_rows()
        ]

    def alike(self) -> list[Alike]:
        """Texts of columns with a list that are none of its values, most frequent first."""
        listed = [name for name in self.now.lists if name in self.now.read.texts.columns]
        codes = ["not_in_list", "near_in_list", "ambiguous_in_list", "not_yes_no"]
        wrong = self.now.problems.filter(
            pl.col("column").is_in(listed) & pl.col("code").is_in(codes)
        )
        counted = wrong.group_by("column", "found").agg(pl.len(), pl.col("suggestion").first())
        return [
            Alike(column, self.heading(column), found, count, suggestion, self._options(column))
            for column, found, count, suggestion in counted.sort("len", descending=True)
            .head(SHOWN_VALUES)
            .iter_rows()
        ]

    def _options(self, column: str) -> tuple[tuple[str, str], ...]:
        known = self.now.lists[column]
        if len(known.choices) > 200:  # an industry is typed: its code or its name
            return ()
        return tuple((one.word, one.word) for one in known.choices)

    def rows(self, chosen: str, page: int) -> tuple[list[ShownRow], int]:
        """Rows with problems (of one kind, when chosen), a page of them, and how many pages."""
        problems = self.now.problems
        column, _, code = chosen.partition(".")
        if code:
            problems = problems.filter((pl.col("column") == column) & (pl.col("code") == code))
        numbers = problems[ROW].unique().sort()
        pages = max(1, -(-len(numbers) // PER_PAGE))
        some = numbers.slice((min(page, pages) - 1) * PER_PAGE, PER_PAGE)
        return list(self._shown(some)), pages

    def _shown(self, numbers: pl.Series) -> Iterator[ShownRow]:
        texts = self.now.read.texts.filter(pl.col(ROW).is_in(numbers.implode()))
        wrong = self.now.problems.filter(pl.col(ROW).is_in(numbers.implode()))
        said: dict[int, list[Said]] = {}
        for one in wrong.iter_rows(named=True):
            said.setdefault(one[ROW], []).append(self.say(one))
        for row in texts.iter_rows(named=True):
            number = row[ROW]
            wrong_here = {one.column for one in said.get(number, [])}
            cells = [
                ShownCell(name, self.heading(name), row[name] or "", name in wrong_here)
                for name in self._first_wrong(wrong["column"].to_list())
            ]
            yield ShownRow(number, cells, said.get(number, []))

    def _first_wrong(self, wrong: list[str]) -> list[str]:
        """Columns in the order they are shown: keys, what is wrong on the page, the others."""
        keys = self.now.definition.key_columns
        names = [one.name for one in self.now.definition.columns]
        return sorted(
            names,
            key=lambda name: (name not in keys, name not in wrong, name not in self.names),
        )

    def preview(self, kind: str) -> list[list[str]]:
        """The first rows that are new, or changed (before → after)."""
        if kind == "changed":
            return [self._changed(*pair) for pair in self._pairs()]
        frame = self.found.rows.new.head(SHOWN_ROWS)
        return [[self._text(name, row[name]) for name in self.names] for row in _named(frame)]

    @property
    def names(self) -> list[str]:
        """Columns of the workbook that are part of the list."""
        return [
            one.name for one in self.now.definition.columns if one.name in self.now.read.present
        ]

    @property
    def headings(self) -> list[str]:
        """Their headings."""
        return [self.heading(name) for name in self.names]

    def _pairs(self) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        before = _named(self.found.before.head(SHOWN_ROWS))
        return list(zip(before, _named(self.found.rows.changed.head(SHOWN_ROWS)), strict=True))

    def _changed(self, before: dict[str, Any], after: dict[str, Any]) -> list[str]:
        shown = []
        for name in self.names:
            old, new = self._text(name, before[name]), self._text(name, after[name])
            shown.append(new if old == new else f"{old or '—'} → {new}")
        return shown

    def _text(self, name: str, value: object) -> str:
        if value is None:
            return ""
        if isinstance(value, bool):
            return wording.text("imports.yes" if value else "imports.no", self.language)
        known = self.now.lists.get(name)
        return known.said(str(value)) if known and isinstance(value, str) else str(value)

    def cell_of(self, problem: Said) -> str:
        """Its cell in the person's workbook: C12."""
        number = self.session.mapping.get(problem.column)
        return f"{letters(int(number))}{problem.row}" if number else ""


def shown(session: ImportSession, language: Language) -> Shown:
    """A session whose columns are known."""
    now = work(session)
    found = now.outcome(written_rows(session))
    return Shown(session, language, now, found, found.counts)


def _named(frame: pl.DataFrame) -> list[dict[str, Any]]:
    return list(frame.iter_rows(named=True))
