"""不得检出, 禁用, n.d.: with their detection limit, or without."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from duibiao.core.measure.circumstance import before_limit, collect, parts
from duibiao.core.measure.found import Cell, Piece
from duibiao.core.measure.marks import closing
from duibiao.core.measure.problems import Contradiction, TextProblem
from duibiao.core.measure.requirement import NotDetected, Reading, Terms
from duibiao.core.measure.shapes import Statement
from duibiao.core.measure.statement import parse
from duibiao.core.measure.text import trim

AMOUNT = r"\d+ ?(?:kg|g|m[lL]|L|克|毫升|升|cm2|cm²)"
PORTION_ZERO = re.compile(
    rf"(?:每|在|任[一何]?)? ?(?P<amount>{AMOUNT}) ?(?:样品|水样|产品)?(?:中|内|里)? ?"
)
WORDS = re.compile(
    r"(?:应|均)?(?:不得|不应|不可|不能|不允许|未|不)(?:有)?检出|检不出"
    r"|禁用|禁止(?:使用|添加)|(?:不得|不应)(?:使用|添加|含有)|阴性"
    r"|(?<![A-Za-z.])N\.?D(?:\.|(?![A-Za-z]))|absent(?![A-Za-z])|(?:must|shall) not be used"
    r"|(?:(?:must|shall) )?not (?:be )?(?:detected|detectable)(?![A-Za-z])",
    re.IGNORECASE,
)
PORTION_AFTER = re.compile(
    rf" ?(?:in (?:any |each |a )?|/ ?|每)(?P<amount>{AMOUNT})(?: sample| of sample|样品)?",
    re.IGNORECASE,
)
LIMIT_WORDS = re.compile(
    r"(?:方法)?(?:检出限|定量限|检测限|报告限|限值|LOD|LOQ|RL|MDL)(?:为|是|:|=)? ?", re.I
)
MICROBIOLOGICAL = re.compile(r"CFU|MPN|PFU|菌落|^/ ?\d* ?(?:kg|g|m[lL]|L|克|毫升|升)$")


def is_microbiological(unit: str | None) -> bool:
    """A count per portion: there "not detected" means none in the portion, which is a number."""
    return bool(unit) and MICROBIOLOGICAL.search(unit or "") is not None


def read_not_detected(cell: Cell, start: int, end: int) -> Piece | None:
    """The span as "not detected"; None if it says something else."""
    text = cell.text
    portion = PORTION_ZERO.match(text, start, end)
    begin = portion.end() if portion else start
    words = WORDS.search(text, begin, end)
    if not words or re.search(r"[\d≤≥<>]", text[begin : words.start()]):
        return None
    label = text[begin : words.start()].strip(" ,，:") if not portion else ""
    after = PORTION_AFTER.match(text, words.end(), end)
    index = after.end() if after else words.end()
    rest = _rest(cell, index, end)
    if rest is None:
        return None
    limit, terms, flags = rest
    chosen = portion or after
    unit = (limit.unit if limit else None) or (f"/{chosen['amount']}" if chosen else None)
    value = _limit(cell, index, limit, unit)
    return Piece(
        content=NotDetected(detection_limit=value),
        unit=unit,
        terms=_with_label(terms, label),
        flags=flags | (frozenset({Reading.NO_LIMIT_GIVEN}) if value is None else frozenset()),
        start=start,
        text=(start, end),
    )


def _with_label(terms: Terms, label: str) -> Terms:
    """Words before, sorted: 沙门氏菌不得检出."""
    field, words = before_limit(label)
    if not field:
        return terms
    return replace(terms, subject=words) if field == "subject" else collect([words], terms)


def _limit(cell: Cell, at: int, limit: Statement | None, unit: str | None) -> Decimal | None:
    if limit is None:
        return Decimal(0) if is_microbiological(unit or cell.column) else None
    limits = limit.limits
    one = limits.hi if limits.lo is None or limits.lo == limits.hi else None
    if one is None or one < 0:
        raise Contradiction(cell.folded.position(at), cell.text[at : at + 24].strip())
    return one


def _rest(
    cell: Cell, start: int, end: int
) -> tuple[Statement | None, Terms, frozenset[Reading]] | None:
    """What follows the words: brackets, a limit, or something else (then None)."""
    limit: Statement | None = None
    terms = Terms()
    flags: frozenset[Reading] = frozenset()
    start, end = trim(cell.text, start, end)
    while start < end:
        bracketed = cell.text[start] == "("
        stop = closing(cell.folded, start, end) if bracketed else end
        inside = (start + 1, stop - 1) if bracketed else (start, stop)
        found = _as_limit(cell, *inside)
        if found is not None and limit is None:
            limit, flags = found, found.flags - {Reading.BARE}
        elif bracketed:
            terms = collect(parts(cell.text[inside[0] : inside[1]]), terms)
        else:
            return None
        start, end = trim(cell.text, stop, end)
    return limit, terms, flags


def _as_limit(cell: Cell, start: int, end: int) -> Statement | None:
    text = cell.text
    while start < end and text[start] in " ,，:":
        start += 1
    words = LIMIT_WORDS.match(text, start, end)
    begin = words.end() if words else start
    try:
        found = parse(cell.folded, begin, end, cell.column)
    except TextProblem:
        return None
    if found is None or found.prefix or found.suffix or found.brackets:
        return None
    return found
