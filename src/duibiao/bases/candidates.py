"""Filings as the engine takes them: declared products with their class and indicators."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from duibiao.access import Permission
from duibiao.accounts.models import User
from duibiao.campaigns.models import Campaign
from duibiao.core.compare.filed import DeclaredProduct, DeclaredValue
from duibiao.core.compare.rehearsal import By, Candidate
from duibiao.declarations.models import Declaration, KeyIndicator, Product
from duibiao.declarations.queries.progress import HANDED_IN
from duibiao.enterprises.models import Enterprise

NO_LONGER_IN = ("left", "declined")


def candidates_for(
    user: User, campaign: Campaign, permission: Permission = Permission.REHEARSAL_READ
) -> list[Candidate]:
    """Every declared product of the campaign within this person's reach, of enterprises that
    have not left; three queries whatever their number."""
    seen = Declaration.objects.visible_to(user, permission).filter(participation__campaign=campaign)
    declarations = seen.exclude(participation__state__in=NO_LONGER_IN).values("pk")
    products = (
        Product.objects.filter(declaration__in=declarations)
        .select_related("declaration__participation__enterprise__business_format")
        .order_by("declaration__participation__enterprise__uscc", "order", "pk")
    )
    values = _values(KeyIndicator.objects.filter(product__declaration__in=declarations))
    return [_candidate(product, values.get(product.pk, [])) for product in products]


def declared_product(product: Product) -> DeclaredProduct:
    """One product, with everything it declares; its declaration comes with it or is fetched."""
    values = _values(KeyIndicator.objects.filter(product=product)).get(product.pk, [])
    return _declared(product, values)


def _candidate(product: Product, values: list[DeclaredValue]) -> Candidate:
    enterprise = product.declaration.participation.enterprise
    return Candidate(
        product=_declared(product, values),
        handed_in=product.declaration.state in HANDED_IN,
        groups={
            By.DISTRICT: enterprise.district_id,
            By.SIZE: enterprise.size,
            By.INDUSTRY: _industry(enterprise),
        },
    )


def _declared(product: Product, values: Iterable[DeclaredValue]) -> DeclaredProduct:
    enterprise = product.declaration.participation.enterprise
    return DeclaredProduct(
        key=str(product.pk),
        name=product.name,
        class_code=product.category or enterprise.industry_code,
        values=tuple(values),
        enterprise=enterprise.name,
    )


def _values(indicators: QuerySet[KeyIndicator]) -> dict[int, list[DeclaredValue]]:
    found: dict[int, list[DeclaredValue]] = {}
    ordered = indicators.select_related("standard").order_by("product_id", "order", "id")
    for one in ordered:
        found.setdefault(one.product_id, []).append(
            DeclaredValue(
                key=str(one.pk),
                name=one.name,
                text=one.stipulated or None,
                unit=one.unit or None,
                method=one.method or None,
                standard=one.standard.number if one.standard else None,
            )
        )
    return found


def _industry(enterprise: Enterprise) -> str:
    """The division of its class (C36), else the code of its format."""
    if enterprise.industry_code:
        return enterprise.industry_code[:3]
    return enterprise.business_format.code if enterprise.business_format else ""
