"""A declaration's content: for the rules, and as plain JSON for packages and snapshots."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from duibiao import clock
from duibiao.core.report.completeness import examine
from duibiao.core.report.filing import (
    FiledEvidence,
    FiledIndicator,
    FiledProduct,
    FiledStandard,
    Filing,
)
from duibiao.core.report.findings import RULES_VERSION, Finding
from duibiao.declarations.models import (
    Declaration,
    Evidence,
    ExecutedStandard,
    KeyIndicator,
    Product,
)
from duibiao.standards.models import Edition
from duibiao.standards.queries import out_of_force

INDICATOR_TEXTS = (
    *("name", "characteristic", "aspect", "unit", "direction", "stipulated", "promised"),
    *("measured", "method", "method_clause", "clause"),
)
INDICATOR_FIELDS = (*INDICATOR_TEXTS, "is_core", "in_scope")
PRODUCT_FIELDS = ("track", "name", "model", "family", "category", "is_livelihood")
STANDARD_FIELDS = (
    *("number", "normalised", "title", "level", "kind", "edition", "implemented_on", "status"),
    *("self_declared", "platform_number", "disclosed_on", "link"),
)
EVIDENCE_FIELDS = (
    *("kind", "title", "issuer", "issued_on", "valid_until", "file_name", "size", "digest"),
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The rows of a declaration; seven queries whatever its size. `gone`: which of its standards
    the register knows to be out of force, by number."""

    declaration: Declaration
    products: list[Product]
    standards: list[ExecutedStandard]
    indicators: list[KeyIndicator]
    evidence: list[Evidence]
    gone: dict[str, Edition]

    @property
    def standards_with_gone(self) -> list[tuple[ExecutedStandard, Edition | None]]:
        """Each standard with its entry in the register when that is out of force."""
        return [(one, self.gone.get(one.normalised)) for one in self.standards]

    def of(self, product: Product) -> list[KeyIndicator]:
        """The indicators of one product."""
        return [one for one in self.indicators if one.product_id == product.pk]


def indicators_of(declaration: Declaration) -> QuerySet[KeyIndicator]:
    """Every indicator of a declaration, product by product."""
    found = KeyIndicator.objects.filter(product__declaration=declaration)
    return found.order_by("product__order", "product_id", "order", "id")


def parts_of(declaration: Declaration) -> Parts:
    """Everything a declaration consists of."""
    evidence = declaration.evidence.filter(removed_at=None).prefetch_related("indicators")
    standards = list(declaration.standards.prefetch_related("products"))
    return Parts(
        declaration=declaration,
        products=list(declaration.products.all()),
        standards=standards,
        indicators=list(indicators_of(declaration)),
        evidence=list(evidence),
        gone=out_of_force(one.normalised for one in standards),
    )


def filing_of(declaration: Declaration, parts: Parts | None = None) -> Filing:
    """The content as the rules see it, today."""
    parts = parts or parts_of(declaration)
    return Filing(
        today=clock.today(),
        products=tuple(
            FiledProduct(id=str(p.pk), track=p.track, name=p.name, model=p.model)
            for p in parts.products
        ),
        standards=tuple(_filed(one, gone) for one, gone in parts.standards_with_gone),
        indicators=tuple(
            FiledIndicator(
                id=str(one.pk),
                product=str(one.product_id),
                standard=str(one.standard_id or ""),
                **{name: getattr(one, name) for name in INDICATOR_FIELDS},
            )
            for one in parts.indicators
        ),
        evidence=tuple(
            FiledEvidence(
                id=str(e.pk), title=e.title, issued_on=e.issued_on, valid_until=e.valid_until
            )
            for e in parts.evidence
        ),
        truth_stated=declaration.signed_at is not None,
        explained=frozenset(
            (place, rule)
            for key, text in declaration.explanations.items()
            if text.strip()
            for place, _, rule in [key.rpartition("|")]
        ),
    )


def _filed(standard: ExecutedStandard, gone: Edition | None) -> FiledStandard:
    after = gone.superseded_by if gone else None
    return FiledStandard(
        id=str(standard.pk),
        number=standard.number,
        title=standard.title,
        level=standard.level,
        kind=standard.kind,
        edition=standard.edition,
        implemented_on=standard.implemented_on,
        status=standard.status,
        self_declared=standard.self_declared,
        platform_number=standard.platform_number,
        disclosed_on=standard.disclosed_on,
        products=tuple(str(product.pk) for product in standard.products.all()),
        gone=gone is not None,
        successor=after.number if after else "",
    )


def findings_of(
    declaration: Declaration, parts: Parts | None = None, version: int = RULES_VERSION
) -> list[Finding]:
    """What the rules find in a declaration."""
    return examine(filing_of(declaration, parts), version)


def content_of(declaration: Declaration, parts: Parts | None = None) -> dict[str, Any]:
    """The declaration as plain JSON: what a submission and a package freeze."""
    parts = parts or parts_of(declaration)
    signed = declaration.signed_at
    return {
        "version": declaration.version,
        "statement": {
            "text": declaration.statement,
            "signed_by": declaration.signed_by,
            "role": declaration.signer_role,
            "signed_at": signed.isoformat() if signed else "",
        },
        "explanations": dict(declaration.explanations),
        "standards": [
            {
                **_row(standard, STANDARD_FIELDS),
                "products": [product.pk for product in standard.products.all()],
            }
            for standard in parts.standards
        ],
        "products": [
            {
                **_row(product, PRODUCT_FIELDS),
                "indicators": [
                    {**_row(one, INDICATOR_FIELDS), "standard": one.standard_id}
                    for one in parts.of(product)
                ],
            }
            for product in parts.products
        ],
        "evidence": [
            {
                **_row(one, EVIDENCE_FIELDS),
                "indicators": [indicator.pk for indicator in one.indicators.all()],
            }
            for one in parts.evidence
        ],
    }


def _row(row: Any, fields: tuple[str, ...]) -> dict[str, Any]:
    values = {name: getattr(row, name) for name in fields}
    return {
        "id": row.pk,
        **{k: v.isoformat() if isinstance(v, date) else v for k, v in values.items()},
    }
