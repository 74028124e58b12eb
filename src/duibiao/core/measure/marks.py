"""The marks of the grammar: one token, and what each kind of token looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from duibiao.core.measure.problems import UnclosedBracket
from duibiao.core.measure.requirement import Reading
from duibiao.core.measure.text import Folded

GRADE = "级"
PLUS_MINUS = re.compile(r"[±∓]|\+ ?/ ?-|\+-|-/\+")
RANGE = re.compile(r" ?(?:~+|-|—+|至|到|to\b|through\b|\.{2,3}|…+) ?")
AND = re.compile(
    r" ?(?:[，,、]? ?(?:并且|而且|且|并|和|及|与|and\b|&)|[，,、;]|/(?= ?[+-]?[\d.]))"
    r" ?(?:且|应|须|均|同时)?"
)
GRADE_WORD = re.compile(r"(?:grade|等级|级别) ?(?=\d)", re.IGNORECASE)
APPROXIMATE = re.compile(r"[≈≒~] ?(?=[\d.])|(?:大?约|近似?|approx\.?|about|ca\.) ?(?=[\d.])", re.I)
APPROXIMATE_AFTER = re.compile(r" ?(?:左右|上下|or so)")
NUMBERS_IN_BRACKET = re.compile(
    r"\( ?(?=[≤≥<>]|[^()]*(?:±|~|\d ?- ?[\d.]))[-+±~≤≥<>\d., %]*[^()]{0,24}\)"
)
TOLERANCE_IN_BRACKET = re.compile(
    r"\( ?(?:± ?[\d.,]+|\+ ?[\d.,]+ ?\w{0,4} ?[，,/ ] ?-? ?[\d.]+|0 ?[，,/] ?- ?[\d.]+)"
    r" ?[\w%‰]{0,6} ?\)"
)
UNIT_SIGN = re.compile(r"[/·%‰℃²³]")
FRACTION_OF_WHAT = re.compile(r"[vmwVMW]/[vmwVMW]")
PERCENT_OF_NOMINAL = re.compile(r"\( ?1 ?± ?(\d+(?:[.,]\d+)?) ?% ?\)")
TIME_UNIT = re.compile(r"s$|min|h$|d$|秒|分|时|天|日|年|月|周")
COMBINING = re.compile(r"[\u0300-\u036f\u20d0-\u20ff]")
DECIMAL_POINT = re.compile(r"\d\.\d")
OPENING, CLOSING = "([", ")]"


@dataclass(frozen=True, slots=True)
class Token:
    """One token; only quantities carry a value, only comparators a sign."""

    kind: str
    start: int
    end: int
    value: Decimal = Decimal(0)
    unit: str | None = None
    sign: str = ""
    signed: bool = False
    flags: frozenset[Reading] = field(default=frozenset())
    of_nominal: bool = False  # the 5 % of 100(1±5 %)


def closing(folded: Folded, start: int, end: int) -> int:
    """One past the bracket that closes the one at `start`."""
    depth = 0
    for index in range(start, end):
        character = folded.text[index]
        if character in OPENING:
            depth += 1
        elif character in CLOSING:
            depth -= 1
            if depth == 0:
                return index + 1
    raise UnclosedBracket(folded.position(start), folded.text[start])
