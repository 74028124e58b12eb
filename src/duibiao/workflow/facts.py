"""Why a step cannot be taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from duibiao.core.errors import Fact


@dataclass(eq=False)
class NoSuchStep(Fact):
    """From the record's present state this step does not lead anywhere."""

    code: ClassVar[str] = "no_such_step"
    step: str
    state: str


@dataclass(eq=False)
class Stale(Fact):
    """Somebody changed the record since this person opened it."""

    code: ClassVar[str] = "stale"
    seen: int
    present: int


@dataclass(eq=False)
class ReasonMissing(Fact):
    """This step needs a reason that the other side can act on."""

    code: ClassVar[str] = "reason_missing"


@dataclass(eq=False)
class SamePerson(Fact):
    """Four eyes: who handed it in may not decide on it."""

    code: ClassVar[str] = "same_person"
    name: str


@dataclass(eq=False)
class TooLate(Fact):
    """The deadline has passed and nobody opened a window."""

    code: ClassVar[str] = "too_late"
    last_day: date
    days: int


@dataclass(eq=False)
class StepRefused(Fact):
    """The step was not taken; what is missing, one fact each."""

    code: ClassVar[str] = "step_refused"
    facts: tuple[Fact, ...]


@dataclass(eq=False)
class KeyReused(Fact):
    """The key of a filing was used before, for something else."""

    code: ClassVar[str] = "key_reused"
    key: str
