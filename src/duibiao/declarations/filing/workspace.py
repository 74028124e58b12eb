"""The enterprise's workspace: what is left, the steps, the check, the statement."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from duibiao.access import Permission, load_or_404, may
from duibiao.campaigns.queries import current_campaign
from duibiao.core.report.findings import FilingRule
from duibiao.declarations import actions
from duibiao.declarations.filing.forms import StatementForm
from duibiao.declarations.filing.opening import Visit, person, visit
from duibiao.declarations.filing.presenting import Shown, shown
from duibiao.declarations.filing.review import listing
from duibiao.declarations.models import SignerRole
from duibiao.selection.models import Participation
from duibiao.ui import wording
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.queries import changes_of, owners_of, steps_for


@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The enterprise's declaration, or the list of those who look after many."""
    user = person(request)
    if not may(user, Permission.DECLARATION_WRITE):
        return redirect("declarations:review") if _reviews(request) else listing(request)
    own = Participation.objects.visible_to(user, Permission.DECLARATION_WRITE).select_related(
        "campaign", "declaration", "enterprise"
    )
    participation = own.order_by("-campaign_id", "-id").first()
    if participation is None:
        return render(request, "declarations/filing/none.html")
    if hasattr(participation, "declaration"):
        return redirect(participation.declaration)
    return render(request, "declarations/filing/begin.html", {"participation": participation})


def _reviews(request: HttpRequest) -> bool:
    return may(person(request), Permission.DECLARATION_REVIEW)


@login_required
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Open the declaration. Field: participation."""
    asked = request.POST.get("participation", "")
    if not asked.isdecimal():
        raise Http404
    participation = load_or_404(
        person(request), Participation, Permission.PARTICIPATION_ANSWER, pk=int(asked[:18])
    )
    return redirect(actions.open_declaration(participation=participation, by=person(request)))


@login_required
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The declaration: a workspace for its enterprise, a record for everybody else."""
    seen = visit(request, pk)
    page = shown(seen.declaration, seen.language)
    return render(request, "declarations/filing/show.html", context(request, seen, page))


@login_required
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """What is found, each with its field. POST place, rule, text: explain a warning."""
    seen = visit(request, pk)
    if request.method == "POST":
        rule = request.POST.get("rule", "")
        if rule not in set(FilingRule):
            raise Http404(rule)
        actions.explain(
            declaration=seen.declaration,
            place=request.POST.get("place", "")[:60],
            rule=rule,
            text=request.POST.get("text", "").replace("\x00", "")[:500],
            by=seen.user,
        )
        messages.success(request, wording.text("declare.explained", seen.language))
        return redirect("declarations:check", pk)
    page = shown(seen.declaration, seen.language)
    return render(request, "declarations/filing/check.html", context(request, seen, page))


@login_required
@require_http_methods(["GET", "POST"])
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign and hand in. POST signer_name, signer_role, agreed, expected_version."""
    seen = visit(request, pk)
    form = StatementForm(request.POST or None, language=seen.language)
    more: dict[str, Any] = {"form": form, "facts": ()}
    if request.method == "POST" and form.is_valid():
        try:
            actions.sign_and_submit(
                declaration=seen.declaration,
                name=form.cleaned_data["signer_name"],
                role=SignerRole(form.cleaned_data["signer_role"]),
                expected_version=_version(request),
                by=seen.user,
            )
        except StepRefused as refused:
            more["facts"] = refused.facts
            seen = visit(request, pk)
        else:
            messages.success(request, wording.text("declare.submitted", seen.language))
            return redirect("declarations:show", pk)
    page = shown(seen.declaration, seen.language)
    status = 409 if more["facts"] else 200
    return render(
        request,
        "declarations/filing/submit.html",
        {**context(request, seen, page), **more},
        status=status,
    )


def _version(request: HttpRequest) -> int:
    given = request.POST.get("expected_version", "")
    return int(given) if given.isdecimal() and len(given) < 10 else 0


def context(request: HttpRequest, seen: Visit, page: Shown) -> dict[str, Any]:
    """What every page of one declaration shows."""
    declaration = seen.declaration
    campaign = declaration.participation.campaign
    return {
        "visit": seen,
        "declaration": declaration,
        "record": declaration,
        "enterprise": declaration.participation.enterprise,
        "campaign": campaign,
        "deadline": declaration.deadline("declarations"),
        "page": page,
        "counts": page.counts,
        "machine": declaration.machine.name,
        "steps": [] if seen.writing else steps_for(seen.user, declaration),
        "owners": owners_of(declaration),
        "changes": changes_of(declaration),
        "is_current": campaign.pk == current_campaign().pk,
        "here": request.path,
    }
