"""Pages about people: the tree of offices, their posts and accounts, proxies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from duibiao import clock
from duibiao.access import Permission, actions, may, require
from duibiao.access.forms import AccountForm, AppointForm, ProxyForm, ReasonForm
from duibiao.access.people import (
    below,
    may_be_principals,
    member,
    members,
    office,
    offices,
    proxies,
    told,
    watched,
)
from duibiao.accounts.facts import UsernameUnknown
from duibiao.accounts.models import User, normal_username
from duibiao.accounts.slips import Slip, slips_page
from duibiao.core.errors import Fact
from duibiao.organisations.kinds import ADMINISTRATORS, Kind, Post
from duibiao.organisations.models import Membership, Organisation

FOUND = 200  # rows of a search


@login_required
@require_safe
def tree(request: HttpRequest) -> HttpResponse:
    """The highest offices within reach; or what a search finds."""
    user = cast(User, request.user)
    require(user, Permission.PEOPLE_READ)
    words = request.GET.get("words", "").replace("\x00", "").strip()[:60]
    context = {
        "offices": below(user, None, words)[:FOUND],
        "words": words,
        "may_manage": may(user, Permission.PEOPLE_MANAGE),
    }
    return render(request, "access/tree.html", context)


@login_required
@require_safe
def office_page(request: HttpRequest, code: str) -> HttpResponse:
    """One office: who works there, and the offices below it."""
    require(cast(User, request.user), Permission.PEOPLE_READ)
    return _show(request, office(cast(User, request.user), code))


@login_required
@require_safe
def watch(request: HttpRequest) -> HttpResponse:
    """Accounts that need looking after."""
    user = cast(User, request.user)
    require(user, Permission.PEOPLE_READ)
    return render(request, "access/watch.html", {"people": watched(user)})


@login_required
@require_POST
def open_account(request: HttpRequest, code: str) -> HttpResponse:
    """A new account in an office; its slip is the answer."""
    user = cast(User, request.user)
    require(user, Permission.PEOPLE_READ)
    there, form = office(user, code), AccountForm(request.POST)
    if not form.is_valid():
        return _show(request, there, form=form)
    data = {**form.cleaned_data, "post": Post(form.cleaned_data["post"])}
    try:
        made, activation = actions.open_account(organisation=there, by=user, **data)
    except Fact as fact:
        return _show(request, there, form=form, facts=(fact,))
    slip = _slip(there, made, activation)
    return slips_page(request, [slip], back=f"/people/{there.code}/")


@login_required
@require_POST
def appoint(request: HttpRequest, code: str) -> HttpResponse:
    """A post for somebody who has an account."""
    user = cast(User, request.user)
    require(user, Permission.PEOPLE_READ)
    there, form = office(user, code), AppointForm(request.POST)
    if not form.is_valid():
        return _show(request, there, form=form)
    name = normal_username(form.cleaned_data["username"])
    known = User.objects.filter(username=name).first()
    facts: tuple[Fact, ...] = ()
    if known is None:
        facts = (UsernameUnknown(name),)
    else:
        try:
            post = Post(form.cleaned_data["post"])
            actions.appoint(user=known, organisation=there, post=post, by=user)
        except Fact as fact:
            facts = (fact,)
    return _show(request, there, form=form, facts=facts) if facts else _back(there)


@login_required
@require_POST
def reset(request: HttpRequest, code: str) -> HttpResponse:
    """New activation codes for the chosen people; their slips are the answer, once."""
    user = cast(User, request.user)
    require(user, Permission.PEOPLE_RESET)
    there = office(user, code)
    keys = [key for key in request.POST.getlist("member") if key.isdecimal() and len(key) < 19]
    chosen = members(user).filter(organisation=there, pk__in=keys)
    if not chosen:
        return _back(there)
    made = actions.reset_accounts(memberships=chosen, by=user)
    slips = [_slip(there, one.user, activation) for one, activation in made]
    return slips_page(request, slips, back=f"/people/{there.code}/")


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Dismiss, stop, resume, sign out, take a second factor off: asked first, then done."""
    user = cast(User, request.user)
    require(user, Permission.PEOPLE_READ)
    one = member(user, pk)
    if act not in ACTS:
        raise Http404(act)
    form = ReasonForm(request.POST)
    facts: tuple[Fact, ...] = ()
    if request.method == "POST" and (form.is_valid() or act not in WITH_REASON):
        try:
            ACTS[act](one, user, form.cleaned_data.get("reason", ""))
        except Fact as fact:
            facts = (fact,)
        else:
            return _back(one.organisation)
    failed = request.method == "POST"
    context = {
        "one": one,
        "act": act,
        "title_key": f"people.{act}",
        "with_reason": act in WITH_REASON,
        "facts": facts,
        "lacking": failed and not facts,
    }
    return render(request, "access/change.html", context, status=409 if failed else 200)


