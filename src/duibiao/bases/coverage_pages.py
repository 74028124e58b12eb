"""Pages of the coverage, and of what a new edition touches."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from duibiao.access import Permission, may, require
from duibiao.bases import actions
from duibiao.bases.editions import (
    Touched,
    gone_standards,
    newer_schemes,
    touched_by_scheme,
    touched_by_standards,
)
from duibiao.bases.queries import coverage_for
from duibiao.bases.showing import by_district
from duibiao.bases.views import person, refused
from duibiao.campaigns.queries import current_campaign
from duibiao.catalogue.queries import current_scheme
from duibiao.core.errors import Fact
from duibiao.ui.language import language_of
from duibiao.ui.wording import text


@login_required
@require_safe
def coverage(request: HttpRequest) -> HttpResponse:
    """Which declared products have a determined basis, and which have none."""
    user, campaign = person(request), current_campaign()
    require(user, Permission.DECLARATION_READ)
    found = coverage_for(user, campaign)
    context = {
        "found": found,
        "districts": by_district(found.rows),
        "milestone": campaign.milestones.filter(name="grounds").first(),
        "may_prepare": may(user, Permission.BASIS_PREPARE),
        "members": bool(request.GET.get("members")),
    }
    return render(request, "bases/coverage.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def editions(request: HttpRequest) -> HttpResponse:
    """What newer schemes touch; `?standard=` what a standard touches. POST `scheme` (code) or
    `standard`, and `reason`: mark it."""
    user, campaign = person(request), current_campaign()
    require(user, Permission.BASIS_MARK)
    if request.method == "POST":
        try:
            marked = actions.mark_affected(
                touched=_asked(request), reason=request.POST.get("reason", ""), by=user
            )
        except Fact as problem:
            refused(request, problem)
        else:
            told = text("basis.marked", language_of(request), count=len(marked))
            messages.success(request, told)
        return redirect("bases:editions")
    number = request.GET.get("standard", "").strip()[:60]
    context = {
        "newer": newer_schemes(campaign),
        "gone": gone_standards(campaign),
        "number": number,
        "cited": touched_by_standards(campaign, [number]) if number else None,
    }
    return render(request, "bases/editions.html", context)


def _asked(request: HttpRequest) -> Touched:
    """What the form is about."""
    campaign = current_campaign()
    newest = current_scheme(request.POST.get("scheme", "")[:100])
    if newest is not None:
        return touched_by_scheme(campaign, newest)
    number = request.POST.get("standard", "").strip()[:60]
    return touched_by_standards(campaign, [number] if number else [])
