"""Why an enterprise cannot be registered or changed, or a format not be listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact


@dataclass(eq=False)
class UsccWrong(Fact):
    """Not a credit code (GB 32100); what is wrong with it."""

    code: ClassVar[str] = "uscc_wrong"
    uscc: str
    reason: str
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


@dataclass(eq=False)
class FormatNeedUnstated(Fact):
    """A 业态 states consumers, needs, strategy and at least one of the seven means (附.8)."""

    code: ClassVar[str] = "format_need_unstated"
    field: str


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
