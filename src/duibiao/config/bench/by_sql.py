"""Baseline (c): SQL written by hand for DuckDB, over its own in-memory tables."""

from __future__ import annotations

import duckdb
import polars as pl

from duibiao.columnar.codes import OPEN, OUTCOMES, RULES, Sides, State, outcome_code
from duibiao.columnar.relation import BEST_BONUS, NOISE
from duibiao.config.bench.material import Material

_CODES = {
    **{f"s_{state.name.lower()}": state.value for state in State},
    **{f"r_{rule.value}": code for rule, code in RULES.items()},
    **{f"o_{outcome.value}": outcome_code(outcome) for outcome in OUTCOMES},
    "upper": Sides.UPPER.value, "lower": Sides.LOWER.value, "none": Sides.NONE.value,
    "open": OPEN, "noise": NOISE, "bonus": BEST_BONUS,
}  # fmt: skip

_SQL = """
WITH bands AS (
  SELECT clause, state AS b_state, quantity AS b_quantity, sides AS b_sides,
    lo AS b_lo, hi AS b_hi, lo_closed AS b_lo_closed, hi_closed AS b_hi_closed,
    CASE WHEN isfinite(lo) THEN lo - {noise} * abs(lo) ELSE lo END AS lo_from,
    CASE WHEN isfinite(lo) THEN lo + {noise} * abs(lo) ELSE lo END AS lo_to,
    CASE WHEN isfinite(hi) THEN hi - {noise} * abs(hi) ELSE hi END AS hi_from,
    CASE WHEN isfinite(hi) THEN hi + {noise} * abs(hi) ELSE hi END AS hi_to,
    nullif(CASE sides WHEN {upper} THEN abs(hi) WHEN {lower} THEN abs(lo)
      WHEN {none} THEN 0 ELSE hi - lo END, 0) AS measure
  FROM clauses
), placed AS (
  SELECT enterprise, weight, ratio, state, b_state, gate, quantity, b_quantity, b_sides,
    lo, hi, b_lo, b_hi, measure,
    (lo > lo_to OR (lo >= lo_from AND (b_lo_closed OR NOT lo_closed)))
      AND (hi < hi_from OR (hi <= hi_to AND (b_hi_closed OR NOT hi_closed))) AS a_in_b,
    (lo < lo_from OR (lo <= lo_to AND (lo_closed OR NOT b_lo_closed)))
      AND (hi > hi_to OR (hi >= hi_from AND (hi_closed OR NOT b_hi_closed))) AS b_in_a
  FROM declared JOIN bands USING (clause)
), plain AS (
  SELECT *, NOT (state <= {s_everything} AND b_state <= {s_everything} AND gate = {open}
    AND quantity = b_quantity AND quantity <> 0) AS unusual,
    -- without branches: crossing, unless inside; equal where both
    ({r_sets_cross}::TINYINT + a_in_b::TINYINT * ({r_a_inside_b} - {r_sets_cross})::TINYINT
      + b_in_a::TINYINT * ({r_b_inside_a} - {r_sets_cross})::TINYINT
      + (a_in_b AND b_in_a)::TINYINT * ({r_sets_equal} + {r_sets_cross} - {r_a_inside_b}
        - {r_b_inside_a})::TINYINT) AS sets_rule
  FROM placed
), ruled AS (
  SELECT enterprise, weight, b_state = {s_silent} AS extra, unusual,
    CASE WHEN unusual THEN (CASE
      WHEN state = {s_unread} OR b_state = {s_unread} THEN {r_not_read}
      WHEN gate <> {open} THEN gate
      WHEN state = {s_silent} AND b_state = {s_silent} THEN {r_both_silent}
      WHEN (state = {s_silent} AND b_state = {s_everything})
        OR (state = {s_everything} AND b_state = {s_silent}) THEN {r_sets_equal}
      WHEN state = {s_silent} THEN {r_missing_in_a}
      WHEN b_state = {s_silent} THEN {r_missing_in_b}
      WHEN quantity = 0 THEN {r_unit_unknown}
      WHEN quantity <> b_quantity THEN {r_unit_incommensurable}
      WHEN state = {s_no_detection_limit} OR b_state = {s_no_detection_limit}
        THEN {r_lod_missing}
      ELSE {r_no_value_possible}
    END)::TINYINT ELSE sets_rule END AS rule,
    CASE WHEN ratio THEN (CASE b_sides WHEN {upper} THEN hi - b_hi WHEN {lower} THEN b_lo - lo
      ELSE (hi - b_hi) + (b_lo - lo) END) / measure END AS short
  FROM plain
), related AS (
  SELECT enterprise, weight, extra, CASE WHEN extra THEN -1 ELSE rule >> 4 END::TINYINT AS rel,
    CASE WHEN unusual OR NOT isfinite(short) THEN NULL ELSE short END AS gap
  FROM ruled
), scored AS (
  SELECT enterprise, weight, rel,
    CASE WHEN rel = 2 THEN 1::DOUBLE - least(greatest(coalesce(gap, 1), 0::DOUBLE), 1::DOUBLE)
      WHEN rel IN (0, 1)
        THEN 1::DOUBLE + {bonus}::DOUBLE * least(greatest(coalesce(-gap, 0), 0::DOUBLE), 1::DOUBLE)
    END AS score
  FROM related
), records AS (
  SELECT enterprise,
    count(*) FILTER (rel = 0) AS stricter, count(*) FILTER (rel = 1) AS equal,
    count(*) FILTER (rel = 2) AS looser, count(*) FILTER (rel = 3) AS incomparable,
    count(*) FILTER (rel = 4) AS unknown, count(*) FILTER (rel = -1) AS extra,
    sum(weight * score) AS points,
    sum(weight) FILTER (rel BETWEEN 0 AND 2) AS decided,
    sum(weight) FILTER (rel = 0) AS above
  FROM scored GROUP BY enterprise
), settled AS (
  SELECT district, industry, stricter, equal, looser, incomparable, unknown, extra,
    CASE WHEN decided > 0 THEN 100 * points / decided END AS total,
    CASE
      WHEN incomparable + unknown > 0 OR stricter + equal + looser = 0 THEN {o_pending}
      WHEN looser > 0 AND plan_in_time THEN {o_attainable_in_2_3_years}
      WHEN looser > 0 THEN {o_unattainable}
      WHEN above > 0 THEN {o_leading}
      ELSE {o_attained}
    END AS outcome
  FROM records JOIN enterprises USING (enterprise)
)
SELECT district, industry, count(*) AS records,
  count(*) FILTER (outcome = {o_leading}) AS leading,
  count(*) FILTER (outcome = {o_attained}) AS attained,
  count(*) FILTER (outcome = {o_attainable_in_2_3_years}) AS attainable_in_2_3_years,
  count(*) FILTER (outcome = {o_unattainable}) AS unattainable,
  count(*) FILTER (outcome = {o_pending}) AS pending,
  sum(stricter) AS stricter, sum(equal) AS equal, sum(looser) AS looser,
  sum(incomparable) AS incomparable, sum(unknown) AS unknown, sum(extra) AS extra,
  avg(total) AS mean_total
FROM settled GROUP BY district, industry
"""


class Sql:
    """Holds the tables inside DuckDB."""

    def __init__(self, material: Material, threads: int) -> None:
        self._db = duckdb.connect(
            config={"threads": threads, "autoinstall_known_extensions": False}
        )
        self._sql = _SQL.format(**_CODES)
        for name in ("declared", "clauses", "enterprises"):
            columns = {c.name: c.to_numpy() for c in getattr(material, name)}
            self._db.register("given", columns)
            self._db.execute(f"CREATE TABLE {name} AS SELECT * FROM given")
            self._db.unregister("given")

    def __call__(self) -> pl.DataFrame:
        """District × industry."""
        found = self._db.execute(self._sql).fetchnumpy()
        return pl.DataFrame({name: pl.Series(values) for name, values in found.items()})
