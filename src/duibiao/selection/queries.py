"""Named reads of the selection. Every count is defined here, once; boards, guards and packages
use the same."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from duibiao.campaigns.models import Campaign
from duibiao.core.report.summary import SMALL
from duibiao.enterprises.models import Enterprise
from duibiao.selection.models import OVER, AccountSlot, Participation


@dataclass(frozen=True, slots=True)
class DistrictCounts:
    """The funnel of one district."""

    district: str
    recommended: int
    consented: int
    declined: int
    left: int
    sme: int


def participations(campaign: Campaign) -> QuerySet[Participation]:
    """All of a campaign, with their enterprises."""
    found = Participation.everything.filter(campaign=campaign)
    return found.select_related("enterprise__district")


def taking_part(campaign: Campaign) -> QuerySet[Participation]:
    """Those who consented and have not left."""
    return participations(campaign).filter(state="consented")


def living(enterprise: Enterprise, campaign: Campaign) -> Participation | None:
    """The enterprise's participation that is not over."""
    found = Participation.everything.filter(campaign=campaign, enterprise=enterprise)
    return found.exclude(state__in=OVER).first()


def district_counts(campaign: Campaign) -> dict[str, DistrictCounts]:
    """The funnel of every district that has begun."""
    consented = Q(state="consented")
    rows = (
        Participation.everything.filter(campaign=campaign)
        .order_by()
        .values("enterprise__district")
        .annotate(
            recommended=Count("id", filter=~Q(state__in=["draft", "withdrawn"])),
            consented=Count("id", filter=consented),
            declined=Count("id", filter=Q(state="declined")),
            left=Count("id", filter=Q(state="left")),
            sme=Count("id", filter=consented & Q(enterprise__size__in=sorted(SMALL))),
        )
    )
    names = ("recommended", "consented", "declined", "left", "sme")
    found: dict[str, DistrictCounts] = {}
    for code, *figures in rows.values_list("enterprise__district", *names):
        found[code] = DistrictCounts(code, *figures)
    return found


def free_slots(campaign: Campaign, district: str) -> QuerySet[AccountSlot]:
    """Slots a district may still give out."""
    return AccountSlot.everything.filter(campaign=campaign, district=district, state="free")


def not_activated(campaign: Campaign, district: str) -> QuerySet[AccountSlot]:
    """Slots given out, whose enterprise has not activated its account."""
    found = AccountSlot.everything.filter(campaign=campaign, district=district, state="allocated")
    return found.select_related("enterprise")
