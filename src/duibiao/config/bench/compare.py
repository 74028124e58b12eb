"""`duibiao bench compare`: a city's million lines judged, scored and grouped, four ways.

Ours, pandas and DuckDB start from the same normalised columns, because stored values carry them;
Pint starts from the written values, as people do who have no such columns. All must give the same
groups: counts exactly, mean scores to 1e-9.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import polars as pl

from duibiao.config.bench import by_columns, by_duckdb, by_pandas, by_pint, city
from duibiao.config.bench.report import Report
from duibiao.config.bench.stopwatch import peak_mb, side_by_side

GOALS = {"pint": 100.0, "pandas": 2.0, "duckdb": 0.67}
SAME = 1e-9
KEYS = ("district", "industry")


def measure(
    *,
    lines: int = 1_000_000,
    clauses: int = 2_000,
    pint_lines: int = 20_000,
    repetitions: int = 9,
    pint_repetitions: int = 3,
) -> Report:
    """Run all four and compare what they say."""
    built = city.build(lines=lines, clauses=clauses)
    expected, peak = peak_mb(lambda: by_columns.judge_city(built))
    engines = _engines(built)
    sample = _enterprises_of(built, pint_lines)
    by_row = by_pint.Lines(sample)
    disagreements = [
        *(found for name, run in engines.items() for found in _differs(name, expected, run())),
        *_differs("pint", by_columns.judge_city(sample), by_row.judge_city()),
    ]
    seconds = side_by_side(engines, repetitions)
    sampled = side_by_side({"pint": by_row.judge_city}, pint_repetitions)["pint"]
    seconds["pint"] = sampled * lines / len(by_row.lines)
    return Report(
        name="compare",
        figures=_figures(built, expected, seconds, sampled, len(by_row.lines)),
        ratios={name: seconds[name] / seconds["ours"] for name in GOALS},
        goals=GOALS,
        peak_mb=peak,
        notes=_notes(repetitions, len(by_row.lines), lines),
        disagreements=tuple(disagreements),
    )


def _engines(built: city.City) -> dict[str, Callable[[], object]]:
    """What takes turns at the whole city."""
    return {
        "ours": lambda: by_columns.judge_city(built),
        "pandas": by_pandas.Frames(built).judge_city,
        "duckdb": by_duckdb.Database(built).judge_city,
    }


def _enterprises_of(built: city.City, lines: int) -> city.City:
    """The first whole enterprises with so many lines."""
    return city.City(
        declared=built.declared.head(lines),
        clauses=built.clauses,
        enterprises=built.enterprises,
        written=built.written.head(lines),
    )


def _differs(name: str, expected: pl.DataFrame, found: Any) -> list[str]:
    """What an engine says otherwise than ours, column by column."""
    ours, theirs = _in_order(expected), _in_order(_as_polars(found))
    if ours.height != theirs.height:
        return [f"{name}: {theirs.height} groups instead of {ours.height}"]
    return [
        f"{name}: {column}: {wrong} of {ours.height} groups"
        for column in ours.columns
        if (wrong := _wrong(ours[column], theirs[column]))
    ]


def _wrong(ours: pl.Series, theirs: pl.Series) -> int:
    difference = (ours - theirs).abs()
    bad = (difference > SAME * ours.abs()) | (ours.is_null() != theirs.is_null())
    return int(bad.fill_null(False).sum())


def _as_polars(found: Any) -> pl.DataFrame:
    if isinstance(found, pl.DataFrame):
        return found
    columns = found.columns if hasattr(found, "columns") else found.keys()
    return pl.DataFrame({str(column): pl.Series(list(found[column])) for column in columns})


def _in_order(frame: pl.DataFrame) -> pl.DataFrame:
    numbers = frame.select(pl.col(sorted(frame.columns)).cast(pl.Float64).fill_nan(None))
    return numbers.sort(KEYS)


def _figures(
    built: city.City,
    expected: pl.DataFrame,
    seconds: dict[str, float],
    sampled: float,
    pint_lines: int,
) -> dict[str, Any]:
    return {
        "declared": built.declared.height,
        "clauses": built.clauses["clause"].n_unique(),
        "units": len(city.UNITS),
        "enterprises": built.enterprises.height,
        "groups": expected.height,
        "threads": pl.thread_pool_size(),
        "seconds": seconds,
        "pint_sample": {"lines": pint_lines, "seconds": sampled},
    }


def _notes(repetitions: int, pint_lines: int, lines: int) -> tuple[str, ...]:
    return (
        f"medians of {repetitions} repetitions, engines taking turns, tables already in memory",
        "ours, pandas and DuckDB read the same normalised bounds, as stored with every value",
        f"Pint converts written values row by row: measured on {pint_lines} lines, "
        f"extrapolated linearly to {lines}",
        "all engines gave the same groups unless a line says DISAGREES",
    )
