"""Every write of the register of enterprises."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction

from duibiao import clock
from duibiao.access import Permission, acting, require
from duibiao.accounts.models import User
from duibiao.core.errors import Fact
from duibiao.core.identify import uscc as credit
from duibiao.core.identify.address import DistrictUnclear, OutsideCity, district_of
from duibiao.core.identify.enterprise_size import classify
from duibiao.enterprises.facts import (
    EnterpriseLocked,
    NotResident,
    OneMainClass,
    RegisteredElsewhere,
    SizeDiffers,
    UsccWrong,
)
from duibiao.enterprises.models import BusinessFormat, ChampionTitle, Enterprise, FormatKind, Title
from duibiao.enterprises.queries import by_uscc
from duibiao.journal import actions as journal
from duibiao.organisations.actions import add_organisation
from duibiao.organisations.kinds import Kind
from duibiao.organisations.queries import field_of
from duibiao.reference.models import Region
from duibiao.reference.queries import districts, full_code, known_industry
from duibiao.workflow.facts import Stale, StepRefused

FACTS = ("name", "registered_address", "business_address", "employees", "revenue_wan", "assets_wan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What is entered about an enterprise; size and department in charge follow from it."""

    uscc: str
    name: str
    registered_address: str
    business_address: str = ""
    industry: str = ""
    business_format: BusinessFormat | None = None
    employees: int | None = None
    revenue_wan: Decimal | None = None
    assets_wan: Decimal | None = None
    size_reported: str = ""
    size_reason: str = ""


@transaction.atomic
def register_enterprise(*, given: Particulars, by: User) -> Enterprise:
    """Register an enterprise of the bureau's own district, once in the city.

    Raises StepRefused with everything that is wrong: the credit code, where it is registered
    already, its residence, its class, its reported size.
    """
    bureau = acting(by, Permission.ENTERPRISE_REGISTER)
    assert bureau.region is not None  # a bureau has a district
    facts = _wrong(given, bureau.region)
    if facts:
        raise StepRefused(tuple(facts))
    organisation = add_organisation(
        code=f"e-{given.uscc}",
        kind=Kind.ENTERPRISE,
        name=given.name,
        region=bureau.region,
        parent=bureau,
        uscc=given.uscc,
        by=by,
    )
    enterprise = Enterprise(
        organisation=organisation,
        uscc=given.uscc,
        district=bureau.region,
        registered_at=clock.now(),
    )
    _take(enterprise, given)
    enterprise.save()
    journal.record(
        "enterprise.registered",
        chain=bureau.code,
        by=by,
        on=enterprise,
        after=_told(enterprise),
    )
    return enterprise


@transaction.atomic
def update_enterprise(
    *, enterprise: Enterprise, given: Particulars, expected_version: int, by: User
) -> Enterprise:
    """Change the facts of an enterprise, before it is part of a filed package."""
    require(by, Permission.ENTERPRISE_UPDATE, on=enterprise)
    present = Enterprise.everything.select_for_update().get(pk=enterprise.pk)
    if present.version != expected_version:
        raise StepRefused((Stale(expected_version, present.version),))
    if present.locked_in:
        raise EnterpriseLocked(present.locked_in)
    facts = _class_facts(given) + _size_facts(given)
    if facts:
        raise StepRefused(tuple(facts))
    before = _told(present)
    _take(present, given)
    present.version += 1
    present.save()
    journal.record(
        "enterprise.updated",
        chain=present.organisation.code,
        by=by,
        on=present,
        before=before,
        after=_told(present),
    )
    return present


@transaction.atomic
def add_title(
    *, enterprise: Enterprise, title: Title, evidence: dict[str, Any], by: User
) -> ChampionTitle:
    """A champion title with its evidence."""
    require(by, Permission.ENTERPRISE_UPDATE, on=enterprise)
    made = ChampionTitle.objects.create(enterprise=enterprise, title=title, evidence=evidence)
    journal.record(
        "enterprise.title",
        chain=enterprise.organisation.code,
        by=by,
        on=enterprise,
        after={"title": title, **evidence},
    )
    return made


