"""A statement with its words and brackets → one limit, and the cases its brackets add."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from duibiao.core.measure import circumstance, comparator
from duibiao.core.measure.detection import WORDS as NOT_DETECTED
from duibiao.core.measure.detection import is_microbiological
from duibiao.core.measure.found import Cell, Piece
from duibiao.core.measure.marks import GRADE
from duibiao.core.measure.problems import MalformedNumber, TextProblem, UnexpectedText
from duibiao.core.measure.requirement import Content, Grade, Limits, NotDetected, Reading, Terms
from duibiao.core.measure.shapes import Statement, side
from duibiao.core.measure.splitting import split
from duibiao.core.measure.statement import parse

EXCLUSIVE = re.compile(r"(?:不含|不包括)(?:本数)? ?(?P<number>\d+(?:\.\d+)?)?|exclusive")
INCLUSIVE = re.compile(r"(?:含|包含|包括)(?:本数)?[\d., ]*|inclusive")
ENDING_IN_WHEN = re.compile(r".*[时下后前者的内中]", re.DOTALL)
STRANGE = re.compile(r"[^\w\s()\[\]·、/.,，:+~%‰°℃℉′≤≥<>=±×*&α-ωΑ-Ω☆★“”\"-]")
DONE = re.compile(r"送达|响应|完成|办结|到达|处理|回复|到场|修复|发货|反馈|解决|交付")
TRAILING = re.compile(r"之间|的?范围之?内|为宜|为合格|为限|者|[.!！]")


def statement_pieces(cell: Cell, found: Statement, start: int, end: int) -> list[Piece]:
    """The statement itself and the cases its brackets add: ≥3（深色2-3）."""
    remarks, cases = _remarks(cell, found)
    limits = _openness(found.limits, remarks)
    content = _content(cell, limits, found)
    terms = circumstance.collect(r for r in remarks if not _is_used(r, content))
    if found.suffix:
        terms = _with_suffix(cell, found, terms, start, end)
    _refuse_strange_label(cell, found, start)
    main = Piece(
        content=content,
        unit=found.unit,
        terms=terms,
        flags=found.flags,
        label=found.prefix,
        start=start,
        text=(start, end),
    )
    if not cases:
        return [main]
    shared = replace(terms, condition=None, remark=None)
    return [main, *(replace(case, terms=_under(shared, case.terms)) for case in cases)]


def _under(shared: Terms, own: Terms) -> Terms:
    """A case's own terms, completed by those of the statement it stands beside."""
    return Terms(
        basis=own.basis or shared.basis,
        condition=own.condition,
        method=own.method or shared.method,
        statistic=own.statistic or shared.statistic,
        subject=own.subject,
        remark=own.remark,
    )


def _with_suffix(cell: Cell, found: Statement, terms: Terms, start: int, end: int) -> Terms:
    """Words after the limit: known ones are terms, others stop the reading."""
    words = found.suffix.strip()
    if TRAILING.fullmatch(words):
        return terms
    if DONE.fullmatch(words):
        return replace(terms, subject=words)
    if circumstance.kind(words) == "condition":
        place = cell.text.rfind(words, start, end)
        raise UnexpectedText(cell.folded.position(max(place, start)), words[:40])
    return circumstance.collect([words], terms)


def _refuse_strange_label(cell: Cell, found: Statement, start: int) -> None:
    """Words before a limit are words; before a number alone they must name a quantity: in "?20"
    a lost comparator may hide."""
    label = found.prefix
    strange = STRANGE.search(label)
    if strange:
        place = cell.text.find(strange.group(), start)
        raise UnexpectedText(cell.folded.position(place), strange.group())
    is_point = found.limits.lo is not None and found.limits.lo == found.limits.hi
    if not is_point or not label:
        return
    field, _ = circumstance.before_limit(label)
    if comparator.hidden(label) or label[-1] in "+-=/*×·":
        raise UnexpectedText(cell.folded.position(start), label[:40])
    if field in {"condition", "remark"} and not ENDING_IN_WHEN.fullmatch(label):
        raise UnexpectedText(cell.folded.position(start), label[:40])


