"""What higher rooms do when somebody has activated her account, in the same transaction: an
enterprise's account slot follows. Rooms register in AppConfig.ready()."""

from __future__ import annotations

from collections.abc import Callable

from duibiao.accounts.models import User

_followers: list[Callable[[User], object]] = []


def on_activated(follower: Callable[[User], object]) -> Callable[[User], object]:
    """Call this with every person who activates her account; registered twice, called once."""
    if follower not in _followers:
        _followers.append(follower)
    return follower


def followed(user: User) -> None:
    """Somebody has activated her account."""
    for follower in _followers:
        follower(user)
