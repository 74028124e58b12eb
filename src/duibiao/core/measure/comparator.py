"""Comparators in symbols and words, before or after the number.

以上 / 以下 / 以内 include their number, as the law reads them (民法典 第1259条); 超过, 不足 do
not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from duibiao.core.measure.number import START

SYMBOLS = {"<=": "≤", "=<": "≤", "≤": "≤", ">=": "≥", "=>": "≥", "≥": "≥", "<": "<", ">": ">"}
SYMBOL = re.compile(r"<= ?|=< ?|>= ?|=> ?|[≤≥<>=]")

_NOT = r"(?:不得|不应|不可|不能|不宜|不许|不会|不)"
_UP = r"(?:大于|超过|高于|多于|长于|晚于|迟于|重于|超出|宽于|厚于|快于)"
_DOWN = r"(?:小于|低于|少于|短于|早于|轻于|薄于|窄于|慢于)"
_OR_EQUAL = r"(?:或者?)?等于"
BEFORE = (
    ("≤", rf"{_NOT}{_UP}|{_DOWN}{_OR_EQUAL}|至多|最多|最大|最高|上限"
          r"|(?:shall |must |should )?not (?:to )?exceed(?:ing)?"
          r"|(?:not|no) (?:more|greater|higher) than"
          r"|less than or equal to|at most|up to|max(?:imum)?\b\.?"),
    ("≥", rf"{_NOT}{_DOWN}|{_UP}{_OR_EQUAL}|至少|最小|最低|最少|下限"
          r"|(?:not|no) (?:less|lower|fewer) than|(?:greater|more) than or equal to|at least"
          r"|min(?:imum)?\b\.?"),
    ("<", rf"{_DOWN}|不足|不到|未满|(?:less|fewer|lower) than|below|under"),
    (">", rf"{_UP}|(?:greater|more|higher) than|above|over|exceeding"),
    ("=", r"等于|equal to"),
)  # fmt: skip
AFTER = (
    ("≤", r"(?:及|或|和)?其?(?:以下|以内|之内)|内(?!径)|max(?:imum)?\b\.?"
          r"|or (?:less|below|lower|fewer)\b"),
    ("≥", r"(?:及|或|和)?其?(?:以上|之上)|min(?:imum)?\b\.?|or (?:more|greater|above|higher)\b"),
)  # fmt: skip


def _alternatives(table: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"({words})" for _, words in table), re.IGNORECASE)


_BEFORE = _alternatives(BEFORE)
EXTREME = re.compile(r"最[大小高低多少]|[上下]限|max(?:imum)?\.?|min(?:imum)?\.?", re.IGNORECASE)
_AFTER = _alternatives(AFTER)
NOMINAL = re.compile(
    r"(?:公称|标称|额定|设计|明示|规定|声明|名义|初始|标示|理论|原)[一-鿿]{0,4}?的 ?"
)
_FILLER = re.compile(r"[ ]?(?:为|是|:)?[ ]?(?:grade )?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Comparator:
    """≤ < ≥ > =, and where it ends."""

    sign: str
    end: int


def symbol(text: str, start: int, end: int) -> Comparator | None:
    """A comparator symbol at `start`."""
    found = SYMBOL.match(text, start, end)
    if not found:
        return None
    return Comparator(SYMBOLS.get(found.group().strip(), "="), found.end())


def word_before(text: str, start: int, end: int) -> Comparator | None:
    """A comparator in words at `start`, if a number follows it; else the word is only a word."""
    found = _BEFORE.match(text, start, end)
    if not found or found.lastindex is None:
        return None
    filler = _FILLER.match(text, found.end(), end)
    after = filler.end() if filler else found.end()
    nominal = NOMINAL.match(text, after, end)
    if not START.match(text, nominal.end() if nominal else after, end):
        return None
    return Comparator(BEFORE[found.lastindex - 1][0], after)


def hidden(words: str) -> bool:
    """Does a comparator without a number of its own hide in these words? (不小于公称长度 5)"""
    found = (_BEFORE.match(words, at) for at in range(len(words)))
    return any(m is not None and not EXTREME.fullmatch(m.group()) for m in found)


def word_alone(text: str, start: int, end: int) -> int | None:
    """Where a comparator word at `start` ends, number or not."""
    found = _BEFORE.match(text, start, end)
    return found.end() if found else None


def word_after(text: str, start: int, end: int) -> Comparator | None:
    """A comparator after its number: 5 m以下, 5 max."""
    begin = start + 1 if text[start : start + 1] == " " else start
    found = _AFTER.match(text, begin, end)
    if not found or found.lastindex is None:
        return None
    return Comparator(AFTER[found.lastindex - 1][0], found.end())
