"""Named reads of messages."""

from __future__ import annotations

from django.db.models import Count, F, Q, QuerySet

from duibiao import clock
from duibiao.access import Permission, load_or_404
from duibiao.access.reach import reach
from duibiao.access.refusal import Foreign
from duibiao.accounts.models import User
from duibiao.messages.models import OPEN, Delivery, Dispatch, Kind

# Somebody waits for something: reminders and copies of an escalation are only to be read.
DEMANDING = Q(is_copy=False) & ~Q(dispatch__kind=Kind.REMIND)
# What each figure about messages counts (横-2: the same for all kinds).
READ = ~Q(state="delivered")
RECEIPTED = Q(state__in=["receipted", "answered", "closed"])
ANSWERED = ~Q(reply="")
WAITING = Q(state__in=OPEN) & DEMANDING
STANDINGS = ("unread", "waiting", "overdue")


def overdue() -> Q:
    """Waiting past their day."""
    return WAITING & Q(dispatch__last_day__lt=clock.today())


def inbox(user: User) -> QuerySet[Delivery]:
    """What was sent to a person's organisations, newest first."""
    seen: QuerySet[Delivery] = Delivery.objects.visible_to(user, Permission.MESSAGE_ANSWER)
    return seen.select_related("dispatch__sender", "recipient")


def narrowed(deliveries: QuerySet[Delivery], kind: str, standing: str) -> QuerySet[Delivery]:
    """Only those of a kind; only those unread, waiting or overdue."""
    if kind:
        deliveries = deliveries.filter(dispatch__kind=kind)
    condition = _conditions().get(standing)
    return deliveries.filter(condition) if condition is not None else deliveries


def counts_for(user: User) -> dict[str, int]:
    """Unread, waiting for a receipt or an answer, overdue: one query."""
    counted = {name: Count("id", filter=found) for name, found in _conditions().items()}
    return inbox(user).aggregate(**counted)


def counts_by_kind(user: User) -> dict[str, int]:
    """How many messages of each kind a person's organisations received: one query."""
    seen = Delivery.objects.visible_to(user, Permission.MESSAGE_ANSWER).order_by()
    return dict(seen.values_list("dispatch__kind").annotate(n=Count("id")))


def _conditions() -> dict[str, Q]:
    return {"unread": ~READ, "waiting": WAITING, "overdue": overdue()}


def received(user: User, pk: int) -> Delivery:
    """One message of a person's own organisations, or 404, journaled."""
    found: Delivery = load_or_404(user, Delivery, Permission.MESSAGE_ANSWER, pk=pk)
    return found


def sent_by(user: User) -> QuerySet[Dispatch]:
    """What a person's organisations sent, newest first, with how far each has come."""
    within = reach(user, Permission.MESSAGE_READ)
    sent = Dispatch.everything.filter(sender__in=within.organisations)
    return with_standing(sent).select_related("sender", "by")


def sent_with(user: User, pk: int) -> Dispatch | None:
    """What a person's organisations sent in this delivery, unless they received it themselves."""
    if Delivery.objects.visible_to(user, Permission.MESSAGE_ANSWER).filter(pk=pk).exists():
        return None
    return sent_by(user).filter(deliveries__pk=pk).first()


def one_sent(user: User, pk: int) -> Dispatch:
    """One of them, or 404, journaled: recipients do not see each other."""
    found = sent_by(user).filter(pk=pk).first()
    if found is None:
        raise Foreign(Dispatch._meta.label_lower, {"pk": pk})
    return found


def deliveries_of(dispatch: Dispatch) -> QuerySet[Delivery]:
    """To whom a message went, the late ones first, then by state."""
    found = Delivery.everything.filter(dispatch=dispatch)
    return found.select_related("recipient", "dispatch").order_by("is_copy", "recipient__code")


def still_owing(dispatch: Dispatch) -> QuerySet[Delivery]:
    """Who has neither acknowledged nor answered; and, where a reply is wanted, not answered."""
    done = ("answered", "closed") if dispatch.needs_reply else ("receipted", "answered", "closed")
    found = Delivery.everything.filter(dispatch=dispatch, is_copy=False).exclude(state__in=done)
    return found.select_related("recipient").order_by("id")


def chases_of(dispatch: Dispatch) -> QuerySet[Dispatch]:
    """The chasing messages about a message, newest first."""
    return about(Dispatch._meta.label_lower, dispatch.pk).filter(kind=Kind.CHASE)


def about(object_type: str, object_id: int) -> QuerySet[Dispatch]:
    """Messages about an object, newest first."""
    return Dispatch.everything.filter(object_type=object_type, object_id=object_id)


def reminded_today(object_type: str, object_id: int) -> set[int]:
    """The organisations that were already reminded of a thing today."""
    found = Delivery.everything.filter(
        dispatch__kind=Kind.REMIND,
        dispatch__object_type=object_type,
        dispatch__object_id=object_id,
        dispatch__sent_at__date=clock.today(),
    )
    return set(found.values_list("recipient_id", flat=True))


def overdue_deliveries() -> QuerySet[Delivery]:
    """Waiting past their day, and not yet escalated."""
    late = Delivery.everything.filter(overdue(), escalated=False)
    return late.select_related("dispatch", "recipient__parent")


def with_standing(dispatches: QuerySet[Dispatch]) -> QuerySet[Dispatch]:
    """Each with how many received, read, acknowledged, answered it, and how many are late."""
    own = Q(deliveries__is_copy=False)
    open_ = own & Q(deliveries__state__in=OPEN)
    return dispatches.annotate(
        recipients=Count("deliveries", filter=own),
        read=Count("deliveries", filter=own & ~Q(deliveries__state="delivered")),
        receipted=Count(
            "deliveries", filter=own & Q(deliveries__state__in=["receipted", "answered", "closed"])
        ),
        answered=Count("deliveries", filter=own & ~Q(deliveries__reply="")),
        overdue=Count("deliveries", filter=open_ & Q(last_day__lt=clock.today())),
    )


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
