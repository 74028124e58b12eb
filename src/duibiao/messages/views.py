"""A person's messages: what came, what was sent, who still owes an answer."""

from __future__ import annotations

from typing import cast

from django.apps import apps
from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from duibiao.access import Permission, may, require
from duibiao.accounts.models import User
from duibiao.core.errors import Fact
from duibiao.messages import actions
from duibiao.messages.facts import NoRecipients
from duibiao.messages.forms import OWN_KINDS, MessageForm, ReplyForm, VersionForm
from duibiao.messages.models import Delivery, Dispatch, Kind
from duibiao.messages.queries import (
    STANDINGS,
    chases_of,
    counts_by_kind,
    deliveries_of,
    inbox,
    narrowed,
    one_sent,
    received,
    sent_by,
    sent_with,
)
from duibiao.messages.recipients import chosen, groups_for
from duibiao.messages.snapshot import snapshot
from duibiao.ui.language import language_of
from duibiao.ui.wording import sentence, text
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.models import Stateful
from duibiao.workflow.queries import changes_of, steps_for

PAGE = 50
OWN_FORM = {"answer", "open"}  # offered by the page itself, not as a button


@login_required
@require_safe
def inbox_page(request: HttpRequest) -> HttpResponse:
    """What came, newest first, fifty at a time; by kind, and by what is still to be done."""
    user = cast(User, request.user)
    kind, standing = request.GET.get("kind", ""), request.GET.get("standing", "")
    kind = kind if kind in set(Kind) else ""
    standing = standing if standing in STANDINGS else ""
    page = _page(request)
    rows = list(narrowed(inbox(user), kind, standing)[page * PAGE : (page + 1) * PAGE + 1])
    kinds = counts_by_kind(user)
    context = {
        "deliveries": rows[:PAGE],
        "more": page + 1 if len(rows) > PAGE else None,
        "kind": kind,
        "standing": standing,
        "kinds": [(one.value, kinds.get(one.value, 0)) for one in Kind],
        "total": sum(kinds.values()),
        "may_send": may(user, Permission.MESSAGE_SEND),
    }
    return render(request, "messages/inbox.html", context)


@login_required
@require_safe
def delivery_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One message; to open it is to have received it. The sender is led to what was sent."""
    user = cast(User, request.user)
    sent = sent_with(user, pk)
    if sent is not None:
        return redirect(sent)
    found = received(user, pk)
    if request.method == "GET":
        found = actions.open_delivery(delivery=found, by=user)
    return _show(request, found)


@login_required
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer a message; what was written stays on the page when it could not be sent."""
    user = cast(User, request.user)
    found = received(user, pk)
    form = ReplyForm(request.POST)
    facts: tuple[Fact, ...] = ()
    if form.is_valid():
        try:
            actions.answer(delivery=found, by=user, **form.cleaned_data)
        except StepRefused as refused:
            facts = refused.facts
        else:
            return redirect(found.get_absolute_url())
    return _show(request, found, facts=facts, typed=request.POST.get("reply", ""))


@login_required
@require_safe
def sent_page(request: HttpRequest) -> HttpResponse:
    """What was sent, newest first, with how far each has come."""
    user, page = cast(User, request.user), _page(request)
    rows = list(sent_by(user)[page * PAGE : (page + 1) * PAGE + 1])
    context = {
        "dispatches": rows[:PAGE],
        "more": page + 1 if len(rows) > PAGE else None,
        "may_send": may(user, Permission.MESSAGE_SEND),
    }
    return render(request, "messages/sent.html", context)