@login_required
@require_http_methods(["GET", "POST"])
def proxy_page(request: HttpRequest) -> HttpResponse:
    """For whom the working body enters data; granted and ended here."""
    user = cast(User, request.user)
    require(user, Permission.PEOPLE_READ)
    facts: tuple[Fact, ...] = ()
    form = ProxyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        principal = may_be_principals().filter(code=form.cleaned_data["principal"]).first()
        agent = Organisation.objects.filter(kind=Kind.INSTITUTE, is_active=True).first()
        if principal is None or agent is None:
            raise Http404(form.cleaned_data["principal"])
        try:
            ground = form.cleaned_data["ground"]
            actions.grant_proxy(agent=agent, principal=principal, ground=ground, by=user)
        except Fact as fact:
            facts = (fact,)
        else:
            return redirect("people:proxies")
    context = {
        "proxies": proxies(),
        "principals": may_be_principals(),
        "may_manage": may(user, Permission.ORGANISATION_MANAGE),
        "form": form,
        "facts": facts,
    }
    return render(request, "access/proxies.html", context, status=409 if form.is_bound else 200)


@login_required
@require_POST
def proxy_end(request: HttpRequest, pk: int) -> HttpResponse:
    """The working body enters nothing more for that office."""
    user = cast(User, request.user)
    require(user, Permission.ORGANISATION_MANAGE)
    one, form = proxies().filter(pk=pk).first(), ReasonForm(request.POST)
    if one is not None and form.is_valid():
        actions.end_proxy(proxy=one, by=user, reason=form.cleaned_data["reason"])
    return redirect("people:proxies")


def _show(
    request: HttpRequest, there: Organisation, *, form: Any = None, facts: tuple[Fact, ...] = ()
) -> HttpResponse:
    user = cast(User, request.user)
    failed = bool(facts) or form is not None
    context = {
        "office": there,
        "people": told(members(user).filter(organisation=there)),
        "offices": below(user, there),
        "above": offices(user).filter(children=there).first(),
        "posts": _posts(there),
        "may_manage": may(user, Permission.PEOPLE_MANAGE) and there.kind != Kind.ENTERPRISE,
        "may_reset": may(user, Permission.PEOPLE_RESET),
        "form": form,
        "facts": facts,
    }
    return render(request, "access/office.html", context, status=409 if failed else 200)


def _posts(there: Organisation) -> list[Post]:
    """Administrators sit in the commission and the working body."""
    central = there.kind in {Kind.COMMISSION, Kind.INSTITUTE}
    return [post for post in Post if central or post not in ADMINISTRATORS]


def _slip(there: Organisation, user: User, activation: str) -> Slip:
    last_day = clock.today() + timedelta(days=settings.ACTIVATION_CODE_DAYS)
    return Slip(there.name, user.username, activation, last_day, user.name)


def _back(there: Organisation) -> HttpResponse:
    return redirect("people:office", there.code)


def _dismiss(one: Membership, by: User, reason: str) -> None:
    actions.dismiss(membership=one, by=by, reason=reason)


def _stop(one: Membership, by: User, reason: str) -> None:
    actions.stop_account(membership=one, by=by, reason=reason)


def _resume(one: Membership, by: User, _reason: str) -> None:
    actions.resume_account(membership=one, by=by)


def _factor(one: Membership, by: User, reason: str) -> None:
    actions.remove_second_factor(membership=one, by=by, reason=reason)


def _sessions(one: Membership, by: User, _reason: str) -> None:
    actions.end_sessions_of(membership=one, by=by)


WITH_REASON = {"dismiss", "stop", "factor"}
ACTS: dict[str, Callable[[Membership, User, str], None]] = {
    "dismiss": _dismiss,
    "stop": _stop,
    "resume": _resume,
    "factor": _factor,
    "sessions": _sessions,
}
