"""The shapes of statements: a row of token kinds → the set of numbers it admits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from duibiao.core.measure.comparator import NOMINAL
from duibiao.core.measure.joining import PERCENT
from duibiao.core.measure.marks import GRADE, Token
from duibiao.core.measure.number import EXACT
from duibiao.core.measure.problems import (
    AmbiguousReading,
    Contradiction,
    MixedUnits,
    ReversedRange,
    UnexpectedText,
    UnlabelledCases,
)
from duibiao.core.measure.requirement import Limits, Reading
from duibiao.core.measure.text import Folded


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
    numbers: tuple[Decimal, ...] = ()
    at: int = 0  # where its tokens begin


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


def _of_nominal(folded: Folded, row: list[Token]) -> Statement:
    """≥标称值的90%: the words between say of what the percentage is."""
    words = folded.text[row[1].start : row[1].end].strip()
    if not NOMINAL.fullmatch(words):
        raise UnexpectedText(folded.position(row[1].start), words[:40])
    said = _one_sided(folded, [row[0], row[2]])
    return replace(said, prefix=words.removesuffix("的"))


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
    _unit(folded, [first, second])
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
        raise UnexpectedText(folded.position(odd.start), folded.text[odd.start : odd.end])
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
    "CWQ": _of_nominal,
    "QCW": _number_first,
    "QCWCQ": _chained,
    "QRQ": _range,
    "PQ": _tolerance,
    "CPQ": _tolerance,
    "QPQ": _nominal,
    **dict.fromkeys(("QQ", "QAQ", "QQQ", "QQAQ", "QAQAQ"), _deviations),
    **{a + joint + b: _two_sided for a in _SIDES for b in _SIDES for joint in ("", "A")},
}
