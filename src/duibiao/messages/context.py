"""What every page's header knows of the person's messages."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from duibiao.accounts.models import User
from duibiao.messages.queries import counts_for


def inbox_badge(request: HttpRequest) -> dict[str, object]:
    """`inbox`: unread, waiting, overdue; asked when the header is drawn, once, and of nobody who
    is not signed in."""
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return {"inbox": None}
    return {"inbox": SimpleLazyObject(lambda: counts_for(user))}
