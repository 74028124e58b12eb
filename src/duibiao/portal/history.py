"""Who changed what, before and after: for any object, to whom may see it; and the journal as a
whole, to whom may read it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet
from django.http import Http404

from duibiao.access import Permission, Refused, load_or_404
from duibiao.access.models import Scoped
from duibiao.access.reach import reach
from duibiao.accounts.models import User
from duibiao.journal.models import Entry
from duibiao.journal.queries import history_of
from duibiao.organisations.models import Organisation
from duibiao.ui.wording import WORDS


@dataclass(frozen=True, slots=True)
class Change:
    """One field of an entry: what it was, what it became."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as a page tells it."""

    entry: Entry
    event_key: str  # a wording key, or empty: then the event's own name is shown
    changes: list[Change]


def told(entry: Entry) -> Told:
    """The entry with its changes field by field; what stayed the same is left out."""
    before, after = _values(entry.before), _values(entry.after)
    names = [*before, *(name for name in after if name not in before)]
    changes = [
        Change(name, _said(before.get(name)), _said(after.get(name)))
        for name in names
        if before.get(name) != after.get(name)
    ]
    return Told(entry, event_key(entry.event), changes)


def event_key(event: str) -> str:
    """Steps have words of their own; other events under `event.`."""
    return next((k for k in (f"step.{event}", f"event.{event}") if k in WORDS), "")


def object_history(user: User, label: str, pk: int) -> tuple[Scoped, list[Told]]:
    """An object this person may see, and its entries, newest first."""
    model = _model(label)
    record = load_or_404(user, model, Permission(model.read_permission), pk=pk)  # type: ignore[attr-defined]  # checked in _model
    return record, [told(entry) for entry in history_of(record).reverse()]


def journal_for(user: User) -> QuerySet[Entry]:
    """The entries this person may read: all; or those of her district's organisations."""
    within = reach(user, Permission.JOURNAL_READ)
    if within.everything:
        return Entry.objects.order_by("-id")
    if not within.districts:
        raise Refused(Permission.JOURNAL_READ)
    offices = Organisation.objects.filter(region_id__in=sorted(within.districts))
    return Entry.objects.filter(chain__in=offices.values("code")).order_by("-id")


def narrowed(entries: QuerySet[Entry], words: str, event: str) -> QuerySet[Entry]:
    """Only entries of an event, and that name a person, an object or an address."""
    if event:
        entries = entries.filter(event__startswith=event)
    if words:
        entries = entries.filter(
            Q(actor_name__contains=words) | Q(label__contains=words) | Q(chain=words)
        )
    return entries


def _model(label: str) -> type[Scoped]:
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError):
        raise Http404(label) from None
    if not issubclass(model, Scoped) or not hasattr(model, "read_permission"):
        raise Http404(label)
    return model


def _values(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text) if text else {}
    return found


def _said(value: object) -> str:
    if value is None or value == "":
        return "—"
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False, indent=1)
    return str(value)
