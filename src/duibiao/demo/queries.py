"""Named reads of the rehearsal."""

from __future__ import annotations

from duibiao.accounts.models import User
from duibiao.demo.models import Rehearsal


def rehearsal() -> Rehearsal | None:
    """The rehearsal this site is, if it is one."""
    return Rehearsal.objects.first()


def is_untouched() -> bool:
    """Has nobody an account here yet? Only then may a rehearsal be begun without being asked."""
    return not User.objects.exists()
