"""A declaration's content: for the completeness rules, and as plain JSON for packages."""

from __future__ import annotations

from typing import Any

from duibiao.core.report.completeness import (
    Content,
    IndicatorGiven,
    ProductGiven,
    StandardGiven,
)
from duibiao.declarations.models import Declaration


def given_content(declaration: Declaration) -> Content:
    """The content as the completeness rules see it; four queries whatever its size."""
    products = declaration.products.prefetch_related("indicators")
    return Content(
        products=tuple(
            ProductGiven(
                product.name,
                tuple(
                    IndicatorGiven(
                        one.name,
                        one.unit,
                        one.direction,
                        one.stipulated,
                        one.method,
                        one.in_scope,
                    )
                    for one in product.indicators.all()
                ),
            )
            for product in products
        ),
        standards=tuple(
            StandardGiven(one.number, one.level, one.status) for one in declaration.standards.all()
        ),
        signed=declaration.signed_at is not None,
        explanation=declaration.explanation,
    )


def content_of(declaration: Declaration) -> dict[str, Any]:
    """The declaration as plain JSON: what a package freezes."""
    signed = declaration.signed_at
    return {
        "version": declaration.version,
        "signed_by": declaration.signed_by,
        "signed_at": signed.isoformat() if signed else "",
        "explanation": declaration.explanation,
        "standards": list(
            declaration.standards.values("number", "title", "level", "status", "self_declared")
        ),
        "products": [
            {
                "name": product.name,
                "track": product.track,
                "indicators": list(
                    product.indicators.values(
                        *("name", "unit", "direction", "stipulated", "method"),
                        *("is_core", "in_scope"),
                    )
                ),
            }
            for product in declaration.products.all()
        ],
    }
