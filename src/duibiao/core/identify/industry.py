"""Codes of GB/T 4754-2017, as far as the size groups need them: class → section."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact

# First and last division of each section (GB/T 4754-2017, table 1).
SECTIONS = {
    "A": (1, 5),
    "B": (6, 12),
    "C": (13, 43),
    "D": (44, 46),
    "E": (47, 50),
    "F": (51, 52),
    "G": (53, 60),
    "H": (61, 62),
    "I": (63, 65),
    "J": (66, 69),
    "K": (70, 70),
    "L": (71, 72),
    "M": (73, 75),
    "N": (76, 79),
    "O": (80, 82),
    "P": (83, 83),
    "Q": (84, 85),
    "R": (86, 90),
    "S": (91, 96),
    "T": (97, 97),
}
CODE = re.compile(r"([A-T])?(\d{2,4})?")


@dataclass(eq=False)
class UnknownIndustry(Fact):
    """Not a code of GB/T 4754-2017: a section letter, two to four digits, or both."""

    code: ClassVar[str] = "unknown_industry"
    text: str


@dataclass(frozen=True, slots=True)
class Industry:
    """A section letter and the digits below it (none for a whole section)."""

    section: str
    digits: str

    def within(self, group: str) -> bool:
        """Is this code the group or below it? The group is a section letter or a digit prefix."""
        return self.section == group if group.isalpha() else self.digits.startswith(group)


def industry(text: str) -> Industry:
    """Read `3851`, `C3851`, `C` or `38`; UnknownIndustry when it is none, or letter and digits
    disagree."""
    match = CODE.fullmatch(text.strip().upper())
    letter, digits = match.groups() if match else (None, None)
    section = _section(digits) if digits else letter
    if section is None or (letter and letter != section):
        raise UnknownIndustry(text)
    return Industry(section, digits or "")


def _section(digits: str) -> str | None:
    division = int(digits[:2])
    return next(
        (letter for letter, (first, last) in SECTIONS.items() if first <= division <= last), None
    )
