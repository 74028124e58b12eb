"""Declared products and the bases they are judged by ((e) 9): computed, so counted by their ids."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from django.db.models import Q

from duibiao.access import Permission
from duibiao.access.models import visible
from duibiao.bases.models import Level
from duibiao.bases.queries import FILED, Assigned
from duibiao.core.canonical import load
from duibiao.core.compare.basis import THREE_KINDS
from duibiao.declarations.models import Declaration, Product
from duibiao.insights.asking import Asked
from duibiao.insights.subjects.columns import of_enterprise, plain
from duibiao.insights.subjects.subject import Rows, Subject, always, under

ENTERPRISE = "declaration__participation__enterprise__"


def _rows(asked: Asked) -> Rows:
    seen = visible(Declaration, asked.reach(Permission.DECLARATION_READ))
    return Product.objects.filter(
        under(seen, "declaration__"),
        declaration__participation__campaign=asked.campaign,
        declaration__participation__state="consented",
        declaration__state__in=FILED,
    )


def _those(condition: Callable[[Assigned], bool]) -> Callable[[Asked], Q]:
    """Products whose basis is so; the assignment is computed once for a page."""

    def counted(asked: Asked) -> Q:
        return Q(pk__in=[row.product.pk for row in asked.grounds.rows if condition(row)])

    return counted


def _at(level: Level) -> Callable[[Asked], Q]:
    return _those(lambda row: row.basis is not None and row.basis.level == level)


def _citing(kind: str) -> Callable[[Asked], Q]:
    def cites(row: Assigned) -> bool:
        return row.basis is not None and kind in _kinds(row.basis.digest, row.basis.document)

    return _those(cites)


@lru_cache(maxsize=512)
def _kinds(_digest: str, document: str) -> frozenset[str]:
    """The kinds of standards a frozen document cites; it cannot change."""
    return frozenset(one.get("kind", "") for one in load(document)["benchmark_standards"])


GROUNDED = Subject(
    name="grounded",
    permission=Permission.DECLARATION_READ,
    rows=_rows,
    measures={
        "all": always(Q()),
        "determined": _those(lambda row: row.basis is not None),
        "without": _those(lambda row: row.basis is None),
        "local": _those(lambda row: row.basis is not None and row.basis.is_local),
        "industry": _at(Level.INDUSTRY),
        "format": _at(Level.FORMAT),
        "product": _at(Level.PRODUCT),
        **{kind: _citing(kind) for kind in sorted(THREE_KINDS)},
    },
    enterprise=ENTERPRISE,
    related=(f"{ENTERPRISE}district", f"{ENTERPRISE}business_format"),
    label=lambda row: row.name or "—",
    link=lambda row: f"/bases/product/{row.pk}/",
    columns=(
        plain("column.enterprise", lambda row: row.declaration.participation.enterprise.name),
        *of_enterprise(lambda row: row.declaration.participation.enterprise),
    ),
)

ALL = (GROUNDED,)
