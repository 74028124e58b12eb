"""Named reads of reference data."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

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


def industries(words: str, under: str) -> QuerySet[IndustryClass]:
    """What a search finds by name or code; else the classes directly under a code, or the
    sections. With how many lie below each."""
    known = IndustryClass.objects.filter(edition="2017")
    if words:
        code = words.upper()
        digits = code[1:] if code[:1].isalpha() and code[1:].isdecimal() else code
        known = known.filter(Q(name__contains=words) | Q(code__startswith=digits))
    elif under:
        known = known.filter(parent__code=under, parent__edition="2017")
    else:
        known = known.filter(level="section")
    return known.annotate(below=Count("children")).order_by("section", "code")


def path_of(code: str) -> list[IndustryClass]:
    """A class and those above it, the section first; empty when there is none."""
    known = IndustryClass.objects.filter(code=code, edition="2017")
    one = known.first() if code else None
    if one is None:
        return []
    codes = {one.section, *(one.code[:length] for length in (2, 3, 4) if one.code.isdecimal())}
    above = IndustryClass.objects.filter(code__in=codes, edition="2017")
    order = ["section", "division", "group", "class"]
    return sorted(above, key=lambda row: order.index(row.level))


def regions() -> QuerySet[Region]:
    """Every division, in the plan's order."""
    return Region.objects.select_related("parent").order_by("order", "code")
