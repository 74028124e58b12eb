"""Conditions of steps: named in the table, written in the room, found here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from duibiao.core.errors import Fact
from duibiao.core.report.machine import Machine, Step

Guard = Callable[[Any], list[Fact]]
_guards: dict[tuple[str, str], Guard] = {}


def guard(machine: Machine, name: str) -> Callable[[Guard], Guard]:
    """Declare the condition `name` of a machine: facts that say what is missing; none = met."""

    def remember(condition: Guard) -> Guard:
        _guards[machine.name, name] = condition
        return condition

    return remember


def missing(machine: Machine, step: Step, record: Any) -> list[Fact]:
    """What the record lacks for a step, condition by condition."""
    return [fact for name in step.guards for fact in _guards[machine.name, name](record)]


def is_written(machine: Machine, name: str) -> bool:
    """Has a room written this condition?"""
    return (machine.name, name) in _guards
