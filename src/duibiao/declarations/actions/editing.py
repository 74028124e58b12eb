"""Edits of products, standards and indicators, each journaled with before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db import models, transaction
from django.db.models import F, Max

from duibiao.accounts.models import User
from duibiao.core.identify.standard_number import parse
from duibiao.core.report.filing_things import level_of
from duibiao.declarations.actions.drafting import draft, edited, expect
from duibiao.declarations.facts import CellChanged
from duibiao.declarations.models import (
    Declaration,
    ExecutedStandard,
    KeyIndicator,
    Product,
)
from duibiao.declarations.queries.content import INDICATOR_FIELDS, PRODUCT_FIELDS, STANDARD_FIELDS

RowT = TypeVar("RowT", Product, ExecutedStandard, KeyIndicator)
Row = Product | ExecutedStandard | KeyIndicator
TYPED = tuple(name for name in STANDARD_FIELDS if name != "normalised")
NAMES = {Product: "product", ExecutedStandard: "standard", KeyIndicator: "indicator"}


@transaction.atomic
def add_product(
    *, declaration: Declaration, values: Mapping[str, Any], came_with: str = "", by: User
) -> Product:
    """A new product or service, last in order. Standards already there apply to the first."""
    locked = draft(declaration, by)
    order = locked.products.aggregate(last=Max("order"))["last"] or 0
    product = Product.objects.create(
        declaration=locked,
        order=order + 1,
        came_with=came_with,
        **only(values, PRODUCT_FIELDS),
    )
    if locked.products.count() == 1:
        product.standards.set(locked.standards.all())
    edited(locked, by, "declaration.product_added", on=product, after=_values(product))
    return product


@transaction.atomic
def save_product(
    *, product: Product, values: Mapping[str, Any], expected_version: int, by: User
) -> Product:
    """Change a product."""
    locked = draft(product.declaration, by)
    return _save(product, only(values, PRODUCT_FIELDS), expected_version, locked, by)


@transaction.atomic
def add_standard(
    *,
    declaration: Declaration,
    values: Mapping[str, Any],
    products: Iterable[Product] | None = None,
    came_with: str = "",
    by: User,
) -> ExecutedStandard:
    """A new executed standard; it applies to the products named, else to all."""
    locked = draft(declaration, by)
    given = with_number(only(values, TYPED))
    standard = ExecutedStandard.objects.create(declaration=locked, came_with=came_with, **given)
    standard.products.set(locked.products.all() if products is None else _own(locked, products))
    edited(locked, by, "declaration.standard_added", on=standard, after=_values(standard))
    return standard


@transaction.atomic
def save_standard(
    *,
    standard: ExecutedStandard,
    values: Mapping[str, Any],
    products: Iterable[Product] | None = None,
    expected_version: int,
    by: User,
) -> ExecutedStandard:
    """Change an executed standard, and what it applies to."""
    locked = draft(standard.declaration, by)
    given = with_number(only(values, TYPED))
    saved = _save(standard, given, expected_version, locked, by)
    if products is not None:
        _apply(saved, _own(locked, products), locked, by)
    return saved


def _apply(
    standard: ExecutedStandard, products: list[Product], locked: Declaration, by: User
) -> None:
    """Let a standard apply to these products."""
    before, after = set(standard.products.all()), set(products)
    if before == after:
        return
    standard.products.set(after)
    edited(
        locked,
        by,
        "declaration.standard_changed",
        on=standard,
        before={"products": sorted(map(str, before))},
        after={"products": sorted(map(str, after))},
    )


@transaction.atomic
def add_indicator(*, product: Product, values: Mapping[str, Any], by: User) -> KeyIndicator:
    """A new indicator, last in order, from the product's only standard if it has one."""
    locked = draft(product.declaration, by)
    order = product.indicators.aggregate(last=Max("order"))["last"] or 0
    given = only(values, (*INDICATOR_FIELDS, "standard"))
    given.setdefault("standard", _only_standard(product))
    indicator = KeyIndicator.objects.create(product=product, order=order + 1, **given)
    edited(locked, by, "declaration.indicator_added", on=indicator, after=_values(indicator))
    return indicator


@transaction.atomic
def write_cell(
    *, indicator: KeyIndicator, field: str, value: Any, before: Any, by: User
) -> KeyIndicator:
    """Write one field of an indicator. CellChanged when it no longer holds what the person saw:
    two clerks may fill one sheet, each her own cells."""
    return write_cells(indicator=indicator, values={field: value}, seen={field: before}, by=by)


