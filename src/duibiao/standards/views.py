"""Pages of standards: search, one edition, its form."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from duibiao.access import Permission, may, require
from duibiao.accounts.models import User
from duibiao.core.errors import Fact
from duibiao.core.report.adoption import Degree
from duibiao.core.report.filing import StandardLevel
from duibiao.standards import actions
from duibiao.standards.facts import StandardNotHeld
from duibiao.standards.forms import AdoptionForm, AmendmentForm, EditionForm
from duibiao.standards.models import Adoption, Edition, EditionStatus
from duibiao.standards.queries import adoptions_of, editions, history_of, near, search
from duibiao.ui.language import language_of
from duibiao.ui.wording import word
from duibiao.workflow.facts import StepRefused

PAGE = 50


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """?q= number or words, ?level=, ?status=; ?after= goes on."""
    user = cast(User, request.user)
    require(user, Permission.STANDARD_READ)
    asked = {key: _asked(request, key) for key in ("q", "level", "status", "after")}
    found = search(asked["q"], asked["level"], asked["status"])
    if asked["after"]:
        found = found.filter(number__gt=asked["after"])
    rows = list(found[: PAGE + 1])
    context = {
        "rows": rows[:PAGE],
        "more": rows[PAGE - 1].number if len(rows) > PAGE else "",
        "asked": asked,
        "meant": near(asked["q"]) if asked["q"] and not rows else [],
        "levels": list(StandardLevel),
        "statuses": list(EditionStatus),
        "may_manage": may(user, Permission.STANDARD_MANAGE),
        "may_see_missing": may(user, Permission.DECLARATION_READ),
    }
    return render(request, "standards/index.html", context)


def _asked(request: HttpRequest, key: str) -> str:
    return request.GET.get(key, "").replace("\x00", "").strip()[:100]


@login_required
@require_safe
def near_numbers(request: HttpRequest) -> JsonResponse:
    """?q=: the numbers probably meant, for a field somebody types in."""
    require(cast(User, request.user), Permission.STANDARD_READ)
    found, language = near(_asked(request, "q")), language_of(request)
    rows = [
        {
            "number": one.number,
            "title": one.title,
            "word": word(EditionStatus(one.status), language),
        }
        for one in found
    ]
    return JsonResponse({"found": rows})


@login_required
@require_safe
def edition(request: HttpRequest, pk: int) -> HttpResponse:
    """One edition: what is held of it, before and after it, what it adopts."""
    require(cast(User, request.user), Permission.STANDARD_READ)
    return _show(request, get_object_or_404(editions(), pk=pk))


def _show(request: HttpRequest, found: Edition, facts: tuple[Fact, ...] = ()) -> HttpResponse:
    adoptions = list(adoptions_of(found))
    context = {
        "edition": found,
        "facts": facts,
        "history": history_of(found),
        "amendments": found.amendments.all(),
        "adopts": [one for one in adoptions if one.domestic_id == found.pk],
        "adopted_by": [one for one in adoptions if one.international_id == found.pk],
        "is_domestic": found.standard.level not in actions.ABROAD,
        "degrees": list(Degree),
        "may_manage": may(cast(User, request.user), Permission.STANDARD_MANAGE),
    }
    return render(request, "standards/edition.html", context, status=409 if facts else 200)


@login_required
def new(request: HttpRequest) -> HttpResponse:
    """A new edition."""
    require(cast(User, request.user), Permission.STANDARD_MANAGE)
    first = {"number": _asked(request, "number"), "status": EditionStatus.CURRENT.value}
    return _form(request, None, first)


@login_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """What is held of an edition, changed."""
    require(cast(User, request.user), Permission.STANDARD_MANAGE)
    found = get_object_or_404(editions().select_related("superseded_by"), pk=pk)
    first = {name: getattr(found, name) for name in actions.FIELDS}
    after = found.superseded_by.number if found.superseded_by else ""
    given = {"number": found.number, "superseded_by": after, "expected_version": found.version}
    return _form(request, found, {**first, **given})


def _form(request: HttpRequest, found: Edition | None, first: dict[str, Any]) -> HttpResponse:
    form, facts = EditionForm(request.POST or None, initial=first), tuple[Fact, ...]()
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(_saved(form.cleaned_data, found, cast(User, request.user)))
        except StepRefused as refused:
            facts = refused.facts
    missing = form["superseded_by"].errors and form.data.get("superseded_by", "")
    if missing:
        facts = (*facts, StandardNotHeld(str(missing)))
    context = {"form": form, "edition": found, "facts": facts, "statuses": list(EditionStatus)}
    failed = bool(facts) or bool(form.errors)
    return render(request, "standards/form.html", context, status=409 if failed else 200)


def _saved(given: dict[str, Any], found: Edition | None, by: User) -> Edition:
    values = {name: given[name] for name in actions.FIELDS}
    if found is None:
        return actions.add_edition(number=given["number"], values=values, by=by)
    version = given["expected_version"] or 0
    return actions.save_edition(edition=found, values=values, expected_version=version, by=by)


@login_required
@require_POST
def amend(request: HttpRequest, pk: int) -> HttpResponse:
    """An amendment to an edition."""
    user = cast(User, request.user)
    require(user, Permission.STANDARD_MANAGE)
    found, form = get_object_or_404(editions(), pk=pk), AmendmentForm(request.POST)
    if form.is_valid():
        try:
            actions.add_amendment(edition=found, **form.cleaned_data, by=user)
        except StepRefused as refused:
            return _show(request, found, refused.facts)
    return redirect(found)


@login_required
@require_POST
def adopt(request: HttpRequest, pk: int) -> HttpResponse:
    """A line of the adoption ledger."""
    user = cast(User, request.user)
    require(user, Permission.STANDARD_MANAGE)
    found, form = get_object_or_404(editions(), pk=pk), AdoptionForm(request.POST)
    if form.is_valid():
        number, degree = form.cleaned_data["international"], Degree(form.cleaned_data["degree"])
        try:
            actions.adopt(domestic=found.number, international=number, degree=degree, by=user)
        except StepRefused as refused:
            return _show(request, found, refused.facts)
    return redirect(found)


@login_required
@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """A line taken out of the ledger."""
    user = cast(User, request.user)
    require(user, Permission.STANDARD_MANAGE)
    line = get_object_or_404(Adoption.objects.select_related("domestic", "international"), pk=pk)
    actions.drop_adoption(adoption=line, by=user, reason=request.POST.get("reason", "")[:300])
    return redirect(line.domestic)
