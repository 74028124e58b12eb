"""Baseline (b): the same in pandas, whole columns at a time."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import polars as pl

from duibiao.columnar.codes import OPEN, OUTCOMES, RULES, Sides, State
from duibiao.columnar.relation import BEST_BONUS, NOISE
from duibiao.config.bench.material import Material
from duibiao.core.compare.outcome import Outcome
from duibiao.core.compare.relation import Rule

_RELATIONS = ("stricter", "equal", "looser", "incomparable", "unknown")


class Pandas:
    """Holds the tables as pandas frames."""

    def __init__(self, material: Material) -> None:
        self._declared, self._clauses, self._enterprises = (
            pd.DataFrame({column.name: column.to_numpy() for column in table})
            for table in (material.declared, material.clauses, material.enterprises)
        )

    def __call__(self) -> pl.DataFrame:
        """District × industry."""
        declared = self._declared
        clauses = _with_bands(self._clauses)
        # The key is the row's place: taking rows by place is several times quicker than a merge.
        b = {name: clauses[name].to_numpy()[declared["clause"]] for name in clauses}
        a = {name: declared[name].to_numpy() for name in declared}
        found = _cells(_records(a, b, _rules(a, b)), self._enterprises)
        return pl.DataFrame({name: found[name].to_numpy() for name in found})


def _with_bands(clauses: pd.DataFrame) -> pd.DataFrame:
    lo, hi, sides = clauses["lo"], clauses["hi"], clauses["sides"]
    noise_lo = np.where(np.isfinite(lo), NOISE * lo.abs(), 0)
    noise_hi = np.where(np.isfinite(hi), NOISE * hi.abs(), 0)
    size = np.select(
        [sides == Sides.UPPER, sides == Sides.LOWER, sides == Sides.BOTH],
        [hi.abs(), lo.abs(), hi - lo],
        0.0,
    )
    return clauses.assign(
        lo_from=lo - noise_lo,
        lo_to=lo + noise_lo,
        hi_from=hi - noise_hi,
        hi_to=hi + noise_hi,
        measure=np.where(size > 0, size, np.nan),
    )


def _rules(a: dict[str, Any], b: dict[str, Any]) -> Any:
    """The rule of each row: the ordinary ones for all, then the unusual ones, last first."""
    lo, hi = a["lo"], a["hi"]
    a_in_b = (lo > b["lo_to"]) | ((lo >= b["lo_from"]) & (b["lo_closed"] | ~a["lo_closed"]))
    a_in_b &= (hi < b["hi_from"]) | ((hi <= b["hi_to"]) & (b["hi_closed"] | ~a["hi_closed"]))
    b_in_a = (lo < b["lo_from"]) | ((lo <= b["lo_to"]) & (a["lo_closed"] | ~b["lo_closed"]))
    b_in_a &= (hi > b["hi_to"]) | ((hi >= b["hi_from"]) & (a["hi_closed"] | ~b["hi_closed"]))
    nested = np.array(
        [RULES[r] for r in (Rule.SETS_CROSS, Rule.B_INSIDE_A, Rule.A_INSIDE_B, Rule.SETS_EQUAL)],
        dtype=np.int8,
    )
    rule = nested[a_in_b.astype(np.int8) * 2 + b_in_a]
    x, y = a["state"], b["state"]
    silent_a, silent_b = x == State.SILENT, y == State.SILENT
    _set(rule, (x == State.EMPTY) | (y == State.EMPTY), Rule.NO_VALUE_POSSIBLE)
    no_limit = (x == State.NO_DETECTION_LIMIT) | (y == State.NO_DETECTION_LIMIT)
    _set(rule, no_limit, Rule.LOD_MISSING)
    _set(rule, a["quantity"] != b["quantity"], Rule.UNIT_INCOMMENSURABLE)
    _set(rule, a["quantity"] == 0, Rule.UNIT_UNKNOWN)
    _set(rule, silent_b, Rule.MISSING_IN_B)
    _set(rule, silent_a, Rule.MISSING_IN_A)
    _set(rule, silent_a & (y == State.EVERYTHING), Rule.SETS_EQUAL)
    _set(rule, silent_b & (x == State.EVERYTHING), Rule.SETS_EQUAL)
    _set(rule, silent_a & silent_b, Rule.BOTH_SILENT)
    shut = a["gate"] != OPEN
    rule[shut] = a["gate"][shut]
    _set(rule, (x == State.UNREAD) | (y == State.UNREAD), Rule.NOT_READ)
    return rule


def _set(rules: Any, where: Any, rule: Rule) -> None:
    rules[where] = RULES[rule]


def _scores(a: dict[str, Any], b: dict[str, Any], rule: Any, relation: Any) -> Any:
    """The score of each line, NaN where undecided."""
    sides = b["sides"]
    with np.errstate(invalid="ignore"):  # ∞ − ∞ on a side that counts for nothing
        above, below = a["hi"] - b["hi"], b["lo"] - a["lo"]
        both = above + below
        short = np.where(sides == Sides.UPPER, above, np.where(sides == Sides.LOWER, below, both))
        gap = short / b["measure"]
    sets = (rule == RULES[Rule.SETS_EQUAL]) | (rule == RULES[Rule.A_INSIDE_B])
    sets |= rule == RULES[Rule.B_INSIDE_A]
    known = sets & a["ratio"] & np.isfinite(gap)
    looser = 1.0 - np.clip(np.where(known, gap, 1.0), 0.0, 1.0)
    reached = 1.0 + BEST_BONUS * np.clip(np.where(known, -gap, 0.0), 0.0, 1.0)
    score = np.where(relation == 2, looser, reached)
    return np.where((relation <= 2) & (b["state"] != State.SILENT), score, np.nan)


def _records(a: dict[str, Any], b: dict[str, Any], rule: Any) -> pd.DataFrame:
    relation = rule // 16
    extra = b["state"] == State.SILENT
    score = _scores(a, b, rule, relation)
    weight = a["weight"]
    lines = pd.DataFrame(
        {
            "enterprise": a["enterprise"],
            **{
                name: ((relation == code) & ~extra).astype(np.int32)
                for code, name in enumerate(_RELATIONS)
            },
            "extra": extra.astype(np.int32),
            "points": np.nan_to_num(weight * score),
            "decided": np.where(np.isnan(score), 0.0, weight),
            "above": np.where((relation == 0) & ~extra, weight, 0.0),
        },
        copy=False,
    )
    return lines.groupby("enterprise", sort=False).sum()


def _cells(records: pd.DataFrame, enterprises: pd.DataFrame) -> pd.DataFrame:
    placed = records.join(enterprises.set_index("enterprise"))
    undecided = (placed["incomparable"] + placed["unknown"] > 0) | (
        placed["stricter"] + placed["equal"] + placed["looser"] == 0
    )
    outcome = np.select(
        [undecided, (placed["looser"] > 0) & placed["plan_in_time"], placed["looser"] > 0,
         placed["above"] > 0],
        ["pending", "attainable_in_2_3_years", "unattainable", "leading"],
        "attained",
    )  # fmt: skip
    decided = placed["decided"].where(placed["decided"] > 0)
    columns = placed.assign(
        records=1,
        **{o.value: (outcome == o.value).astype(np.int32) for o in OUTCOMES},
        total=100.0 * placed["points"] / decided,
    )
    grouped = columns.groupby(["district", "industry"], sort=False)
    counts = ["records", *(o.value for o in Outcome), *_RELATIONS, "extra"]
    found = grouped[counts].sum()
    found["mean_total"] = grouped["total"].mean()
    return found.reset_index()
