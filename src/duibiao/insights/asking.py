"""Who asks for figures, of which campaign, narrowed to what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.http import Http404

from duibiao.access import Permission
from duibiao.access.reach import Reach, reach
from duibiao.accounts.models import User
from duibiao.bases.queries import Coverage, coverage
from duibiao.campaigns.models import Campaign
from duibiao.core.report.summary import LEVELS
from duibiao.enterprises.models import ZoneKind
from duibiao.journal.queries import last_entry
from duibiao.reference.models import Region
from duibiao.reference.queries import districts
from duibiao.reporting.queries import filed_packages

NONE = "-"  # as a filter: those without a value
SIZES = ("大型", "中型", "小型", "微型", NONE)
INDUSTRY = re.compile(r"[A-T](?:\d{2,4})?-?|[A-Z]\d{1,6}")
CODE = re.compile(r"[0-9A-Za-z_.-]{1,40}")


@dataclass(frozen=True)
class Asked:
    """One person's question. `chosen`: filter → value; `level`: of GB/T 4754, for its rows."""

    user: User
    campaign: Campaign
    chosen: Mapping[str, str] = field(default_factory=dict)
    level: str = LEVELS[0]

    def reach(self, permission: Permission) -> Reach:
        """How far a permission carries this person."""
        return reach(self.user, permission)

    def where(self, **more: str) -> Asked:
        """The same question, narrowed further."""
        return Asked(self.user, self.campaign, {**self.chosen, **more}, self.level)

    @cached_property
    def districts(self) -> list[Region]:
        """The city's districts, in the plan's order."""
        return list(districts())

    @cached_property
    def quotas(self) -> dict[str, int]:
        """District → its least number of enterprises."""
        minimum = dict(self.campaign.quotas.values_list("group", "minimum"))
        return {one.code: minimum.get(one.group, 0) for one in self.districts}

    @cached_property
    def grounds(self) -> Coverage:
        """The basis of every declared product, computed once."""
        return coverage(self.campaign)

    @cached_property
    def position(self) -> tuple[int, str]:
        """Where the journal stands: the version of every figure."""
        return last_entry()

    @cached_property
    def filed(self) -> list[str]:
        """Districts whose list was filed: from then on what was filed counts ((f)5)."""
        return [one.district_id for one in filed_packages(self.campaign)]


def checked(name: str, value: str) -> str:
    """A filter's value as given in an address; 404 for what can be none."""
    good = {
        "district": re.fullmatch(r"\d{6}|-", value) is not None,
        "size": value in SIZES,
        "industry": INDUSTRY.fullmatch(value) is not None or value == NONE,
        "zone": value in {*ZoneKind, NONE},
    }.get(name, CODE.fullmatch(value) is not None)
    if not good:
        raise Http404(f"{name}={value[:40]}")
    return value
