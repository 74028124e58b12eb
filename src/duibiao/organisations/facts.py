"""Why somebody cannot be given a post, or an organisation not be changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact
from duibiao.organisations.kinds import Post


@dataclass(eq=False)
class HasAPost(Fact):
    """The person already holds a post in this organisation: handler and reviewer are two people."""

    code: ClassVar[str] = "has_a_post"
    name: str


@dataclass(eq=False)
class NotOneself(Fact):
    """Nobody changes her own post, or stops her own account."""

    code: ClassVar[str] = "not_oneself"


@dataclass(eq=False)
class AdministratorsExclude(Fact):
    """System, security and audit administrators are three people, and none of them handles or
    reviews anything (GB/T 22239-2019 8.1.4.2 d, under the profile mlps3)."""

    code: ClassVar[str] = "administrators_exclude"
    name: str
    held: Post


@dataclass(eq=False)
class ProxyThere(Fact):
    """The proxy is granted already."""

    code: ClassVar[str] = "proxy_there"
    principal: str
