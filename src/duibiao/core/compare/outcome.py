"""From the relations of the key indicators to one of the four outcomes (method.md §8).

Non-compensating: a surplus never pays for a shortfall, and no score takes part (五(四)-隐3,
(f) 14). Pending is no fifth outcome: it is a state to resolve.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from duibiao.core.errors import Fact

LONGEST_HORIZON = 36  # months: the plan's three years, inclusive ((f) 11)
EXTRA = "extra"
RELATIONS = ("stricter", "equal", "looser", "incomparable", "unknown", EXTRA)
_UNDECIDED = {"incomparable", "unknown"}


class Outcome(StrEnum):
    """The four outcomes of 五(四)3(2), and the state before them."""

    LEADING = "leading"
    ATTAINED = "attained"
    ATTAINABLE = "attainable_in_2_3_years"
    UNATTAINABLE = "unattainable"
    PENDING = "pending"

    @property
    def rank(self) -> int:
        """Pending 0, then better outcomes higher."""
        order = (self.PENDING, self.UNATTAINABLE, self.ATTAINABLE, self.ATTAINED, self.LEADING)
        return order.index(self)


@dataclass(eq=False)
class RelationUnknown(Fact):
    """An indicator's relation is none of the words for it."""

    found: str
    expected: str = "|".join(RELATIONS)
    code = "relation_word_unknown"


@dataclass(eq=False)
class WeightNegative(Fact):
    """A weight must be a number ≥ 0."""

    weight: Decimal
    code = "weight_negative"


@dataclass(eq=False)
class HorizonOutOfRange(Fact):
    """The horizon of improvement is 0 to 36 months."""

    months: Decimal
    longest: int = LONGEST_HORIZON
    code = "horizon_out_of_range"


@dataclass(eq=False)
class ShareOutOfRange(Fact):
    """The share of stricter weight needed to lead lies in [0, 1]."""

    share: Decimal
    code = "share_out_of_range"


@dataclass(eq=False)
class MonthsMissing(Fact):
    """A feasible plan must say how many months it takes (≥ 0)."""

    months: object
    code = "plan_months_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One indicator as the outcome needs it. Errors: relation_word_unknown, weight_negative.

    leads: for a core indicator, is it inside the scheme's leading value? None where there is none.
    closable: False when a shortfall here can never be closed.
    """

    relation: str
    weight: Decimal
    key: bool = True
    closable: bool = True
    leads: bool | None = None

    def __post_init__(self) -> None:
        if self.relation not in RELATIONS:
            raise RelationUnknown(str(self.relation))
        if not self.weight >= 0:
            raise WeightNegative(self.weight)


class PlanLike(Protocol):
    """An improvement plan as far as the outcome needs it."""

    @property
    def feasible(self) -> bool:
        """Can it be carried out?"""

    @property
    def months(self) -> int | Decimal | None:
        """How long it takes."""


def decide(
    findings: Iterable[Finding],
    *,
    plan: PlanLike | None = None,
    horizon_months: int | Decimal = LONGEST_HORIZON,
    leading_min_share: Decimal = Decimal(0),
) -> Outcome:
    """The outcome. Only key indicators decide; extra ones are reported, not counted.

    Errors: horizon_out_of_range, share_out_of_range, plan_months_missing.
    """
    check_policy(plan, horizon_months, leading_min_share)
    deciding = [f for f in findings if f.key and f.relation != EXTRA]
    looser = [f for f in deciding if f.relation == "looser"]
    if not all(f.closable for f in looser):
        return Outcome.UNATTAINABLE
    if not deciding or any(f.relation in _UNDECIDED for f in deciding):
        return Outcome.PENDING
    if looser:
        in_time = plan_in_time(plan, horizon_months)
        return Outcome.ATTAINABLE if in_time else Outcome.UNATTAINABLE
    return Outcome.LEADING if leads(deciding, leading_min_share) else Outcome.ATTAINED


def check_policy(
    plan: PlanLike | None, horizon_months: int | Decimal, leading_min_share: Decimal
) -> None:
    """Refuse choices that have no meaning. Errors: as `decide`."""
    if not 0 <= horizon_months <= LONGEST_HORIZON:
        raise HorizonOutOfRange(Decimal(horizon_months))
    if not 0 <= leading_min_share <= 1:
        raise ShareOutOfRange(leading_min_share)
    if plan is not None and plan.feasible and (plan.months is None or plan.months < 0):
        raise MonthsMissing(plan.months)


def plan_in_time(plan: PlanLike | None, horizon_months: int | Decimal) -> bool:
    """Does a feasible plan finish within the horizon (inclusive)?"""
    if plan is None or not plan.feasible or plan.months is None:
        return False
    return plan.months <= horizon_months


def leads(deciding: Sequence[Finding], leading_min_share: Decimal) -> bool:
    """Given that none is looser: leading or only attained?

    Where the scheme sets leading values, all core indicators must be inside them ((f) 13);
    otherwise the share of stricter weight must be above zero and reach the threshold.
    """
    core = [f.leads for f in deciding if f.leads is not None]
    if core:
        return all(core)
    share = stricter_share(deciding)
    return share > 0 and share >= Fraction(leading_min_share)


def stricter_share(deciding: Sequence[Finding]) -> Fraction:
    """Weight of the stricter ones over the weight of all that decide; 0 where all weigh 0."""
    total = sum((Fraction(f.weight) for f in deciding), Fraction(0))
    stricter = sum((Fraction(f.weight) for f in deciding if f.relation == "stricter"), Fraction(0))
    return stricter / total if total else Fraction(0)
