"""What reading one column gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import polars as pl

from duibiao.imports.definition import Column, problems


@dataclass(frozen=True, slots=True)
class Found:
    """The typed column, null where nothing was written or nothing could be read; and problems."""

    values: pl.Series
    problems: tuple[pl.DataFrame, ...] = ()


class Flaws:
    """Collects the problems of one column over its frame."""

    def __init__(self, frame: pl.DataFrame, column: Column) -> None:
        self.frame = frame
        self.column = column
        self.found: list[pl.DataFrame] = []

    def add(self, where: pl.Expr, code: str, **more: Any) -> None:
        """The rows for which `where` holds; see `definition.problems`."""
        made = problems(self.frame, where, column=self.column.name, code=code, **more)
        if made.height:
            self.found.append(made)
