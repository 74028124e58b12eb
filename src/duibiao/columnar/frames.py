"""The column types of the two frames, and Polars frames of rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

SIDE = {
    "clause": pl.Int32,
    "state": pl.Int8,
    "quantity": pl.Int16,
    "sides": pl.Int8,
    "lo": pl.Float64,
    "lo_closed": pl.Boolean,
    "hi": pl.Float64,
    "hi_closed": pl.Boolean,
}
DECLARED = {**SIDE, "gate": pl.Int8, "ratio": pl.Boolean, "weight": pl.Float64}
CLAUSES = SIDE


def declared_frame(rows: Sequence[Mapping[str, Any]], **more: pl.DataType) -> pl.DataFrame:
    """Declared rows (`normalise`, each with its weight and what the caller groups by)."""
    return pl.DataFrame(list(rows), schema={**DECLARED, **more})


def clause_frame(rows: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    """Clause rows of `normalise`."""
    return pl.DataFrame(list(rows), schema=CLAUSES)
