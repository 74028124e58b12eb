"""One page for every step of every machine: what it does, what is missing, the reason."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from duibiao.access import Permission, load_or_404
from duibiao.accounts.models import User
from duibiao.core.errors import Fact
from duibiao.ui import wording
from duibiao.ui.language import language_of
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.models import Stateful
from duibiao.workflow.performing import perform
from duibiao.workflow.queries import stateful_models, steps_for


@login_required
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, machine: str, pk: int, step: str) -> HttpResponse:
    """GET: the step with its consequence and what is missing; POST: take it."""
    user = cast(User, request.user)
    model = next((m for m in stateful_models() if m.machine.name == machine), None)
    if model is None:
        raise Http404(machine)
    record = load_or_404(user, model, Permission(model.read_permission), pk=pk)
    if f"step.{machine}.{step}" not in wording.WORDS:
        raise Http404(step)
    facts: tuple[Fact, ...] = ()
    if request.method == "POST":
        try:
            done = perform(
                record,
                step,
                by=user,
                expected_version=_version(request, record),
                reason=request.POST.get("reason", ""),
            )
        except StepRefused as refused:
            facts = refused.facts
        else:
            language = language_of(request)
            said = wording.text(f"step.{machine}.{step}", language)
            messages.success(request, wording.text("workflow.done", language, step=said))
            return redirect(_next(request, done))
    button = next((b for b in steps_for(user, record) if b.step.name == step), None)
    context = {
        "record": record,
        "machine": machine,
        "step": step,
        "title_key": f"step.{machine}.{step}",
        "consequence_key": _known(f"step.{machine}.{step}.consequence"),
        "button": button,
        "facts": facts or (button.missing if button else ()),
        "reason": request.POST.get("reason", ""),
        "next": request.POST.get("next") or request.GET.get("next", ""),
    }
    return render(request, "workflow/step.html", context, status=409 if facts else 200)


def _known(key: str) -> str:
    """The key, if there are words for it: not every step has consequences worth saying."""
    return key if key in wording.WORDS else ""


def _version(request: HttpRequest, record: Stateful) -> int:
    """The version the person saw; without one, she saw nothing, and the step is stale."""
    seen = request.POST.get("expected_version", "")
    return int(seen) if seen.isdecimal() and len(seen) < 10 else 0


def _next(request: HttpRequest, record: Stateful) -> str:
    wanted = request.POST.get("next", "")
    if wanted and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        return wanted
    return record.get_absolute_url()
