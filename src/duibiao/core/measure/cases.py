"""Several pieces of one cell: joined to one requirement, or told apart by their labels."""

from __future__ import annotations

from dataclasses import replace

from duibiao.core.measure import circumstance
from duibiao.core.measure.found import Cell, Piece
from duibiao.core.measure.problems import UnlabelledCases
from duibiao.core.measure.requirement import FreeText, Limits, Required, Terms
from duibiao.core.measure.shapes import meet

GENERAL = "一般"


def conjoin(cell: Cell, pieces: list[Piece]) -> list[Piece]:
    """≥5；≤8 without labels is one requirement with two sides."""
    if len(pieces) != 2 or any(p.label or p.terms != Terms() for p in pieces):
        return pieces
    a, b = pieces
    if not (isinstance(a.content, Limits) and isinstance(b.content, Limits)):
        return pieces
    if a.unit and b.unit and a.unit != b.unit:
        return pieces
    limits = meet(cell.folded, a.text[0], a.content, b.content)
    if limits.lo is not None and limits.hi is not None and limits.lo > limits.hi:
        return pieces
    return [replace(a, content=limits, unit=a.unit or b.unit, flags=a.flags | b.flags)]


def label_all(cell: Cell, pieces: list[Piece]) -> list[Piece]:
    """Every case gets its label: the words before it, else its condition, else 一般 (once)."""
    labelled: list[Piece] = []
    general = 0
    for piece in pieces:
        named = _named(cell, piece)
        if not named.label:
            general += 1
            named = replace(named, label=GENERAL)
        labelled.append(named)
    names = [p.label for p in labelled]
    if general > 1 or len(set(names)) < len(names):
        second = next(p for n, p in enumerate(labelled) if n and p.label in names[:n])
        raise UnlabelledCases(
            cell.folded.position(second.start), cell.text[second.text[0] : second.text[1]][:40]
        )
    return labelled


def _named(cell: Cell, piece: Piece) -> Piece:
    label = piece.label.rstrip(":").strip()
    if isinstance(piece.content, (FreeText, Required)) and not label:
        return replace(piece, label=cell.text[piece.text[0] : piece.text[1]])
    if label:
        name = circumstance.statistic(label)
        terms = piece.terms
        if name and not terms.statistic and not _is_two_sided(piece):
            terms = replace(terms, statistic=name)
        return replace(piece, label=_case_name(label), terms=terms)
    if piece.terms.condition:
        return replace(
            piece, label=piece.terms.condition, terms=replace(piece.terms, condition=None)
        )
    return piece


def _is_two_sided(piece: Piece) -> bool:
    """最大±5: the largest deviation allowed, not the statistic of a sample."""
    content = piece.content
    return isinstance(content, Limits) and content.lo is not None and content.hi is not None


def _case_name(label: str) -> str:
    plain = circumstance.LEADING.sub("", label).strip(" ,，、:")
    return plain[:-1] if plain.endswith("的") else plain


def settle_label(piece: Piece) -> Piece:
    """The words before a single limit, sorted into its terms."""
    label = piece.label.strip()
    colon = label.endswith(":")
    field, words = circumstance.before_limit(label.rstrip(":"))
    if not field:
        return replace(piece, label="")
    if field == "subject" or (colon and field == "condition" and _is_name(words)):
        named = f"{words}，{piece.terms.subject}" if piece.terms.subject else words
        return replace(piece, label="", terms=replace(piece.terms, subject=named))
    if field == "remark":
        return replace(piece, label="", terms=replace(piece.terms, remark=words))
    return replace(piece, label="", terms=circumstance.collect([words], piece.terms))


def _is_name(words: str) -> bool:
    return circumstance.is_quantity(words)
