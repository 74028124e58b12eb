"""What a session amounts to now: derived from the kept texts, the mapping and the repairs, never
stored. The last few are remembered, so that a page does not read a hundred thousand rows again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from duibiao.files.store import store
from duibiao.files.texts import ROW, TextBook, TextSheet, unpack
from duibiao.imports import registry
from duibiao.imports.columns import Guess, Headings, Layout, Told, find_layouts, layout
from duibiao.imports.definition import Choice, Column, Context, ListDefinition
from duibiao.imports.models import HeadingMemory, ImportSession
from duibiao.imports.outcome import Outcome, all_problems, outcome
from duibiao.imports.reading.choices import CodeList
from duibiao.imports.reading.read import ReadList, read_list
from duibiao.imports.repairs import Repair, repaired, table
from duibiao.imports.vocabularies import code_lists

REMEMBERED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One session's list as it stands: read, checked, compared."""

    definition: ListDefinition
    context: Context
    sheet: str
    read: ReadList
    lists: dict[str, CodeList]
    problems: pl.DataFrame  # with `found`, the text as written

    def outcome(self, written: pl.Series | None = None) -> Outcome:
        """New, changed, same, refused, against the database of this moment."""
        return outcome(self.read, self.problems, self.definition, self.context, written)


def context_of(session: ImportSession) -> Context:
    """On whose behalf the session works."""
    return Context(
        user=session.user, organisation=session.organisation, parameters=session.parameters
    )


def definition_of(session: ImportSession) -> ListDefinition:
    """The list the session fills; KeyError when its room is gone."""
    found = registry.find(session.definition)
    if found is None:
        raise KeyError(session.definition)
    return found


def work(session: ImportSession) -> Work:
    """The list of a session whose columns are known."""
    definition, context = definition_of(session), context_of(session)
    lists = code_lists(definition.columns, context)
    repairs = tuple(
        Repair(*values)
        for values in session.repairs.order_by("id").values_list("row", "column", "old", "new")
    )
    key = _Key(
        session.texts_digest,
        session.sheet,
        session.heading_row,
        tuple(sorted(session.mapping.items())),
        repairs,
        definition.key,
        tuple((name, one.choices) for name, one in sorted(lists.items())),
    )
    read = _read(key)
    problems = with_found(all_problems(read, definition, context), read)
    return Work(
        definition=definition,
        context=context,
        sheet=session.sheet,
        read=read,
        lists=lists,
        problems=problems,
    )


def check(
    sheet: TextSheet,
    found: Layout,
    definition: ListDefinition,
    context: Context,
    progress: Callable[[int], None] = lambda _: None,
) -> Work:
    """The same without a session: a file read here and now (the bench, the tests)."""
    lists = code_lists(definition.columns, context)
    texts, marks = table(sheet, found.heading_row, found.mapping, definition.columns)
    read = read_list(texts, definition.columns, lists, marks, definition.key_columns)
    progress(50)
    problems = with_found(all_problems(read, definition, context), read)
    return Work(
        definition=definition,
        context=context,
        sheet=found.sheet,
        read=read,
        lists=lists,
        problems=problems,
    )


def forget() -> None:
    """Drop what is remembered: the next look reads the store again."""
    book.cache_clear()
    _read.cache_clear()


def with_found(problems: pl.DataFrame, read: ReadList) -> pl.DataFrame:
    """Each problem with the text its cell has."""
    if problems.is_empty():
        return problems.with_columns(pl.lit("").alias("found"))
    parts = []
    for (name,), some in problems.group_by("column", maintain_order=True):
        texts = read.texts.select(ROW, pl.col(str(name)).fill_null("").alias("found"))
        parts.append(some.join(texts, on=ROW, how="left", maintain_order="left"))
    return (
        pl.concat(parts).with_columns(pl.col("found").fill_null("")).sort(ROW, maintain_order=True)
    )


def layouts(session: ImportSession) -> tuple[Layout, ...]:
    """The tables found in the session's workbook."""
    definition = definition_of(session)
    return find_layouts(book(session.texts_digest), definition.columns, remembered(session))


def layout_at(session: ImportSession, sheet: str, row: int) -> Layout:
    """The columns when the headings stand in that row; the session's own mapping, if it has one
    for them, before every guess."""
    definition = definition_of(session)
    named = next(one for one in book(session.texts_digest).sheets if one.name == sheet)
    found = layout(named, row, Headings(definition.columns, remembered(session)))
    if not session.mapping or (session.sheet, session.heading_row) != (sheet, row):
        return found
    names = {number: name for name, number in session.mapping.items()}
    return Layout(
        sheet=sheet,
        heading_row=row,
        guesses=tuple(_chosen(guess, names.get(guess.number, "")) for guess in found.guesses),
    )


def _chosen(guess: Guess, name: str) -> Guess:
    told = guess.told if name == guess.name else (Told.CHOSEN if name else Told.LEFT)
    return Guess(
        number=guess.number, heading=guess.heading, name=name, told=told, samples=guess.samples
    )


def remembered(session: ImportSession) -> dict[str, str]:
    """What this organisation's headings meant before, folded heading → column."""
    known = HeadingMemory.objects.filter(
        organisation=session.organisation, definition=session.definition
    )
    return dict(known.values_list("heading", "column"))


@lru_cache(maxsize=REMEMBERED)
def book(texts_digest: str) -> TextBook:
    """The workbook's texts from the store."""
    return unpack(store().fetch(texts_digest))


@dataclass(frozen=True, slots=True)
class _Key:
    texts: str
    sheet: str
    heading_row: int
    mapping: tuple[tuple[str, int], ...]
    repairs: tuple[Repair, ...]
    definition: str
    choices: tuple[tuple[str, tuple[Choice, ...]], ...]


@lru_cache(maxsize=REMEMBERED)
def _read(key: _Key) -> ReadList:
    definition = registry.find(key.definition)
    assert definition is not None
    columns: tuple[Column, ...] = definition.columns
    sheet = next(one for one in book(key.texts).sheets if one.name == key.sheet)
    texts, marks = table(sheet, key.heading_row, dict(key.mapping), columns)
    lists = {name: CodeList(choices) for name, choices in key.choices}
    return read_list(repaired(texts, key.repairs), columns, lists, marks, definition.key_columns)
