"""Columns of a table: what their cells look like, counted."""

from __future__ import annotations

from dataclasses import dataclass

from duibiao.declarations.cell_text import (
    is_plain_limit,
    reads_as_method,
    reads_as_requirement,
    reads_as_unit,
    states_limit,
)
from duibiao.declarations.headings import Role
from duibiao.declarations.names import NameBook
from duibiao.files.grid import Cell, letters

Row = tuple[int, dict[int, Cell]]
SAMPLE = 60  # body rows looked at to tell a column by content
TAKEN_AS_READ = {
    Role.MEASURED,
    Role.REFERENCE,
    Role.NOTE,
    Role.NUMBER,
    Role.STANDARD,
    Role.METHOD,
    Role.UNIT,
}


@dataclass(slots=True)
class Column:
    """One column: its heading as written, its role, and how that was told."""

    number: int
    heading: tuple[str, ...] = ()
    role: Role | None = None
    by_content: bool = False

    @property
    def letter(self) -> str:
        """As in a workbook: C."""
        return letters(self.number)

    @property
    def shown(self) -> str:
        """Letter and heading, for a sentence."""
        return f"{self.letter}（{' / '.join(self.heading)}）" if self.heading else self.letter


@dataclass(slots=True)
class Counts:
    """How many of a column's sample cells look like what."""

    filled: int = 0
    names: int = 0
    both: int = 0  # name and requirement in one cell
    requirements: int = 0
    units: int = 0
    methods: int = 0
    serials: int = 0

    @staticmethod
    def of(column: Column, body: list[Row], names: NameBook) -> Counts:
        """Count one column; names are looked for only where its heading leaves it open."""
        counts = Counts()
        number = column.number
        texts = [cells[number].text for _, cells in body[:SAMPLE] if number in cells]
        for text in texts if column.role not in TAKEN_AS_READ else ():
            counts.add(text, names)
        counts.serials = sum(text == str(n) for n, text in enumerate(texts, start=1))
        return counts

    def add(self, text: str, names: NameBook) -> None:
        """Look at one cell."""
        self.filled += 1
        if reads_as_method(text):
            self.methods += 1
        elif reads_as_unit(text, names.known_units):
            self.units += 1
            self.names += names.look_up(text).sure
        elif is_plain_limit(text) and text not in names.by_name:
            self.requirements += 1
        elif states_limit(text) and names.cut(text) is not None:
            self.both += 1
        elif (meant := names.look_up(text)).sure or meant.candidates:
            self.names += 1
        else:
            self.requirements += reads_as_requirement(text)

    def share(self, count: int) -> float:
        """Of the filled cells."""
        return count / self.filled if self.filled else 0.0
