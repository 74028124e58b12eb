"""Many rows at one stroke: COPY on PostgreSQL, prepared statements on SQLite.

For the actions of rooms with a list. The caller's transaction holds it; no signals, no `save`:
what follows from a row, the caller writes too. Values come from typed frames the session checked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, cast

import polars as pl
from django.db import connection, models

from duibiao.imports.definition import EXISTING_ID

NULL = "\\N"
STAGE = "import_stage"
CHUNK = 500


def insert(
    model: type[models.Model], frame: pl.DataFrame, fixed: Mapping[str, object] | None = None
) -> int:
    """Insert a row for each row of the frame. Columns of the frame are attribute names of fields
    (`district_id` for a foreign key); `fixed` is the same for all; the rest have their defaults.
    Null becomes "" where a text may not be null. Returns how many."""
    if frame.is_empty():
        return 0
    complete = _complete(model, frame, fixed or {})
    fields = [_field(model, name) for name in complete.columns]
    columns = ", ".join(_quoted(field.column) for field in fields)
    table = _quoted(model._meta.db_table)
    if connection.vendor == "postgresql":
        _copy(f"COPY {table} ({columns}) FROM STDIN (FORMAT csv, NULL '{NULL}')", complete)
    else:
        marks = ", ".join(["%s"] * len(fields))
        _many(f"INSERT INTO {table} ({columns}) VALUES ({marks})", complete)
    return complete.height


def update(
    model: type[models.Model], frame: pl.DataFrame, fixed: Mapping[str, object] | None = None
) -> int:
    """Give the rows named by EXISTING_ID the values of the other columns, and `fixed`."""
    if frame.is_empty():
        return 0
    values = frame.drop(EXISTING_ID)
    adapted = _adapted(model, values.with_columns(_constants(model, fixed or {})))
    names = adapted.columns
    key = _field(model, model._meta.pk.attname)
    keyed = adapted.with_columns(frame[EXISTING_ID].cast(pl.Int64).alias(EXISTING_ID))
    table = _quoted(model._meta.db_table)
    if connection.vendor == "postgresql":
        return _update_from_stage(table, key.column, [_field(model, n) for n in names], keyed)
    sets = ", ".join(f"{_quoted(_field(model, name).column)} = %s" for name in names)
    _many(f"UPDATE {table} SET {sets} WHERE {_quoted(key.column)} = %s", keyed)
    return keyed.height


def delete(model: type[models.Model], ids: pl.Series) -> int:
    """Delete the rows of these primary keys through the ORM, so that what refers to them
    protects them (ProtectedError, RestrictedError)."""
    gone = 0
    numbers = ids.cast(pl.Int64).to_list()
    for start in range(0, len(numbers), CHUNK):
        chunk = numbers[start : start + CHUNK]
        _, by_model = model._base_manager.filter(pk__in=chunk).delete()
        gone += by_model.get(model._meta.label, 0)
    return gone


def _complete(
    model: type[models.Model], frame: pl.DataFrame, fixed: Mapping[str, object]
) -> pl.DataFrame:
    """The frame with a column for every field but the key the database gives."""
    given = {*frame.columns, *fixed}
    rest = {
        field.attname: field.get_default()
        for field in model._meta.concrete_fields
        if field.attname not in given and not isinstance(field, models.AutoField)
    }
    wanted = [
        field.attname
        for field in model._meta.concrete_fields
        if field.attname in given or field.attname in rest
    ]
    constants = _constants(model, {**rest, **fixed})
    return _adapted(model, frame.with_columns(constants).select(wanted))


def _constants(model: type[models.Model], fixed: Mapping[str, object]) -> list[pl.Expr]:
    return [_constant(_field(model, name), value).alias(name) for name, value in fixed.items()]


def _constant(field: models.Field[Any, Any], value: object) -> pl.Expr:
    """One value for all rows, as the database driver would be given it."""
    adapted = field.get_db_prep_save(value, connection=connection)
    if hasattr(adapted, "dumps"):  # psycopg's wrapper of JSON
        adapted = field.get_prep_value(value)
    if isinstance(adapted, bool | int | float) or adapted is None:
        return pl.lit(adapted, None if adapted is not None else pl.String)
    return pl.lit(str(adapted))


def _adapted(model: type[models.Model], frame: pl.DataFrame) -> pl.DataFrame:
    """Texts that may not be null are empty; days and decimals in the database's own text."""
    changes = []
    for name in frame.columns:
        field, kind = _field(model, name), frame.schema[name]
        column = pl.col(name)
        if isinstance(field, models.CharField | models.TextField) and not field.null:
            column = column.cast(pl.String).fill_null("")
        elif isinstance(kind, pl.Decimal):
            column = column.cast(pl.String)
        elif kind == pl.Date():
            column = column.dt.strftime("%Y-%m-%d")
        changes.append(column.alias(name))
    return frame.select(changes)


def _copy(statement: str, frame: pl.DataFrame) -> None:
    target = BytesIO()
    # Texts in quotation marks, so that none can be taken for the sign of null.
    frame.write_csv(target, include_header=False, null_value=NULL, quote_style="non_numeric")
    with connection.cursor() as cursor, cast(Any, cursor).copy(statement) as copy:
        copy.write(target.getvalue())


def _many(statement: str, frame: pl.DataFrame) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(statement, frame.rows())


def _update_from_stage(
    table: str, key: str | None, fields: Sequence[models.Field[Any, Any]], keyed: pl.DataFrame
) -> int:
    """COPY into a table of this transaction, then one UPDATE."""
    columns = ", ".join(_quoted(field.column) for field in fields)
    sets = ", ".join(f"{_quoted(f.column)} = s.{_quoted(f.column)}" for f in fields)
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMP TABLE {STAGE} ON COMMIT DROP AS SELECT {columns},"
            f" {_quoted(key)} AS {STAGE}_key FROM {table} WITH NO DATA"
        )
    _copy(f"COPY {STAGE} ({columns}, {STAGE}_key) FROM STDIN (FORMAT csv, NULL '{NULL}')", keyed)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {sets} FROM {STAGE} s WHERE {table}.{_quoted(key)} = {STAGE}_key"
        )
        count: int = cursor.rowcount
        cursor.execute(f"DROP TABLE {STAGE}")
    return count


def _field(model: type[models.Model], attname: str) -> models.Field[Any, Any]:
    return next(f for f in model._meta.concrete_fields if attname in {f.attname, f.name})


def _quoted(name: str | None) -> str:
    return connection.ops.quote_name(str(name))
