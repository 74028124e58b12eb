"""Every write of messages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from duibiao import clock
from duibiao.access import Permission, require
from duibiao.accounts.models import User
from duibiao.journal import actions as journal
from duibiao.messages.models import Delivery, Dispatch, Kind
from duibiao.messages.queries import overdue_deliveries
from duibiao.organisations.models import Organisation
from duibiao.workflow.actions import advance
from duibiao.workflow.models import Stateful


@transaction.atomic
def send(
    *,
    kind: Kind,
    sender: Organisation,
    by: User | None,
    recipients: Iterable[Organisation],
    subject: str,
    body: str = "",
    last_day: date | None = None,
    about: Stateful | None = None,
    content: Any = None,
) -> Dispatch:
    """Send, in the caller's transaction: a copy that cannot be delivered undoes the filing it
    belongs to. `content` is the copy of what it is about, as JSON."""
    dispatch = Dispatch.everything.create(
        kind=kind,
        sender=sender,
        by=by,
        subject=subject[:200],
        body=body,
        last_day=last_day,
        needs_reply=kind in {Kind.URGE, Kind.CHASE},
        object_type=about._meta.label_lower if about else "",
        object_id=about.pk if about else None,
        object_version=about.version if about else None,
        content=content,
        sent_at=clock.now(),
    )
    made = Delivery.everything.bulk_create(
        Delivery(dispatch=dispatch, recipient=recipient) for recipient in recipients
    )
    journal.record(
        f"message.{kind.value}",
        chain=sender.code,
        by=by,
        on=dispatch,
        after={"recipients": [one.recipient.code for one in made]},
    )
    return dispatch


@transaction.atomic
def urge(
    *,
    kind: Kind,
    sender: Organisation,
    recipients: Iterable[Organisation],
    subject: str,
    body: str,
    last_day: date | None,
    by: User,
) -> Dispatch:
    """Urge, chase or inform organisations, as a person's own act."""
    require(by, Permission.MESSAGE_SEND)
    return send(
        kind=kind,
        sender=sender,
        by=by,
        recipients=recipients,
        subject=subject,
        body=body,
        last_day=last_day,
    )


@transaction.atomic
def answer(*, delivery: Delivery, reply: str, expected_version: int, by: User) -> Delivery:
    """Answer a message."""
    require(by, Permission.MESSAGE_ANSWER, on=delivery)
    Delivery.everything.filter(pk=delivery.pk).update(reply=reply)
    delivery.reply = reply
    return advance(delivery, "answer", by=by, expected_version=expected_version)


@transaction.atomic
def escalate() -> int:
    """Whatever is overdue goes, once, in copy to the recipient's superior; returns how many."""
    count = 0
    for late in overdue_deliveries():
        superior = late.recipient.parent
        if superior is not None:
            known = Delivery.everything.filter(dispatch=late.dispatch, recipient=superior)
            if not known.exists():
                Delivery.everything.create(dispatch=late.dispatch, recipient=superior, is_copy=True)
        Delivery.everything.filter(pk=late.pk).update(escalated=True)
        journal.record(
            "message.escalated",
            chain=late.chain_code(),
            by=None,
            on=late,
            after={"superior": superior.code if superior else None},
        )
        count += 1
    return count


@transaction.atomic
def remind(
    *, sender: Organisation, recipients: Iterable[Organisation], subject: str, last_day: date
) -> Dispatch | None:
    """Remind, at most once a day for the same thing."""
    today = clock.today()
    sent = Dispatch.everything.filter(
        kind=Kind.REMIND, sender=sender, subject=subject, sent_at__date=today
    )
    if sent.exists():
        return None
    return send(
        kind=Kind.REMIND,
        sender=sender,
        by=None,
        recipients=recipients,
        subject=subject,
        last_day=last_day,
    )
