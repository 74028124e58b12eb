"""A whole declaration at one stroke: rehearsals, the interface, a workbook for an empty one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from duibiao.accounts.models import User
from duibiao.core.identify.standard_number import parse
from duibiao.declarations.actions.drafting import draft, edited
from duibiao.declarations.actions.editing import only, with_number
from duibiao.declarations.models import Declaration, ExecutedStandard, KeyIndicator, Product
from duibiao.declarations.queries import content_of
from duibiao.declarations.queries.content import INDICATOR_FIELDS, PRODUCT_FIELDS, STANDARD_FIELDS


@transaction.atomic
def write_declaration(
    *, declaration: Declaration, content: Mapping[str, Any], expected_version: int, by: User
) -> Declaration:
    """Let this be the content: standards; products, each with its indicators (which name their
    standard by its number); explanations. What was there before is in the journal."""
    locked = draft(declaration, by, expected_version)
    before = content_of(locked)
    locked.products.all().delete()
    locked.standards.all().delete()
    standards = {}
    for given in content["standards"]:
        row = ExecutedStandard.objects.create(
            declaration=locked, **with_number(only(given, STANDARD_FIELDS))
        )
        standards[row.normalised] = row
    for order, given in enumerate(content["products"], start=1):
        product = Product.objects.create(
            declaration=locked, order=order, **only(given, PRODUCT_FIELDS)
        )
        product.standards.set(standards.values())
        _indicators(product, given["indicators"], standards)
    locked.explanations = dict(content.get("explanations", {}))
    edited(locked, by, "declaration.edited", before=before, after=content_of(locked))
    return _carry(declaration, locked)


def _indicators(
    product: Product, given: list[Mapping[str, Any]], standards: Mapping[str, ExecutedStandard]
) -> None:
    KeyIndicator.objects.bulk_create(
        KeyIndicator(
            product=product,
            order=order,
            standard=standards.get(parse(one.get("standard", "")).normalized),
            **only(one, INDICATOR_FIELDS),
        )
        for order, one in enumerate(given, start=1)
    )


def _carry(declaration: Declaration, locked: Declaration) -> Declaration:
    """The caller's record as it is now."""
    for field in ("version", "explanations", "signed_by", "signed_at", "signer_role", "statement"):
        setattr(declaration, field, getattr(locked, field))
    return declaration
