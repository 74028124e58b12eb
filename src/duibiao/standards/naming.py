"""What follows from a standard's number: its work, its key, what a search looks through."""

from __future__ import annotations

from dataclasses import dataclass

from duibiao.core.identify.standard_number import parse, standard_key, without_year
from duibiao.core.report.filing import StandardLevel
from duibiao.core.report.filing_things import level_of


@dataclass(frozen=True, slots=True)
class Named:
    """A number taken apart for the register."""

    number: str
    work: str
    key: str
    year: str
    level: StandardLevel
    body: str


def named(text: str) -> Named | None:
    """The number as the register keeps it; None when it is not a standard's."""
    found = parse(text)
    level = level_of(text)
    if not found.valid or level is None:
        return None
    return Named(
        number=found.normalized,
        work=without_year(found),
        key=standard_key(found.normalized),
        year=found.year or "",
        level=level,
        body=(found.prefix or "")[:20],
    )


def search_words(key: str, title: str, title_en: str) -> str:
    """What a search looks through, folded."""
    return f"{key} {title} {title_en}".casefold()[:700]
