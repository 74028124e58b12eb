"""Refusals become a page, and an entry in the journal."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from duibiao.access.reach import posts
from duibiao.access.refusal import Foreign, Refused
from duibiao.accounts.models import User
from duibiao.journal import actions as journal
from duibiao.ui.errors import forbidden

NOBODYS = "accounts"  # the chain of what concerns no organisation


class Refusals:
    """Journals a refusal in its own transaction: the one of the request was rolled back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing on the way in."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """403 for Refused; Foreign goes on to Django's 404."""
        if isinstance(problem, Refused):
            on = problem.on
            record_refusal(
                request,
                what=problem.permission.value,
                object_type=on._meta.label_lower if on is not None else "",
                object_id=str(getattr(on, "pk", "")),
            )
            return forbidden(request)
        if isinstance(problem, Foreign):
            record_refusal(
                request,
                what="read",
                object_type=problem.model,
                object_id=str(next(iter(problem.lookup.values()), "")),
            )
        return None


def record_refusal(
    request: HttpRequest, *, what: str, object_type: str = "", object_id: str = ""
) -> None:
    """Who was refused what, where."""
    user = getattr(request, "user", None)
    person = user if isinstance(user, User) else None
    held = posts(person) if person else []
    journal.record(
        "denied",
        chain=held[0].organisation.code if held else NOBODYS,
        by=person,
        object_type=object_type,
        object_id=object_id[:64],
        label=f"{request.method} {request.path}",
        reason=what,
    )
