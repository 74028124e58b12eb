"""A subject: rows of one table that a person may see, and the conditions under which each figure
counts them. Figure and list of members are made from the same condition, so they cannot differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, Concat, Left, Length
from django.db.models.lookups import LessThan

from duibiao.access import Permission
from duibiao.access.acting import may
from duibiao.access.reach import Reach
from duibiao.accounts.models import User
from duibiao.core.report.summary import LEVELS
from duibiao.insights.asking import NONE, Asked
from duibiao.ui.wording import Language

DIGITS = dict(zip(LEVELS, (1, 3, 4, 5), strict=True))  # characters of a code, with its letter
OF_ENTERPRISE = {
    "district": "district_id",
    "size": "size",
    "zone": "zone__kind",
    "title": "titles__title",
    "block": "block_economy_id",
    "group": "district__group",
}
Rows = QuerySet[Any]
Figures = dict[str, int]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list of members: the key of its heading, and what stands in it."""

    key: str
    show: Callable[[Any, Language], str]


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """What is counted.

    paths: dimension → path from a row; enterprise: path to the enterprise, whose dimensions
    (district, industry, size, zone, title) come with it.
    """

    name: str
    permission: Permission
    rows: Callable[[Asked], Rows]
    measures: Mapping[str, Callable[[Asked], Q]]
    columns: tuple[Column, ...]
    paths: Mapping[str, str] = field(default_factory=dict)
    enterprise: str | None = None
    related: tuple[str, ...] = ()
    several: frozenset[str] = frozenset({"title"})  # dimensions with several values for a row
    label: Callable[[Any], str] = str
    link: Callable[[Any], str] = lambda row: str(row.get_absolute_url())
    opens: Permission | None = None  # whoever sees the rows may open them, unless it needs this

    def path(self, dimension: str) -> str | None:
        """Where a dimension's value stands; None when the rows have no such dimension."""
        if dimension in self.paths:
            return self.paths[dimension]
        if self.enterprise is None or dimension not in OF_ENTERPRISE:
            return None
        return self.enterprise + OF_ENTERPRISE[dimension]

    def address(self, row: Any, user: User) -> str:
        """Where a row leads a person; "" where she is not let in."""
        return self.link(row) if self.opens is None or may(user, self.opens) else ""

    def has(self, dimension: str) -> bool:
        """Can its rows be told apart by this?"""
        if dimension == "industry":
            return self.enterprise is not None
        return self.path(dimension) is not None

    def where(self, dimension: str, value: str) -> Q:
        """The rows with this value."""
        if dimension == "industry":
            return self._in_industry(value)
        path = self.path(dimension)
        if path is None:
            return Q(pk__in=[])
        if value != NONE:
            return Q(**{path: value})
        return Q(**{f"{path}__isnull": True}) | (Q(**{path: ""}) if dimension == "size" else Q())

    def narrowed(self, asked: Asked) -> Rows:
        """The rows this person may see, within the filters chosen."""
        found = self.rows(asked)
        for dimension, value in asked.chosen.items():
            found = found.filter(self.where(dimension, value))
        return found

    def members(self, asked: Asked, measure: str) -> Rows:
        """What a figure counts."""
        found = self.narrowed(asked).filter(self.measures[measure](asked))
        if self.several & set(asked.chosen):
            found = found.distinct()
        return found.select_related(*self.related) if self.related else found

    def figures(self, asked: Asked, measures: tuple[str, ...], by: str = "") -> dict[str, Figures]:
        """Value of the dimension → measure → how many; without one, all under ""."""
        rows = self.narrowed(asked).order_by()
        counts = {
            f"n_{name}": Count(
                "pk", filter=self.measures[name](asked) or None, distinct=by in self.several
            )
            for name in measures
        }
        if not by:
            found = rows.aggregate(**counts)
            return {"": {name: found[f"n_{name}"] for name in measures}}
        grouped = rows.annotate(of=self._value(by, asked)).values("of").annotate(**counts)
        return {
            NONE if row["of"] in (None, "") else str(row["of"]): {
                name: row[f"n_{name}"] for name in measures
            }
            for row in grouped
        }

    def _value(self, dimension: str, asked: Asked) -> Any:
        if dimension != "industry":
            return F(self.path(dimension) or "pk")
        code, length = f"{self.enterprise}industry_code", DIGITS[asked.level]
        # Whoever is coded less finely stays under its own code, marked as such.
        return Case(
            When(
                **{code: ""},
                then=Coalesce(F(f"{self.enterprise}business_format__code"), Value("")),
            ),
            When(LessThan(Length(F(code)), length), then=Concat(F(code), Value(NONE))),
            default=Left(F(code), length),
            output_field=CharField(),
        )

    def _in_industry(self, value: str) -> Q:
        code = f"{self.enterprise}industry_code"
        business = f"{self.enterprise}business_format__code"
        if value == NONE:
            return Q(**{code: "", f"{business}__isnull": True})
        if value.endswith(NONE):
            return Q(**{code: value.removesuffix(NONE)})
        coded = Q(**{f"{code}__startswith": value})
        return coded | Q(**{code: "", business: value})


def under(condition: Q, prefix: str) -> Q:
    """The same condition on rows from which a path leads to those it speaks of."""
    moved = Q(_connector=condition.connector, _negated=condition.negated)
    for child in condition.children:
        if isinstance(child, Q):
            moved.children.append(under(child, prefix))
        else:
            path, value = cast(tuple[str, Any], child)
            moved.children.append((prefix + path, value))
    return moved


def within(reached: Reach, organisation: str) -> Q:
    """The rows whose organisation, at the end of a path, a person reaches; "" for the rows
    themselves. Default is no row."""
    if reached.everything:
        return Q()
    condition = Q(pk__in=[])
    if reached.districts:
        condition |= Q(**{f"{organisation}region_id__in": sorted(reached.districts)})
    if reached.fields:
        condition |= Q(**{f"{organisation}field__in": sorted(reached.fields)})
    if reached.organisations:
        condition |= Q(**{f"{organisation}pk__in": sorted(reached.organisations)})
    for region, of_field in sorted(reached.district_fields):
        condition |= Q(**{f"{organisation}region_id": region, f"{organisation}field": of_field})
    return condition


def always(condition: Q) -> Callable[[Asked], Q]:
    """A condition that holds whoever asks."""
    return lambda _asked: condition
