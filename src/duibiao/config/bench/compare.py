"""`duibiao bench compare`: declared indicators judged, scored and grouped by district × industry.

Ours against row-by-row Pint, pandas and hand-written DuckDB SQL, in turn within one run, on the
same tables. pandas and DuckDB get the same normalised columns as ours; Pint gets the values as
written, because converting is what it is for. Every engine's groups must be the same.
"""

from __future__ import annotations

import json
import math
import statistics
import sys
from collections.abc import Callable, Mapping
from time import perf_counter
from typing import Any

import polars as pl

from duibiao.config.bench import THREADS
from duibiao.config.bench.by_columns import Columns
from duibiao.config.bench.by_pandas import Pandas
from duibiao.config.bench.by_pint import Pint
from duibiao.config.bench.by_sql import Sql
from duibiao.config.bench.material import Material, Size, make
from duibiao.config.bench.peak import peak_mb

SAME = 1e-9  # relative, of mean totals: sums are added in another order
PLACE = ("district", "industry")
Engine = Callable[[], pl.DataFrame]
Report = dict[str, Any]


def run(*, as_json: bool, size: Size | None = None) -> int:
    """Measure, print, and say whether all engines agree (0) or not (1)."""
    report, differing = measure(size or Size())
    for engine in differing:
        print(f"{engine}: groups differ from ours", file=sys.stderr)
    print(json.dumps(report, ensure_ascii=False) if as_json else told(report))
    return 1 if differing else 0


def measure(size: Size) -> tuple[Report, list[str]]:
    """The figures, and the engines whose groups are not ours."""
    material = make(size)
    sample = sample_of(material, size)
    engines: dict[str, Engine] = {
        "ours": Columns(material),
        "pandas": Pandas(material),
        "duckdb": Sql(material, THREADS),
    }
    results, seconds = in_turn(engines, size.repetitions)
    started = perf_counter()
    by_pint = Pint(sample)()
    pint_sample = perf_counter() - started
    expected = {"pint": Columns(sample)(), "pandas": results["ours"], "duckdb": results["ours"]}
    found = {"pint": by_pint, "pandas": results["pandas"], "duckdb": results["duckdb"]}
    differing = [name for name in found if not same_groups(found[name], expected[name])]
    medians = {name: statistics.median(times) for name, times in seconds.items()}
    medians["pint"] = pint_sample * material.declared.height / sample.declared.height
    return _report(size, material, sample, medians, seconds, results["ours"]), differing


def sample_of(material: Material, size: Size) -> Material:
    """The first enterprises, so many that about `pint_rows` lines are theirs."""
    return material.head(max(1, size.pint_rows * size.enterprises // size.declared))


def in_turn(
    engines: Mapping[str, Engine], repetitions: int
) -> tuple[dict[str, pl.DataFrame], dict[str, list[float]]]:
    """One engine after the other, again and again: what disturbs one disturbs all. Each has a run
    of its own before the one that counts, so that none pays for the memory another left behind."""
    results: dict[str, pl.DataFrame] = {}
    seconds: dict[str, list[float]] = {name: [] for name in engines}
    for _ in range(repetitions):
        for name, engine in engines.items():
            results[name] = engine()
            started = perf_counter()
            engine()
            seconds[name].append(perf_counter() - started)
    return results, seconds


def same_groups(found: pl.DataFrame, expected: pl.DataFrame) -> bool:
    """Every count the same, every mean total the same but for the order of adding."""
    counts = [name for name in expected.columns if name != "mean_total"]
    ours, theirs = (
        table.select(pl.col(counts).cast(pl.Int64), pl.col("mean_total").cast(pl.Float64))
        .sort(PLACE)
        .fill_nan(None)
        for table in (expected, found)
    )
    if not ours.select(counts).equals(theirs.select(counts)):
        return False
    means = zip(ours["mean_total"], theirs["mean_total"], strict=True)
    return all(_near(x, y) for x, y in means)


def _near(x: float | None, y: float | None) -> bool:
    if x is None or y is None:
        return x is y
    return math.isclose(x, y, rel_tol=SAME)


def _report(
    size: Size,
    material: Material,
    sample: Material,
    medians: dict[str, float],
    seconds: dict[str, list[float]],
    groups: pl.DataFrame,
) -> Report:
    figures = {
        "declared": size.declared,
        "clauses": size.clauses,
        "enterprises": size.enterprises,
        "groups": groups.height,
        "repetitions": size.repetitions,
        "threads": THREADS,
        "pint_rows": sample.declared.height,
        "pint_extrapolated": sample.declared.height < material.declared.height,
        "seconds": {name: round(value, 4) for name, value in medians.items()},
        "fastest": {name: round(min(times), 4) for name, times in seconds.items()},
        "tables_mb": round(material.declared.estimated_size("mb"), 1),
    }
    ours = medians["ours"]
    ratios = {name: round(medians[name] / ours, 2) for name in ("pint", "pandas", "duckdb")}
    return {"name": "compare", "figures": figures, "ratios": ratios, "peak_mb": peak_mb()}


def told(report: Report) -> str:
    """The report for reading."""
    figures, ratios = report["figures"], report["ratios"]
    lines = [
        f"{figures['declared']:,} declared indicators × {figures['clauses']:,} clauses, "
        f"{figures['enterprises']:,} enterprises → {figures['groups']:,} groups "
        f"(district × industry), {figures['threads']} threads, "
        f"median of {figures['repetitions']} runs in turn",
        f"{'ours':8} {figures['seconds']['ours']:10.3f} s",
    ]
    for name, ratio in ratios.items():
        note = ""
        if name == "pint" and figures["pint_extrapolated"]:
            note = f"  (from {figures['pint_rows']:,} rows, extrapolated linearly)"
        lines.append(f"{name:8} {figures['seconds'][name]:10.3f} s  ours {ratio:,.2f}×{note}")
    lines.append(f"peak memory {report['peak_mb']:,.0f} MB, all engines together")
    return "\n".join(lines)
