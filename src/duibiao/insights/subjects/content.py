"""Declarations, and what they hold: products, executed standards, key indicators."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from duibiao.access import Permission
from duibiao.access.models import visible
from duibiao.core.report.filing import StandardLevel, Track
from duibiao.declarations.models import (
    Declaration,
    ExecutedStandard,
    KeyIndicator,
    Product,
    Submission,
)
from duibiao.declarations.queries.progress import DONE
from duibiao.insights.asking import Asked
from duibiao.insights.subjects.columns import of_enterprise, plain, state, worded
from duibiao.insights.subjects.participation import counted_along
from duibiao.insights.subjects.subject import Rows, Subject, always, under
from duibiao.workflow.models import StateChange

ENTERPRISE = "participation__enterprise__"


def _rows(asked: Asked) -> Rows:
    seen: Rows = Declaration.objects.visible_to(asked.user, Permission.DECLARATION_READ)
    return seen.filter(participation__campaign=asked.campaign, participation__state="consented")


def _ever_handed_in(_asked: Asked) -> Q:
    return Q(Exists(Submission.objects.filter(declaration=OuterRef("pk"))))


def _ever_returned(_asked: Asked) -> Q:
    returns = StateChange.objects.filter(
        object_type=Declaration._meta.label_lower, object_id=OuterRef("pk"), step="return"
    )
    return Q(Exists(returns))


DECLARATIONS = Subject(
    name="declarations",
    permission=Permission.DECLARATION_READ,
    rows=_rows,
    measures={
        "all": always(Q()),
        "filling": always(Q(state="filling")),
        "submitted": always(Q(state="submitted")),
        "returned": always(Q(state="returned")),
        "approved": always(Q(state__in=DONE)),
        "ever_handed_in": _ever_handed_in,
        "ever_returned": _ever_returned,
    },
    enterprise=ENTERPRISE,
    related=(f"{ENTERPRISE}district", f"{ENTERPRISE}business_format"),
    columns=(
        *of_enterprise(lambda row: row.participation.enterprise),
        state("declaration"),
        plain("records.since", lambda row: row.state_since),
    ),
)


def _of_counted(asked: Asked, prefix: str) -> Q:
    """Rows of declarations this person may read, of enterprises that count."""
    seen = visible(Declaration, asked.reach(Permission.DECLARATION_READ))
    campaign = Q(**{f"{prefix}participation__campaign": asked.campaign})
    return campaign & under(seen, prefix) & counted_along(asked, f"{prefix}participation__", prefix)


def _products(asked: Asked) -> Rows:
    return Product.objects.filter(_of_counted(asked, "declaration__"))


def _standards(asked: Asked) -> Rows:
    return ExecutedStandard.objects.filter(_of_counted(asked, "declaration__"))


def _indicators(asked: Asked) -> Rows:
    return KeyIndicator.objects.filter(_of_counted(asked, "product__declaration__"))


PRODUCTS = Subject(
    name="products",
    permission=Permission.DECLARATION_READ,
    rows=_products,
    measures={
        "all": always(Q()),
        "services": always(Q(track=Track.SERVICE)),
    },
    enterprise=f"declaration__{ENTERPRISE}",
    related=(
        f"declaration__{ENTERPRISE}district",
        f"declaration__{ENTERPRISE}business_format",
    ),
    label=lambda row: row.name or "—",
    link=lambda row: row.declaration.get_absolute_url(),
    columns=(
        plain("column.enterprise", lambda row: row.declaration.participation.enterprise.name),
        *of_enterprise(lambda row: row.declaration.participation.enterprise),
        worded("column.kind", "track.", lambda row: row.track),
    ),
)
STANDARDS = Subject(
    name="standards",
    permission=Permission.DECLARATION_READ,
    rows=_standards,
    measures={
        "all": always(Q()),
        "self_declared": always(Q(self_declared=True)),
        **{level.value: always(Q(level=level.value)) for level in StandardLevel},
    },
    enterprise=f"declaration__{ENTERPRISE}",
    paths={"standard_level": "level"},
    related=PRODUCTS.related,
    label=lambda row: row.number or "—",
    link=lambda row: row.declaration.get_absolute_url(),
    columns=(
        plain("column.name", lambda row: row.title),
        worded("column.level", "standardlevel.", lambda row: row.level),
        plain("column.enterprise", lambda row: row.declaration.participation.enterprise.name),
        plain(
            "column.district", lambda row: row.declaration.participation.enterprise.district.name
        ),
        plain("column.self_declared", lambda row: "✓" if row.self_declared else "—"),
    ),
)
INDICATORS = Subject(
    name="indicators",
    permission=Permission.DECLARATION_READ,
    rows=_indicators,
    measures={
        "all": always(Q()),
        "in_scope": always(Q(in_scope=True)),
        "core": always(Q(is_core=True)),
    },
    enterprise=f"product__declaration__{ENTERPRISE}",
    related=(
        f"product__declaration__{ENTERPRISE}district",
        f"product__declaration__{ENTERPRISE}business_format",
    ),
    label=lambda row: row.name or "—",
    link=lambda row: row.product.declaration.get_absolute_url(),
    columns=(
        plain("column.product", lambda row: row.product.name),
        plain(
            "column.enterprise",
            lambda row: row.product.declaration.participation.enterprise.name,
        ),
        plain(
            "column.district",
            lambda row: row.product.declaration.participation.enterprise.district.name,
        ),
        plain("column.stipulated", lambda row: row.stipulated),
        plain("column.unit", lambda row: row.unit),
        plain("column.in_scope", lambda row: "✓" if row.in_scope else "—"),
    ),
)

ALL = (DECLARATIONS, PRODUCTS, STANDARDS, INDICATORS)
