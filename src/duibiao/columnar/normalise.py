"""Requirements → rows of normalised bounds: each distinct requirement goes through core once.

A declared row is normalised towards the clause it answers: core decides once for each pair of
units, terms and domain whether the two can meet, and clips both sets to the domain. A clause has
one row for each domain it is met in; the declared row names that row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from duibiao.columnar.codes import OPEN, RULES, UNIT_NOT_KNOWN, Sides, State
from duibiao.core.compare.gate import closed_by, fold
from duibiao.core.compare.normal import (
    NOT_NEGATIVE,
    UnitsMeet,
    base_set,
    demands_absence,
    meet_units,
    set_in,
)
from duibiao.core.compare.numbers import WITHOUT_RATIOS, grade_units, written
from duibiao.core.compare.options import Options
from duibiao.core.compare.relate import relate
from duibiao.core.compare.relation import Relation, Rule
from duibiao.core.compare.sets import effective
from duibiao.core.errors import Fact
from duibiao.core.measure.interval import Interval
from duibiao.core.measure.requirement import (
    Grade,
    Limits,
    NotDetected,
    Requirement,
    Silent,
    Terms,
    Unread,
)
from duibiao.core.measure.units import Unit
from duibiao.core.measure.units import unit as find_unit

Bounds = tuple[Decimal | None, Decimal | None]
Row = dict[str, Any]
_SILENT = Requirement(text="", content=Silent())
_OPEN_SET: Row = {
    "sides": Sides.NONE.value,
    "lo": float("-inf"),
    "lo_closed": True,
    "hi": float("inf"),
    "hi_closed": True,
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A declared requirement and the clause requirement it answers, in the domain of both."""

    a: Requirement
    b: Requirement
    domain: Bounds | None = None


@dataclass(slots=True)
class Normaliser:
    """Gives rows and the keys of clause rows; asks core once for each distinct question.

    Only the choice of `limit_comparison` is carried; under any other option of a scheme the pairs
    are NOT_COLUMNAR and core judges them.
    """

    options: Options = field(default_factory=Options)
    _clauses: dict[tuple[object, ...], Row] = field(default_factory=dict)
    _declared: dict[tuple[object, ...], Row] = field(default_factory=dict)
    _quantities: dict[str, int] = field(default_factory=dict)

    def declared(self, pair: Pair) -> Row:
        """The declared row of A, with the key of the clause row of B."""
        clause = self._clause(pair)
        key = (clause["clause"], *_identity(pair.a))
        row = self._declared.get(key)
        if row is None:
            row = self._declared[key] = self._side_a(pair, clause)
        return row

    @property
    def clauses(self) -> list[Row]:
        """The clause rows met so far, in the order of their keys."""
        return list(self._clauses.values())

    def _clause(self, pair: Pair) -> Row:
        """The row of B in the domain of this pair (not detected cannot be negative) and, where a
        numeric grade faces a bare number, in grades."""
        _, b = grade_units(pair.a, pair.b)
        floor = _not_detected(pair.a)
        key = (*_identity(b), pair.domain, floor)
        row = self._clauses.get(key)
        if row is None:
            row = {"clause": len(self._clauses), **self._side_b(pair, b)}
            self._clauses[key] = row
        return row

    def _side_a(self, pair: Pair, clause: Row) -> Row:
        a, b = grade_units(pair.a, pair.b)
        units = meet_units(a, b)
        met = not (units.needed or units.problem)
        numbers = self._numbers(pair, a, b, units, "a") if met else {}
        quantity = clause["quantity"] if met else self._apart(a, units)
        return {
            "clause": clause["clause"],
            "gate": self._gate(a, b, units),
            "quantity": quantity,
            "ratio": not WITHOUT_RATIOS & {units.a.scale, units.b.scale},
            **_plain(a, pair, self.options),
            **numbers,
        }

    def _side_b(self, pair: Pair, b: Requirement) -> Row:
        known = _known_unit(b)
        units = UnitsMeet(known, known)
        return {
            "quantity": self._quantity(b.unit),
            **_plain(b, pair, self.options),
            **self._numbers(pair, pair.a, b, units, "b"),
        }

    def _numbers(
        self, pair: Pair, a: Requirement, b: Requirement, units: UnitsMeet, side: str
    ) -> Row:
        """The columns of one side's set, where it is a set of numbers."""
        this, unit = (a, units.a) if side == "a" else (b, units.b)
        if _plain(this, pair, self.options)["state"] > State.EVERYTHING:
            return {}
        domain = _domain(pair, units.b)
        rounded = self.options.limit_comparison == "rounded"
        whole = base_set(written(this, rounded=rounded), unit)
        clipped = whole.meet(domain)
        if clipped.is_empty:
            return {"state": State.EMPTY.value}
        limits = _oriented(effective(whole, domain), units.b)
        return {**_bounds(_oriented(clipped, units.b)), "sides": _sides(limits).value}

    def _gate(self, a: Requirement, b: Requirement, units: UnitsMeet) -> int:
        closed = closed_by(a.terms, b.terms, self.options)
        met = not (units.needed or units.problem)
        if closed is None and met and _absence(a) and _absence(b) and not units.one_sample:
            closed = Rule.METHOD_DIFFERS  # absence in another amount of sample
        return OPEN if closed is None else RULES[closed]

    def _quantity(self, unit: str | None) -> int:
        """A code for each unit as written; a declared unit that meets it takes the same code."""
        return self._quantities.setdefault(fold(unit or ""), len(self._quantities) + 1)

    def _apart(self, a: Requirement, units: UnitsMeet) -> int:
        """The code of a unit that does not meet the clause's: negative, so it equals none."""
        return UNIT_NOT_KNOWN if units.needed else -self._quantity(a.unit)


