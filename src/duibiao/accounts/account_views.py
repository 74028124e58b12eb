"""A person's own account: profile, password, second factor, sessions."""

from __future__ import annotations

from http import HTTPStatus
from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from duibiao.accounts import actions, second_factor
from duibiao.accounts.actions.signing import renew_session
from duibiao.accounts.facts import FactorCodeWrong, FactorDemanded, PasswordRefused, SignInLocked
from duibiao.accounts.forms import CodeForm, PasswordForm, PhoneForm, RemoveFactorForm
from duibiao.accounts.keeping import safe_next
from duibiao.accounts.models import User
from duibiao.accounts.password_policy import password_due
from duibiao.accounts.queries import sessions_of

SECRET = "totp_secret"


@login_required
@require_http_methods(["GET", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """What the platform knows of the person, and where she changes it."""
    user = cast(User, request.user)
    form = PhoneForm(request.POST) if request.method == "POST" else None
    if form and form.is_valid():
        actions.update_contact(user=user, **form.cleaned_data)
        return redirect("accounts:account")
    context = {
        "problem": "accounts.fill_in" if form else "",
        "sessions": sessions_of(user),
        "here_key": request.session.session_key,
        "has_factor": second_factor.has(user),
        "demanded": second_factor.required(request, user),
        "codes_left": len(second_factor.recovery_codes(user)),
    }
    status = HTTPStatus.BAD_REQUEST if form else HTTPStatus.OK
    return render(request, "accounts/account.html", context, status=status)


@login_required
@sensitive_post_parameters("old", "password", "again")
@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Change one's own password; the other sessions end."""
    user = cast(User, request.user)
    wanted = safe_next(request, request.POST.get("next") or request.GET.get("next") or "/")
    context: dict[str, object] = {"next": wanted, "due": password_due(user)}
    if request.method != "POST":
        return render(request, "accounts/password.html", context)
    form = PasswordForm(request.POST)
    if not form.is_valid():
        context["problem"] = "accounts.fill_in"
    elif not user.check_password(form.cleaned_data["old"]):
        context["problem"] = "accounts.old_wrong"
    elif form.cleaned_data["password"] != form.cleaned_data["again"]:
        context["problem"] = "accounts.differ"
    else:
        try:
            actions.change_password(user=user, password=form.cleaned_data["password"])
        except PasswordRefused as refused:
            context["facts"] = refused.facts
        else:
            renew_session(request, user)
            return redirect(wanted)
    return render(request, "accounts/password.html", context, status=HTTPStatus.BAD_REQUEST)


@login_required
@require_http_methods(["GET", "POST"])
def challenge(request: HttpRequest) -> HttpResponse:
    """Six digits from the phone, or a recovery code."""
    user = cast(User, request.user)
    wanted = safe_next(request, request.POST.get("next") or request.GET.get("next") or "/")
    if second_factor.state(request, user) != second_factor.OWED:
        return redirect(wanted)
    context: dict[str, object] = {"next": wanted}
    status = HTTPStatus.OK
    if request.method == "POST":
        form = CodeForm(request.POST)
        code = form.cleaned_data["code"] if form.is_valid() else ""
        try:
            actions.confirm_second_factor(request=request, user=user, code=code)
        except FactorCodeWrong as found:
            context["facts"], status = (found,), HTTPStatus.BAD_REQUEST
        except SignInLocked as found:
            context["facts"], status = (found,), HTTPStatus.TOO_MANY_REQUESTS
        else:
            return redirect(wanted)
    return render(request, "accounts/challenge.html", context, status=status)


@login_required
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """Scan, prove, keep the recovery codes: one page after the other."""
    user = cast(User, request.user)
    wanted = safe_next(request, request.POST.get("next") or request.GET.get("next") or "/")
    if second_factor.has(user):
        return redirect("accounts:account")
    secret = request.session.get(SECRET)
    if secret is None:
        secret = request.session[SECRET] = second_factor.new_secret()
    address = second_factor.address_of(user, secret)
    context: dict[str, object] = {
        "next": wanted,
        "picture": second_factor.picture_of(address),
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "demanded": second_factor.required(request, user),
    }
    if request.method != "POST":
        return render(request, "accounts/set_up.html", context)
    form = CodeForm(request.POST)
    code = form.cleaned_data["code"] if form.is_valid() else ""
    try:
        codes = actions.set_up_second_factor(request=request, user=user, secret=secret, code=code)
    except FactorCodeWrong as found:
        context["facts"] = (found,)
        return render(request, "accounts/set_up.html", context, status=HTTPStatus.BAD_REQUEST)
    request.session.pop(SECRET, None)
    return render(request, "accounts/recovery.html", {"codes": codes, "next": wanted})


@login_required
@sensitive_post_parameters("old")
@require_POST
def recovery(request: HttpRequest) -> HttpResponse:
    """New recovery codes, shown once."""
    user = cast(User, request.user)
    if not second_factor.has(user):
        return redirect("accounts:account")
    if not _knows_password(request, user):
        return _wrong_password(request)
    codes = actions.renew_recovery_codes(user=user)
    return render(request, "accounts/recovery.html", {"codes": codes, "next": "/account/"})


@login_required
@sensitive_post_parameters("old")
@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """Take one's own second factor away."""
    user = cast(User, request.user)
    if not _knows_password(request, user):
        return _wrong_password(request)
    try:
        actions.remove_second_factor(user=user, by=user, request=request)
    except FactorDemanded as found:
        return render(
            request, "accounts/refused.html", {"facts": (found,)}, status=HTTPStatus.CONFLICT
        )
    return redirect("accounts:account")


@login_required
@require_POST
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out elsewhere: one other session, or all others."""
    user = cast(User, request.user)
    here = request.session.session_key or ""
    handle = request.POST.get("session", "")
    if handle:
        actions.end_session(user=user, handle=handle.replace("\x00", "")[:16], but=here)
    else:
        actions.end_other_sessions(user=user, but=here)
    return redirect("accounts:account")


def _knows_password(request: HttpRequest, user: User) -> bool:
    form = RemoveFactorForm(request.POST)
    return form.is_valid() and user.check_password(form.cleaned_data["old"])


def _wrong_password(request: HttpRequest) -> HttpResponse:
    context = {"problem": "accounts.old_wrong"}
    return render(request, "accounts/refused.html", context, status=HTTPStatus.BAD_REQUEST)
