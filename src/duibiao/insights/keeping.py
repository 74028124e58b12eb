"""Figures are counted once and kept until something happens.

Every write leaves an entry in the journal, so figures hold as long as no entry is added: they are
kept under the journal's last entry, and nobody ever has to say that something changed. Entries of
transactions that overlap may appear out of order; so figures are kept only once the last entry
has been the last for a while, longer than any transaction takes, and not for ever.
"""

from __future__ import annotations

from hashlib import sha256

from django.core.cache import cache

from duibiao import clock
from duibiao.access.reach import posts
from duibiao.insights.asking import Asked
from duibiao.insights.subjects.subject import Figures, Subject

SETTLED = 10  # seconds for which an entry must have been the last
LONGEST = 60  # seconds for which figures are kept at most


def kept(
    asked: Asked, subject: Subject, measures: tuple[str, ...], by: str = ""
) -> dict[str, Figures]:
    """The figures of a subject: as they were counted since the last entry, else counted now."""
    key = _key(asked, subject, measures, by)
    found: dict[str, Figures] | None = cache.get(key)
    if found is None:
        found = subject.figures(asked, measures, by)
        if _settled(asked):
            cache.set(key, found, LONGEST)
    return found


def _settled(asked: Asked) -> bool:
    """Has the journal's last entry been the last for a while? Told by the machine's clock: the
    story's may stand still."""
    now = clock.machine_now().timestamp()
    number, digest = asked.position
    seen: float = cache.get_or_set(f"boards:seen:{number}:{digest}", now, None) or now
    return now - seen >= SETTLED


def _key(asked: Asked, subject: Subject, measures: tuple[str, ...], by: str) -> str:
    """Everything the figures depend on. What a person may see follows from her posts alone."""
    held = sorted((post.organisation_id, post.post) for post in posts(asked.user))
    parts = (
        *(asked.position, clock.today(), asked.campaign.pk, held),
        *(subject.name, measures, by, asked.level, sorted(asked.chosen.items())),
    )
    return f"boards:{sha256(repr(parts).encode()).hexdigest()}"
