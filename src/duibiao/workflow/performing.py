"""Which action of a room takes a step that has consequences of its own.

`perform` is what buttons and the API call: the room's action where one is declared, else the
plain `advance`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from duibiao.accounts.models import User
from duibiao.core.report.machine import Machine
from duibiao.workflow.actions import advance
from duibiao.workflow.models import Stateful


class Performer(Protocol):
    """An action that takes one step of one record."""

    def __call__(
        self, record: Any, *, by: User, expected_version: int, reason: str = ""
    ) -> Stateful:
        """Take the step."""


_performers: dict[tuple[str, str], Performer] = {}


A = TypeVar("A", bound=Performer)


def performs(machine: Machine, step: str) -> Callable[[A], A]:
    """Declare an action as the way a step of a machine is taken."""

    def remember(action: A) -> A:
        _performers[machine.name, step] = action
        return action

    return remember


def perform(
    record: Stateful, step: str, *, by: User, expected_version: int, reason: str = ""
) -> Stateful:
    """Take a step with all its consequences. Raises Refused, StepRefused."""
    action = _performers.get((record.machine.name, step))
    if action is None:
        return advance(record, step, by=by, expected_version=expected_version, reason=reason)
    return action(record, by=by, expected_version=expected_version, reason=reason)