@transaction.atomic
def draft_format(*, name: str, kind: FormatKind, by: User, **fields: Any) -> BusinessFormat:
    """A bureau's draft of a new 业态; its code is the city's next."""
    bureau = acting(by, Permission.FORMAT_APPLY)
    number = BusinessFormat.everything.count() + 1
    made = BusinessFormat.everything.create(
        code=f"Y{number:02d}", name=name, kind=kind, applicant=bureau, **fields
    )
    journal.record("format.created", chain=bureau.code, by=by, on=made, after={"name": name})
    return made


@transaction.atomic
def freeze_enterprises(*, enterprises: Iterable[Enterprise], number: str) -> None:
    """Their facts are part of a filed package from now on."""
    keys = [one.pk for one in enterprises]
    Enterprise.everything.filter(pk__in=keys).update(locked_in=number)


@transaction.atomic
def thaw_enterprises(*, enterprises: Iterable[Enterprise]) -> None:
    """The package was returned: they may be changed again."""
    keys = [one.pk for one in enterprises]
    Enterprise.everything.filter(pk__in=keys).update(locked_in="")


def derived_size(given: Particulars) -> str:
    """The size that follows from industry and figures; empty when it cannot be derived."""
    code = given.industry
    if given.business_format is not None:
        code = given.business_format.sized_like
    if not code:
        return ""
    found = classify(
        code,
        employees=_decimal(given.employees),
        revenue_wan=given.revenue_wan,
        assets_wan=given.assets_wan,
    )
    return found.size.value if found.size else ""


def _wrong(given: Particulars, district: Region) -> list[Fact]:
    checked = credit.check(given.uscc)
    if not checked.valid:
        return [UsccWrong(given.uscc, str(checked.reason), checked.expected)]
    known = by_uscc(given.uscc)
    if known is not None:
        since = known.registered_at.date().isoformat()
        return [RegisteredElsewhere(known.name, known.district.name, since)]
    facts = _residence(given.registered_address, district)
    return facts + _class_facts(given) + _size_facts(given)


def _residence(address: str, district: Region) -> list[Fact]:
    names = dict(districts().values_list("name", "code"))
    try:
        found = district_of(address, names)
    except OutsideCity as outside:
        return [NotResident(address, outside.place)]
    except DistrictUnclear:
        return []  # the bureau answers for it
    place = next(name for name, code in names.items() if code == found)
    return [] if found == district.code else [NotResident(address, place)]


def _class_facts(given: Particulars) -> list[Fact]:
    if bool(given.industry) == bool(given.business_format):
        return [OneMainClass()]
    if not given.industry:
        return []
    try:
        known_industry(given.industry)
    except Fact as unknown:
        return [unknown]
    return []


def _size_facts(given: Particulars) -> list[Fact]:
    derived = derived_size(given)
    if given.size_reported in {"", derived} or given.size_reason.strip():
        return []
    return [SizeDiffers(given.size_reported, derived)]


def _take(enterprise: Enterprise, given: Particulars) -> None:
    for name in FACTS:
        setattr(enterprise, name, getattr(given, name))
    enterprise.industry_code = full_code(known_industry(given.industry)) if given.industry else ""
    enterprise.business_format = given.business_format
    enterprise.field = field_of(enterprise.industry_code)
    enterprise.size = derived_size(given)
    enterprise.size_reported, enterprise.size_reason = given.size_reported, given.size_reason


def _told(enterprise: Enterprise) -> dict[str, object]:
    told = {name: getattr(enterprise, name) for name in FACTS}
    return {
        **told,
        "uscc": enterprise.uscc,
        "industry": enterprise.industry_code,
        "format": str(enterprise.business_format or ""),
        "size": enterprise.size,
    }


def _decimal(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)
