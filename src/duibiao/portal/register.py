"""The register of enterprises: the list with its filters, and one enterprise with all it has."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duibiao.access import Permission, load_or_404, may, require
from duibiao.accounts.models import User
from duibiao.core.identify.enterprise_size import Size
from duibiao.core.identify.titles import Title
from duibiao.enterprises.models import Enterprise, ZoneKind
from duibiao.enterprises.queries import enterprises_for
from duibiao.portal.doing import DOINGS
from duibiao.portal.doing.doing import Doing
from duibiao.portal.doing.register import ENTERPRISE
from duibiao.portal.records import fields_of
from duibiao.reference.queries import districts
from duibiao.selection.queries import participations_of
from duibiao.ui.language import language_of

PAGE = 100
COUNTED = 1000  # beyond, the list says "more than": counting all of a large register is slow
ORDER = ("priority", "best_rank", "uscc")


@login_required
@require_safe
def enterprises(request: HttpRequest) -> HttpResponse:
    """?q= name or credit code, ?district=, ?size=, ?zone=, ?title=; ?after= goes on."""
    user = cast(User, request.user)
    require(user, Permission.ENTERPRISE_READ)
    chosen = {key: request.GET.get(key, "").strip()[:60] for key in FILTERS}
    found = _narrowed(enterprises_for(user), chosen)
    rows = list(_after(found, request.GET.get("after", ""))[: PAGE + 1])
    context = {
        "rows": rows[:PAGE],
        "total": len(found.order_by().values_list("pk")[: COUNTED + 1]),
        "counted": COUNTED,
        "chosen": chosen,
        "after": _place(rows[PAGE - 1]) if len(rows) > PAGE else "",
        "districts": districts(),
        "sizes": [size.value for size in Size],
        "zones": [kind.value for kind in ZoneKind],
        "titles": [title.value for title in Title],
        "may_register": may(user, Permission.ENTERPRISE_REGISTER),
    }
    return render(request, "portal/enterprises.html", context)


FILTERS = ("q", "district", "size", "zone", "title")


def _narrowed(found: QuerySet[Enterprise], chosen: dict[str, str]) -> QuerySet[Enterprise]:
    if words := chosen["q"].replace("\x00", ""):
        found = found.filter(Q(uscc__startswith=words.upper()) | Q(name__contains=words))
    exact = {"district": "district_id", "size": "size", "zone": "zone__kind"}
    for key, path in exact.items():
        if chosen[key]:
            found = found.filter(**{path: chosen[key]})
    if chosen["title"]:
        found = found.filter(titles__title=chosen["title"])
    return found


def _place(row: Enterprise) -> str:
    return ".".join(str(getattr(row, name)) for name in ORDER)


def _after(found: QuerySet[Enterprise], place: str) -> QuerySet[Enterprise]:
    """What comes after a row in the list's order."""
    parts = place.split(".")
    if len(parts) != len(ORDER) or not (parts[0] + parts[1]).isdecimal() or len(place) > 40:
        return found
    priority, rank, uscc = int(parts[0]), int(parts[1]), parts[2]
    later = Q(priority=priority, best_rank=rank, uscc__gt=uscc)
    return found.filter(Q(priority__lt=priority) | Q(priority=priority, best_rank__gt=rank) | later)


@login_required
@require_safe
def enterprise(request: HttpRequest, pk: int) -> HttpResponse:
    """One enterprise of the register: facts, titles, places, and its rounds."""
    user = cast(User, request.user)
    found = load_or_404(user, Enterprise, Permission.ENTERPRISE_READ, pk=pk)
    context = {
        "record": found,
        "fields": fields_of(found, language_of(request)),
        "titles": found.titles.all(),
        "rankings": found.rankings.all(),
        "participations": participations_of(user, found),
        "doings": forms_for(user, found),
    }
    return render(request, "portal/enterprise.html", context)


def forms_for(user: User, found: Enterprise) -> list[Doing]:
    """The forms this person may fill in on the enterprise; none once its facts are filed."""
    if found.locked_in:
        return []
    own: list[Any] = [one for one in DOINGS.values() if one.machine == ENTERPRISE]
    return [one for one in own if may(user, one.permission, on=found)]
