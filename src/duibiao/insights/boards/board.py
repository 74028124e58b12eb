"""A board: tables of figures with one permission, its filters, and its one number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from duibiao.access import Permission
from duibiao.insights.subjects.subject import Subject
from duibiao.insights.tables import Count, Table


@dataclass(frozen=True, slots=True)
class Board:
    """`permission` opens it; `number` is what the entry page says of it; `also` are subjects
    whose members it lists besides those of its columns."""

    name: str
    permission: Permission
    number: Count
    tables: tuple[Table, ...]
    filters: tuple[str, ...] = ()

    def subjects(self) -> Iterator[Subject]:
        """Everything it counts."""
        yield self.number.subject
        for table in self.tables:
            for column in getattr(table, "columns", ()):
                yield from (need.subject for need in column.needs)
            if hasattr(table, "subject"):
                yield table.subject
