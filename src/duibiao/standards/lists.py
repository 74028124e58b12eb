"""The register of standards and the adoption ledger as lists (imports)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import polars as pl

from duibiao.access import Permission
from duibiao.core.errors import Fact
from duibiao.core.report.adoption import Degree
from duibiao.imports import existing, registry
from duibiao.imports.definition import (
    EXISTING_ID,
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
from duibiao.standards.actions import ABROAD
from duibiao.standards.actions.many import (
    add_adoptions,
    add_editions,
    change_degrees,
    change_editions,
    remove_adoptions,
    remove_editions,
)
from duibiao.standards.models import OUT_OF_FORCE, Adoption, Edition, EditionStatus
from duibiao.standards.naming import named
from duibiao.ui.wording import word

K = ColumnKind


def _words(kind: Any) -> tuple[Choice, ...]:
    return tuple(Choice(one.value, word(one), (word(one, "en"), one.value)) for one in kind)


def _day(name: str, heading: str) -> Column:
    return Column(name=name, heading=heading, kind=K.DATE)


COLUMNS = (
    Column(
        name="number",
        heading="标准编号",
        aliases=("编号", "标准号"),
        required=True,
        max_length=100,
        example="GB 18401-2010",
    ),
    Column(name="title", heading="中文名称", aliases=("标准名称", "名称"), max_length=200),
    Column(name="title_en", heading="英文名称", max_length=300),
    Column(
        name="status",
        heading="状态",
        aliases=("标准状态",),
        kind=K.CHOICE,
        choices=_words(EditionStatus),
        empty_means=EditionStatus.CURRENT.value,
    ),
    _day("published_on", "发布日期"),
    _day("implemented_on", "实施日期"),
    _day("withdrawn_on", "废止日期"),
    Column(
        name="superseded_by", heading="被代替，新版为", aliases=("新版", "代替标准"), max_length=100
    ),
    Column(name="ics", heading="ICS", max_length=60),
    Column(name="ccs", heading="CCS", max_length=60),
    Column(name="platform_number", heading="公开平台编号", max_length=60),
    _day("disclosed_on", "公开日期"),
)
SCHEMA = {column.name: column.frame_type for column in COLUMNS}
PATHS = {"superseded_by": "superseded_by__number"}
CODES = ("standard_unread", "standard_spelled", "successor_not_held", "successor_in_force")


def load(context: Context, keys: pl.DataFrame) -> pl.DataFrame:
    """Those that are held already."""
    del context
    found = existing.with_keys(Edition.objects.all(), "number", keys["number"])
    return existing.as_frame(found, PATHS, SCHEMA)


def export(context: Context) -> pl.DataFrame:
    """All of them."""
    del context
    return existing.as_frame(Edition.objects.order_by("number"), PATHS, SCHEMA)


def check(frame: pl.DataFrame, context: Context) -> Iterable[pl.DataFrame]:
    """Numbers that read as standards in their one spelling; successors that are held."""
    del context
    successor = pl.col("superseded_by")
    rows = _spelled(frame, "number")
    wanted = frame["superseded_by"]
    held = set(
        existing.with_keys(Edition.objects.all(), "number", wanted).values_list("number", flat=True)
    )
    known = held | set(frame["number"].drop_nulls())
    missing = successor.is_not_null() & ~successor.is_in(list(known)) & (successor != "")
    in_force = (
        successor.is_not_null() & (successor != "") & ~pl.col("status").is_in(list(OUT_OF_FORCE))
    )
    return [
        *_number_problems(rows, "number"),
        problems(rows, missing, column="superseded_by", code="successor_not_held"),
        problems(rows, in_force, column="status", code="successor_in_force"),
    ]


def _spelled(frame: pl.DataFrame, column: str) -> pl.DataFrame:
    """With the one spelling of each number, null where it is none."""
    read = [named(text) if text else None for text in frame[column].to_list()]
    right = pl.Series("right", [one.number if one else None for one in read], dtype=pl.String)
    return frame.with_columns(right)


def _number_problems(rows: pl.DataFrame, column: str) -> list[pl.DataFrame]:
    given, right = pl.col(column), pl.col("right")
    return [
        problems(
            rows, given.is_not_null() & right.is_null(), column=column, code="standard_unread"
        ),
        problems(
            rows,
            given != right,
            column=column,
            code="standard_spelled",
            expected=right,
            suggestion=right,
        ),
    ]


def write(rows: Rows, batch: Batch, context: Context) -> None:
    """Standards with their editions, in bulk."""
    del context
    add_editions(rows=rows.new, by=batch.by)
    change_editions(rows=rows.changed, by=batch.by)


def undo(undone: Undone, batch: Batch, context: Context) -> Sequence[Fact]:
    """New editions go, and works without any; changed ones are as before. What refers to one
    protects it."""
    del context
    change_editions(rows=undone.changed, by=batch.by)
    ids = [int(pk) for pk in undone.new[EXISTING_ID]]
    remove_editions(ids=ids, by=batch.by)
    return ()


STANDARD_LIST = registry.register(
    ListDefinition(
        key="standards",
        title_key="standards.list",
        columns=COLUMNS,
        key_columns=("number",),
        permission=Permission.STANDARD_MANAGE,
        object_type="standards.edition",
        load_existing=load,
        write=write,
        undo=undo,
        export=export,
        check_frame=check,
        codes=CODES,
    )
)

ADOPTION_COLUMNS = (
    Column(
        name="domestic",
        heading="国内标准编号",
        aliases=("国内标准", "国内标准号"),
        required=True,
        max_length=100,
        example="GB/T 2912.1-2009",
    ),
    Column(
        name="international",
        heading="国际标准编号",
        aliases=("国际标准", "国际标准号", "国外标准编号"),
        required=True,
        max_length=100,
        example="ISO 14184-1:1998",
    ),
    Column(
        name="degree",
        heading="采用程度",
        aliases=("采用关系", "一致性程度代号", "一致性程度"),
        kind=K.CHOICE,
        choices=_words(Degree),
        required=True,
    ),
)
ADOPTION_SCHEMA = {column.name: column.frame_type for column in ADOPTION_COLUMNS}
ADOPTION_PATHS = {"domestic": "domestic__number", "international": "international__number"}


def load_adoptions(context: Context, keys: pl.DataFrame) -> pl.DataFrame:
    """The lines of these domestic standards."""
    del context
    found = existing.with_keys(Adoption.objects.all(), "domestic__number", keys["domestic"])
    return existing.as_frame(found, ADOPTION_PATHS, ADOPTION_SCHEMA)


def export_adoptions(context: Context) -> pl.DataFrame:
    """The whole ledger."""
    del context
    return existing.as_frame(Adoption.objects.all(), ADOPTION_PATHS, ADOPTION_SCHEMA)


def check_adoptions(frame: pl.DataFrame, context: Context) -> Iterable[pl.DataFrame]:
    """Both sides are held, in their spelling; a domestic one adopts one from abroad."""
    del context
    found = []
    for column, abroad in (("domestic", False), ("international", True)):
        rows = _spelled(frame, column)
        held = existing.with_keys(Edition.objects.all(), "number", rows["right"])
        levels = dict(held.values_list("number", "standard__level"))
        level = pl.col(column).replace_strict(levels, default=None, return_dtype=pl.String)
        sided = level.is_in(list(ABROAD))
        wrong = ~sided if abroad else sided
        right = pl.col(column) == pl.col("right")
        found += _number_problems(rows, column)
        found += [
            problems(rows, right & level.is_null(), column=column, code="edition_not_held"),
            problems(rows, wrong, column=column, code="adoption_pair"),
        ]
    return found


def write_adoptions(rows: Rows, batch: Batch, context: Context) -> None:
    """Lines of the ledger, in bulk."""
    del context
    add_adoptions(rows=rows.new, by=batch.by)
    change_degrees(rows=rows.changed, by=batch.by)


def undo_adoptions(undone: Undone, batch: Batch, context: Context) -> Sequence[Fact]:
    """New lines go, changed ones are as before."""
    del context
    change_degrees(rows=undone.changed, by=batch.by)
    remove_adoptions(ids=[int(pk) for pk in undone.new[EXISTING_ID]], by=batch.by)
    return ()


ADOPTION_LIST = registry.register(
    ListDefinition(
        key="adoptions",
        title_key="standards.ledger",
        columns=ADOPTION_COLUMNS,
        key_columns=("domestic", "international"),
        permission=Permission.STANDARD_MANAGE,
        object_type="standards.adoption",
        load_existing=load_adoptions,
        write=write_adoptions,
        undo=undo_adoptions,
        export=export_adoptions,
        check_frame=check_adoptions,
        codes=("standard_unread", "standard_spelled", "edition_not_held", "adoption_pair"),
    )
)
