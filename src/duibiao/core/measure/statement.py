"""One statement: tokens → the set of numbers it admits.

Compound durations (2 h 30 min) are summed in their last, smallest unit, so that the value stays
exact: 150 min.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from duibiao.core.measure.number import EXACT
from duibiao.core.measure.problems import (
    AmbiguousReading,
    Contradiction,
    MissingNumber,
    MixedUnits,
    ReversedRange,
    UnexpectedText,
    UnlabelledCases,
)
from duibiao.core.measure.requirement import Limits, Reading
from duibiao.core.measure.text import Folded
from duibiao.core.measure.tokens import GRADE, Lexer, Token

PERCENT = {"%", "‰"}
CLASS_UNITS = {GRADE, "类", "型", "档", "组", "等级"}
LAST_GRADE = 8
WHEN = ("时", "后", "的", "下")
SECONDS = {
    "s": 1, "秒": 1, "min": 60, "分": 60, "分钟": 60, "h": 3600, "小时": 3600, "d": 86400,
    "天": 86400, "日": 86400, "周": 604800,
}  # fmt: skip
MONTHS = {"月": 1, "个月": 1, "年": 12}


@dataclass(frozen=True, slots=True)
class Statement:
    """What one statement says. `prefix` and `suffix` are words around it, `brackets` spans."""

    limits: Limits
    unit: str | None
    flags: frozenset[Reading]
    is_bare: bool = False
    prefix: str = ""
    suffix: str = ""
    brackets: tuple[tuple[int, int], ...] = ()
    numbers: tuple[Decimal, ...] = field(default=())


class NoStatement(UnexpectedText):
    """No shape fits. Words without any number are handled by the caller."""


def parse(folded: Folded, start: int, end: int, column: str | None) -> Statement | None:
    """The statement in a span; None if it holds words only; raises a TextProblem."""
    tokens = Lexer(folded, column).read(start, end)
    brackets = tuple((t.start + 1, t.end - 1) for t in tokens if t.kind == "B")
    row = [t for t in tokens if t.kind != "B"]
    if not any(t.kind == "Q" for t in row):
        return _without_number(folded, row)
    row = _settle_percent(_join_half_grades(_join_durations(row), column), column)
    found, head, tail = _match(folded, row)
    return replace(
        found,
        prefix=_words(folded, row[:head], brackets) if head else "",
        suffix=_words(folded, row[tail:], ()),
        brackets=brackets,
        numbers=tuple(t.value for t in row[head:tail] if t.kind == "Q"),
    )


def _without_number(folded: Folded, row: list[Token]) -> None:
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
    if all(t.kind in "WQR" for t in row):
        return True
    words = text[row[0].start : row[-1].end]
    return words.endswith(WHEN) and not any(c in words for c in "，,、且;")


def _is_symbol_shape(row: list[Token]) -> bool:
    return "".join(t.kind for t in row) in {"QCW"}


def _misfit(folded: Folded, row: list[Token]) -> NoStatement:
    """Point at the first token after which nothing known can follow."""
    kinds = "".join(t.kind for t in row)
    known = [k for k in (*SHAPES, *("W" + k for k in SHAPES))]
    fit = next(n for n in range(len(kinds), -1, -1) if any(k.startswith(kinds[:n]) for k in known))
    odd = row[min(fit, len(row) - 1)]
    return NoStatement(folded.position(odd.start), folded.text[odd.start : odd.end].strip()[:40])


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


# ---- joining what belongs together -------------------------------------------------------------


def _join_durations(row: list[Token]) -> list[Token]:
    joined: list[Token] = []
    for token in row:
        last = joined[-1] if joined else None
        if last is not None and last.kind == token.kind == "Q" and not token.signed:
            sum_ = _duration(last, token)
            if sum_ is not None:
                joined[-1] = sum_
                continue
        joined.append(token)
    return joined


def _duration(first: Token, second: Token) -> Token | None:
    for scale in (SECONDS, MONTHS):
        large, small = scale.get(first.unit or ""), scale.get(second.unit or "")
        if large and small and large > small and large % small == 0:
            value = EXACT.add(EXACT.multiply(first.value, Decimal(large // small)), second.value)
            return replace(second, value=value, start=first.start, flags=first.flags | second.flags)
    return None


def _join_half_grades(row: list[Token], column: str | None) -> list[Token]:
    """3-4级 → 3.5级: two whole neighbouring grades, on the grade scale only."""
    joined = list(row)
    index = 0
    while index + 2 < len(joined):
        first, mark, second = joined[index : index + 3]
        if _is_half_grade(first, mark, second, column):
            half = replace(
                second,
                value=(first.value + second.value) / 2,
                start=first.start,
                flags=second.flags | {Reading.HALF_GRADE},
                unit=second.unit or first.unit,
                signed=False,
            )
            joined[index : index + 3] = [half]
        index += 1
    return joined


def _is_half_grade(first: Token, mark: Token, second: Token, column: str | None) -> bool:
    if (first.kind, mark.kind, second.kind) != ("Q", "R", "Q"):
        return False
    unit = second.unit or first.unit or column
    whole = first.value == first.value.to_integral_value()
    return (
        unit == GRADE and whole and 1 <= first.value < LAST_GRADE
        and second.value == first.value + 1
    )  # fmt: skip


def _settle_percent(row: list[Token], column: str | None) -> list[Token]:
    """60 ± 5 %: the column's unit says of what the percentage is."""
    settled = list(row)
    for index in range(len(row) - 2):
        nominal, mark, tolerance = row[index : index + 3]
        percent = mark.kind == "P" and tolerance.unit in PERCENT
        if percent and nominal.kind == "Q" and not nominal.unit and column:
            if column in PERCENT:
                settled[index] = replace(nominal, unit=tolerance.unit)
            else:
                settled[index + 2] = replace(tolerance, of_nominal=True)
    return settled


