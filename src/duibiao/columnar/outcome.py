"""From judged lines to the outcome of each enterprise's record, and to districts × industries.

`core.compare.outcome.decide` and `core.score.aggregate.aggregate` are the law. The lines are those
of key indicators; no clause here sets a leading value, so leading is by the share of stricter
weight. Weights in a frame are those of the scheme.
"""

from __future__ import annotations

from functools import reduce

import narwhals as nw

from duibiao.columnar.codes import outcome_code, relation_code
from duibiao.columnar.relation import NOISE, Frame
from duibiao.core.compare.outcome import Outcome
from duibiao.core.compare.relation import Relation

_COUNTED = {
    "stricter": Relation.STRICTER,
    "equal": Relation.EQUAL,
    "looser": Relation.LOOSER,
    "incomparable": Relation.INCOMPARABLE,
    "unknown": Relation.UNKNOWN,
}

# Counted three to a number of 64 bits: two sums instead of six, a tenth of the whole time.
_TALLIES = {"met": ("stricter", "equal", "looser"), "open": ("incomparable", "unknown", "extra")}
_TALLIED = tuple(name for names in _TALLIES.values() for name in names)
MOST_LINES = 2**20  # a record has fewer lines than this
_WEIGHED = ("points", "decided_weight", "stricter_weight")


def records(judged: Frame, *, by: str = "enterprise", leading_min_share: float = 0.0) -> Frame:
    """One row a record: how many lines stand in each relation, `extra`, `points` (Σ w·s),
    `decided_weight` (Σ w of decided lines), `stricter_weight`, `total` = 100·Σ w·s / Σ w (null
    where nothing is decided), and `outcome` as it is without a plan (`cells` adds the plans).
    """
    summed = (
        judged.select(by, *_summed())
        .group_by(by)
        .agg(*(nw.col(n).sum() for n in (*_TALLIES, *_WEIGHED)))
        .with_columns(*_untallied())
        .drop(*_TALLIES)
    )
    return summed.with_columns(
        total=nw.when(nw.col("decided_weight") > 0).then(
            100.0 * nw.col("points") / nw.col("decided_weight")
        ),
        outcome=_outcome(leading_min_share),
    )


def _summed() -> list[nw.Expr]:
    """What is summed over the lines of a record."""
    relation, weight, extra = nw.col("relation"), nw.col("weight"), nw.col("extra")
    scored = nw.col("score")
    return [
        *(_tally(names).alias(tally) for tally, names in _TALLIES.items()),
        (weight * scored).fill_null(0.0).alias("points"),
        nw.when(scored.is_null()).then(0.0).otherwise(weight).alias("decided_weight"),
        nw.when((relation == relation_code(Relation.STRICTER)) & ~extra)
        .then(weight)
        .otherwise(0.0)
        .alias("stricter_weight"),
    ]


def _tally(names: tuple[str, ...]) -> nw.Expr:
    """One line in the place of its relation, 0 where it is none of these."""
    return reduce(
        lambda rest, name: nw.when(_is(name)).then(_one(names.index(name))).otherwise(rest),
        names,
        nw.lit(0, dtype=nw.Int64),
    )


def _is(name: str) -> nw.Expr:
    extra = nw.col("extra")
    if name == "extra":
        return extra
    return (nw.col("relation") == relation_code(_COUNTED[name])) & ~extra


def _one(place: int) -> nw.Expr:
    return nw.lit(MOST_LINES**place, dtype=nw.Int64)


def _untallied() -> list[nw.Expr]:
    """The counts out of their sums."""
    return [
        (nw.col(tally) // MOST_LINES**place % MOST_LINES).cast(nw.Int32).alias(name)
        for tally, names in _TALLIES.items()
        for place, name in enumerate(names)
    ]


def _outcome(leading_min_share: float) -> nw.Expr:
    """method.md §8 without a plan: a record with looser lines is unattainable until `cells`
    knows of one."""
    undecided = (nw.col("incomparable") + nw.col("unknown")) > 0
    decided = nw.col("stricter") + nw.col("equal") + nw.col("looser")
    stricter, whole = nw.col("stricter_weight"), nw.col("decided_weight")
    # Sums of weights carry float noise; a share that is exactly reached leads.
    leads = (stricter > 0) & (stricter >= (leading_min_share - NOISE) * whole)
    reached = nw.when(leads).then(_code(Outcome.LEADING)).otherwise(_code(Outcome.ATTAINED))
    settled = nw.when(nw.col("looser") > 0).then(_code(Outcome.UNATTAINABLE)).otherwise(reached)
    return nw.when(undecided | (decided == 0)).then(_code(Outcome.PENDING)).otherwise(settled)


def _code(outcome: Outcome) -> nw.Expr:
    return nw.lit(outcome_code(outcome), dtype=nw.Int8)


def cells(judged_records: Frame, enterprises: Frame) -> Frame:
    """District × industry: records by outcome, lines by relation, and the mean total.

    `enterprises`: enterprise, district, industry, plan_in_time (a feasible plan finishes within
    the horizon: the record's looser lines are attainable).
    """
    placed = judged_records.join(enterprises, on="enterprise", how="inner")
    planned = (nw.col("outcome") == outcome_code(Outcome.UNATTAINABLE)) & nw.col("plan_in_time")
    settled = placed.with_columns(
        outcome=nw.when(planned).then(_code(Outcome.ATTAINABLE)).otherwise(nw.col("outcome"))
    )
    counted = settled.with_columns(
        *((nw.col("outcome") == outcome_code(o)).cast(nw.Int32).alias(o.value) for o in Outcome)
    )
    return counted.group_by("district", "industry").agg(
        nw.len().alias("records"),
        *(nw.col(o.value).sum() for o in Outcome),
        *(nw.col(name).sum() for name in _TALLIED),
        nw.col("total").mean().alias("mean_total"),
    )