def _identity(side: Requirement) -> tuple[object, ...]:
    """What makes two requirements one question. The printed decimals count: 0.50 is not 0.5 under
    the rounded-value method, though the numbers are equal; so the content goes in as printed."""
    if isinstance(side.content, Unread):
        return ("unread", side.terms)
    return (repr(side.content), side.unit, side.terms)


def _plain(side: Requirement, pair: Pair, options: Options) -> Row:
    return {"state": _state(side, pair, options).value, **_OPEN_SET}


def _state(side: Requirement, pair: Pair, options: Options) -> State:
    """What the side says, before its set is looked at."""
    content = side.content
    if isinstance(content, Unread):
        return State.UNREAD
    if not _columnar(options):
        return State.NOT_COLUMNAR
    if isinstance(content, Silent):
        return State.SILENT
    if isinstance(content, NotDetected):
        return State.NO_DETECTION_LIMIT if content.detection_limit is None else State.SET
    if isinstance(content, Limits) or (isinstance(content, Grade) and content.limits):
        return State.EVERYTHING if _vacuous(side, pair) else State.SET
    return State.NOT_COLUMNAR


def _columnar(options: Options) -> bool:
    return replace(options, limit_comparison="full_value") == replace(
        Options(),
        equivalent_methods=options.equivalent_methods,
        linked_statistics=options.linked_statistics,
    )


def _vacuous(side: Requirement, pair: Pair) -> bool:
    """Does it admit the whole domain, told in B's unit? Asked of the law: equal to silence."""
    bare = replace(side, terms=Terms())
    silent = replace(_SILENT, unit=pair.b.unit or pair.a.unit)
    return relate(bare, silent, domain=pair.domain).relation is Relation.EQUAL


def _domain(pair: Pair, unit: Unit) -> Interval:
    low, high = pair.domain or (None, None)
    written = Interval(
        None if low is None else Fraction(low), None if high is None else Fraction(high)
    )
    domain = base_set(written, unit)
    nd = _not_detected(pair.a) or _not_detected(pair.b)
    return domain.meet(NOT_NEGATIVE) if nd else domain


def _oriented(values: Interval, unit: Unit) -> Interval:
    """As the clause measures: against a reciprocal unit (mpg) both sides stay in that unit,
    because a ratio of reciprocals is another ratio."""
    return set_in(values, unit) if unit.inverse else values


def _bounds(values: Interval) -> Row:
    return {
        "lo": float("-inf") if values.lo is None else float(values.lo),
        "lo_closed": values.lo is None or values.lo_closed,
        "hi": float("inf") if values.hi is None else float(values.hi),
        "hi_closed": values.hi is None or values.hi_closed,
    }


def _sides(limits: Interval) -> Sides:
    return Sides((limits.hi is not None) * Sides.UPPER + (limits.lo is not None) * Sides.LOWER)


def _not_detected(side: Requirement) -> bool:
    return isinstance(side.content, NotDetected)


def _absence(side: Requirement) -> bool:
    return demands_absence(side.content)


def _known_unit(side: Requirement) -> Unit:
    """The unit of a clause; one that nobody knows stands for itself."""
    try:
        return find_unit(side.unit)
    except Fact:
        return find_unit(None)


def normalise(pairs: Iterable[Pair], options: Options | None = None) -> tuple[list[Row], list[Row]]:
    """The declared rows of these pairs, in order, and the clause rows they name."""
    normaliser = Normaliser(options or Options())
    declared: Sequence[Row] = [normaliser.declared(pair) for pair in pairs]
    return list(declared), normaliser.clauses