# ---- shapes ------------------------------------------------------------------------------------

Builder = Callable[[Folded, list[Token]], Statement]


def _unit(folded: Folded, quantities: list[Token]) -> str | None:
    """The one unit of a statement; two different ones are refused."""
    named = [t for t in quantities if t.unit]
    for token in named:
        if token.unit != named[0].unit:
            raise MixedUnits(
                folded.position(token.start),
                folded.text[named[0].start : token.end],
                str(named[0].unit),
                str(token.unit),
            )
    return named[0].unit if named else None


def _say(folded: Folded, row: list[Token], limits: Limits, *flags: Reading) -> Statement:
    quantities = [t for t in row if t.kind == "Q"]
    _refuse_empty(folded, row, limits)
    union = frozenset[Reading]().union(*(t.flags for t in quantities))
    return Statement(limits, _unit(folded, quantities), union | set(flags))


def _refuse_empty(folded: Folded, row: list[Token], limits: Limits) -> None:
    lo, hi = limits.lo, limits.hi
    if lo is None or hi is None:
        return
    if lo > hi or (lo == hi and not (limits.lo_closed and limits.hi_closed)):
        raise Contradiction(
            folded.position(row[0].start), folded.text[row[0].start : row[-1].end].strip()
        )


def _bare(folded: Folded, row: list[Token]) -> Statement:
    value = row[0].value
    said = _say(folded, row, Limits(lo=value, hi=value), Reading.BARE)
    return replace(said, is_bare=True)


def side(sign: str, value: Decimal) -> Limits:
    """The set of one comparator and its number."""
    if sign in "≤<":
        return Limits(hi=value, hi_closed=sign == "≤")
    if sign in "≥>":
        return Limits(lo=value, lo_closed=sign == "≥")
    return Limits(lo=value, hi=value)


def meet(folded: Folded, at: int, a: Limits, b: Limits) -> Limits:
    """Both at once; two limits on the same side say nothing about which applies."""
    low, high = (a, b) if a.lo is not None else (b, a)
    if low.lo is None or high.hi is None or low.hi is not None or high.lo is not None:
        raise UnlabelledCases(folded.position(at), folded.text[at : at + 24].strip())
    return Limits(lo=low.lo, hi=high.hi, lo_closed=low.lo_closed, hi_closed=high.hi_closed)


def _one_sided(folded: Folded, row: list[Token]) -> Statement:
    sign = next(t.sign for t in row if t.kind in "CS")
    value = next(t.value for t in row if t.kind == "Q")
    return _say(folded, row, side(sign, value))


def _two_sided(folded: Folded, row: list[Token]) -> Statement:
    signs = [t.sign for t in row if t.kind in "CS"]
    values = [t.value for t in row if t.kind == "Q"]
    limits = meet(folded, row[0].start, side(signs[0], values[0]), side(signs[1], values[1]))
    return _say(folded, row, limits)


_TURNED = {"≤": "≥", "<": ">", "≥": "≤", ">": "<", "=": "="}


def _number_first(folded: Folded, row: list[Token]) -> Statement:
    """1.55 ≤ G: the number is the limit, the symbol is what is limited."""
    said = _say(folded, row, side(_TURNED[row[1].sign], row[0].value))
    return replace(said, prefix=folded.text[row[2].start : row[2].end].strip())


