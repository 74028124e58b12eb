"""`duibiao bench import`: enterprises from a workbook into PostgreSQL.

Three ways, the same file, the same table, in one run: ours with every check, receipt and journal
entry; django-import-export with the same checks, as it comes and in its bulk mode; and the floor,
fastexcel plus one COPY, which checks nothing. Then the register itself, which writes four rows for
each enterprise where the others write one: by our import, and by django-import-export calling the
action a page calls.
"""

from __future__ import annotations

import json
import os
import statistics
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from duibiao.config.bench.peak import peak_mb
from duibiao.config.bench.private_postgres import server
from duibiao.config.site import prepare

SETTINGS = "duibiao.config.bench.settings"


@dataclass(frozen=True, slots=True)
class Size:
    """How much is imported, how often; import-export gets fewer rows when it would take minutes."""

    rows: int = 100_000
    sampled: int = 10_000
    registered: int = 2_000
    repetitions: int = 3


def run(*, as_json: bool, size: Size | None = None) -> int:
    """Measure on a PostgreSQL of our own, print; 1 when the ways left different rows."""
    with tempfile.TemporaryDirectory(prefix="duibiao-bench-") as home, server(careful=True) as url:
        os.environ.update(
            DUIBIAO_HOME=home, DUIBIAO_DATABASE_URL=url, DJANGO_SETTINGS_MODULE=SETTINGS
        )
        prepare()
        report, same = measured(size or Size())
    print(json.dumps(report, ensure_ascii=False) if as_json else told(report))
    return 0 if same else 1


def measured(size: Size) -> tuple[dict[str, Any], bool]:
    """The figures, and whether all ways left the same rows."""
    # Here, not above: models exist only once Django is up, and its settings name the database.
    from duibiao.config.bench import import_material as material  # noqa: PLC0415  # likewise
    from duibiao.config.bench import import_ways as ways  # noqa: PLC0415
    from duibiao.enterprises.register_list import COLUMNS  # noqa: PLC0415  # likewise

    with ways.table():
        frame = material.enterprises(size.rows)
        whole = material.workbook(frame)
        part = material.workbook(frame.head(size.sampled))
        clerk = ways.clerk()
        ours = _timed(lambda: ways.ours(clerk, whole), size.repetitions, ways.empty)
        left = {"ours": ways.fingerprint()}
        floor = _timed(lambda: ways.floor(whole), size.repetitions, ways.empty)
        left["floor"] = ways.fingerprint()
        ways.empty()
        ways.ours(clerk, part)
        expected = ways.fingerprint()
        bulk = _timed(lambda: ways.import_export(part, bulk=True), 1, ways.empty)
        left["import_export_bulk"] = ways.fingerprint()
        plain = _timed(lambda: ways.import_export(part, bulk=False), 1, ways.empty)
        left["import_export"] = ways.fingerprint()
        own = material.of_one_district(frame)
        known = [column for column in COLUMNS if column.name in own.columns]
        book = material.workbook(own, known)
        few = material.workbook(own.head(size.registered), known)
        register = _timed(lambda: ways.register(clerk, book), 1, ways.register_empty)
        whole_register = ways.in_register()
        by_action = _timed(
            lambda: ways.register_by_import_export(clerk, few), 1, ways.register_empty
        )
        agreed = set(ways.in_register()) <= set(whole_register)
    same = left["ours"] == left["floor"] and (
        expected == left["import_export"] == left["import_export_bulk"]
    )
    speeds = {
        "ours": size.rows / ours,
        "floor": size.rows / floor,
        "import_export": size.sampled / plain,
        "import_export_bulk": size.sampled / bulk,
        "register": size.rows / register,
        "register_import_export": size.registered / by_action,
    }
    return _report(size, speeds, ours, floor, same and agreed), same and agreed


def _timed(work: Callable[[], None], times: int, before: Callable[[], None]) -> float:
    """The median of so many runs, each into an empty table."""
    taken = []
    for _ in range(times):
        before()
        started = perf_counter()
        work()
        taken.append(perf_counter() - started)
    return statistics.median(taken)


def _report(
    size: Size, speeds: dict[str, float], ours: float, floor: float, same: bool
) -> dict[str, Any]:
    figures = {
        "rows": size.rows,
        "import_export_rows": size.sampled,
        "registered_by_import_export": size.registered,
        "import_export_sampled": size.sampled < size.rows,
        "repetitions": size.repetitions,
        "seconds": {"ours": round(ours, 3), "floor": round(floor, 3)},
        "rows_per_second": {name: round(speed) for name, speed in speeds.items()},
        "same_rows": same,
    }
    ratios = {
        name: round(speeds["ours"] / speed, 2)
        for name, speed in speeds.items()
        if name in ("floor", "import_export", "import_export_bulk")
    }
    ratios["register_import_export"] = round(
        speeds["register"] / speeds["register_import_export"], 2
    )
    return {"name": "import", "figures": figures, "ratios": ratios, "peak_mb": peak_mb()}


def told(report: dict[str, Any]) -> str:
    """The report for reading."""
    figures, ratios = report["figures"], report["ratios"]
    sample = f" (from {figures['import_export_rows']:,} rows)"
    lines = [f"{figures['rows']:,} enterprises from .xlsx into PostgreSQL, rows per second"]
    for name, speed in figures["rows_per_second"].items():
        ratio = f"  ours {ratios[name]:,.2f}×" if name in ratios else ""
        note = sample if name.startswith("import_export") else ""
        lines.append(f"{name:20} {speed:10,}{ratio}{note}")
    lines.append(f"same rows left by all: {'yes' if figures['same_rows'] else 'NO'}")
    lines.append(f"peak memory {report['peak_mb']:,.0f} MB, all ways together")
    return "\n".join(lines)
