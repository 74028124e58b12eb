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
