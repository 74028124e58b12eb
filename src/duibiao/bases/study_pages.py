"""Pages of the study: an institution's opinion, and what the bureau makes of it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from duibiao.access import Permission, load_or_404, may
from duibiao.bases import actions
from duibiao.bases.models import Study
from duibiao.bases.showing import view_of
from duibiao.bases.views import person, refused
from duibiao.core.errors import Fact
from duibiao.files.store import store
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.queries import owners_of, steps_for


@login_required
@require_http_methods(["GET", "POST"])
def study(request: HttpRequest, pk: int) -> HttpResponse:
    """What the basis says, and the institution's opinion. POST `opinion`, `document`: give it."""
    user = person(request)
    found = load_or_404(user, Study, Permission.STUDY_READ, pk=pk)
    facts: tuple[Fact, ...] = ()
    if request.method == "POST":
        upload = request.FILES.get("document")
        try:
            actions.give_opinion(
                study=found,
                opinion=request.POST.get("opinion", "")[:20_000],
                file_name=(upload.name or "") if upload else "",
                content=upload.read() if upload else b"",
                expected_version=_version(request),
                by=user,
            )
        except StepRefused as problem:
            facts = problem.facts
        except Fact as problem:
            facts = (problem,)
        else:
            return redirect(found)
    steps = [one for one in steps_for(user, found) if one.step.name == "decline"]
    context = {
        "study": found,
        "basis": found.basis,
        "view": view_of(found.basis),
        "facts": facts,
        "typed": request.POST.get("opinion", found.opinion),
        "may_give": found.state == "asked" and may(user, Permission.STUDY_ANSWER, on=found),
        "steps": steps,
        "owners": owners_of(found),
        "machine": "study",
        "record": found,
        "may_open_basis": may(user, Permission.BASIS_READ, on=found.basis),
    }
    return render(request, "bases/study.html", context, status=409 if facts else 200)


@login_required
@require_POST
def adoption(request: HttpRequest, pk: int) -> HttpResponse:
    """Adopted or not (field `adopted`: yes or no), and why (field `note`)."""
    user = person(request)
    found = load_or_404(user, Study, Permission.STUDY_READ, pk=pk)
    try:
        actions.note_adoption(
            study=found,
            adopted=request.POST.get("adopted") == "yes",
            note=request.POST.get("note", ""),
            expected_version=_version(request),
            by=user,
        )
    except Fact as problem:
        refused(request, problem)
    return redirect(found.basis)


@login_required
@require_safe
def attachment(request: HttpRequest, pk: int) -> HttpResponse:
    """The document of an opinion; always downloaded, never shown in the site."""
    found = load_or_404(person(request), Study, Permission.STUDY_READ, pk=pk)
    if not found.file_digest:
        raise Http404(pk)
    answer = HttpResponse(store().fetch(found.file_digest), content_type=found.media_type)
    ending = found.media_type.rsplit("/", 1)[-1]
    answer["Content-Disposition"] = f'attachment; filename="opinion-{found.pk}.{ending}"'
    return answer


def _version(request: HttpRequest) -> int:
    seen = request.POST.get("expected_version", "")
    return int(seen) if seen.isdecimal() and len(seen) < 10 else 0
