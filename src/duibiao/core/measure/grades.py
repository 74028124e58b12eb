"""Grades with names: IP codes, emission, flame, fire and efficiency classes, product classes.

Each scale is declared here best first with its source; a grade is never ordered by the alphabet.
"""

from __future__ import annotations

import re
from decimal import Decimal

from duibiao.core.measure.circumstance import collect, parts
from duibiao.core.measure.found import Cell, Piece
from duibiao.core.measure.marks import closing
from duibiao.core.measure.problems import GradeRange
from duibiao.core.measure.requirement import Grade, GradeVector, Terms

EMISSION = ("ENF", "E0", "E1", "E2")  # GB/T 39600-2021, GB 18580
FLAME = ("5VA", "5VB", "V-0", "V-1", "V-2", "HB")  # UL 94, IEC 60695-11-10/-20
FIRE = ("A1", "A2", "B1", "B2", "B3")  # GB 8624-2012: A (A1, A2), B1, B2, B3
LETTERS = ("A+++", "A++", "A+", "A", "B", "C", "D", "E", "F", "G")  # EU energy labels
EFFICIENCY = ("1级", "2级", "3级", "4级", "5级")  # GB efficiency grades: 1 is best
PRODUCT = ("优等品", "一等品", "合格品")
IMPACT = tuple(f"IK{n:02d}" for n in range(10, -1, -1))  # IEC 62262
PENCIL = (
    *(f"{n}H" for n in range(9, 1, -1)),
    "H",
    "F",
    "HB",
    "B",
    *(f"{n}B" for n in range(2, 10)),
)
SMALLER_IS_BETTER = (EMISSION,)  # "≤E1" bounds the emission: E1 or better

SCALES: tuple[tuple[re.Pattern[str], tuple[str, ...] | None], ...] = (
    (re.compile(r"E_?NF|E[012]"), EMISSION),
    (re.compile(r"5V[AB]|V-?[012]|HB(?=$)"), FLAME),
    (re.compile(r"A[12]|B[123]"), FIRE),
    (re.compile(r"A\+{1,3}"), LETTERS),
    (re.compile(r"IK(?:0\d|10)"), IMPACT),
    (re.compile(r"[2-9]H"), PENCIL),
    (re.compile(r"优等品|一等品|合格品"), PRODUCT),
    (re.compile(r"F?[☆★]{2,5}"), None),
    (re.compile(r"[A-G]|fast|牢固"), None),
)
AT_LEAST = re.compile(
    r"≥ ?|>= ?|=> ?|不低于 ?|不次于 ?|至少为? ?|应?达到 ?|应?符合 ?|应为 ?|at least |min\.? ", re.I
)
AT_MOST = re.compile(r"≤ ?|<= ?|=< ?|不高于 ?|不超过 ?|至多 ?|at most ", re.IGNORECASE)
STRICT = re.compile(r"[<>] ?|优于 ?|高于 ?|better than ", re.IGNORECASE)
TAIL = re.compile(r" ?(?:等?级)?(?: ?(?:及|或)?其?以上| or better)?")
IP = re.compile(
    r"IP ?(?P<solid>[0-6X])(?P<water>[0-9X])K?[A-DHMSWK]{0,3}(?![A-Za-z0-9])", re.IGNORECASE
)
EFFICIENT = re.compile(
    r"(?P<a>[1-5一二三四五])级能效|能效(?:等级)?(?:为|:)? ?(?P<b>[1-5一二三四五])级(?:能效)?"
)
LETTER_SPAN = re.compile(r"([A-G]\+{0,3}) ?(?:~|至|-|到|to) ?([A-G]\+{0,3})(?: ?级)?")
CHINESE_DIGIT = dict(zip("一二三四五", "12345", strict=True))
HARDNESS = re.compile(
    r"(?:HR[A-F]|HV ?\d*|HBW?|HLD|HK|IRHD|(?:邵[氏尔]|Shore) ?(?:硬度)? ?[A-D])"
    r"(?= ?[:≤≥<>=(\d不])"
)


def read_grade(cell: Cell, start: int, end: int) -> Piece | None:
    """The span as a named grade; None if it is something else."""
    stop, terms = _brackets_behind(cell, start, end)
    text = cell.text[start:stop].strip()
    found = _vector(cell, start, text) or _span(cell, start, text) or _named(cell, start, text)
    if found is None:
        return None
    return Piece(content=found, terms=terms, start=start, text=(start, end))


def _brackets_behind(cell: Cell, start: int, end: int) -> tuple[int, Terms]:
    """The span without its trailing brackets, and what these say."""
    opening = cell.text.find("(", start, end)
    if opening < 0:
        return end, Terms()
    stop = closing(cell.folded, opening, end)
    if cell.text[stop:end].strip():
        return end, Terms()
    return opening, collect(parts(cell.text[opening + 1 : stop - 1]))


def _operator(text: str) -> tuple[str, bool, bool]:
    """The text after its comparator; whether it means "at least", and "at most"."""
    for pattern, at_least, at_most in ((AT_LEAST, True, False), (AT_MOST, False, True)):
        found = pattern.match(text)
        if found:
            return text[found.end() :], at_least, at_most
    if STRICT.match(text):
        return text, False, False
    return text, False, False


def _vector(cell: Cell, at: int, text: str) -> GradeVector | None:
    rest, _, at_most = _operator(text)
    found = IP.match(rest)
    if not found:
        return None
    tail = TAIL.fullmatch(rest, found.end())
    if not tail:
        return None
    if at_most:
        raise GradeRange(cell.folded.position(at), text)
    digits = [Decimal(0 if d in "Xx" else d) for d in (found["solid"], found["water"])]
    return GradeVector(label=found.group().upper().replace(" ", ""), grades=tuple(digits))


def _span(cell: Cell, at: int, text: str) -> Grade | None:
    """A～G: any of them, that is at least the last; only from the top of the scale."""
    found = LETTER_SPAN.fullmatch(text)
    if not found:
        return None
    best, worst = found[1], found[2]
    if best not in LETTERS or worst not in LETTERS:
        return None
    scale = LETTERS if best.startswith("A+") else LETTERS[3:]
    if best != scale[0]:
        raise GradeRange(cell.folded.position(at), text)
    return Grade(label=worst, scale=scale)


def _named(cell: Cell, at: int, text: str) -> Grade | None:
    rest, _, at_most = _operator(text)
    efficient = EFFICIENT.match(rest)
    if efficient:
        if not TAIL.fullmatch(rest, efficient.end()):
            return None
        digit = efficient["a"] or efficient["b"]
        label = f"{CHINESE_DIGIT.get(digit, digit)}级"
        return Grade(label=label, scale=EFFICIENCY, at_least=not at_most)
    for pattern, scale in SCALES:
        found = pattern.match(rest)
        if found and TAIL.fullmatch(rest, found.end()):
            return _grade(found.group(), scale, at_most)
    if STRICT.match(rest) and any(p.fullmatch(STRICT.sub("", rest, count=1)) for p, _ in SCALES):
        raise GradeRange(cell.folded.position(at), text)
    return None


def _grade(written: str, scale: tuple[str, ...] | None, at_most: bool) -> Grade:
    label = written.replace("_", "")
    if scale is FLAME and label.startswith("V") and "-" not in label:
        label = f"V-{label[1:]}"
    return Grade(label=label, scale=scale, at_least=not at_most or scale in SMALLER_IS_BETTER)
