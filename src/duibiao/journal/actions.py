"""Every write of the journal: one entry in the transaction of the change it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.db import models, transaction

from duibiao import clock
from duibiao.core.canonical import canonical
from duibiao.journal.chain import digest_of
from duibiao.journal.context import request_info
from duibiao.journal.models import Chain, Entry


class Actor(Protocol):
    """Whoever acts: a person with a name."""

    pk: int
    name: str


AT_ONCE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One object of many that changed at one stroke."""

    object_type: str
    object_id: str
    label: str
    before: Mapping[str, object]
    after: Mapping[str, object]


@transaction.atomic
def record(
    event: str,
    *,
    chain: str,
    by: Actor | None,
    on: models.Model | None = None,
    object_type: str = "",
    object_id: str | int = "",
    label: str = "",
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
    reason: str = "",
) -> Entry:
    """Append to an organisation's chain. `on` names the object; else type and id do.

    Values of `before` and `after`: text, exact numbers, true/false, null, days, moments, and
    lists and dicts of them.
    """
    head = _next(chain)
    info = request_info.get()
    fields: dict[str, object] = {
        "chain": chain,
        "sequence": head.length,
        "at": clock.now().isoformat(timespec="microseconds"),
        "event": str(event),
        "actor_id": by.pk if by else None,
        "actor_name": by.name if by else "",
        "object_type": on._meta.label_lower if on else object_type,
        "object_id": str(on.pk if on else object_id),
        "label": (label or (str(on) if on else ""))[:300],
        "before": _json(before),
        "after": _json(after),
        "reason": reason,
        "address": info.address,
        "request": info.request,
        "previous": head.head,
    }
    entry = Entry.objects.create(**fields, digest=digest_of(fields))
    Chain.objects.filter(pk=chain).update(length=entry.sequence, head=entry.digest)
    return entry


@transaction.atomic
def record_all(
    event: str, *, chain: str, by: Actor | None, changes: Iterable[Change], reason: str = ""
) -> int:
    """Append an entry for each of many changes (an import), chained as if recorded one by one;
    returns how many."""
    head = _next(chain)
    length, previous, info = head.length - 1, head.head, request_info.get()
    stamp: dict[str, object] = {
        "chain": chain,
        "at": clock.now().isoformat(timespec="microseconds"),
        "event": str(event),
        "actor_id": by.pk if by else None,
        "actor_name": by.name if by else "",
        "reason": reason,
        "address": info.address,
        "request": info.request,
    }
    entries: list[Entry] = []
    for change in changes:
        length += 1
        fields = {
            **stamp,
            "sequence": length,
            "object_type": change.object_type,
            "object_id": change.object_id,
            "label": change.label[:300],
            "before": _json(change.before),
            "after": _json(change.after),
            "previous": previous,
        }
        previous = digest_of(fields)
        entries.append(Entry(**fields, digest=previous))
    Entry.objects.bulk_create(entries, batch_size=AT_ONCE)
    Chain.objects.filter(pk=chain).update(length=length, head=previous)
    return len(entries)


def _next(code: str) -> Chain:
    """The chain's head, locked, with the length it will have after the next entry."""
    # SQLite's IMMEDIATE transactions lock by themselves; PostgreSQL locks the row.
    head = Chain.objects.select_for_update().filter(pk=code).first()
    if head is None:
        Chain.objects.bulk_create([Chain(code=code)], ignore_conflicts=True)
        head = Chain.objects.select_for_update().get(pk=code)
    head.length += 1
    return head


def _json(values: Mapping[str, object] | None) -> str:
    return "" if values is None else canonical(_plain(values)).decode("utf-8")


def _plain(value: object) -> object:
    """Days and moments as ISO 8601 text; all else as it is."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value
