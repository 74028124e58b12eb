"""Named reads of the selection. Every count is defined here, once; boards, guards and packages
use the same."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from duibiao.access import Permission
from duibiao.accounts.models import User
from duibiao.campaigns import queries as campaigns
from duibiao.campaigns.models import Campaign
from duibiao.core.errors import Fact
from duibiao.core.report.priority import PriorityGround
from duibiao.core.report.quota import as_percent, shortfall, sme_ok, sme_shortfall
from duibiao.core.report.summary import SMALL
from duibiao.enterprises.models import UNRANKED, BusinessFormat, Enterprise
from duibiao.reference.models import Region
from duibiao.reference.queries import districts
from duibiao.selection.facts import BelowQuota, NoBlockEconomy, NoRanking, ShareTooLow
from duibiao.selection.models import (
    OVER,
    AccountSlot,
    ChangeOrder,
    Participation,
    Recommendation,
)

# What each figure of the funnel counts; guards, packages and boards use the same conditions.
PUT_FORWARD = ~Q(state__in=["draft", "withdrawn"])
CONSENTED = Q(state="consented")
SMALL_OR_MEDIUM = Q(enterprise__size__in=sorted(SMALL))
FROZEN = CONSENTED & ~Q(enterprise__locked_in="")  # in a package that was filed


@dataclass(frozen=True, slots=True)
class DistrictCounts:
    """The funnel of one district: of enterprises recommended, how many answered what; and its
    account slots. `sme` and `filed` are of those that consented."""

    district: str
    recommended: int
    consented: int
    declined: int
    left: int
    sme: int
    filed: int = 0
    filed_sme: int = 0


@dataclass(frozen=True, slots=True)
class SlotCounts:
    """The account slots of one district."""

    district: str
    free: int
    allocated: int
    activated: int
    stopped: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.free + self.allocated + self.activated + self.stopped


@dataclass(frozen=True, slots=True)
class Standing:
    """A district's figures against its quota and share; exact."""

    district: Region
    have: int
    sme: int
    needed: int
    share: Fraction

    @property
    def short(self) -> int:
        """How many are missing to the quota."""
        return shortfall(self.have, self.needed)

    @property
    def sme_short(self) -> int:
        """How many of them would have to be small or medium besides."""
        return sme_shortfall(self.sme, self.have, self.share)

    @property
    def percent(self) -> str:
        """For showing only."""
        return as_percent(self.sme, self.have)

    @property
    def alarms(self) -> tuple[Fact, ...]:
        """What is below the plan's limits."""
        found: list[Fact] = []
        if self.short:
            found.append(BelowQuota(self.district.name, self.have, self.needed))
        if not sme_ok(self.sme, self.have, self.share):
            found.append(ShareTooLow(self.district.name, self.sme, self.have, self.sme_short))
        return tuple(found)


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


def participations_for(user: User, campaign: Campaign) -> QuerySet[Participation]:
    """Those a person may see, the ones to prefer first (五(二)3(1)-3, -4, -12)."""
    seen: QuerySet[Participation] = Participation.objects.visible_to(
        user, Permission.PARTICIPATION_READ
    )
    first = F("enterprise__priority") + F("recommendation__priority")
    found = seen.filter(campaign=campaign).annotate(first=first)
    return found.select_related(
        "enterprise__district", "enterprise__business_format", "recommendation"
    ).order_by("-first", "enterprise__best_rank", "enterprise__uscc")


def participations_of(user: User, enterprise: Enterprise) -> QuerySet[Participation]:
    """An enterprise's, in every round, as far as a person may see them."""
    seen: QuerySet[Participation] = Participation.objects.visible_to(
        user, Permission.PARTICIPATION_READ
    )
    return seen.filter(enterprise=enterprise).select_related("campaign")


def trades_for(user: User, campaign: Campaign) -> QuerySet[Recommendation]:
    """Recommended trades a person may see, with how many enterprises hang on each."""
    seen: QuerySet[Recommendation] = Recommendation.objects.visible_to(
        user, Permission.RECOMMENDATION_READ
    )
    hanging = Count("participations", filter=~Q(participations__state__in=OVER))
    return (
        seen.filter(campaign=campaign)
        .select_related("organisation__region", "business_format", "block_economy")
        .annotate(hanging=hanging)
        .order_by("organisation__region__order", "-priority", "name")
    )


def trades_open_to(enterprise: Enterprise, campaign: Campaign) -> list[Recommendation]:
    """The trades its district recommends on which this enterprise may hang."""
    found = Recommendation.everything.filter(
        campaign=campaign, organisation__region=enterprise.district, state="recommended"
    ).select_related("business_format__merged_into")
    return [trade for trade in found if fits(trade, enterprise)]


def fits(trade: Recommendation, enterprise: Enterprise) -> bool:
    """Is this the enterprise's main class?"""
    if trade.business_format is not None:
        return final(trade.business_format) == final(enterprise.business_format)
    code = enterprise.industry_code
    return bool(code) and any(code.startswith(one) for one in trade.industries)


def final(found: BusinessFormat | None) -> BusinessFormat | None:
    """A format, or what it was merged into."""
    return found.final if found else None


def trade_grounds(trade: Recommendation) -> list[PriorityGround]:
    """Why a trade comes first (五(二)3(1)-3, 三(一)-2)."""
    grounds = []
    if trade.is_cluster:
        grounds.append(PriorityGround.CLUSTER)
    if trade.business_format is not None and trade.business_format.is_new:
        grounds.append(PriorityGround.NEW_FORMAT)
    if trade.is_advantageous:
        grounds.append(PriorityGround.ADVANTAGEOUS)
    return grounds


