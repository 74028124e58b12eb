"""State machines are tables (requirements (b)): every table is sound, and read in one way."""

from __future__ import annotations

import pytest

from duibiao.core.report.machine import Machine, Step, faults
from duibiao.core.report.machines import ALL

MACHINES = list(ALL)
LIGHT = Machine(
    name="light",
    states=("off", "on", "broken"),
    steps=(
        Step("press", ("off",), "on", "light.use"),
        Step("release", ("on",), "off", "light.use"),
        Step("break", ("off", "on"), "broken", "light.break"),
    ),
    waiting={"on": "light.watch"},
    resting=("off",),
)


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_每张状态表都自洽(machine: Machine) -> None:
    """Every state can be reached and is known; no step twice; four eyes name steps there are."""
    assert faults(machine) == []


def test_从表里读出下一步() -> None:
    """The ways out, main one first; the one of a name; the first state; the final ones."""
    assert [step.name for step in LIGHT.steps_from("on")] == ["release", "break"]
    assert LIGHT.step("press", "off") is LIGHT.steps[0]
    assert LIGHT.step("press", "on") is None
    assert (LIGHT.initial, LIGHT.final_states()) == ("off", ("broken",))


def test_每个状态等谁() -> None:
    """Whoever is named; else who may take the first step; nobody at rest or at the end."""
    assert LIGHT.waits_for("on") == "light.watch"
    assert LIGHT.waits_for("off") is None
    assert LIGHT.waits_for("broken") is None
    unnamed = Machine("m", ("a", "b"), (Step("go", ("a",), "b", "m.go"),))
    assert unnamed.waits_for("a") == "m.go"


def test_错误的表会被指出() -> None:
    """An unknown state, one nobody reaches, a step twice, four eyes with a step that is none."""
    wrong = Machine(
        "wrong",
        ("a", "island"),
        (
            Step("go", ("a",), "nowhere", "x"),
            Step("go", ("a",), "a", "x", other_than=("never",)),
        ),
    )
    assert faults(wrong) == [
        "unknown state nowhere",
        "unreachable state island",
        "step twice ('go', 'a')",
        "unknown earlier step never",
    ]
