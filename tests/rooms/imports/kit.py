"""For every room with a list: what its definition must keep.

from tests.rooms.imports.kit import assert_round_trip, assert_sound
assert_sound(ENTERPRISES)
assert_round_trip(ENTERPRISES, context)      # with rows in the database
assert_frame_round_trip(ENTERPRISES, context, frame)   # with rows made by hypothesis
"""

from __future__ import annotations

import polars as pl
from polars.testing import assert_frame_equal

from duibiao.files.texts import read_texts, unpack
from duibiao.imports.columns import find_layouts
from duibiao.imports.definition import EXISTING_ID, ROW, Context, ListDefinition, Severity
from duibiao.imports.outcome import normal
from duibiao.imports.work import Work, check
from duibiao.imports.workbook import workbook
from duibiao.ui.wording import WORDS


def assert_sound(definition: ListDefinition) -> None:
    """Every word a definition needs is there, and its columns are told apart."""
    keys = [definition.title_key, *(c.help_key for c in definition.columns if c.help_key)]
    keys += [f"imports.problem.{code}" for code in definition.codes]
    keys += [f"imports.kind.{code}" for code in definition.codes]
    assert [key for key in keys if key not in WORDS] == []
    names = [column.name for column in definition.columns]
    assert len(set(names)) == len(names)
    headings = [word for c in definition.columns for word in (c.heading, *c.aliases)]
    assert sorted({word for word in headings if headings.count(word) > 1}) == []
    assert set(definition.key_columns) <= set(names)


def read_back(definition: ListDefinition, context: Context, content: bytes) -> Work:
    """A workbook as the session would read it, without a session."""
    book = unpack(read_texts(content, "back.xlsx"))
    found = find_layouts(book, definition.columns, {})[0]
    assert set(found.mapping) == set(definition.schema), "a heading of ours was not recognised"
    sheet = next(sheet for sheet in book.sheets if sheet.name == found.sheet)
    return check(sheet, found, definition, context)


def assert_frame_round_trip(
    definition: ListDefinition, context: Context, rows: pl.DataFrame
) -> Work:
    """Written as a workbook and read again, every value is what it was."""
    names = list(definition.schema)
    work = read_back(definition, context, workbook(definition, context, rows.select(names)))
    filled = rows.select(names).filter(pl.any_horizontal(pl.all().is_not_null()))
    problems = work.problems.filter(pl.col("code").is_in(work.read.problems["code"].implode()))
    assert not work.read.problems.height, problems.rows(named=True)
    assert_frame_equal(work.read.typed.select(names), filled.select(names))
    return work


def assert_round_trip(definition: ListDefinition, context: Context) -> None:
    """The list as it stands, exported and imported, changes nothing: every row is the same."""
    rows = definition.export(context)
    assert rows.height, "the list is empty: nothing is shown by this"
    exported = normal(rows.with_columns(pl.lit("").alias(EXISTING_ID)), definition)
    work = assert_frame_round_trip(definition, context, exported)
    errors = work.problems.filter(pl.col("severity") == Severity.ERROR.value)
    assert errors.rows(named=True) == []
    found = work.outcome()
    counts = {"new": 0, "changed": 0, "same": rows.height, "refused": 0}
    if definition.key_columns:
        assert found.counts == counts, (found.before.drop(ROW), found.rows.changed.drop(ROW))
