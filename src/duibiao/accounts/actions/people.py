"""Accounts and their one-time codes: made, issued, used, stopped."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from collections.abc import Iterable
from datetime import timedelta

from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.db.models.functions import Coalesce

from duibiao import clock
from duibiao.accounts.actions.passwords import retire_password, set_password
from duibiao.accounts.actions.sessions import end_sessions
from duibiao.accounts.activation import followed
from duibiao.accounts.facts import CodeInvalid, UsernameTaken, UsernameUnfit
from duibiao.accounts.models import (
    LONGEST_USERNAME,
    ActivationCode,
    User,
    fit_username,
    normal_username,
)
from duibiao.journal import actions as journal

CHAIN = "accounts"  # of what concerns no organisation
CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that look alike; 32 letters, 5 bits each
CODE_LENGTH = 16
SEEN_EVERY = timedelta(hours=1)


@transaction.atomic
def create_user(
    *,
    username: str,
    name: str,
    phone: str = "",
    by: User | None,
    chain: str = CHAIN,
    batch: str = "",
) -> tuple[User, str]:
    """An account without a password, and the one-time code that activates it: shown once, to be
    printed or handed over. UsernameTaken, UsernameUnfit."""
    normal = normal_username(username)
    if not fit_username(normal):
        raise UsernameUnfit(LONGEST_USERNAME)
    user = User(username=normal, name=name, phone=phone, created_at=clock.now())
    user.set_unusable_password()
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError:
        raise UsernameTaken(username) from None
    journal.record(
        "account.created", chain=chain, by=by, on=user, after={"username": normal, "name": name}
    )
    return user, issue_activation_code(user=user, by=by, chain=chain, batch=batch)


@transaction.atomic
def issue_activation_code(
    *, user: User, by: User | None, chain: str = CHAIN, batch: str = ""
) -> str:
    """A new one-time code: earlier ones end, and so do the password and the sessions there were.
    Resetting is the same as issuing (五(一)2(2)-3)."""
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    now = clock.now()
    user.activation_codes.filter(used_at=None).update(withdrawn=True)
    ActivationCode.objects.create(
        user=user,
        digest=_digest(user, code),
        issued_at=now,
        issued_by=by,
        batch=batch,
        expires_at=now + timedelta(days=settings.ACTIVATION_CODE_DAYS),
    )
    if user.has_usable_password():
        retire_password(user)
        user.set_unusable_password()
        user.save(update_fields=["password"])
    end_sessions(user=user)
    AxesProxyHandler.reset_attempts(username=user.username)
    journal.record("account.code_issued", chain=chain, by=by, on=user, after={"batch": batch})
    return "-".join(code[place : place + 4] for place in range(0, CODE_LENGTH, 4))


@transaction.atomic
def issue_activation_codes(
    *, users: Iterable[User], by: User | None, chain: str = CHAIN, batch: str = ""
) -> list[tuple[User, str]]:
    """Codes for many at one stroke: all of them or none."""
    return [
        (user, issue_activation_code(user=user, by=by, chain=chain, batch=batch)) for user in users
    ]


@transaction.atomic
def activate(*, username: str, code: str, password: str, chain: str = CHAIN) -> User:
    """Choose a password with a one-time code. CodeInvalid; PasswordRefused keeps the code.

    80 random bits need no lockout: nobody guesses them, and nobody can lock a newcomer out.
    """
    # The row is the lock: of two who use the same code at once, the second finds it used.
    user = User.objects.select_for_update().filter(username=normal_username(username)).first()
    known = user if user and user.is_active else None
    open_code = (
        known.activation_codes.filter(used_at=None, withdrawn=False).first() if known else None
    )
    if known is None or open_code is None or open_code.expires_at < clock.now():
        raise CodeInvalid
    if not hmac.compare_digest(open_code.digest, _digest(known, _typed(code))):
        raise CodeInvalid
    set_password(known, password)
    known.activated_at = known.activated_at or clock.now()
    known.save()
    open_code.used_at = clock.now()
    open_code.save(update_fields=["used_at"])
    AxesProxyHandler.reset_attempts(username=known.username)
    journal.record("account.activated", chain=chain, by=known, on=known)
    followed(known)
    return known


@transaction.atomic
def disable(*, user: User, by: User | None, reason: str, chain: str = CHAIN) -> None:
    """Nobody signs in with this account any more, and its sessions end now."""
    _switch(user, "account.disabled", by=by, active=False, reason=reason, chain=chain)
    end_sessions(user=user)


@transaction.atomic
def enable(*, user: User, by: User, chain: str = CHAIN) -> None:
    """The account may be used again; its idle time begins anew."""
    user.last_seen_at = clock.now()
    user.save(update_fields=["last_seen_at"])
    _switch(user, "account.enabled", by=by, active=True, reason="", chain=chain)


@transaction.atomic
def disable_idle(*, days: int | None = None, chain: str = CHAIN) -> int:
    """Stop every account nobody has used for so long (GB/T 22239 8.1.4.2 c); returns how many."""
    limit = clock.now() - timedelta(days=days or settings.IDLE_ACCOUNT_DAYS)
    last = Coalesce("last_seen_at", "activated_at")
    idle = User.objects.annotate(last=last).filter(Q(last__lt=limit), is_active=True)
    found = list(idle.select_for_update())
    for user in found:
        disable(user=user, by=None, reason="idle", chain=chain)
    return len(found)


@transaction.atomic
def pass_months(*, chain: str = CHAIN) -> int:
    """For a rehearsal, whose clock jumps months between two steps: nobody was away meanwhile, and
    no password grew old. Returns how many accounts."""
    active = User.objects.filter(is_active=True, activated_at__isnull=False)
    count = active.update(last_seen_at=clock.now(), password_changed_at=clock.now())
    journal.record("account.months_passed", chain=chain, by=None, after={"accounts": count})
    return count


@transaction.atomic
def update_contact(*, user: User, phone: str, email: str, chain: str = CHAIN) -> None:
    """The person's telephone and address, kept up to date by herself."""
    before = {"phone": user.phone, "email": user.email}
    user.phone, user.email = phone, email
    user.save(update_fields=["phone", "email"])
    after = {"phone": phone, "email": email}
    journal.record("account.updated", chain=chain, by=user, on=user, before=before, after=after)


def seen(*, user: User) -> None:
    """Remember that the person was here; written at most once an hour."""
    now = clock.now()
    last = user.last_seen_at
    if last is None or not now - SEEN_EVERY < last <= now:
        User.objects.filter(pk=user.pk).update(last_seen_at=now)
        user.last_seen_at = now


def _switch(
    user: User, event: str, *, by: User | None, active: bool, reason: str, chain: str
) -> None:
    before = user.is_active
    user.is_active = active
    user.save(update_fields=["is_active"])
    journal.record(
        event,
        chain=chain,
        by=by,
        on=user,
        reason=reason,
        before={"is_active": before},
        after={"is_active": active},
    )


def _typed(code: str) -> str:
    """A code as a person types it: any case, full width, with dashes or blanks."""
    plain = unicodedata.normalize("NFKC", code).upper()
    return "".join(letter for letter in plain if letter in CODE_LETTERS)


def _digest(user: User, code: str) -> str:
    """Codes carry 80 random bits: one keyed hash is enough, and 200 are issued at once."""
    plain = code.replace("-", "").encode()
    return hmac.new(f"activation:{user.pk}".encode(), plain, hashlib.sha256).hexdigest()
