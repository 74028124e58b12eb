"""Conditions of filing upward."""

from __future__ import annotations

from duibiao.campaigns import queries as campaigns
from duibiao.core.errors import Fact
from duibiao.core.report.machines.selection import CITY_PACKAGE, DISTRICT_PACKAGE
from duibiao.core.report.quota import as_percent, shortfall, sme_ok, sme_shortfall
from duibiao.core.report.summary import Counts
from duibiao.reporting.facts import (
    CityNotConfirmed,
    DistrictsMissing,
    NobodyInPackage,
    NotApproved,
    QuotaShort,
    SmeShareShort,
)
from duibiao.reporting.models import CityPackage, DistrictPackage
from duibiao.reporting.queries import (
    city_totals,
    missing_districts,
    totals_of,
    unapproved_members,
)
from duibiao.workflow.guards import guard


@guard(DISTRICT_PACKAGE, "members_there")
def members_there(package: DistrictPackage) -> list[Fact]:
    """A package has at least one enterprise."""
    return [] if package.members.exists() else [NobodyInPackage()]


@guard(DISTRICT_PACKAGE, "quota_met")
def quota_met(package: DistrictPackage) -> list[Fact]:
    """As many enterprises as the campaign asks of this district (五(二)3(1)-7…9)."""
    needed = campaigns.quota_for(package.campaign, package.district)
    have = totals_of(package).enterprises
    short = shortfall(have, needed)
    return [QuotaShort(have, needed, short)] if short else []


@guard(DISTRICT_PACKAGE, "sme_share_met")
def sme_share_met(package: DistrictPackage) -> list[Fact]:
    """Enough small and medium enterprises among them, compared exactly (五(二)3(1)-5)."""
    return share_facts(package, totals_of(package))


@guard(DISTRICT_PACKAGE, "all_approved")
def all_approved(package: DistrictPackage) -> list[Fact]:
    """Every member takes part, and its declaration is approved."""
    return [NotApproved(name) for name in unapproved_members(package)]


@guard(CITY_PACKAGE, "packages_there")
def packages_there(package: CityPackage) -> list[Fact]:
    """At least one district's package."""
    return [] if package.districts.exists() else [NobodyInPackage()]


@guard(CITY_PACKAGE, "city_confirmed")
def city_confirmed(package: CityPackage) -> list[Fact]:
    """The city's application to the national campaign is confirmed (二-2)."""
    return [] if campaigns.city_is_confirmed(package.campaign) else [CityNotConfirmed()]


@guard(CITY_PACKAGE, "missing_districts_named")
def missing_districts_named(package: CityPackage) -> list[Fact]:
    """All districts are in; or the filing says why some are not (五(二)2(4)-1)."""
    missing = missing_districts(package)
    if not missing or package.missing_note.strip():
        return []
    return [DistrictsMissing(tuple(missing))]


@guard(CITY_PACKAGE, "city_quota_met")
def city_quota_met(package: CityPackage) -> list[Fact]:
    """The share once more for the city as a whole, and the floor when nobody is missing."""
    counts = city_totals(package)
    facts = share_facts(package, counts)
    needed = campaigns.floor(package.campaign)
    short = shortfall(counts.enterprises, needed)
    if short and not missing_districts(package):
        facts.append(QuotaShort(counts.enterprises, needed, short))
    return facts


def share_facts(package: DistrictPackage | CityPackage, counts: Counts) -> list[Fact]:
    """The fact that the share is too small, with how many are short."""
    share = campaigns.sme_share(package.campaign)
    if sme_ok(counts.sme, counts.enterprises, share):
        return []
    return [
        SmeShareShort(
            counts.sme,
            counts.enterprises,
            as_percent(counts.sme, counts.enterprises),
            as_percent(share.numerator, share.denominator),
            sme_shortfall(counts.sme, counts.enterprises, share),
        )
    ]
