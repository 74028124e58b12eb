"""Rehearsal of a scheme (方案预演, field.md §4 item 5): what it would say of filings at hand.

It has no judgement of its own: every product goes the way of a real judgement (`judge_product`),
so a draft rehearsed and the same document published and judged give the same figures. Counted and
not counted stand side by side, and together they are everybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from duibiao.core.compare.filed import DeclaredProduct, NotJudged, ProductVerdict, judge_product
from duibiao.core.compare.judge import Policy
from duibiao.core.compare.outcome import Outcome
from duibiao.core.compare.scheme import Scheme

OUTCOMES = (
    *(Outcome.LEADING, Outcome.ATTAINED, Outcome.ATTAINABLE, Outcome.UNATTAINABLE),
    Outcome.PENDING,
)
Figure = Outcome | NotJudged
NO_GROUP = ""  # an enterprise without a size or a class


class By(StrEnum):
    """How the figures may be broken down."""

    DISTRICT = "district"
    SIZE = "size"
    INDUSTRY = "industry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A declared product, whose it is, and whether its filing is handed in."""

    product: DeclaredProduct
    handed_in: bool = True
    groups: Mapping[By, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A candidate and the one figure that counts it."""

    candidate: Candidate
    verdict: ProductVerdict
    figure: Figure

    @property
    def counted(self) -> bool:
        """Was it judged?"""
        return isinstance(self.figure, Outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many products each figure counts; zeros are said."""

    outcomes: Mapping[Outcome, int]
    not_judged: Mapping[NotJudged, int]

    @property
    def judged(self) -> int:
        """All that have an outcome, pending included."""
        return sum(self.outcomes.values())

    @property
    def left_out(self) -> int:
        """All that have none."""
        return sum(self.not_judged.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """Everybody under one scheme."""

    scheme: Scheme
    placed: tuple[Placed, ...]

    @property
    def counts(self) -> Counts:
        """All of them."""
        return _counts(self.placed)

    def by(self, grouping: By) -> dict[str, Counts]:
        """Group → its figures, in the groups' own order; together they are `counts`."""
        groups: dict[str, list[Placed]] = {}
        for one in self.placed:
            groups.setdefault(group_of(one, grouping), []).append(one)
        return {name: _counts(groups[name]) for name in sorted(groups)}

    def members(
        self, figure: Figure | None = None, within: Mapping[By, str] | None = None
    ) -> list[Placed]:
        """Whom a figure counts, within groups if any are given."""
        return [
            one
            for one in self.placed
            if (figure is None or one.figure is figure)
            and all(group_of(one, by) == name for by, name in (within or {}).items())
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A product whose figure differs between two schemes."""

    before: Placed
    after: Placed


def rehearse(
    scheme: Scheme, candidates: Iterable[Candidate], policy: Policy | None = None
) -> Rehearsal:
    """Every candidate under the scheme, in the order given."""
    return Rehearsal(scheme=scheme, placed=tuple(_place(scheme, one, policy) for one in candidates))


def moves(before: Rehearsal, after: Rehearsal) -> list[Move]:
    """Who moves between two rehearsals of the same candidates."""
    was = {one.candidate.product.key: one for one in before.placed}
    return [
        Move(before=was[key], after=one)
        for one in after.placed
        if (key := one.candidate.product.key) in was and was[key].figure is not one.figure
    ]


def group_of(placed: Placed, grouping: By) -> str:
    """The group a candidate belongs to."""
    return placed.candidate.groups.get(grouping, NO_GROUP)


def _place(scheme: Scheme, candidate: Candidate, policy: Policy | None) -> Placed:
    if not candidate.handed_in:
        figure: Figure = NotJudged.NOT_HANDED_IN
        verdict = ProductVerdict(product=candidate.product, not_judged=NotJudged.NOT_HANDED_IN)
        return Placed(candidate=candidate, verdict=verdict, figure=figure)
    verdict = judge_product(scheme, candidate.product, policy)
    judged = verdict.judgement
    figure = judged.outcome if judged else verdict.not_judged or NotJudged.OTHER_PRODUCT
    return Placed(candidate=candidate, verdict=verdict, figure=figure)


def _counts(placed: Iterable[Placed]) -> Counts:
    figures = [one.figure for one in placed]
    return Counts(
        outcomes={one: sum(found is one for found in figures) for one in OUTCOMES},
        not_judged={one: sum(found is one for found in figures) for one in NotJudged},
    )
