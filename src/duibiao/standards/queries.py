"""Every named read of the standards."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from duibiao.core.identify.standard_number import normalise, standard_key
from duibiao.standards.models import OUT_OF_FORCE, Adoption, AreaKind, Edition, KeyArea

NEAR = 8  # offered while somebody types
SHORTEST = 3  # characters of a key before anything is offered


def editions() -> QuerySet[Edition]:
    """All of them, with their works."""
    return Edition.objects.select_related("standard")


def search(words: str = "", level: str = "", status: str = "") -> QuerySet[Edition]:
    """By the beginning of a number, else by every word of number and titles."""
    found = editions()
    key = standard_key(words)
    if key[:1].isalpha() and any(sign.isdigit() for sign in key):
        found = found.filter(key__startswith=key)
    else:
        for word in words.casefold().split():
            found = found.filter(words__contains=word)
    if level:
        found = found.filter(standard__level=level)
    if status:
        found = found.filter(status=status)
    return found.order_by("number")


def find(text: str) -> Edition | None:
    """Exactly this number, in any width and with any dash."""
    return editions().filter(number=normalise(text)).first()


def near(text: str) -> list[Edition]:
    """What was probably meant: same letters and digits, with or without year; in force first."""
    key = standard_key(text)
    if len(key) < SHORTEST:
        return []
    found = list(editions().filter(key__startswith=key).order_by("key")[: 4 * NEAR])
    found.sort(key=lambda one: (one.status in OUT_OF_FORCE, one.key))
    return found[:NEAR]


def held(numbers: Iterable[str]) -> dict[str, Edition]:
    """Number → edition, of those that are held; one query. What supersedes them comes along."""
    wanted = {normalise(one) for one in numbers if one}
    found = editions().filter(number__in=wanted).select_related("superseded_by")
    return {one.number: one for one in found}


def out_of_force(numbers: Iterable[str]) -> dict[str, Edition]:
    """Those of the numbers that are superseded or withdrawn."""
    return {number: one for number, one in held(numbers).items() if one.status in OUT_OF_FORCE}


def gone_among(numbers: Iterable[str]) -> list[Edition]:
    """The editions out of force among numbers as schemes write them: a grade or class in brackets
    behind the number is not part of it. One query."""
    bare = (re.sub(r"\s*[（(].*$", "", number) for number in numbers)
    return sorted(out_of_force(bare).values(), key=lambda one: one.number)


def history_of(edition: Edition) -> QuerySet[Edition]:
    """All editions of its work, newest first."""
    own = Edition.objects.filter(standard_id=edition.standard_id)
    return own.select_related("superseded_by").order_by("-year", "-number")


def adoptions_of(edition: Edition) -> QuerySet[Adoption]:
    """What it adopts and what adopts it."""
    found = Adoption.objects.filter(Q(domestic=edition) | Q(international=edition))
    return found.select_related("domestic", "international")


def ledger() -> QuerySet[Adoption]:
    """The whole adoption ledger."""
    return Adoption.objects.select_related("domestic", "international")


def areas(kind: AreaKind) -> QuerySet[KeyArea]:
    """The key areas of a figure."""
    return KeyArea.objects.filter(kind=kind)
