"""Signing in and out, activating an account, changing the password."""

from __future__ import annotations

from typing import cast

from axes.handlers.proxy import AxesProxyHandler
from django.contrib import messages
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from duibiao.accounts import actions
from duibiao.accounts.facts import CodeInvalid, PasswordRefused
from duibiao.accounts.models import User
from duibiao.ui.language import language_of
from duibiao.ui.wording import text

LONGEST = 200


def _field(request: HttpRequest, name: str) -> str:
    return request.POST.get(name, "").replace("\x00", "")[:LONGEST]


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Name and password; the same answer whether the name exists or not."""
    wanted = request.POST.get("next") or request.GET.get("next") or "/"
    known = request.GET.get("username", "")[:LONGEST]
    context = {"next": wanted, "username": known, "problem": ""}
    if request.method != "POST":
        return render(request, "accounts/sign_in.html", context)
    username = _field(request, "username")
    credentials = {"username": username, "password": _field(request, "password")}
    try:
        user = authenticate(request, **credentials)
    except PermissionDenied:
        user = None
    if isinstance(user, User):
        login(request, user)
        actions.signed_in(user=user)
        here = {request.get_host()}
        safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts=here)
        return redirect(wanted if safe else "/")
    actions.sign_in_failed(username=username)
    locked = not AxesProxyHandler.is_allowed(request, credentials)
    context["username"] = username
    context["problem"] = "accounts.locked" if locked else "accounts.wrong"
    return render(request, "accounts/sign_in.html", context, status=403 if locked else 401)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    if isinstance(request.user, User):
        actions.signed_out(user=request.user)
    logout(request)
    response = redirect("/")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


@sensitive_post_parameters("code", "password", "again")
@require_http_methods(["GET", "POST"])
def activate(request: HttpRequest) -> HttpResponse:
    """Choose a password with the printed one-time code."""
    context: dict[str, object] = {"username": request.GET.get("username", "")[:LONGEST]}
    if request.method == "POST":
        username = _field(request, "username")
        context |= {"username": username, "code": _field(request, "code")}
        if _field(request, "password") != _field(request, "again"):
            context["problem"] = "accounts.differ"
        else:
            try:
                actions.activate(
                    username=username,
                    code=_field(request, "code"),
                    password=_field(request, "password"),
                )
            except CodeInvalid as found:
                context["facts"] = (found,)
            except PasswordRefused as refused:
                context["facts"] = refused.facts
            else:
                messages.success(request, text("accounts.activated", language_of(request)))
                return redirect("accounts:sign-in")
    failed = "problem" in context or "facts" in context
    return render(request, "accounts/activate.html", context, status=400 if failed else 200)


@login_required
@sensitive_post_parameters("old", "password", "again")
@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Change one's own password."""
    user = cast(User, request.user)
    context: dict[str, object] = {}
    if request.method == "POST":
        if not user.check_password(_field(request, "old")):
            context["problem"] = "accounts.old_wrong"
        elif _field(request, "password") != _field(request, "again"):
            context["problem"] = "accounts.differ"
        else:
            try:
                actions.change_password(user=user, password=_field(request, "password"))
            except PasswordRefused as refused:
                context["facts"] = refused.facts
            else:
                login(request, user, backend="django.contrib.auth.backends.ModelBackend")
                messages.success(request, text("accounts.changed", language_of(request)))
                return redirect("/")
    return render(request, "accounts/password.html", context, status=400 if context else 200)
