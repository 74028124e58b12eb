"""Text → requirement. The only entry to the grammar of limits; it never raises for content."""

from __future__ import annotations

from dataclasses import replace

from duibiao.core.errors import Fact
from duibiao.core.measure.cases import conjoin, label_all, settle_label
from duibiao.core.measure.cell import read_pieces
from duibiao.core.measure.found import Cell, Piece
from duibiao.core.measure.problems import EmptyCell, TextProblem, UnexpectedText
from duibiao.core.measure.requirement import (
    FreeText,
    Item,
    Pieces,
    Reading,
    Required,
    Requirement,
    Unread,
)
from duibiao.core.measure.text import Folded, fold, trim
from duibiao.core.measure.whole import read_words, refuse_damage

MAX_DEPTH = 6
MAX_COLONS = 40
NO_UNIT = {"", "-", "—", "/", "无", "1"}


def read(text: str | None, *, unit: str | None = None, direction: str | None = None) -> Requirement:
    """What a cell demands.

    `unit` is the unit its column names (used where the text names none), `direction` the
    indicator's (`boolean` makes sentences a yes-or-no requirement). Content that cannot be read
    comes back as `Unread` with its reason and its position in `text`, counted from 1.
    """
    column = _column(unit)
    source = text or ""
    try:
        folded = fold(source)
        piece = _read(folded, column, direction == "boolean", source)
    except Fact as problem:
        return Requirement(text=source, content=Unread(problem=problem), unit=_given(unit))
    return _requirement(piece, source, unit)


def _read(folded: Folded, column: str | None, boolean: bool, source: str) -> Piece:
    start, end = trim(folded.text, 0, len(folded.text))
    while end > start and folded.text[end - 1] == ";":
        start, end = trim(folded.text, start, end - 1)
    if start == end:
        raise EmptyCell(found=source)
    refuse_damage(folded, start, end)
    _refuse_depth(folded)
    if "\n" not in folded.text[start:end]:
        return _as_one(Cell(folded, column, boolean), start, end)
    return _lines(folded, column, boolean, start, end)


def _lines(folded: Folded, column: str | None, boolean: bool, start: int, end: int) -> Piece:
    """Several lines: one limit each, or one statement that the cell's width broke."""
    try:
        pieces = _as_one(Cell(folded.replaced("\n", ";"), column, boolean), start, end)
        if not isinstance(pieces.content, Pieces) or not _has_words(pieces.content):
            return pieces
    except TextProblem:
        pass
    return _as_one(Cell(folded.replaced("\n", " "), column, boolean), start, end)


def _has_words(pieces: Pieces) -> bool:
    return any(isinstance(i.requirement.content, (FreeText, Required)) for i in pieces.items)


def _refuse_depth(folded: Folded) -> None:
    """Brackets in brackets in brackets are no requirement; the limit bounds time and memory."""
    depth = colons = 0
    for index, character in enumerate(folded.text):
        depth += (character in "([") - (character in ")]")
        colons += character == ":"
        if depth > MAX_DEPTH or colons > MAX_COLONS:
            raise UnexpectedText(folded.position(index), character)


def _as_one(cell: Cell, start: int, end: int) -> Piece:
    """The pieces of a cell as one: alone, joined, or as cases."""
    try:
        pieces = conjoin(cell, read_pieces(cell, start, end))
    except UnexpectedText:
        sentence = _sentence(cell, start, end)
        if sentence is None:
            raise
        return sentence
    if not pieces:
        raise UnexpectedText(cell.folded.position(start), cell.text[start:end][:40])
    if len(pieces) == 1:
        return settle_label(pieces[0])
    if all(isinstance(p.content, (FreeText, Required)) for p in pieces):
        whole = read_words(cell, start, end)
        if whole is not None:
            return whole
    items = [
        Item(label=p.label, requirement=_requirement(p, cell.folded.original(*p.text), cell.column))
        for p in label_all(cell, pieces)
    ]
    return Piece(content=Pieces(items=tuple(items)), text=(start, end))


def _sentence(cell: Cell, start: int, end: int) -> Piece | None:
    """In a yes-or-no indicator a sentence with numbers in it is still a sentence."""
    text = cell.text[start:end]
    is_sentence = sum("一" <= c <= "鿿" for c in text) >= 6 and ("应" in text or "不得" in text)
    if cell.boolean and is_sentence:
        return Piece(content=Required(required=True), text=(start, end))
    return None


def _requirement(piece: Piece, source: str, unit: str | None) -> Requirement:
    given = _given(unit)
    flags = piece.flags
    if piece.unit and given and _plain(piece.unit) != _plain(given):
        flags |= {Reading.UNIT_FROM_TEXT}
    return Requirement(
        text=source,
        content=piece.content,
        unit=piece.unit or given,
        terms=replace(piece.terms),
        flags=flags,
    )


def _column(unit: str | None) -> str | None:
    """The column's unit, folded as the text is."""
    given = _given(unit)
    if given is None:
        return None
    try:
        return fold(given).text.strip()
    except Fact:
        return None


def _given(unit: str | None) -> str | None:
    return None if unit is None or unit.strip() in NO_UNIT else unit.strip()


def _plain(unit: str) -> str:
    try:
        return fold(unit).text.replace(" ", "")
    except Fact:
        return unit
