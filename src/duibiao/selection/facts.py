"""What stands against a step of the selection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact


@dataclass(eq=False)
class TakenElsewhere(Fact):
    """The enterprise takes part already, recommended by another district."""

    code: ClassVar[str] = "taken_elsewhere"
    district: str


@dataclass(eq=False)
class TradeNotRecommended(Fact):
    """The enterprise's industry or 业态 is not among what the district recommends."""

    code: ClassVar[str] = "trade_not_recommended"
    trade: str


@dataclass(eq=False)
class NoCodes(Fact):
    """A recommended industry maps to at least one code of GB/T 4754."""

    code: ClassVar[str] = "no_codes"


@dataclass(eq=False)
class NoGround(Fact):
    """Say why."""

    code: ClassVar[str] = "no_ground"


@dataclass(eq=False)
class EnterprisesHangOnIt(Fact):
    """A recommendation on which enterprises hang is not withdrawn."""

    code: ClassVar[str] = "enterprises_hang_on_it"
    count: int


@dataclass(eq=False)
class SlotTaken(Fact):
    """The slot has an enterprise, or the enterprise a slot."""

    code: ClassVar[str] = "slot_taken"
    number: str
    enterprise: str


@dataclass(eq=False)
class FiledAlready(Fact):
    """After filing, an enterprise leaves by a change order."""

    code: ClassVar[str] = "filed_already"
    number: str


@dataclass(eq=False)
class ChangeUndecided(Fact):
    """An enterprise leaves by a change order that took effect."""

    code: ClassVar[str] = "change_undecided"


@dataclass(eq=False)
class BelowQuota(Fact):
    """After the change the district has fewer enterprises than its quota: recommend more."""

    code: ClassVar[str] = "below_quota"
    district: str
    have: int
    needed: int
