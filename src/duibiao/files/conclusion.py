"""What is written back into a user's workbook: remarks at cells and one sheet of conclusions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

CONCLUSION_SHEET = "对标结论"


class Tone(StrEnum):
    """The fill colour of a remark; the words always say the same."""

    GOOD = "good"
    SHORT = "short"
    ASK = "ask"
    WRONG = "wrong"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Remark:
    """Words for one cell. Without a cell they go to the conclusion sheet only."""

    sheet: str
    cell: str
    words: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The added sheet: a title, lines of text, one table."""

    title: str
    lines: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
