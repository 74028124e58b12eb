"""Ours: the columnar twin on Polars."""

from __future__ import annotations

import narwhals as nw
import polars as pl

from duibiao.columnar.outcome import cells, records
from duibiao.columnar.relation import compare
from duibiao.config.bench.material import Material


class Columns:
    """Holds the tables as Polars frames."""

    def __init__(self, material: Material) -> None:
        self._tables = (material.declared, material.clauses, material.enterprises)

    def __call__(self) -> pl.DataFrame:
        """District × industry."""
        declared, clauses, enterprises = (nw.from_native(t.lazy()) for t in self._tables)
        found = cells(records(compare(declared, clauses)), enterprises)
        groups: pl.DataFrame = found.collect("polars", engine="streaming").to_native()
        return groups
