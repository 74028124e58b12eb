"""Named reads of accounts."""

from __future__ import annotations

from datetime import date

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
