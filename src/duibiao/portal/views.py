"""The first page, the workbench, histories and the journal."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from duibiao.access import Permission, load_or_404, may, require
from duibiao.accounts.models import User
from duibiao.campaigns.choice import CHOSEN
from duibiao.campaigns.queries import rounds
from duibiao.catalogue.queries import current_schemes
from duibiao.core.compare.outcome import Outcome
from duibiao.core.errors import Fact
from duibiao.enterprises.models import Enterprise
from duibiao.imports.queries import lists_of
from duibiao.insights.keeping import remembered
from duibiao.organisations.models import Membership
from duibiao.organisations.queries import sample_posts
from duibiao.portal.actions import export_journal
from duibiao.portal.contents import items_of
from duibiao.portal.doing import DOINGS
from duibiao.portal.doing.doing import Doing
from duibiao.portal.doing.register import ENTERPRISE
from duibiao.portal.history import journal_for, narrowed, object_history, told
from duibiao.portal.records import fields_of, model_of, seen_by, states_of
from duibiao.portal.workbench import beginnings, doings_on, standing_of, workbench
from duibiao.selection.cautions import cautions_of
from duibiao.ui.language import language_of
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.models import Stateful
from duibiao.workflow.queries import owners_of, steps_for

PAGE = 100


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The workbench of whoever is signed in; else the public first page."""
    if isinstance(request.user, User):
        user = request.user
        context = {
            "bench": workbench(user),
            "beginnings": beginnings(user),
            "rounds": rounds(),
            "reached": remembered(user, ("standing",), lambda: standing_of(user)),
            "may_hand_out": may(user, Permission.SLOT_ALLOCATE),
            "may_see_register": may(user, Permission.ENTERPRISE_READ),
            "may_see_people": may(user, Permission.PEOPLE_READ),
        }
        return render(request, "portal/workbench.html", context)
    outcomes = [outcome for outcome in Outcome if outcome is not Outcome.PENDING]
    context = {
        "count": current_schemes().count(),
        "outcomes": outcomes,
        "posts": _sign_ins(request),
    }
    return render(request, "portal/home.html", context)


def _sign_ins(request: HttpRequest) -> QuerySet[Membership] | None:
    """In a rehearsal, one account of each kind of organisation; else none."""
    if getattr(request, "rehearsal", None) is None:
        return None
    return sample_posts()


@login_required
@require_safe
def history(request: HttpRequest, label: str, pk: int) -> HttpResponse:
    """Who changed an object, when, before and after."""
    record, entries = object_history(cast(User, request.user), label, pk)
    return render(request, "portal/history.html", {"record": record, "entries": entries})


@login_required
@require_safe
def journal(request: HttpRequest) -> HttpResponse:
    """The journal, newest first, a hundred at a time."""
    words, event = request.GET.get("words", "")[:100], request.GET.get("event", "")[:64]
    entries = narrowed(journal_for(cast(User, request.user)), words, event)
    before = request.GET.get("before", "")
    if before.isdecimal() and len(before) < 19:
        entries = entries.filter(id__lt=int(before))
    page = list(entries[: PAGE + 1])
    context = {
        "entries": [told(entry) for entry in page[:PAGE]],
        "older": page[PAGE - 1].pk if len(page) > PAGE else None,
        "words": words,
        "event": event,
    }
    return render(request, "portal/journal.html", context)


@login_required
@require_safe
def journal_export(request: HttpRequest) -> HttpResponse:
    """The same entries as a file; the export itself is journaled."""
    user = cast(User, request.user)
    words, event = request.GET.get("words", "")[:100], request.GET.get("event", "")[:64]
    content = export_journal(entries=narrowed(journal_for(user), words, event), by=user)
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="journal.csv"'
    return response


@login_required
@require_safe
def record_list(request: HttpRequest, machine: str) -> HttpResponse:
    """The records of one kind a person may see, by state, a hundred at a time."""
    user = cast(User, request.user)
    records = seen_by(user, model_of(machine))
    states = remembered(user, ("states", machine), lambda: states_of(records))
    state, after = request.GET.get("state", ""), request.GET.get("after", "")
    if state:
        records = records.filter(state=state)
    if after.isdecimal() and len(after) < 19:
        records = records.filter(pk__gt=int(after))
    page = list(records.order_by("pk")[: PAGE + 1])
    context = {
        "machine": machine,
        "title_key": f"machine.{machine}",
        "states": states,
        "state": state,
        "total": sum(states.values()),
        "records": page[:PAGE],
        "older": page[PAGE - 1].pk if len(page) > PAGE else None,
    }
    return render(request, "portal/records.html", context)


@login_required
@require_safe
def record(request: HttpRequest, machine: str, pk: int) -> HttpResponse:
    """One record: state, what can be done now, content."""
    user, found = cast(User, request.user), _load(request, machine, pk)
    context = {
        "record": found,
        "machine": machine,
        "steps": steps_for(user, found),
        "doings": doings_on(user, found),
        "lists": lists_of(user, found),
        "cautions": cautions_of(found),
        "owners": owners_of(found),
        "fields": fields_of(found, language_of(request)),
        "items": items_of(found, language_of(request)),
    }
    return render(request, "portal/record.html", context)


@login_required
@require_POST
def choose_campaign(request: HttpRequest) -> HttpResponse:
    """Which round the pages are about from now on (field `campaign`, its id)."""
    asked = request.POST.get("campaign", "")
    if asked.isdecimal() and rounds().filter(pk=int(asked[:18])).exists():
        request.session[CHOSEN] = int(asked)
    return redirect("portal:home")


@login_required
@require_http_methods(["GET", "POST"])
def do(request: HttpRequest, key: str, pk: int | None = None) -> HttpResponse:
    """A form, and what it does. What was typed stays on the page when something is missing."""
    user, doing = cast(User, request.user), _doing(key)
    require(user, doing.permission)
    on = _target(request, doing, pk)
    form = doing.form(request.POST if request.method == "POST" else None, on, language_of(request))
    if "industry" in form.fields and request.GET.get(
        "industry"
    ):  # chosen on the page of industries
        form.initial["industry"] = request.GET["industry"][:8]
    facts: tuple[Fact, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            done = doing.run(user, on, dict(form.cleaned_data))
        except StepRefused as refused:
            facts = refused.facts
        except Fact as fact:
            facts = (fact,)
        else:
            if done.told:
                messages.success(request, done.told)
            return redirect(done.where())
    failed = bool(facts) or (request.method == "POST" and not form.is_valid())
    context = {"doing": doing, "form": form, "record": on, "facts": facts}
    return render(request, "portal/do.html", context, status=409 if failed else 200)


def _doing(key: str) -> Doing:
    if key not in DOINGS:
        raise Http404(key)
    return DOINGS[key]


def _target(request: HttpRequest, doing: Doing, pk: int | None) -> Stateful | Enterprise | None:
    """What the form belongs to; nothing for those that begin something."""
    if not doing.machine:
        return None
    if pk is None:
        raise Http404(doing.key)
    if doing.machine == ENTERPRISE:
        return load_or_404(cast(User, request.user), Enterprise, Permission.ENTERPRISE_READ, pk=pk)
    return _load(request, doing.machine, pk)


def _load(request: HttpRequest, machine: str, pk: int) -> Stateful:
    model = model_of(machine)
    user = cast(User, request.user)
    return load_or_404(user, model, Permission(model.read_permission), pk=pk)
