"""Every write of accounts. Who may do this to whom, higher rooms decide."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction

from duibiao import clock
from duibiao.accounts.facts import CodeInvalid, PasswordRefused, UsernameTaken
from duibiao.accounts.models import ActivationCode, PasswordHistory, User, normal_username
from duibiao.accounts.password_policy import PROFILES, PasswordUsed, weaknesses
from duibiao.journal import actions as journal

CHAIN = "accounts"  # of what concerns no organisation
CODE_DAYS = 30
CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that look alike; 32 letters, 5 bits each
CODE_LENGTH = 16


@transaction.atomic
def create_user(
    *, username: str, name: str, phone: str = "", by: User | None, chain: str = CHAIN
) -> tuple[User, str]:
    """An account without a password, and the one-time code that activates it: shown once, to be
    printed or handed over. UsernameTaken."""
    normal = normal_username(username)
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
    return user, issue_activation_code(user=user, by=by, chain=chain)


@transaction.atomic
def issue_activation_code(*, user: User, by: User | None, chain: str = CHAIN) -> str:
    """A new one-time code; earlier ones end, and so do the person's sessions (a reset)."""
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    now = clock.now()
    user.activation_codes.filter(used_at=None).update(withdrawn=True)
    ActivationCode.objects.create(
        user=user,
        digest=_digest(user, code),
        issued_at=now,
        expires_at=now + timedelta(days=CODE_DAYS),
    )
    if user.activated_at:
        end_sessions(user=user)
    journal.record("account.code_issued", chain=chain, by=by, on=user)
    return "-".join(code[place : place + 4] for place in range(0, CODE_LENGTH, 4))


@transaction.atomic
def activate(*, username: str, code: str, password: str, chain: str = CHAIN) -> User:
    """Choose a password with a one-time code. CodeInvalid; PasswordRefused keeps the code."""
    user = User.objects.select_for_update().filter(username=normal_username(username)).first()
    wanted = code.replace("-", "").replace(" ", "").upper()
    open_code = (
        user.activation_codes.filter(used_at=None, withdrawn=False).first() if user else None
    )
    if user is None or open_code is None or open_code.expires_at < clock.now():
        raise CodeInvalid
    if not hmac.compare_digest(open_code.digest, _digest(user, wanted)):
        raise CodeInvalid
    _set_password(user, password)
    user.activated_at = user.activated_at or clock.now()
    user.save()
    open_code.used_at = clock.now()
    open_code.save(update_fields=["used_at"])
    journal.record("account.activated", chain=chain, by=user, on=user)
    return user


@transaction.atomic
def change_password(*, user: User, password: str, chain: str = CHAIN) -> None:
    """A new password, by the person herself; her other sessions end. PasswordRefused."""
    _set_password(user, password)
    user.save()
    end_sessions(user=user)
    journal.record("account.password_changed", chain=chain, by=user, on=user)


@transaction.atomic
def disable(*, user: User, by: User, reason: str, chain: str = CHAIN) -> None:
    """Nobody signs in with this account any more, and its sessions end now."""
    user.is_active = False
    user.save(update_fields=["is_active"])
    end_sessions(user=user)
    journal.record(
        "account.disabled",
        chain=chain,
        by=by,
        on=user,
        reason=reason,
        before={"is_active": True},
        after={"is_active": False},
    )


@transaction.atomic
def enable(*, user: User, by: User, chain: str = CHAIN) -> None:
    """The account may be used again."""
    user.is_active = True
    user.save(update_fields=["is_active"])
    journal.record(
        "account.enabled",
        chain=chain,
        by=by,
        on=user,
        before={"is_active": False},
        after={"is_active": True},
    )


def signed_in(*, user: User, chain: str = CHAIN) -> None:
    """Journal a sign-in."""
    journal.record("account.signed_in", chain=chain, by=user, on=user)


def sign_in_failed(*, username: str) -> None:
    """Journal a failed sign-in, without saying whether the name exists."""
    label = normal_username(username.replace("\x00", ""))[:64]
    journal.record("account.sign_in_failed", chain=CHAIN, by=None, label=label)


def signed_out(*, user: User, chain: str = CHAIN) -> None:
    """Journal a sign-out."""
    journal.record("account.signed_out", chain=chain, by=user, on=user)


def end_sessions(*, user: User) -> None:
    """End every session of a person."""
    for session in Session.objects.filter(expire_date__gte=clock.now()).iterator():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()


def _set_password(user: User, password: str) -> None:
    profile = PROFILES[settings.PASSWORD_PROFILE]
    found = weaknesses(password, username=user.username, profile=profile)
    recent = [user.password, *_earlier(user, profile.history - 1)] if profile.history else []
    if any(check_password(password, old) for old in recent if old and not old.startswith("!")):
        found.append(PasswordUsed(profile.history))
    if found:
        raise PasswordRefused(tuple(found))
    if user.has_usable_password():
        PasswordHistory.objects.create(user=user, password=user.password, until=clock.now())
    user.password = make_password(password)
    user.password_changed_at = clock.now()
    user.must_change_password = False


def _earlier(user: User, count: int) -> list[str]:
    return list(user.earlier_passwords.values_list("password", flat=True)[:count])


def _digest(user: User, code: str) -> str:
    """Codes carry 80 random bits: one keyed hash is enough, and 200 are issued at once."""
    plain = code.replace("-", "").encode()
    return hmac.new(f"activation:{user.pk}".encode(), plain, hashlib.sha256).hexdigest()
