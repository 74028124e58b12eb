"""Accounts for enterprises: made in batches, given out by districts, activated with a one-time
code (五(二)2(1)-3)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from duibiao.access import Permission, acting, require
from duibiao.accounts import actions as accounts
from duibiao.accounts.activation import on_activated
from duibiao.accounts.models import User
from duibiao.campaigns.models import Campaign
from duibiao.core.report.machines.selection import SLOT
from duibiao.enterprises.models import Enterprise
from duibiao.journal import actions as journal
from duibiao.organisations.actions import add_person
from duibiao.organisations.kinds import Post
from duibiao.reference.models import Region
from duibiao.selection.facts import BatchSize, NoFreeSlots, NotResidentHere, SlotTaken
from duibiao.selection.models import AccountSlot
from duibiao.selection.queries import free_slots
from duibiao.workflow.actions import advance, follow
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.performing import performs

LARGEST_BATCH = 1_000


@transaction.atomic
def generate_slots(
    *, campaign: Campaign, district: Region, count: int, batch: str, by: User
) -> list[AccountSlot]:
    """A batch of free slots in a district's pool. StepRefused on an unfit count."""
    commission = acting(by, Permission.SLOT_GENERATE)
    if not 0 < count <= LARGEST_BATCH:
        raise StepRefused((BatchSize(count, LARGEST_BATCH),))
    # The campaign's row is the lock: two batches at once would count the same numbers.
    Campaign.everything.select_for_update().get(pk=campaign.pk)
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
        chain=commission.code,
        by=by,
        object_type="selection.accountslot",
        label=batch,
        after={"district": district.code, "count": count, "first": made[0].number},
    )
    return made


@transaction.atomic
def allocate(
    *, slot: AccountSlot, enterprise: Enterprise, expected_version: int, by: User
) -> tuple[AccountSlot, str]:
    """Give a slot to an enterprise of the district: its account and the one-time code, to print.
    StepRefused with SlotTaken when the slot or the enterprise is taken."""
    require(by, Permission.SLOT_ALLOCATE, on=slot)
    locked = Enterprise.everything.select_for_update().get(pk=enterprise.pk)
    if locked.district_id != slot.district_id:
        raise StepRefused((NotResidentHere(locked.name, locked.district.name),))
    present = AccountSlot.everything.select_related("enterprise").get(pk=slot.pk)
    other = AccountSlot.everything.filter(campaign=slot.campaign, enterprise=locked).first()
    if other is not None:
        raise StepRefused((SlotTaken(other.number, locked.name),))
    if present.enterprise is not None:
        raise StepRefused((SlotTaken(present.number, present.enterprise.name),))
    user, code = _account(slot, locked, by)
    given = advance(
        slot,
        "allocate",
        by=by,
        expected_version=expected_version,
        changes={"enterprise": locked, "user": user},
    )
    return given, code


@transaction.atomic
def allocate_many(
    *, campaign: Campaign, district: Region, enterprises: Sequence[Enterprise], by: User
) -> list[tuple[AccountSlot, str]]:
    """A slot of the district's pool for each enterprise, all or none; with the codes to print.
    StepRefused when there are too few slots or one is taken."""
    free = list(free_slots(campaign, district.code).select_for_update()[: len(enterprises)])
    if len(free) < len(enterprises):
        raise StepRefused((NoFreeSlots(len(free), len(enterprises)),))
    given_out = []
    for slot, enterprise in zip(free, enterprises, strict=True):
        given_out.append(
            allocate(slot=slot, enterprise=enterprise, expected_version=slot.version, by=by)
        )
    return given_out


@transaction.atomic
def reissue(*, slots: Sequence[AccountSlot], by: User) -> list[tuple[AccountSlot, str]]:
    """New codes for slots given out but not activated: the codes printed before end."""
    given_out = []
    for slot in slots:
        require(by, Permission.SLOT_ALLOCATE, on=slot)
        if slot.state == "allocated" and slot.user is not None:
            code = accounts.issue_activation_code(user=slot.user, by=by, chain=slot.chain_code())
            given_out.append((slot, code))
    return given_out


def activate_with_code(*, username: str, code: str, password: str) -> AccountSlot | None:
    """An enterprise activates its account and its slot follows, in one transaction; None for
    accounts without a slot. CodeInvalid, PasswordRefused."""
    return activate_slot(username=username, code=code, password=password)


@transaction.atomic
def activate_slot(*, username: str, code: str, password: str) -> AccountSlot | None:
    """The same, under its first name."""
    user = accounts.activate(username=username, code=code, password=password)
    return AccountSlot.everything.filter(user=user, state="activated").first()


@on_activated
@transaction.atomic
def follow_activation(user: User) -> AccountSlot | None:
    """The slot of somebody who has just activated her account is activated with it."""
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


def _account(slot: AccountSlot, enterprise: Enterprise, by: User) -> tuple[User, str]:
    """The enterprise's account: a new one; or, after a reclaim, the one it had, with a new code."""
    held = enterprise.organisation.memberships.filter(until=None).select_related("user").first()
    if held is not None:
        accounts.enable(user=held.user, by=by, chain=slot.chain_code())
        code = accounts.issue_activation_code(user=held.user, by=by, chain=slot.chain_code())
        return held.user, code
    return add_person(
        organisation=enterprise.organisation,
        post=Post.HANDLER,
        username=enterprise.uscc.lower(),
        name=enterprise.name[:60],
        by=by,
    )
