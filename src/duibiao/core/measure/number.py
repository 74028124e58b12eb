"""One number as people print it, at one place of a text; never a guess between two numbers.

Documented choices:
- 1×10-3 without a space is a lost superscript, 10⁻³ (flag damaged_power): as a range it would run
  from 10 down to 3. Exponents beyond 12 in that form are refused.
- 1×105 has two readings and is refused with both.
- 1,234 alone: thousands, flagged, unless another number of the same text settles the comma.
- 1/3 and 1:3 have no finite decimal: 28 digits are kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction

from duibiao.core.measure.problems import (
    AmbiguousPower,
    AmbiguousReading,
    LooksLikeDate,
    MalformedNumber,
    NumberTooLarge,
)
from duibiao.core.measure.requirement import Reading
from duibiao.core.measure.text import Folded

MAX_DIGITS = 40
MAX_EXPONENT = 30
MAX_DAMAGED_EXPONENT = 12
EXACT = Context(prec=2 * MAX_DIGITS)
QUOTIENT = Context(prec=28)

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
VULGAR = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4),
    "¾": Fraction(3, 4), "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5),
    "⅘": Fraction(4, 5), "⅙": Fraction(1, 6), "⅚": Fraction(5, 6), "⅛": Fraction(1, 8),
    "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip
MULTIPLIERS = {"万亿": 12, "千万": 7, "百万": 6, "十万": 5, "亿": 8, "万": 4}

START = re.compile(r"[+-]? ?(?:\d|\.\d|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+")
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+(?: \d{3})*)?")
_AFTER_POINT = re.compile(r"\d+[.,]\d{3}(?: \d{3})*(?: \d{1,3})(?![\d.,/:])")
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?")
_DECIMAL_COMMA = re.compile(r"\d+,\d+")
_PLAIN = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_SURE_DECIMAL_COMMA = re.compile(r"(?<![\d.,])(?:0,\d+|\d+,(?:\d{1,2}|\d{4,}))(?![\d,])")
_DATE = re.compile(
    r"(?:19|20)\d\d(?:[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12]\d|3[01]))?(?![\d.])"
    r"|年(?:\d{1,2}月)?)"
    r"|\d{1,2}[-/](?:0?[1-9]|[12]\d|3[01])[-/](?:19|20)\d\d(?!\d)|\d{1,2}月\d{1,2}日?"
    r"|\d{1,2}:\d{2}:\d{2}"
)
_TIMES_TEN = re.compile(
    r" ?[×xX*·] ?10(?:\^ ?(?P<typed>\([+-]?\d+\)|\{[+-]?\d+\}|[+-]?\d+)"
    r"|(?P<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(?P<damaged>-\d+)|(?P<digits>\d+))?"
)
_TEN_TO = re.compile(r"\^ ?(?:\((-?\d+)\)|\{(-?\d+)\}|([+-]?\d+))|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)(?!⁾)")
_E = re.compile(r"[eE]([+-]?\d+)(?![\w.])")
_FRACTION = re.compile(r" ?/ ?(\d+)(?![\d.,])")
_MIXED = re.compile(r" (\d+) ?/ ?(\d+)(?![\d.,])")
_PORTION = re.compile(r" ?(?:k?g|[mμ]?[lL]|mg|cm|m|kJ|kcal|克|毫升|升)(?![A-Za-z])")
_RATIO = re.compile(r" ?: ?(\d+(?:\.\d+)?)(?![\d:])")
_MULTIPLIER = re.compile(r" ?(万亿|千万|百万|十万|亿|万)")
_FOOTNOTE = re.compile(r" ?(?:[①-⑳㉑-㊿]+|[¹²³⁴⁵⁶⁷⁸⁹]+⁾|\*{1,3}(?! ?\d)|[†‡§]+)")
_SUPERSCRIPT = re.compile(r"[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]")
_PRODUCT = re.compile(r" ?[×*] ?\d|[xX]\d")
_MORE_DIGITS = re.compile(r"[.,]\d|'\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number and where it ends; `signed` when a + or − was written."""

    value: Decimal
    end: int
    signed: bool = False
    flags: frozenset[Reading] = frozenset()


def starts(text: str, start: int, end: int) -> bool:
    """Does a number begin here?"""
    return START.match(text, start, end) is not None


def scan(folded: Folded, start: int, end: int) -> Number:
    """The number that begins at `start` (where `starts` holds); raises a TextProblem."""
    text = folded.text
    index, sign = _sign(text, start)
    date = _DATE.match(text, index, end)
    if date and not _is_year_of_nothing(date.group()):
        raise LooksLikeDate(folded.position(index), date.group())
    number = _scan_unsigned(folded, index, end)
    mark = _FOOTNOTE.match(text, number.end, end)
    flags = number.flags | ({Reading.FOOTNOTE} if mark else frozenset())
    return Number(
        value=-number.value if sign == "-" else number.value,
        end=mark.end() if mark else number.end,
        signed=bool(sign),
        flags=flags,
    )


