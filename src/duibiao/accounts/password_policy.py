"""What a password must be, under one of two profiles (DUIBIAO_PASSWORD_PROFILE).

mlps3: GB/T 22239-2019 8.1.4.1 a asks for complexity and periodic change. asvs: OWASP ASVS 5.0
V6.2.5 and V6.2.10 forbid both and ask for length and a list of common passwords. They contradict
each other; a city chooses. Length under asvs is 12: V6.2.1 asks for 8 at least and recommends 15;
both profiles refuse common passwords and words of the context (V6.2.4, V6.2.11).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator

from duibiao import clock
from duibiao.accounts.models import User
from duibiao.core.errors import Fact

# What anybody would try here first (ASVS 5.0 V6.2.11: a documented list of words of the context).
CONTEXT = (
    *("duibiao", "dabiao", "biaozhun", "shijianju", "shichangjianguan", "tianjin", "tianjinshi"),
    *("benchmark", "platform", "password", "passwd", "admin", "qwerty", "welcome", "mima"),
    *("对标", "达标", "标准", "市场监管", "市监", "天津", "口令", "密码"),
)
LEFT = 8  # letters and digits that must be left of a password without such words
DISTINCT = 5  # different characters a password has at least


@dataclass(frozen=True, slots=True)
class Profile:
    """Least length, how many of four classes of characters, oldest age in days, how many earlier
    passwords may not come back; 0 means no such rule."""

    name: str
    length: int
    classes: int
    max_age_days: int
    history: int


PROFILES = {
    "mlps3": Profile("mlps3", length=10, classes=3, max_age_days=90, history=5),
    "asvs": Profile("asvs", length=12, classes=0, max_age_days=0, history=0),
}


@dataclass(eq=False)
class PasswordTooShort(Fact):
    """Fewer characters than the profile asks for."""

    code: ClassVar[str] = "password_too_short"
    needed: int


@dataclass(eq=False)
class PasswordTooPlain(Fact):
    """Fewer classes of characters than the profile asks for."""

    code: ClassVar[str] = "password_too_plain"
    needed: int


@dataclass(eq=False)
class PasswordCommon(Fact):
    """A password everybody tries first, or little more than the user name or a word of the site."""

    code: ClassVar[str] = "password_common"


@dataclass(eq=False)
class PasswordUsed(Fact):
    """One of the last passwords again."""

    code: ClassVar[str] = "password_used"
    history: int


def weaknesses(
    password: str, *, username: str, profile: Profile, about: tuple[str, ...] = ()
) -> list[Fact]:
    """Everything that is wrong with a password; a password of before is found by the caller.
    `about`: what else is known of the person, her telephone for instance."""
    found: list[Fact] = []
    if len(password) < profile.length:
        found.append(PasswordTooShort(profile.length))
    if _classes(password) < profile.classes:
        found.append(PasswordTooPlain(profile.classes))
    if _is_common(password.casefold(), (username.casefold(), *about)):
        found.append(PasswordCommon())
    return found


def password_due(user: User) -> bool:
    """Must this person choose a new password before anything else?"""
    if user.must_change_password:
        return True
    days = PROFILES[settings.PASSWORD_PROFILE].max_age_days
    changed = user.password_changed_at
    return bool(days and changed and clock.now() - changed > timedelta(days=days))


@cache
def _common_passwords() -> frozenset[str]:
    """The 20,000 commonest, as Django ships them (ASVS 5.0 V6.2.4 asks for 3,000)."""
    return frozenset(CommonPasswordValidator().passwords)


def _is_common(plain: str, about: tuple[str, ...]) -> bool:
    letters = "".join(c for c in plain if c.isalnum())
    if {plain, letters} & _common_passwords() or len(set(plain)) < DISTINCT:
        return True
    left = letters
    for known in (*about, *sorted(CONTEXT, key=len, reverse=True)):
        left = left.replace(known, "") if len(known) > 1 else left
    return left != letters and len(left) < LEFT


def _classes(password: str) -> int:
    kinds = (str.islower, str.isupper, str.isdigit)
    other = any(not c.islower() and not c.isupper() and not c.isdigit() for c in password)
    return sum(any(kind(c) for c in password) for kind in kinds) + other
