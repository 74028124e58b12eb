"""In a rehearsal the site's clock is the story's, and every page says so."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from duibiao import clock
from duibiao.demo.queries import rehearsal


class RehearsalClock:
    """Turns the process's clock to the story's, and marks the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """One small query per request; static files do not come here."""
        found = rehearsal()
        if found is not None:
            clock.shift(found.shift)
        request.rehearsal = found  # type: ignore[attr-defined]  # for the page's head
        return self.get_response(request)


def rehearsal_context(request: HttpRequest) -> dict[str, object]:
    """For templates: `rehearsal`, the time in the story, or None."""
    found = getattr(request, "rehearsal", None)
    return {"rehearsal": {"now": clock.now(), "step": found.step} if found else None}