def footnote(text: str, start: int, end: int) -> int:
    """Where a footnote mark that begins here ends; `start` if there is none."""
    mark = _FOOTNOTE.match(text, start, end)
    return mark.end() if mark else start


def quotient(value: Fraction) -> Decimal:
    """A fraction as a decimal: exact where it ends, else 28 digits."""
    return QUOTIENT.divide(Decimal(value.numerator), Decimal(value.denominator))


def _sign(text: str, start: int) -> tuple[int, str]:
    if text[start] not in "+-":
        return start, ""
    after = start + 1
    return (after + 1 if text[after : after + 1] == " " else after), text[start]


def _scan_unsigned(folded: Folded, start: int, end: int) -> Number:
    text = folded.text
    if text[start] in VULGAR:
        return Number(value=quotient(VULGAR[text[start]]), end=start + 1)
    mantissa, stop, flags = _mantissa(folded, start, end)
    if _MORE_DIGITS.match(text, stop, end):
        raise MalformedNumber(folded.position(start), _around(text, start, end))
    if stop < end and text[stop] in VULGAR:
        part = quotient(VULGAR[text[stop]])
        return Number(value=EXACT.add(mantissa, part), end=stop + 1, flags=flags)
    for step in (_power, _fraction, _ratio):
        found = step(folded, start, stop, end, mantissa, flags)
        if found is not None:
            return found
    if _PRODUCT.match(text, stop, end):
        raise MalformedNumber(folded.position(start), _around(text, start, end))
    return _multiplied(text, stop, end, mantissa, flags)


def _mantissa(folded: Folded, start: int, end: int) -> tuple[Decimal, int, frozenset[Reading]]:
    """The digits with their separators."""
    text = folded.text
    for pattern, read in _FORMS:
        found = pattern.match(text, start, end)
        if found:
            digits, flags = read(found.group(), text)
            if len(digits) > MAX_DIGITS:
                raise NumberTooLarge(folded.position(start), f"{digits[:12]}…")
            return Decimal(digits), found.end(), frozenset(flags)
    raise MalformedNumber(folded.position(start), _around(text, start, end))


def _continental(digits: str, _text: str) -> tuple[str, set[Reading]]:
    plain = digits.replace(".", "").replace(",", ".")
    return plain, {Reading.THOUSANDS, Reading.DECIMAL_COMMA}


def _spaced(digits: str, _text: str) -> tuple[str, set[Reading]]:
    flags = {Reading.THOUSANDS}
    if "," in digits:
        flags.add(Reading.DECIMAL_COMMA)
    return digits.replace(" ", "").replace(",", "."), flags


def _commas(digits: str, text: str) -> tuple[str, set[Reading]]:
    """1,234: sure with two groups or a point after; else the other numbers of the text decide."""
    if digits.startswith("0") or _is_decimal_by_company(digits, text):
        return digits.replace(",", "."), {Reading.DECIMAL_COMMA}
    sure = digits.count(",") > 1 or "." in digits
    return digits.replace(",", ""), (
        {Reading.THOUSANDS} if sure else {Reading.THOUSANDS, Reading.AMBIGUOUS_COMMA}
    )


def _is_decimal_by_company(digits: str, text: str) -> bool:
    alone = digits.count(",") == 1 and "." not in digits
    return alone and _SURE_DECIMAL_COMMA.search(text) is not None


def _decimal_comma(digits: str, _text: str) -> tuple[str, set[Reading]]:
    return digits.replace(",", "."), {Reading.DECIMAL_COMMA}


def _plain(digits: str, _text: str) -> tuple[str, set[Reading]]:
    return digits, set()


_FORMS = (
    (_CONTINENTAL, _continental),
    (_SPACED, _spaced),
    (_AFTER_POINT, _spaced),
    (_COMMAS, _commas),
    (_DECIMAL_COMMA, _decimal_comma),
    (_PLAIN, _plain),
)


def _power(
    folded: Folded, start: int, stop: int, end: int, mantissa: Decimal, flags: frozenset[Reading]
) -> Number | None:
    """1.5E-3, 1×10³, 10^4, and the damaged forms."""
    text = folded.text
    e = _E.match(text, stop, end)
    if e:
        return _scaled(folded, start, mantissa, e.group(1), e.end(), flags)
    ten = _TEN_TO.match(text, stop, end)
    if ten:
        if mantissa != 10 or text[start:stop] != "10":
            raise AmbiguousReading(
                folded.position(start),
                text[start : ten.end()],
                f"{text[start:stop]} + 注",
                text[start : ten.end()],
            )
        exponent = next(group for group in ten.groups() if group)
        return _scaled(folded, start, Decimal(1), exponent, ten.end(), flags)
    times = _TIMES_TEN.match(text, stop, end)
    return _times_ten(folded, start, stop, mantissa, times, flags) if times else None


