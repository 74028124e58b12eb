"""One statement: tokens, joined, and the shape they fit, with the words around it."""

from __future__ import annotations

from dataclasses import replace

from duibiao.core.measure.joining import join_durations, join_half_grades, settle_percent
from duibiao.core.measure.marks import GRADE, Token
from duibiao.core.measure.problems import MissingNumber, UnexpectedText
from duibiao.core.measure.shapes import SHAPES, Statement
from duibiao.core.measure.text import Folded
from duibiao.core.measure.tokens import Lexer

CLASS_UNITS = {GRADE, "类", "型", "档", "组", "等级"}
WHEN = ("时", "后", "的", "下", "前", "中", "内")
LONGEST_SHAPE = 8


def parse(folded: Folded, start: int, end: int, column: str | None) -> Statement | None:
    """The statement in a span; None if it holds words only; raises a TextProblem."""
    tokens = Lexer(folded, column).read(start, end)
    brackets = tuple((t.start + 1, t.end - 1) for t in tokens if t.kind == "B")
    row = [t for t in tokens if t.kind != "B"]
    if not any(t.kind == "Q" for t in row):
        _refuse_missing_number(folded, row)
        return None
    row = settle_percent(join_half_grades(join_durations(row), column), column)
    found, head, tail = _match(folded, row)
    return replace(
        found,
        prefix=_words(folded, row[:head], brackets) if head else found.prefix,
        suffix=_words(folded, row[tail:], ()),
        brackets=brackets,
        at=row[head].start,
        numbers=tuple(t.value for t in row[head:tail] if t.kind == "Q"),
    )


def _refuse_missing_number(folded: Folded, row: list[Token]) -> None:
    odd = next((t for t in row if t.kind not in "W"), None)
    if odd is not None:
        raise MissingNumber(folded.position(odd.start), folded.text[odd.start : odd.end].strip())


def _match(folded: Folded, row: list[Token]) -> tuple[Statement, int, int]:
    """The shape that fits the whole row, else the row without the words before and after it."""
    tail = len(row)
    while tail and row[tail - 1].kind == "W" and not _is_symbol_shape(row[:tail]):
        tail -= 1
    for head in _heads(folded, row, tail):
        kinds = "".join(t.kind for t in row[head:tail])
        build = SHAPES.get(kinds)
        if build is not None:
            return build(folded, row[head:tail]), head, tail
    raise _misfit(folded, row)


def _heads(folded: Folded, row: list[Token], tail: int) -> list[int]:
    """Where the numbers may begin: at once, after the last words, after a class (1级 ≥ 5)."""
    words = [i for i in range(tail) if row[i].kind == "W"]
    heads = [0]
    if words and _is_prefix(folded.text, row[: words[-1] + 1]):
        heads.append(words[-1] + 1)
    if row[0].kind == "Q" and row[0].unit in CLASS_UNITS:
        heads.append(1)
    return heads


def _is_prefix(text: str, row: list[Token]) -> bool:
    """Words may stand before a limit, but may not swallow another limit (平均≤3，单点≤3.5)."""
    kinds = "".join(t.kind for t in row)
    if kinds == "W":
        return True
    words = text[row[0].start : row[-1].end]
    plain = not any(c in words for c in "，,、且;")
    is_case = set(kinds) <= set("WQRA") or (plain and kinds in {"CQW", "WCQW"})
    return is_case and words.endswith(WHEN)


def _is_symbol_shape(row: list[Token]) -> bool:
    return "".join(t.kind for t in row) in {"QCW"}


def _misfit(folded: Folded, row: list[Token]) -> UnexpectedText:
    """Point at the first token after which nothing known can follow."""
    kinds = "".join(t.kind for t in row)
    known = (*SHAPES, *(f"W{shape}" for shape in SHAPES))
    longest = min(len(kinds), LONGEST_SHAPE)
    fit = next(n for n in range(longest, -1, -1) if any(k.startswith(kinds[:n]) for k in known))
    odd = row[min(fit, len(row) - 1)]
    return UnexpectedText(folded.position(odd.start), folded.text[odd.start : odd.end].strip()[:40])


def _words(folded: Folded, row: list[Token], brackets: tuple[tuple[int, int], ...]) -> str:
    """The words of some tokens as written, without the brackets between them."""
    if not row:
        return ""
    pieces, index = [], row[0].start
    for start, stop in brackets:
        if row[0].start <= start - 1 and stop + 1 <= row[-1].end:
            pieces.append(folded.text[index : start - 1])
            index = stop + 1
    pieces.append(folded.text[index : row[-1].end])
    return "".join(pieces).strip(" ,，、:")
