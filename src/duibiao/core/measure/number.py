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

from duibiao.core.measure.digits import MAX_DIGITS, around, scan_digits
from duibiao.core.measure.problems import (
    AmbiguousPower,
    AmbiguousReading,
    LooksLikeDate,
    MalformedNumber,
    NumberTooLarge,
)
from duibiao.core.measure.requirement import Reading
from duibiao.core.measure.text import Folded

MAX_EXPONENT = 30
MAX_FRACTION_DIGITS = 6
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

START = re.compile(r"(?:[+-]|零下)? ?(?:\d|\.\d|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
SIGN = re.compile(r"(?:[+-]|零下) ?")
_DATE = re.compile(
    r"(?:19|20)\d\d(?:[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12]\d|3[01]))?(?![\d.])"
    r"|年(?:\d{1,2}月)?)"
    r"|\d{1,2}[-/](?:0?[1-9]|[12]\d|3[01])[-/](?:19|20)\d\d(?!\d)|\d{1,2}月\d{1,2}日?"
    r"|\d{1,2}:\d{2}:\d{2}"
)
_TIMES_TEN = re.compile(
    r" ?[×xX*·] ?10(?: ?\^ ?(?P<typed>\([+-]?\d+\)|\{[+-]?\d+\}|[+-]?\d+)"
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
_PRODUCT = re.compile(r" ?[×*] ?\d|[xX]\d|[eE](?![A-Za-zμµ])")
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
    sign = SIGN.match(text, start)
    if not sign:
        return start, ""
    return sign.end(), "+" if text[start] == "+" else "-"


def _scan_unsigned(folded: Folded, start: int, end: int) -> Number:
    text = folded.text
    if text[start] in VULGAR:
        return Number(value=quotient(VULGAR[text[start]]), end=start + 1)
    value, stop, flags = scan_digits(folded, start, end)
    if _MORE_DIGITS.match(text, stop, end):
        raise MalformedNumber(folded.position(start), around(text, start, end))
    if stop < end and text[stop] in VULGAR:
        part = quotient(VULGAR[text[stop]])
        return Number(value=EXACT.add(value, part), end=stop + 1, flags=flags)
    read = Mantissa(folded, start, stop, end, value, flags)
    found = _power(read) or _fraction(read) or _ratio(read)
    if found is not None:
        return found
    if _PRODUCT.match(text, stop, end):
        raise MalformedNumber(folded.position(start), around(text, start, end))
    return _multiplied(read)


@dataclass(frozen=True, slots=True)
class Mantissa:
    """Digits already read, from `start` to `stop`; `end` bounds what may follow."""

    folded: Folded
    start: int
    stop: int
    end: int
    value: Decimal
    flags: frozenset[Reading]

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    @property
    def written(self) -> str:
        """The digits as written."""
        return self.text[self.start : self.stop]

    def found(self, stop: int) -> str:
        """The text from the first digit on, for a message."""
        return self.text[self.start : stop][:40]

    @property
    def position(self) -> int:
        """The place of the first digit in the original."""
        return self.folded.position(self.start)


def _power(read: Mantissa) -> Number | None:
    """1.5E-3, 1×10³, 10^4, and the damaged forms."""
    text, stop, end = read.text, read.stop, read.end
    e = _E.match(text, stop, end)
    if e:
        return _scaled(read, read.value, e.group(1), e.end())
    ten = _TEN_TO.match(text, stop, end)
    if ten:
        return _ten_to(read, ten)
    times = _TIMES_TEN.match(text, stop, end)
    return _times_ten(read, times) if times else None


def _ten_to(read: Mantissa, ten: re.Match[str]) -> Number:
    """10⁴; on another number a raised digit may be a footnote mark."""
    if read.written != "10":
        found = read.found(ten.end())
        raise AmbiguousReading(read.position, found, f"{read.written} 加注", found)
    exponent = next(group for group in ten.groups() if group)
    return _scaled(read, Decimal(1), exponent, ten.end())


def _times_ten(read: Mantissa, times: re.Match[str]) -> Number:
    found = read.found(times.end())
    typed = times["typed"] or times["raised"]
    if typed:
        return _scaled(read, read.value, typed.strip("(){}"), times.end())
    damaged = times["damaged"]
    if damaged:
        if len(damaged) > 3 or -int(damaged) > MAX_DAMAGED_EXPONENT:
            raise MalformedNumber(read.position, found)
        return _scaled(read, read.value, damaged, times.end(), Reading.DAMAGED_POWER)
    if times["digits"]:
        one, other = f"{read.written}×10^{times['digits']}", f"{read.written}×10{times['digits']}"
        raise AmbiguousPower(read.position, found, one, other)
    raise MalformedNumber(read.position, found)


def _scaled(read: Mantissa, value: Decimal, exponent: str, stop: int, *flags: Reading) -> Number:
    digits = exponent.translate(SUPERSCRIPTS)
    if len(digits) > 4 or abs(int(digits)) > MAX_EXPONENT:
        raise NumberTooLarge(read.position, read.found(stop)[:24])
    plain = Decimal(format(value.scaleb(int(digits), EXACT), "f"))
    return Number(value=plain, end=stop, flags=read.flags | set(flags))


def _fraction(read: Mantissa) -> Number | None:
    """1/2 and 1 1/2, but not 0/25 g, which is a count per portion."""
    text = read.text
    if not read.written.isdigit():
        return None
    mixed = _MIXED.match(text, read.stop, read.end)
    over = _FRACTION.match(text, read.stop, read.end)
    if mixed:
        top, bottom, whole, after = mixed[1], mixed[2], read.value, mixed.end()
    elif over and not _PORTION.match(text, over.end(), read.end):
        top, bottom, whole, after = read.written, over[1], Decimal(0), over.end()
    else:
        return None
    too_long = max(len(top), len(bottom)) > MAX_FRACTION_DIGITS
    if too_long or not int(bottom) or text[after : after + 1] == "/":
        raise MalformedNumber(read.position, read.found(after))
    value = EXACT.add(whole, quotient(Fraction(int(top), int(bottom))))
    return Number(value=value, end=after, flags=read.flags)


def _ratio(read: Mantissa) -> Number | None:
    """1:50 as a quotient; 08:00 and 8:30 may be times of day."""
    over = _RATIO.match(read.text, read.stop, read.end)
    if not over:
        return None
    found = read.found(over.end())
    if _may_be_clock(read.written, over[1]):
        raise LooksLikeDate(read.position, found)
    if len(over[1]) > MAX_DIGITS or not Decimal(over[1]):
        raise MalformedNumber(read.position, found)
    value = quotient(Fraction(read.value) / Fraction(over[1]))
    return Number(value=value, end=over.end(), flags=read.flags)


def _may_be_clock(hours: str, minutes: str) -> bool:
    """Two digits of minutes below 60 after an hour other than 1: 1:50 is a slope, 8:30 a time."""
    if not (hours.isdigit() and minutes.isdigit() and len(hours) <= 2 and len(minutes) == 2):
        return False
    return hours != "1" and int(hours) < 24 and int(minutes) < 60


def _multiplied(read: Mantissa) -> Number:
    """5万."""
    factor = _MULTIPLIER.match(read.text, read.stop, read.end)
    if not factor:
        return Number(value=read.value, end=read.stop, flags=read.flags)
    value = Decimal(format(read.value.scaleb(MULTIPLIERS[factor[1]], EXACT), "f"))
    return Number(value=value, end=factor.end(), flags=read.flags | {Reading.TEN_THOUSANDS})


def _is_year_of_nothing(found: str) -> bool:
    """2000.5 is a number; 2000.5.1 a date."""
    return bool(re.fullmatch(r"(?:19|20)\d\d\.\d{1,2}", found))
