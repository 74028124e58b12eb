"""A state machine as a table. Engine, buttons, API, permission tests and the diagrams in the
documents are all made from it (requirements (b))."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Late(StrEnum):
    """What a step does after its deadline."""

    MARKS = "marks"  # it goes through and is marked late
    BLOCKS = "blocks"  # it needs a reopening window, and is marked late


@dataclass(frozen=True, slots=True)
class Step:
    """One way from states to a state.

    permission: who may (a value of access.Permission), on this very record.
    guards: names of conditions of the record, each giving facts that say what is missing.
    reason: a reason must be given (returns, withdrawals).
    other_than: steps of this round whose person must not be this one (four eyes).
    deadline: the milestone by which it is due; late: what happens afterwards.
    """

    name: str
    sources: tuple[str, ...]
    target: str
    permission: str
    guards: tuple[str, ...] = ()
    reason: bool = False
    other_than: tuple[str, ...] = ()
    deadline: str = ""
    late: Late = Late.MARKS


@dataclass(frozen=True, slots=True)
class Machine:
    """States in order, the first is the initial one. A state without a way out is final.

    `waiting` names who a state waits for, where it is not simply whoever may take the first step
    out of it. In a `resting` state nobody has to act, though somebody may.
    """

    name: str
    states: tuple[str, ...]
    steps: tuple[Step, ...]
    waiting: Mapping[str, str] | None = None
    resting: tuple[str, ...] = ()

    @property
    def initial(self) -> str:
        """Where every record begins."""
        return self.states[0]

    def steps_from(self, state: str) -> tuple[Step, ...]:
        """The ways out of a state, main one first."""
        return tuple(step for step in self.steps if state in step.sources)

    def step(self, name: str, state: str) -> Step | None:
        """The step of that name out of that state."""
        return next((s for s in self.steps_from(state) if s.name == name), None)

    def waits_for(self, state: str) -> str | None:
        """The permission of whoever has to act now; None in a final or resting state."""
        if state in self.resting:
            return None
        named = (self.waiting or {}).get(state)
        ways = self.steps_from(state)
        return named or (ways[0].permission if ways else None)

    def final_states(self) -> tuple[str, ...]:
        """States with no way out."""
        return tuple(state for state in self.states if not self.steps_from(state))


def faults(machine: Machine) -> list[str]:
    """What is wrong with a table: unknown or unreachable states, a step twice from one state."""
    known = set(machine.states)
    named = {s for step in machine.steps for s in (*step.sources, step.target)}
    found = [f"unknown state {state}" for state in sorted(named - known)]
    found += [f"unreachable state {s}" for s in machine.states if s not in _reachable(machine)]
    pairs = [(step.name, state) for step in machine.steps for state in step.sources]
    found += [f"step twice {pair}" for pair in sorted(set(pairs)) if pairs.count(pair) > 1]
    names = {step.name for step in machine.steps}
    others = {name for step in machine.steps for name in step.other_than}
    return found + [f"unknown earlier step {name}" for name in sorted(others - names)]


def _reachable(machine: Machine) -> set[str]:
    found, fresh = {machine.initial}, [machine.initial]
    while fresh:
        state = fresh.pop()
        for step in machine.steps_from(state):
            if step.target not in found:
                found.add(step.target)
                fresh.append(step.target)
    return found
