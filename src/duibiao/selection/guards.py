"""Conditions of the selection's steps."""

from __future__ import annotations

from duibiao.core.errors import Fact
from duibiao.core.report.machines.selection import CHANGE, PARTICIPATION, RECOMMENDATION, SLOT
from duibiao.selection.facts import (
    ChangeUndecided,
    ChangeUnstated,
    EnterprisesHangOnIt,
    FiledAlready,
    NoCodes,
    NoGround,
    OneKindOfTrade,
    SlotTaken,
    TakenElsewhere,
    TradeNotRecommended,
)
from duibiao.selection.models import (
    OVER,
    AccountSlot,
    ChangeKind,
    ChangeOrder,
    Participation,
    Recommendation,
)
from duibiao.selection.orders import wrong_change
from duibiao.selection.queries import final, fits
from duibiao.workflow.guards import guard


@guard(RECOMMENDATION, "codes_there")
def codes_there(found: Recommendation) -> list[Fact]:
    """Codes of GB/T 4754, or a listed format (五(二)3(1)-11)."""
    if found.business_format is not None and found.industries:
        return [OneKindOfTrade()]
    chosen = final(found.business_format)
    listed = chosen is not None and chosen.state == "listed"
    return [] if found.industries or listed else [NoCodes()]


@guard(RECOMMENDATION, "ground_there")
def ground_there(found: Recommendation) -> list[Fact]:
    """Why this trade."""
    return [] if found.reason.strip() else [NoGround()]


@guard(RECOMMENDATION, "nobody_hangs_on_it")
def nobody_hangs_on_it(found: Recommendation) -> list[Fact]:
    """No living participation refers to it."""
    count = found.participations.exclude(state__in=OVER).count()
    return [EnterprisesHangOnIt(count)] if count else []


@guard(PARTICIPATION, "resident")
def resident(found: Participation) -> list[Fact]:
    """A district recommends its own enterprises; whose they are, the register has checked."""
    enterprise = found.enterprise
    if found.recommendation.organisation.region_id == enterprise.district_id:
        return []
    since = enterprise.registered_at.date().isoformat()
    return [TakenElsewhere(enterprise.district.name, since)]


@guard(PARTICIPATION, "not_elsewhere")
def not_elsewhere(found: Participation) -> list[Fact]:
    """No other living participation of the same enterprise in this campaign."""
    others = Participation.everything.filter(
        campaign=found.campaign, enterprise=found.enterprise
    ).exclude(state__in=OVER)
    other = others.exclude(pk=found.pk).first()
    if other is None:
        return []
    since = other.state_since.date().isoformat()
    return [TakenElsewhere(other.enterprise.district.name, since)]


@guard(PARTICIPATION, "class_recommended")
def class_recommended(found: Participation) -> list[Fact]:
    """Its trade is the one it hangs on, and that is recommended."""
    trade, enterprise = found.recommendation, found.enterprise
    if fits(trade, enterprise) and trade.state == "recommended":
        return []
    return [TradeNotRecommended(trade.name)]


@guard(PARTICIPATION, "not_locked")
def not_locked(found: Participation) -> list[Fact]:
    """Its facts are not part of a filed package."""
    number = found.enterprise.locked_in
    return [FiledAlready(number)] if number else []


@guard(PARTICIPATION, "change_decided")
def change_decided(found: Participation) -> list[Fact]:
    """A change order to leave has taken effect."""
    decided = found.changes.filter(kind="leave", state="effective").exists()
    return [] if decided else [ChangeUndecided()]


@guard(SLOT, "one_account_each")
def one_account_each(slot: AccountSlot) -> list[Fact]:
    """The slot is free; that the enterprise has no other is checked when it is given out."""
    if slot.enterprise is None:
        return []
    return [SlotTaken(slot.number, slot.enterprise.name)]


@guard(CHANGE, "ground_there")
def change_ground(order: ChangeOrder) -> list[Fact]:
    """Why."""
    return [] if order.ground.strip() else [NoGround()]


@guard(CHANGE, "details_there")
def details_there(order: ChangeOrder) -> list[Fact]:
    """What it shall be, and that it can be so; to leave needs no more than a ground."""
    if order.kind == ChangeKind.LEAVE:
        return []
    asked = order.details.get("after", {})
    if not asked:
        return [ChangeUnstated()]
    return wrong_change(order)
