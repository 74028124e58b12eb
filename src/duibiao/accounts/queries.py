"""Named reads of accounts."""

from __future__ import annotations

from duibiao import clock
from duibiao.accounts.models import Session, User


def sessions_of(user: User) -> list[Session]:
    """A person's sessions that can still be used, newest first."""
    found = Session.objects.filter(user=user, expire_date__gt=clock.machine_now())
    return list(found.order_by("-started_at"))
