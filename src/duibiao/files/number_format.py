"""A number as its cell shows it: percent, decimals, thousands, date, literal words.

Covers the format codes clerks meet (ECMA-376 Part 1, 18.8.30 and .31); what is not covered is
shown as General, so no digit is ever lost. Excel keeps 15 significant digits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache

# Built-in formats; 27-36 and 50-58 are the Chinese ones, which files do not write out.
BUILT_IN: dict[int, str] = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"', 32: "h:mm", 33: "h:mm:ss", 34: "h:mm", 35: "h:mm:ss",
    36: 'yyyy"年"m"月"', 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "##0.0E+0", 49: "@", 50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: "h:mm",
    56: "h:mm:ss", 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
TOKEN = re.compile(r'"([^"]*)"|\\(.)|\[([^\]]*)\]|_.|\*.|(AM/PM)|([ymdhs]+|[0#?.,/E%@+-]+|.)', re.I)
EPOCH_1900, EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 (no zone in a cell)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the cell shows; for a date also the month and day it hides, e.g. 3-4."""

    text: str
    is_date: bool = False
    typed: str | None = None  # what was probably typed when the program made it a date


@dataclass(frozen=True, slots=True)
class _Format:
    """One section of a format code, taken apart."""

    before: str
    core: str  # only the characters 0#?.,/E%+-
    after: str
    date_tokens: tuple[str, ...] = ()


def show(raw: str, code: str, *, from_1904: bool = False) -> Shown:
    """The number `raw` (as stored) as a person sees it under format `code`."""
    try:
        value = Decimal(raw)
    except InvalidOperation:
        return Shown(raw)
    if not value.is_finite():
        return Shown(raw)
    sections = _sections(code)
    chosen = _section_for(value, sections)
    if chosen.date_tokens:
        return _date(value, chosen.date_tokens, from_1904)
    signed = abs(value) if value < 0 and len(sections) > 1 else value
    return Shown(chosen.before + _number(signed, chosen.core) + chosen.after)