def trade_hints(trade: Recommendation) -> list[Fact]:
    """What the plan asks to consider, without hindering (五(二)3(1)-1)."""
    said = trade.block_economy is not None or bool(trade.block_note.strip())
    return [] if said else [NoBlockEconomy()]


def enterprise_hints(enterprise: Enterprise) -> list[Fact]:
    """The same for an enterprise (五(二)3(1)-12)."""
    return [NoRanking()] if enterprise.best_rank == UNRANKED else []


def district_counts(campaign: Campaign) -> dict[str, DistrictCounts]:
    """The funnel of every district that has begun."""
    rows = (
        Participation.everything.filter(campaign=campaign)
        .order_by()
        .values("enterprise__district")
        .annotate(
            recommended=Count("id", filter=PUT_FORWARD),
            consented=Count("id", filter=CONSENTED),
            declined=Count("id", filter=Q(state="declined")),
            left=Count("id", filter=Q(state="left")),
            sme=Count("id", filter=CONSENTED & SMALL_OR_MEDIUM),
            filed=Count("id", filter=FROZEN),
            filed_sme=Count("id", filter=FROZEN & SMALL_OR_MEDIUM),
        )
    )
    names = ("recommended", "consented", "declined", "left", "sme", "filed", "filed_sme")
    found: dict[str, DistrictCounts] = {}
    for code, *numbers in rows.values_list("enterprise__district", *names):
        found[code] = DistrictCounts(code, *numbers)
    return found


def slot_counts(campaign: Campaign) -> dict[str, SlotCounts]:
    """The account slots of every district that has any."""
    states = ("free", "allocated", "activated", "stopped")
    rows = (
        AccountSlot.everything.filter(campaign=campaign)
        .order_by()
        .values("district")
        .annotate(**{state: Count("id", filter=Q(state=state)) for state in states})
    )
    found: dict[str, SlotCounts] = {}
    for code, *numbers in rows.values_list("district", *states):
        found[code] = SlotCounts(code, *numbers)
    return found


def size_counts(campaign: Campaign) -> dict[str, dict[str, int]]:
    """District → size → how many take part; "" is those without a size."""
    rows = (
        taking_part(campaign)
        .order_by()
        .values_list("enterprise__district", "enterprise__size")
        .annotate(n=Count("id"))
    )
    found: dict[str, dict[str, int]] = {}
    for district, size, count in rows:
        found.setdefault(district, {})[size] = count
    return found


def standing(campaign: Campaign, district: Region) -> Standing:
    """A district's figures: of those filed, once it has filed; else of those that consented."""
    return _standing(campaign, district, district_counts(campaign).get(district.code))


def standings(campaign: Campaign) -> list[Standing]:
    """Every district's, in the plan's order."""
    counts = district_counts(campaign)
    return [_standing(campaign, one, counts.get(one.code)) for one in districts()]


def _standing(campaign: Campaign, district: Region, found: DistrictCounts | None) -> Standing:
    have, sme = 0, 0
    if found is not None:
        filed = found.filed > 0
        have = found.filed if filed else found.consented
        sme = found.filed_sme if filed else found.sme
    needed = campaigns.quota_for(campaign, district)
    return Standing(district, have, sme, needed, campaigns.sme_share(campaign))


def figures(campaign: Campaign, district: Region) -> dict[str, Any]:
    """A district's figures as a change order keeps them."""
    now = standing(campaign, district)
    return {
        "enterprises": now.have,
        "sme": now.sme,
        "share": now.percent,
        "needed": now.needed,
        "short": now.short,
        "sme_short": now.sme_short,
    }


def slots_for(user: User, campaign: Campaign) -> QuerySet[AccountSlot]:
    """The account slots a person may see."""
    seen: QuerySet[AccountSlot] = AccountSlot.objects.visible_to(user, Permission.SLOT_READ)
    return seen.filter(campaign=campaign).select_related("enterprise", "district", "user")


def free_slots(campaign: Campaign, district: str) -> QuerySet[AccountSlot]:
    """Slots a district may still give out."""
    return AccountSlot.everything.filter(campaign=campaign, district=district, state="free")


def not_activated(campaign: Campaign, district: str) -> QuerySet[AccountSlot]:
    """Slots given out, whose enterprise has not activated its account."""
    found = AccountSlot.everything.filter(campaign=campaign, district=district, state="allocated")
    return found.select_related("enterprise", "user")


def without_account(campaign: Campaign, district: str) -> QuerySet[Participation]:
    """Enterprises put forward that have no account yet."""
    given = AccountSlot.everything.filter(campaign=campaign, enterprise__isnull=False)
    found = participations(campaign).filter(
        enterprise__district=district, state__in=["recommended", "consented"]
    )
    return found.exclude(enterprise__in=given.values("enterprise")).order_by("enterprise__uscc")


def changes_for(user: User, campaign: Campaign) -> QuerySet[ChangeOrder]:
    """The change orders a person may see."""
    seen: QuerySet[ChangeOrder] = ChangeOrder.objects.visible_to(user, Permission.CHANGE_READ)
    return seen.filter(participation__campaign=campaign).select_related(
        "participation__enterprise__district"
    )
