"""What writing a list would do: new, changed, same and refused rows."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from duibiao.imports.definition import (
    EXISTING_ID,
    PROBLEMS,
    ROW,
    Context,
    ListDefinition,
    Rows,
    Severity,
)
from duibiao.imports.reading.read import ReadList

BEFORE = "__before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """`rows` are what would be written; `before` the changed rows as they are now, in the same
    order; `same` and `refused` hold row numbers."""

    rows: Rows
    before: pl.DataFrame
    same: pl.Series
    refused: pl.Series

    @property
    def counts(self) -> dict[str, int]:
        """How many of each."""
        return {
            "new": self.rows.new.height,
            "changed": self.rows.changed.height,
            "same": len(self.same),
            "refused": len(self.refused),
        }


def all_problems(read: ReadList, definition: ListDefinition, context: Context) -> pl.DataFrame:
    """What is wrong with cells and, of rows whose cells are right, with the whole."""
    wrong = _with_errors(read.problems)
    sound = read.typed.filter(~pl.col(ROW).is_in(wrong.implode()))
    found = [frame for frame in definition.check_frame(sound, context) if frame.height]
    checked = [frame.select(list(PROBLEMS)).cast(PROBLEMS) for frame in found]  # type: ignore[arg-type]  # names and types
    return pl.concat([read.problems, *checked])


def outcome(
    read: ReadList,
    problems: pl.DataFrame,
    definition: ListDefinition,
    context: Context,
    written: pl.Series | None = None,
) -> Outcome:
    """Sort the rows. `written` are rows of a list without keys that went in before."""
    wrong = _with_errors(problems)
    good = read.typed.filter(~pl.col(ROW).is_in(wrong.implode()))
    if not definition.key_columns:
        if written is not None:
            good = good.filter(~pl.col(ROW).is_in(written.implode()))
        return _all_new(_filled(good, definition), wrong, definition)
    keys = list(definition.key_columns)
    existing = _existing(definition, context, good.select(keys).unique())
    # Two rows of the database under one key would double a row of the list: the first counts.
    existing = existing.unique(subset=keys, keep="first", maintain_order=True)
    joined = good.join(
        existing, on=keys, how="left", suffix=BEFORE, nulls_equal=True, maintain_order="left"
    )
    fresh = _filled(joined.filter(pl.col(EXISTING_ID).is_null()).select(good.columns), definition)
    known = joined.filter(pl.col(EXISTING_ID).is_not_null())
    return _compared(read, fresh, known, wrong, definition)


def _filled(new: pl.DataFrame, definition: ListDefinition) -> pl.DataFrame:
    """New rows with what their empty cells mean."""
    said = {one.name: one.empty_means for one in definition.columns if one.empty_means is not None}
    return new.with_columns(pl.col(name).fill_null(value) for name, value in said.items())


def _compared(
    read: ReadList,
    fresh: pl.DataFrame,
    known: pl.DataFrame,
    wrong: pl.Series,
    definition: ListDefinition,
) -> Outcome:
    others = [name for name in definition.schema if name not in definition.key_columns]
    after = known.select(
        ROW,
        EXISTING_ID,
        *definition.key_columns,
        *(_kept(name, name in read.present) for name in others),
    )
    before = known.select(
        ROW,
        EXISTING_ID,
        *definition.key_columns,
        *(pl.col(name + BEFORE).alias(name) for name in others),
    )
    # An empty cell says nothing, so it changes nothing.
    differs = pl.any_horizontal(
        pl.lit(value=False),
        *(
            pl.col(name).is_not_null() & pl.col(name).ne_missing(pl.col(name + BEFORE))
            for name in others
            if name in read.present
        ),
    )
    is_changed = known.select(differs.alias("differs"))["differs"]
    return Outcome(
        rows=Rows(new=fresh, changed=after.filter(is_changed)),
        before=before.filter(is_changed),
        same=after.filter(~is_changed)[ROW],
        refused=wrong,
    )


def _kept(name: str, present: bool) -> pl.Expr:
    """The value of the workbook; where it says nothing, what is there."""
    if not present:
        return pl.col(name + BEFORE).alias(name)
    return pl.coalesce(pl.col(name), pl.col(name + BEFORE)).alias(name)


def _all_new(good: pl.DataFrame, wrong: pl.Series, definition: ListDefinition) -> Outcome:
    schema = {ROW: pl.Int64(), EXISTING_ID: pl.String(), **definition.schema}
    empty = pl.DataFrame(schema=schema)
    return Outcome(
        rows=Rows(new=good, changed=empty),
        before=empty,
        same=pl.Series(ROW, [], pl.Int64),
        refused=wrong,
    )


def _existing(definition: ListDefinition, context: Context, keys: pl.DataFrame) -> pl.DataFrame:
    return normal(definition.load_existing(context, keys), definition)


def normal(frame: pl.DataFrame, definition: ListDefinition) -> pl.DataFrame:
    """A frame of a room in our types; an empty text and no text are the same."""
    schema = {EXISTING_ID: pl.String(), **definition.schema}
    if frame.is_empty():
        return pl.DataFrame(schema=schema)
    texts = [name for name, kind in definition.schema.items() if isinstance(kind, pl.String)]
    typed = frame.select(pl.col(name).cast(kind) for name, kind in schema.items())
    return typed.with_columns(
        pl.when(pl.col(name) == "").then(None).otherwise(pl.col(name)).alias(name) for name in texts
    )


def _with_errors(problems: pl.DataFrame) -> pl.Series:
    errors = problems.filter(pl.col("severity") == Severity.ERROR.value)
    return errors[ROW].unique().sort()
