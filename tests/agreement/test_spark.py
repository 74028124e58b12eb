"""The same expressions on a real Spark cluster of two worker processes give the same rows."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import narwhals as nw
import pytest

from duibiao.columnar.normalise import Pair
from duibiao.columnar.outcome import cells, records
from duibiao.columnar.relation import compare
from duibiao.core.compare.options import Options
from duibiao.core.measure.requirement import Content, Limits, NotDetected, Requirement, Silent
from tests.agreement.columnar_law import ANSWER, frames

pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java, and there is none"),
]

MEMORY = "1024"  # MB of each worker; two workers of one core
SEED = 20260
UNITS = ("mg/kg", "g/kg", "%", "mm", "in", "℃", None)


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """A local cluster: one master, two worker processes, on the loopback address only."""
    sql = pytest.importorskip("pyspark.sql", reason="the extra duibiao[spark] is not installed")
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    session = (
        sql.SparkSession.builder.master(f"local-cluster[2,1,{MEMORY}]")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.memory", "768m")
        .config("spark.executor.memory", "768m")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.ansi.enabled", "true")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def pairs(count: int) -> list[Pair]:
    """Pairs of every state, drawn once from a fixed seed."""
    chance = random.Random(SEED)
    return [Pair(requirement(chance), requirement(chance)) for _ in range(count)]


def requirement(chance: random.Random) -> Requirement:
    low, high = sorted(Decimal(chance.randint(0, 8)) / 2 for _ in range(2))
    contents: list[Content] = [
        Limits(hi=high, hi_closed=chance.random() < 0.5),
        Limits(lo=low, lo_closed=chance.random() < 0.5),
        Limits(lo=low, hi=high),
        NotDetected(detection_limit=high or None),
        Silent(),
    ]
    return Requirement(text="t", content=chance.choice(contents), unit=chance.choice(UNITS))


def test_spark_and_polars_give_the_same_rows(spark: Any) -> None:
    """同一表达式：Spark 集群（两个工作进程）与 Polars 逐行一致，汇总也一致。"""
    declared, clauses = frames(pairs(600), Options())
    declared = declared.with_columns(enterprise=declared["row"] // 20)
    enterprises = declared.select("enterprise").unique().sort("enterprise")
    enterprises = enterprises.with_columns(
        district=enterprises["enterprise"] % 3,
        industry=enterprises["enterprise"] % 2,
        plan_in_time=enterprises["enterprise"] % 5 == 0,
    )
    given = [declared, clauses, enterprises]
    ours = [nw.from_native(frame.lazy()) for frame in given]
    theirs = [nw.from_native(spark.createDataFrame(f.rows(), schema=ddl(f))) for f in given]
    assert rows(compare(*theirs[:2]).select(*ANSWER)) == rows(compare(*ours[:2]).select(*ANSWER))
    assert rows(judged(*theirs)) == rows(judged(*ours))


def judged(declared: Any, clauses: Any, enterprises: Any) -> Any:
    return cells(records(compare(declared, clauses)), enterprises)


def ddl(frame: Any) -> str:
    """The same column types for Spark."""
    types = {
        "Int8": "TINYINT", "Int16": "SMALLINT", "Int32": "INT", "Int64": "BIGINT",
        "Float64": "DOUBLE", "Boolean": "BOOLEAN",
    }  # fmt: skip
    return ", ".join(f"{name} {types[str(kind)]}" for name, kind in frame.schema.items())


def rows(frame: Any) -> list[tuple[object, ...]]:
    """In one order, floats to twelve digits: sums may be added in another order."""
    found = frame.collect()
    columns = [found[name].to_list() for name in sorted(found.columns)]
    table = zip(*columns, strict=True)
    return sorted((tuple(map(plain, row)) for row in table), key=repr)


def plain(value: object) -> object:
    return float(f"{value:.12g}") if isinstance(value, float) else value
