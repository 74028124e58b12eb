"""The district's review: the list left, the record right; pins, checklist, return, approval alone
or together. The city reads the same list."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from duibiao.access import Permission
from duibiao.core.canonical import load
from duibiao.core.errors import Fact
from duibiao.core.report.differences import differences
from duibiao.core.report.findings import Thing
from duibiao.declarations import actions
from duibiao.declarations.facts import Question
from duibiao.declarations.filing.opening import Visit, person, visit
from duibiao.declarations.filing.presenting import shown
from duibiao.declarations.models import Declaration, ReturnReason, ReviewPin
from duibiao.declarations.queries import content_of
from duibiao.declarations.queries.waiting import Filter, queue
from duibiao.ui import wording
from duibiao.ui.language import language_of
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.queries import changes_of

PER_PAGE = 50


@login_required
@require_safe
def review(request: HttpRequest) -> HttpResponse:
    """The queue; ?at=<id> opens a record beside it, ?state= and ?q= narrow it."""
    chosen = Filter(request.GET.get("state", "submitted"), request.GET.get("q", "")[:60])
    user = person(request)
    found = queue(user, Permission.DECLARATION_REVIEW, chosen)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows: list[Any] = list(page.object_list)  # annotated by the queue
    at = _at(request, rows)
    return render(
        request,
        "declarations/filing/review.html",
        {
            "page_of": page,
            "rows": rows,
            "chosen": chosen,
            "states": Declaration.machine.states,
            "green": [row for row in rows if row.state == "submitted" and row.is_green],
            "here": request.get_full_path(),
            **(_record(at) if at else {}),
        },
    )


def listing(request: HttpRequest) -> HttpResponse:
    """The same list for those who only read it."""
    chosen = Filter(request.GET.get("state", ""), request.GET.get("q", "")[:60])
    found = queue(person(request), Permission.DECLARATION_READ, chosen)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    more = {"page_of": page, "rows": list(page.object_list), "chosen": chosen}
    return render(
        request,
        "declarations/filing/listing.html",
        {**more, "states": Declaration.machine.states},
    )


def _at(request: HttpRequest, rows: list[Any]) -> Visit | None:
    asked = request.GET.get("at", "")
    if asked.isdecimal() and len(asked) < 19:
        return visit(request, int(asked))
    return visit(request, rows[0].pk) if rows else None


def _record(seen: Visit) -> dict[str, Any]:
    """The record beside the list: cells, what changed since last time, the three questions."""
    declaration = seen.declaration
    page = shown(declaration, seen.language)
    before = list(declaration.submissions.order_by("-number")[:2])
    earlier = before[1] if len(before) > 1 else None
    changed = (
        differences(load(earlier.content), content_of(declaration, page.parts)) if earlier else []
    )
    pins = list(declaration.pins.all())
    last_pins = {p.place for p in pins if earlier and p.submission_id == earlier.pk}
    answers = {
        Question.COMPLETE: declaration.checked_complete,
        Question.TRUE: declaration.checked_true,
        Question.VALID: declaration.checked_valid,
    }
    return {
        "visit": seen,
        "declaration": declaration,
        "record": declaration,
        "enterprise": declaration.participation.enterprise,
        "page": page,
        "counts": page.counts,
        "blocks": page.blocks(),
        "earlier": earlier,
        "answered": [one for one in changed if one.place in last_pins],
        "others": [one for one in changed if one.place not in last_pins],
        "before": {one.place: one.before for one in changed},
        "reasons": [(reason.value, f"declare.reason_{reason.value}") for reason in ReturnReason],
        "questions": [(q, answers[q], declaration.check_notes.get(q.value, "")) for q in Question],
        "changes": changes_of(declaration),
    }


@login_required
@require_POST
def add_pin(request: HttpRequest, pk: int) -> HttpResponse:
    """Stick a remark to a field. place (thing:id:field), label, reason 1–9, note."""
    seen = visit(request, pk)
    thing, _, rest = request.POST.get("place", "")[:60].partition(":")
    object_id, _, field = rest.partition(":")
    reason = request.POST.get("reason", "")
    if thing not in set(Thing) or reason not in {str(r.value) for r in ReturnReason}:
        raise Http404("pin")
    actions.pin(
        declaration=seen.declaration,
        thing=Thing(thing),
        object_id=object_id[:20],
        field=field[:24],
        label=_text(request, "label", 120),
        reason=ReturnReason(int(reason)),
        note=_text(request, "note", 300),
        by=seen.user,
    )
    return _back(pk)


@login_required
@require_POST
def remove_pin(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Take a remark off."""
    seen = visit(request, pk)
    found = get_object_or_404(ReviewPin, declaration=seen.declaration, pk=row, resolved_at=None)
    actions.unpin(pinned=found, by=seen.user)
    return _back(pk)


@login_required
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """The three answers (complete, true, valid, note_<question>), then decision=approve, return
    (with reason) or keep; expected_version."""
    seen = visit(request, pk)
    decision = request.POST.get("decision", "keep")
    try:
        actions.decide(
            declaration=seen.declaration,
            answers={q: request.POST.get(q.value) == "on" for q in Question},
            notes={q.value: _text(request, f"note_{q.value}", 300) for q in Question},
            decision=decision,
            reason=_text(request, "reason", 1000),
            expected_version=_version(request),
            by=seen.user,
        )
    except StepRefused as refused:
        for fact in refused.facts:
            messages.error(request, wording.sentence(fact, seen.language))
        return _back(pk)
    said = f"declare.decided_{decision}" if decision in {"approve", "return"} else "declare.saved"
    name = seen.declaration.participation.enterprise.name
    messages.success(
        request,
        wording.text(
            "declare.said_of", seen.language, name=name, said=wording.text(said, seen.language)
        ),
    )
    return redirect("declarations:review") if decision in {"approve", "return"} else _back(pk)


@login_required
@require_POST
def approve_all(request: HttpRequest) -> HttpResponse:
    """Approve those without any finding. declaration (several), confirmed (how many)."""
    user, language = person(request), language_of(request)
    ids = [int(pk) for pk in request.POST.getlist("declaration") if pk.isdecimal() and len(pk) < 19]
    chosen = Declaration.objects.visible_to(user, Permission.DECLARATION_REVIEW)
    confirmed = request.POST.get("confirmed", "")
    try:
        done = actions.approve_all(
            declarations=chosen.filter(pk__in=ids).select_related("participation__enterprise"),
            confirmed=int(confirmed) if confirmed.isdecimal() and len(confirmed) < 6 else 0,
            by=user,
        )
    except StepRefused as refused:
        for fact in refused.facts:
            messages.error(request, wording.sentence(fact, language))
    except Fact as wrong:
        messages.error(request, wording.sentence(wrong, language))
    else:
        messages.success(request, wording.text("declare.approved_all", language, count=len(done)))
    return redirect("declarations:review")


def _text(request: HttpRequest, name: str, length: int) -> str:
    return request.POST.get(name, "").replace("\x00", "")[:length].strip()


def _version(request: HttpRequest) -> int:
    given = request.POST.get("expected_version", "")
    return int(given) if given.isdecimal() and len(given) < 10 else 0


def _back(pk: int) -> HttpResponse:
    answer = redirect("declarations:review")
    answer["Location"] += f"?at={pk}"
    return answer
