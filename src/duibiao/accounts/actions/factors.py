"""Setting a second factor up, passing it, and taking it away."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.utils import decrypt
from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth.signals import user_login_failed
from django.db import transaction
from django.http import HttpRequest

from duibiao.accounts import second_factor
from duibiao.accounts.actions.people import CHAIN
from duibiao.accounts.actions.sessions import end_sessions
from duibiao.accounts.actions.signing import lock_minutes, locked, one_at_a_time, renew_session
from duibiao.accounts.facts import FactorCodeWrong, FactorDemanded, SignInLocked
from duibiao.accounts.models import User
from duibiao.core.errors import Fact
from duibiao.journal import actions as journal


@transaction.atomic
def set_up_second_factor(
    *, request: HttpRequest, user: User, secret: str, code: str, chain: str = CHAIN
) -> list[str]:
    """Begin to demand the six digits of this secret, proven by a first code; her other sessions
    end. Returns the recovery codes, to be kept on paper. FactorCodeWrong."""
    User.objects.select_for_update().get(pk=user.pk)
    counter = second_factor.counter_of(secret, code)
    if counter is None or second_factor.has(user):
        raise FactorCodeWrong
    kept = TOTP.activate(user, secret).instance
    kept.data["last_counter"] = counter
    kept.save(update_fields=["data"])
    RecoveryCodes.activate(user)
    request.session[second_factor.STATE] = second_factor.PASSED
    renew_session(request, user)
    end_sessions(user=user, but=request.session.session_key or "")
    journal.record("account.factor_set_up", chain=chain, by=user, on=user)
    return second_factor.recovery_codes(user)


def confirm_second_factor(
    *, request: HttpRequest, user: User, code: str, chain: str = CHAIN
) -> None:
    """Pass the second factor with six digits or a recovery code, each valid once. Failures count
    as failed sign-ins. FactorCodeWrong, SignInLocked."""
    with transaction.atomic():
        problem = _examine(request, user, code, chain)
    if problem:
        raise problem


@transaction.atomic
def renew_recovery_codes(*, user: User, chain: str = CHAIN) -> list[str]:
    """New recovery codes; the earlier ones end."""
    User.objects.select_for_update().get(pk=user.pk)
    Authenticator.objects.filter(user_id=user.pk, type="recovery_codes").delete()
    RecoveryCodes.activate(user)
    journal.record("account.recovery_renewed", chain=chain, by=user, on=user)
    return second_factor.recovery_codes(user)


@transaction.atomic
def remove_second_factor(
    *,
    user: User,
    by: User,
    request: HttpRequest | None = None,
    reason: str = "",
    chain: str = CHAIN,
) -> None:
    """Take the second factor away: a lost phone, by whoever may reset the account; or her own,
    with `request`, unless her post demands one (FactorDemanded). Her sessions end."""
    if request and second_factor.required(request, user):
        raise FactorDemanded
    Authenticator.objects.filter(user_id=user.pk).delete()
    here = (request.session.session_key or "") if request else ""
    if request:
        request.session[second_factor.STATE] = second_factor.ABSENT
    end_sessions(user=user, but=here)
    journal.record("account.factor_removed", chain=chain, by=by, on=user, reason=reason)


def _examine(request: HttpRequest, user: User, code: str, chain: str) -> Fact | None:
    one_at_a_time(user.username)
    if locked(request, user, user.username):
        return SignInLocked(lock_minutes())
    if _used_up(user, code):
        request.session[second_factor.STATE] = second_factor.PASSED
        renew_session(request, user)
        AxesProxyHandler.reset_attempts(username=user.username)
        journal.record("account.factor_passed", chain=chain, by=user, on=user)
        return None
    # What django-axes listens to: the failure is counted with those of the password.
    user_login_failed.send(__name__, credentials={"username": user.username}, request=request)
    shut = locked(request, user, user.username)
    journal.record(
        "account.locked" if shut else "account.factor_failed", chain=chain, by=user, on=user
    )
    return SignInLocked(lock_minutes()) if shut else FactorCodeWrong()


def _used_up(user: User, code: str) -> bool:
    """Is the code right and unused? Then it is used now: the row is locked meanwhile."""
    for kept in Authenticator.objects.select_for_update().filter(user_id=user.pk):
        if kept.type == "recovery_codes" and kept.wrap().validate_code(code):
            return True
        if kept.type == "totp":
            after = int(kept.data.get("last_counter", -1))
            counter = second_factor.counter_of(decrypt(kept.data["secret"]), code, after=after)
            if counter is not None:
                kept.data["last_counter"] = counter
                kept.save(update_fields=["data"])
                return True
    return False
