"""How far the district's enterprises have come, and the one click that chases the rest."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from duibiao.access import Permission, acting
from duibiao.campaigns.queries import current_campaign, deadline
from duibiao.declarations import actions
from duibiao.declarations.filing.opening import person
from duibiao.declarations.queries.progress import Stage
from duibiao.declarations.queries.progress import progress as progress_of
from duibiao.ui import wording
from duibiao.ui.language import language_of


@login_required
@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    """Recommended, activated, filling, returned, submitted, approved: numbers and members;
    ?stage= shows one of them."""
    user, campaign = person(request), current_campaign()
    office = acting(user, Permission.DECLARATION_REVIEW)
    found = progress_of(user, campaign)
    asked = request.GET.get("stage", "")
    stage = Stage(asked) if asked in set(Stage) else None
    context: dict[str, Any] = {
        "campaign": campaign,
        "office": office,
        "deadline": deadline(campaign, "declarations", office),
        "progress": found,
        "counts": [(s, f"stage.{s}", n) for s, n in found.counts.items()],
        "stage": stage,
        "rows": found.of(stage) if stage else found.rows,
        "here": request.get_full_path(),
    }
    return render(request, "declarations/filing/progress.html", context)


@login_required
@require_POST
def chase(request: HttpRequest) -> HttpResponse:
    """Chase every enterprise that has not handed in."""
    user, campaign, language = person(request), current_campaign(), language_of(request)
    office = acting(user, Permission.DECLARATION_REVIEW)
    due = deadline(campaign, "declarations", office)
    sent = actions.chase(campaign=campaign, last_day=due.last_day if due else None, by=user)
    if sent is None:
        messages.info(request, wording.text("declare.nobody_to_chase", language))
    else:
        count = sent.deliveries.count()
        messages.success(request, wording.text("declare.chased", language, count=count))
    return redirect("declarations:progress")
