"""Ending sessions: by the person, by her reset, by being stopped, by one too many."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction

from duibiao.accounts.models import Session, User
from duibiao.journal import actions as journal


def end_sessions(*, user: User, but: str = "") -> int:
    """End every session of a person, but the one of that key; returns how many."""
    return Session.objects.filter(user=user).exclude(session_key=but).delete()[0]


@transaction.atomic
def end_other_sessions(*, user: User, but: str, chain: str = "accounts") -> int:
    """The person signs out everywhere but here."""
    count = end_sessions(user=user, but=but)
    journal.record("account.sessions_ended", chain=chain, by=user, on=user, after={"count": count})
    return count


@transaction.atomic
def end_session(*, user: User, handle: str, but: str, chain: str = "accounts") -> int:
    """The person ends one of her other sessions, named by its handle on her page."""
    count: int = (
        Session.objects.filter(user=user, handle=handle).exclude(session_key=but).delete()[0]
    )
    if count:
        journal.record(
            "account.sessions_ended", chain=chain, by=user, on=user, after={"count": count}
        )
    return count


def hold_session_limit(*, user: User) -> None:
    """More sessions than allowed: the oldest end."""
    keys = Session.objects.filter(user=user).order_by("-started_at", "-session_key")
    extra = list(keys.values_list("session_key", flat=True)[settings.SESSIONS_PER_PERSON :])
    if extra:
        Session.objects.filter(session_key__in=extra).delete()


def forget_expired_sessions() -> None:
    """Rows nobody can use any more."""
    Session.get_session_store_class().clear_expired()
