"""Chasing those who have not handed in (五(二)2(1)-4)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from duibiao import clock
from duibiao.access import Permission, acting
from duibiao.accounts.models import User
from duibiao.campaigns.models import Campaign
from duibiao.declarations.queries.progress import chases, late_participations
from duibiao.messages.actions import send
from duibiao.messages.models import Dispatch, Kind
from duibiao.ui import wording


@transaction.atomic
def chase(*, campaign: Campaign, last_day: date | None, by: User) -> Dispatch | None:
    """One chasing message to every enterprise of the district that has not handed in, once a day
    at most; None when there is nobody left to chase. How often each was chased is counted from
    these messages."""
    office = acting(by, Permission.MESSAGE_SEND)
    late = [one.enterprise.organisation for one in late_participations(by, campaign)]
    today = chases(campaign, [one.pk for one in late], since=clock.today())
    recipients = [one for one in late if one.pk not in today]
    if not recipients:
        return None
    return send(
        kind=Kind.CHASE,
        sender=office,
        by=by,
        recipients=recipients,
        subject=wording.text("declaration.chase_subject", campaign=campaign.name),
        body=wording.text("declaration.chase_body", last_day=last_day or "—"),
        last_day=last_day,
        about=campaign,
    )
