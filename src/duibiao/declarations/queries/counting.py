"""Counts per declaration: of a queryset by subqueries, so that no join multiplies another."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from duibiao.declarations.models import Declaration, ExecutedStandard, KeyIndicator, Product
from duibiao.declarations.queries.content import Parts


@dataclass(frozen=True, slots=True)
class Counted:
    """What a declaration holds, in numbers."""

    products: int = 0
    services: int = 0
    standards: int = 0
    indicators: int = 0
    in_scope: int = 0
    self_declared: int = 0
    by_level: dict[str, int] = field(default_factory=dict)


def counts_of(parts: Parts) -> Counted:
    """The numbers of one declaration whose rows are at hand."""
    return Counted(
        products=len(parts.products),
        services=sum(product.track == "service" for product in parts.products),
        standards=len(parts.standards),
        indicators=len(parts.indicators),
        in_scope=sum(one.in_scope for one in parts.indicators),
        self_declared=sum(standard.self_declared for standard in parts.standards),
        by_level=dict(Counter(standard.level for standard in parts.standards if standard.level)),
    )


def with_counts(declarations: QuerySet[Declaration]) -> QuerySet[Declaration]:
    """Each declaration with its numbers, in the same query."""
    indicators = KeyIndicator.objects.filter(product__declaration=OuterRef("pk"))
    standards = ExecutedStandard.objects.filter(declaration=OuterRef("pk"))
    return declarations.annotate(
        product_count=_counted(Product.objects.filter(declaration=OuterRef("pk"))),
        standard_count=_counted(standards),
        self_declared_count=_counted(standards.filter(self_declared=True)),
        indicator_count=_counted(indicators, "product__declaration"),
        in_scope_count=_counted(indicators.filter(in_scope=True), "product__declaration"),
    )


def _counted(rows: QuerySet[Any], by: str = "declaration") -> Coalesce:
    per = rows.order_by().values(by).annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(per, output_field=IntegerField()), 0)
