"""A whole cell: cases split apart, brackets sorted into terms, grades told from numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from duibiao.core.measure import circumstance, number
from duibiao.core.measure.detection import is_microbiological, read_not_detected
from duibiao.core.measure.found import Cell, Piece
from duibiao.core.measure.grades import HARDNESS, read_grade
from duibiao.core.measure.plan import read_plan
from duibiao.core.measure.problems import (
    ReversedRange,
    TextProblem,
    UnexpectedText,
    UnlabelledCases,
)
from duibiao.core.measure.requirement import (
    FreeText,
    Grade,
    Limits,
    NotDetected,
    Reading,
    Required,
    Terms,
)
from duibiao.core.measure.statement import Statement, meet, parse, side
from duibiao.core.measure.text import trim
from duibiao.core.measure.tokens import GRADE, closing
from duibiao.core.measure.whole import read_whole, read_words

GENERAL = "一般"
EXCLUSIVE = re.compile(r"不含(?:本数)?|不包括(?:本数)?|exclusive")
INCLUSIVE = re.compile(r"含(?:本数)?|包含(?:本数)?|包括(?:本数)?|inclusive")
INTERVAL = re.compile(r"(?P<open>[\[(]) ?(?P<inside>[^\[\]()]{1,60}) ?(?P<close>[\])])")
INFINITY = re.compile(r"[+-]? ?(?:∞|inf(?:inity)?)", re.IGNORECASE)
ENDING_IN_WHEN = re.compile(r".*[时下后前者的内中]", re.DOTALL)
TRAILING = re.compile(r"之间|的?范围之?内|为宜|为合格|为限|者|[.!！]")
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
    labelled = _colon(cell, start, end)
    if labelled is not None:
        label, begin = labelled
        pieces = read_segment(cell, *trim(cell.text, begin, end))
        return _label_first(pieces, label)
    for reader in (_hardness, _interval, read_whole, read_not_detected, read_grade):
        piece = reader(cell, start, end)
        if piece is not None:
            return [piece]
    if _is_one_bracket(cell, start, end):
        return read_segment(cell, *trim(cell.text, start + 1, end - 1))
    return _numbers(cell, start, end)


def split(cell: Cell, start: int, end: int, separators: str) -> list[tuple[int, int]]:
    """The spans between separators outside brackets; decimal commas do not separate."""
    text, spans, begin, index = cell.text, [], start, start
    while index < end:
        if text[index] in "([":
            index = closing(cell.folded, index, end)
            continue
        if text[index] in separators and not _in_number(text, index):
            spans.append(trim(text, begin, index))
            begin = index + 1
        index += 1
    spans.append(trim(text, begin, end))
    return [(a, b) for a, b in spans if a < b]


def _in_number(text: str, index: int) -> bool:
    return (
        text[index] == ","
        and text[index - 1 : index].isdigit()
        and text[index + 1 : index + 2].isdigit()
    )


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
    if _FOLLOWS_COMPARATOR.search(before):
        return None
    return before, index + 1


_FOLLOWS_COMPARATOR = re.compile(r"(?:检出限|定量限|限值|LOD|能效等级|能效|[ncmM])$")


def _label_first(pieces: list[Piece], label: str) -> list[Piece]:
    if len(pieces) == 1 and not pieces[0].label:
        return [replace(pieces[0], label=f"{label}:")]
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


def _interval(cell: Cell, start: int, end: int) -> Piece | None:
    """[4.0, 7.5) and (0, 5]; (0,5) could be a decimal in brackets and is no interval."""
    found = INTERVAL.match(cell.text, start, end)
    if not found or found["open"] + found["close"] == "()":
        return None
    bounds = _two_bounds(cell, found)
    if bounds is None:
        return None
    unit = cell.text[found.end() : end].strip()
    low, high = bounds
    limits = Limits(
        lo=low.value if low else None,
        hi=high.value if high else None,
        lo_closed=found["open"] == "[" or low is None,
        hi_closed=found["close"] == "]" or high is None,
    )
    if low and high and low.value > high.value:
        raise ReversedRange(
            cell.folded.position(start), found.group(), str(low.value), str(high.value)
        )
    flags = frozenset[Reading]().union(*(n.flags for n in bounds if n))
    return Piece(content=limits, unit=unit or None, flags=flags, start=start, text=(start, end))


def _two_bounds(
    cell: Cell, found: re.Match[str]
) -> tuple[number.Number | None, number.Number | None] | None:
    inside, at = found["inside"], found.start("inside")
    for separator in ("，", ";", "~", ", ", ","):
        if inside.count(separator) == 1:
            cut = at + inside.index(separator)
            low = _bound(cell, at, cut)
            high = _bound(cell, cut + len(separator), at + len(inside))
            return None if "odd" in (low, high) else (low, high)  # type: ignore[return-value]
    return None


def _bound(cell: Cell, start: int, end: int) -> number.Number | str | None:
    start, end = trim(cell.text, start, end)
    if INFINITY.fullmatch(cell.text, start, end):
        return None
    if not number.starts(cell.text, start, end):
        return "odd"
    found = number.scan(cell.folded, start, end)
    return found if found.end == end else "odd"


# ---- numbers -----------------------------------------------------------------------------------


def _numbers(cell: Cell, start: int, end: int) -> list[Piece]:
    """A segment with numbers: one statement, or several between commas, or words."""
    words = read_words(cell, start, end)
    if words is not None:
        return [words]
    try:
        found = parse(cell.folded, start, end, cell.column)
        if found is None:
            raise _not_a_statement(cell, start, end)
        return _statement_pieces(cell, found, start, end)
    except TextProblem as problem:
        pieces = _between_commas(cell, start, end)
        if pieces is None:
            raise problem from None
        return pieces


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


def _statement_pieces(cell: Cell, found: Statement, start: int, end: int) -> list[Piece]:
    """The statement itself and the cases its brackets add: ≥3（深色2-3）."""
    remarks, cases = _remarks(cell, found)
    limits = _openness(found.limits, remarks)
    terms = circumstance.collect(r for r in remarks if not _is_openness(r))
    label = found.prefix
    if found.suffix:
        terms = _with_suffix(cell, found, terms, start, end)
    if found.is_bare and label:
        _refuse_strange_label(cell, label, start)
    main = Piece(
        content=_content(cell, limits, found),
        unit=found.unit,
        terms=terms,
        flags=found.flags,
        label=label,
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
    if circumstance.kind(words) == "condition":
        place = cell.text.rfind(words, start, end)
        raise UnexpectedText(cell.folded.position(max(place, start)), words[:40])
    return circumstance.collect([words], terms)


def _refuse_strange_label(cell: Cell, label: str, start: int) -> None:
    """A bare number after words is read only where the words name a quantity: in "?20" a lost
    comparator may hide."""
    field, _ = circumstance.before_limit(label)
    if field in {"condition", "remark"} and not ENDING_IN_WHEN.fullmatch(label):
        raise UnexpectedText(cell.folded.position(start), label[:40])


def _content(cell: Cell, limits: Limits, found: Statement) -> Limits | Grade | NotDetected:
    unit = found.unit or cell.column
    if unit == GRADE:
        return Grade(limits=limits, at_least=limits.hi is None or limits.lo is not None)
    if found.is_bare and limits.hi == 0 and is_microbiological(unit):
        return NotDetected(detection_limit=Decimal(0))
    return limits


def _openness(limits: Limits, remarks: list[str]) -> Limits:
    """5以上（不含）."""
    for remark in remarks:
        if EXCLUSIVE.fullmatch(remark):
            return replace(limits, lo_closed=limits.lo is None, hi_closed=limits.hi is None)
    return limits


def _is_openness(remark: str) -> bool:
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


# ---- several pieces ----------------------------------------------------------------------------


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
        if name and not terms.statistic:
            terms = replace(terms, statistic=name)
        return replace(piece, label=_case_name(label), terms=terms)
    if piece.terms.condition:
        return replace(
            piece, label=piece.terms.condition, terms=replace(piece.terms, condition=None)
        )
    return piece


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
        return replace(piece, label="", terms=replace(piece.terms, subject=words))
    if field == "remark":
        return replace(piece, label="", terms=replace(piece.terms, remark=words))
    return replace(piece, label="", terms=circumstance.collect([words], piece.terms))


def _is_name(words: str) -> bool:
    return circumstance.is_quantity(words)
