"""What is entered about an enterprise, what follows from it, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from duibiao.core.errors import Fact
from duibiao.core.identify import uscc as credit
from duibiao.core.identify.address import DistrictUnclear, OutsideCity, district_of
from duibiao.core.identify.enterprise_size import NoSize, SizeFinding, classify
from duibiao.enterprises.facts import (
    FormatUnlisted,
    NotResident,
    OneMainClass,
    RegisteredElsewhere,
    SizeByHand,
    SizeDiffers,
    UsccWrong,
    ZoneElsewhere,
)
from duibiao.enterprises.models import BlockEconomy, BusinessFormat, Enterprise, Zone
from duibiao.enterprises.queries import by_uscc
from duibiao.reference.models import Region
from duibiao.reference.queries import districts, known_industry

COPIED = (
    *("name", "registered_address", "business_address", "employees", "revenue_wan"),
    *("assets_wan", "zone", "block_economy", "capital", "founded_on", "is_backbone"),
    *("is_advantaged", "size_reported", "size_reason"),
)
# What the method leaves to other rules; a person says the size and why (五(二)3(1)-6).
BY_HAND = frozenset(NoSize) - {NoSize.MISSING_FIGURES, NoSize.INDUSTRY_TOO_WIDE}


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
    zone: Zone | None = None
    block_economy: BlockEconomy | None = None
    capital: str = ""
    founded_on: date | None = None
    is_backbone: bool = False
    is_advantaged: bool = False

    @property
    def sized_as(self) -> str:
        """The industry by which its size is told; a format names one it resembles."""
        return self.business_format.sized_like if self.business_format else self.industry


def particulars_of(enterprise: Enterprise) -> Particulars:
    """What stands in the register now."""
    return Particulars(
        uscc=enterprise.uscc,
        industry=enterprise.industry_code,
        business_format=enterprise.business_format,
        **{name: getattr(enterprise, name) for name in COPIED},
    )


def size_finding(given: Particulars) -> SizeFinding | None:
    """The size that follows from industry and figures, or why none does; None without a class."""
    if not given.sized_as:
        return None
    return classify(
        given.sized_as,
        employees=None if given.employees is None else Decimal(given.employees),
        revenue_wan=given.revenue_wan,
        assets_wan=given.assets_wan,
    )


def size_of(given: Particulars) -> str:
    """The size that counts: derived; for trades outside the method, as determined by hand."""
    found = size_finding(given)
    if found is None:
        return ""
    if found.size is not None:
        return found.size.value
    return given.size_reported if found.reason in BY_HAND else ""


def wrong_on_registration(given: Particulars, district: Region) -> list[Fact]:
    """Everything that stands against registering it in a district."""
    checked = credit.check(given.uscc)
    if not checked.valid and checked.reason is not None:
        return [UsccWrong(given.uscc, checked.reason, checked.expected)]
    known = by_uscc(given.uscc)
    if known is not None:
        return [registered_elsewhere(known)]
    return wrong_residence(given.registered_address, district) + wrong_facts(given, district)


def registered_elsewhere(known: Enterprise) -> RegisteredElsewhere:
    """Which district was first, and when."""
    since = known.registered_at.date().isoformat()
    return RegisteredElsewhere(known.name, known.district.name, since)


def wrong_facts(given: Particulars, district: Region) -> list[Fact]:
    """Everything that is wrong with what is said of an enterprise of a district."""
    facts = _wrong_class(given)
    if given.zone is not None and given.zone.district_id != district.code:
        facts.append(ZoneElsewhere(given.zone.name))
    return facts or _wrong_size(given)


def wrong_residence(address: str, district: Region) -> list[Fact]:
    """An address in another district or outside the city; an unclear one the bureau answers for."""
    names = dict(districts().values_list("name", "code"))
    try:
        found = district_of(address, names)
    except OutsideCity as outside:
        return [NotResident(address, outside.place)]
    except DistrictUnclear:
        return []
    place = next(name for name, code in names.items() if code == found)
    return [] if found == district.code else [NotResident(address, place)]


def _wrong_class(given: Particulars) -> list[Fact]:
    if bool(given.industry) == bool(given.business_format):
        return [OneMainClass()]
    if given.business_format is not None:
        listed = given.business_format.state == "listed"
        return [] if listed else [FormatUnlisted(given.business_format.name)]
    try:
        known_industry(given.industry)
    except Fact as unknown:
        return [unknown]
    return []


def _wrong_size(given: Particulars) -> list[Fact]:
    found = size_finding(given)
    if found is None or given.size_reason.strip():
        return []
    if found.size is None:
        by_hand = found.reason in BY_HAND and bool(given.size_reported)
        return [SizeByHand()] if by_hand else []
    if given.size_reported in {"", found.size.value}:
        return []
    return [SizeDiffers(given.size_reported, found.size.value)]
