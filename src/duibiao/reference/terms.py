"""The 29 terms of the plan's annex, from a data file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its meaning, in both languages; `clause` is where the plan explains it."""

    number: int
    chinese: str
    english: str
    meaning_chinese: str
    meaning_english: str

    @property
    def clause(self) -> str:
        """The plan's clause."""
        return f"附.{self.number}"

    def matches(self, words: str) -> bool:
        """Does any of its texts contain these words?"""
        texts = (self.chinese, self.english, self.meaning_chinese, self.meaning_english)
        return any(words.casefold() in text.casefold() for text in texts)


@cache
def terms() -> tuple[Term, ...]:
    """All of them, in the annex's order."""
    text = (files("duibiao.reference") / "data" / "terms.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(Term(int(row[0]), *row[1:]) for row in rows)


def found(words: str) -> list[Term]:
    """The terms that match; all of them when nothing is asked."""
    return [term for term in terms() if term.matches(words)]