def general(value: Decimal) -> str:
    """15 significant digits, no exponent, no noise: 0.30000000000000004 is 0.3."""
    if value == 0:
        return "0"
    if not -30 < value.adjusted() < 30:
        return f"{float(value):.15g}"
    rounded = round(value, 14 - value.adjusted())
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Format, ...]:
    parts = re.findall(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+', code) or ["General"]
    return tuple(_take_apart(part) for part in parts[:4])


def _section_for(value: Decimal, sections: tuple[_Format, ...]) -> _Format:
    if value < 0 and len(sections) > 1:
        return sections[1]
    return sections[2] if value == 0 and len(sections) > 2 else sections[0]


def _take_apart(part: str) -> _Format:
    """Literals before and after the number, and the number's own characters."""
    if "general" in part.lower():
        before, _, after = re.split(r"(general)", part, maxsplit=1, flags=re.I)
        return _Format(_literal(before), "General", _literal(after))
    tokens = list(TOKEN.finditer(part))
    dates = tuple(_date_token(t) for t in tokens)
    if any(t and t[0] in "ymdhs" for t in dates):
        return _Format("", "", "", tuple(t for t in dates if t))
    if re.search(r"[#0?]\s*/\s*[?\d]", part):
        return _Format("", re.sub(r"[^#0?/\d]", "", part), "")
    before, core, after = "", "", ""
    for token in tokens:
        symbols = token.group(5) or ""
        if symbols and symbols[0] in "0#?.,/E%+-@" and not after:
            core += symbols
        elif core:
            after += _words(token)
        else:
            before += _words(token)
    return _Format(before, core or "General", after)


def _literal(text: str) -> str:
    return "".join(_words(token) for token in TOKEN.finditer(text))


def _words(token: re.Match[str]) -> str:
    quoted, escaped, bracket, _, other = token.groups()
    if bracket is not None:
        return bracket[1:].split("-")[0] if bracket.startswith("$") else ""
    return quoted or escaped or other or ""


def _date_token(token: re.Match[str]) -> str:
    quoted, escaped, bracket, half, other = token.groups()
    if bracket is not None:
        return bracket.lower() if bracket.lower() in {"h", "hh", "m", "mm", "s", "ss"} else ""
    if quoted is not None or escaped is not None:
        return "=" + (quoted or escaped or "")
    if half:
        return ""
    text = other or ""
    return text.lower() if text and text[0].lower() in "ymdhs" else "=" + text


def _number(value: Decimal, core: str) -> str:
    if core in {"General", "@"}:
        return general(value)
    if "%" in core:
        return _plain(value * 100, core.replace("%", "")) + "%"
    if "E" in core:
        return _scientific(value, core)
    if "/" in core:
        return _fraction(value, core)
    return _plain(value, core)


def _plain(value: Decimal, core: str) -> str:
    whole, _, decimals = core.partition(".")
    places = decimals.count("0") + decimals.count("#") + decimals.count("?")
    if not re.search(r"[0#?]", core):
        return core if core else general(value)
    quantum = Decimal(1).scaleb(-places)
    cleaned = Decimal(general(value)) if abs(value.adjusted()) < 30 else value
    try:
        rounded = cleaned.quantize(quantum, rounding=ROUND_HALF_UP)
    except InvalidOperation:
        return general(value)
    text = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    optional = len(decimals) - len(decimals.rstrip("#?"))
    for _ in range(optional):
        text = text[:-1] if text.endswith("0") and "." in text else text
    return text.rstrip(".")


def _scientific(value: Decimal, core: str) -> str:
    mantissa = core.split("E")[0]
    places = mantissa.partition(".")[2].count("0")
    return f"{value:.{places}E}"


def _fraction(value: Decimal, core: str) -> str:
    fixed = re.search(r"/(\d+)", core)
    digits = core.rpartition("/")[2].count("?") or 1
    limit = int(fixed.group(1)) if fixed else 10**digits - 1
    found = Fraction(value).limit_denominator(max(limit, 1))
    whole, rest = divmod(abs(found.numerator), found.denominator)
    sign = "-" if found < 0 else ""
    if rest == 0:
        return f"{sign}{whole}"
    lead = f"{whole} " if whole else ""
    return f"{sign}{lead}{rest}/{found.denominator}"


def _date(value: Decimal, tokens: tuple[str, ...], from_1904: bool) -> Shown:
    epoch = EPOCH_1904 if from_1904 else EPOCH_1900
    try:
        moment = epoch + timedelta(days=float(value))
    except OverflowError:
        return Shown(general(value))
    text = "".join(_date_words(t, n, tokens, moment) for n, t in enumerate(tokens))
    kinds = {t[0] for t in tokens if not t.startswith("=")}
    return Shown(text, True, _typed(kinds, tokens, moment))


def _typed(kinds: set[str], tokens: tuple[str, ...], moment: datetime) -> str | None:
    """The text that was probably typed: 3-4 became 3月4日, 3-40 became Mar-40."""
    if "h" in kinds or "s" in kinds:
        return None
    if "d" not in kinds and "mmm" in tokens:
        return f"{moment.month}-{moment:%y}"
    return f"{moment.month}-{moment.day}" if "d" in kinds else None


def _date_words(token: str, n: int, tokens: tuple[str, ...], moment: datetime) -> str:
    if token.startswith("="):
        return token[1:]
    minutes = token[0] == "m" and _beside_hours(n, tokens)
    table = {
        "yyyy": f"{moment.year:04d}", "yy": f"{moment.year % 100:02d}",
        "m": str(moment.minute if minutes else moment.month),
        "mm": f"{moment.minute if minutes else moment.month:02d}",
        "mmm": MONTHS[moment.month - 1], "mmmm": MONTHS[moment.month - 1],
        "d": str(moment.day), "dd": f"{moment.day:02d}", "h": str(moment.hour),
        "hh": f"{moment.hour:02d}", "s": str(moment.second), "ss": f"{moment.second:02d}",
    }  # fmt: skip
    return table.get(token, "")


def _beside_hours(n: int, tokens: tuple[str, ...]) -> bool:
    """An m after h or before s means minutes."""
    before = [t for t in tokens[:n] if not t.startswith("=")]
    after = [t for t in tokens[n + 1 :] if not t.startswith("=")]
    return bool((before and before[-1][0] == "h") or (after and after[0][0] == "s"))
