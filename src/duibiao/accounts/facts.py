"""Why an account cannot be made, activated or entered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact


@dataclass(eq=False)
class UsernameTaken(Fact):
    """Somebody has this name, or one that looks the same."""

    code: ClassVar[str] = "username_taken"
    username: str


@dataclass(eq=False)
class CodeInvalid(Fact):
    """Name and code do not belong together, or the code is used, withdrawn or too old. Which of
    these it is, is not said to strangers."""

    code: ClassVar[str] = "code_invalid"


@dataclass(eq=False)
class PasswordRefused(Fact):
    """The password does not meet the profile."""

    code: ClassVar[str] = "password_refused"
    facts: tuple[Fact, ...]


@dataclass(eq=False)
class UsernameUnfit(Fact):
    """Empty, too long, or with characters nobody can see."""

    code: ClassVar[str] = "username_unfit"
    longest: int


@dataclass(eq=False)
class SignInWrong(Fact):
    """Name and password do not belong together, or the account is stopped; which, is not said."""

    code: ClassVar[str] = "sign_in_wrong"
    limit: int
    minutes: int


@dataclass(eq=False)
class SignInLocked(Fact):
    """Too many failures for this name."""

    code: ClassVar[str] = "sign_in_locked"
    minutes: int


@dataclass(eq=False)
class AccountIdle(Fact):
    """Right, but unused for so long that the account was stopped."""

    code: ClassVar[str] = "account_idle"
    days: int


@dataclass(eq=False)
class FactorCodeWrong(Fact):
    """The six digits are wrong, too old or used already; or no such recovery code is left."""

    code: ClassVar[str] = "factor_code_wrong"


@dataclass(eq=False)
class FactorDemanded(Fact):
    """Whoever holds this post needs a second factor; it cannot be removed."""

    code: ClassVar[str] = "factor_demanded"


@dataclass(eq=False)
class UsernameUnknown(Fact):
    """No account has this name."""

    code: ClassVar[str] = "username_unknown"
    username: str
