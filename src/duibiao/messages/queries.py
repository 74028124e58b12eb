"""Named reads of messages."""

from __future__ import annotations

from django.db.models import Count, F, Q, QuerySet

from duibiao import clock
from duibiao.access import Permission
from duibiao.accounts.models import User
from duibiao.messages.models import Delivery, Dispatch

OPEN = ("delivered", "read")

# What each figure about messages counts (横-2: the same for all kinds).
READ = ~Q(state="delivered")
RECEIPTED = Q(state__in=["receipted", "answered", "closed"])
ANSWERED = ~Q(reply="")
WAITING = Q(state__in=OPEN)


def overdue() -> Q:
    """Waiting past their day."""
    return WAITING & Q(dispatch__last_day__lt=clock.today())


def inbox(user: User) -> QuerySet[Delivery]:
    """What was sent to a person's organisations, newest first."""
    seen: QuerySet[Delivery] = Delivery.objects.visible_to(user, Permission.MESSAGE_ANSWER)
    return seen.select_related("dispatch__sender", "recipient")


def counts_for(user: User) -> dict[str, int]:
    """Unread, waiting for a receipt, overdue."""
    return inbox(user).aggregate(
        unread=Count("id", filter=~READ),
        waiting=Count("id", filter=WAITING),
        overdue=Count("id", filter=overdue()),
    )


def about(object_type: str, object_id: int) -> QuerySet[Dispatch]:
    """Messages about an object, newest first."""
    return Dispatch.everything.filter(object_type=object_type, object_id=object_id)


def overdue_deliveries() -> QuerySet[Delivery]:
    """Waiting past their day, and not yet escalated."""
    late = Delivery.everything.filter(
        state__in=OPEN, escalated=False, is_copy=False, dispatch__last_day__lt=clock.today()
    )
    return late.select_related("dispatch", "recipient__parent")


def figures() -> QuerySet[Dispatch]:
    """Per kind: sent, read, receipted, answered, overdue (横-2: one report for all kinds)."""
    found = Delivery.everything.order_by().values(kind=F("dispatch__kind"))
    return found.annotate(  # type: ignore[return-value]  # values() rows
        sent=Count("id"),
        read=Count("id", filter=READ),
        receipted=Count("id", filter=RECEIPTED),
        answered=Count("id", filter=ANSWERED),
        escalated=Count("id", filter=Q(escalated=True)),
        overdue=Count("id", filter=overdue()),
    )
