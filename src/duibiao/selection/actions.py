"""Every write of the selection."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from duibiao import clock
from duibiao.access import Permission, acting, require
from duibiao.accounts import actions as accounts
from duibiao.accounts.models import User
from duibiao.campaigns import queries as campaigns
from duibiao.campaigns.models import Campaign
from duibiao.core.report.machines.selection import CHANGE, PARTICIPATION, SLOT
from duibiao.core.report.quota import as_percent, shortfall
from duibiao.enterprises.models import BusinessFormat, Enterprise
from duibiao.journal import actions as journal
from duibiao.organisations.actions import add_person
from duibiao.organisations.kinds import Post
from duibiao.reference.models import Region
from duibiao.selection.facts import SlotTaken, TakenElsewhere
from duibiao.selection.models import (
    AccountSlot,
    ChangeKind,
    ChangeOrder,
    Participation,
    Recommendation,
)
from duibiao.selection.queries import district_counts, living
from duibiao.workflow.actions import advance, follow
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.models import Stateful
from duibiao.workflow.performing import performs

STATEMENT = "2018-1"  # the edition of the text an enterprise agrees to


@transaction.atomic
def draft_recommendation(
    *,
    campaign: Campaign,
    name: str,
    industries: list[str],
    business_format: BusinessFormat | None = None,
    is_cluster: bool = False,
    reason: str = "",
    by: User,
) -> Recommendation:
    """A bureau's draft: an industry with its codes, or a listed 业态."""
    bureau = acting(by, Permission.RECOMMENDATION_WRITE)
    made = Recommendation.everything.create(
        campaign=campaign,
        organisation=bureau,
        name=name,
        industries=industries,
        business_format=business_format,
        is_cluster=is_cluster,
        reason=reason,
    )
    _created("recommendation.created", made, by, {"name": name, "industries": industries})
    return made


@transaction.atomic
def draft_participation(
    *,
    campaign: Campaign,
    enterprise: Enterprise,
    recommendation: Recommendation,
    reason: str = "",
    by: User,
) -> Participation:
    """Put an enterprise forward. TakenElsewhere names the district that was first."""
    require(by, Permission.RECOMMENDATION_WRITE, on=recommendation)
    known = living(enterprise, campaign)
    if known is not None:
        raise StepRefused((TakenElsewhere(known.enterprise.district.name),))
    made = Participation.everything.create(
        campaign=campaign, enterprise=enterprise, recommendation=recommendation, reason=reason
    )
    _created("participation.created", made, by, {"enterprise": enterprise.uscc})
    return made


@performs(PARTICIPATION, "consent")
@transaction.atomic
def consent(
    record: Participation, *, by: User, expected_version: int, reason: str = ""
) -> Participation:
    """The enterprise takes part of its own free will: who, when, which text (二-4)."""
    return advance(
        record,
        "consent",
        by=by,
        expected_version=expected_version,
        reason=reason,
        changes={"consented_at": clock.now(), "statement": STATEMENT},
    )


@transaction.atomic
def generate_slots(
    *, campaign: Campaign, district: Region, count: int, batch: str, by: User
) -> list[AccountSlot]:
    """A batch of free slots in a district's pool."""
    require(by, Permission.SLOT_GENERATE)
    there = AccountSlot.everything.filter(campaign=campaign, district=district).count()
    made = AccountSlot.everything.bulk_create(
        AccountSlot(
            campaign=campaign,
            district=district,
            batch=batch,
            number=f"{campaign.code}-{district.code}-{place:04d}".lower(),
        )
        for place in range(there + 1, there + count + 1)
    )
    journal.record(
        "slot.generated",
        chain=acting(by, Permission.SLOT_GENERATE).code,
        by=by,
        object_type="selection.accountslot",
        label=batch,
        after={"district": district.code, "count": count},
    )
    return made


@transaction.atomic
def allocate(
    *, slot: AccountSlot, enterprise: Enterprise, expected_version: int, by: User
) -> tuple[AccountSlot, str]:
    """Give a slot to an enterprise: its account and the one-time code, to print. SlotTaken when
    the slot or the enterprise is taken."""
    require(by, Permission.SLOT_ALLOCATE, on=slot)
    other = AccountSlot.everything.filter(campaign=slot.campaign, enterprise=enterprise).first()
    if other is not None:
        raise StepRefused((SlotTaken(other.number, enterprise.name),))
    if slot.enterprise is not None:
        raise StepRefused((SlotTaken(slot.number, slot.enterprise.name),))
    user, code = _account(slot, enterprise, by)
    given = advance(
        slot,
        "allocate",
        by=by,
        expected_version=expected_version,
        changes={"enterprise": enterprise, "user": user},
    )
    return given, code


