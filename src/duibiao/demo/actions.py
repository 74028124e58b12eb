"""Build the demonstration, only by the rooms' own actions."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from django.db import transaction

from duibiao import clock
from duibiao.catalogue.actions import load_scheme
from duibiao.demo.models import Rehearsal
from duibiao.demo.moments import MOMENTS
from duibiao.demo.people import Cast
from duibiao.demo.queries import rehearsal
from duibiao.demo.schemes_story import scheme_documents
from duibiao.demo.story import LAST, Story, play

__all__ = ["load_city", "load_demo", "mark_rehearsal", "scheme_documents"]


def load_demo() -> int:
    """Load what is not there yet; returns how many schemes the demonstration has."""
    documents = scheme_documents()
    for document in documents:
        load_scheme(document=document)
    return len(documents)


def load_city(
    *, to_step: int = LAST, said: Callable[[int], None] = lambda _step: None
) -> Rehearsal:
    """Play the rehearsal city up to a step, going on from where it is. The site is a rehearsal
    from then on, and its clock the story's."""
    known = rehearsal()
    if known is not None and to_step <= known.step:
        return known
    begun = known.step if known else 0
    passphrase = known.passphrase if known else f"Yanlian-{secrets.token_hex(4)}"
    play(Story(Cast(passphrase)), first=begun + 1, last=to_step, said=said)
    return mark_rehearsal(step=to_step, passphrase=passphrase)


@transaction.atomic
def mark_rehearsal(*, step: int, passphrase: str) -> Rehearsal:
    """Say that this site is a rehearsal, how far it is, and what time it is in it."""
    made, _ = Rehearsal.objects.update_or_create(
        id=1,
        defaults={
            "step": step,
            "moment": MOMENTS[step],
            "loaded_at": clock.machine_now(),
            "passphrase": passphrase,
        },
    )
    return made
