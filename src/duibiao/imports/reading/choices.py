"""Values of code lists: by value, word or alias; near matches are asked, never taken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl
from rapidfuzz import fuzz, process

from duibiao.imports.definition import Choice, Column, ColumnKind, Context
from duibiao.imports.flaws import Flaw
from duibiao.imports.reading.found import Flaws, Found

NEAR = 60  # likeness in percent from which a value is worth asking about
MOST_ASKED = 300  # different unknown values of one column that get a suggestion
LISTED = 8  # values named in a sentence when the list is short
CODE_AND_WORD = re.compile(r"([0-9A-Z]+)[\s:：、.-]*(\D.*)|(\D.*?)[\s(（:：]*([0-9A-Z]+)[)）]?")
YES_NO = (
    Choice("true", "是", ("有", "对", "√", "✓", "Y", "YES", "TRUE", "1", "已", "true")),
    Choice("false", "否", ("无", "不是", "没有", "×", "N", "NO", "FALSE", "0", "未", "false")),
)


@dataclass(frozen=True, slots=True)
class Meant:
    """What one written value stands for, or the nearest thing to ask about."""

    value: str | None = None
    near: str = ""
    ambiguous: bool = False


class CodeList:
    """One list of values, ready to be asked for many texts."""

    def __init__(self, choices: Iterable[Choice]) -> None:
        self.choices = tuple(choices)
        self.words = {choice.value: choice.word for choice in self.choices}
        self.known: dict[str, set[str]] = {}
        for choice in self.choices:
            for written in (choice.value, choice.word, *choice.aliases):
                self.known.setdefault(fold(written), set()).add(choice.value)
        for choice in self.choices:  # a value itself is never ambiguous
            self.known[fold(choice.value)] = {choice.value}

    def mean(self, text: str) -> Meant:
        """The value a text stands for, exactly."""
        found = self.known.get(fold(text)) or self._both(text)
        if not found:
            return Meant()
        return Meant(next(iter(found))) if len(found) == 1 else Meant(ambiguous=True)

    def said(self, value: str) -> str:
        """The word for a value, where the word means it and no other; else the value itself."""
        word = self.words.get(value, value)
        return word if self.known.get(fold(word)) == {value} else value

    def _both(self, text: str) -> set[str]:
        """3851 家用制冷电器具制造: code and word beside each other, when they agree."""
        split = CODE_AND_WORD.fullmatch(unicodedata.normalize("NFKC", text).strip())
        if not split:
            return set()
        parts = [part for part in split.groups() if part]
        values = [self.known.get(fold(part), set()) for part in parts]
        return set.intersection(*values) if values else set()

    def nearest(self, text: str) -> str:
        """The word most like the text, when it is like enough."""
        wanted = fold(text)
        found = process.extractOne(wanted, self.known.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
        if found is None:
            return ""
        values = self.known[found[0]]
        return self.words[next(iter(values))] if len(values) == 1 else ""

    @property
    def listed(self) -> str:
        """The words to choose from, the first of them when there are many."""
        words = [choice.word for choice in self.choices[:LISTED]]
        return "、".join(words) + ("…" if len(self.choices) > LISTED else "")


def fold(text: str) -> str:
    """The same word in different clothes: width, case, blanks, brackets."""
    narrow = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s\u3000·、,，/()\[\]【】\"'“”‘’-]+", "", narrow)


def code_list(column: Column, context: Context) -> CodeList:
    """The values a column may have, for this person."""
    given = column.choices(context) if callable(column.choices) else column.choices
    return CodeList(YES_NO if column.kind is ColumnKind.BOOLEAN else given)


def read_choice(frame: pl.DataFrame, column: Column, known: CodeList) -> Found:
    """The values meant. Each different text is looked up once."""
    written = pl.col(column.name)
    texts = frame[column.name].unique().drop_nulls().to_list()
    meant = {text: known.mean(text) for text in texts}
    unknown = sorted(text for text, one in meant.items() if one.value is None)
    near = {text: known.nearest(text) for text in unknown[:MOST_ASKED]}
    values = {text: one.value for text, one in meant.items() if one.value is not None}
    ambiguous = [text for text, one in meant.items() if one.ambiguous]
    asked = [text for text, word in near.items() if word and text not in ambiguous]
    flaws = Flaws(frame, column)
    if unknown:
        suggestion = written.replace_strict(near, default="", return_dtype=pl.String)
        flaws.add(written.is_in(asked), Flaw.NEAR_IN_LIST, suggestion=suggestion)
        flaws.add(written.is_in(ambiguous), Flaw.AMBIGUOUS_IN_LIST, expected=known.listed)
        rest = sorted(set(unknown) - set(asked) - set(ambiguous))
        code = Flaw.NOT_YES_NO if column.kind is ColumnKind.BOOLEAN else Flaw.NOT_IN_LIST
        flaws.add(written.is_in(rest), code, expected=known.listed)
    read = frame.select(
        written.replace_strict(values, default=None, return_dtype=pl.String).alias(column.name)
    )[column.name]
    if column.kind is ColumnKind.BOOLEAN:
        read = read == "true"
    return Found(read, tuple(flaws.found))
