"""The lines of a lead sheet as a list to import and export (五(二)3(1)-13, 横-6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import polars as pl

from duibiao.access import Permission, load_or_404
from duibiao.core.errors import Fact
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
from duibiao.leads.actions import FIELDS, write_items
from duibiao.leads.facts import SheetClosed
from duibiao.leads.models import CityLeadSheet, DistrictLeadSheet, LeadKind
from duibiao.ui.wording import word

K = ColumnKind
KEYS = ("kind", "name", "uscc")
COLUMNS = (
    Column(
        name="kind",
        heading="类别",
        aliases=("线索类别", "类型"),
        kind=K.CHOICE,
        choices=tuple(Choice(one.value, word(one)) for one in LeadKind),
        required=True,
        example="企业",
    ),
    Column(
        name="name",
        heading="名称",
        aliases=("企业名称", "产业或业态名称"),
        required=True,
        max_length=120,
    ),
    Column(name="uscc", heading="统一社会信用代码", aliases=("信用代码",), kind=K.USCC),
    Column(name="address", heading="地址", aliases=("注册地址", "住所")),
    Column(name="industry", heading="产业或业态", aliases=("所属产业",), max_length=40),
    Column(name="reason", heading="推荐理由", aliases=("理由", "备注"), max_length=500),
)
SCHEMA = {column.name: column.frame_type for column in COLUMNS}


def _definition(model: Any, key: str, permission: Permission) -> ListDefinition:
    """The list of one kind of sheet; it belongs to the sheet named by ?sheet=."""

    def sheet_of(context: Context) -> Any:
        pk = context.parameters.get("sheet", "")
        number = int(pk) if pk.isdecimal() and len(pk) < 19 else 0
        return load_or_404(context.user, model, permission, pk=number)

    def admit(context: Context) -> None:
        if sheet_of(context).state != "draft":
            raise SheetClosed

    def lines(context: Context) -> pl.DataFrame:
        return existing.as_frame(sheet_of(context).items.order_by("place"), {}, SCHEMA)

    def load(context: Context, keys: pl.DataFrame) -> pl.DataFrame:
        del keys  # a sheet has few lines
        return lines(context)

    def write(rows: Rows, batch: Batch, context: Context) -> None:
        kept = _replaced(_plain(lines(context)), _plain(rows.changed))
        write_items(sheet=sheet_of(context), items=[*kept, *_plain(rows.new)], by=batch.by)

    def undo(undone: Undone, batch: Batch, context: Context) -> Sequence[Fact]:
        if sheet_of(context).state != "draft":
            return (SheetClosed(),)
        gone = {_key(one) for one in _plain(undone.new)}
        left = [one for one in _plain(lines(context)) if _key(one) not in gone]
        items = _replaced(left, _plain(undone.changed))
        write_items(sheet=sheet_of(context), items=items, by=batch.by)
        return ()

    return ListDefinition(
        key=key,
        title_key=f"machine.{model.machine.name}",
        columns=COLUMNS,
        key_columns=KEYS,
        permission=permission,
        object_type=model._meta.label_lower,
        load_existing=load,
        write=write,
        undo=undo,
        export=lines,
        check_frame=check,
        admit=admit,
        codes=("lead_without_address",),
        needs=("sheet",),
        machine=model.machine.name,
    )


def check(frame: pl.DataFrame, context: Context) -> Iterable[pl.DataFrame]:
    """An enterprise has its address: by it the lead is sent to a district."""
    del context
    bare = (pl.col("kind") == LeadKind.ENTERPRISE.value) & pl.col("address").is_null()
    return [problems(frame, bare, column="address", code="lead_without_address")]


def _plain(frame: pl.DataFrame) -> list[dict[str, str]]:
    rows = frame.select(FIELDS).iter_rows(named=True)
    return [{name: value or "" for name, value in row.items()} for row in rows]


def _key(line: dict[str, str]) -> tuple[str, ...]:
    return tuple(line[name] for name in KEYS)


def _replaced(lines: list[dict[str, str]], others: list[dict[str, str]]) -> list[dict[str, str]]:
    """The lines in their order, some of them replaced by those of the same key."""
    new = {_key(one): one for one in others}
    return [new.get(_key(one), one) for one in lines]


DISTRICT_LEAD_LIST = registry.register(
    _definition(DistrictLeadSheet, "district-leads", Permission.DISTRICT_LEADS_SUBMIT)
)
CITY_LEAD_LIST = registry.register(
    _definition(CityLeadSheet, "city-leads", Permission.CITY_LEADS_SUBMIT)
)
