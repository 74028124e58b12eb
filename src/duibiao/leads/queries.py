"""Named reads of leads."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from duibiao.access import Permission
from duibiao.accounts.models import User
from duibiao.campaigns.models import Campaign
from duibiao.leads.models import (
    CityLeadItem,
    CityLeadSheet,
    Consolidation,
    DistrictLeadItem,
    DistrictLeadSheet,
    MergedLead,
)
from duibiao.organisations.kinds import Kind
from duibiao.organisations.models import Organisation

HANDED_IN = ("submitted", "received", "settled")


def district_sheets(user: User, campaign: Campaign) -> QuerySet[DistrictLeadSheet]:
    """District departments' sheets a person may see, with their number of lines."""
    seen: QuerySet[DistrictLeadSheet] = DistrictLeadSheet.objects.visible_to(
        user, Permission.DISTRICT_LEADS_READ
    )
    return seen.filter(campaign=campaign).select_related("provider").annotate(n=Count("items"))


def city_sheets(user: User, campaign: Campaign) -> QuerySet[CityLeadSheet]:
    """Municipal departments' sheets a person may see, with their number of lines."""
    seen: QuerySet[CityLeadSheet] = CityLeadSheet.objects.visible_to(
        user, Permission.CITY_LEADS_READ
    )
    return seen.filter(campaign=campaign).select_related("provider").annotate(n=Count("items"))


def expected_departments() -> QuerySet[Organisation]:
    """The district departments that should hand in a sheet: 16 × 5 = 80."""
    return Organisation.objects.filter(kind=Kind.DISTRICT_DEPARTMENT, is_active=True)


def handed_in(campaign: Campaign) -> QuerySet[DistrictLeadSheet]:
    """District departments' sheets that were handed in."""
    return DistrictLeadSheet.everything.filter(campaign=campaign, state__in=HANDED_IN)


def received_city_items(campaign: Campaign) -> QuerySet[CityLeadItem]:
    """The raw lines of the municipal sheets the commission has received."""
    return CityLeadItem.objects.filter(sheet__campaign=campaign, sheet__state="received")


def adopted_items(campaign: Campaign) -> QuerySet[DistrictLeadItem]:
    """Lines a bureau has adopted."""
    return DistrictLeadItem.objects.filter(sheet__campaign=campaign, decision="adopted")


def consolidation_of(campaign: Campaign) -> Consolidation | None:
    """The campaign's consolidation, once it was begun."""
    return Consolidation.everything.filter(campaign=campaign).first()


def unrouted(consolidation: Consolidation) -> QuerySet[MergedLead]:
    """Enterprises that wait for a person to choose their district."""
    return consolidation.leads.filter(kind="enterprise", district=None)


def dispatched_to(user: User, campaign: Campaign) -> QuerySet[MergedLead]:
    """Leads sent to the districts this person answers for."""
    seen: QuerySet[MergedLead] = MergedLead.objects.visible_to(
        user, Permission.DISPATCHED_LEADS_READ
    )
    found = seen.filter(consolidation__campaign=campaign).exclude(sent_to=None)
    return found.select_related("sent_to").annotate(origins=Count("sources"))
