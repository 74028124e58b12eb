"""Where the site demands a second factor (SECOND_FACTOR_DEMANDED_BY)."""

from __future__ import annotations

from django.http import HttpRequest

from duibiao.access.second_factor import demands_second_factor
from duibiao.accounts.models import User


def demanded(request: HttpRequest, user: User) -> bool:
    """By the person's posts; not in a rehearsal, whose sign-ins stand on its first page."""
    rehearsal = getattr(request, "rehearsal", None)  # set by the rehearsal's middleware
    return rehearsal is None and demands_second_factor(user)
