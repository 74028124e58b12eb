"""Signing in and out. Each attempt is counted, decided and journaled in one transaction."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib.auth import SESSION_KEY as WHO
from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.db import connection, transaction
from django.http import HttpRequest

from duibiao import clock
from duibiao.accounts import second_factor
from duibiao.accounts.actions.people import CHAIN, disable, seen
from duibiao.accounts.actions.sessions import forget_expired_sessions, hold_session_limit
from duibiao.accounts.facts import AccountIdle, SignInLocked, SignInWrong
from duibiao.accounts.models import User, fit_username, normal_username
from duibiao.accounts.sessions import ADDRESS, AGENT
from duibiao.core.errors import Fact
from duibiao.journal import actions as journal
from duibiao.journal.context import request_info

BACKEND = "django.contrib.auth.backends.ModelBackend"


def sign_in(*, request: HttpRequest, username: str, password: str, chain: str = CHAIN) -> User:
    """Open a session. SignInWrong, SignInLocked, AccountIdle: what failed is counted and kept,
    so it is raised only after the transaction."""
    name = normal_username(username)
    if not fit_username(name):
        raise SignInWrong(settings.AXES_FAILURE_LIMIT, lock_minutes())
    with transaction.atomic():
        found = _examine(request, name, password, chain)
    if isinstance(found, Fact):
        raise found
    return found


@transaction.atomic
def sign_in_activated(*, request: HttpRequest, user: User, chain: str = CHAIN) -> None:
    """Open a session for the person who has just used her activation code."""
    _open(request, user, chain)


@transaction.atomic
def sign_out(*, request: HttpRequest, why: str = "", chain: str = CHAIN) -> None:
    """End this session."""
    if isinstance(request.user, User):
        journal.record(
            "account.signed_out", chain=chain, by=request.user, on=request.user, reason=why
        )
    logout(request)


def locked(request: HttpRequest, user: User | None, username: str) -> bool:
    """Too many failures for this name, here or anywhere."""
    name = user.username if user else username
    return not AxesProxyHandler.is_allowed(request, {"username": name})


def one_at_a_time(username: str) -> None:
    """Attempts for one name wait for each other until the transaction ends, so that many at once
    are not more than five. SQLite's IMMEDIATE transactions do so by themselves."""
    if connection.vendor == "postgresql":
        key = int.from_bytes(hashlib.sha256(username.encode()).digest()[:8], signed=True)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])


def lock_minutes() -> int:
    """How long a lock lasts."""
    return int(settings.AXES_COOLOFF_TIME / timedelta(minutes=1))


def _examine(request: HttpRequest, username: str, password: str, chain: str) -> User | Fact:
    one_at_a_time(username)
    user = authenticate(request, username=username, password=password)
    known = user or User.objects.filter(username=username).first()
    if not isinstance(user, User):
        return _failed(request, known, username, chain)
    if _idle(user):
        disable(user=user, by=None, reason="idle", chain=chain)
        return AccountIdle(settings.IDLE_ACCOUNT_DAYS)
    _open(request, user, chain)
    return user


def _failed(request: HttpRequest, known: User | None, username: str, chain: str) -> Fact:
    """Name the person in the journal if there is one; a name that nobody has is not written
    down, as it may be a password typed into the wrong field."""
    shut = locked(request, known, username)
    event = "account.locked" if shut else "account.sign_in_failed"
    journal.record(event, chain=chain, by=None, on=known, label=known.username if known else "")
    if shut:
        return SignInLocked(lock_minutes())
    return SignInWrong(settings.AXES_FAILURE_LIMIT, lock_minutes())


def _open(request: HttpRequest, user: User, chain: str) -> None:
    """A new session with a new key, within the limit of sessions."""
    # What an earlier session of somebody else had in it ends here.
    if request.session.get(WHO) not in {None, str(user.pk)}:
        request.session.flush()
    login(request, user, backend=BACKEND)
    request.session[ADDRESS] = request_info.get().address
    request.session[AGENT] = request.headers.get("user-agent", "").replace("\x00", "")[:200]
    has = second_factor.has(user)
    request.session[second_factor.STATE] = second_factor.OWED if has else second_factor.ABSENT
    request.session.save()
    hold_session_limit(user=user)
    forget_expired_sessions()
    if not has:
        # With a second factor, failures are forgotten only after it (confirm_second_factor).
        AxesProxyHandler.reset_attempts(username=user.username)
    seen(user=user)
    journal.record("account.signed_in", chain=chain, by=user, on=user)


def renew_session(request: HttpRequest, user: User) -> None:
    """A new key for a session whose standing has changed (a new password, a passed factor)."""
    update_session_auth_hash(request, user)


def _idle(user: User) -> bool:
    last = max((at for at in (user.last_seen_at, user.activated_at) if at), default=None)
    return last is not None and clock.now() - last > timedelta(days=settings.IDLE_ACCOUNT_DAYS)
