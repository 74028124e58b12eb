"""What an enterprise declares (五(二)2(2)): products or services, the standards it works by, and
their key technical indicators, as values the rules can look at.

Fields hold what was written; nothing is filled in. An empty text is "not filled in", never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Track(StrEnum):
    """Products and services are declared on different forms (五(二)2(2)-5)."""

    PRODUCT = "product"
    SERVICE = "service"


class StandardLevel(StrEnum):
    """The seven levels (五(二)2(2)-2)."""

    INTERNATIONAL = "international"
    FOREIGN = "foreign"
    NATIONAL = "national"
    INDUSTRY = "industry"
    LOCAL = "local"
    GROUP = "group"
    ENTERPRISE = "enterprise"


class StandardStatus(StrEnum):
    """Whether a standard is in force."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


class Characteristic(StrEnum):
    """How an indicator is expressed (附.19)."""

    QUANTITATIVE = "quantitative"
    GRADE = "grade"
    TEXT = "text"


class Aspect(StrEnum):
    """What an indicator is about; products and services have their own (五(二)2(2)-5)."""

    PERFORMANCE = "performance"
    SAFETY = "safety"
    ENVIRONMENT = "environment"
    DURABILITY = "durability"
    ENERGY = "energy"
    DIMENSION = "dimension"
    PROCESS = "process"
    TIMELINESS = "timeliness"
    SATISFACTION = "satisfaction"
    FACILITY = "facility"
    STAFF = "staff"
    OTHER = "other"


ASPECTS: Mapping[Track, tuple[Aspect, ...]] = {
    Track.PRODUCT: (
        *(Aspect.PERFORMANCE, Aspect.SAFETY, Aspect.ENVIRONMENT, Aspect.DURABILITY),
        *(Aspect.ENERGY, Aspect.DIMENSION, Aspect.OTHER),
    ),
    Track.SERVICE: (
        *(Aspect.PROCESS, Aspect.TIMELINESS, Aspect.SATISFACTION, Aspect.SAFETY),
        *(Aspect.FACILITY, Aspect.STAFF, Aspect.OTHER),
    ),
}


class BetterWhen(StrEnum):
    """Which way is better: a property of the indicator."""

    LARGER = "larger"
    SMALLER = "smaller"
    RANGE = "range"
    EQUAL = "equal"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledProduct:
    """A product or a service."""

    id: str
    track: str = Track.PRODUCT
    name: str = ""
    model: str = ""  # 规格型号（样品）; services have none


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledStandard:
    """A standard the enterprise works by. `products`: ids of what it applies to."""

    id: str
    number: str = ""
    title: str = ""
    level: str = ""
    kind: str = Track.PRODUCT
    edition: int | None = None
    implemented_on: date | None = None
    status: str = StandardStatus.UNKNOWN
    self_declared: bool = False
    platform_number: str = ""
    disclosed_on: date | None = None
    products: tuple[str, ...] = ()
    gone: bool = False  # superseded or withdrawn, says the register of standards
    successor: str = ""  # the edition in its place, if one


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledIndicator:
    """A key technical indicator of a product, from one of its standards."""

    id: str
    product: str
    standard: str = ""
    name: str = ""
    characteristic: str = Characteristic.QUANTITATIVE
    aspect: str = ""
    unit: str = ""
    direction: str = ""
    stipulated: str = ""  # what the standard demands, as written
    promised: str = ""
    measured: str = ""
    method: str = ""
    method_clause: str = ""
    clause: str = ""  # where in the standard
    is_core: bool = False
    in_scope: bool = False  # 纳入重点比对范围


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledEvidence:
    """A document that speaks for it."""

    id: str
    title: str = ""
    issued_on: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """A declaration as the rules see it, on a day. `explained`: place and rule of each warning
    the enterprise has given an explanation for."""

    today: date
    products: tuple[FiledProduct, ...] = ()
    standards: tuple[FiledStandard, ...] = ()
    indicators: tuple[FiledIndicator, ...] = ()
    evidence: tuple[FiledEvidence, ...] = ()
    truth_stated: bool = False
    explained: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    def indicators_of(self, product: FiledProduct) -> tuple[FiledIndicator, ...]:
        """The indicators of one product."""
        return tuple(i for i in self.indicators if i.product == product.id)

    def standards_of(self, product: FiledProduct) -> tuple[FiledStandard, ...]:
        """The standards that apply to one product."""
        return tuple(s for s in self.standards if product.id in s.products)
