"""The words of indicator names: `synonyms.txt` loaded into a lexicon.

A wording means some atoms: canonical terms (甲醛) and facets (`wetness:dry`). The file's own
header explains its lines.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files

SHORT_SYMBOL = 2  # Latin wordings this short keep their case: Co is cobalt, CO is not


class Facet(StrEnum):
    """In which respect two names of the same characteristic may mean different indicators."""

    BASIS = "basis"  # 以N计 / 以NO3-计
    FORM = "form"  # 总 / 可萃取 / 可溶性 / 六价
    QUANTITY = "quantity"  # 含量 / 释放量 / 迁移量
    DERIVED = "derived"  # the quantity itself / 变化率 / 偏差 / 比
    SUM = "sum"  # one compound / the sum of several
    WETNESS = "wetness"  # 干 / 湿
    PLACE = "place"  # 室内 / 室外
    POSITION = "position"  # 前 / 后 / 前后同时
    ORIENTATION = "orientation"  # 横 / 纵; 经 / 纬
    EXTREMUM = "extremum"  # 最大 / 最小
    STATISTIC = "statistic"  # 平均值 / 单个值
    FASTNESS = "fastness"  # 耐水 / 耐汗渍 / 耐唾液 …
    ACIDITY = "acidity"  # 酸 / 碱
    RATING = "rating"  # 变色 / 沾色
    METHOD = "method"  # 气候箱法 / 干燥器法 / 穿孔法
    SOUND = "sound"  # 声压级 / 声功率级
    HARDNESS = "hardness"  # 维氏 / 布氏 / 洛氏 …
    NOMINALITY = "nominality"  # 额定 / 实测
    PORT = "port"  # 输入 / 输出
    LOAD = "load"  # 满载 / 空载
    STAGE = "stage"  # 冷藏 / 冷冻, 初始 / 老化后
    CONDITION = "condition"  # temperatures, times, sizes, colours in the name


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a wording means: terms in their order, and facets with their value."""

    terms: tuple[str, ...] = ()
    facets: tuple[tuple[Facet, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording's meaning and where it may stand (`^`, `$`: at the edge of a part)."""

    meaning: Meaning
    at_start: bool = False
    at_end: bool = False


@dataclass(slots=True)
class Lexicon:
    """Every wording by its text; `groups` are sets of terms that are never each other."""

    exact: dict[str, list[Wording]] = field(default_factory=dict)
    folded: dict[str, list[Wording]] = field(default_factory=dict)
    groups: list[frozenset[str]] = field(default_factory=list)
    longest: int = 0

    def add(self, text: str, meaning: Meaning) -> None:
        """Add one wording; a second meaning for the same text and place is an error."""
        bare = text.removeprefix("^").removesuffix("$")
        wording = Wording(meaning, text.startswith("^"), text.endswith("$"))
        keeps_case = bare.isascii() and len(bare) <= SHORT_SYMBOL
        table, key = (self.exact, bare) if keeps_case else (self.folded, bare.lower())
        entries = table.setdefault(key, [])
        for other in entries:
            if (other.at_start, other.at_end) == (wording.at_start, wording.at_end):
                if other.meaning != meaning:
                    raise ValueError(f"two meanings for {text!r}")
                return
        entries.append(wording)
        self.longest = max(self.longest, len(bare))

    def find(self, text: str) -> list[Wording]:
        """The wordings written exactly so, the ones bound to an edge first."""
        found = self.exact.get(text, []) + self.folded.get(text.lower(), [])
        return sorted(found, key=lambda w: not (w.at_start or w.at_end))


def meaning_of(atoms: str) -> Meaning:
    """`甲醛 quantity:release` → its terms and facets; `-` means nothing (a filler)."""
    words = [] if atoms.strip() == "-" else atoms.split()
    pairs = [word.split(":", 1) for word in words if ":" in word]
    facets = tuple((Facet(name), value) for name, value in pairs)
    return Meaning(tuple(word for word in words if ":" not in word), facets)


def parse(source: str) -> Lexicon:
    """Read lines `atoms = wording | wording` and `!= term | term`; `#` begins a comment."""
    lexicon = Lexicon()
    for line in source.splitlines():
        atoms, found, wordings = line.split(" #")[0].partition("= ")
        if line.startswith("#") or not found:
            continue
        parts = [part.strip() for part in wordings.split(" | ")]
        if atoms == "!":
            lexicon.groups.append(frozenset(parts))
            continue
        meaning = meaning_of(atoms)
        own_name = [atoms.strip()] if len(meaning.terms) == 1 and not meaning.facets else []
        for part in own_name + parts:
            lexicon.add(part, meaning)
    return lexicon


@cache
def lexicon() -> Lexicon:
    """The lexicon that is part of the package."""
    return parse(files(__package__).joinpath("synonyms.txt").read_text(encoding="utf-8"))
