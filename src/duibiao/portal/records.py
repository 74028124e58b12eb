"""Every record with a state has a list and a page: what it is, its state and whom it waits for,
what can be done now, its content, its history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Model, QuerySet
from django.http import Http404

from duibiao import clock
from duibiao.access import Permission, may
from duibiao.accounts.models import User
from duibiao.core.report.machine import Machine
from duibiao.ui.wording import WORDS, Language, text
from duibiao.workflow.models import Stateful
from duibiao.workflow.queries import stateful_models

HIDDEN = {
    *(
        "id",
        "state",
        "state_since",
        "version",
        "document",
        "consulted",
        "means",
        "effects",
        "content",
    ),
    *("parameters", "details", "explanations", "check_notes", "source", "priority", "statement"),
    *("checked_complete", "checked_true", "checked_valid", "best_rank", "is_copy", "escalated"),
    *("own_document", "adjustments"),
}
PAGE = 100
# Fields that hold a member of an enumeration, and the enumerations it may be of.
WORDED = {
    "kind": ("formatkind", "changekind", "kind"),
    "capital": ("capital",),
    "field": ("field",),
    "signer_role": ("signerrole",),
    "size": ("size",),
    "size_reported": ("size",),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One field of a record: the key of its label, and its value in words."""

    key: str
    value: str


def model_of(machine: str) -> type[Stateful]:
    """The table of a machine; 404 when there is none."""
    found = next((m for m in stateful_models() if m.machine.name == machine), None)
    if found is None:
        raise Http404(machine)
    return found


def seen_by(user: User, model: type[Stateful]) -> QuerySet[Stateful]:
    """The records a person may see, with what their names need."""
    found: QuerySet[Stateful] = model.objects.visible_to(user, Permission(model.read_permission))
    related = [f.name for f in model._meta.fields if f.is_relation]
    deeper = {"participation": "participation__enterprise", "dispatch": "dispatch__sender"}
    return found.select_related(*related, *(deeper[name] for name in related if name in deeper))


def machines_for(user: User) -> list[Machine]:
    """The kinds of records a person may see at all."""
    return [m.machine for m in stateful_models() if may(user, Permission(m.read_permission))]


def states_of(records: QuerySet[Stateful]) -> dict[str, int]:
    """How many records stand in each state."""
    rows = records.order_by().values_list("state").annotate(n=Count("id"))
    return dict(rows)


def fields_of(record: Model, language: Language) -> list[Shown]:
    """The record's own fields, in their order; empty ones are left out."""
    shown = []
    for field in record._meta.fields:
        value: Any = getattr(record, field.name)
        if field.name not in HIDDEN and value not in (None, "", [], {}):
            shown.append(Shown(f"column.{field.name}", _said(field.name, value, language)))
    return shown


def _said(name: str, value: Any, language: Language) -> str:
    if isinstance(value, bool):
        return "✓" if value else "—"
    if isinstance(value, list):
        return "、".join(map(str, value))
    if isinstance(value, datetime):
        return f"{value.astimezone(clock.ZONE):%Y-%m-%d %H:%M}"
    if isinstance(value, str):
        return next((text(key, language) for key in _keys(name, value) if key in WORDS), value)
    return str(value)


def _keys(name: str, value: str) -> Iterator[str]:
    """Where the words for a value of an enumeration may stand: `formatkind.service`."""
    for prefix in WORDED.get(name, ()):
        yield f"{prefix}.{value}"