def _content(cell: Cell, limits: Limits, found: Statement) -> Limits | Grade | NotDetected:
    unit = found.unit or cell.column
    if unit == GRADE:
        _refuse_odd_grade(cell, limits, found)
        return Grade(limits=limits, at_least=limits.hi is None or limits.lo is not None)
    if found.is_bare and limits.hi == 0 and is_microbiological(unit):
        return NotDetected(detection_limit=Decimal(0))
    return _not_detected_below(cell, limits, found) or limits


def _not_detected_below(cell: Cell, limits: Limits, found: Statement) -> NotDetected | None:
    """<0.01（未检出）: the number is the detection limit."""
    said = any(NOT_DETECTED.fullmatch(cell.text, *span) for span in found.brackets)
    if said and limits.hi is not None and limits.lo is None:
        return NotDetected(detection_limit=limits.hi)
    return None


def _refuse_odd_grade(cell: Cell, limits: Limits, found: Statement) -> None:
    """Grades come in halves; 4/5级 may be the half grade 4-5 or a fraction."""
    for value in (limits.lo, limits.hi):
        if value is not None and value * 2 != (value * 2).to_integral_value():
            raise MalformedNumber(cell.folded.position(found.at), str(value))


def _openness(limits: Limits, remarks: list[str]) -> Limits:
    """5以上（不含）; 5～10（不含10） opens the named end only."""
    for remark in remarks:
        found = EXCLUSIVE.fullmatch(remark)
        if not found:
            continue
        number = Decimal(found["number"]) if found["number"] else None
        if number is None or number == limits.lo:
            limits = replace(limits, lo_closed=limits.lo is None)
        if number is None or number == limits.hi:
            limits = replace(limits, hi_closed=limits.hi is None)
    return limits


def _is_used(remark: str, content: Content) -> bool:
    """A remark that already shaped the content need not be repeated beside it."""
    if isinstance(content, NotDetected) and NOT_DETECTED.fullmatch(remark):
        return True
    return bool(EXCLUSIVE.fullmatch(remark) or INCLUSIVE.fullmatch(remark))


def _remarks(cell: Cell, found: Statement) -> tuple[list[str], list[Piece]]:
    """What the brackets say: remarks, and cases with a limit of their own."""
    remarks: list[str] = []
    cases: list[Piece] = []
    for start, end in found.brackets:
        for span in split(cell, start, end, ";\n，,"):
            case = _case(cell, found, *span)
            if case is None:
                remarks.append(cell.text[span[0] : span[1]])
            else:
                cases.append(case)
    return remarks, cases


def _case(cell: Cell, main: Statement, start: int, end: int) -> Piece | None:
    """A bracketed limit for another case; a limit on another quantity is a condition."""
    try:
        found = parse(cell.folded, start, end, cell.column)
    except TextProblem:
        return None
    if found is None or not found.prefix or found.suffix or found.brackets:
        return None
    if circumstance.is_quantity(found.prefix) or found.unit not in {None, main.unit}:
        return None
    limits = _same_side(cell, main, found)
    if limits is None:
        return None
    flags = found.flags - {Reading.BARE}
    plain = replace(found, limits=limits, is_bare=False, unit=found.unit or main.unit)
    return Piece(
        content=_content(cell, limits, plain), unit=plain.unit, flags=flags,
        label=found.prefix, start=start, text=(start, end),
    )  # fmt: skip


def _same_side(cell: Cell, main: Statement, found: Statement) -> Limits | None:
    """The case's limits if they bound the same side; a grade alone takes the main comparator."""
    a, b = main.limits, found.limits
    if found.is_bare:
        graded = (main.unit or cell.column) == GRADE and not main.is_bare
        sign = _sign(a)
        return side(sign, found.numbers[-1]) if graded and sign else None
    same = (a.lo is None) == (b.lo is None) and (a.hi is None) == (b.hi is None)
    return b if same else None


def _sign(limits: Limits) -> str | None:
    if limits.hi is None and limits.lo is not None:
        return "≥" if limits.lo_closed else ">"
    if limits.lo is None and limits.hi is not None:
        return "≤" if limits.hi_closed else "<"
    return None
