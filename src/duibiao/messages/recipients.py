"""To whom a person may send a message: groups of offices to choose from, within her reach."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from duibiao.access import Permission
from duibiao.access.reach import reach
from duibiao.accounts.models import User
from duibiao.organisations.kinds import Kind
from duibiao.organisations.models import Organisation

GROUPS = {
    "departments": Kind.MUNICIPAL_DEPARTMENT,
    "bureaus": Kind.DISTRICT_BUREAU,
    "district_departments": Kind.DISTRICT_DEPARTMENT,
    "enterprises": Kind.ENTERPRISE,
}


def reachable(user: User) -> QuerySet[Organisation]:
    """The organisations she may send to: all; those of her district; those of her field."""
    within = reach(user, Permission.MESSAGE_SEND)
    known = Organisation.objects.filter(is_active=True)
    if within.everything:
        return known
    return known.filter(
        Q(region_id__in=sorted(within.districts)) | Q(field__in=sorted(within.fields))
    )


def groups_for(user: User) -> dict[str, int]:
    """The groups that have a member within her reach, with how many."""
    kinds = list(reachable(user).order_by().values_list("kind", flat=True))
    counts = {name: kinds.count(kind.value) for name, kind in GROUPS.items()}
    return {name: count for name, count in counts.items() if count}


def chosen(user: User, groups: list[str], codes: list[str]) -> list[Organisation]:
    """The organisations of these groups and codes she may send to, none twice."""
    kinds = [GROUPS[name] for name in groups if name in GROUPS]
    found = reachable(user).filter(Q(kind__in=kinds) | Q(code__in=codes))
    return list(found.order_by("code"))
