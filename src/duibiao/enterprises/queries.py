"""Named reads of enterprises."""

from __future__ import annotations

from django.db.models import QuerySet

from duibiao.access import Permission
from duibiao.accounts.models import User
from duibiao.core.identify.lead_merging import plain
from duibiao.enterprises.models import BusinessFormat, Enterprise
from duibiao.reference.models import IndustryClass


def enterprises_for(user: User) -> QuerySet[Enterprise]:
    """The enterprises a person may see."""
    seen: QuerySet[Enterprise] = Enterprise.objects.visible_to(user, Permission.ENTERPRISE_READ)
    return seen.select_related("district", "business_format", "zone")


def by_uscc(uscc: str) -> Enterprise | None:
    """The enterprise of that code, wherever it is registered."""
    return Enterprise.everything.filter(uscc=uscc).select_related("district").first()


def coded_as(name: str) -> IndustryClass | None:
    """The class of GB/T 4754 that bears this name, with or without 业 or 制造 at its end."""
    wanted = _bare(name)
    for one in IndustryClass.objects.filter(name__startswith=name[:2]):
        if _bare(one.name) == wanted:
            return one
    return None


def listed_formats() -> QuerySet[BusinessFormat]:
    """The formats enterprises may be classed under."""
    return BusinessFormat.everything.filter(state="listed")


def _bare(name: str) -> str:
    return plain(name).removesuffix("业").removesuffix("制造").removesuffix("服务")
