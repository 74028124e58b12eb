"""Why a message is not sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact


@dataclass(eq=False)
class NobodyOwes(Fact):
    """Everybody has acknowledged or answered."""

    code: ClassVar[str] = "nobody_owes"


@dataclass(eq=False)
class ChasedToday(Fact):
    """A second chasing message on one day makes nobody quicker."""

    code: ClassVar[str] = "chased_today"


@dataclass(eq=False)
class NoRecipients(Fact):
    """No office was chosen."""

    code: ClassVar[str] = "no_recipients"
