"""Every write of messages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from duibiao import clock
from duibiao.access import Permission, Refused, acting, may, require
from duibiao.accounts.models import User
from duibiao.journal import actions as journal
from duibiao.messages.facts import ChasedToday, NobodyOwes
from duibiao.messages.models import Delivery, Dispatch, Kind
from duibiao.messages.queries import (
    chases_of,
    overdue_deliveries,
    reminded_today,
    still_owing,
)
from duibiao.messages.recipients import reachable
from duibiao.messages.reminding import Owed
from duibiao.organisations.models import Organisation
from duibiao.ui.wording import text
from duibiao.workflow.actions import advance
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.models import Stateful

CHASE_DAYS = 3  # what a chased organisation is given to answer


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
    """Urge, chase or inform organisations within one's reach, as a person's own act."""
    acting(by, Permission.MESSAGE_SEND, sender)
    wanted = list(recipients)
    within = set(reachable(by).filter(pk__in=[one.pk for one in wanted]))
    for one in wanted:
        if one not in within:
            raise Refused(Permission.MESSAGE_SEND, one)
    return send(
        kind=kind,
        sender=sender,
        by=by,
        recipients=wanted,
        subject=subject,
        body=body,
        last_day=last_day,
    )


def sender_of(user: User) -> Organisation:
    """The organisation in whose name she sends."""
    return acting(user, Permission.MESSAGE_SEND)


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
def open_delivery(*, delivery: Delivery, by: User) -> Delivery:
    """Whoever answers for the recipient has the message before her; said once."""
    if delivery.state != "delivered" or not may(by, Permission.MESSAGE_ANSWER, on=delivery):
        return delivery
    try:
        return advance(delivery, "open", by=by, expected_version=delivery.version)
    except StepRefused:  # a colleague opened it at the same moment
        return Delivery.everything.select_related("dispatch__sender", "recipient").get(
            pk=delivery.pk
        )


@transaction.atomic
def chase(*, dispatch: Dispatch, by: User) -> Dispatch:
    """Chase everybody a message still waits for, in one stroke; once a day. NobodyOwes,
    ChasedToday."""
    sender = acting(by, Permission.MESSAGE_SEND, dispatch.sender)
    Dispatch.everything.select_for_update().get(pk=dispatch.pk)
    late = [one.recipient for one in still_owing(dispatch)]
    if not late:
        raise NobodyOwes
    if chases_of(dispatch).filter(sent_at__date=clock.today()).exists():
        raise ChasedToday
    made = send(
        kind=Kind.CHASE,
        sender=sender,
        by=by,
        recipients=late,
        subject=text("inbox.chase_subject", subject=dispatch.subject),
        body=dispatch.body,
        last_day=clock.today() + timedelta(days=CHASE_DAYS),
    )
    made.object_type, made.object_id = Dispatch._meta.label_lower, dispatch.pk
    made.save(update_fields=["object_type", "object_id"])
    return made


@transaction.atomic
def close(*, delivery: Delivery, expected_version: int, by: User) -> Delivery:
    """The sender is content with the answer."""
    acting(by, Permission.MESSAGE_SEND, delivery.dispatch.sender)
    return advance(delivery, "close", by=by, expected_version=expected_version)


@transaction.atomic
def remind_due(owed: Iterable[Owed]) -> int:
    """Remind whoever owes something today, and tell the offices above who it is; each at most
    once a day. Returns how many were reminded."""
    return sum(_remind(one) for one in owed if one.is_due(clock.today()))


def _remind(one: Owed) -> int:
    # Two runs at once: the second waits here, and then finds everybody reminded.
    Organisation.objects.select_for_update().get(pk=one.sender.pk)
    known = reminded_today(one.object_type, one.object_id)
    fresh = [to for to in one.owing if to.pk not in known]
    if fresh:
        _send_reminder(one, fresh)
    for superior, below in one.by_superior().items():
        if superior.pk not in known and superior not in fresh:
            _send_reminder(one, [superior], below=below)
    return len(fresh)


def _send_reminder(
    one: Owed, recipients: list[Organisation], below: Iterable[Organisation] = ()
) -> None:
    rows = [{"organisation": office.name} for office in below]
    made = send(
        kind=Kind.REMIND,
        sender=one.sender,
        by=None,
        recipients=recipients,
        subject=one.subject(clock.today()),
        body=text("inbox.remind_above") if rows else "",
        last_day=one.deadline.last_day,
        content={"owing": rows} if rows else None,
    )
    made.object_type, made.object_id = one.object_type, one.object_id
    made.save(update_fields=["object_type", "object_id"])
