"""The review queue: what waits, by due day, then by how much is wrong; constant queries."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import BooleanField, Case, Count, Exists, OuterRef, Q, QuerySet, Value, When

from duibiao.access import Permission
from duibiao.accounts.models import User
from duibiao.declarations.models import Declaration, ReviewPin, Submission
from duibiao.declarations.queries.counting import with_counts


@dataclass(frozen=True, slots=True)
class Filter:
    """Which declarations: in a state (all when empty), of an enterprise by name or code."""

    state: str = ""
    text: str = ""


def queue(user: User, permission: Permission, chosen: Filter) -> QuerySet[Declaration]:
    """What this person may review (or read): longest waiting first. `is_green`: handed in without
    any finding. One query."""
    seen: QuerySet[Declaration] = Declaration.objects.visible_to(user, permission)
    if chosen.state in Declaration.machine.states:
        seen = seen.filter(state=chosen.state)
    if chosen.text.strip():
        words = chosen.text.strip()
        seen = seen.filter(
            Q(participation__enterprise__name__icontains=words)
            | Q(participation__enterprise__uscc=words.upper())
        )
    pins = ReviewPin.objects.filter(declaration=OuterRef("pk"), resolved_at=None)
    clean = Submission.objects.filter(
        declaration=OuterRef("pk"), version=OuterRef("version"), findings=[]
    )
    return (
        with_counts(seen)
        .annotate(
            rounds=Count("submissions", distinct=True),
            has_pins=Exists(pins),
            is_green=Case(
                When(Exists(pins), then=Value(value=False)),
                default=Exists(clean),
                output_field=BooleanField(),
            ),
        )
        .select_related("participation__enterprise__district")
        .order_by("state_since", "id")
    )
