"""A list of every kind of column, with a table of its own that no room has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl
import pytest
from django.db import connection, models
from pytest_django import DjangoDbBlocker

from duibiao.access import Permission
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
from duibiao.imports.facts import UsedSince


class Works(models.Model):
    """A factory, as a list would have it."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=60)
    uscc = models.CharField(max_length=18, blank=True)
    district = models.CharField(max_length=6, blank=True)
    industry = models.CharField(max_length=5, blank=True)
    grade = models.CharField(max_length=8, blank=True)
    staff = models.BigIntegerField(null=True)
    revenue = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    opened = models.DateField(null=True)
    is_public = models.BooleanField(null=True)
    batch = models.CharField(max_length=24, blank=True)

    class Meta:
        app_label = "samples"

    def __str__(self) -> str:
        return self.name


class Visit(models.Model):
    """What keeps a factory from being taken back."""

    works = models.ForeignKey(Works, on_delete=models.PROTECT, db_constraint=False)

    class Meta:
        app_label = "samples"

    def __str__(self) -> str:
        return str(self.pk)


K = ColumnKind
COLUMNS = (
    Column(name="code", heading="编号", kind=K.CODE, required=True, max_length=20),
    Column(name="name", heading="名称", aliases=("厂名",), required=True, max_length=60),
    Column(name="uscc", heading="统一社会信用代码", aliases=("信用代码",), kind=K.USCC),
    Column(name="district", heading="所在区", kind=K.REGION),
    Column(name="industry", heading="行业代码", kind=K.INDUSTRY),
    Column(
        name="grade",
        heading="等级",
        kind=K.CHOICE,
        choices=(Choice("a", "甲等"), Choice("b", "乙等", ("二等",))),
    ),
    Column(name="staff", heading="从业人员", kind=K.INTEGER, at_least=0),
    Column(name="revenue", heading="营业收入（万元）", kind=K.DECIMAL),
    Column(name="opened", heading="成立日期", kind=K.DATE),
    Column(name="is_public", heading="是否公开", kind=K.BOOLEAN),
)
SCHEMA = {column.name: column.frame_type for column in COLUMNS}


def load(context: Context, keys: pl.DataFrame) -> pl.DataFrame:
    found = existing.with_keys(Works.objects.all(), "code", keys["code"])
    return existing.as_frame(found, {}, SCHEMA)


def write(rows: Rows, batch: Batch, context: Context) -> None:
    bulk.insert(Works, rows.new.drop(ROW), {"batch": batch.number})
    bulk.update(Works, rows.changed.drop(ROW), {"batch": batch.number})


def undo(undone: Undone, batch: Batch, context: Context) -> Sequence[Fact]:
    used = Visit.objects.filter(works__in=undone.new[EXISTING_ID].to_list())
    if used.exists():
        return (UsedSince(tuple(str(visit.works) for visit in used)),)
    bulk.delete(Works, undone.new[EXISTING_ID])
    bulk.update(Works, undone.changed.drop(ROW))
    return ()


def check(frame: pl.DataFrame, context: Context) -> list[pl.DataFrame]:
    few = (pl.col("staff") < 3) & pl.col("is_public")
    return [problems(frame, few, column="staff", code="below", expected="3")]


def export(context: Context) -> pl.DataFrame:
    return existing.as_frame(Works.objects.order_by("code"), {}, SCHEMA)


WORKS = registry.register(
    ListDefinition(
        key="sample-works",
        title_key="imports.title",
        columns=COLUMNS,
        key_columns=("code",),
        permission=Permission.ENTERPRISE_REGISTER,
        object_type="samples.works",
        load_existing=load,
        write=write,
        undo=undo,
        export=export,
        check_frame=check,
        codes=("below",),
    )
)


@pytest.fixture(scope="session")
def works_table(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The table, made once, outside of every test's transaction."""
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            editor.create_model(Works)
            editor.create_model(Visit)
        yield
        with connection.schema_editor() as editor:
            editor.delete_model(Visit)
            editor.delete_model(Works)
