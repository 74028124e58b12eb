"""The benchmark at a small size: all engines agree, and a disagreement is refused. No timing."""

from __future__ import annotations

import json

import polars as pl
import pytest

from duibiao.config.bench import compare
from duibiao.config.bench.by_pandas import Pandas
from duibiao.config.bench.material import Size

SMALL = Size(declared=4_000, clauses=60, enterprises=200, pint_rows=2_000, repetitions=1)


def test_all_engines_give_the_same_groups(capsys: pytest.CaptureFixture[str]) -> None:
    """四个引擎的分组结果完全一致，输出含比值与峰值内存。"""
    assert compare.run(as_json=True, size=SMALL) == 0
    report = json.loads(capsys.readouterr().out)
    assert set(report) == {"name", "figures", "ratios", "peak_mb"}
    assert set(report["ratios"]) == {"pint", "pandas", "duckdb"}
    assert report["figures"]["pint_extrapolated"]


def test_the_report_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    """不带 --json 时说明抽样外推。"""
    assert compare.run(as_json=False, size=SMALL) == 0
    assert "extrapolated linearly" in capsys.readouterr().out


def test_a_differing_engine_fails_the_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """任何一格不同，退出码为 1，并说出是哪个引擎。"""

    class OneLess(Pandas):
        def __call__(self) -> pl.DataFrame:
            return super().__call__().with_columns(pl.col("looser") - 1)

    monkeypatch.setattr(compare, "Pandas", OneLess)
    assert compare.run(as_json=True, size=SMALL) == 1
    assert "pandas: groups differ" in capsys.readouterr().err
