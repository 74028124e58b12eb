"""Pages of a draft: what is missing, the consultation, what is done with each comment."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from duibiao import clock
from duibiao.access import Permission, acting, load_or_404, may
from duibiao.accounts.models import User
from duibiao.catalogue import actions
from duibiao.catalogue.facts import CommentEmpty, DispositionWithoutReason, NoConsultationDay
from duibiao.catalogue.forms import CommentForm, DayForm, DispositionForm
from duibiao.catalogue.models import EDITABLE, Disposition, SchemeDraft, SchemeVersion
from duibiao.catalogue.presenting import gone_in, lacks, page_of
from duibiao.catalogue.queries import comments_on, document_of, writes_for
from duibiao.core.canonical import load
from duibiao.core.compare.scheme_completeness import lacking
from duibiao.core.compare.scheme_difference import difference
from duibiao.core.compare.scheme_problems import SchemeProblem
from duibiao.core.errors import Fact
from duibiao.organisations.models import Organisation
from duibiao.ui.language import language_of
from duibiao.ui.wording import sentence, text
from duibiao.workflow.queries import StepButton, changes_of, steps_for

DISPOSED_IN = {"consultation", *EDITABLE}


@login_required
@require_safe
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft: state and steps, what is missing, comments, and the scheme itself."""
    return _show(request, _load(request, pk))


@login_required
@require_POST
def revise(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a draft from a version."""
    user = cast(User, request.user)
    version = get_object_or_404(SchemeVersion, pk=pk)
    office = acting(user, Permission.SCHEME_DRAFT)
    try:
        made = actions.start_draft(
            owner=writes_for(office),
            code=version.code,
            title=version.title,
            revises=version,
            by=user,
        )
    except Fact as fact:
        notices.error(request, sentence(fact, language_of(request)))
        return redirect(version.get_absolute_url())
    return redirect(made)


@login_required
@require_POST
def day(request: HttpRequest, pk: int) -> HttpResponse:
    """Set until when comments are taken."""
    form = DayForm(request.POST)

    def act(user: User, found: SchemeDraft) -> None:
        if not form.is_valid():
            raise NoConsultationDay
        actions.set_consultation_day(draft=found, until=form.cleaned_data["until"], by=user)

    return _do(request, pk, act, "catalogue.day_set")


@login_required
@require_POST
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    """Say something; what was typed stays on the page when it cannot be taken."""
    form = CommentForm(request.POST)

    def act(user: User, found: SchemeDraft) -> None:
        if not form.is_valid():
            raise CommentEmpty
        actions.comment(draft=found, by=user, **form.cleaned_data)

    return _do(request, pk, act, "catalogue.commented")


@login_required
@require_POST
def dispose(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Adopt a comment, in part or not."""
    form = DispositionForm(request.POST)

    def act(user: User, found: SchemeDraft) -> None:
        one = get_object_or_404(found.comments, pk=row)
        if not form.is_valid():
            raise DispositionWithoutReason
        actions.dispose(
            comment=one,
            disposition=Disposition(form.cleaned_data["disposition"]),
            reason=form.cleaned_data["reason"],
            by=user,
        )

    return _do(request, pk, act, "catalogue.disposed", place=f"#comment-{row}")


@login_required
@require_safe
def changes(request: HttpRequest, pk: int) -> HttpResponse:
    """What changed since the version it revises, or (`since=consultation`) since it went out."""
    found = _load(request, pk)
    if request.GET.get("since") == "consultation":
        if not found.consulted:
            raise Http404(pk)
        old = load(found.consulted)
    elif found.revises is not None:
        old = document_of(found.revises)
    else:
        raise Http404(pk)
    context = {
        "title": found.title,
        "back": found.get_absolute_url(),
        "old": None if request.GET.get("since") == "consultation" else found.revises,
        "new": None,
        "changes": difference(old, load(found.document)),
    }
    return render(request, "catalogue/changes.html", context)


def _load(request: HttpRequest, pk: int) -> SchemeDraft:
    return load_or_404(cast(User, request.user), SchemeDraft, Permission.SCHEME_READ, pk=pk)


def _do(
    request: HttpRequest,
    pk: int,
    act: Callable[[User, SchemeDraft], None],
    done: str,
    place: str = "",
) -> HttpResponse:
    found = _load(request, pk)
    try:
        act(cast(User, request.user), found)
    except Fact as fact:
        return _show(request, found, facts=(fact,))
    notices.success(request, text(done, language_of(request)))
    return redirect(found.get_absolute_url() + place)


def _show(request: HttpRequest, found: SchemeDraft, facts: tuple[Fact, ...] = ()) -> HttpResponse:
    user = cast(User, request.user)
    comments = list(comments_on(found))
    steps = steps_for(user, found)
    may_draft = may(user, Permission.SCHEME_DRAFT, on=found)
    over = found.comment_until is not None and found.comment_until < clock.today()
    page = page_of(found.document, comments)
    context = {
        "may_rehearse": may(user, Permission.REHEARSAL_READ),
        "draft": found,
        "page": page,
        "gone": gone_in(page),
        "comments": comments,
        "open_comments": sum(one.disposition == Disposition.OPEN for one in comments),
        "lacks": lacks(found.document, lacking(load(found.document)), language_of(request)),
        "steps": [(button, _besides(button)) for button in steps],
        "waits_for": _waits_for(found),
        "history": changes_of(found),
        "facts": facts,
        "typed": request.POST,
        "may_draft": may_draft,
        "may_write": may_draft and found.state in EDITABLE,
        "may_dispose": may_draft and found.state in DISPOSED_IN,
        "may_comment": found.state == "consultation"
        and not over
        and may(user, Permission.SCHEME_COMMENT),
        "dispositions": [one for one in Disposition if one is not Disposition.OPEN],
    }
    return render(request, "catalogue/draft.html", context, status=422 if facts else 200)


def _waits_for(found: SchemeDraft) -> Organisation | None:
    """Whose turn it is: its writers', or, handed in, its owner's."""
    waits = found.machine.waits_for(found.state)
    if waits is None:
        return None
    return found.owner if waits == Permission.SCHEME_PUBLISH else found.prepared_by


def _besides(button: StepButton) -> list[Fact]:
    """What stands against a step besides the lacks listed on the page."""
    return [fact for fact in button.missing if not isinstance(fact, SchemeProblem)]
