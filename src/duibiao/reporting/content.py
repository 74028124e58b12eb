"""What goes into a filing's document: from the rooms' records to plain JSON."""

from __future__ import annotations

from typing import Any

from duibiao.campaigns.models import Campaign
from duibiao.declarations.queries import content_of
from duibiao.organisations.models import Organisation
from duibiao.reporting.document import document, header
from duibiao.reporting.models import CityPackage, DistrictPackage, Package, PackageMember
from duibiao.reporting.queries import members_of, with_members


def district_document(package: DistrictPackage) -> dict[str, Any]:
    """A district's list."""
    recipient = package.organisation.parent or package.organisation
    return document(
        _header(package, "district_list", recipient),
        [_member(package, member) for member in members_of(package)],
    )


def city_document(package: CityPackage) -> dict[str, Any]:
    """The city's list: the districts' members as they filed them, and which packages they were."""
    packages = list(package.districts.order_by("district__order"))
    head = _header(package, "city_list", None)
    head["packages"] = [
        {"number": p.number, "revision": p.revision, "district": p.district_id, "digest": p.digest}
        for p in packages
    ]
    head["missing_note"] = package.missing_note
    members = [
        {key: value for key, value in member.items() if key != "digest"}
        for member in with_members(packages)
    ]
    return document(head, members)


def _header(package: Package, kind: str, recipient: Organisation | None) -> dict[str, Any]:
    assert package.filed_at is not None  # documents are made when filing
    return header(
        kind=kind,
        number=package.number,
        revision=package.revision,
        campaign=_campaign(package.campaign),
        sender=_office(package.organisation),
        recipient=_office(recipient) if recipient else {"code": "gb", "name": "", "region": ""},
        filed_at=package.filed_at,
        days_late=package.days_late,
    )


def _campaign(campaign: Campaign) -> dict[str, Any]:
    return {
        "code": campaign.code,
        "name": campaign.name,
        "city": campaign.city_id,
        "notices": [notice.number for notice in campaign.notices.order_by("number")],
    }


def _office(organisation: Organisation) -> dict[str, str]:
    return {
        "code": organisation.code,
        "name": organisation.name,
        "region": organisation.region_id or "",
    }


def _member(package: DistrictPackage, member: PackageMember) -> dict[str, Any]:
    enterprise = member.participation.enterprise
    business = enterprise.business_format
    counted: Any = member  # annotated by members_of
    return {
        "district_package": package.number,
        "enterprise": {
            "uscc": enterprise.uscc,
            "name": enterprise.name,
            "address": enterprise.registered_address,
            "district": enterprise.district_id,
            "industry": enterprise.industry_code,
            "format": business.code if business else "",
            "employees": enterprise.employees,
            "revenue_wan": enterprise.revenue_wan,
            "assets_wan": enterprise.assets_wan,
            "size": enterprise.size,
        },
        "counts": {
            "products": counted.products,
            "standards": counted.standards,
            "indicators": counted.indicators,
            "in_scope": counted.in_scope,
            "self_declared": counted.self_declared,
        },
        "declaration": content_of(member.declaration),
    }
