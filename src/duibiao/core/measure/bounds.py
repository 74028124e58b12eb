"""Interval notation: [4.0, 7.5), (0, 5], (−∞，5]."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duibiao.core.measure import number
from duibiao.core.measure.found import Cell, Piece
from duibiao.core.measure.problems import AmbiguousReading, Contradiction, ReversedRange
from duibiao.core.measure.requirement import Limits, Reading
from duibiao.core.measure.text import trim

INTERVAL = re.compile(r"(?P<open>[\[(]) ?(?P<inside>[^\[\]()]{1,60}) ?(?P<close>[\])])")
INFINITY = re.compile(r"[+-]? ?(?:∞|inf(?:inity)?)", re.IGNORECASE)
TWO_OR_ONE = re.compile(r"\d+,\d+")
SEPARATORS = ("，", ";", "~", ", ", ",")


def read_interval(cell: Cell, start: int, end: int) -> Piece | None:
    """The span as an interval; None if it is none. (0,5) may be 0.5 in brackets: refused."""
    found = INTERVAL.match(cell.text, start, end)
    if not found:
        return None
    bounds = _two_bounds(cell, found)
    if bounds is None or len(bounds) != 2:
        return None
    _refuse_doubt(cell, found, bounds)
    unit = cell.text[found.end() : end].strip()
    low, high = bounds
    limits = Limits(
        lo=low.value if low else None,
        hi=high.value if high else None,
        lo_closed=found["open"] == "[" or low is None,
        hi_closed=found["close"] == "]" or high is None,
    )
    flags = frozenset[Reading]().union(*(n.flags for n in bounds if n))
    return Piece(content=limits, unit=unit or None, flags=flags, start=start, text=(start, end))


def _refuse_doubt(cell: Cell, found: re.Match[str], bounds: Sequence[number.Number | None]) -> None:
    low, high = bounds
    position = cell.folded.position(found.start())
    round_brackets = found["open"] + found["close"] == "()"
    if round_brackets and TWO_OR_ONE.fullmatch(found["inside"]):
        one = found["inside"].replace(",", ".")
        raise AmbiguousReading(position, found.group(), one, found["inside"].replace(",", "～"))
    if low and high and low.value > high.value:
        raise ReversedRange(position, found.group(), str(low.value), str(high.value))
    if low and high and low.value == high.value and found["open"] + found["close"] != "[]":
        raise Contradiction(position, found.group())


def _two_bounds(cell: Cell, found: re.Match[str]) -> list[number.Number | None] | None:
    """Both ends (None for ∞); None if the bracket holds anything else."""
    inside, at = found["inside"], found.start("inside")
    round_brackets = found["open"] + found["close"] == "()"
    for separator in SEPARATORS:
        if inside.count(separator) != 1:
            continue
        if round_brackets and separator == "~":
            return None
        cut = at + inside.index(separator)
        spans = ((at, cut), (cut + len(separator), at + len(inside)))
        bounds: list[number.Number | None] = []
        for begin, stop in (trim(cell.text, *span) for span in spans):
            if INFINITY.fullmatch(cell.text, begin, stop):
                bounds.append(None)
                continue
            bound = _number(cell, begin, stop)
            if bound is None:
                return None
            bounds.append(bound)
        return bounds
    return None


def _number(cell: Cell, start: int, end: int) -> number.Number | None:
    if not number.starts(cell.text, start, end):
        return None
    found = number.scan(cell.folded, start, end)
    return found if found.end == end else None
