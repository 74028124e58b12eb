"""Baseline (c): the same answer in SQL written by hand, on DuckDB's own in-memory tables.

It gets the same normalised columns, and the same trick: bands of float noise are computed once
for each clause, not for each line.
"""

from __future__ import annotations

import duckdb
import polars as pl

from duibiao.config.bench.city import City

SQL = """
WITH limits AS (
  SELECT clause, state AS b_state, quantity AS b_quantity, sides AS b_sides,
         lo AS b_lo, lo_closed AS b_lo_closed, hi AS b_hi, hi_closed AS b_hi_closed,
         lo - band_lo AS b_lo_from, lo + band_lo AS b_lo_to,
         hi - band_hi AS b_hi_from, hi + band_hi AS b_hi_to,
         CASE WHEN size > 0 THEN size END AS b_size
  FROM (
    SELECT *,
      CASE WHEN isinf(lo) THEN 0 ELSE 1e-9 * abs(lo) END AS band_lo,
      CASE WHEN isinf(hi) THEN 0 ELSE 1e-9 * abs(hi) END AS band_hi,
      CASE sides WHEN 1 THEN abs(hi) WHEN 2 THEN abs(lo) WHEN 3 THEN hi - lo END AS size
    FROM clauses)
),
placed AS (
  SELECT *,
    (lo > b_lo_to OR (lo >= b_lo_from AND (b_lo_closed OR NOT lo_closed)))
      AND (hi < b_hi_from OR (hi <= b_hi_to AND (b_hi_closed OR NOT hi_closed))) AS a_in_b,
    (lo < b_lo_from OR (lo <= b_lo_to AND (lo_closed OR NOT b_lo_closed)))
      AND (hi > b_hi_to OR (hi >= b_hi_from AND (hi_closed OR NOT b_hi_closed))) AS b_in_a,
    state <= 1 AND b_state <= 1 AND gate = -1
      AND quantity = b_quantity AND quantity <> 0 AS sets
  FROM declared JOIN limits USING (clause)
),
related AS (
  SELECT enterprise, weight, b_state = 4 AS extra, sets,
    CASE WHEN sets THEN
           CASE WHEN a_in_b AND b_in_a THEN 1 WHEN a_in_b THEN 0 WHEN b_in_a THEN 2 ELSE 3 END
         WHEN state = 5 OR b_state = 5 THEN 4
         WHEN gate <> -1 THEN gate // 16
         WHEN state = 4 AND b_state IN (1, 4) OR b_state = 4 AND state = 1 THEN 1
         WHEN state = 4 THEN 2
         WHEN b_state = 4 THEN 0
         WHEN quantity = 0 THEN 4
         WHEN quantity <> b_quantity THEN 3
         ELSE 4 END AS relation,
    CASE WHEN sets AND ratio THEN
         CASE b_sides WHEN 1 THEN hi - b_hi WHEN 2 THEN b_lo - lo
              ELSE (hi - b_hi) + (b_lo - lo) END / b_size END AS gap
  FROM placed
),
scored AS (
  SELECT enterprise, weight, extra, relation,
    CASE WHEN extra OR relation > 2 THEN NULL
         WHEN relation = 2 THEN
           CASE WHEN gap IS NULL OR isinf(gap) THEN 0 ELSE 1 - least(1, greatest(0, gap)) END
         WHEN gap IS NULL OR isinf(gap) THEN 1
         ELSE 1 + 0.2 * least(1, greatest(0, -gap)) END AS score
  FROM related
),
records AS (
  SELECT enterprise,
    count(*) FILTER (relation = 0 AND NOT extra) AS stricter,
    count(*) FILTER (relation = 1 AND NOT extra) AS equal,
    count(*) FILTER (relation = 2 AND NOT extra) AS looser,
    count(*) FILTER (relation = 3 AND NOT extra) AS incomparable,
    count(*) FILTER (relation = 4 AND NOT extra) AS unknown,
    count(*) FILTER (extra) AS extra,
    sum(weight * score) AS points,
    sum(weight) FILTER (score IS NOT NULL) AS decided_weight,
    sum(weight) FILTER (relation = 0 AND NOT extra) AS stricter_weight
  FROM scored GROUP BY enterprise
),
settled AS (
  SELECT *, CASE WHEN decided_weight > 0 THEN 100 * points / decided_weight END AS total,
    CASE WHEN incomparable + unknown > 0 OR stricter + equal + looser = 0 THEN 'pending'
         WHEN looser > 0 AND plan_in_time THEN 'attainable_in_2_3_years'
         WHEN looser > 0 THEN 'unattainable'
         WHEN stricter_weight > 0 THEN 'leading'
         ELSE 'attained' END AS outcome
  FROM records JOIN enterprises USING (enterprise)
)
SELECT district, industry, count(*) AS records,
  count(*) FILTER (outcome = 'leading') AS leading,
  count(*) FILTER (outcome = 'attained') AS attained,
  count(*) FILTER (outcome = 'attainable_in_2_3_years') AS attainable_in_2_3_years,
  count(*) FILTER (outcome = 'unattainable') AS unattainable,
  count(*) FILTER (outcome = 'pending') AS pending,
  sum(stricter) AS stricter, sum(equal) AS equal, sum(looser) AS looser,
  sum(incomparable) AS incomparable, sum(unknown) AS unknown, sum(extra) AS extra,
  avg(total) AS mean_total
FROM settled GROUP BY district, industry
"""


class Database:
    """The three tables inside DuckDB, loaded before the clock starts."""

    def __init__(self, city: City) -> None:
        self.connection = duckdb.connect(":memory:")
        self.connection.execute(f"SET threads TO {pl.thread_pool_size()}")
        self.connection.execute("SET autoinstall_known_extensions = false")
        tables = {
            "declared": city.declared,
            "clauses": city.clauses,
            "enterprises": city.enterprises,
        }
        for name, frame in tables.items():
            arrays = {column: frame[column].to_numpy() for column in frame.columns}
            self.connection.register("loaded", arrays)
            self.connection.execute(f"CREATE TABLE {name} AS SELECT * FROM loaded")
            self.connection.unregister("loaded")

    def judge_city(self) -> dict[str, object]:
        """District × industry, as DuckDB hands columns out."""
        columns: dict[str, object] = self.connection.execute(SQL).fetchnumpy()
        return columns
