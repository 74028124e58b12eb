"""The nearest flip: the smallest change set that lifts a product to a better outcome.

Smallest means: fewest indicators, then least total relative change, then the order of the scheme.

- pending: supply what is missing on every undecided key indicator (taken to meet the benchmark);
- unattainable: a plan that ends within the horizon;
- attainable: bring every looser key indicator inside the benchmark's set;
- attained: reach the leading values of the core indicators, or, without leading values, surpass
  the benchmark on as few indicators as give the share of stricter weight.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from duibiao.core.compare.outcome import (
    EXTRA,
    LONGEST_HORIZON,
    Finding,
    Outcome,
    PlanLike,
    decide,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One indicator as the flip needs it.

    change: the relative change that reaches the target (the gap), None where it has no measure;
    target, leading_target: the sets to reach, as text, carried through to the answer.
    """

    indicator: str
    relation: str
    weight: Decimal
    key: bool = True
    closable: bool = True
    leads: bool | None = None
    change: Fraction | None = None
    target: str | None = None
    leading_target: str | None = None

    @property
    def finding(self) -> Finding:
        """The line as `decide` takes it."""
        return Finding(
            relation=self.relation,
            weight=self.weight,
            key=self.key,
            closable=self.closable,
            leads=self.leads,
        )


class Move(StrEnum):
    """What to do about one indicator, or about the whole (add_plan)."""

    SUPPLY_DATA = "supply_data"
    MEET_BENCHMARK = "meet_benchmark"
    SURPASS_BENCHMARK = "surpass_benchmark"
    REACH_LEADING = "reach_leading"
    ADD_PLAN = "add_plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One step: what, on which indicator (None: the plan), how far, to which set."""

    move: Move
    indicator: str | None = None
    change: Fraction | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """The smallest change set and the outcome it leads to."""

    from_: Outcome
    to: Outcome
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisedPlan:
    """A plan that ends just within the horizon: what add_plan asks for."""

    months: int | Decimal
    feasible: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A product before or after changes, with the choices of its judgement."""

    lines: tuple[Line, ...]
    plan: PlanLike | None = None
    horizon_months: int | Decimal = LONGEST_HORIZON
    leading_min_share: Decimal = Decimal(0)

    @property
    def outcome(self) -> Outcome:
        """What `decide` says of it."""
        return decide(
            [line.finding for line in self.lines],
            plan=self.plan,
            horizon_months=self.horizon_months,
            leading_min_share=self.leading_min_share,
        )

    @property
    def deciding(self) -> tuple[Line, ...]:
        """The key indicators that take part."""
        return tuple(line for line in self.lines if line.key and line.relation != EXTRA)


def nearest_flip(case: Case) -> Flip | None:
    """The smallest change set that lifts the outcome; None at the top and where nothing can."""
    now = case.outcome
    changes = _steps(case, now)
    if not changes:
        return None
    after = apply(case, changes).outcome
    return Flip(from_=now, to=after, changes=changes) if after.rank > now.rank else None


def steps_to_attained(case: Case) -> Flip | None:
    """All shortfalls closed at once: what stands between a product and attaining today."""
    now = case.outcome
    changes = _close_all(case)
    after = apply(case, changes).outcome
    return Flip(from_=now, to=after, changes=changes) if after.rank > now.rank else None


def apply(case: Case, changes: Iterable[Change]) -> Case:
    """The case after the changes."""
    by_indicator = {c.indicator: c.move for c in changes}
    lines = tuple(_after(line, by_indicator.get(line.indicator)) for line in case.lines)
    promised = by_indicator.get(None) is Move.ADD_PLAN
    plan = PromisedPlan(months=case.horizon_months) if promised else case.plan
    return replace(case, lines=lines, plan=plan)


def _after(line: Line, move: Move | None) -> Line:
    if move is None:
        return line
    if move is Move.REACH_LEADING:
        return replace(line, relation="stricter", leads=True)
    return replace(line, relation="stricter" if move is Move.SURPASS_BENCHMARK else "equal")


def _steps(case: Case, now: Outcome) -> tuple[Change, ...]:
    match now:
        case Outcome.PENDING:
            return _supply_all(case)
        case Outcome.UNATTAINABLE:
            return _add_plan(case)
        case Outcome.ATTAINABLE:
            return _close_all(case)
        case Outcome.ATTAINED:
            return _lead(case)
        case Outcome.LEADING:
            return ()


def _supply_all(case: Case) -> tuple[Change, ...]:
    return tuple(
        Change(move=Move.SUPPLY_DATA, indicator=line.indicator, target=line.target)
        for line in case.deciding
        if line.relation in {"incomparable", "unknown"}
    )


def _close_all(case: Case) -> tuple[Change, ...]:
    looser = [line for line in case.deciding if line.relation == "looser"]
    if not all(line.closable for line in looser):
        return ()
    return tuple(_change(Move.MEET_BENCHMARK, line) for line in looser)


def _add_plan(case: Case) -> tuple[Change, ...]:
    """No plan helps where one shortfall can never be closed."""
    return (Change(move=Move.ADD_PLAN),) if _close_all(case) else ()


def _lead(case: Case) -> tuple[Change, ...]:
    core = [line for line in case.deciding if line.leads is not None]
    if core:
        return tuple(_change(Move.REACH_LEADING, line) for line in core if not line.leads)
    chosen = _fewest(
        [line for line in case.deciding if line.relation != "stricter"],
        _weight_needed(case),
    )
    return tuple(_change(Move.SURPASS_BENCHMARK, line) for line in chosen)


def _change(move: Move, line: Line) -> Change:
    target = line.leading_target if move is Move.REACH_LEADING else line.target
    return Change(move=move, indicator=line.indicator, change=line.change, target=target)


def _weight_needed(case: Case) -> Fraction:
    """The weight still to become stricter."""
    total = sum((Fraction(line.weight) for line in case.deciding), Fraction(0))
    stricter = sum(
        (Fraction(line.weight) for line in case.deciding if line.relation == "stricter"),
        Fraction(0),
    )
    return Fraction(case.leading_min_share) * total - stricter


@dataclass(frozen=True, slots=True)
class _Choice:
    """Some lines, by their place: less is better in `cost`, more in `weight`."""

    weight: Fraction = Fraction(0)
    cost: tuple[int, Fraction] = (0, Fraction(0))  # changes without measure, sum of the measured
    places: tuple[int, ...] = ()


def _fewest(lines: Sequence[Line], needed: Fraction) -> tuple[Line, ...]:
    """Fewest lines whose weight reaches `needed` (and is above zero), least change, first in order.

    Exact: for each number of lines the choices that no other beats in weight, cost and order.
    """
    best: list[list[_Choice]] = [[_Choice()]] + [[] for _ in lines]
    for place, line in enumerate(lines):
        for count in range(place, -1, -1):
            grown = [_with(choice, place, line) for choice in best[count]]
            best[count + 1] = _unbeaten(best[count + 1] + grown)
    for choices in best[1:]:
        enough = [c for c in choices if c.weight > 0 and c.weight >= needed]
        if enough:
            return tuple(lines[n] for n in min(enough, key=lambda c: (c.cost, c.places)).places)
    return ()


def _with(choice: _Choice, place: int, line: Line) -> _Choice:
    unmeasured, total = choice.cost
    cost = (unmeasured + (line.change is None), total + abs(line.change or Fraction(0)))
    return _Choice(choice.weight + Fraction(line.weight), cost, (*choice.places, place))


def _unbeaten(choices: list[_Choice]) -> list[_Choice]:
    """Cheapest first; keep only those heavier than all cheaper ones."""
    kept: list[_Choice] = []
    for choice in sorted(choices, key=lambda c: (c.cost, c.places)):
        if not kept or choice.weight > max(other.weight for other in kept):
            kept.append(choice)
    return kept
