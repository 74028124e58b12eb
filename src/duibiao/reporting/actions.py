"""Every write of filings: put together, present, file, receive, return."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from duibiao import clock
from duibiao.access import Permission, acting, require
from duibiao.accounts.models import User
from duibiao.campaigns.models import Campaign
from duibiao.core.report.machines.selection import CITY_PACKAGE, DISTRICT_PACKAGE
from duibiao.declarations.models import Declaration
from duibiao.enterprises.actions import freeze_enterprises, thaw_enterprises
from duibiao.journal import actions as journal
from duibiao.organisations.models import Organisation
from duibiao.reporting.content import city_document, district_document
from duibiao.reporting.document import freeze, thaw
from duibiao.reporting.facts import NumberTaken, PackageLocked
from duibiao.reporting.models import CityPackage, DistrictPackage, Intake, Package, PackageMember
from duibiao.reporting.queries import (
    filed_packages,
    living_city_package,
    living_district_package,
    next_revision,
    ready_declarations,
)
from duibiao.workflow.actions import advance, follow
from duibiao.workflow.performing import performs


@transaction.atomic
def assemble_district(*, campaign: Campaign, by: User) -> DistrictPackage:
    """Begin the district's package (or its next revision) with every approved declaration; the
    one under way, when there is one."""
    bureau = acting(by, Permission.DISTRICT_PACKAGE_PREPARE)
    district = bureau.region
    assert district is not None  # a district bureau has one: a constraint of its table
    under_way = living_district_package(campaign, district)
    if under_way is not None:
        return under_way
    earlier = DistrictPackage.everything.filter(campaign=campaign, district=district)
    revision = next_revision(earlier)
    package = DistrictPackage.everything.create(
        campaign=campaign,
        organisation=bureau,
        district=district,
        revision=revision,
        number=f"{campaign.code}-{district.code}-SB{revision:02d}",
    )
    _created(package, by)
    choose_members(package=package, declarations=ready_declarations(campaign, district), by=by)
    return package


@transaction.atomic
def choose_members(
    *, package: DistrictPackage, declarations: Iterable[Declaration], by: User
) -> DistrictPackage:
    """Let exactly these approved declarations be in the package."""
    require(by, Permission.DISTRICT_PACKAGE_PREPARE, on=package)
    _demand_open(package)
    ready = {
        declaration.pk: declaration
        for declaration in ready_declarations(package.campaign, package.district)
    }
    wanted = [ready[d.pk] for d in declarations if d.pk in ready]
    before = package.members.count()
    package.members.all().delete()
    PackageMember.objects.bulk_create(
        PackageMember(package=package, participation=d.participation, declaration=d) for d in wanted
    )
    _edited(package, by, before={"members": before}, after={"members": len(wanted)})
    return package


@transaction.atomic
def annotate(*, package: Package, remark: str, missing_note: str = "", by: User) -> Package:
    """Write the remark; the figures themselves are made by the machine."""
    permission = (
        Permission.CITY_PACKAGE_PREPARE
        if isinstance(package, CityPackage)
        else Permission.DISTRICT_PACKAGE_PREPARE
    )
    require(by, permission, on=package)
    _demand_open(package)
    before = {"remark": package.remark}
    package.remark = remark
    fields = {"remark": remark}
    if isinstance(package, CityPackage):
        package.missing_note = missing_note
        fields["missing_note"] = missing_note
    type(package).everything.filter(pk=package.pk).update(**fields)
    _edited(package, by, before=before, after=fields)
    return package


@performs(DISTRICT_PACKAGE, "file")
@transaction.atomic
def file_district(
    record: DistrictPackage, *, by: User, expected_version: int, reason: str = ""
) -> DistrictPackage:
    """File to the city: freeze the document, lock declarations and enterprises."""
    package = advance(record, "file", by=by, expected_version=expected_version, reason=reason)
    deadline = package.deadline("selection")
    package.filed_at = clock.now()
    package.days_late = deadline.days_late(clock.today()) if deadline else 0
    _freeze(package, district_document(package))
    for member in package.members.select_related("declaration", "participation__enterprise"):
        follow(member.declaration, "pack", by=by, reason=package.number)
        follow(member.declaration, "report", by=by, reason=package.number)
    freeze_enterprises(
        enterprises=[m.participation.enterprise for m in _with_enterprises(package)],
        number=package.number,
    )
    return package


@performs(DISTRICT_PACKAGE, "receive")
@transaction.atomic
def receive_district(
    record: DistrictPackage, *, by: User, expected_version: int, reason: str = ""
) -> DistrictPackage:
    """The city receives a district's package and gives it a receipt number."""
    package = advance(record, "receive", by=by, expected_version=expected_version, reason=reason)
    return _receipt(package)


@performs(DISTRICT_PACKAGE, "return")
@transaction.atomic
def return_district(
    record: DistrictPackage, *, by: User, expected_version: int, reason: str = ""
) -> DistrictPackage:
    """The city returns a package: its declarations are open again, the frozen document stays,
    and the district files the next revision."""
    package = advance(record, "return", by=by, expected_version=expected_version, reason=reason)
    for member in _with_enterprises(package):
        follow(member.declaration, "unreport", by=by, reason=reason)
        follow(member.declaration, "unpack", by=by, reason=reason)
    thaw_enterprises(enterprises=[m.participation.enterprise for m in _with_enterprises(package)])
    return package


