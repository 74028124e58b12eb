"""Conditions of lead sheets and of the consolidation."""

from __future__ import annotations

from typing import Any

from duibiao.core.errors import Fact
from duibiao.core.identify import uscc
from duibiao.core.report.machines.selection import CITY_LEADS, CONSOLIDATION, DISTRICT_LEADS
from duibiao.leads.facts import (
    HasItems,
    ItemIncomplete,
    ItemsUndecided,
    LeadsMissing,
    NoItems,
    Unrouted,
)
from duibiao.leads.models import (
    CityLeadSheet,
    Consolidation,
    Decision,
    DistrictLeadSheet,
    Item,
    LeadKind,
)
from duibiao.leads.queries import received_city_items
from duibiao.workflow.guards import guard


@guard(DISTRICT_LEADS, "items_there")
@guard(CITY_LEADS, "items_there")
def items_there(sheet: Any) -> list[Fact]:
    """At least one line."""
    return [] if sheet.items.exists() else [NoItems()]


@guard(DISTRICT_LEADS, "items_complete")
def district_items_complete(sheet: DistrictLeadSheet) -> list[Fact]:
    """Every line has a name, and a right credit code where it has one."""
    return [fact for item in sheet.items.all() for fact in lacks(item, address=False)]


@guard(CITY_LEADS, "items_complete")
def city_items_complete(sheet: CityLeadSheet) -> list[Fact]:
    """As above; and an enterprise has an address, by which it is routed (五(二)3(3)-1)."""
    return [fact for item in sheet.items.all() for fact in lacks(item, address=True)]


@guard(CITY_LEADS, "no_items")
def no_items(sheet: CityLeadSheet) -> list[Fact]:
    """Nothing to offer means nothing on the sheet."""
    count = sheet.items.count()
    return [HasItems(count)] if count else []


@guard(DISTRICT_LEADS, "every_item_decided")
def every_item_decided(sheet: DistrictLeadSheet) -> list[Fact]:
    """Each line adopted, or declined with a reason (五(二)3(1)-13)."""
    count = sheet.items.filter(decision=Decision.OPEN).count()
    return [ItemsUndecided(count)] if count else []


@guard(CONSOLIDATION, "leads_there")
def leads_there(consolidation: Consolidation) -> list[Fact]:
    """At least one received sheet with lines."""
    found = received_city_items(consolidation.campaign).exists()
    return [] if found else [LeadsMissing()]


@guard(CONSOLIDATION, "all_routed")
def all_routed(consolidation: Consolidation) -> list[Fact]:
    """Every enterprise has a district, found or chosen."""
    count = consolidation.leads.filter(kind=LeadKind.ENTERPRISE, district=None).count()
    return [Unrouted(count)] if count else []


def lacks(item: Item, *, address: bool) -> list[Fact]:
    """What a line lacks."""
    wrong = [] if item.name.strip() else ["name"]
    if item.uscc and not uscc.check(item.uscc).valid:
        wrong.append("uscc")
    if address and item.kind == LeadKind.ENTERPRISE and not item.address.strip():
        wrong.append("address")
    return [ItemIncomplete(item.place, item.name, field) for field in wrong]
