"""What the readers of a cell hand to each other, before it becomes a `Requirement`."""

from __future__ import annotations

from dataclasses import dataclass, field

from duibiao.core.measure.requirement import Content, Reading, Terms
from duibiao.core.measure.text import Folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One thing a cell says; `label` is the words before it, not yet sorted into terms."""

    content: Content
    unit: str | None = None  # as written in the text; None = the column's
    terms: Terms = field(default_factory=Terms)
    flags: frozenset[Reading] = frozenset()
    label: str = ""
    start: int = 0
    text: tuple[int, int] = (0, 0)  # the span it was read from


@dataclass(frozen=True, slots=True)
class Cell:
    """The text being read and what its column says."""

    folded: Folded
    column: str | None  # the column's unit, folded; None where it names none
    boolean: bool = False

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text
