"""Which round a person's pages are about, when several run beside each other."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse

CHOSEN = "campaign"  # in the session: the round's id
chosen: ContextVar[int | None] = ContextVar("campaign_chosen", default=None)


class CampaignChoice:
    """Lets `current_campaign` answer with the round this person chose; else it is the newest."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """For the length of the request."""
        token = chosen.set(request.session.get(CHOSEN))
        try:
            return self.get_response(request)
        finally:
            chosen.reset(token)
