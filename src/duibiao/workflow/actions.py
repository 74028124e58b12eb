"""The one way a record changes its state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Max

from duibiao import clock
from duibiao.access import Permission, require
from duibiao.accounts.models import User
from duibiao.core.canonical import canonical, digest, load
from duibiao.core.errors import Fact
from duibiao.core.report.machine import Late, Step
from duibiao.journal import actions as journal
from duibiao.workflow.facts import (
    KeyReused,
    NoSuchStep,
    ReasonMissing,
    SamePerson,
    Stale,
    StepRefused,
    TooLate,
)
from duibiao.workflow.guards import missing
from duibiao.workflow.models import Answer, StateChange, Stateful

R = TypeVar("R", bound=Stateful)


@transaction.atomic
def advance(
    record: R,
    step_name: str,
    *,
    by: User,
    expected_version: int,
    reason: str = "",
    changes: Mapping[str, Any] | None = None,
) -> R:
    """Take a step: permission, table, version, four eyes, reason, deadline, guards; then the row,
    the step's record and the journal, together. `record` carries the new state afterwards.
    `changes` are fields that belong to the new state (who, when), set with it.

    Raises Refused (not hers), StepRefused (what is missing; Stale among it).
    """
    locked = type(record).everything.select_for_update().get(pk=record.pk)
    step = _step(locked, step_name)
    require(by, Permission(step.permission), on=locked)
    if locked.version != expected_version:
        raise StepRefused((Stale(expected_version, locked.version),))
    facts = hindrances(locked, step, by=by, reason=reason)
    if facts:
        raise StepRefused(tuple(facts))
    return _take(record, locked, step, by=by, reason=reason, changes=changes or {})


@transaction.atomic
def follow(
    record: R,
    step_name: str,
    *,
    by: User,
    reason: str = "",
    changes: Mapping[str, Any] | None = None,
) -> R:
    """Take a step that is part of another action already permitted (a package that locks its
    declarations): the table and the guards hold; the permission was that of the other action."""
    locked = type(record).everything.select_for_update().get(pk=record.pk)
    step = _step(locked, step_name)
    facts = missing(locked.machine, step, locked)
    if facts:
        raise StepRefused(tuple(facts))
    return _take(record, locked, step, by=by, reason=reason, changes=changes or {})


@transaction.atomic
def once(
    key: str, *, by: User, content: dict[str, Any], action: Callable[[], dict[str, Any]]
) -> dict[str, Any]:
    """The action's answer, kept under the key in the same transaction; for a key used before, the
    answer it had then. KeyReused when something else is asked under it."""
    asked = digest(content)
    # Two at once under one key: the row is the lock; the second waits and finds the answer.
    Answer.objects.bulk_create(
        [Answer(user=by, key=key, content=asked, at=clock.now())], ignore_conflicts=True
    )
    kept = Answer.objects.select_for_update().get(user=by, key=key)
    if kept.content != asked:
        raise KeyReused(key)
    if kept.answer:
        answered: dict[str, Any] = load(kept.answer)
        return answered
    answer = action()
    kept.answer = canonical(answer).decode("utf-8")
    kept.save(update_fields=["answer"])
    return answer


def hindrances(record: Stateful, step: Step, *, by: User, reason: str) -> list[Fact]:
    """Everything that stands against a step at this moment, besides permission and version."""
    found: list[Fact] = []
    if step.reason and not reason.strip():
        found.append(ReasonMissing())
    found += same_person(record, step, by)
    found += _too_late(record, step)
    return found + missing(record.machine, step, record)


def same_person(record: Stateful, step: Step, by: User) -> list[Fact]:
    """Four eyes: has this person taken one of the named steps in this round? A round begins
    when the record last came (back) to its first state."""
    if not step.other_than:
        return []
    past = StateChange.objects.filter(
        object_type=record._meta.label_lower, object_id=record.pk, step__in=step.other_than
    )
    last = past.aggregate(version=Max("version"))["version"]
    same = last is not None and past.filter(version=last, by=by).exists()
    return [SamePerson(by.name)] if same else []


def _step(record: Stateful, name: str) -> Step:
    step = record.machine.step(name, record.state)
    if step is None:
        raise StepRefused((NoSuchStep(name, record.state),))
    return step


def _too_late(record: Stateful, step: Step) -> list[Fact]:
    deadline = record.deadline(step.deadline) if step.deadline else None
    today = clock.today()
    if deadline is None or step.late is not Late.BLOCKS or deadline.is_open(today):
        return []
    return [TooLate(deadline.last_day, deadline.days_late(today))]


def _take(
    record: R, locked: R, step: Step, *, by: User, reason: str, changes: Mapping[str, Any]
) -> R:
    source, now = locked.state, clock.now()
    deadline = locked.deadline(step.deadline) if step.deadline else None
    days_late = deadline.days_late(clock.today()) if deadline else 0
    record.state, record.state_since, record.version = step.target, now, locked.version + 1
    type(record).everything.filter(pk=record.pk).update(
        state=record.state, state_since=now, version=record.version, **changes
    )
    for name, value in changes.items():
        setattr(record, name, value)
    StateChange.objects.create(
        object_type=record._meta.label_lower,
        object_id=record.pk,
        machine=record.machine.name,
        step=step.name,
        source=source,
        target=step.target,
        version=record.version,
        by=by,
        at=now,
        reason=reason,
        days_late=days_late,
    )
    journal.record(
        f"{record.machine.name}.{step.name}",
        chain=locked.chain_code(),
        by=by,
        on=record,
        before={"state": source, "version": locked.version},
        after={"state": step.target, "version": record.version, "days_late": days_late},
        reason=reason,
    )
    return record
