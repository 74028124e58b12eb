"""Enterprises that take part, and what they declare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from duibiao import clock
from duibiao.accounts.models import User
from duibiao.campaigns import actions as campaigns
from duibiao.campaigns.models import Campaign
from duibiao.core.identify.uscc import check_digit, organisation_check_digit
from duibiao.declarations import actions
from duibiao.declarations.models import Declaration
from duibiao.enterprises.models import Enterprise
from duibiao.organisations.kinds import Kind
from duibiao.organisations.models import Organisation
from duibiao.reference.models import Region
from duibiao.selection.models import Participation, Recommendation
from duibiao.workflow.performing import perform
from tests.people import load_city, person

BINHAI, HEPING = "120116", "120101"


@dataclass(frozen=True, slots=True)
class Filer:
    """An enterprise with its clerk and its declaration."""

    clerk: User
    participation: Participation
    declaration: Declaration


def campaign() -> Campaign:
    """The city, and the campaign of 2018."""
    if not Region.objects.exists():
        load_city()
    known = Campaign.everything.first()
    if known:
        return known
    return campaigns.create_campaign(content=campaigns.tianjin_2018(), by=person("tj-market"))


def credit_code(region: str, number: int) -> str:
    """A valid code."""
    body = f"MA05A{number:03d}"
    first = f"91{region}{body}{organisation_check_digit(body)}"
    return first + check_digit(first)


@transaction.atomic
def consented(number: int = 1, region: str = BINHAI) -> tuple[User, Participation]:
    """An enterprise of a district that takes part, and its clerk."""
    found, code = campaign(), credit_code(region, number)
    bureau = Organisation.objects.get(code=f"{region}-market")
    trade, _ = Recommendation.everything.get_or_create(
        campaign=found,
        organisation=bureau,
        name="汽车",
        defaults={
            "industries": ["C3670"],
            "state": "recommended",
            "state_since": clock.now(),
            "reason": "区域特色",
        },
    )
    organisation = Organisation.objects.create(
        code=f"e-{code}",
        kind=Kind.ENTERPRISE,
        name=f"天津第{number}机械有限公司",
        region_id=region,
        parent=bureau,
        uscc=code,
    )
    enterprise = Enterprise.everything.create(
        organisation=organisation,
        uscc=code,
        name=organisation.name,
        registered_address="天津市",
        district_id=region,
        industry_code="C3670",
        field="industry",
        size="中型",
        registered_at=clock.now(),
    )
    clerk = person(organisation.code)
    participation = Participation.everything.create(
        campaign=found,
        enterprise=enterprise,
        recommendation=trade,
        state="consented",
        state_since=clock.now(),
        consented_at=clock.now(),
    )
    return clerk, participation


def filer(number: int = 1, region: str = BINHAI) -> Filer:
    """An enterprise that has opened its declaration."""
    clerk, participation = consented(number, region)
    declaration = actions.open_declaration(participation=participation, by=clerk)
    return Filer(clerk, participation, declaration)


STANDARD: dict[str, Any] = {
    "number": "Q/12BD 0001-2018",
    "title": "节能灯",
    "level": "enterprise",
    "status": "current",
    "self_declared": True,
    "platform_number": "2018-0001",
    "disclosed_on": clock.at(2018, 3, 1).date(),
}
LIFE: dict[str, Any] = {
    "name": "耐久",
    "unit": "h",
    "direction": "larger",
    "stipulated": "≥5000",
    "promised": "6000",
    "method": "GB/T 2423.3-2016",
    "method_clause": "6",
    "is_core": True,
    "in_scope": True,
    "standard": STANDARD["number"],
}
GRADE: dict[str, Any] = {
    "name": "安全等级",
    "characteristic": "grade",
    "direction": "ordinal",
    "stipulated": "B级",
    "promised": "A级",
    "method": "GB/T 20002.4-2015",
    "standard": STANDARD["number"],
}


def content(**changes: Any) -> dict[str, Any]:
    """A sound declaration: one product, two indicators. `standard`, `life`, `product` change
    single fields of it."""
    return {
        "standards": [{**STANDARD, **changes.get("standard", {})}],
        "products": [
            {
                "name": "节能灯",
                "model": "T-001",
                **changes.get("product", {}),
                "indicators": [{**LIFE, **changes.get("life", {})}, GRADE],
            }
        ],
    }


def filled(number: int = 1, region: str = BINHAI, *, sign: bool = True, **changes: Any) -> Filer:
    """An enterprise whose declaration is filled in, and signed."""
    found = filer(number, region)
    actions.write_declaration(
        declaration=found.declaration,
        content=content(**changes),
        expected_version=found.declaration.version,
        by=found.clerk,
    )
    if sign:
        actions.sign_truth(
            declaration=found.declaration,
            name="李四",
            expected_version=found.declaration.version,
            by=found.clerk,
        )
    return found


def submitted(number: int = 1, region: str = BINHAI, **changes: Any) -> Filer:
    """An enterprise whose declaration is handed in."""
    found = filled(number, region, **changes)
    submit(found)
    return found


def submit(found: Filer) -> Declaration:
    """Hand it in."""
    fresh = Declaration.everything.get(pk=found.declaration.pk)
    perform(fresh, "submit", by=found.clerk, expected_version=fresh.version)
    return fresh
