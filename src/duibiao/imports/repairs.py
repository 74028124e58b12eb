"""A table of a sheet as texts by column name, with the repairs made to it so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

import polars as pl

from duibiao.files.texts import ROW, Mark, TextSheet, column_key
from duibiao.imports.definition import Column, ColumnKind

AS_SHOWN = {
    ColumnKind.TEXT,
    ColumnKind.CODE,
    ColumnKind.USCC,
    ColumnKind.INDUSTRY,
    ColumnKind.REGION,
    ColumnKind.CHOICE,
}
LEFT_OUT = "*"  # in place of a column's name: the whole row


@dataclass(frozen=True, slots=True)
class Repair:
    """One repair: the cell of a row, or (row None) every cell of the column with that text.
    `column` LEFT_OUT leaves the row out."""

    row: int | None
    column: str
    old: str
    new: str


def table(
    sheet: TextSheet, heading_row: int, mapping: Mapping[str, int], columns: Iterable[Column]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """ROW and texts by column name, below the headings; and the marks, by column name too."""
    body = sheet.texts.filter(pl.col(ROW) > heading_row)
    known = [column for column in columns if column.name in mapping]
    there = [column for column in known if column_key(mapping[column.name]) in body.columns]
    named = body.select(
        ROW, *(pl.col(column_key(mapping[column.name])).alias(column.name) for column in there)
    )
    if there:
        named = named.filter(pl.any_horizontal(pl.col(c.name).is_not_null() for c in there))
    marks = _named_marks(sheet.marks, {mapping[column.name]: column.name for column in there})
    for column in there:
        if column.kind in AS_SHOWN:
            named = _as_shown(named, marks, column.name)
    return _without_repeated_headings(named, sheet, heading_row, mapping), marks


def repaired(texts: pl.DataFrame, repairs: Iterable[Repair]) -> pl.DataFrame:
    """The table after all repairs, in their order."""
    for (column, everywhere), run in groupby(repairs, key=lambda r: (r.column, r.row is None)):
        if column == LEFT_OUT:
            rows = [repair.row for repair in run]
            texts = texts.filter(~pl.col(ROW).is_in(rows))
        elif column not in texts.columns:
            continue
        elif everywhere:
            for repair in run:
                texts = _replaced(texts, repair)
        else:
            # Of several repairs of one cell the last counts.
            new = {repair.row: repair.new for repair in run}
            at = pl.col(ROW).replace_strict(new, default=None, return_dtype=pl.String)
            texts = texts.with_columns(
                pl.when(pl.col(ROW).is_in(list(new)))
                .then(at)
                .otherwise(pl.col(column))
                .alias(column)
            )
    return texts


def _replaced(texts: pl.DataFrame, repair: Repair) -> pl.DataFrame:
    trimmed = pl.col(repair.column).str.strip_chars().fill_null("")
    new = pl.when(trimmed == repair.old).then(pl.lit(repair.new)).otherwise(pl.col(repair.column))
    return texts.with_columns(new.alias(repair.column))


def _named_marks(marks: pl.DataFrame, names: Mapping[int, str]) -> pl.DataFrame:
    """Marks of mapped columns and of whole rows, the column by its name."""
    whole_rows = (pl.col("column") == 0) & (pl.col(ROW) > 0)
    wanted = marks.filter(pl.col("column").is_in(list(names)) | whole_rows)
    return wanted.with_columns(
        pl.col("column").replace_strict(dict(names), default="", return_dtype=pl.String)
    )


def _as_shown(texts: pl.DataFrame, marks: pl.DataFrame, column: str) -> pl.DataFrame:
    """A code that the sheet shows as 0012 is 0012, though it stores 12."""
    shown = marks.filter((pl.col("mark") == Mark.SHOWN.value) & (pl.col("column") == column))
    if shown.is_empty():
        return texts
    joined = texts.join(
        shown.select(ROW, pl.col("text").alias("shown")), on=ROW, how="left", maintain_order="left"
    )
    return joined.with_columns(pl.coalesce("shown", column).alias(column)).drop("shown")


def _without_repeated_headings(
    texts: pl.DataFrame, sheet: TextSheet, heading_row: int, mapping: Mapping[str, int]
) -> pl.DataFrame:
    """Rows that repeat the headings, as long lists printed on many pages have them."""
    head = sheet.texts.filter(pl.col(ROW) == heading_row)
    names = [name for name in texts.columns if name != ROW]
    if head.is_empty() or not names:
        return texts
    same = [
        pl.col(name).eq_missing(pl.lit(head[column_key(mapping[name])][0], pl.String))
        for name in names
    ]
    return texts.filter(~pl.all_horizontal(same))
