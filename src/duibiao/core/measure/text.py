"""Characters folded with care, each still knowing where it stood.

Not NFKC: that makes 10⁴ into 104 and 0.1① into 0.11. Full-width forms, the many dashes, tildes,
spaces and comparators become one each; superscripts, circled digits and units stay as they are.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from duibiao.core.measure.problems import (
    ControlCharacter,
    DamagedCharacter,
    HiddenDirection,
    TooLong,
)

MAX_LENGTH = 2000

_SAME = {
    " ": "\t\u00a0\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))),
    "-": "‐‑‒–−﹣－",
    "—": "―─━﹘",
    "~": "～∼〜˜﹏∽",
    "≤": "⩽≦≯⪯",
    "≥": "⩾≧≮⪰",
    "<": "﹤〈",
    ">": "﹥〉",
    "×": "✕✖╳⨯",
    "·": "⋅∙•‧・",
    "(": "（﹙〔【",
    ")": "）﹚〕】",
    "[": "［",
    "]": "］",
    ":": "：∶︰",
    ";": "；﹔",
    "，": "﹐",
    "'": "’‘",
    "+": "﹢",
    "=": "﹦",
    "%": "﹪",
    "/": "∕⁄",
    ".": "﹒",
    "\n": "\r\v\f\u2028\u2029\x85",
}
_KEEP = "，"  # a full-width comma separates, it never stands in a number
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\ufe0e\ufe0f"
_DIRECTION = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

_FOLD = {variant: plain for plain, variants in _SAME.items() for variant in variants}
_FOLD.update({chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | _FOLD)
_FOLD.update(dict.fromkeys(_INVISIBLE, ""))
for _kept in _KEEP:
    _FOLD[_kept] = _kept


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its characters, its index in the original."""

    text: str
    origin: tuple[int, ...]
    source: str

    def position(self, index: int) -> int:
        """The place in the original of a folded character, counted from 1."""
        return self.origin[index] + 1 if index < len(self.origin) else len(self.source) + 1

    def original(self, start: int, end: int) -> str:
        """The original characters behind a span."""
        if start >= end:
            return ""
        return self.source[self.origin[start] : self.origin[end - 1] + 1]

    def replaced(self, old: str, new: str) -> Folded:
        """One character for another, one to one."""
        return Folded(self.text.replace(old, new), self.origin, self.source)


def fold(source: str) -> Folded:
    """Fold a text; raises a TextProblem at the first character that makes it untrustworthy."""
    if len(source) > MAX_LENGTH:
        raise TooLong(MAX_LENGTH + 1, str(len(source)))
    kept: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(source):
        plain = _FOLD.get(character, character)
        _refuse(character, plain, index)
        if plain:
            kept.append(plain)
            origin.append(index)
    return Folded("".join(kept), tuple(origin), source)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without spaces before, and without spaces and full stops after it."""
    while start < end and text[start] in " \n":
        start += 1
    while end > start and text[end - 1] in " \n。":
        end -= 1
    return start, end


def _refuse(character: str, plain: str, index: int) -> None:
    if plain in "\n" or (plain.isascii() and plain.isprintable()):
        return
    point = f"U+{ord(character):04X}"
    if character in _DIRECTION:
        raise HiddenDirection(index + 1, point)
    category = unicodedata.category(character)
    if category in {"Cs", "Co", "Cn"} or character == "\ufffd":
        raise DamagedCharacter(index + 1, point)
    if category in {"Cc", "Cf"}:
        raise ControlCharacter(index + 1, point)
