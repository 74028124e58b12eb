"""Setting a password: the profile's rules, and those of before may not come back."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from duibiao import clock
from duibiao.accounts.actions.sessions import end_sessions
from duibiao.accounts.facts import PasswordRefused
from duibiao.accounts.models import PasswordHistory, User
from duibiao.accounts.password_policy import PROFILES, PasswordUsed, weaknesses
from duibiao.journal import actions as journal


@transaction.atomic
def change_password(
    *, user: User, password: str, keep_session: str = "", chain: str = "accounts"
) -> None:
    """A new password, by the person herself; her other sessions end. PasswordRefused."""
    set_password(user, password)
    user.save()
    end_sessions(user=user, but=keep_session)
    journal.record("account.password_changed", chain=chain, by=user, on=user)


def set_password(user: User, password: str) -> None:
    """Put a password on the row, unsaved, if the profile allows it. PasswordRefused."""
    profile = PROFILES[settings.PASSWORD_PROFILE]
    found = weaknesses(password, username=user.username, profile=profile, about=(user.phone,))
    if not found and any(check_password(password, old) for old in _recent(user, profile.history)):
        found.append(PasswordUsed(profile.history))
    if found:
        raise PasswordRefused(tuple(found))
    retire_password(user)
    user.password = make_password(password)
    user.password_changed_at = clock.now()
    user.must_change_password = False


def retire_password(user: User) -> None:
    """Remember the present password among those of before, if there is one."""
    if user.pk and user.has_usable_password():
        PasswordHistory.objects.create(user=user, password=user.password, until=clock.now())


def _recent(user: User, count: int) -> list[str]:
    present = [user.password] if user.has_usable_password() else []
    earlier = user.earlier_passwords.values_list("password", flat=True)[:count]
    return [*present, *earlier][:count]
