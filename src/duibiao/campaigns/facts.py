"""What stands against a campaign's steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact


@dataclass(eq=False)
class AnotherCity(Fact):
    """A round has one applicant city (二-1)."""

    code: ClassVar[str] = "another_city"
    year: int
    city: str


@dataclass(eq=False)
class PlanNotIssued(Fact):
    """The work plan has not been issued."""

    code: ClassVar[str] = "plan_not_issued"


@dataclass(eq=False)
class NotCosigned(Fact):
    """Departments that have neither agreed nor been settled nor lapsed with an explanation."""

    code: ClassVar[str] = "not_cosigned"
    departments: tuple[str, ...]


@dataclass(eq=False)
class PlanTextMissing(Fact):
    """The plan has no text."""

    code: ClassVar[str] = "plan_text_missing"


@dataclass(eq=False)
class PlanNumberMissing(Fact):
    """A plan is issued under a document number."""

    code: ClassVar[str] = "plan_number_missing"


@dataclass(eq=False)
class NotOverdue(Fact):
    """Only an answer past its day can be recorded as lapsed."""

    code: ClassVar[str] = "not_overdue"
    last_day: str


@dataclass(eq=False)
class NoNewerPlan(Fact):
    """A plan is superseded by a newer issued edition only."""

    code: ClassVar[str] = "no_newer_plan"
