"""The first page, the workbench, histories and the journal."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duibiao.accounts.models import User
from duibiao.catalogue.queries import current_schemes
from duibiao.core.compare.outcome import Outcome
from duibiao.portal.actions import export_journal
from duibiao.portal.history import journal_for, narrowed, object_history, told
from duibiao.portal.workbench import workbench

PAGE = 100


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The workbench of whoever is signed in; else the public first page."""
    if isinstance(request.user, User):
        return render(request, "portal/workbench.html", {"bench": workbench(request.user)})
    outcomes = [outcome for outcome in Outcome if outcome is not Outcome.PENDING]
    context = {"count": current_schemes().count(), "outcomes": outcomes}
    return render(request, "portal/home.html", context)


@login_required
@require_safe
def history(request: HttpRequest, label: str, pk: int) -> HttpResponse:
    """Who changed an object, when, before and after."""
    record, entries = object_history(cast(User, request.user), label, pk)
    return render(request, "portal/history.html", {"record": record, "entries": entries})


@login_required
@require_safe
def journal(request: HttpRequest) -> HttpResponse:
    """The journal, newest first, a hundred at a time."""
    words, event = request.GET.get("words", "")[:100], request.GET.get("event", "")[:64]
    entries = narrowed(journal_for(cast(User, request.user)), words, event)
    before = request.GET.get("before", "")
    if before.isdecimal() and len(before) < 19:
        entries = entries.filter(id__lt=int(before))
    page = list(entries[: PAGE + 1])
    context = {
        "entries": [told(entry) for entry in page[:PAGE]],
        "older": page[PAGE - 1].pk if len(page) > PAGE else None,
        "words": words,
        "event": event,
    }
    return render(request, "portal/journal.html", context)


@login_required
@require_safe
def journal_export(request: HttpRequest) -> HttpResponse:
    """The same entries as a file; the export itself is journaled."""
    user = cast(User, request.user)
    words, event = request.GET.get("words", "")[:100], request.GET.get("event", "")[:64]
    content = export_journal(entries=narrowed(journal_for(user), words, event), by=user)
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="journal.csv"'
    return response
