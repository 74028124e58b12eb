"""Measure speed as ratios, every baseline in the same run."""

from __future__ import annotations

import argparse

NAMES = ("catalogue", "compare", "import", "pages")


def arguments(parser: argparse.ArgumentParser) -> None:
    """`duibiao bench NAME [--json]`."""
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("--json", action="store_true")


def run(chosen: argparse.Namespace) -> int:
    """Run one benchmark; exit 1 when the engines disagree."""
    # Here, not above: the benchmark's baselines (pandas, DuckDB) are an optional extra.
    from duibiao.config.bench import run as run_benchmark

    return run_benchmark(chosen.name, json=chosen.json)
