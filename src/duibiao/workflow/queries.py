"""Buttons, due lists and histories: read from the same tables the engine runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db.models import QuerySet

from duibiao.access import Permission, may
from duibiao.access.matrix import MATRIX
from duibiao.access.permission import Role
from duibiao.access.reach import holders
from duibiao.accounts.models import User
from duibiao.core.errors import Fact
from duibiao.core.report.machine import Step
from duibiao.organisations.kinds import Post
from duibiao.workflow.actions import hindrances
from duibiao.workflow.facts import ReasonMissing
from duibiao.workflow.models import StateChange, Stateful


@dataclass(frozen=True, slots=True)
class StepButton:
    """A step this person may take, and what still stands against it."""

    machine: str
    step: Step
    missing: tuple[Fact, ...]

    @property
    def ready(self) -> bool:
        """Nothing is missing but a reason, which the form asks for."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Owner:
    """A role that has to act; `post` when only one post of it may."""

    role: Role
    post: Post | None


@dataclass(frozen=True, slots=True)
class Due:
    """Records of one machine in one state that wait for this person."""

    model: type[Stateful]
    state: str
    records: QuerySet[Stateful]


def steps_for(user: User, record: Stateful) -> list[StepButton]:
    """The steps out of the record's state that this person is permitted to take."""
    found = []
    for step in record.machine.steps_from(record.state):
        if may(user, Permission(step.permission), on=record):
            facts = hindrances(record, step, by=user, reason="")
            lacking = tuple(fact for fact in facts if not isinstance(fact, ReasonMissing))
            found.append(StepButton(record.machine.name, step, lacking))
    return found


def stateful_models() -> list[type[Stateful]]:
    """Every table with a machine."""
    return [m for m in apps.get_models() if issubclass(m, Stateful)]


def owners_of(record: Stateful) -> list[Owner]:
    """Who has to act on a record now; nobody at rest or at the end."""
    waits_for = record.machine.waits_for(record.state)
    if waits_for is None:
        return []
    grants = MATRIX[Permission(waits_for)]
    return [
        Owner(role, next(iter(grant.posts)) if len(grant.posts) == 1 else None)
        for role, grant in grants.items()
    ]


def due_for(user: User) -> Iterator[Due]:
    """What waits for this person: per table and state, the records she may act on."""
    for model in stateful_models():
        for state in model.machine.states:
            waits_for = model.machine.waits_for(state)
            if waits_for and holders(user, Permission(waits_for)):
                visible = model.objects.visible_to(user, Permission(waits_for))
                yield Due(model, state, visible.filter(state=state).order_by("state_since"))


def changes_of(record: Stateful) -> QuerySet[StateChange]:
    """The steps a record has taken, oldest first."""
    return StateChange.objects.filter(
        object_type=record._meta.label_lower, object_id=record.pk
    ).select_related("by")
