"""The summary table of a filing: by GB/T 4754 (four levels) and by 业态 (五(二)2(3)-1).

Pure: from one row per enterprise to one row per class; made by the machine, never edited. Each
enterprise has one main class, so the rows of one level, formats and unclassified among them, add
up to the total.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

LEVELS = ("section", "division", "group", "class")
SMALL = frozenset({"中型", "小型", "微型"})


@dataclass(frozen=True, slots=True)
class Declared:
    """One enterprise in a filing, as far as the summary counts it.

    industry: section letter and digits (C3670); or format: the code of its 业态.
    """

    uscc: str
    district: str
    industry: str
    format: str
    size: str
    products: int
    standards: int
    indicators: int
    in_scope: int
    self_declared: int


@dataclass(slots=True)
class Counts:
    """The columns of the summary; members are credit codes, their number is `enterprises`."""

    members: list[str] = field(default_factory=list)
    sme: int = 0
    products: int = 0
    standards: int = 0
    indicators: int = 0
    in_scope: int = 0
    self_declared: int = 0

    @property
    def enterprises(self) -> int:
        """How many enterprises."""
        return len(self.members)

    def add(self, one: Declared) -> None:
        """Count an enterprise in."""
        self.members.append(one.uscc)
        self.sme += one.size in SMALL
        self.products += one.products
        self.standards += one.standards
        self.indicators += one.indicators
        self.in_scope += one.in_scope
        self.self_declared += one.self_declared


def class_of(one: Declared, level: str) -> str:
    """The class an enterprise is counted under at a level; formats stand beside the industries;
    whoever is coded less finely stays under its own code."""
    if one.format:
        return one.format
    digits = {"section": 0, "division": 2, "group": 3, "class": 4}[level]
    return one.industry[: 1 + digits]


def total(rows: Iterable[Declared]) -> Counts:
    """All together."""
    counts = Counts()
    for row in rows:
        counts.add(row)
    return counts


def by_class(rows: Iterable[Declared], level: str) -> dict[str, Counts]:
    """One row per industry at a level of GB/T 4754, and per format; codes in order."""
    found: dict[str, Counts] = {}
    for row in rows:
        found.setdefault(class_of(row, level), Counts()).add(row)
    return dict(sorted(found.items()))


def by_district(rows: Iterable[Declared]) -> dict[str, Counts]:
    """One row per district."""
    found: dict[str, Counts] = {}
    for row in rows:
        found.setdefault(row.district, Counts()).add(row)
    return found
