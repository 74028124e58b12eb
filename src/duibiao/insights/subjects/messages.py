"""Messages at their recipients: copies, distributions, everything sent, everything received."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q

from duibiao.access import Permission
from duibiao.access.reach import posts
from duibiao.insights.asking import Asked
from duibiao.insights.subjects.columns import plain, short, state, worded
from duibiao.insights.subjects.subject import Rows, Subject, always, within
from duibiao.messages.models import Delivery, Kind
from duibiao.messages.queries import ANSWERED, READ, RECEIPTED, WAITING, overdue

MEASURES: dict[str, Callable[[Asked], Q]] = {
    "all": always(Q()),
    "read": always(READ),
    "receipted": always(RECEIPTED),
    "answered": always(ANSWERED),
    "waiting": always(WAITING),
    "overdue": lambda _asked: overdue(),
    "escalated": always(Q(escalated=True)),
}


def _copies(asked: Asked) -> Rows:
    seen = within(asked.reach(Permission.DISTRICT_LEADS_READ), "dispatch__sender__")
    return Delivery.everything.filter(seen, dispatch__kind=Kind.CC)


def _distributed(asked: Asked) -> Rows:
    seen = within(asked.reach(Permission.DISPATCHED_LEADS_READ), "recipient__")
    return Delivery.everything.filter(seen, dispatch__kind=Kind.DISTRIBUTE)


def _sent(asked: Asked) -> Rows:
    seen = within(asked.reach(Permission.MESSAGE_SEND), "dispatch__sender__")
    own = Q(dispatch__sender__in=_own(asked)) | Q(recipient__in=_own(asked))
    return Delivery.everything.filter(seen).annotate(
        opens=ExpressionWrapper(own, output_field=BooleanField())
    )


def _opens(sent: Any) -> str:
    """To the sender and the recipient; others see that it was sent."""
    return str(sent.get_absolute_url()) if sent.opens else ""


def _received(asked: Asked) -> Rows:
    return Delivery.everything.filter(recipient__in=_own(asked))


def _own(asked: Asked) -> list[int]:
    return [post.organisation_id for post in posts(asked.user)]


def _subject(
    name: str,
    permission: Permission,
    rows: Callable[[Asked], Rows],
    district: str,
    field: str,
    link: Callable[[Any], str] = Delivery.get_absolute_url,
) -> Subject:
    return Subject(
        name=name,
        permission=permission,
        rows=rows,
        measures=MEASURES,
        paths={
            "district": district,
            "field": field,
            "kind": "dispatch__kind",
            "sender_kind": "dispatch__sender__kind",
            "recipient_kind": "recipient__kind",
        },
        related=("dispatch__sender", "recipient"),
        link=link,
        columns=(
            worded("column.kind", "kind.", lambda row: row.dispatch.kind),
            plain("column.sender", lambda row: short(row.dispatch.sender)),
            plain("column.recipient", lambda row: short(row.recipient)),
            plain("column.sent_at", lambda row: row.dispatch.sent_at),
            plain("column.last_day", lambda row: row.dispatch.last_day),
            state("delivery"),
        ),
    )


P = Permission
SENDER, RECIPIENT = "dispatch__sender__", "recipient__"
COPIES = _subject(
    *("copies", P.DISTRICT_LEADS_READ, _copies, f"{SENDER}region_id", f"{SENDER}field"),
    link=lambda copy: f"/records/district_leads/{copy.dispatch.object_id}/",
)
DISTRIBUTED = _subject(
    *("distributed", P.DISPATCHED_LEADS_READ, _distributed),
    *(f"{RECIPIENT}region_id", f"{RECIPIENT}field"),
)
SENT = _subject(
    *("sent", P.MESSAGE_SEND, _sent, f"{RECIPIENT}region_id", f"{RECIPIENT}field"),
    link=_opens,
)
RECEIVED = _subject("received", P.MESSAGE_READ, _received, f"{SENDER}region_id", f"{SENDER}field")

ALL = (COPIES, DISTRIBUTED, SENT, RECEIVED)
