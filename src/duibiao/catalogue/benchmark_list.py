"""The items of a benchmark list as a list to import and export (附.21-1, 横-6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import polars as pl

from duibiao.access import Permission, load_or_404
from duibiao.catalogue.actions.lists import ITEM_FIELDS, write_list
from duibiao.catalogue.facts import ListClosed
from duibiao.catalogue.models import BenchmarkList, ItemLevel, ItemStatus
from duibiao.core.compare.scheme import Category
from duibiao.core.errors import Fact
from duibiao.core.identify.standard_number import parse, spelling
from duibiao.imports import existing, registry
from duibiao.imports.definition import (
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
from duibiao.ui.wording import word

K = ColumnKind
KEY = "number"
COLUMNS = (
    Column(
        name="number",
        heading="标准编号",
        aliases=("标准号",),
        required=True,
        max_length=100,
        example="GB 18401-2010",
    ),
    Column(name="title", heading="标准名称", aliases=("名称",), required=True),
    Column(name="country", heading="国家或地区", aliases=("国别",), max_length=60),
    Column(name="body", heading="发布机构", aliases=("组织", "机构"), max_length=60),
    Column(
        name="level",
        heading="层级",
        kind=K.CHOICE,
        choices=tuple(Choice(one.value, word(one)) for one in ItemLevel),
        required=True,
        example="国际",
    ),
    Column(
        name="category",
        heading="类别",
        aliases=("对标类别",),
        kind=K.CHOICE,
        choices=tuple(Choice(one.value, word(one)) for one in Category),
        required=True,
        example="国际标准",
    ),
    Column(name="year", heading="年版", aliases=("年号",), kind=K.CODE, max_length=4),
    Column(
        name="status",
        heading="状态",
        kind=K.CHOICE,
        choices=tuple(Choice(one.value, word(one)) for one in ItemStatus),
        required=True,
        example="现行",
    ),
    Column(name="applies_to", heading="适用产品", aliases=("适用范围",), max_length=300),
    Column(name="obtain", heading="获取方式", max_length=300),
)
SCHEMA = {column.name: column.frame_type for column in COLUMNS}


def list_of(context: Context) -> BenchmarkList:
    """The list the import belongs to (?list=)."""
    pk = context.parameters.get("list", "")
    number = int(pk) if pk.isdecimal() and len(pk) < 19 else 0
    return load_or_404(context.user, BenchmarkList, Permission.SCHEME_DRAFT, pk=number)


def admit(context: Context) -> None:
    """Only a draft is filled."""
    if list_of(context).state != "draft":
        raise ListClosed


def items(context: Context) -> pl.DataFrame:
    """The items as they stand."""
    return existing.as_frame(list_of(context).items.order_by("place"), {}, SCHEMA)


def load(context: Context, keys: pl.DataFrame) -> pl.DataFrame:
    """A list has few items."""
    del keys
    return items(context)


def write(rows: Rows, batch: Batch, context: Context) -> None:
    """Changed ones in their place, new ones after them."""
    kept = _replaced(_plain(items(context)), _plain(rows.changed))
    write_list(record=list_of(context), items=[*kept, *_plain(rows.new)], by=batch.by)


def undo(undone: Undone, batch: Batch, context: Context) -> Sequence[Fact]:
    """The new ones go, the changed ones are as before."""
    if list_of(context).state != "draft":
        return (ListClosed(),)
    gone = {one[KEY] for one in _plain(undone.new)}
    left = [one for one in _plain(items(context)) if one[KEY] not in gone]
    write_list(record=list_of(context), items=_replaced(left, _plain(undone.changed)), by=batch.by)
    return ()


def check(frame: pl.DataFrame, context: Context) -> Iterable[pl.DataFrame]:
    """A number some body would issue, in its one spelling; a probable one is suggested."""
    del context
    read = {text: parse(text) for text in frame[KEY].drop_nulls().unique().to_list()}
    wrong = {t: r.suggestion or "" for t, r in read.items() if not r.valid}
    other = {t: spelling(r) for t, r in read.items() if r.valid and spelling(r) != t}
    number = pl.col(KEY)
    for found, code in ((wrong, "not_a_standard_number"), (other, "number_spelt_otherwise")):
        yield problems(
            frame,
            number.is_in(list(found)),
            column=KEY,
            code=code,
            suggestion=number.replace_strict(found, default="", return_dtype=pl.String),
        )


def _plain(frame: pl.DataFrame) -> list[dict[str, str]]:
    rows = frame.select(ITEM_FIELDS).iter_rows(named=True)
    return [{name: value or "" for name, value in row.items()} for row in rows]


def _replaced(lines: list[dict[str, str]], others: list[dict[str, str]]) -> list[dict[str, str]]:
    new = {one[KEY]: one for one in others}
    return [new.get(one[KEY], one) for one in lines]


BENCHMARK_ITEMS = registry.register(
    ListDefinition(
        key="benchmark-list",
        title_key="machine.benchmark_list",
        columns=COLUMNS,
        key_columns=(KEY,),
        permission=Permission.SCHEME_DRAFT,
        object_type=BenchmarkList._meta.label_lower,
        load_existing=load,
        write=write,
        undo=undo,
        export=items,
        check_frame=check,
        admit=admit,
        codes=("not_a_standard_number", "number_spelt_otherwise"),
        needs=("list",),
        machine=BenchmarkList.machine.name,
    )
)
