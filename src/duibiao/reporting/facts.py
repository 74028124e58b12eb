"""What stands against a filing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact


@dataclass(eq=False)
class QuotaShort(Fact):
    """Fewer enterprises than the district's quota (五(二)3(1)-7…9)."""

    code: ClassVar[str] = "quota_short"
    have: int
    needed: int
    short: int


@dataclass(eq=False)
class SmeShareShort(Fact):
    """The share of small and medium enterprises is below the campaign's (五(二)3(1)-5)."""

    code: ClassVar[str] = "sme_share_short"
    sme: int
    total: int
    share: str  # as shown: 37.50
    needed: str  # 40
    short: int  # so many of those in the list would have to be SMEs


@dataclass(eq=False)
class NobodyInPackage(Fact):
    """The package has no member."""

    code: ClassVar[str] = "nobody_in_package"


@dataclass(eq=False)
class NotApproved(Fact):
    """A member's declaration is not approved (any more), or the enterprise has withdrawn."""

    code: ClassVar[str] = "not_approved"
    enterprise: str


@dataclass(eq=False)
class CityNotConfirmed(Fact):
    """The city's own application to the national campaign is not confirmed (二-2)."""

    code: ClassVar[str] = "city_not_confirmed"


@dataclass(eq=False)
class DistrictsMissing(Fact):
    """Districts have not filed; a partial filing must name the reason."""

    code: ClassVar[str] = "districts_missing"
    districts: tuple[str, ...]


@dataclass(eq=False)
class NumberTaken(Fact):
    """The national office has this number with another content."""

    code: ClassVar[str] = "number_taken"
    number: str


@dataclass(eq=False)
class PackageLocked(Fact):
    """A filed package is not edited; the receiving side returns it first."""

    code: ClassVar[str] = "package_locked"
    number: str
