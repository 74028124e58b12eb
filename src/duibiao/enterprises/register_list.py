"""The register of a district as a list to import and export: the rules of the form, by columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import polars as pl

from duibiao.access import Permission
from duibiao.columnar.size import size
from duibiao.core.errors import Fact
from duibiao.core.identify.address import DistrictUnclear, OutsideCity, district_of
from duibiao.core.identify.enterprise_size import NoSize, Size, group_of
from duibiao.core.identify.industry import industry as industry_of
from duibiao.enterprises.actions.many import register_many, unregister
from duibiao.enterprises.actions.registering import update_enterprise
from duibiao.enterprises.models import BusinessFormat, Capital, Enterprise
from duibiao.enterprises.particulars import BY_HAND, particulars_of
from duibiao.enterprises.queries import listed_formats
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
from duibiao.imports.facts import UsedSince
from duibiao.reference.queries import districts
from duibiao.ui.wording import word

K = ColumnKind


def _formats(context: Context) -> Iterable[Choice]:
    del context  # the same for everybody
    return [Choice(one.code, one.name, (str(one),)) for one in listed_formats()]


def _sizes() -> tuple[Choice, ...]:
    return tuple(Choice(one.value, one.value) for one in Size)


COLUMNS = (
    Column(
        name="uscc", heading="统一社会信用代码", aliases=("信用代码",), kind=K.USCC, required=True
    ),
    Column(
        name="name",
        heading="企业名称",
        aliases=("名称", "单位名称"),
        required=True,
        max_length=120,
    ),
    Column(
        name="registered_address",
        heading="注册地址",
        aliases=("登记地址", "住所"),
        required=True,
    ),
    Column(name="business_address", heading="经营地址"),
    Column(name="industry", heading="行业代码", aliases=("行业", "国民经济行业"), kind=K.INDUSTRY),
    Column(name="business_format", heading="业态", kind=K.CHOICE, choices=_formats),
    Column(
        name="employees",
        heading="从业人员（人）",
        aliases=("从业人数",),
        kind=K.INTEGER,
        at_least=0,
        at_most=100_000_000,
    ),
    Column(name="revenue_wan", heading="营业收入（万元）", kind=K.DECIMAL, at_least=0),
    Column(name="assets_wan", heading="资产总额（万元）", kind=K.DECIMAL, at_least=0),
    Column(
        name="size_reported",
        heading="自报划型",
        aliases=("企业规模",),
        kind=K.CHOICE,
        choices=_sizes(),
    ),
    Column(name="size_reason", heading="划型不一致的说明", max_length=300),
    Column(
        name="capital",
        heading="资本类型",
        kind=K.CHOICE,
        choices=tuple(Choice(one.value, word(one)) for one in Capital),
    ),
    Column(name="founded_on", heading="成立日期", kind=K.DATE),
    Column(name="is_backbone", heading="支柱企业", kind=K.BOOLEAN, empty_means=False),
    Column(name="is_advantaged", heading="优势企业", kind=K.BOOLEAN, empty_means=False),
)
SCHEMA = {column.name: column.frame_type for column in COLUMNS}
PATHS = {
    "industry": "industry_code",
    "business_format": "business_format__code",
    "district_code": "district_id",
    "district_name": "district__name",
}
# How an enterprise stands, beside the list's own columns.
STANDING = {
    "district_code": pl.String(),
    "district_name": pl.String(),
    "locked_in": pl.String(),
    "keeps_itself": pl.Boolean(),
}
NOW = "__now"
RESIDENCE = ("registered_address", "not_resident")
CODES = (
    *("registered_elsewhere", "enterprise_locked", "enterprise_keeps_itself", "not_resident"),
    *("one_main_class", "size_differs", "size_by_hand"),
)


def _as_list(found: Any, schema: Mapping[str, pl.DataType] = SCHEMA) -> pl.DataFrame:
    """Enterprises as rows of the list; the code of an industry without its section's letter."""
    frame = existing.as_frame(found, PATHS, schema)
    code = pl.col("industry")
    bare = pl.when(code.str.len_chars() > 1).then(code.str.slice(1)).otherwise(code)
    return frame.with_columns(bare.alias("industry"))


def _own(context: Context) -> Any:
    return Enterprise.everything.filter(district_id=context.organisation.region_id)


def load(context: Context, keys: pl.DataFrame) -> pl.DataFrame:
    """The district's enterprises of these codes."""
    return _as_list(existing.with_keys(_own(context), "uscc", keys["uscc"]))


def export(context: Context) -> pl.DataFrame:
    """All of the district."""
    return _as_list(_own(context).order_by("uscc"))


def check(frame: pl.DataFrame, context: Context) -> list[pl.DataFrame]:
    """The rules of the form, on what each enterprise would be once the row is written."""
    rows = _sized(_placed(_merged(frame, context), context))
    known, own = pl.col("district_name").is_not_null(), pl.col("is_own")
    touched = ~known | (own & pl.col("differs"))
    changed = own & pl.col("differs")
    locked, reported = pl.col("locked_in").is_not_null(), pl.col("size_reported")
    no_reason = touched & pl.col("size_reason").is_null() & reported.is_not_null()
    derived = pl.col("derived")
    has_both = pl.col("industry").is_not_null() == pl.col("business_format").is_not_null()

    def wrong(where: pl.Expr, column: str, code: str, expected: pl.Expr | str = "") -> pl.DataFrame:
        return problems(rows, where, column=column, code=code, expected=expected)

    return [
        wrong(known & ~own, "uscc", "registered_elsewhere", pl.col("district_name")),
        wrong(changed & locked, "uscc", "enterprise_locked", pl.col("locked_in")),
        wrong(changed & ~locked & pl.col("keeps_itself"), "uscc", "enterprise_keeps_itself"),
        wrong(~known & pl.col("place").is_not_null(), *RESIDENCE, pl.col("place")),
        wrong(touched & has_both, "industry", "one_main_class"),
        wrong(no_reason & (reported != derived), "size_reported", "size_differs", derived),
        wrong(no_reason & pl.col("by_hand"), "size_reason", "size_by_hand"),
    ]


