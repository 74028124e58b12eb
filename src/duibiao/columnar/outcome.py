"""From judged lines to the outcome of each enterprise's record, and to districts × industries.

`core.compare.outcome.decide` and `core.score.aggregate.aggregate` are the law. The lines are those
of key indicators; no clause here sets a leading value, so leading is by the share of stricter
weight. Weights in a frame are those of the scheme.
"""

from __future__ import annotations

from functools import reduce

import narwhals as nw

from duibiao.columnar.codes import outcome_code, relation_code
from duibiao.columnar.relation import Frame
from duibiao.core.compare.outcome import Outcome
from duibiao.core.compare.relation import Relation

_COUNTED = {
    "stricter": Relation.STRICTER,
    "equal": Relation.EQUAL,
    "looser": Relation.LOOSER,
    "incomparable": Relation.INCOMPARABLE,
    "unknown": Relation.UNKNOWN,
}

_TALLIED = (*_COUNTED, "extra")
MOST_LINES = 1024  # a record has fewer lines than this


def records(judged: Frame, *, by: str = "enterprise", leading_min_share: float = 0.0) -> Frame:
    """One row a record: how many lines stand in each relation, `extra`, `points` (Σ w·s),
    `decided_weight` (Σ w of decided lines), `stricter_weight`, `total` = 100·Σ w·s / Σ w (null
    where nothing is decided), and `outcome` as it is without a plan (`cells` adds the plans).
    """
    summed = (
        judged.select(by, *_summed())
        .group_by(by)
        .agg(*(nw.col(n).sum() for n in ("tally", "points", "decided_weight", "stricter_weight")))
        .with_columns(*_untallied())
        .drop("tally")
    )
    return summed.with_columns(
        total=nw.when(nw.col("decided_weight") > 0).then(
            100.0 * nw.col("points") / nw.col("decided_weight")
        ),
        outcome=_outcome(leading_min_share),
    )


def _summed() -> list[nw.Expr]:
    """What is summed over the lines of a record. The six counts are one sum of ten bits each:
    about a tenth of the whole time less than six sums."""
    relation, weight, extra = nw.col("relation"), nw.col("weight"), nw.col("extra")
    scored = nw.col("score")
    counted = [(extra, "extra"), *((relation == relation_code(w), n) for n, w in _COUNTED.items())]
    tally = reduce(
        lambda rest, case: nw.when(case[0]).then(_one(case[1])).otherwise(rest),
        reversed(counted),
        nw.lit(0, dtype=nw.Int64),
    )
    return [
        tally.alias("tally"),
        (weight * scored).fill_null(0.0).alias("points"),
        nw.when(scored.is_null()).then(0.0).otherwise(weight).alias("decided_weight"),
        nw.when((relation == relation_code(Relation.STRICTER)) & ~extra)
        .then(weight)
        .otherwise(0.0)
        .alias("stricter_weight"),
    ]


def _one(name: str) -> nw.Expr:
    return nw.lit(MOST_LINES ** _TALLIED.index(name), dtype=nw.Int64)


def _untallied() -> list[nw.Expr]:
    """The six counts out of their one sum."""
    tally = nw.col("tally")
    return [
        (tally // MOST_LINES**place % MOST_LINES).cast(nw.Int32).alias(name)
        for place, name in enumerate(_TALLIED)
    ]


def _outcome(leading_min_share: float) -> nw.Expr:
    """method.md §8 without a plan: a record with looser lines is unattainable until `cells`
    knows of one."""
    undecided = (nw.col("incomparable") + nw.col("unknown")) > 0
    decided = nw.col("stricter") + nw.col("equal") + nw.col("looser")
    stricter, whole = nw.col("stricter_weight"), nw.col("decided_weight")
    leads = (stricter > 0) & (stricter >= leading_min_share * whole)
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
