"""What a password must be, under one of two profiles (DUIBIAO_PASSWORD_PROFILE).

mlps3: GB/T 22239-2019 8.1.4.1 a asks for complexity and periodic change. asvs: OWASP ASVS 5.0
V6.2.5 and V6.2.10 forbid both and ask for length and a list of common passwords. They contradict
each other; a city chooses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact

COMMON = frozenset(
    {
        *("123456789012", "1234567890ab", "password1234", "qwertyuiop12", "abcdefghijkl"),
        *("administrator", "111111111111", "000000000000", "a123456789", "Aa12345678"),
        *("Passw0rd12", "Password1!", "Admin@1234", "Tianjin2018", "duibiao2018"),
    }
)


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
    """A password everybody tries first, or the user name itself."""

    code: ClassVar[str] = "password_common"


@dataclass(eq=False)
class PasswordUsed(Fact):
    """One of the last passwords again."""

    code: ClassVar[str] = "password_used"
    history: int


def weaknesses(password: str, *, username: str, profile: Profile) -> list[Fact]:
    """Everything that is wrong with a password; a password of before is found by the caller."""
    found: list[Fact] = []
    if len(password) < profile.length:
        found.append(PasswordTooShort(profile.length))
    if _classes(password) < profile.classes:
        found.append(PasswordTooPlain(profile.classes))
    plain = password.casefold()
    if plain in {one.casefold() for one in COMMON} or (username and username in plain):
        found.append(PasswordCommon())
    return found


def _classes(password: str) -> int:
    kinds = (str.islower, str.isupper, str.isdigit)
    other = any(not c.islower() and not c.isupper() and not c.isdigit() for c in password)
    return sum(any(kind(c) for c in password) for kind in kinds) + other
