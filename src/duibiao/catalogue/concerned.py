"""Whom a scheme concerns: every office and body, and the enterprises of its industry.

Which enterprises those are is known in a room above; it says so here.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import QuerySet

from duibiao.catalogue.models import SchemeDraft
from duibiao.core.canonical import load
from duibiao.core.compare.scheme_document import examine
from duibiao.organisations.kinds import Kind
from duibiao.organisations.models import Organisation

EnterprisesOf = Callable[[str], QuerySet[Organisation]]
_enterprises: list[EnterprisesOf] = []


def enterprises_by_industry(finds: EnterprisesOf) -> EnterprisesOf:
    """Declare how the enterprises of an industry (1829; empty: all) are found."""
    _enterprises.append(finds)
    return finds


def concerned_by(draft: SchemeDraft) -> list[Organisation]:
    """Everybody to be told, by code; not the owner."""
    return [one for one in everybody(industry_of(draft)) if one.pk != draft.owner_id]


def everybody(industry: str = "") -> list[Organisation]:
    """All offices and bodies, and the enterprises of an industry (all of them, of none)."""
    known = Organisation.objects.filter(is_active=True)
    found = {one.pk: one for one in known.exclude(kind=Kind.ENTERPRISE)}
    for finds in _enterprises:
        found.update({one.pk: one for one in finds(industry).filter(is_active=True)})
    return sorted(found.values(), key=lambda one: one.code)


def industry_of(draft: SchemeDraft) -> str:
    """The industry's code as the draft's text gives it."""
    scheme, _ = examine(load(draft.document))
    return scheme.industry_code if scheme else ""