def _chained(folded: Folded, row: list[Token]) -> Statement:
    """6.10 ≤ SEER < 8.50."""
    first, second = side(_TURNED[row[1].sign], row[0].value), side(row[3].sign, row[4].value)
    said = _say(folded, row, meet(folded, row[0].start, first, second))
    return replace(said, prefix=folded.text[row[2].start : row[2].end].strip())


def _range(folded: Folded, row: list[Token]) -> Statement:
    first, mark, second = row[-3:]
    found = folded.text[first.start : second.end]
    dashed = mark.sign in {"-", "—"}
    if dashed and first.unit and not second.unit and first.unit != GRADE:
        raise AmbiguousReading(
            folded.position(first.start),
            found,
            f"{first.value}～{second.value} {first.unit}",
            found,
        )
    if first.value > second.value:
        raise ReversedRange(
            folded.position(first.start), found, str(first.value), str(second.value)
        )
    return _say(folded, row, Limits(lo=first.value, hi=second.value))


def _tolerance(folded: Folded, row: list[Token]) -> Statement:
    """±0.5, also written ≤±0.5."""
    if row[0].kind == "C" and row[0].sign not in "≤=":
        raise UnexpectedText(folded.position(row[0].start), row[0].sign)
    size = abs(row[-1].value)
    return _say(folded, row, Limits(lo=-size, hi=size), Reading.TOLERANCE)


def _nominal(folded: Folded, row: list[Token]) -> Statement:
    """10 ± 0.2 mm, 10 mm ± 5 %, 100(1 ± 5 %)."""
    nominal, tolerance = row[0], row[-1]
    size, rest = _tolerance_size(folded, nominal, tolerance)
    limits = Limits(
        lo=EXACT.subtract(nominal.value, size),
        hi=EXACT.add(nominal.value, size),
        nominal=nominal.value,
    )
    return _say(folded, [nominal, rest], limits, Reading.NOMINAL_TOLERANCE)


def _tolerance_size(folded: Folded, nominal: Token, tolerance: Token) -> tuple[Decimal, Token]:
    """The tolerance in the nominal's unit: a percentage is of the nominal where the nominal has
    another unit; 60 ± 5 % without more is 55 %～65 % or 57～63 and is refused."""
    size = abs(tolerance.value)
    share = {"%": Decimal(100), "‰": Decimal(1000)}.get(tolerance.unit or "")
    if share is None or nominal.unit in PERCENT:
        return size, tolerance
    relative = EXACT.divide(EXACT.multiply(abs(nominal.value), size), share)
    if tolerance.of_nominal or nominal.unit:
        return relative, replace(tolerance, unit=None)
    if relative == size:
        return size, tolerance
    raise AmbiguousReading(
        folded.position(nominal.start),
        folded.text[nominal.start : tolerance.end],
        f"{nominal.value}{tolerance.unit} ± {size}{tolerance.unit}",
        f"{nominal.value} ± {relative}",
    )


def _deviations(folded: Folded, row: list[Token]) -> Statement:
    """+0.150t，-0.125t without nominal; 10 +0.2/-0.1 with it."""
    quantities = [t for t in row if t.kind == "Q"]
    nominal = quantities[0] if len(quantities) == 3 else None
    ends = quantities[-2:]
    if not all(t.signed or not t.value for t in ends) or not any(t.signed for t in ends):
        odd = ends[0] if not ends[0].signed else ends[1]
        raise NoStatement(folded.position(odd.start), folded.text[odd.start : odd.end])
    low, high = sorted(t.value for t in ends)
    if nominal is None:
        return _say(folded, row, Limits(lo=low, hi=high), Reading.TOLERANCE)
    limits = Limits(
        lo=EXACT.add(nominal.value, low),
        hi=EXACT.add(nominal.value, high),
        nominal=nominal.value,
    )
    return _say(folded, row, limits, Reading.NOMINAL_TOLERANCE)


_SIDES = ("CQ", "QS")
SHAPES: dict[str, Builder] = {
    "Q": _bare,
    "CQ": _one_sided,
    "QS": _one_sided,
    "QCW": _number_first,
    "QCWCQ": _chained,
    "QRQ": _range,
    "PQ": _tolerance,
    "CPQ": _tolerance,
    "QPQ": _nominal,
    **{kinds: _deviations for kinds in ("QQ", "QAQ", "QQQ", "QQAQ", "QAQAQ")},
    **{a + joint + b: _two_sided for a in _SIDES for b in _SIDES for joint in ("", "A")},
}
