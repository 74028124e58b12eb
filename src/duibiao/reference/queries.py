"""Named reads of reference data."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from duibiao.core.identify.industry import UnknownIndustry, industry
from duibiao.reference.models import IndustryClass, Region


def districts() -> QuerySet[Region]:
    """The districts of the city, in the plan's order."""
    return Region.objects.filter(level="district").order_by("order")


def industry_counts() -> dict[str, int]:
    """How many classes there are at each level."""
    levels = IndustryClass.objects.order_by().values_list("level").annotate(n=Count("id"))
    return dict(levels)


def known_industry(text: str) -> IndustryClass:
    """The class a code names (C3670, 3670, C36, C); UnknownIndustry when there is none."""
    read = industry(text)
    found = IndustryClass.objects.filter(code=read.digits or read.section, edition="2017").first()
    if found is None:
        raise UnknownIndustry(text)
    return found


def full_code(one: IndustryClass) -> str:
    """The code with its section letter: C3670."""
    return one.code if one.level == "section" else f"{one.section}{one.code}"
