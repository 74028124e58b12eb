"""The digits of one number with their separators: 5 000, 5,000, 0,25, 1.234,5, 0.000 08."""

from __future__ import annotations

import re
from decimal import Decimal

from duibiao.core.measure.problems import MalformedNumber, NumberTooLarge
from duibiao.core.measure.requirement import Reading
from duibiao.core.measure.text import Folded

MAX_DIGITS = 40
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+")
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+(?: \d{3})*)?")
_AFTER_POINT = re.compile(r"\d+[.,]\d{3}(?: \d{3})*(?: \d{1,3})(?![\d.,/:])")
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?")
_DECIMAL_COMMA = re.compile(r"\d+,\d+")
_PLAIN = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_SURE_DECIMAL_COMMA = re.compile(r"(?<![\d.,])(?:0,\d+|\d+,(?:\d{1,2}|\d{4,}))(?![\d,])")


def scan_digits(folded: Folded, start: int, end: int) -> tuple[Decimal, int, frozenset[Reading]]:
    """The digits with their separators."""
    text = folded.text
    for pattern, read in _FORMS:
        found = pattern.match(text, start, end)
        if found:
            digits, flags = read(found.group(), text)
            if len(digits) > MAX_DIGITS:
                raise NumberTooLarge(folded.position(start), f"{digits[:12]}…")
            return Decimal(digits), found.end(), frozenset(flags)
    raise MalformedNumber(folded.position(start), around(text, start, end))


def _continental(digits: str, _text: str) -> tuple[str, set[Reading]]:
    plain = digits.replace(".", "").replace(",", ".")
    return plain, {Reading.THOUSANDS, Reading.DECIMAL_COMMA}


def _spaced(digits: str, _text: str) -> tuple[str, set[Reading]]:
    flags = {Reading.THOUSANDS}
    if "," in digits:
        flags.add(Reading.DECIMAL_COMMA)
    return digits.replace(" ", "").replace(",", "."), flags


def _commas(digits: str, text: str) -> tuple[str, set[Reading]]:
    """1,234: sure with two groups or a point after; else the other numbers of the text decide."""
    if digits.startswith("0") or _is_decimal_by_company(digits, text):
        return digits.replace(",", "."), {Reading.DECIMAL_COMMA}
    sure = digits.count(",") > 1 or "." in digits
    return digits.replace(",", ""), (
        {Reading.THOUSANDS} if sure else {Reading.THOUSANDS, Reading.AMBIGUOUS_COMMA}
    )


def _is_decimal_by_company(digits: str, text: str) -> bool:
    alone = digits.count(",") == 1 and "." not in digits
    return alone and _SURE_DECIMAL_COMMA.search(text) is not None


def _decimal_comma(digits: str, _text: str) -> tuple[str, set[Reading]]:
    return digits.replace(",", "."), {Reading.DECIMAL_COMMA}


def _plain(digits: str, _text: str) -> tuple[str, set[Reading]]:
    return digits, set()


_FORMS = (
    (_CONTINENTAL, _continental),
    (_SPACED, _spaced),
    (_AFTER_POINT, _spaced),
    (_COMMAS, _commas),
    (_DECIMAL_COMMA, _decimal_comma),
    (_PLAIN, _plain),
)


def around(text: str, start: int, end: int) -> str:
    """The run of characters at a place, for a message."""
    stop = start
    while stop < min(end, start + 24) and text[stop] not in " ;，()":
        stop += 1
    return text[start : max(stop, start + 1)]
