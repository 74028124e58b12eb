"""What the pages of a basis show: each indicator beside what the scheme demands of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from duibiao.bases.effective import (
    adjustments_of,
    base_document,
    effective_document,
    effective_scheme,
    marks_of,
)
from duibiao.bases.models import Basis
from duibiao.bases.queries import Assigned
from duibiao.core.canonical import plain
from duibiao.core.compare.basis import Mark
from duibiao.core.compare.local_basis import LocalIndicator, local_document
from duibiao.core.compare.scheme import Clause, Indicator, Scheme
from duibiao.core.report.quota import as_percent
from duibiao.declarations.models import Product
from duibiao.reference.models import Region


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator as it holds, and what was adjusted."""

    indicator: Indicator
    clauses: tuple[Clause, ...]
    marks: tuple[Mark, ...]

    @property
    def of_scheme(self) -> str:
        """What the scheme demands, where the basis demands otherwise."""
        return next((mark.scheme for mark in self.marks if mark.own), "")


@dataclass(frozen=True, slots=True)
class BasisView:
    """A basis, read for showing."""

    basis: Basis
    scheme: Scheme | None
    rows: tuple[Row, ...]
    dropped: tuple[Mark, ...]
    standards: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class EditRow:
    """A row of the form: place, indicator entry, what is typed already."""

    place: int
    entry: dict[str, Any]
    given: dict[str, Any]
    required: str


@dataclass(frozen=True, slots=True)
class DistrictRow:
    """Coverage of one district."""

    district: Region
    having: int
    total: int

    @property
    def percent(self) -> str:
        """For showing only."""
        return as_percent(self.having, self.total)


def view_of(basis: Basis) -> BasisView:
    """Everything its page shows of the content."""
    scheme, marks = effective_scheme(basis), marks_of(basis)
    rows = tuple(
        Row(one, one.benchmarks, tuple(m for m in marks if m.indicator_id == one.id))
        for one in (scheme.indicators if scheme else ())
    )
    known = {row.indicator.id for row in rows}
    dropped = tuple(mark for mark in marks if mark.indicator_id not in known)
    return BasisView(basis, scheme, rows, dropped, scheme.benchmark_standards if scheme else ())


def edit_rows(basis: Basis) -> list[EditRow]:
    """The rows of the form, in the document's order."""
    given = adjustments_of(basis)
    return [
        EditRow(
            place,
            entry,
            _given(basis, entry, given.get(entry["id"], {})),
            "；".join(c.get("text", "") for c in entry.get("benchmark_requirements", ())),
        )
        for place, entry in enumerate(base_document(basis)["indicators"])
    ]


def by_district(rows: Iterable[Assigned]) -> list[DistrictRow]:
    """Coverage district by district, in the plan's order."""
    found: dict[Region, list[Assigned]] = {}
    for row in rows:
        found.setdefault(row.product.declaration.participation.enterprise.district, []).append(row)
    return [
        DistrictRow(district, sum(row.basis is not None for row in own), len(own))
        for district, own in sorted(found.items(), key=lambda pair: pair[0].order)
    ]


def document_from(product: Product, *, title: str, name: str, industry: str) -> dict[str, Any]:
    """A local document to begin with: the indicators the product declares, weighted alike; what
    is demanded is what is declared until somebody decides otherwise."""
    own = list(product.indicators.select_related("standard"))
    share = Fraction(100, len(own)) if own else Fraction(0)
    weights = [int(share)] * len(own)
    if weights:
        weights[0] += 100 - sum(weights)
    return local_document(
        code=f"local-{product.pk}",
        title=title,
        product=name,
        industry=industry,
        standards=(),
        indicators=[
            LocalIndicator(
                name=one.name,
                text=one.stipulated,
                unit=one.unit,
                direction=one.direction or "larger",
                weight=Decimal(weight) / 100,
                method=one.method,
                core=one.is_core,
            )
            for one, weight in zip(own, weights, strict=True)
        ],
    )


def standards_in(basis: Basis) -> list[dict[str, Any]]:
    """The benchmark standards of the document that holds."""
    found: list[dict[str, Any]] = effective_document(basis).get("benchmark_standards", [])
    return found


def _given(basis: Basis, entry: dict[str, Any], adjustment: dict[str, Any]) -> dict[str, Any]:
    """What stands in the fields of a row: the adjustment; of one's own document, the document."""
    if basis.scheme is not None:
        found = dict(adjustment)
        if "weight" in found:
            found["weight"] = _percent(found["weight"])
        return found
    return {
        "text": next((c["text"] for c in entry["benchmark_requirements"]), ""),
        "leading": (entry.get("leading") or {}).get("text", ""),
        "weight": _percent(entry["weight"]),
        "why": entry["selection_reason"],
    }


def _percent(share: Any) -> str:
    return plain(Decimal(share) * 100)
