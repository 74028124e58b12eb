"""All columns of a list: texts → typed frame, and everything that is wrong with it, located."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from duibiao.files.texts import Mark
from duibiao.imports.definition import PROBLEMS, ROW, Column, ColumnKind, Severity, problems
from duibiao.imports.flaws import Flaw
from duibiao.imports.reading.choices import CodeList, read_choice
from duibiao.imports.reading.dates import read_date
from duibiao.imports.reading.found import Found
from duibiao.imports.reading.numbers import read_number
from duibiao.imports.reading.text import read_text, read_uscc

CELL_FLAWS = {
    Mark.ERROR: Flaw.CELL_ERROR,
    Mark.NO_VALUE: Flaw.CELL_NO_VALUE,
    Mark.CUT: Flaw.CELL_CUT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadList:
    """`texts` as written (trimmed), `typed` as understood: both with ROW and every column of the
    list, null where the workbook has none. `present` are the columns the workbook has."""

    texts: pl.DataFrame
    typed: pl.DataFrame
    problems: pl.DataFrame
    present: tuple[str, ...]


def read_list(
    texts: pl.DataFrame,
    columns: Sequence[Column],
    lists: Mapping[str, CodeList],
    marks: pl.DataFrame | None = None,
    key_columns: Sequence[str] = (),
) -> ReadList:
    """Read the frame of ROW and texts by column name; `marks` name columns, not places."""
    present = tuple(column.name for column in columns if column.name in texts.columns)
    trimmed = texts.select(
        ROW,
        *(
            _trimmed(column.name) if column.name in present else _nothing(column)
            for column in columns
        ),
    )
    typed: list[pl.Series] = [trimmed[ROW]]
    found: list[pl.DataFrame] = [pl.DataFrame(schema=PROBLEMS)]
    for column in columns:
        if column.name in present:
            one = _read(trimmed.select(ROW, column.name), column, lists)
            typed.append(one.values.cast(column.frame_type))
            found += one.problems
        else:
            typed.append(pl.Series(column.name, [None] * trimmed.height, column.frame_type))
        found += _missing(trimmed, column)
    frame = pl.DataFrame(typed)
    found += _marked(trimmed, marks, columns)
    found += _twice(frame, [name for name in key_columns if name in present])
    return ReadList(texts=trimmed, typed=frame, problems=pl.concat(found), present=present)


def _read(frame: pl.DataFrame, column: Column, lists: Mapping[str, CodeList]) -> Found:
    kind = column.kind
    if kind in {ColumnKind.TEXT, ColumnKind.CODE}:
        return read_text(frame, column)
    if kind in {ColumnKind.INTEGER, ColumnKind.DECIMAL}:
        return read_number(frame, column)
    if kind is ColumnKind.DATE:
        return read_date(frame, column)
    if kind is ColumnKind.USCC:
        return read_uscc(frame, column)
    return read_choice(frame, column, lists[column.name])


def _trimmed(name: str) -> pl.Expr:
    text = pl.col(name).str.strip_chars()
    return pl.when(text == "").then(None).otherwise(text).alias(name)


def _nothing(column: Column) -> pl.Expr:
    return pl.lit(None, pl.String).alias(column.name)


def _missing(frame: pl.DataFrame, column: Column) -> list[pl.DataFrame]:
    if not column.required:
        return []
    empty = pl.col(column.name).is_null()
    return [problems(frame, empty, column=column.name, code=Flaw.MISSING)]


def _marked(
    frame: pl.DataFrame, marks: pl.DataFrame | None, columns: Sequence[Column]
) -> list[pl.DataFrame]:
    """Cells and rows the reader of the file found odd; repaired cells are no longer."""
    if marks is None or marks.is_empty():
        return []
    found = []
    for column in columns:
        for mark, flaw in CELL_FLAWS.items():
            rows = marks.filter((pl.col("column") == column.name) & (pl.col("mark") == mark.value))
            is_there = pl.col(ROW).is_in(rows[ROW].implode())
            untouched = pl.col(column.name).is_null() | pl.col(column.name).str.starts_with("#")
            where = is_there & (untouched | (mark is Mark.CUT))
            found.append(problems(frame, where, column=column.name, code=flaw))
    hidden = marks.filter(pl.col("mark") == Mark.HIDDEN.value)[ROW]
    where = pl.col(ROW).is_in(hidden.implode())
    first = columns[0].name
    found.append(
        problems(frame, where, column=first, code=Flaw.ROW_HIDDEN, severity=Severity.WARNING)
    )
    return found


def _twice(frame: pl.DataFrame, keys: Sequence[str]) -> list[pl.DataFrame]:
    """The same row twice: of equal rows the first counts; of different ones none does."""
    known = (
        frame.filter(pl.all_horizontal(pl.col(key).is_not_null() for key in keys))
        if keys
        else frame
    )
    if not keys or not known.select(keys).is_duplicated().any():
        return []
    values = pl.struct(pl.all().exclude(ROW))
    again = known.filter(pl.struct(keys).is_duplicated()).with_columns(
        pl.col(ROW).first().over(keys).alias("first"),
        values.n_unique().over(keys).alias("different"),
        pl.col(ROW).cast(pl.String).head(5).implode().over(keys).list.join("、").alias("rows"),
    )
    wrong = (pl.col(ROW) != pl.col("first")) | (pl.col("different") > 1)
    made = problems(again, wrong, column=keys[0], code=Flaw.TWICE_IN_FILE, expected=pl.col("rows"))
    return [made]
