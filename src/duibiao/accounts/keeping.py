"""A form that was posted after the session had ended is kept until the person is back.

Only what passed the check of its token is kept, so no other site can plant a form; and it is sent
again only by the person's own click, on a page that shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

SALT = "duibiao.accounts.kept"
KEPT = "kept_form"
LONGEST = 500_000
GOOD_FOR = 12 * 3600


@dataclass(frozen=True, slots=True)
class KeptForm:
    """Where it was going, its fields in order, and whether files were with it."""

    path: str
    fields: list[tuple[str, str]]
    had_files: bool


class KeepForms:
    """Turns “please sign in” after a posted form into a page that keeps what was typed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer; fragments get 401 and leave the page, with its text, where it is."""
        response = self.get_response(request)
        if not _sent_to_sign_in(request, response):
            return response
        if request.headers.get("HX-Request") == "true":
            return HttpResponse(status=401, headers={"HX-Trigger": "signed-out"})
        if request.method != "POST":
            return response
        context = {"kept": _packed(request), "next": reverse("accounts:resume"), "username": ""}
        return render(request, "accounts/sign_in.html", context, status=HTTPStatus.UNAUTHORIZED)


def kept_form(packed: str) -> KeptForm | None:
    """What was kept; None when nothing, or when it is not ours."""
    try:
        path, fields, had_files = signing.loads(packed, salt=SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        return None
    return KeptForm(path, [(name, value) for name, value in fields], had_files)


def safe_next(request: HttpRequest, wanted: str) -> str:
    """Where to go on: only within this site."""
    hosts = {request.get_host()}
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts=hosts, require_https=request.is_secure()
    )
    return wanted if safe else "/"


def with_next(page: str, wanted: str) -> HttpResponse:
    """To a page that leads on to another."""
    return redirect(f"{reverse(page)}?{urlencode({'next': wanted})}")


def _packed(request: HttpRequest) -> str:
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken"
        for value in values
    ]
    kept = (request.get_full_path(), fields, bool(request.FILES))
    packed = signing.dumps(kept, salt=SALT, compress=True)
    return packed if len(packed) <= LONGEST else ""


def _sent_to_sign_in(request: HttpRequest, response: HttpResponse) -> bool:
    where = response.headers.get("Location", "").partition("?")[0]
    return (
        response.status_code == HTTPStatus.FOUND
        and where == reverse("accounts:sign-in")
        and request.path != where
        and not request.user.is_authenticated
    )
