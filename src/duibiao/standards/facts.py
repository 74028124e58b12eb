"""What stands against an entry in the register of standards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact


@dataclass(eq=False)
class NotAStandard(Fact):
    """A number no body issues in this shape."""

    code: ClassVar[str] = "not_a_standard"
    number: str


@dataclass(eq=False)
class StandardHeld(Fact):
    """The register has this edition already."""

    code: ClassVar[str] = "standard_held"
    number: str


@dataclass(eq=False)
class StandardNotHeld(Fact):
    """The register does not have what is referred to."""

    code: ClassVar[str] = "standard_not_held"
    number: str


@dataclass(eq=False)
class StandardEditedMeanwhile(Fact):
    """Somebody else saved the edition in between."""

    code: ClassVar[str] = "standard_edited_meanwhile"
    number: str


@dataclass(eq=False)
class SupersededInForce(Fact):
    """An edition that has a successor is superseded or withdrawn."""

    code: ClassVar[str] = "superseded_in_force"
    number: str
    successor: str


@dataclass(eq=False)
class SupersededInCircle(Fact):
    """An edition cannot come after what comes after it."""

    code: ClassVar[str] = "superseded_in_circle"
    number: str
    successor: str


@dataclass(eq=False)
class SameLevelAdoption(Fact):
    """A domestic standard adopts an international or foreign one."""

    code: ClassVar[str] = "same_level_adoption"
    domestic: str
    international: str


@dataclass(eq=False)
class WrongSideOfArea(Fact):
    """A standard that cannot count in this kind of key area."""

    code: ClassVar[str] = "wrong_side_of_area"
    number: str
    kind: str


@dataclass(eq=False)
class AreaHeld(Fact):
    """A key area of that name is there already."""

    code: ClassVar[str] = "area_held"
    name: str
