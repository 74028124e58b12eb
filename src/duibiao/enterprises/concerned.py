"""Which enterprises a benchmark scheme concerns: those of the division its industry stands in."""

from __future__ import annotations

from django.db.models import QuerySet

from duibiao.catalogue.concerned import enterprises_by_industry
from duibiao.organisations.kinds import Kind
from duibiao.organisations.models import Organisation

DIVISION = 2  # GB/T 4754: the first two digits


@enterprises_by_industry
def of_industry(code: str) -> QuerySet[Organisation]:
    """The enterprises of the same division (18 of 1829); all, when the scheme names none."""
    known = Organisation.objects.filter(kind=Kind.ENTERPRISE)
    division = code.lstrip("ABCDEFGHIJKLMNOPQRST")[:DIVISION]
    if not division.isdecimal():
        return known
    return known.filter(enterprise__industry_code__regex=rf"^[A-T]{division}")
