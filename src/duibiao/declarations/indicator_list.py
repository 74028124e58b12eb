"""What an enterprise declares as one list: a row per indicator, with its product and standard
(五(二)2(2)). Importing adds and changes; rows not in the file stay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import polars as pl

from duibiao.access import Permission, load_or_404
from duibiao.accounts.models import User
from duibiao.core.errors import Fact
from duibiao.core.identify.standard_number import parse
from duibiao.core.report.filing import ASPECTS, Aspect, BetterWhen, Characteristic, Track
from duibiao.declarations.actions import (
    add_product,
    add_standard,
    copy_indicators,
    remove_row,
    save_standard,
    write_cells,
)
from duibiao.declarations.models import Declaration, ExecutedStandard, KeyIndicator, Product
from duibiao.declarations.queries import indicators_of
from duibiao.declarations.queries.content import INDICATOR_FIELDS
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
    Severity,
    Undone,
    problems,
)
from duibiao.ui.wording import word
from duibiao.workflow.facts import NoSuchStep, StepRefused

K = ColumnKind


def _words(kind: Any) -> tuple[Choice, ...]:
    return tuple(Choice(one.value, word(one), (word(one, "en"),)) for one in kind)


def _yes_no(name: str, heading: str, *aliases: str) -> Column:
    return Column(
        name=name, heading=heading, aliases=aliases, kind=K.BOOLEAN, empty_means=False, example="是"
    )


COLUMNS = (
    Column(name="track", heading="产品或服务", kind=K.CHOICE, choices=_words(Track), required=True),
    Column(
        name="product",
        heading="产品（服务）名称",
        aliases=("产品名称", "产品", "服务名称"),
        required=True,
        max_length=120,
    ),
    Column(name="model", heading="规格型号", aliases=("型号", "规格"), max_length=120),
    Column(
        name="standard",
        heading="执行标准",
        aliases=("标准编号", "执行标准编号"),
        required=True,
        max_length=60,
        example="GB 18401-2010",
    ),
    Column(
        name="name",
        heading="指标",
        aliases=("指标名称", "关键技术指标"),
        required=True,
        max_length=80,
        example="甲醛含量",
    ),
    Column(
        name="characteristic",
        heading="表示方式",
        kind=K.CHOICE,
        choices=_words(Characteristic),
        empty_means=Characteristic.QUANTITATIVE.value,
    ),
    Column(name="aspect", heading="方面", kind=K.CHOICE, choices=_words(Aspect)),
    Column(name="unit", heading="单位", aliases=("计量单位",), max_length=24),
    Column(name="direction", heading="优劣方向", kind=K.CHOICE, choices=_words(BetterWhen)),
    Column(
        name="stipulated", heading="标准规定", aliases=("标准规定值", "指标要求"), example="≤20"
    ),
    Column(name="promised", heading="企业承诺", aliases=("企业承诺值", "明示值")),
    Column(name="measured", heading="实测值", aliases=("实测", "检测值")),
    Column(name="method", heading="试验方法", aliases=("检测方法",), max_length=120),
    Column(name="method_clause", heading="方法条款", max_length=60),
    Column(name="clause", heading="标准条款", aliases=("条款", "条款号"), max_length=60),
    _yes_no("is_core", "核心指标", "是否核心指标"),
    _yes_no("in_scope", "重点比对", "重点比对范围", "是否重点比对"),
)
SCHEMA = {column.name: column.frame_type for column in COLUMNS}
PATHS = {
    "track": "product__track",
    "product": "product__name",
    "model": "product__model",
    "standard": "standard__number",
}
CODES = (
    *("standard_number_unread", "standard_spelled_otherwise", "aspect_of_other_track"),
    "two_tracks",
)


def _declaration(context: Context) -> Declaration:
    pk = context.parameters.get("declaration", "")
    number = int(pk) if pk.isdecimal() and len(pk) < 19 else 0
    return load_or_404(context.user, Declaration, Permission.DECLARATION_WRITE, pk=number)


def admit(context: Context) -> None:
    """Only while it is being filled."""
    found = _declaration(context)
    if not found.editable:
        raise StepRefused((NoSuchStep("write", found.state),))


def export(context: Context) -> pl.DataFrame:
    """Every indicator of the declaration."""
    return existing.as_frame(indicators_of(_declaration(context)), PATHS, SCHEMA)


def load(context: Context, keys: pl.DataFrame) -> pl.DataFrame:
    """The same: a declaration is small."""
    del keys
    return export(context)


def check(frame: pl.DataFrame, context: Context) -> Iterable[pl.DataFrame]:
    """Numbers that read as standards, one spelling of each, aspects of the track, one track."""
    declaration = _declaration(context)
    spelled = {one.normalised: one.number for one in declaration.standards.all()}
    tracks = {(p.name, p.model): p.track for p in declaration.products.all()}
    numbers, right, unread = frame["standard"].to_list(), [], []
    for number in numbers:
        found = parse(number)
        right.append(spelled.setdefault(found.normalized, number))
        unread.append(not found.valid)
    products = frame.select("product", pl.col("model").fill_null(""), "track").iter_rows()
    known = [tracks.setdefault((name, model), track) for name, model, track in products]
    rows = frame.with_columns(
        pl.Series("right", right, dtype=pl.String),
        pl.Series("unread", unread, dtype=pl.Boolean),
        pl.Series("known", known, dtype=pl.String),
    )
    other = pl.any_horizontal(
        (pl.col("track") == track.value)
        & ~pl.col("aspect").is_in([one.value for one in ASPECTS[track]])
        for track in Track
    )
    said = pl.col("track").replace_strict({one.value: word(one) for one in Track}, default="")
    return [
        problems(
            rows,
            pl.col("unread"),
            column="standard",
            code="standard_number_unread",
            severity=Severity.WARNING,
        ),
        problems(
            rows,
            pl.col("standard") != pl.col("right"),
            column="standard",
            code="standard_spelled_otherwise",
            expected=pl.col("right"),
            suggestion=pl.col("right"),
        ),
        problems(rows, other, column="aspect", code="aspect_of_other_track", expected=said),
        problems(rows, pl.col("track") != pl.col("known"), column="track", code="two_tracks"),
    ]


def write(rows: Rows, batch: Batch, context: Context) -> None:
    """Products and standards that are not there yet, then the indicators."""
    declaration = _declaration(context)
    new = [_plain(row) for row in rows.new.iter_rows(named=True)]
    changed = [_plain(row) for row in rows.changed.iter_rows(named=True)]
    products = _products(declaration, [*new, *changed], batch)
    standards = _standards(declaration, [*new, *changed], products, batch)
    for key, product in products.items():
        own = [_values(row, standards) for row in new if _key(row) == key]
        copy_indicators(product=product, given=own, by=batch.by)
    _change(declaration, changed, standards, batch.by)


def undo(undone: Undone, batch: Batch, context: Context) -> Sequence[Fact]:
    """New indicators go, changed ones are as before; then go the products and standards the import
    brought, unless they were changed or used since."""
    declaration = _declaration(context)
    if not declaration.editable:
        return (NoSuchStep("write", declaration.state),)
    for row in indicators_of(declaration).filter(pk__in=undone.new[EXISTING_ID].to_list()):
        remove_row(row=row, by=batch.by)
    standards = {one.number: one for one in declaration.standards.all()}
    changed = [_plain(row) for row in undone.changed.iter_rows(named=True)]
    _change(declaration, changed, standards, batch.by)
    brought = {"came_with": batch.number, "version": 1, "indicators": None}
    for standard in declaration.standards.filter(**brought):
        remove_row(row=standard, by=batch.by)
    for product in declaration.products.filter(**brought):
        remove_row(row=product, by=batch.by)
    return ()


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: "" if value is None else value for name, value in row.items()}


def _key(row: dict[str, Any]) -> tuple[str, str]:
    return row["product"], row["model"]


def _products(
    declaration: Declaration, rows: list[dict[str, Any]], batch: Batch
) -> dict[tuple[str, str], Product]:
    """By name and model; those that are missing are added."""
    found = {(one.name, one.model): one for one in declaration.products.all()}
    for row in rows:
        if _key(row) not in found:
            values = {"track": row["track"], "name": row["product"], "model": row["model"]}
            found[_key(row)] = add_product(
                declaration=declaration, values=values, came_with=batch.number, by=batch.by
            )
    return found


def _standards(
    declaration: Declaration,
    rows: list[dict[str, Any]],
    products: dict[tuple[str, str], Product],
    batch: Batch,
) -> dict[str, ExecutedStandard]:
    """By number; those that are missing are added, each for the products that name it."""
    found = {one.number: one for one in declaration.standards.prefetch_related("products")}
    wanted: dict[str, dict[int, Product]] = {}
    for row in rows:
        product = products[_key(row)]
        wanted.setdefault(row["standard"], {})[product.pk] = product
    for number, named in wanted.items():
        known = found.get(number)
        if known is None:
            values = {"number": number, "kind": next(iter(named.values())).track}
            found[number] = add_standard(
                declaration=declaration,
                values=values,
                products=named.values(),
                came_with=batch.number,
                by=batch.by,
            )
        elif missing := [p for p in named.values() if p not in known.products.all()]:
            save_standard(
                standard=known,
                values={},
                products=[*known.products.all(), *missing],
                expected_version=known.version,
                by=batch.by,
            )
    return found


def _values(row: dict[str, Any], standards: dict[str, ExecutedStandard]) -> dict[str, Any]:
    given = {name: row[name] for name in INDICATOR_FIELDS}
    return {**given, "standard": standards[row["standard"]]}


def _change(
    declaration: Declaration,
    rows: list[dict[str, Any]],
    standards: dict[str, ExecutedStandard],
    by: User,
) -> None:
    present: dict[int, KeyIndicator] = indicators_of(declaration).in_bulk(
        [int(row[EXISTING_ID]) for row in rows]
    )
    for row in rows:
        indicator = present[int(row[EXISTING_ID])]
        write_cells(indicator=indicator, values=_values(row, standards), by=by)


INDICATOR_LIST = registry.register(
    ListDefinition(
        key="declaration",
        title_key="declaration.indicator_list",
        columns=COLUMNS,
        key_columns=("product", "model", "name"),
        permission=Permission.DECLARATION_WRITE,
        object_type="declarations.keyindicator",
        load_existing=load,
        write=write,
        undo=undo,
        export=export,
        check_frame=check,
        admit=admit,
        codes=CODES,
        needs=("declaration",),
        machine="declaration",
    )
)
