"""A whole cell: cases split apart, brackets sorted into terms, grades told from numbers."""

from __future__ import annotations

import re
from dataclasses import replace

from duibiao.core.measure import circumstance, comparator, unit_shape
from duibiao.core.measure.bounds import read_interval
from duibiao.core.measure.cases import settle_label
from duibiao.core.measure.detection import read_not_detected
from duibiao.core.measure.found import Cell, Piece
from duibiao.core.measure.grades import HARDNESS, read_grade
from duibiao.core.measure.limits import statement_pieces
from duibiao.core.measure.marks import closing
from duibiao.core.measure.plan import read_plan
from duibiao.core.measure.problems import MissingNumber, TextProblem, UnexpectedText
from duibiao.core.measure.requirement import Reading
from duibiao.core.measure.splitting import split
from duibiao.core.measure.statement import parse
from duibiao.core.measure.text import Folded, trim
from duibiao.core.measure.whole import read_whole, read_words

CHINESE_NUMBER = re.compile(
    r"(?:[≥≤<>]|不[低少小高大]于|不超过|至少|达到)? ?(?P<digit>[一二两三四五六七八九])"
    r"(?:级|年|个月|天|小时|次|个|周|倍|项|种|人|名|台|套)(?:(?:及|或)?以[上下内]|内)?"
)
PURE_WORDS = re.compile(r"[^\d≤≥<>±=]+")


def read_pieces(cell: Cell, start: int, end: int) -> list[Piece]:
    """Everything the span says, in order; raises the problem that stops the reading."""
    start, end = trim(cell.text, start, end)
    plan = read_plan(cell, start, end)
    if plan:
        return [plan]
    pieces: list[Piece] = []
    for segment in split(cell, start, end, ";\n"):
        pieces.extend(read_segment(cell, *segment))
    return pieces


def read_segment(cell: Cell, start: int, end: int) -> list[Piece]:
    """One segment between semicolons."""
    cell = _with_digit(cell, start, end)
    labelled = _colon(cell, start, end)
    if labelled is not None:
        label, begin = labelled
        pieces = read_segment(cell, *trim(cell.text, begin, end))
        return _label_first(pieces, label)
    for reader in (_hardness, read_interval, read_whole, read_not_detected, read_grade):
        piece = reader(cell, start, end)
        if piece is not None:
            return [piece]
    if _is_one_bracket(cell, start, end):
        if not cell.text[start + 1 : end - 1].strip():
            raise _not_a_statement(cell, start, end)
        return read_segment(cell, *trim(cell.text, start + 1, end - 1))
    return _numbers(cell, start, end)


def _with_digit(cell: Cell, start: int, end: int) -> Cell:
    """二级 alone is the grade 2级, 不少于三年 is ≥ 3 年."""
    found = CHINESE_NUMBER.fullmatch(cell.text, start, end)
    if not found:
        return cell
    at, text = found.start("digit"), cell.text
    digit = "2" if found["digit"] == "两" else str("一二三四五六七八九".index(found["digit"]) + 1)
    folded = Folded(text[:at] + digit + text[at + 1 :], cell.folded.origin, cell.folded.source)
    return replace(cell, folded=folded)


def _colon(cell: Cell, start: int, end: int) -> tuple[str, int] | None:
    """A label and where its text begins; 1:50 is a ratio, not a label."""
    text, index = cell.text, start
    while index < end and text[index] not in ":；":
        if text[index] in "([":
            index = closing(cell.folded, index, end)
            continue
        index += 1
    if index >= end or index == start or text[index] != ":":
        return None
    before, after = text[start:index].strip(), text[index + 1 : end].strip()
    if not after or (before[-1:].isdigit() and after[:1].isdigit()):
        return None
    if _FOLLOWS_COMPARATOR.search(before) or comparator.symbol(text, start, index):
        return None
    return before, index + 1


_FOLLOWS_COMPARATOR = re.compile(r"(?:检出限|定量限|限值|LOD|能效等级|能效|(?<![A-Za-z])[ncmM])$")


def _label_first(pieces: list[Piece], label: str) -> list[Piece]:
    if len(pieces) == 1:
        return [replace(settle_label(pieces[0]), label=f"{label}:")]
    if pieces and not pieces[0].label and all(p.label for p in pieces[1:]):
        return [replace(pieces[0], label=f"{label}:"), *pieces[1:]]
    terms = [circumstance.collect([label], p.terms) for p in pieces]
    return [replace(p, terms=t) for p, t in zip(pieces, terms, strict=True)]


def _is_one_bracket(cell: Cell, start: int, end: int) -> bool:
    return cell.text[start] in "([" and closing(cell.folded, start, end) == end


def _hardness(cell: Cell, start: int, end: int) -> Piece | None:
    """HRC 58～62, 邵氏 A 60±5: the scale is the unit."""
    scale = HARDNESS.match(cell.text, start, end)
    if not scale:
        return None
    begin, _ = trim(cell.text, scale.end(), end)
    begin += cell.text[begin] == ":"
    pieces = _numbers(cell, begin, end)
    if len(pieces) != 1 or pieces[0].label or pieces[0].unit not in {None, scale.group().strip()}:
        return None
    return replace(pieces[0], unit=scale.group().strip())


def _numbers(cell: Cell, start: int, end: int) -> list[Piece]:
    """A segment with numbers: one statement, or several between commas, or words."""
    _refuse_missing_number(cell, start, end)
    words = read_words(cell, start, end)
    if words is not None:
        return [words]
    try:
        found = parse(cell.folded, start, end, cell.column)
        if found is None:
            raise _not_a_statement(cell, start, end)
        return statement_pieces(cell, found, start, end)
    except TextProblem as problem:
        pieces = _between_commas(cell, start, end)
        if pieces is None:
            raise problem from None
        return pieces


def _refuse_missing_number(cell: Cell, start: int, end: int) -> None:
    """不大于, 不大于 mg: a comparator, at most a unit, and no number. 不低于国家标准 is words."""
    stop = comparator.word_alone(cell.text, start, end)
    if stop is not None and unit_shape.scan(cell.text, stop, end, cell.column) == end:
        raise MissingNumber(cell.folded.position(start), cell.text[start:stop])


def _not_a_statement(cell: Cell, start: int, end: int) -> UnexpectedText:
    return UnexpectedText(cell.folded.position(start), cell.text[start:end][:40])


def _between_commas(cell: Cell, start: int, end: int) -> list[Piece] | None:
    """平均值≤0.3，最大值≤0.4; words between commas belong to the limit that follows them."""
    spans = split(cell, start, end, "，,、")
    if len(spans) < 2:
        return None
    pieces: list[Piece] = []
    waiting: list[str] = []
    for span in spans:
        text = cell.text[span[0] : span[1]]
        if PURE_WORDS.fullmatch(text):
            waiting.append(text)
            continue
        found = read_segment(cell, *span)
        first = replace(found[0], terms=circumstance.collect(waiting, found[0].terms))
        pieces.extend([first, *found[1:]])
        waiting = []
    if not pieces or any(p.flags & {Reading.BARE} and not p.label for p in pieces):
        return None
    pieces[-1] = replace(pieces[-1], terms=circumstance.collect(waiting, pieces[-1].terms))
    return pieces
