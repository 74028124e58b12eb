"""What stands against a step of the selection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact


@dataclass(eq=False)
class TakenElsewhere(Fact):
    """The enterprise belongs to a district, or takes part already; which one, since when."""

    code: ClassVar[str] = "taken_elsewhere"
    district: str
    since: str


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
class OneKindOfTrade(Fact):
    """A recommended trade is an industry or a 业态, not both."""

    code: ClassVar[str] = "one_kind_of_trade"


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


@dataclass(eq=False)
class TradeKnown(Fact):
    """The district recommends a trade of this name already."""

    code: ClassVar[str] = "trade_known"
    name: str


@dataclass(eq=False)
class NotADraft(Fact):
    """Only a draft can be changed."""

    code: ClassVar[str] = "not_a_draft"
    name: str


@dataclass(eq=False)
class BatchSize(Fact):
    """How many slots a batch may have."""

    code: ClassVar[str] = "batch_size"
    count: int
    largest: int


@dataclass(eq=False)
class NoFreeSlots(Fact):
    """The district's pool has too few slots."""

    code: ClassVar[str] = "no_free_slots"
    free: int
    wanted: int


@dataclass(eq=False)
class NotResidentHere(Fact):
    """The enterprise belongs to another district than the slot."""

    code: ClassVar[str] = "not_resident_here"
    name: str
    district: str


@dataclass(eq=False)
class NotTakingPart(Fact):
    """Change orders are for enterprises that have consented."""

    code: ClassVar[str] = "not_taking_part"
    name: str


@dataclass(eq=False)
class ChangeOpen(Fact):
    """A change order of this kind is not decided yet."""

    code: ClassVar[str] = "change_open"
    name: str


@dataclass(eq=False)
class ChangeUnstated(Fact):
    """What it shall be is not said, or is what it is."""

    code: ClassVar[str] = "change_unstated"


@dataclass(eq=False)
class MovesAway(Fact):
    """The new address lies outside the city: the enterprise leaves by an order to leave."""

    code: ClassVar[str] = "moves_away"
    place: str


@dataclass(eq=False)
class NotANumber(Fact):
    """A number is expected."""

    code: ClassVar[str] = "change_not_a_number"
    field: str
    found: str


# Soft: said, never hindering.
@dataclass(eq=False)
class NoBlockEconomy(Fact):
    """No block economy is named, nor said why not (五(二)3(1)-1)."""

    code: ClassVar[str] = "no_block_economy"


@dataclass(eq=False)
class NoRanking(Fact):
    """No place in its trade is known (五(二)3(1)-12)."""

    code: ClassVar[str] = "no_ranking"


@dataclass(eq=False)
class ShareTooLow(Fact):
    """After the change fewer than the share are small or medium."""

    code: ClassVar[str] = "share_too_low"
    district: str
    sme: int
    have: int
    missing: int
