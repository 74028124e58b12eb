"""Pages of suggestions for the benchmark lists."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from duibiao.access import Permission, load_or_404, may, require
from duibiao.accounts.models import User
from duibiao.catalogue import actions
from duibiao.catalogue.forms import SuggestionForm
from duibiao.catalogue.models import ListSuggestion
from duibiao.core.errors import Fact
from duibiao.workflow.queries import changes_of, owners_of, steps_for


@login_required
@require_http_methods(["GET", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """All that this person may see; a district begins its own here."""
    user = cast(User, request.user)
    require(user, Permission.SUGGESTION_READ)
    form = SuggestionForm(request.POST or None)
    facts: tuple[Fact, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(actions.suggest(by=user, **form.cleaned_data))
        except Fact as fact:
            facts = (fact,)
    found = ListSuggestion.objects.visible_to(user, Permission.SUGGESTION_READ)
    context = {
        "suggestions": found.select_related("district_office"),
        "form": form,
        "facts": facts,
        "may_suggest": may(user, Permission.SUGGESTION_WRITE),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "catalogue/suggestions.html", context, status=status)


@login_required
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One suggestion and what became of it."""
    user = cast(User, request.user)
    found = load_or_404(user, ListSuggestion, Permission.SUGGESTION_READ, pk=pk)
    context = {
        "record": found,
        "machine": found.machine.name,
        "steps": steps_for(user, found),
        "owners": owners_of(found),
        "history": changes_of(found),
    }
    return render(request, "catalogue/suggestion.html", context)
