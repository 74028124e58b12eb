"""Pages of the two adoption figures: the figures, their members, the key areas, the definition."""

from __future__ import annotations

from datetime import date
from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from duibiao import clock
from duibiao.access import Permission, may, require
from duibiao.accounts.models import User
from duibiao.campaigns.queries import current_campaign
from duibiao.core.errors import Fact
from duibiao.core.report.adoption import Degree
from duibiao.core.report.filing import StandardLevel
from duibiao.standards.actions import define, save_area
from duibiao.standards.figures import TARGETS, Figure, definition_of, figures
from duibiao.standards.forms import AreaForm, DefinitionForm
from duibiao.standards.models import AreaKind, Edition, KeyArea, Standard
from duibiao.workflow.facts import StepRefused


@login_required
@require_safe
def adoption(request: HttpRequest) -> HttpResponse:
    """Both figures, by key area and in total. ?day= tells them as of another day."""
    user = cast(User, request.user)
    require(user, Permission.STANDARD_READ)
    campaign, day = current_campaign(), _day(request)
    told = definition_of(campaign)
    tables = [
        {"kind": kind, "target": f"{int(TARGETS[kind] * 100)}%", "rows": figures(kind, told, day)}
        for kind in AreaKind
    ]
    context = {
        "tables": tables,
        "definition": told,
        "day": day,
        "may_define": may(user, Permission.CAMPAIGN_MANAGE, on=campaign),
        "may_name": may(user, Permission.KEY_AREA_MANAGE),
    }
    return render(request, "standards/adoption.html", context)


def _day(request: HttpRequest) -> date:
    try:
        return date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return clock.today()


@login_required
@require_safe
def members(request: HttpRequest, kind: str, area: str, measure: str) -> HttpResponse:
    """The standards a figure counts: as many as it says."""
    require(cast(User, request.user), Permission.STANDARD_READ)
    day = _day(request)
    found = _chosen(kind, area, day)
    numbers = found.members.get(measure)
    if numbers is None:
        raise Http404
    links = {one.number: one.get_absolute_url() for one in _held(found.kind, numbers)}
    rows = [(number, links.get(number, "")) for number in numbers]
    context = {"figure": found, "measure": measure, "rows": rows, "day": day}
    return render(request, "standards/members.html", context)


def _chosen(kind: str, area: str, day: date) -> Figure:
    if kind not in {one.value for one in AreaKind}:
        raise Http404
    for one in figures(AreaKind(kind), definition_of(current_campaign()), day):
        if area == (str(one.area.pk) if one.area else "all"):
            return one
    raise Http404


def _held(kind: AreaKind, numbers: tuple[str, ...]) -> list[Edition]:
    """The editions to link to: of works the newest, under the work's number."""
    if kind is AreaKind.CONSUMER:
        return list(Edition.objects.filter(number__in=numbers))
    works = Standard.objects.filter(number__in=numbers).prefetch_related("editions")
    newest = []
    for work in works:
        last = max(work.editions.all(), key=lambda one: one.year, default=None)
        if last is not None:
            last.number = work.number
            newest.append(last)
    return newest


@login_required
def new_area(request: HttpRequest, kind: str) -> HttpResponse:
    """A new key area."""
    if kind not in {one.value for one in AreaKind}:
        raise Http404
    return _area(request, None, AreaKind(kind))


@login_required
def area(request: HttpRequest, pk: int) -> HttpResponse:
    """Which standards count in a key area."""
    found = get_object_or_404(KeyArea, pk=pk)
    return _area(request, found, AreaKind(found.kind))


def _area(request: HttpRequest, found: KeyArea | None, kind: AreaKind) -> HttpResponse:
    user, facts = cast(User, request.user), tuple[Fact, ...]()
    require(user, Permission.KEY_AREA_MANAGE)
    first = {"name": found.name, "numbers": _lines(found)} if found else {}
    form = AreaForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        numbers = [one.strip() for one in form.cleaned_data["numbers"].splitlines() if one.strip()]
        try:
            save_area(
                area=found, kind=kind, name=form.cleaned_data["name"], numbers=numbers, by=user
            )
        except StepRefused as refused:
            facts = refused.facts
        else:
            return redirect("standards:adoption")
    context = {"form": form, "area": found, "kind": kind, "facts": facts}
    failed = bool(facts) or bool(form.errors)
    return render(request, "standards/area.html", context, status=409 if failed else 200)


def _lines(found: KeyArea) -> str:
    return "\n".join(found.standards.order_by("number").values_list("number", flat=True))


@login_required
def definition(request: HttpRequest) -> HttpResponse:
    """How the figures are told; each change is a version with its ground."""
    user, campaign = cast(User, request.user), current_campaign()
    require(user, Permission.CAMPAIGN_MANAGE, on=campaign)
    told = definition_of(campaign)
    form = DefinitionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        define(campaign=campaign, **form.cleaned_data, by=user)
        return redirect("standards:adoption")
    context = {"form": form, "definition": told, "levels": list(StandardLevel)}
    context["degrees"] = list(Degree)
    return render(request, "standards/definition.html", context, status=409 if form.errors else 200)