@login_required
@require_safe
def dispatch_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One message that was sent: who has received it, answered, is late."""
    user = cast(User, request.user)
    return _show_sent(request, one_sent(user, pk))


@login_required
@require_POST
def chase(request: HttpRequest, pk: int) -> HttpResponse:
    """Chase everybody who still owes an answer."""
    user = cast(User, request.user)
    found = one_sent(user, pk)
    try:
        made = actions.chase(dispatch=found, by=user)
    except Fact as fact:
        return _show_sent(request, found, facts=(fact,))
    count = made.deliveries.count()
    notices.success(request, text("inbox.chased", language_of(request), count=count))
    return redirect(found.get_absolute_url())


@login_required
@require_POST
def close(request: HttpRequest, pk: int, delivery: int) -> HttpResponse:
    """The sender is content with one recipient's answer."""
    user = cast(User, request.user)
    found = one_sent(user, pk)
    one = deliveries_of(found).filter(pk=delivery).first()
    form = VersionForm(request.POST)
    if one is not None and form.is_valid():
        try:
            actions.close(delivery=one, by=user, **form.cleaned_data)
        except StepRefused as refused:
            return _show_sent(request, found, facts=refused.facts)
    return redirect(found.get_absolute_url())


@login_required
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write to offices: urging, a bulletin, chasing."""
    user = cast(User, request.user)
    require(user, Permission.MESSAGE_SEND)
    groups = groups_for(user)
    form = MessageForm(request.POST if request.method == "POST" else None)
    form.fields["groups"].choices = [(name, name) for name in groups]  # type: ignore[attr-defined]  # a choice field
    facts: list[Fact] = []
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        recipients = chosen(user, data["groups"], data["codes"].split())
        if recipients:
            made = actions.urge(
                kind=Kind(data["kind"]),
                sender=actions.sender_of(user),
                recipients=recipients,
                subject=data["subject"],
                body=data["body"],
                last_day=data["last_day"],
                by=user,
            )
            return redirect(made.get_absolute_url())
        facts.append(NoRecipients())
    context = {"form": form, "kinds": OWN_KINDS, "groups": groups.items(), "facts": facts}
    return render(request, "messages/new.html", context, status=409 if form.is_bound else 200)


def _show(
    request: HttpRequest, found: Delivery, *, facts: tuple[Fact, ...] = (), typed: str = ""
) -> HttpResponse:
    user, language = cast(User, request.user), language_of(request)
    steps = steps_for(user, found)
    context = {
        "delivery": found,
        "dispatch": found.dispatch,
        "snapshot": snapshot(found.dispatch.content, language),
        "subject_of": _subject(user, found.dispatch),
        "steps": [one for one in steps if one.step.name not in OWN_FORM and one.ready],
        "may_answer": any(one.step.name == "answer" for one in steps) and found.demands,
        "changes": changes_of(found),
        "facts": facts,
        "typed": typed,
    }
    return render(request, "messages/delivery.html", context, status=409 if facts else 200)


def _show_sent(
    request: HttpRequest, found: Dispatch, *, facts: tuple[Fact, ...] = ()
) -> HttpResponse:
    language = language_of(request)
    deliveries = list(deliveries_of(found))
    context = {
        "dispatch": found,
        "deliveries": deliveries,
        "snapshot": snapshot(found.content, language),
        "chases": chases_of(found),
        "owing": [one for one in deliveries if _owes(found, one)],
        "may_send": may(cast(User, request.user), Permission.MESSAGE_SEND),
        "facts": [sentence(fact, language) for fact in facts],
    }
    return render(request, "messages/dispatch.html", context, status=409 if facts else 200)


def _owes(dispatch: Dispatch, one: Delivery) -> bool:
    done = {"answered", "closed"} | (set() if dispatch.needs_reply else {"receipted"})
    return one.demands and one.state not in done


def _subject(user: User, dispatch: Dispatch) -> Stateful | None:
    """The record a message is about, if this person may see it."""
    try:
        model = apps.get_model(dispatch.object_type)
    except (LookupError, ValueError):
        return None
    if not issubclass(model, Stateful):
        return None
    seen = model.objects.visible_to(user, Permission(model.read_permission))
    found: Stateful | None = seen.filter(pk=dispatch.object_id).first()
    return found


def _page(request: HttpRequest) -> int:
    asked = request.GET.get("page", "")
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 0