def _times_ten(
    folded: Folded,
    start: int,
    stop: int,
    mantissa: Decimal,
    times: re.Match[str],
    flags: frozenset[Reading],
) -> Number:
    found = folded.text[start : times.end()]
    typed = times["typed"] or times["raised"]
    if typed:
        exponent = typed.strip("(){}")
        return _scaled(folded, start, mantissa, exponent, times.end(), flags)
    if times["damaged"]:
        if len(times["damaged"]) > 3 or -int(times["damaged"]) > MAX_DAMAGED_EXPONENT:
            raise MalformedNumber(folded.position(start), found)
        damaged = flags | {Reading.DAMAGED_POWER}
        return _scaled(folded, start, mantissa, times["damaged"], times.end(), damaged)
    if times["digits"]:
        raise AmbiguousPower(
            folded.position(start),
            found,
            f"{folded.text[start:stop]}×10^{times['digits']}",
            f"{folded.text[start:stop]}×10{times['digits']}",
        )
    raise MalformedNumber(folded.position(start), found)


def _scaled(
    folded: Folded,
    start: int,
    mantissa: Decimal,
    exponent: str,
    stop: int,
    flags: frozenset[Reading],
) -> Number:
    digits = exponent.translate(SUPERSCRIPTS)
    if len(digits) > 4 or abs(int(digits)) > MAX_EXPONENT:
        raise NumberTooLarge(folded.position(start), folded.text[start:stop][:24])
    value = Decimal(format(mantissa.scaleb(int(digits), EXACT), "f"))
    return Number(value=value, end=stop, flags=flags)


def _fraction(
    folded: Folded, start: int, stop: int, end: int, mantissa: Decimal, flags: frozenset[Reading]
) -> Number | None:
    """1/2 and 1 1/2, but not 0/25 g, which is a count per portion."""
    text = folded.text
    if not text[start:stop].isdigit():
        return None
    mixed = _MIXED.match(text, stop, end)
    over = _FRACTION.match(text, stop, end)
    if mixed:
        top, bottom, whole, after = int(mixed[1]), int(mixed[2]), mantissa, mixed.end()
    elif over and not _PORTION.match(text, over.end(), end):
        top, bottom, whole, after = int(mantissa), int(over[1]), Decimal(0), over.end()
    else:
        return None
    if bottom == 0 or text[after : after + 1] == "/" or bottom > 10**6:
        raise MalformedNumber(folded.position(start), text[start:after])
    value = EXACT.add(whole, quotient(Fraction(top, bottom)))
    return Number(value=value, end=after, flags=flags)


def _ratio(
    folded: Folded, start: int, stop: int, end: int, mantissa: Decimal, flags: frozenset[Reading]
) -> Number | None:
    """1:50 as a quotient; 08:00 is a time of day."""
    over = _RATIO.match(folded.text, stop, end)
    if not over:
        return None
    found = folded.text[start : over.end()]
    clock = len(over[1]) > 1 and over[1][0] == "0" and "." not in over[1]
    if clock or (folded.text[start] == "0" and stop - start > 1 and mantissa == int(mantissa)):
        raise LooksLikeDate(folded.position(start), found)
    if Decimal(over[1]) == 0 or len(over[1]) > MAX_DIGITS:
        raise MalformedNumber(folded.position(start), found)
    value = quotient(Fraction(mantissa) / Fraction(over[1]))
    return Number(value=value, end=over.end(), flags=flags)


def _multiplied(
    text: str, stop: int, end: int, mantissa: Decimal, flags: frozenset[Reading]
) -> Number:
    factor = _MULTIPLIER.match(text, stop, end)
    if not factor:
        return Number(value=mantissa, end=stop, flags=flags)
    value = Decimal(format(mantissa.scaleb(MULTIPLIERS[factor[1]], EXACT), "f"))
    return Number(value=value, end=factor.end(), flags=flags | {Reading.TEN_THOUSANDS})


def _is_year_of_nothing(found: str) -> bool:
    """2000.5 or 1990/12 would be dates; a bare four-digit number with a group is not."""
    return bool(re.fullmatch(r"(?:19|20)\d\d\.\d{1,2}", found))


def _around(text: str, start: int, end: int) -> str:
    stop = start
    while stop < min(end, start + 24) and text[stop] not in " ;，()":
        stop += 1
    return text[start : max(stop, start + 1)]
