"""One statement as a row of tokens, read once from left to right.

Kinds: Q quantity · C comparator before · S comparator after · R range mark · P ± · A and ·
B bracket · W words. A row of kinds such as "CQACQ" is then a shape that `statement` knows.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from duibiao.core.measure import comparator, number, unit_shape
from duibiao.core.measure.marks import (
    AND,
    APPROXIMATE,
    APPROXIMATE_AFTER,
    CLOSING,
    COMBINING,
    DECIMAL_POINT,
    FRACTION_OF_WHAT,
    GRADE,
    GRADE_WORD,
    NUMBERS_IN_BRACKET,
    OPENING,
    PERCENT_OF_NOMINAL,
    PLUS_MINUS,
    RANGE,
    TIME_UNIT,
    TOLERANCE_IN_BRACKET,
    UNIT_SIGN,
    Token,
    closing,
)
from duibiao.core.measure.problems import (
    Approximate,
    CombiningCharacter,
    UnclosedBracket,
    UnexpectedText,
)
from duibiao.core.measure.requirement import Reading
from duibiao.core.measure.text import Folded


class Lexer:
    """Reads the tokens of one span. Each reader takes its token and returns where it ends."""

    def __init__(self, folded: Folded, column: str | None) -> None:
        self.folded = folded
        self.text = folded.text
        self.column = column
        self.tokens: list[Token] = []

    def read(self, start: int, end: int) -> list[Token]:
        """All tokens of the span."""
        index = start
        while index < end:
            if self.text[index] in " \n":
                index += 1
                continue
            index = self.step(index, end)
        return self.tokens

    def step(self, index: int, end: int) -> int:
        """One token, the more specific readings first."""
        for reader in (
            self.bracket,
            self.late_unit,
            self.after_quantity,
            self.plus_minus,
            self.comparison,
            self.quantity,
        ):
            stop = reader(index, end)
            if stop is not None:
                return stop
        return self.words(index, end)

    def last(self) -> Token | None:
        """The last token that is not a bracket."""
        place = self.last_place()
        return None if place is None else self.tokens[place]

    def last_place(self) -> int | None:
        """Where the last token stands that is not a bracket."""
        places = range(len(self.tokens) - 1, -1, -1)
        return next((n for n in places if self.tokens[n].kind != "B"), None)

    def after_number(self) -> bool:
        """Does a number stand just before?"""
        last = self.last()
        return last is not None and last.kind in "QS"

    def bracket(self, index: int, end: int) -> int | None:
        """A bracket as a whole, or the numbers in it: （20±2）℃."""
        text = self.text
        if text[index] in CLOSING:
            raise UnclosedBracket(self.folded.position(index), text[index])
        if text[index] not in OPENING:
            return None
        stop = closing(self.folded, index, end)
        last = self.last()
        percent = PERCENT_OF_NOMINAL.match(text, index, stop)
        if percent and last is not None and last.kind == "Q":
            return self.percent_of_nominal(index, percent)
        if self.holds_unit(index, stop):
            return stop
        if TOLERANCE_IN_BRACKET.fullmatch(text, index, stop) and self.after_number():
            self.read(index + 1, stop - 1)
            return stop
        if NUMBERS_IN_BRACKET.fullmatch(text, index, stop) and (
            last is None or last.kind in "CWRA"
        ):
            self.read(index + 1, stop - 1)
            return stop
        self.tokens.append(Token("B", index, stop))
        return stop

    def holds_unit(self, index: int, stop: int) -> bool:
        """5 (mg/kg): a bracket with nothing but a unit behind a number without one."""
        place = self.last_place()
        last = self.last()
        inside = self.text[index + 1 : stop - 1].strip()
        if place is None or last is None or last.kind != "Q" or last.unit:
            return False
        if FRACTION_OF_WHAT.fullmatch(inside):
            return False
        is_unit = UNIT_SIGN.search(inside) or inside == self.column
        if not is_unit or unit_shape.scan(inside, 0, len(inside), self.column) != len(inside):
            return False
        self.tokens[place] = replace(last, unit=inside)
        return True

    def percent_of_nominal(self, index: int, percent: re.Match[str]) -> int:
        """100（1±5 %）."""
        share = Decimal(percent[1].replace(",", "."))
        self.tokens.append(Token("P", index, index + 1))
        self.tokens.append(Token("Q", percent.start(1), percent.end(), share, "%", of_nominal=True))
        return percent.end()

    def late_unit(self, index: int, end: int) -> int | None:
        """A unit after a bracket: （20±2）℃, ≤20（以N计）mg/kg."""
        place = self.unitless(index)
        if place is None:
            return None
        stop, unit = self.unit(index, end)
        if unit is None:
            return None
        opening = self.text.rfind("(", 0, index) if self.text[index - 1] == ")" else index
        for n, token in enumerate(self.tokens):
            in_bracket = token.kind == "Q" and not token.unit and token.start > opening
            if n == place or in_bracket:
                self.tokens[n] = replace(token, unit=unit)
        return stop

    def unitless(self, index: int) -> int | None:
        """Which quantity still lacks its unit here: the last one, or the nominal of 100(1±5 %)."""
        place = self.last_place()
        if place is None or self.tokens[place].kind != "Q" or self.text[index - 1] not in ") ":
            return None
        place -= 2 if self.tokens[place].of_nominal else 0
        return place if not self.tokens[place].unit else None

    def after_quantity(self, index: int, end: int) -> int | None:
        """以上, ～, 且: only after a number."""
        if not self.after_number():
            return None
        text = self.text
        rough = APPROXIMATE_AFTER.match(text, index, end)
        if rough:
            raise Approximate(self.folded.position(index), rough.group().strip())
        last = self.last()
        suffix = comparator.word_after(text, index, end)
        if suffix and last is not None and last.kind == "Q":
            self.tokens.append(Token("S", index, suffix.end, sign=suffix.sign))
            return suffix.end
        return self.joint(index, end)

    def joint(self, index: int, end: int) -> int | None:
        """A range mark or an "and" between two numbers."""
        text = self.text
        span = RANGE.match(text, index, end)
        if span and self.is_deviation(span):
            return None
        if span and number.starts(text, span.end(), end) and not self.inside_between(span.group()):
            self.tokens.append(Token("R", index, span.end(), sign=span.group()))
            return span.end()
        joint = AND.match(text, index, end)
        if joint and self.begins_limit(joint.end(), end):
            kind = "R" if self.inside_between(joint.group()) else "A"
            self.tokens.append(Token(kind, index, joint.end(), sign=joint.group()))
            return joint.end()
        return None

    def is_deviation(self, span: re.Match[str]) -> bool:
        """+0.2 -0.1: after a plus, a minus glued to its number is a sign."""
        last = self.last()
        after_plus = last is not None and self.text[last.start] == "+"
        return after_plus and span.group() == "-" and self.text[span.start() - 1] == " "

    def inside_between(self, word: str) -> bool:
        """between 4 and 7, 在4和7之间: here "and" spans."""
        return word.strip() in {"and", "和", "与"} and any(
            t.kind == "W" and re.search(r"between|介于|在$", self.text[t.start : t.end])
            for t in self.tokens
        )

    def begins_limit(self, index: int, end: int) -> bool:
        """Does another limit follow, so that "and" joins two?"""
        text = self.text
        return (
            number.starts(text, index, end)
            or comparator.symbol(text, index, end) is not None
            or comparator.word_before(text, index, end) is not None
            or PLUS_MINUS.match(text, index, end) is not None
        )

    def plus_minus(self, index: int, end: int) -> int | None:
        """± and its makeshift forms."""
        found = PLUS_MINUS.match(self.text, index, end)
        if not found:
            return None
        self.tokens.append(Token("P", index, found.end()))
        return found.end()

    def comparison(self, index: int, end: int) -> int | None:
        """A comparator before its number."""
        rough = APPROXIMATE.match(self.text, index, end)
        if rough and not self.inside_word(index):
            raise Approximate(self.folded.position(index), rough.group().strip())
        found = comparator.symbol(self.text, index, end) or comparator.word_before(
            self.text, index, end
        )
        if not found:
            return None
        mark = COMBINING.match(self.text, found.end, end)
        if mark:
            raise CombiningCharacter(self.folded.position(found.end), f"U+{ord(mark[0]):04X}")
        self.tokens.append(Token("C", index, found.end, sign=found.sign))
        return found.end

    def quantity(self, index: int, end: int) -> int | None:
        """A number with its unit."""
        graded = GRADE_WORD.match(self.text, index, end)
        begin = graded.end() if graded else index
        if not number.starts(self.text, begin, end) or self.inside_word(begin):
            return None
        found = number.scan(self.folded, begin, end)
        stop, unit = self.unit(found.end, end)
        marked = number.footnote(self.text, stop, end) if unit else stop
        flags = found.flags | ({Reading.FOOTNOTE} if marked != stop else frozenset())
        self.tokens.append(
            Token(
                "Q", index, marked, found.value, GRADE if graded else unit,
                signed=found.signed, flags=flags,
            )
        )  # fmt: skip
        return marked

    def unit(self, index: int, end: int) -> tuple[int, str | None]:
        """The unit at this place; "min" in a column that is no time means minimum."""
        stop = unit_shape.scan(self.text, index, end, self.column)
        if stop == index:
            return index, None
        unit = self.text[index:stop].strip()
        dotted = self.text[stop : stop + 1] == "."
        foreign = self.column is not None and not TIME_UNIT.search(self.column)
        if unit == "min" and (dotted or foreign):
            return index, None
        return stop, unit

    def inside_word(self, index: int) -> bool:
        """Digits glued to a letter belong to a name: PM2.5, Rt0.5, SO2."""
        before = self.text[index - 1] if index else " "
        last = self.tokens[-1] if self.tokens else None
        is_word = last is not None and last.kind == "W" and last.end == index
        return is_word and before.isascii() and (before.isalpha() or before in "_.^")

    def words(self, index: int, end: int) -> int:
        """Anything else, up to the next place where a token can begin."""
        text = self.text
        if self.after_number() and COMBINING.match(text, index, end):
            raise CombiningCharacter(self.folded.position(index), f"U+{ord(text[index]):04X}")
        if text[index] in "≠≉≢≰≱":
            raise UnexpectedText(self.folded.position(index), text[index])
        last = self.tokens[-1] if self.tokens else None
        if last is not None and last.kind == "W" and not text[last.end : index].strip():
            start = last.start
            self.tokens.pop()
        else:
            start = index
        stop = self.end_of_word(index + 1, end)
        self.tokens.append(Token("W", start, stop))
        return stop

    def end_of_word(self, index: int, end: int) -> int:
        """Latin letters and the digits glued to them stay together: PM2.5, Rt0.5, NO3."""
        text = self.text
        while index < end:
            character, before = text[index], text[index - 1]
            glued = before.isascii() and (before.isalnum() or before in "_.^")
            if character.isascii() and character.isalpha():
                if not glued and comparator.word_before(text, index, end):
                    break
            elif character.isdigit():
                if not glued:
                    break
            elif not DECIMAL_POINT.match(text, index - 1, end):
                break
            index += 1
        return index
