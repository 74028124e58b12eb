"""Changes after filing: an enterprise leaves, is renamed, moves, corrects its facts; the figures
are counted anew, what was filed stays filed (五(二)-汇1; requirements (f)5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.db import IntegrityError, transaction

from duibiao import clock
from duibiao.access import Permission, require
from duibiao.accounts.models import User
from duibiao.core.report.machines.selection import CHANGE
from duibiao.enterprises.actions import change_by_order, let_keep_itself, move_enterprise
from duibiao.enterprises.particulars import particulars_of
from duibiao.journal import actions as journal
from duibiao.reference.models import Region
from duibiao.selection.facts import ChangeOpen, NotTakingPart
from duibiao.selection.models import (
    AccountSlot,
    ChangeKind,
    ChangeOrder,
    Participation,
)
from duibiao.selection.orders import new_district, shall_be, typed
from duibiao.selection.queries import figures
from duibiao.workflow.actions import advance, follow
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.performing import performs


@transaction.atomic
def draft_change(
    *,
    participation: Participation,
    kind: ChangeKind,
    ground: str,
    details: Mapping[str, str] | None = None,
    by: User,
) -> ChangeOrder:
    """A change order. `details` says what it shall be: name; or address; or the facts to correct.
    StepRefused when the enterprise does not take part, or an order of the kind is open."""
    require(by, Permission.CHANGE_REQUEST, on=participation)
    if participation.state != "consented":
        raise StepRefused((NotTakingPart(participation.enterprise.name),))
    try:
        with transaction.atomic():
            made = ChangeOrder.everything.create(
                participation=participation,
                kind=kind,
                ground=ground,
                details=shall_be(participation.enterprise, kind, details or {}),
            )
    except IntegrityError:
        raise StepRefused((ChangeOpen(participation.enterprise.name),)) from None
    journal.record(
        "change.created",
        chain=made.chain_code(),
        by=by,
        on=made,
        after={"kind": kind, "ground": ground, **made.details},
    )
    return made


@performs(CHANGE, "take_effect")
@transaction.atomic
def take_effect(
    record: ChangeOrder, *, by: User, expected_version: int, reason: str = ""
) -> ChangeOrder:
    """The change takes effect; the figures of the districts concerned, before and after, are kept
    with it."""
    participation = record.participation
    campaign, old = participation.campaign, participation.enterprise.district
    target = new_district(record) or old
    concerned = {one.code: one for one in (old, target)}
    before = {code: figures(campaign, one) for code, one in concerned.items()}
    order = advance(record, "take_effect", by=by, expected_version=expected_version, reason=reason)
    _apply(order, target, by)
    after = {code: figures(campaign, one) for code, one in concerned.items()}
    # The district's own figures stand first, as most changes concern one district only.
    effects = {"before": before[old.code], "after": after[old.code]}
    if target.code != old.code:
        effects["moved_to"] = {
            "district": target.code,
            "before": before[target.code],
            "after": after[target.code],
        }
    ChangeOrder.everything.filter(pk=order.pk).update(effects=effects)
    order.effects = effects
    journal.record("change.counted", chain=order.chain_code(), by=by, on=order, after=effects)
    return order


def _apply(order: ChangeOrder, target: Region, by: User) -> None:
    participation = order.participation
    enterprise, asked = participation.enterprise, order.details.get("after", {})
    if order.kind == ChangeKind.LEAVE:
        gone = {"left_on": clock.today(), "leave_reason": order.ground}
        follow(participation, "leave", by=by, reason=order.ground, changes=gone)
        let_keep_itself(enterprise=enterprise, keeps=False)
        return
    if target.pk != enterprise.district_id:
        enterprise = move_enterprise(enterprise=enterprise, district=target, by=by)
        AccountSlot.everything.filter(
            campaign=participation.campaign, enterprise=enterprise
        ).update(district=target)
    given = replace(particulars_of(enterprise), **typed(asked))
    change_by_order(enterprise=enterprise, given=given, by=by)
