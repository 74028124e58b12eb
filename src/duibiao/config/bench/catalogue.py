"""`duibiao bench catalogue`: searching 100,000 standards on PostgreSQL.

The whole page through the site, from the request to the last byte, beside one bare query by an
index on the same database; both in turns in one process.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import tempfile
from time import perf_counter
from typing import Any
from urllib.parse import quote

from duibiao.config.bench.private_postgres import server
from duibiao.config.site import collect_static, start

MANY = 100_000
ROUNDS = 5
SEED = 2018
LIMIT_MS = 50  # of the median
THINGS = (
    "纺织品",
    "人造板",
    "电动自行车",
    "钢管",
    "涂料",
    "饮用水",
    "婴儿配方食品",
    "空调器",
    "管材",
)
WHATS = ("试验方法", "技术要求", "安全规范", "术语", "甲醛的测定", "分类", "包装与标志", "限量")
PREFIXES = ("GB/T", "GB", "HG/T", "JB/T", "FZ/T", "QB/T")


def run(*, as_json: bool, many: int = MANY) -> int:
    """Measure on a PostgreSQL of our own, print; 1 when the median is over its limit."""
    with tempfile.TemporaryDirectory(prefix="duibiao-bench-") as home, server() as url:
        os.environ.update(DUIBIAO_HOME=home, DUIBIAO_DATABASE_URL=url)
        start()
        collect_static()
        report = measured(many)
    print(json.dumps(report, ensure_ascii=False) if as_json else told(report))
    return 0 if report["met"] else 1


def measured(many: int) -> dict[str, Any]:
    """Fill the register, then ask page and bare query in turns."""
    # Here, not above: models exist only once Django is up.
    from django.core.management import call_command  # noqa: PLC0415 (as above)
    from django.db import connection  # noqa: PLC0415 (as above)
    from django.test import Client  # noqa: PLC0415 (as above)

    call_command("migrate", verbosity=0, interactive=False)
    user, numbers = _filled(many)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")  # as a server does by itself
    client = Client(headers={"host": "localhost"})
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    pages: dict[str, list[float]] = {}
    bare: list[float] = []
    for _ in range(ROUNDS):
        for name, query in _questions(numbers).items():
            address = f"/standards/?{query}"
            client.get(address)
            pages.setdefault(name, []).append(_page(client, address))
            bare.append(_bare(connection, numbers[len(bare) % len(numbers)]))
    medians = {name: round(statistics.median(seconds) * 1000, 1) for name, seconds in pages.items()}
    median = statistics.median([one for seconds in pages.values() for one in seconds]) * 1000
    one = statistics.median(bare) * 1000
    return {
        "name": "catalogue",
        "figures": {"standards": many, "median_ms": round(median, 1), "by_question": medians},
        "ratios": {"bare_query": round(median / one, 1)},
        "bare_ms": round(one, 3),
        "met": median <= LIMIT_MS,
    }


def _filled(many: int) -> tuple[Any, list[str]]:
    import polars as pl  # noqa: PLC0415 (as above)

    from duibiao.organisations.actions import add_person, load_organisations  # noqa: PLC0415 (as above)
    from duibiao.organisations.kinds import Post  # noqa: PLC0415 (as above)
    from duibiao.organisations.queries import organisation  # noqa: PLC0415 (as above)
    from duibiao.reference.actions import load_reference  # noqa: PLC0415 (as above)
    from duibiao.standards.actions.many import add_editions  # noqa: PLC0415 (as above)
    from duibiao.standards.lists import SCHEMA  # noqa: PLC0415 (as above)

    load_reference()
    load_organisations()
    user, _ = add_person(
        organisation=organisation("tj-institute"),
        post=Post.HANDLER,
        username="bench",
        name="Bench",
        by=None,
    )
    chance = random.Random(SEED)
    rows = []
    for place in range(many):
        number = f"{PREFIXES[place % 6]} {place // 6 + 1000}-{1990 + place % 35}"
        title = f"{chance.choice(THINGS)} {chance.choice(WHATS)} 第{place % 97 + 1}部分"
        rows.append({"number": number, "title": title, "status": "current"})
    add_editions(rows=pl.DataFrame(rows, schema=SCHEMA), by=user)
    return user, [row["number"] for row in rows]


def _questions(numbers: list[str]) -> dict[str, str]:
    """What people ask: a number, its beginning, words many have, words few have, a filter."""
    return {
        "whole number": f"q={quote(numbers[len(numbers) // 2])}",
        "beginning of a number": "q=GBT10",
        "common word": f"q={quote('甲醛')}",
        "two words": f"q={quote('人造板 第77部分')}",
        "nothing found": f"q={quote('航天器对接')}",
        "level and word": f"q={quote('钢管')}&level=industry",
        "no words": "",
    }


def _page(client: Any, address: str) -> float:
    started = perf_counter()
    answer = client.get(address)
    taken = perf_counter() - started
    if answer.status_code != 200:
        raise ValueError(address, answer.status_code)
    return taken


def _bare(connection: Any, number: str) -> float:
    started = perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, title FROM standards_edition WHERE number = %s", [number])
        cursor.fetchall()
    return perf_counter() - started


def told(report: dict[str, Any]) -> str:
    """The report for reading."""
    figures = report["figures"]
    lines = [f"{figures['standards']:,} standards on PostgreSQL, the whole search page, ms"]
    lines += [f"{name:24} {ms:8.1f}" for name, ms in figures["by_question"].items()]
    lines.append(f"{'median':24} {figures['median_ms']:8.1f}  (at most {LIMIT_MS})")
    lines.append(
        f"{'bare indexed query':24} {report['bare_ms']:8.3f}  "
        f"page {report['ratios']['bare_query']:,.0f}×"
    )
    return "\n".join(lines)
