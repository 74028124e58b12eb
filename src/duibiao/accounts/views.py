"""Signing in and out, and activating an account."""

from __future__ import annotations

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from duibiao.accounts import actions, second_factor
from duibiao.accounts.actions.signing import lock_minutes
from duibiao.accounts.facts import CodeInvalid, PasswordRefused, SignInLocked, SignInWrong
from duibiao.accounts.forms import ActivateForm, SignInForm
from duibiao.accounts.keeping import KEPT, kept_form, safe_next, with_next
from duibiao.accounts.models import LONGEST_USERNAME, User
from duibiao.core.errors import Fact


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Name and password; the same answer whether the name exists or not."""
    wanted = safe_next(request, request.POST.get("next") or request.GET.get("next") or "/")
    if request.method != "POST":
        if isinstance(request.user, User):
            return redirect(wanted)
        known = request.GET.get("username", "")[:LONGEST_USERNAME]
        return render(request, "accounts/sign_in.html", {"next": wanted, "username": known})
    form = SignInForm(request.POST)
    kept = request.POST.get("kept", "")
    try:
        # A name that no account can have (too long, with a NUL) is answered like a wrong one.
        if not form.is_valid():
            raise SignInWrong(settings.AXES_FAILURE_LIMIT, lock_minutes())
        name, password = form.cleaned_data["username"], form.cleaned_data["password"]
        user = actions.sign_in(request=request, username=name, password=password)
    except Fact as found:
        shut = isinstance(found, SignInLocked)
        context = {
            "next": wanted,
            "kept": kept,
            "username": request.POST.get("username", "").replace("\x00", "")[:LONGEST_USERNAME],
            "facts": (found,),
            "minutes": lock_minutes() if shut else None,
        }
        status = HTTPStatus.TOO_MANY_REQUESTS if shut else HTTPStatus.UNAUTHORIZED
        return render(request, "accounts/sign_in.html", context, status=status)
    if kept and kept_form(kept):
        request.session[KEPT] = kept
    if second_factor.state(request, user) == second_factor.OWED:
        return with_next("accounts:second-factor", wanted)
    return redirect(wanted)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session, and what the browser keeps of it."""
    actions.sign_out(request=request)
    response = redirect("/")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@sensitive_post_parameters("code", "password", "again")
@require_http_methods(["GET", "POST"])
def activate(request: HttpRequest) -> HttpResponse:
    """Choose a password with the printed one-time code; she is signed in then."""
    if request.method != "POST":
        name = request.GET.get("username", "")[:LONGEST_USERNAME]
        return render(request, "accounts/activate.html", {"username": name})
    form = ActivateForm(request.POST)
    context: dict[str, object] = {
        "username": request.POST.get("username", "").replace("\x00", "")[:LONGEST_USERNAME],
        "code": request.POST.get("code", "").replace("\x00", "")[:40],
    }
    if not form.is_valid():
        context["problem"] = "accounts.fill_in"
    elif form.cleaned_data["password"] != form.cleaned_data["again"]:
        context["problem"] = "accounts.differ"
    else:
        given = form.cleaned_data
        try:
            user = actions.activate(
                username=given["username"], code=given["code"], password=given["password"]
            )
        except CodeInvalid as found:
            context["facts"] = (found,)
        except PasswordRefused as refused:
            context["facts"] = refused.facts
        else:
            actions.sign_in_activated(request=request, user=user)
            return redirect("/")
    return render(request, "accounts/activate.html", context, status=HTTPStatus.BAD_REQUEST)


@require_safe
def resume(request: HttpRequest) -> HttpResponse:
    """The form that was posted without a session, to be sent again by a click."""
    if not isinstance(request.user, User):
        return with_next("accounts:sign-in", reverse("accounts:resume"))
    kept = kept_form(request.session.pop(KEPT, ""))
    if kept is None:
        return redirect("/")
    path = safe_next(request, kept.path)
    return render(request, "accounts/resume.html", {"kept": kept, "path": path})
