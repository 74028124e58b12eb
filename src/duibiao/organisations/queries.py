"""Named reads of organisations."""

from __future__ import annotations

from django.db.models import Min, Q, QuerySet

from duibiao.organisations.kinds import Kind
from duibiao.organisations.models import Domain, Membership, Organisation


def organisation(code: str) -> Organisation:
    """The organisation of that code."""
    return Organisation.objects.select_related("region", "parent").get(code=code)


def bureau_of(district: str) -> Organisation:
    """The market bureau of a district."""
    return Organisation.objects.select_related("region", "parent").get(
        kind=Kind.DISTRICT_BUREAU, region_id=district
    )


def bureaus() -> QuerySet[Organisation]:
    """The district bureaus at work, in the plan's order."""
    found = Organisation.objects.filter(kind=Kind.DISTRICT_BUREAU, is_active=True)
    return found.select_related("region").order_by("region__order")


def people_of(one: Organisation) -> QuerySet[Membership]:
    """Who holds a post there today."""
    return one.memberships.filter(until=None).select_related("user").order_by("post", "id")


def bureaus_with_account() -> QuerySet[Organisation]:
    """District bureaus with at least one person (五(一)2(2)-1: 16/16)."""
    held = Membership.objects.filter(Q(until=None))
    return bureaus().filter(pk__in=held.values("organisation_id"))


def field_of(industry: str) -> str:
    """Which department is in charge of an industry (C3670); a format goes to commerce."""
    domain = Domain.objects.filter(industry=industry[:1]).first() if industry else None
    return domain.field if domain else "commerce"


def sample_posts() -> QuerySet[Membership]:
    """The first handler and the first reviewer of each kind of organisation."""
    held = Membership.objects.filter(until=None)
    first = held.values("organisation__kind", "post").annotate(first=Min("id")).order_by()
    found = held.filter(id__in=first.values("first"))
    return found.select_related("user", "organisation").order_by("id")
