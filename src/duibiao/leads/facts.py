"""What stands against a step of a lead sheet or of the consolidation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact


@dataclass(eq=False)
class NoItems(Fact):
    """The sheet has no line."""

    code: ClassVar[str] = "no_lead_items"


@dataclass(eq=False)
class HasItems(Fact):
    """“Nothing to offer”, but the sheet has lines."""

    code: ClassVar[str] = "has_lead_items"
    count: int


@dataclass(eq=False)
class ItemIncomplete(Fact):
    """A line lacks a name, or an enterprise its address, or has a wrong credit code."""

    code: ClassVar[str] = "lead_item_incomplete"
    line: int
    name: str
    field: str


@dataclass(eq=False)
class ItemsUndecided(Fact):
    """Lines that are neither adopted nor declined."""

    code: ClassVar[str] = "lead_items_undecided"
    count: int


@dataclass(eq=False)
class NoSuperior(Fact):
    """There is no department above to copy the sheet to."""

    code: ClassVar[str] = "no_superior"
    provider: str


@dataclass(eq=False)
class LeadsMissing(Fact):
    """No sheet has been received."""

    code: ClassVar[str] = "leads_missing"


@dataclass(eq=False)
class Unrouted(Fact):
    """Leads whose district nobody has found."""

    code: ClassVar[str] = "leads_unrouted"
    count: int


@dataclass(eq=False)
class SheetClosed(Fact):
    """A submitted sheet is changed only by a correction."""

    code: ClassVar[str] = "sheet_closed"


@dataclass(eq=False)
class DeclinedWithoutReason(Fact):
    """Declining a line needs a reason."""

    code: ClassVar[str] = "declined_without_reason"
    line: int
    name: str
