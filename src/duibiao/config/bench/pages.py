"""`duibiao bench pages`: lists and boards with 100 and with 100,000 enterprises.

Two databases on one PostgreSQL, asked in turns in one process: as many queries, and in about the
same time? A board is measured twice: as it is asked again and again, and counted afresh.
"""

from __future__ import annotations

import json
import os
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter, sleep
from typing import TYPE_CHECKING, Any

from duibiao.config.bench.private_postgres import server
from duibiao.config.site import collect_static, start

if TYPE_CHECKING:
    from django.test import Client

FEW, MANY = 100, 100_000
ROUNDS, REPETITIONS = 3, 5
RATIO = 1.5  # what the larger may take, of the smaller's time
BOARDS = (
    *("deployment", "leads", "distribution", "progress", "quota", "sme", "priority"),
    *("industries", "districts", "filings", "messages"),
)
LISTS = (
    "/",
    "/enterprises/",
    "/records/participation/",
    "/records/participation/?state=consented",
    "/records/declaration/",
    "/records/slot/",
    "/records/delivery/",
    "/boards/",
    "/boards/quota/enterprises/counted/",
    "/boards/districts/indicators/all/",
)
PAGES = (*LISTS, *(f"/boards/{name}/" for name in BOARDS))


@dataclass(slots=True)
class Measured:
    """One page on one database."""

    queries: int = 0
    seconds: list[float] = field(default_factory=list)
    afresh: list[float] = field(default_factory=list)

    @property
    def ms(self) -> float:
        """The median, in milliseconds."""
        return statistics.median(self.seconds) * 1000

    @property
    def afresh_ms(self) -> float:
        """The same with every figure counted anew."""
        return statistics.median(self.afresh) * 1000


def run(*, as_json: bool, many: int = MANY) -> int:
    """Measure on a PostgreSQL of our own, print; 1 when a page asks more often or takes longer
    than it may."""
    with tempfile.TemporaryDirectory(prefix="duibiao-bench-") as home, server() as url:
        os.environ.update(DUIBIAO_HOME=home, DUIBIAO_DATABASE_URL=url)
        start()
        collect_static()
        report = measured({"few": FEW, "many": many})
    print(json.dumps(report, ensure_ascii=False) if as_json else told(report))
    return 0 if report["met"] else 1


def measured(sizes: dict[str, int]) -> dict[str, Any]:
    """Load both databases, ask every page of both in turns."""
    # Here, not above: models exist only once Django is up.
    from django.core.management import call_command  # noqa: PLC0415 (as above)
    from django.db import connection  # noqa: PLC0415 (as above)

    from duibiao.config.bench import pages_material  # noqa: PLC0415 (as above)
    from duibiao.insights.keeping import SETTLED  # noqa: PLC0415 (as above)

    for name in sizes:
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE bench_{name}")
    for name, count in sizes.items():
        with database(name):
            call_command("migrate", verbosity=0, interactive=False)
            pages_material.load(count)
            with connection.cursor() as cursor:
                cursor.execute("VACUUM ANALYZE")  # as a server does by itself
    found = {name: {page: Measured() for page in PAGES} for name in sizes}
    for name in sizes:  # seen once; figures are kept once nothing has happened for a while
        with database(name):
            _get(_client(), "/boards/")
    sleep(SETTLED)
    for _ in range(ROUNDS):
        for name in sizes:
            with database(name):
                _ask(found[name])
    for name in sizes:
        with database(name):
            _ask_afresh(found[name])
    return _report(sizes, found["few"], found["many"])


@contextmanager
def database(name: str) -> Iterator[None]:
    """Let the site live in this database."""
    from django.db import connection  # noqa: PLC0415 (as above)

    connection.close()
    before, connection.settings_dict["NAME"] = connection.settings_dict["NAME"], f"bench_{name}"
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def _ask(pages: dict[str, Measured]) -> None:
    from django.db import connection  # noqa: PLC0415 (as above)
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 (as above)

    client = _client()
    for page, found in pages.items():
        _get(client, page)
        with CaptureQueriesContext(connection) as asked:
            _get(client, page)
        found.queries = len(asked)
        found.seconds.extend(_timed(client, page) for _ in range(REPETITIONS))


def _ask_afresh(pages: dict[str, Measured]) -> None:
    from django.core.cache import cache  # noqa: PLC0415 (as above)

    client = _client()
    for page, found in pages.items():
        for _ in range(REPETITIONS):
            cache.clear()
            found.afresh.append(_timed(client, page))


def _client() -> Client:
    from django.test import Client  # noqa: PLC0415 (as above)

    from duibiao.accounts.models import User  # noqa: PLC0415 (as above)

    client = Client(SERVER_NAME="localhost")
    clerk = User.objects.get(username="bench")
    client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    return client


def _timed(client: Client, page: str) -> float:
    started = perf_counter()
    _get(client, page)
    return perf_counter() - started


def _get(client: Client, page: str) -> None:
    answer = client.get(page)
    if answer.status_code != 200:
        raise SystemExit(f"{page}: {answer.status_code} {answer.headers.get('Location', '')}")


def _report(
    sizes: dict[str, int], few: dict[str, Measured], many: dict[str, Measured]
) -> dict[str, Any]:
    rows = {
        page: {
            "queries": [few[page].queries, many[page].queries],
            "ms": [round(few[page].ms, 1), round(many[page].ms, 1)],
            "ratio": round(many[page].ms / few[page].ms, 2),
            "afresh_ms": [round(few[page].afresh_ms, 1), round(many[page].afresh_ms, 1)],
        }
        for page in PAGES
    }
    met = all(
        few[page].queries == many[page].queries and many[page].ms <= RATIO * few[page].ms
        for page in PAGES
    )
    return {"name": "pages", "enterprises": list(sizes.values()), "pages": rows, "met": met}


def told(report: dict[str, Any]) -> str:
    """The report for reading."""
    few, many = report["enterprises"]
    lines = [
        f"pages with {few:,} and with {many:,} enterprises, on PostgreSQL",
        f"{'page':52} {'queries':>9} {'ms':>15} {'ratio':>6} {'counted afresh, ms':>20}",
    ]
    for page, row in report["pages"].items():
        same = row["queries"][0] == row["queries"][1]
        queries = f"{row['queries'][0]}" if same else "{}→{} !".format(*row["queries"])
        ms = "{:.1f} → {:.1f}".format(*row["ms"])
        afresh = "{:.1f} → {:.1f}".format(*row["afresh_ms"])
        over = "" if row["ratio"] <= RATIO else " !"
        lines.append(f"{page:52} {queries:>9} {ms:>15} {row['ratio']:6.2f}{over} {afresh:>20}")
    lines.append("met" if report["met"] else f"NOT met: queries equal, ratio ≤ {RATIO}")
    return "\n".join(lines)
