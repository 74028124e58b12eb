"""Which column of a foreign sheet is which column of the list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import polars as pl
from rapidfuzz import fuzz, process

from duibiao.files.grid import letters
from duibiao.files.texts import ROW, TextBook, TextSheet
from duibiao.imports.definition import Column
from duibiao.imports.reading.choices import fold

LOOKED_AT = 40  # rows from the top among which the headings are looked for
LIKE = 75  # percent from which a heading is worth asking about
SAMPLES = 3
BRACKETS = re.compile(r"[（(【\[]([^（()）【】\[\]]*)[)）】\]]")
SAYS_NOTHING = re.compile(
    r"必填|选填|可不填|必须|如有|没有不填|示例.*|例如.*|下拉选择|\*|＊|年?月?日?|"
)


class Told(StrEnum):
    """How a column was recognised."""

    EXACT = "exact"  # by our heading or one of its synonyms
    REMEMBERED = "remembered"  # as this organisation mapped it before
    LIKELY = "likely"  # by likeness: asked
    CHOSEN = "chosen"  # by the person, now
    LEFT = "left"  # not used


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """One column of the sheet: what it was taken for, and a few of its values to judge by."""

    number: int
    heading: str
    name: str = ""
    told: Told = Told.LEFT
    samples: tuple[str, ...] = ()

    @property
    def letter(self) -> str:
        """As in a workbook: C."""
        return letters(self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A table found: its sheet, the row of its headings, its columns."""

    sheet: str
    heading_row: int
    guesses: tuple[Guess, ...]

    @property
    def mapping(self) -> dict[str, int]:
        """Column name → number of the column of the sheet."""
        return {guess.name: guess.number for guess in self.guesses if guess.name}

    @property
    def sure(self) -> int:
        """How many columns were recognised beyond doubt."""
        return sum(guess.told in {Told.EXACT, Told.REMEMBERED} for guess in self.guesses)


class Headings:
    """What the headings of one list may be called, and what this organisation called them."""

    def __init__(self, columns: Sequence[Column], remembered: Mapping[str, str]) -> None:
        self.known = {
            fold(word): column.name
            for column in columns
            for word in (column.heading, *column.aliases)
        }
        self.loose = {fold(_bare(column.heading)): column.name for column in columns}
        self.remembered = remembered

    def name(self, heading: str) -> tuple[str, Told]:
        """The column a heading means, and how that is known."""
        if found := self.remembered.get(fold(heading)):
            return found, Told.REMEMBERED
        if found := self.known.get(fold(heading)) or self.known.get(fold(_bare(heading))):
            return found, Told.EXACT
        # A unit in brackets that is not ours (元 for 万元) would be a silent factor: asked.
        return self._like(heading)

    def _like(self, heading: str) -> tuple[str, Told]:
        wanted = fold(BRACKETS.sub("", heading))
        if not wanted:
            return "", Told.LEFT
        if found := self.loose.get(wanted) or self.known.get(wanted):
            return found, Told.LIKELY
        near = process.extractOne(wanted, self.known.keys(), scorer=fuzz.ratio, score_cutoff=LIKE)
        return (self.known[near[0]], Told.LIKELY) if near else ("", Told.LEFT)


def _bare(heading: str) -> str:
    """Without marks and brackets that say nothing about the value: 企业名称（必填）."""
    kept = BRACKETS.sub(
        lambda m: "" if SAYS_NOTHING.fullmatch(m.group(1).strip()) else m.group(0), heading
    )
    return kept.replace("*", "").replace("＊", "")


def find_layouts(
    book: TextBook, columns: Sequence[Column], remembered: Mapping[str, str]
) -> tuple[Layout, ...]:
    """The best table of each visible sheet, the most recognised first."""
    headings = Headings(columns, remembered)
    found = [
        layout(sheet, heading_row(sheet, headings), headings)
        for sheet in book.sheets
        if not sheet.hidden and sheet.texts.height
    ]
    return tuple(sorted(found, key=lambda one: -one.sure))


def heading_row(sheet: TextSheet, headings: Headings) -> int:
    """The row most of whose cells are headings; else the first row with most texts."""
    best, best_score = 0, (-1, -1)
    for row in sheet.texts.head(LOOKED_AT).iter_rows():
        texts = [text for text in row[1:] if text and text.strip()]
        told = [headings.name(text)[1] for text in texts]
        sure = sum(one in {Told.EXACT, Told.REMEMBERED} for one in told)
        score = (sure, len(texts))
        if score > best_score:
            best, best_score = row[0], score
    return best


def layout(sheet: TextSheet, row: int, headings: Headings) -> Layout:
    """The columns under the headings in `row`; one column of the list at most once."""
    texts = sheet.texts
    head = texts.filter(pl.col(ROW) == row)
    body = texts.filter(pl.col(ROW) > row)
    taken: set[str] = set()
    guesses = []
    for number, key in enumerate(texts.columns[1:], start=1):
        heading = (head[key][0] or "").strip() if head.height else ""
        samples = tuple(body[key].drop_nulls().head(SAMPLES).str.head(40).to_list())
        if not heading and not samples:
            continue
        name, told = headings.name(heading) if heading else ("", Told.LEFT)
        if name in taken:
            name, told = "", Told.LEFT
        taken.add(name)
        guesses.append(Guess(number=number, heading=heading, name=name, told=told, samples=samples))
    return Layout(sheet=sheet.name, heading_row=row, guesses=tuple(guesses))