@transaction.atomic
def write_cells(
    *,
    indicator: KeyIndicator,
    values: Mapping[str, Any],
    seen: Mapping[str, Any] | None = None,
    by: User,
) -> KeyIndicator:
    """Write some fields of an indicator; nothing is written when nothing differs."""
    locked = draft(indicator.product.declaration, by)
    row = KeyIndicator.objects.select_related("product", "standard").get(pk=indicator.pk)
    fresh = only(values, (*INDICATOR_FIELDS, "standard"))
    for field, expected in (seen or {}).items():
        present = getattr(row, field)
        if present not in (expected, fresh.get(field)):
            raise CellChanged(present="" if present is None else str(present))
    return _save(row, fresh, row.version, locked, by)


@transaction.atomic
def remove_row(*, row: Row, by: User) -> None:
    """Take a row out of the declaration; the journal keeps what it said."""
    product = row.product if isinstance(row, KeyIndicator) else row
    locked = draft(product.declaration, by)
    name = NAMES[type(row)]
    edited(locked, by, f"declaration.{name}_removed", on=row, before=_values(row))
    row.delete()


@transaction.atomic
def copy_indicators(
    *, product: Product, given: Iterable[Mapping[str, Any]], by: User
) -> list[KeyIndicator]:
    """Indicators from a scheme or a sister product; those the product has by name stay alone."""
    locked = draft(product.declaration, by)
    have = set(product.indicators.values_list("name", flat=True))
    order = product.indicators.aggregate(last=Max("order"))["last"] or 0
    standard = _only_standard(product)
    fresh = [only(one, (*INDICATOR_FIELDS, "standard")) for one in given]
    rows = [
        KeyIndicator(product=product, order=order + place, **{"standard": standard, **one})
        for place, one in enumerate((o for o in fresh if o.get("name") not in have), start=1)
    ]
    made = KeyIndicator.objects.bulk_create(rows)
    if made:
        edited(
            locked,
            by,
            "declaration.indicators_copied",
            on=product,
            after={"indicators": [_values(one) for one in made]},
        )
    return made


def _save(
    row: RowT, given: Mapping[str, Any], expected_version: int, locked: Declaration, by: User
) -> RowT:
    """Write what differs."""
    present = type(row).objects.get(pk=row.pk)
    expect(expected_version, present.version)
    changed = {name: value for name, value in given.items() if getattr(present, name) != value}
    if not changed:
        return present
    before = {name: getattr(present, name) for name in changed}
    type(row).objects.filter(pk=row.pk).update(**changed, version=F("version") + 1)
    saved = type(row).objects.get(pk=row.pk)
    edited(
        locked,
        by,
        f"declaration.{NAMES[type(row)]}_changed",
        on=saved,
        before=_plain(before),
        after=_plain(changed),
    )
    return saved


def with_number(given: dict[str, Any]) -> dict[str, Any]:
    """The number's one spelling beside it; level and edition as the number shows them, where
    the person left them open."""
    if "number" in given:
        read = parse(given["number"])
        given["normalised"] = read.normalized
        shown = level_of(given["number"])
        if shown and not given.get("level"):
            given["level"] = shown.value
        if read.year and len(read.year) == 4 and not given.get("edition"):
            given["edition"] = int(read.year)
    return given


def _only_standard(product: Product) -> ExecutedStandard | None:
    own = list(product.standards.all()[:2])
    return own[0] if len(own) == 1 else None


def _own(declaration: Declaration, products: Iterable[Product]) -> list[Product]:
    return [product for product in products if product.declaration_id == declaration.pk]


def only(values: Mapping[str, Any], fields: tuple[str, ...]) -> dict[str, Any]:
    """The values of these fields, where given."""
    return {name: values[name] for name in fields if name in values}


def _values(row: Row) -> dict[str, object]:
    fields = {
        Product: PRODUCT_FIELDS,
        ExecutedStandard: STANDARD_FIELDS,
        KeyIndicator: (*INDICATOR_FIELDS, "standard_id"),
    }[type(row)]
    return {name: getattr(row, name) for name in fields}


def _plain(values: Mapping[str, Any]) -> dict[str, object]:
    return {k: v.pk if isinstance(v, models.Model) else v for k, v in values.items()}
