"""A district's enterprises and their accounts as a list: import it to give out accounts, print
the slips afterwards (五(二)2(1)-3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import polars as pl

from duibiao.access import Permission
from duibiao.campaigns.queries import current_campaign
from duibiao.core.errors import Fact
from duibiao.enterprises.models import Enterprise
from duibiao.imports import existing, registry
from duibiao.imports.definition import (
    EXISTING_ID,
    ROW,
    Batch,
    Column,
    ColumnKind,
    Context,
    ListDefinition,
    Rows,
    Undone,
    problems,
)
from duibiao.imports.facts import UsedSince
from duibiao.selection.actions import allocate_many, reclaim
from duibiao.selection.models import AccountSlot
from duibiao.selection.queries import free_slots

K = ColumnKind
COLUMNS = (
    Column(
        name="uscc", heading="统一社会信用代码", aliases=("信用代码",), kind=K.USCC, required=True
    ),
    Column(
        name="name", heading="企业名称", aliases=("名称", "单位名称"), required=True, max_length=120
    ),
)
SCHEMA = {column.name: column.frame_type for column in COLUMNS}
PATHS = {"uscc": "enterprise__uscc", "name": "enterprise__name"}
CODES = ("slot_unregistered", "slot_other_name", "slots_too_few")


def _given_out(context: Context) -> Any:
    own = context.organisation.region_id
    return AccountSlot.everything.filter(
        campaign=current_campaign(), district=own, enterprise__isnull=False
    )


def load(context: Context, keys: pl.DataFrame) -> pl.DataFrame:
    """Accounts given to these enterprises already."""
    found = existing.with_keys(_given_out(context), "enterprise__uscc", keys["uscc"])
    return existing.as_frame(found, PATHS, SCHEMA)


def export(context: Context) -> pl.DataFrame:
    """All accounts given out."""
    return existing.as_frame(_given_out(context).order_by("number"), PATHS, SCHEMA)


def check(frame: pl.DataFrame, context: Context) -> Iterable[pl.DataFrame]:
    """The enterprise is in the district's register under that name; accounts are left for it."""
    own = context.organisation.region_id or ""
    register = Enterprise.everything.filter(district=own)
    names = dict(existing.with_keys(register, "uscc", frame["uscc"]).values_list("uscc", "name"))
    known = pl.col("uscc").replace_strict(names, default=None, return_dtype=pl.String)
    rows = frame.with_columns(known.alias("known"))
    right = pl.col("name") == pl.col("known")
    has = load(context, frame)["uscc"]
    fresh = rows.filter(right & ~pl.col("uscc").is_in(has.implode()))[ROW]
    free = free_slots(current_campaign(), own).count()
    beyond = pl.col(ROW).is_in(fresh.slice(free).implode())
    said = pl.col("known")
    return [
        problems(rows, said.is_null(), column="uscc", code="slot_unregistered"),
        problems(
            rows, ~right, column="name", code="slot_other_name", expected=said, suggestion=said
        ),
        problems(rows, beyond, column="uscc", code="slots_too_few", expected=str(free)),
    ]


def write(rows: Rows, batch: Batch, context: Context) -> None:
    """Give each enterprise the next free account. The codes are made when the slips are printed."""
    district = context.organisation.region
    assert district is not None  # every bureau has one
    found = Enterprise.everything.filter(
        district=district, uscc__in=rows.new["uscc"].to_list()
    ).order_by("uscc")
    allocate_many(
        campaign=current_campaign(), district=district, enterprises=list(found), by=batch.by
    )


def undo(undone: Undone, batch: Batch, context: Context) -> Sequence[Fact]:
    """Take the accounts back, unless one has been activated."""
    del context
    ids = [int(pk) for pk in undone.new[EXISTING_ID]]
    slots = list(AccountSlot.everything.select_related("enterprise").filter(pk__in=ids))
    used = [str(one.enterprise) for one in slots if one.state != "allocated"]
    if used:
        return (UsedSince(tuple(used[:5])),)
    for slot in slots:
        reclaim(slot, by=batch.by, expected_version=slot.version, reason=batch.number)
    return ()


SLOT_LIST = registry.register(
    ListDefinition(
        key="slots",
        title_key="selection.slot_list",
        columns=COLUMNS,
        key_columns=("uscc",),
        permission=Permission.SLOT_ALLOCATE,
        object_type="selection.accountslot",
        load_existing=load,
        write=write,
        undo=undo,
        export=export,
        check_frame=check,
        codes=CODES,
    )
)
