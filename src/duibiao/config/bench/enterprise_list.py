"""The list of `duibiao bench import`: enterprises, with every check the register has.

A table of its own with the register's columns and indexes, so that the three ways of importing
write the same rows into the same shape, and no row of an office is touched.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
from django.db import models

from duibiao.access import Permission
from duibiao.columnar.size import size
from duibiao.core.errors import Fact
from duibiao.imports import existing, registry
from duibiao.imports.actions import bulk
from duibiao.imports.definition import (
    EXISTING_ID,
    ROW,
    Batch,
    Choice,
    Column,
    ColumnKind,
    Context,
    ListDefinition,
    Rows,
    Undone,
    problems,
)

SIZES = ("大型", "中型", "小型", "微型")


class BenchEnterprise(models.Model):
    """An enterprise as the register has it."""

    uscc = models.CharField(max_length=18, unique=True)
    name = models.CharField(max_length=120)
    registered_address = models.CharField(max_length=200)
    business_address = models.CharField(max_length=200, blank=True)
    district = models.CharField(max_length=6)
    industry_code = models.CharField(max_length=5)
    employees = models.PositiveIntegerField(null=True)
    revenue_wan = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    assets_wan = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    size = models.CharField(max_length=2, blank=True)
    size_reported = models.CharField(max_length=2, blank=True)
    founded_on = models.DateField(null=True)
    phone = models.CharField(max_length=32, blank=True)
    registered_at = models.DateTimeField()

    class Meta:
        """In no app: made and dropped by the benchmark."""

        app_label = "bench"
        indexes = (
            models.Index(fields=["district", "size"], name="bench_by_size"),
            models.Index(fields=["industry_code"], name="bench_by_industry"),
            models.Index(fields=["name"], name="bench_by_name"),
        )

    def __str__(self) -> str:
        return self.name


K = ColumnKind
COLUMNS = (
    Column(name="uscc", heading="统一社会信用代码", kind=K.USCC, required=True),
    Column(name="name", heading="企业名称", required=True, max_length=120),
    Column(name="registered_address", heading="登记地址", required=True),
    Column(name="business_address", heading="经营地址"),
    Column(name="district", heading="所在区", kind=K.REGION, required=True),
    Column(name="industry_code", heading="行业代码", kind=K.INDUSTRY, required=True),
    Column(name="employees", heading="从业人员", kind=K.INTEGER, at_least=0, at_most=10_000_000),
    Column(name="revenue_wan", heading="营业收入（万元）", kind=K.DECIMAL, at_least=0),
    Column(name="assets_wan", heading="资产总额（万元）", kind=K.DECIMAL, at_least=0),
    Column(
        name="size_reported",
        heading="填报规模",
        kind=K.CHOICE,
        choices=tuple(Choice(one, one) for one in SIZES),
    ),
    Column(name="founded_on", heading="成立日期", kind=K.DATE),
    Column(name="phone", heading="联系电话", kind=K.CODE, max_length=32),
)
SCHEMA = {column.name: column.frame_type for column in COLUMNS}


def check(frame: pl.DataFrame, context: Context) -> list[pl.DataFrame]:
    """The reported size is the derived one; the address names no other district."""
    del context
    derived = frame.with_columns(size(frame))
    differs = pl.col("size_reported").is_not_null() & (pl.col("size_reported") != pl.col("size"))
    elsewhere = pl.col("registered_address").str.contains("^(?:北京|上海|重庆|河北省|山东省)")
    return [
        problems(
            derived, differs, column="size_reported", code="not_in_list", expected=pl.col("size")
        ),
        problems(frame, elsewhere, column="registered_address", code="not_in_list"),
    ]


def load(context: Context, keys: pl.DataFrame) -> pl.DataFrame:
    """The enterprises there already, in one query."""
    del context
    found = existing.with_keys(BenchEnterprise._default_manager.all(), "uscc", keys["uscc"])
    return existing.as_frame(found, {}, SCHEMA)


def write(rows: Rows, batch: Batch, context: Context) -> None:
    """New and changed enterprises with their derived sizes."""
    del context
    new = rows.new.drop(ROW).with_columns(size(rows.new))
    bulk.insert(BenchEnterprise, new, {"registered_at": batch.at})
    bulk.update(BenchEnterprise, rows.changed.drop(ROW).with_columns(size(rows.changed)))


def undo(undone: Undone, batch: Batch, context: Context) -> Sequence[Fact]:
    """As before."""
    del batch, context
    bulk.delete(BenchEnterprise, undone.new[EXISTING_ID])
    bulk.update(BenchEnterprise, undone.changed.drop(ROW))
    return ()


def export(context: Context) -> pl.DataFrame:
    """All of them."""
    del context
    return existing.as_frame(BenchEnterprise._default_manager.order_by("uscc"), {}, SCHEMA)


ENTERPRISES = registry.register(
    ListDefinition(
        key="bench-enterprises",
        title_key="imports.title",
        columns=COLUMNS,
        key_columns=("uscc",),
        permission=Permission.ENTERPRISE_REGISTER,
        object_type="bench.enterprise",
        load_existing=load,
        write=write,
        undo=undo,
        export=export,
        check_frame=check,
    )
)
