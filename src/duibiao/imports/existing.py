"""Reads for `load_existing` and `export`: one query, straight into a frame."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import polars as pl
from django.db import connection, models
from django.db.models.expressions import RawSQL

from duibiao.imports.definition import EXISTING_ID


def with_keys(queryset: models.QuerySet[Any], path: str, keys: pl.Series) -> models.QuerySet[Any]:
    """The rows whose text at `path` is among the keys, however many these are: they travel as
    one value, not as a hundred thousand."""
    values = keys.drop_nulls().unique().to_list()
    if connection.vendor == "postgresql":
        among = RawSQL("SELECT unnest(%s::text[])", [values])
    else:
        among = RawSQL("SELECT value FROM json_each(%s)", [json.dumps(values)])
    return queryset.filter(**{f"{path}__in": among})


def as_frame(
    queryset: models.QuerySet[Any], paths: Mapping[str, str], schema: Mapping[str, pl.DataType]
) -> pl.DataFrame:
    """The rows as a frame: EXISTING_ID, and for each column of the schema the value at its path
    (the same name where `paths` has none)."""
    names = list(schema)
    rows = queryset.values_list("pk", *(paths.get(name, name) for name in names))
    columns = list(zip(*rows, strict=True)) or [()] * (len(names) + 1)
    made = {EXISTING_ID: pl.Series([str(pk) for pk in columns[0]], dtype=pl.String)}
    for name, values in zip(names, columns[1:], strict=True):
        made[name] = pl.Series(values, dtype=schema[name])
    return pl.DataFrame(made)
