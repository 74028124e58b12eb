"""An indicator's name, read: its characteristic and the facets that qualify it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from duibiao.core.identify.name_words import Facet, Meaning, Wording, lexicon

FOOTNOTES = re.compile(r"[\u2460-\u2473\u24d0-\u24e9*†‡※]")
NUMBERING = re.compile(
    r"^(?:\(?\d{1,2}(?:\.\d+)*(?:[)、]|\.(?=\D))|\d+(?:\.\d+)+ +|\(\d{1,2}\))\s*"
)
FOLDS = str.maketrans("[]{}【】〔〕–—―−‐‑‒檫黏·∙•", "()()()()-------擦粘   ")
BOUNDARIES = frozenset("()、,;:/+&|<>=≤≥~ \"'“”‘’《》")
FILLER_MARKS = frozenset("()、,;:|&=\"'“”‘’《》。? ")

_UNIT = (
    r"(?:[μmnkMcd]?(?:g|L|m|mol|Pa|N|J|W|V|Hz|Ω|cal|bar|eq|l)[23]?|MN|kN|GPa|h|s|d|%|‰|ppm|ppb|℃"
    r"|级|次|倍|年|天|小时|分钟|秒|kWh|CFU|MPN|NTU|dB|dB\(A\)|min|rpm|r|pcs|个|件|元|万元|cP|mm2|cm2|tex|dtex)"
)
UNIT_NOTE = re.compile(
    rf"(?:\(\s*{_UNIT}(?:[/ .]\(?\d*\s*{_UNIT}\)?)*\s*\)|[/,]\s*\(?{_UNIT}(?:/{_UNIT})*\)?)\s*$"
)
_NUMBER = r"(?:(?<![\w)])-)?(?:\d{1,3}(?:[ ,]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
CONDITION = re.compile(
    rf"\(?(?P<value>{_NUMBER})(?:\s*±\s*\d+(?:\.\d+)?)?\)?\s*"
    r"(?P<unit>℃|度|(?:km/h|m/s|r/min|hours?|小时|h|minutes?|min|分钟|seconds?|s|秒|days?|d|天|日|年"
    r"|mm|cm|m3|μm|um|nm|m|khz|hz|kpa|mpa|bar|kv|v|kw|w|kn|n|ml|l|kg|mg|g|次循环|次|%|万公里|km"
    r")(?![a-z0-9]))|sdr *(?P<sdr>\d+)"
    r"|(?P<standard>(?:(?:gb|qb|fz|hg|jb|jc|ly|yb)(?:/t)?|en iso|iso|iec|en|astm|jis)"
    r" ?[a-z]? ?\d[\d.:-]*)",
    re.IGNORECASE,
)
UNIT_NAMES = {
    "度": "℃",
    **dict.fromkeys(("小时", "hour", "hours"), "h"),
    **dict.fromkeys(("分钟", "minute", "minutes"), "min"),
    **dict.fromkeys(("秒", "second", "seconds"), "s"),
    **dict.fromkeys(("天", "日", "day", "days"), "d"),
    **dict.fromkeys(("次循环",), "次"),
}
BASIS = re.compile(
    r"以(?P<what>[^()]+?(?:\([IVX\d+]+\))?)[计表](?:示)?"
    r"|(?<![a-z])as (?P<en>[A-Za-z0-9]+[-+]?)(?![a-z])"
)
RANGE_VARIABLE = re.compile(r"[<≤]?[A-Za-z][<≤]|[A-Za-z][>≥]")  # the t of 12 mm＜t≤19 mm
TIME_WORDS = ("时间", "诱导", "时长", "周期", "time", "period")


@dataclass(frozen=True, slots=True)
class NameReading:
    """What a name says.

    `core` holds, in order, the known terms and the unknown runs; `asides` are unknown runs that
    stand in brackets.
    """

    text: str
    core: tuple[str, ...]
    known: frozenset[str]
    asides: frozenset[str]
    facets: tuple[tuple[Facet, frozenset[str]], ...]

    def facet(self, which: Facet) -> frozenset[str]:
        """The values the name states for one facet; empty when it says nothing."""
        return dict(self.facets).get(which, frozenset())


def normalise(name: str) -> str:
    """One spelling for widths, brackets, dashes and spaces; footnote marks and numbering go.

    NFKC is safe for names (not for limits): ringed digits are taken out as footnotes before it.
    """
    text = unicodedata.normalize("NFKC", FOOTNOTES.sub("", name)).translate(FOLDS)
    text = text.replace("°C", "℃").replace("µ", "μ")
    text = re.sub(r"\s+", " ", text).strip(" .。:;,、")
    text = NUMBERING.sub("", text).replace("磨擦", "摩擦")
    text = re.sub(r"(?<![\x21-\x7e]) | (?![\x21-\x7e])", "", text)
    while (stripped := _without_unit(text)) != text:
        text = stripped
    return text.strip()


def _without_unit(text: str) -> str:
    note = UNIT_NOTE.search(text)
    if note is None or note.start() < 2:  # Y/T is a ratio, not Y in tesla
        return text
    if "min" in note.group() and "/" not in note.group() and not _about_time(text):
        return text  # (min) is the minimum, unless the quantity is a time
    return text[: note.start()].strip(" /,")


def _about_time(text: str) -> bool:
    return any(word in text.lower() for word in TIME_WORDS)


class _Reader:
    """Walks a normalised name once, longest wording first."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.depth = 0
        self.run = ""
        self.core: list[str] = []
        self.known: set[str] = set()
        self.asides: set[str] = set()
        self.facets: dict[Facet, set[str]] = defaultdict(set)

    def read(self) -> NameReading:
        while self.at < len(self.text):
            if not (self._basis() or self._wording() or self._condition()):
                self._character()
        self._end_run()
        core = tuple(dict.fromkeys(self.core)) or (self.text,)
        self._drop_own_basis()
        facets = tuple(
            (name, frozenset(values)) for name, values in sorted(self.facets.items()) if values
        )
        return NameReading(self.text, core, frozenset(self.known), frozenset(self.asides), facets)

    def _basis(self) -> bool:
        found = BASIS.match(self.text, self.at)
        if found is None:
            return False
        self._end_run()
        inner = read_normalised((found["what"] or found["en"]).strip())
        self.facets[Facet.BASIS].add("+".join(inner.core))
        self.at = found.end()
        return True

    def _wording(self) -> bool:
        words = lexicon()
        for length in range(min(words.longest, len(self.text) - self.at), 0, -1):
            for wording in words.find(self.text[self.at : self.at + length]):
                if self._may_stand(wording, self.at, self.at + length):
                    self._take(wording.meaning)
                    self.at += length
                    return True
        return False

    def _may_stand(self, wording: Wording, start: int, end: int) -> bool:
        before, after = self.text[start - 1 : start], self.text[end : end + 1]
        if (wording.at_start and not _is_edge(before)) or (wording.at_end and not _is_edge(after)):
            return False
        return not _joined(before, self.text[start]) and not _joined(self.text[end - 1], after)

    def _take(self, meaning: Meaning) -> None:
        self._end_run()
        self.core += meaning.terms
        self.known.update(meaning.terms)
        for facet, value in meaning.facets:
            self.facets[facet].add(value)

    def _condition(self) -> bool:
        before = self.text[self.at - 1 : self.at]
        found = CONDITION.match(self.text, self.at)
        if found is None or (before.isascii() and (before.isalnum() or before == ".")):
            return False
        self._end_run()
        unit = (found["unit"] or ("sdr" if found["sdr"] else "standard")).lower()
        value = re.sub(r"[ ,]", "", found["value"] or found["sdr"] or found["standard"].lower())
        value = value.rstrip("0").rstrip(".") if "." in value else value
        self.facets[Facet.CONDITION].add(f"{UNIT_NAMES.get(unit, unit)}={value}")
        self.depth += found.group().count("(") - found.group().count(")")
        self.at = found.end()
        return True

    def _character(self) -> None:
        character = self.text[self.at]
        self.at += 1
        if character in FILLER_MARKS:
            self._end_run()
            self.depth += (character == "(") - (character == ")")
        else:
            self.run += character

    def _end_run(self) -> None:
        raw = self.run
        run = raw.strip("/+-<>≤≥~. ").lower()
        self.run = ""
        if run and not RANGE_VARIABLE.fullmatch(raw):
            self.core.append(run)
            if self.depth > 0:
                self.asides.add(run)

    def _drop_own_basis(self) -> None:
        """铅（以Pb计）says nothing that 铅 does not."""
        own = self.known | {"+".join(self.core)}
        self.facets[Facet.BASIS] = {basis for basis in self.facets[Facet.BASIS] if basis not in own}


def _is_edge(character: str) -> bool:
    return character == "" or character in BOUNDARIES


def _joined(left: str, right: str) -> bool:
    """Two Latin letters or digits side by side belong to one word."""
    both = left + right
    return len(both) == 2 and both.isascii() and left.isalnum() and right.isalnum()


@lru_cache(maxsize=20_000)
def read_normalised(text: str) -> NameReading:
    """Read a name that `normalise` has been over."""
    return _Reader(text).read()


def read_name(name: str) -> NameReading:
    """Read a name as somebody wrote it."""
    return read_normalised(normalise(name))
