"""Named reads of filings. Figures of a filed package come from its frozen document; those of one
still being put together from its members as they are now, by the same summary."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q, QuerySet

from duibiao.access import Permission, acting, may
from duibiao.accounts.models import User
from duibiao.campaigns.models import Campaign
from duibiao.core.report.summary import Counts, Declared, total
from duibiao.declarations.models import Declaration
from duibiao.organisations.kinds import Kind
from duibiao.organisations.models import Organisation
from duibiao.reference.models import Region
from duibiao.reporting.document import declared, thaw
from duibiao.reporting.models import CityPackage, DistrictPackage, Intake, PackageMember

APPROVED = ("approved", "packed")
FILED = ("filed", "received")  # a district's package that counts in the city's


def ready_declarations(campaign: Campaign, district: Region) -> QuerySet[Declaration]:
    """Declarations of a district that a package may take in: approved, and not in one yet."""
    return (
        Declaration.everything.filter(
            state="approved",
            participation__campaign=campaign,
            participation__state="consented",
            participation__enterprise__district=district,
        )
        .select_related("participation__enterprise")
        .order_by("participation__enterprise__uscc")
    )


def members_of(package: DistrictPackage) -> QuerySet[PackageMember]:
    """The enterprises of a package, with what the summary counts about each."""
    standards, indicators = "declaration__standards", "declaration__products__indicators"
    return package.members.select_related(
        "participation__enterprise__business_format", "declaration"
    ).annotate(
        products=Count("declaration__products", distinct=True),
        standards=Count(standards, distinct=True),
        self_declared=Count(
            standards, filter=Q(declaration__standards__self_declared=True), distinct=True
        ),
        indicators=Count(indicators, distinct=True),
        in_scope=Count(
            indicators,
            filter=Q(declaration__products__indicators__in_scope=True),
            distinct=True,
        ),
    )


def rows_of(package: DistrictPackage) -> list[Declared]:
    """One row per enterprise, as the summary counts it."""
    if package.document:
        return [declared(member) for member in thaw(package.document)["members"]]
    return [_row(member) for member in members_of(package)]


def names_in(package: DistrictPackage) -> dict[str, str]:
    """The members' names by credit code; of a filed package as they were filed."""
    if package.document:
        members = (member["enterprise"] for member in thaw(package.document)["members"])
        return {member["uscc"]: member["name"] for member in members}
    enterprise = "participation__enterprise__"
    return dict(package.members.values_list(f"{enterprise}uscc", f"{enterprise}name"))


def totals_of(package: DistrictPackage) -> Counts:
    """All enterprises of a package together."""
    return total(rows_of(package))


def unapproved_members(package: DistrictPackage) -> list[str]:
    """Names of members that no longer take part or whose declaration is not approved."""
    wrong = package.members.exclude(
        participation__state="consented", declaration__state__in=APPROVED
    )
    return list(wrong.values_list("participation__enterprise__name", flat=True))


def filed_packages(campaign: Campaign) -> QuerySet[DistrictPackage]:
    """The districts' packages that count for the city, in the plan's order."""
    return (
        DistrictPackage.everything.filter(campaign=campaign, state__in=FILED)
        .select_related("district", "organisation")
        .order_by("district__order")
    )


def missing_districts(package: CityPackage) -> list[str]:
    """Names of districts with a bureau whose package is not in the city's."""
    there = package.districts.values("district_id")
    bureaus = Organisation.objects.filter(kind=Kind.DISTRICT_BUREAU, is_active=True)
    absent = bureaus.exclude(region_id__in=there).order_by("region__order")
    return list(absent.values_list("region__name", flat=True))


def city_rows(package: CityPackage) -> list[Declared]:
    """One row per enterprise of all districts' packages."""
    if package.document:
        return [declared(member) for member in thaw(package.document)["members"]]
    return [row for district in package.districts.all() for row in rows_of(district)]


def city_totals(package: CityPackage) -> Counts:
    """The city as a whole."""
    return total(city_rows(package))


def next_revision(packages: QuerySet[Any]) -> int:
    """One more than the last."""
    last = packages.order_by("-revision").values_list("revision", flat=True).first()
    return (last or 0) + 1


def living_district_package(campaign: Campaign, district: Region) -> DistrictPackage | None:
    """The package a district is working on or has filed; a returned one is over."""
    packages = DistrictPackage.everything.filter(campaign=campaign, district=district)
    return packages.exclude(state="returned").first()


def living_city_package(campaign: Campaign) -> CityPackage | None:
    """The city's package of the campaign; a returned one is over."""
    return CityPackage.everything.filter(campaign=campaign).exclude(state="returned").first()


def district_packages_for(user: User, campaign: Campaign) -> QuerySet[DistrictPackage]:
    """The packages a person may see, newest revision first within a district."""
    seen: QuerySet[DistrictPackage] = DistrictPackage.objects.visible_to(
        user, Permission.DISTRICT_PACKAGE_READ
    )
    return seen.filter(campaign=campaign).select_related("district", "organisation")


def city_packages_for(user: User, campaign: Campaign) -> QuerySet[CityPackage]:
    """The city's packages a person may see."""
    seen: QuerySet[CityPackage] = CityPackage.objects.visible_to(user, Permission.CITY_PACKAGE_READ)
    return seen.filter(campaign=campaign).select_related("organisation")


def intakes() -> QuerySet[Intake]:
    """What the national office has taken in."""
    return Intake.objects.all()


def with_members(packages: Iterable[DistrictPackage]) -> list[dict[str, Any]]:
    """Members of frozen packages, in their order."""
    return [member for package in packages for member in thaw(package.document)["members"]]


def _row(member: PackageMember) -> Declared:
    enterprise = member.participation.enterprise
    business = enterprise.business_format
    found: Any = member  # annotated by members_of
    return Declared(
        uscc=enterprise.uscc,
        district=enterprise.district_id,
        industry=enterprise.industry_code,
        format=business.code if business else "",
        size=enterprise.size,
        products=found.products,
        standards=found.standards,
        indicators=found.indicators,
        in_scope=found.in_scope,
        self_declared=found.self_declared,
    )


def ready_for(user: User, campaign: Campaign) -> int | None:
    """How many approved declarations wait to be put together by this person's district; None when
    she does not put packages together, or one is under way."""
    if not may(user, Permission.DISTRICT_PACKAGE_PREPARE):
        return None
    district = acting(user, Permission.DISTRICT_PACKAGE_PREPARE).region
    if district is None or living_district_package(campaign, district):
        return None
    return ready_declarations(campaign, district).count()
