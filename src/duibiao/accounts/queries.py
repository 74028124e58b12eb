"""Named reads of accounts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from allauth.mfa.models import Authenticator
from django.db.models import Count

from duibiao import clock
from duibiao.accounts.models import ActivationCode, Session, User


def sessions_of(user: User) -> list[Session]:
    """A person's sessions that can still be used, newest first."""
    found = Session.objects.filter(user=user, expire_date__gt=clock.machine_now())
    return list(found.order_by("-started_at"))


def code_until(user: User) -> date:
    """The last day of the activation code a person holds."""
    held = ActivationCode.objects.get(user=user, used_at=None, withdrawn=False)
    return held.expires_at.astimezone(clock.ZONE).date()


def having_a_factor(users: Iterable[int]) -> set[int]:
    """Which of these people have set up a second factor."""
    kept = Authenticator.objects.filter(user_id__in=list(users), type="totp")
    return set(kept.values_list("user_id", flat=True))


def session_counts(users: Iterable[int]) -> dict[int, int]:
    """How many sessions each of these people could go on with now."""
    alive = Session.objects.filter(user__in=list(users), expire_date__gt=clock.machine_now())
    return dict(alive.order_by().values_list("user").annotate(count=Count("pk")))