@transaction.atomic
def assemble_city(*, campaign: Campaign, by: User) -> CityPackage:
    """Begin the city's package, or bring the one under way up to date with what the districts
    have filed."""
    commission = acting(by, Permission.CITY_PACKAGE_PREPARE)
    package = living_city_package(campaign)
    if package is None:
        revision = next_revision(CityPackage.everything.filter(campaign=campaign))
        package = CityPackage.everything.create(
            campaign=campaign,
            organisation=commission,
            revision=revision,
            number=f"{campaign.code}-{campaign.city_id}-SB{revision:02d}",
        )
        _created(package, by)
    _demand_open(package)
    there = package.districts.count()
    package.districts.set(filed_packages(campaign))
    _edited(
        package, by, before={"districts": there}, after={"districts": package.districts.count()}
    )
    return package


@performs(CITY_PACKAGE, "file")
@transaction.atomic
def file_city(
    record: CityPackage, *, by: User, expected_version: int, reason: str = ""
) -> CityPackage:
    """File to the national office: freeze, and push into its intake."""
    package = advance(record, "file", by=by, expected_version=expected_version, reason=reason)
    package.filed_at = clock.now()
    document = city_document(package)
    _freeze(package, document)
    take_in(document=document, by=by, organisation=package.organisation)
    return package


@performs(CITY_PACKAGE, "accept")
@transaction.atomic
def accept_city(
    record: CityPackage, *, by: User, expected_version: int, reason: str = ""
) -> CityPackage:
    """The national office accepts the city's list."""
    package = advance(record, "accept", by=by, expected_version=expected_version, reason=reason)
    package.receipt = Intake.objects.get(number=package.number).receipt
    package.received_at = clock.now()
    CityPackage.everything.filter(pk=package.pk).update(
        receipt=package.receipt, received_at=package.received_at
    )
    return package


@transaction.atomic
def push(*, package: CityPackage, by: User) -> Intake:
    """Push a filed package again (a lost answer): the same receipt, nothing twice. Refused for
    everybody but the city commission (二-1)."""
    require(by, Permission.CITY_PACKAGE_APPROVE, on=package)
    frozen = thaw(package.document)
    return take_in(document=frozen, by=by, organisation=package.organisation)


@transaction.atomic
def take_in(*, document: Mapping[str, Any], by: User, organisation: Organisation) -> Intake:
    """The national office's intake, idempotent by number: the same content again is counted and
    answered with its receipt; another content under a known number is NumberTaken."""
    require(by, Permission.CITY_PACKAGE_APPROVE)
    text, digest = freeze(document)
    number = str(document["number"])
    known = Intake.objects.select_for_update().filter(number=number).first()
    if known is not None:
        if known.digest != digest:
            raise NumberTaken(number)
        known.times += 1
        known.save(update_fields=["times"])
        return known
    intake = Intake.objects.create(
        number=number,
        digest=digest,
        city=document["sender"]["region"],
        document=text,
        enterprises=len(document["members"]),
        receipt=f"GB-{number}",
        received_at=clock.now(),
    )
    journal.record(
        "filing.taken_in",
        chain=organisation.code,
        by=by,
        on=intake,
        after={"number": number, "digest": digest, "enterprises": intake.enterprises},
    )
    return intake


def _with_enterprises(package: DistrictPackage) -> Any:
    return package.members.select_related("declaration", "participation__enterprise")


def _demand_open(package: Package) -> None:
    if package.state != "assembling":
        raise PackageLocked(package.number)


def _freeze(package: Package, document: Mapping[str, Any]) -> None:
    package.document, package.digest = freeze(document)
    type(package).everything.filter(pk=package.pk).update(
        document=package.document,
        digest=package.digest,
        filed_at=package.filed_at,
        days_late=package.days_late,
    )
    journal.record(
        f"{package.machine.name}.frozen",
        chain=package.chain_code(),
        by=None,
        on=package,
        after={"digest": package.digest, "members": len(document["members"])},
    )


def _receipt(package: DistrictPackage) -> DistrictPackage:
    package.receipt, package.received_at = f"SJ-{package.number}", clock.now()
    DistrictPackage.everything.filter(pk=package.pk).update(
        receipt=package.receipt, received_at=package.received_at
    )
    return package


def _created(package: Package, by: User) -> None:
    journal.record(
        f"{package.machine.name}.created",
        chain=package.chain_code(),
        by=by,
        on=package,
        after={"number": package.number, "revision": package.revision},
    )


def _edited(
    package: Package, by: User, *, before: Mapping[str, object], after: Mapping[str, object]
) -> None:
    package.version += 1
    type(package).everything.filter(pk=package.pk).update(version=package.version)
    journal.record(
        f"{package.machine.name}.edited",
        chain=package.chain_code(),
        by=by,
        on=package,
        before=before,
        after=after,
    )
