"""Baseline (c): SQL written by hand for DuckDB, over its own in-memory tables."""

from __future__ import annotations

import duckdb
import polars as pl

from duibiao.columnar.codes import OPEN, OUTCOMES, RULES, Sides, State, outcome_code
from duibiao.columnar.relation import BEST_BONUS, NOISE
from duibiao.config.bench.material import Material
from duibiao.core.compare.outcome import Outcome
from duibiao.core.compare.relation import Rule

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
), ruled AS (
  SELECT enterprise, weight, b_state = {s_silent} AS extra,
    ((CASE
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
      WHEN state = {s_empty} OR b_state = {s_empty} THEN {r_no_value_possible}
      WHEN a_in_b AND b_in_a THEN {r_sets_equal}
      WHEN a_in_b THEN {r_a_inside_b}
      WHEN b_in_a THEN {r_b_inside_a}
      ELSE {r_sets_cross}
    END)::TINYINT) AS rule,
    CASE WHEN ratio THEN (CASE b_sides WHEN {upper} THEN hi - b_hi WHEN {lower} THEN b_lo - lo
      ELSE (hi - b_hi) + (b_lo - lo) END) / measure END AS short
  FROM placed
), scored AS (
  SELECT enterprise, weight, extra, rule,
    CASE
      WHEN extra THEN NULL
      WHEN rule = {r_b_inside_a}
        THEN 1.0::DOUBLE - least(greatest(CASE WHEN isfinite(short) THEN short ELSE 1 END, 0), 1)
      WHEN rule = {r_missing_in_a} THEN 0
      WHEN rule IN ({r_a_inside_b}, {r_sets_equal}) THEN 1.0::DOUBLE + {bonus}::DOUBLE
        * least(greatest(CASE WHEN isfinite(short) THEN -short ELSE 0 END, 0), 1)
      WHEN rule IN ({r_both_silent}, {r_missing_in_b}) THEN 1
    END AS score
  FROM ruled
), records AS (
  SELECT enterprise,
    count(*) FILTER (NOT extra AND rule IN ({r_a_inside_b}, {r_missing_in_b})) AS stricter,
    count(*) FILTER (NOT extra AND rule IN ({r_sets_equal}, {r_both_silent})) AS equal,
    count(*) FILTER (NOT extra AND rule IN ({r_b_inside_a}, {r_missing_in_a})) AS looser,
    count(*) FILTER (NOT extra AND rule >= {r_sets_cross} AND rule < {r_not_read}) AS incomparable,
    count(*) FILTER (NOT extra AND rule >= {r_not_read}) AS unknown,
    count(*) FILTER (extra) AS extra,
    sum(weight * score) AS points,
    sum(weight) FILTER (score IS NOT NULL) AS decided,
    sum(weight) FILTER (NOT extra AND rule IN ({r_a_inside_b}, {r_missing_in_b})) AS above
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
