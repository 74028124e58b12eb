"""Pages of benchmark lists."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from duibiao.access import Permission, acting, load_or_404, may
from duibiao.accounts.models import User
from duibiao.catalogue import actions
from duibiao.catalogue.forms import ListForm
from duibiao.catalogue.models import BenchmarkList
from duibiao.catalogue.queries import lists_for, writes_for
from duibiao.core.errors import Fact
from duibiao.workflow.queries import changes_of, steps_for


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All lists and their editions."""
    return _index(request, ListForm())


@login_required
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a list, or the next edition of one."""
    user = cast(User, request.user)
    form = ListForm(request.POST)
    office = writes_for(acting(user, Permission.SCHEME_DRAFT))
    if not form.is_valid():
        return _index(request, form)
    try:
        made = actions.start_list(owner=office, by=user, **form.cleaned_data)
    except Fact as fact:
        return _index(request, form, (fact,))
    return redirect(made)


@login_required
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One edition with its items."""
    user = cast(User, request.user)
    found = load_or_404(user, BenchmarkList, Permission.SCHEME_READ, pk=pk)
    may_draft = may(user, Permission.SCHEME_DRAFT, on=found)
    context = {
        "list": found,
        "items": list(found.items.all()),
        "editions": [one for one in lists_for(user) if one.code == found.code],
        "record": found,
        "machine": found.machine.name,
        "steps": steps_for(user, found),
        "history": changes_of(found),
        "may_write": may_draft and found.state == "draft",
    }
    return render(request, "catalogue/list.html", context)


def _index(request: HttpRequest, form: ListForm, facts: tuple[Fact, ...] = ()) -> HttpResponse:
    user = cast(User, request.user)
    wrong = bool(facts or form.errors)
    context = {
        "lists": lists_for(user),
        "form": form,
        "facts": facts,
        "may_draft": may(user, Permission.SCHEME_DRAFT),
        "may_see_suggestions": may(user, Permission.SUGGESTION_READ),
    }
    return render(request, "catalogue/lists.html", context, status=422 if wrong else 200)
