"""The first page: one sentence, one number, one button."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duibiao.catalogue.queries import current_schemes
from duibiao.core.compare.outcome import Outcome


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The first page."""
    outcomes = [outcome for outcome in Outcome if outcome is not Outcome.PENDING]
    context = {"count": current_schemes().count(), "outcomes": outcomes}
    return render(request, "portal/home.html", context)
