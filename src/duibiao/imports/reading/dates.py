"""Days, in the forms people and spreadsheet programs write them."""

from __future__ import annotations

import polars as pl

from duibiao.imports.definition import Column
from duibiao.imports.flaws import Flaw
from duibiao.imports.reading.found import Flaws, Found

TIME = r"(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
DAY = rf"^(\d{{4}})\s*[-/.年]\s*(\d{{1,2}})\s*[-/.月]\s*(\d{{1,2}})\s*日?{TIME}$"
COMPACT = r"^(\d{4})(\d{2})(\d{2})$"
SERIAL = r"^([2-6]\d{4})(?:\.0*)?$"  # 1954 to 2091: days since 1899-12-30, shown by no date format
EPOCH = pl.date(1899, 12, 30)
EARLIEST, LATEST = 1800, 2200


def read_date(frame: pl.DataFrame, column: Column) -> Found:
    """2018-04-30, 2018/4/30, 2018.4.30, 2018年4月30日, 20180430, or the number behind a date."""
    text = pl.col(column.name).str.normalize("NFKC").str.strip_chars()
    frame = frame.with_columns(text)
    written = pl.col(column.name)
    parts = pl.coalesce(_iso(written, DAY), _iso(written, COMPACT))
    day = parts.str.to_date("%Y-%m-%d", strict=False)
    serial = written.str.extract(SERIAL, 1).cast(pl.Int64, strict=False)
    read = pl.coalesce(day, EPOCH + pl.duration(days=serial))
    sound = read.dt.year().is_between(EARLIEST, LATEST)
    frame = frame.with_columns(pl.when(sound).then(read).alias("typed"))
    flaws = Flaws(frame, column)
    flaws.add(written.is_not_null() & pl.col("typed").is_null(), Flaw.NOT_A_DATE)
    return Found(frame["typed"].alias(column.name), tuple(flaws.found))


def _iso(text: pl.Expr, pattern: str) -> pl.Expr:
    year, month, day = (text.str.extract(pattern, n) for n in (1, 2, 3))
    return pl.concat_str(year, month.str.zfill(2), day.str.zfill(2), separator="-")