@transaction.atomic
def activate_slot(*, username: str, code: str, password: str) -> AccountSlot | None:
    """An enterprise activates its account; its slot follows. CodeInvalid, PasswordRefused."""
    user = accounts.activate(username=username, code=code, password=password)
    slot = AccountSlot.everything.filter(user=user, state="allocated").first()
    return follow(slot, "activate", by=user) if slot else None


@performs(SLOT, "reclaim")
@transaction.atomic
def reclaim(
    record: AccountSlot, *, by: User, expected_version: int, reason: str = ""
) -> AccountSlot:
    """Take back a slot that was not activated: its code ends, the slot can be given out again."""
    user = record.user
    slot = advance(
        record,
        "reclaim",
        by=by,
        expected_version=expected_version,
        reason=reason,
        changes={"enterprise": None, "user": None},
    )
    if user is not None:
        accounts.disable(user=user, by=by, reason=reason, chain=slot.chain_code())
    return slot


@performs(SLOT, "stop")
@transaction.atomic
def stop(record: AccountSlot, *, by: User, expected_version: int, reason: str = "") -> AccountSlot:
    """Stop an enterprise's account; its sessions end."""
    slot = advance(record, "stop", by=by, expected_version=expected_version, reason=reason)
    if slot.user is not None:
        accounts.disable(user=slot.user, by=by, reason=reason, chain=slot.chain_code())
    return slot


@performs(SLOT, "resume")
@transaction.atomic
def resume(
    record: AccountSlot, *, by: User, expected_version: int, reason: str = ""
) -> AccountSlot:
    """Let a stopped account be used again."""
    slot = advance(record, "resume", by=by, expected_version=expected_version, reason=reason)
    if slot.user is not None:
        accounts.enable(user=slot.user, by=by, chain=slot.chain_code())
    return slot


@transaction.atomic
def draft_change(
    *, participation: Participation, kind: ChangeKind, ground: str, by: User
) -> ChangeOrder:
    """A change order."""
    require(by, Permission.CHANGE_REQUEST, on=participation)
    made = ChangeOrder.everything.create(participation=participation, kind=kind, ground=ground)
    _created("change.created", made, by, {"kind": kind, "ground": ground})
    return made


@performs(CHANGE, "take_effect")
@transaction.atomic
def take_effect(
    record: ChangeOrder, *, by: User, expected_version: int, reason: str = ""
) -> ChangeOrder:
    """The change takes effect; the district's figures before and after are kept with it. What was
    filed stays filed ((f)5)."""
    participation = record.participation
    district = participation.enterprise.district
    before = _figures(participation.campaign, district)
    order = advance(record, "take_effect", by=by, expected_version=expected_version, reason=reason)
    if order.kind == ChangeKind.LEAVE:
        follow(participation, "leave", by=by, reason=order.ground)
    effects = {"before": before, "after": _figures(participation.campaign, district)}
    ChangeOrder.everything.filter(pk=order.pk).update(effects=effects)
    order.effects = effects
    return order


def _figures(campaign: Campaign, district: Region) -> dict[str, Any]:
    found = district_counts(campaign).get(district.code)
    have, sme = (found.consented, found.sme) if found else (0, 0)
    needed = campaigns.quota_for(campaign, district)
    return {
        "enterprises": have,
        "sme": sme,
        "share": as_percent(sme, have),
        "needed": needed,
        "short": shortfall(have, needed),
    }


def _account(slot: AccountSlot, enterprise: Enterprise, by: User) -> tuple[User, str]:
    """The enterprise's account: a new one; or, after a reclaim, the one it had, with a new code."""
    known = enterprise.organisation.memberships.filter(until=None).select_related("user").first()
    if known is not None:
        accounts.enable(user=known.user, by=by, chain=slot.chain_code())
        code = accounts.issue_activation_code(user=known.user, by=by, chain=slot.chain_code())
        return known.user, code
    return add_person(
        organisation=enterprise.organisation,
        post=Post.HANDLER,
        username=enterprise.uscc.lower(),
        name=enterprise.name[:60],
        by=by,
    )


def _created(event: str, record: Stateful, by: User, after: dict[str, object]) -> None:
    journal.record(event, chain=record.chain_code(), by=by, on=record, after=after)
