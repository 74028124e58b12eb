"""What a room says about one of its lists, so that the import session can do the rest.

A room builds one `ListDefinition` per list (its own `imports.py`) and registers it in its
AppConfig.ready() with `duibiao.imports.registry.register`. The session reads the workbook, finds
the columns, turns texts into typed columns, checks, compares with what is there, and calls the
room's own functions with whole frames (polars), never with single rows.

Frames given to a room have one column per `Column.name`, typed as `frame_type` says, null where
nothing was written, and `ROW`, the number of the row in the sheet as people see it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import polars as pl

from duibiao.core.errors import Fact

if TYPE_CHECKING:
    from duibiao.access.permission import Permission
    from duibiao.accounts.models import User
    from duibiao.organisations.models import Organisation

ROW = "row_number"  # of the sheet, 1 is its first row
EXISTING_ID = "existing_id"  # primary key, as text, of the row that is already there
LONGEST_TEXT = 4_000


class ColumnKind(StrEnum):
    """What a column holds; decides how its texts are read, checked and written."""

    TEXT = "text"
    CODE = "code"  # a number that is none: leading zeros count; written as text
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    BOOLEAN = "boolean"  # 是 / 否
    CHOICE = "choice"  # one of `choices`; the frame holds its value
    USCC = "uscc"  # unified social credit code, GB 32100
    INDUSTRY = "industry"  # GB/T 4754 code, or its name; the frame holds the code
    REGION = "region"  # district, by code or name; the frame holds the code


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a code list: what is stored, what people read, what else they write."""

    value: str
    word: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """On whose behalf, for which organisation, and what the list belongs to (`parameters`, such
    as the number of a lead sheet, given when the session was started)."""

    user: User
    organisation: Organisation
    parameters: Mapping[str, str] = field(default_factory=dict)


Choices = tuple[Choice, ...] | Callable[[Context], Iterable[Choice]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a list.

    `heading` is what we write over it, `aliases` what else people write; both in Chinese, as the
    workbook is. `help_key` is a wording key: the comment at the heading and the help on the page.
    """

    name: str
    heading: str
    aliases: tuple[str, ...] = ()
    kind: ColumnKind = ColumnKind.TEXT
    required: bool = False
    max_length: int = 200  # of texts, in characters; the model's own max_length
    digits: int = 18  # of decimals: all digits …
    places: int = 2  # … and those after the point; more are a problem, never rounded
    at_least: int | None = None
    at_most: int | None = None
    choices: Choices = ()
    empty_means: bool | str | None = None  # what an empty cell of a new row says
    help_key: str = ""
    example: str = ""

    @property
    def frame_type(self) -> pl.DataType:
        """The type of this column in every frame."""
        if self.kind is ColumnKind.INTEGER:
            return pl.Int64()
        if self.kind is ColumnKind.DECIMAL:
            return pl.Decimal(38, self.places)
        if self.kind is ColumnKind.DATE:
            return pl.Date()
        if self.kind is ColumnKind.BOOLEAN:
            return pl.Boolean()
        return pl.String()


class Severity(StrEnum):
    """How much a problem hinders: an error keeps its row out, a warning is only said."""

    ERROR = "error"
    WARNING = "warning"


PROBLEMS = {
    ROW: pl.Int64(),
    "column": pl.String(),
    "code": pl.String(),
    "severity": pl.String(),
    "expected": pl.String(),
    "suggestion": pl.String(),
}


def problems(
    frame: pl.DataFrame,
    where: pl.Expr,
    *,
    column: str,
    code: str,
    severity: Severity = Severity.ERROR,
    expected: pl.Expr | str = "",
    suggestion: pl.Expr | str = "",
) -> pl.DataFrame:
    """The rows of `frame` for which `where` holds, as problems of `column`.

    `code` has a sentence `imports.problem.<code>` in the wording, which may use {where}
    {heading} {found} {expected} {suggestion}. `suggestion` is text that may replace the cell's.
    """
    return frame.filter(where.fill_null(value=False)).select(
        pl.col(ROW).cast(pl.Int64),
        pl.lit(column).alias("column"),
        pl.lit(code).alias("code"),
        pl.lit(severity.value).alias("severity"),
        _words(expected).alias("expected"),
        _words(suggestion).alias("suggestion"),
    )


def _words(given: pl.Expr | str) -> pl.Expr:
    expression = pl.lit(given) if isinstance(given, str) else given
    return expression.cast(pl.String).fill_null("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The receipt of what is being written: its number stands in the journal and on the page."""

    number: str
    at: datetime
    by: User


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Good rows to write: `new` ones, and `changed` ones with EXISTING_ID and the values they
    shall have (columns the workbook leaves out, and empty cells, keep what is there)."""

    new: pl.DataFrame
    changed: pl.DataFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What an undo takes back: `new` rows (with EXISTING_ID) are to go, `changed` ones (with
    EXISTING_ID) are to have the values given here again, those before the import. The session
    has made sure that all of them still stand as the import wrote them."""

    new: pl.DataFrame
    changed: pl.DataFrame


def _no_checks(frame: pl.DataFrame, context: Context) -> Iterable[pl.DataFrame]:  # noqa: ARG001  # the signature of `check_frame`
    return ()


def _everyone(context: Context) -> None:
    """Nothing beyond the permission."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDefinition:
    """One list that can be imported and exported.

    key_columns: what makes a row the same row. Empty: every row is new.
    permission: who may import; `admit` may refuse more (a closed lead sheet) by raising Refused
        or another Fact; it is called when a session starts and again before it writes.
    check_frame: problems across columns and against the database; see `problems`.
    load_existing: the rows already there, of the keys given (a frame of key_columns), as a frame
        of all columns with EXISTING_ID. One query, not one per row: `imports.existing`.
    write: the room's action; inserts and updates in bulk (`imports.actions.bulk`), inside the
        transaction the session opened, which also writes the journal.
    undo: the room's action; returns facts that say why not, when rows were used since.
    export: all rows of the list this person may see, as such a frame.
    codes: the problem codes `check_frame` uses; each must have its sentence.
    object_type: label of the model, for journal entries: enterprises.enterprise.
    needs: parameters a session must be started with; such a list is begun at its record.
    machine: of the records that have such a list; `needs` is then the record's number.
    """

    key: str
    title_key: str
    columns: tuple[Column, ...]
    key_columns: tuple[str, ...]
    permission: Permission
    object_type: str
    load_existing: Callable[[Context, pl.DataFrame], pl.DataFrame]
    write: Callable[[Rows, Batch, Context], None]
    undo: Callable[[Undone, Batch, Context], Sequence[Fact]]
    export: Callable[[Context], pl.DataFrame]
    check_frame: Callable[[pl.DataFrame, Context], Iterable[pl.DataFrame]] = _no_checks
    admit: Callable[[Context], None] = _everyone
    codes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    machine: str = ""

    @property
    def schema(self) -> dict[str, pl.DataType]:
        """Column names and types of the frames, without ROW."""
        return {column.name: column.frame_type for column in self.columns}

    def column(self, name: str) -> Column:
        """The column of that name."""
        return next(column for column in self.columns if column.name == name)
