"""Why somebody cannot be given a post, or an organisation not be changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact


@dataclass(eq=False)
class HasAPost(Fact):
    """The person already holds a post in this organisation: handler and reviewer are two people."""

    code: ClassVar[str] = "has_a_post"
    name: str


@dataclass(eq=False)
class NotOneself(Fact):
    """Nobody changes her own post, or stops her own account."""

    code: ClassVar[str] = "not_oneself"
