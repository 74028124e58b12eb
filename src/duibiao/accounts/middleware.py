"""Where a request comes from, for the journal; idle sessions end; a due password comes first."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from duibiao import clock
from duibiao.accounts.models import User
from duibiao.accounts.password_policy import PROFILES
from duibiao.journal.context import RequestInfo, request_info

IDLE_MINUTES = 30
SEEN = "seen"
ALWAYS = ("/account/password/", "/sign-out/", "/static/", "/language/")


class RequestInfoMiddleware:
    """Names the request for the journal, and holds the session's rules."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, or where the person has to go first."""
        address = str(request.META.get("REMOTE_ADDR", ""))
        token = request_info.set(RequestInfo(address, secrets.token_hex(8)))
        try:
            return self._first(request) or self.get_response(request)
        finally:
            request_info.reset(token)

    def _first(self, request: HttpRequest) -> HttpResponse | None:
        user = request.user
        if not isinstance(user, User):
            return None
        now = clock.now()
        seen = request.session.get(SEEN)
        if seen and (now - datetime.fromisoformat(seen)).total_seconds() > IDLE_MINUTES * 60:
            logout(request)
            return None
        request.session[SEEN] = now.isoformat()
        if _password_due(user) and not request.path.startswith(ALWAYS):
            return redirect("accounts:password")
        return None


def _password_due(user: User) -> bool:
    profile = PROFILES[settings.PASSWORD_PROFILE]
    if user.must_change_password:
        return True
    changed = user.password_changed_at
    return bool(
        profile.max_age_days and changed and (clock.now() - changed).days > profile.max_age_days
    )
