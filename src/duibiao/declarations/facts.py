"""Why something about a declaration cannot be done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from duibiao.core.errors import Fact


class Question(StrEnum):
    """The three properties a reviewer answers for (五(二)3(2)-1)."""

    COMPLETE = "complete"
    TRUE = "true"
    VALID = "valid"


@dataclass(eq=False)
class NotConsented(Fact):
    """The enterprise does not take part (any more)."""

    code: ClassVar[str] = "not_consented"


@dataclass(eq=False)
class NotChecked(Fact):
    """The reviewer answers for three things: complete, true, valid."""

    code: ClassVar[str] = "not_checked"
    question: Question


@dataclass(eq=False)
class NotValid(Fact):
    """With this finding nobody can answer that the declaration is valid."""

    code: ClassVar[str] = "declaration_not_valid"
    finding: Fact


@dataclass(eq=False)
class PinsStillOpen(Fact):
    """Remarks of an earlier review have not been taken off."""

    code: ClassVar[str] = "pins_still_open"
    count: int


@dataclass(eq=False)
class CellChanged(Fact):
    """Somebody else wrote into this field after it was opened."""

    code: ClassVar[str] = "cell_changed"
    present: str


@dataclass(eq=False)
class ReturnNeedsPlace(Fact):
    """A return says which fields, or at least why."""

    code: ClassVar[str] = "return_needs_place"


@dataclass(eq=False)
class CountDiffers(Fact):
    """What would be approved is not the number that was confirmed."""

    code: ClassVar[str] = "bulk_count_differs"
    confirmed: int
    present: int


@dataclass(eq=False)
class NotAllGreen(Fact):
    """Only declarations without any finding are approved together."""

    code: ClassVar[str] = "not_all_green"
    names: tuple[str, ...]
