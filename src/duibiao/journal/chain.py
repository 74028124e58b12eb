"""How an entry is hashed: canonical JSON of its fields, the previous digest among them. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from duibiao.core.canonical import canonical

GENESIS = "0" * 64
FIELDS = (
    *("chain", "sequence", "at", "event", "actor_id", "actor_name", "object_type", "object_id"),
    *("label", "before", "after", "reason", "address", "request", "previous"),
)


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where a chain does not hold."""

    chain: str
    sequence: int
    why: str  # gap | previous | digest | head


def digest_of(entry: Mapping[str, object]) -> str:
    """SHA-256 over the entry's fields in canonical JSON."""
    return hashlib.sha256(canonical({name: entry[name] for name in FIELDS})).hexdigest()


def first_break(
    code: str, entries: Iterable[Mapping[str, object]], *, length: int, head: str
) -> Break | None:
    """Walk a chain from its beginning; None when every entry follows from the one before."""
    previous, place = GENESIS, 0
    for entry in entries:
        place += 1
        if entry["sequence"] != place:
            return Break(code, place, "gap")
        if entry["previous"] != previous:
            return Break(code, place, "previous")
        if entry["digest"] != digest_of(entry):
            return Break(code, place, "digest")
        previous = str(entry["digest"])
    return None if (place, previous) == (length, head) else Break(code, place, "head")