def _merged(frame: pl.DataFrame, context: Context) -> pl.DataFrame:
    """Each row over what stands in the register: an empty cell says nothing. `differs` where it
    changes something."""
    found = existing.with_keys(Enterprise.everything.all(), "uscc", frame["uscc"])
    now = _blank_is_null(_as_list(found, {**SCHEMA, **STANDING})).with_columns(
        (pl.col("district_code") == context.organisation.region_id).alias("is_own")
    )
    rows = frame.join(now, on="uscc", how="left", suffix=NOW, maintain_order="left")
    facts = [name for name in SCHEMA if name != "uscc"]
    differs = pl.any_horizontal(
        pl.col(name).is_not_null() & pl.col(name).ne_missing(pl.col(name + NOW)) for name in facts
    )
    merged = (pl.coalesce(name, name + NOW).alias(name) for name in facts)
    return rows.with_columns(differs.alias("differs"), *merged)


def _blank_is_null(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(pl.col(pl.String).replace("", None))


def _placed(frame: pl.DataFrame, context: Context) -> pl.DataFrame:
    """`place`: where an address lies, when that is not the district; unclear ones are the
    bureau's to answer for."""
    names = dict(districts().values_list("name", "code"))
    said = {code: name for name, code in names.items()}
    own = context.organisation.region_id

    def place(address: str) -> str | None:
        try:
            found = district_of(address, names)
        except OutsideCity as outside:
            return outside.place
        except DistrictUnclear:
            return None
        return None if found == own else said[found]

    places = [place(address or "") for address in frame["registered_address"]]
    return frame.with_columns(pl.Series("place", places, dtype=pl.String))


def _sized(frame: pl.DataFrame) -> pl.DataFrame:
    """`derived`: the size by industry and figures, a format's like the industry it resembles;
    `by_hand`: the method leaves it to other rules."""
    like = dict(listed_formats().values_list("code", "sized_like"))
    by_format = pl.col("business_format").replace_strict(like, default=None, return_dtype=pl.String)
    rows = frame.with_columns(pl.coalesce("industry", by_format).alias("industry_code"))
    codes = rows["industry_code"].drop_nulls().unique()
    by_hand = [code for code in codes if _left_to_other_rules(code)]
    return rows.with_columns(
        size(rows).alias("derived"), pl.col("industry_code").is_in(by_hand).alias("by_hand")
    )


def _left_to_other_rules(code: str) -> bool:
    group = group_of(industry_of(code))
    return isinstance(group, NoSize) and group in BY_HAND


def write(rows: Rows, batch: Batch, context: Context) -> None:
    """New ones by register_many, changed ones one by one with the rules of the form."""
    formats = {one.code: one for one in listed_formats()}
    region = context.organisation.region
    assert region is not None  # only bureaus register
    by_hand = pl.when("by_hand").then("size_reported")
    register_many(
        rows=_sized(rows.new).with_columns(pl.coalesce("derived", by_hand).alias("size")),
        bureau=context.organisation,
        district=region,
        by=batch.by,
        reason=batch.number,
    )
    _update(rows.changed, formats, batch)


def _update(frame: pl.DataFrame, formats: dict[str, BusinessFormat], batch: Batch) -> None:
    found = Enterprise.everything.select_related("organisation", "business_format", "zone")
    present = found.in_bulk([int(pk) for pk in frame[EXISTING_ID]])
    for row in frame.iter_rows(named=True):
        enterprise = present[int(row[EXISTING_ID])]
        given = replace(particulars_of(enterprise), **_typed(row, formats))
        update_enterprise(
            enterprise=enterprise, given=given, expected_version=enterprise.version, by=batch.by
        )


def _typed(row: dict[str, Any], formats: dict[str, BusinessFormat]) -> dict[str, Any]:
    """The list's values as the register's fields want them."""
    values = {name: row[name] for name in SCHEMA if name != "uscc"}
    for name, value in values.items():
        if value is None and name not in {"employees", "revenue_wan", "assets_wan", "founded_on"}:
            values[name] = ""
    for name in ("revenue_wan", "assets_wan"):
        values[name] = None if values[name] is None else Decimal(values[name])
    values["business_format"] = formats.get(values["business_format"])
    return values


def undo(undone: Undone, batch: Batch, context: Context) -> Sequence[Fact]:
    """New ones go unless they take part already; changed ones have their facts again."""
    del context
    ids = [int(pk) for pk in undone.new[EXISTING_ID]]
    found = Enterprise.everything.filter(pk__in=ids)
    used = found.filter(participations__isnull=False).distinct()
    if used.exists():
        return (UsedSince(tuple(str(one) for one in used[:5])),)
    unregister(enterprises=found)
    _update(undone.changed, {one.code: one for one in listed_formats()}, batch)
    return ()


REGISTER = registry.register(
    ListDefinition(
        key="enterprises",
        title_key="enterprises.list_title",
        columns=COLUMNS,
        key_columns=("uscc",),
        permission=Permission.ENTERPRISE_REGISTER,
        object_type="enterprises.enterprise",
        load_existing=load,
        write=write,
        undo=undo,
        export=export,
        check_frame=check,
        codes=CODES,
    )
)
