"""The score of one product: for ranking inside an outcome only, never for the outcome.

The plan's suggested formula (requirements g0, replaceable, published with every figure):

- attained line: s = 1 + 0.2 · min(1, surplus / (leading − required));
- shortfall: s = max(0, 1 − difference / required);
- qualitative: leading 1.2, attained 1, below 0;
- total = 100 · Σ w·s / Σ w.

Where no leading value is given the surplus is the relative one, −gap_ratio, capped at 1; where no
ratio means anything (℃, dB, a limit of 0) there is no bonus, and a shortfall without measure
scores 0. All numbers are exact fractions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from duibiao.core.errors import Fact

BONUS = Fraction(1, 5)
BEST = 1 + BONUS
_UNDECIDED = {"incomparable", "unknown"}
_RELATIONS = {"stricter", "equal", "looser", "extra", *_UNDECIDED}


class Missing(StrEnum):
    """What an undecided line does to the total (method.md §4)."""

    RENORMALISE = "renormalise"  # left out, the other weights share 100 points
    ZERO = "zero"  # counted with 0


@dataclass(eq=False)
class ScoreRowWrong(Fact):
    """A line that cannot be scored: its weight is negative or its relation is no word for one."""

    indicator: str
    relation: str
    weight: Decimal
    code = "score_row_wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One indicator as the score needs it. Errors: score_row_wrong.

    declared, required, leading are the deciding limits in one unit, where the line is a number;
    gap_ratio is that of the comparison; leads says whether a leading value is met (qualitative).
    """

    indicator: str
    weight: Decimal
    relation: str
    declared: Fraction | None = None
    required: Fraction | None = None
    leading: Fraction | None = None
    gap_ratio: Fraction | None = None
    leads: bool | None = None

    def __post_init__(self) -> None:
        if self.relation not in _RELATIONS or not self.weight >= 0:
            raise ScoreRowWrong(self.indicator, self.relation, self.weight)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one line adds to the total; score None where the line is undecided."""

    indicator: str
    score: Fraction | None
    points: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The total, what it is made of, and how far the undecided lines could move it."""

    total: Fraction | None  # None where nothing could be scored
    contributions: tuple[Contribution, ...]
    coverage: Fraction  # decided weight over all weight that counts
    low: Fraction  # every undecided line scores 0
    high: Fraction  # every undecided line scores 1.2


def line_score(row: Row) -> Fraction | None:
    """s of one line: 0 to 1 below the requirement, 1 to 1.2 from there on; None if undecided."""
    if row.relation in _UNDECIDED or row.relation == "extra":
        return None
    if row.relation == "looser":
        return max(Fraction(0), 1 - shortfall_share(row))
    return 1 + BONUS * surplus_share(row)


def shortfall_share(row: Row) -> Fraction:
    """Difference / required; the whole (1) where it has no measure."""
    if row.declared is not None and row.required:
        return abs(row.declared - row.required) / abs(row.required)
    return Fraction(1) if row.gap_ratio is None else max(Fraction(0), row.gap_ratio)


def surplus_share(row: Row) -> Fraction:
    """How much of the way from required to leading is covered, 0 to 1."""
    if row.leads:
        return Fraction(1)
    if row.declared is not None and row.required is not None and row.leading is not None:
        way = row.leading - row.required
        return _share((row.declared - row.required) / way) if way else Fraction(0)
    if row.leads is None and row.leading is None and row.gap_ratio is not None:
        return _share(-row.gap_ratio)
    return Fraction(0)


def _share(value: Fraction) -> Fraction:
    return min(Fraction(1), max(Fraction(0), value))


def aggregate(rows: Sequence[Row], missing: Missing = Missing.RENORMALISE) -> Score:
    """The score of all lines that count; extra ones are reported, not scored."""
    counted = [(row, line_score(row)) for row in rows if row.relation != "extra"]
    all_weight = sum((Fraction(row.weight) for row, _ in counted), Fraction(0))
    decided = sum((Fraction(r.weight) for r, s in counted if s is not None), Fraction(0))
    whole = decided if missing is Missing.RENORMALISE else all_weight
    contributions = tuple(
        Contribution(
            indicator=row.indicator,
            score=score,
            points=100 * Fraction(row.weight) * (score or 0) / whole if whole else Fraction(0),
        )
        for row, score in counted
    )
    sure = sum((Fraction(r.weight) * s for r, s in counted if s is not None), Fraction(0))
    low = 100 * sure / all_weight if all_weight else Fraction(0)
    open_weight = (all_weight - decided) / all_weight if all_weight else Fraction(1)
    return Score(
        total=sum((c.points for c in contributions), Fraction(0)) if decided else None,
        contributions=contributions,
        coverage=1 - open_weight,
        low=low,
        high=low + 100 * BEST * open_weight,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A score as printed: the parts add up to the total, digit by digit."""

    total: Decimal
    parts: tuple[Decimal, ...]


def shown(score: Score, decimals: int = 1) -> Shown | None:
    """Total rounded half to even (GB/T 8170), parts by largest remainder; None without a total.

    Ties of remainders go to the earlier line.
    """
    if score.total is None:
        return None
    unit = 10**decimals
    exact = [contribution.points * unit for contribution in score.contributions]
    parts = [int(points // 1) for points in exact]
    total = round(score.total * unit)
    by_remainder = sorted(range(len(parts)), key=lambda n: (parts[n] - exact[n], n))
    for n in by_remainder[: max(0, total - sum(parts))]:
        parts[n] += 1
    return Shown(
        total=Decimal(total).scaleb(-decimals),
        parts=tuple(Decimal(part).scaleb(-decimals) for part in parts),
    )
