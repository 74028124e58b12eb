"""Where a request comes from, for the journal; sessions end; what a person owes comes first."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

from duibiao.accounts import actions, second_factor
from duibiao.accounts.address import address_of
from duibiao.accounts.models import User
from duibiao.accounts.password_policy import password_due
from duibiao.accounts.sessions import SessionStore
from duibiao.journal.context import RequestInfo, request_info

Respond = Callable[[HttpRequest], HttpResponse]

CHALLENGE, SET_UP, PASSWORD = (
    "accounts:second-factor",
    "accounts:second-factor-set-up",
    "accounts:password",
)
# Open to whoever owes something: leaving, reading in another language, and the two probes.
ALWAYS_OPEN = frozenset({"accounts:sign-out", "ui:language", "healthz", "readyz"})


class RequestInfoMiddleware:
    """Names the request for the journal, and for whoever reads the server's logs."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, with the request's name in a header."""
        name = secrets.token_hex(8)
        token = request_info.set(RequestInfo(address_of(request), name))
        try:
            response = self.get_response(request)
        finally:
            request_info.reset(token)
        response.headers["X-Request-ID"] = name
        return response


class SessionRules:
    """Ends a session that is over, renews one in use, and remembers that the person was here."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Before anything else sees the person."""
        user, session = request.user, request.session
        if isinstance(user, User) and isinstance(session, SessionStore):
            if session.is_over():
                actions.sign_out(request=request, why="over")
            else:
                session.renew()
                if user.last_seen_at:  # signing in has set it
                    actions.seen(user=user)
        return self.get_response(request)


class FirstThings:
    """A person who owes a second factor, or a new password, goes there before anything else:
    pages, fragments and the API alike."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing on the way in: the view is not known yet."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Where the person must go first; None when she may pass."""
        user = request.user
        if not isinstance(user, User):
            return None
        first = owed(request, user)
        asked = request.resolver_match.view_name if request.resolver_match else ""
        if not first or asked in ALWAYS_OPEN or asked == first:
            return None
        return _elsewhere(request, first)


def owed(request: HttpRequest, user: User) -> str:
    """The page this person must go to first, or nothing."""
    known = second_factor.state(request, user)
    if known == second_factor.OWED:
        return CHALLENGE
    if known == second_factor.ABSENT and second_factor.required(request, user):
        return SET_UP
    return PASSWORD if password_due(user) else ""


def _elsewhere(request: HttpRequest, first: str) -> HttpResponse:
    address = reverse(first)
    if request.path.startswith("/api/"):
        content = {"title": HTTPStatus.FORBIDDEN.phrase, "status": 403, "code": first}
        return JsonResponse(content, status=403, content_type="application/problem+json")
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=HTTPStatus.FORBIDDEN, headers={"HX-Redirect": address})
    back = request.get_full_path() if request.method == "GET" else "/"
    return redirect(f"{address}?{urlencode({'next': back})}")
