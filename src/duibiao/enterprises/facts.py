"""Why an enterprise cannot be registered or changed, or a format not be listed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from duibiao.core.errors import Fact
from duibiao.core.identify.titles import Title
from duibiao.core.identify.uscc import CodeFlaw


@dataclass(eq=False)
class UsccWrong(Fact):
    """Not a credit code (GB 32100); what is wrong with it."""

    code: ClassVar[str] = "uscc_wrong"
    uscc: str
    reason: CodeFlaw
    expected: str


@dataclass(eq=False)
class RegisteredElsewhere(Fact):
    """The enterprise is registered already; where, and since when (二-5)."""

    code: ClassVar[str] = "registered_elsewhere"
    name: str
    district: str
    since: str


@dataclass(eq=False)
class NotResident(Fact):
    """Its address lies in another district, or outside the city (二-5)."""

    code: ClassVar[str] = "not_resident"
    address: str
    place: str


@dataclass(eq=False)
class OneMainClass(Fact):
    """An industry of GB/T 4754 or a 业态, exactly one (五(二)3(1)-10)."""

    code: ClassVar[str] = "one_main_class"


@dataclass(eq=False)
class SizeDiffers(Fact):
    """The size reported is not the size that follows from the figures; say why."""

    code: ClassVar[str] = "size_differs"
    reported: str
    derived: str


@dataclass(eq=False)
class EnterpriseLocked(Fact):
    """The facts are part of a filed package."""

    code: ClassVar[str] = "enterprise_locked"
    number: str


class FormatNeed(StrEnum):
    """What an application for a 业态 must state."""

    CONSUMERS = "consumers"
    NEEDS = "needs"
    STRATEGY = "strategy"
    WHY_NOT_CODED = "why_not_coded"
    MEANS = "means"


@dataclass(eq=False)
class FormatNeedUnstated(Fact):
    """A 业态 states consumers, needs, strategy and at least one of the seven means (附.8)."""

    code: ClassVar[str] = "format_need_unstated"
    field: FormatNeed


@dataclass(eq=False)
class FormatIsCoded(Fact):
    """GB/T 4754 has a code for it: it cannot be a 业态 (五(二)3(1)-10, (f)22)."""

    code: ClassVar[str] = "format_is_coded"
    name: str
    industry: str


@dataclass(eq=False)
class MergeTargetMissing(Fact):
    """Into which listed format?"""

    code: ClassVar[str] = "merge_target_missing"


@dataclass(eq=False)
class FormatNameListed(Fact):
    """A format of that name is listed already: merge, do not list twice."""

    code: ClassVar[str] = "format_name_listed"
    name: str
    listed: str


@dataclass(eq=False)
class FormatUnlisted(Fact):
    """Enterprises are classed under listed formats only."""

    code: ClassVar[str] = "format_unlisted"
    name: str


@dataclass(eq=False)
class FormatNotOpen(Fact):
    """Only a draft can be changed."""

    code: ClassVar[str] = "format_not_open"
    name: str


@dataclass(eq=False)
class ZoneElsewhere(Fact):
    """The zone lies in another district."""

    code: ClassVar[str] = "zone_elsewhere"
    zone: str


@dataclass(eq=False)
class SizeByHand(Fact):
    """The method has no size for this trade; whoever determines one says on what ground."""

    code: ClassVar[str] = "size_by_hand"


@dataclass(eq=False)
class EnterpriseKeepsItself(Fact):
    """It has consented: only the enterprise changes its facts now (三-0)."""

    code: ClassVar[str] = "enterprise_keeps_itself"
    name: str


@dataclass(eq=False)
class TitledAlready(Fact):
    """The enterprise has this title."""

    code: ClassVar[str] = "titled_already"
    title: Title


@dataclass(eq=False)
class RankedAlready(Fact):
    """The enterprise has a place on this list of this year."""

    code: ClassVar[str] = "ranked_already"
    trade: str
    year: int


@dataclass(eq=False)
class AreaKnown(Fact):
    """A zone or block economy of that name is there."""

    code: ClassVar[str] = "area_known"
    name: str
