"""Figures are counted once and kept until something happens.

Every write leaves an entry in the journal, so figures hold as long as no entry is added: they are
kept under the journal's last entry, and nobody ever has to say that something changed. Entries of
transactions that overlap may appear out of order; so figures are kept only once the last entry
has been the last for a while, longer than any transaction takes, and not for ever.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

from django.core.cache import cache

from duibiao import clock
from duibiao.access.reach import posts
from duibiao.accounts.models import User
from duibiao.insights.asking import Asked
from duibiao.insights.subjects.subject import Figures, Subject
from duibiao.journal.queries import last_entry

SETTLED = 10  # seconds for which an entry must have been the last
LONGEST = 60  # seconds for which figures are kept at most


T = TypeVar("T")


def kept(
    asked: Asked, subject: Subject, measures: tuple[str, ...], by: str = ""
) -> dict[str, Figures]:
    """The figures of a subject: as they were counted since the last entry, else counted now."""
    parts = (
        *(asked.campaign.pk, subject.name, measures, by),
        *(asked.level, sorted(asked.chosen.items())),
    )
    return remembered(
        asked.user,
        parts,
        lambda: subject.figures(asked, measures, by),
        position=asked.position,
    )


def remembered(
    user: User,
    parts: tuple[object, ...],
    count: Callable[[], T],
    *,
    position: tuple[int, str] | None = None,
) -> T:
    """What `count` gives for this person, counted once per position of the journal; `parts` tell
    it from everything else that is kept."""
    position = position or last_entry()
    key = _key(user, position, parts)
    found: T | None = cache.get(key)
    if found is None:
        found = count()
        if _settled(position):
            cache.set(key, found, LONGEST)
    return found


def _settled(position: tuple[int, str]) -> bool:
    """Has the journal's last entry been the last for a while? Told by the machine's clock: the
    story's may stand still."""
    now = clock.machine_now().timestamp()
    number, digest = position
    seen: float = cache.get_or_set(f"boards:seen:{number}:{digest}", now, None) or now
    return now - seen >= SETTLED


def _key(user: User, position: tuple[int, str], parts: tuple[object, ...]) -> str:
    """Everything the figures depend on. What a person may see follows from her posts alone."""
    held = sorted((post.organisation_id, post.post) for post in posts(user))
    all_parts = (position, clock.today(), held, parts)
    return f"boards:{sha256(repr(all_parts).encode()).hexdigest()}"
