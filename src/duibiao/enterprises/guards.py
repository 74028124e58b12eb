"""Conditions of a format's steps."""

from __future__ import annotations

from duibiao.core.errors import Fact
from duibiao.core.report.machines.selection import FORMAT
from duibiao.enterprises.facts import (
    FormatIsCoded,
    FormatNameListed,
    FormatNeed,
    FormatNeedUnstated,
    MergeTargetMissing,
)
from duibiao.enterprises.models import MEANS, BusinessFormat
from duibiao.enterprises.queries import coded_as, same_format
from duibiao.workflow.guards import guard


@guard(FORMAT, "need_stated")
def need_stated(found: BusinessFormat) -> list[Fact]:
    """Consumers, needs, strategy, why not coded, and one of the seven means (附.8-1, 附.8-2)."""
    missing: list[FormatNeed] = [
        need
        for need in FormatNeed
        if need is not FormatNeed.MEANS and not str(getattr(found, need.value)).strip()
    ]
    if not any(str(found.means.get(name, "")).strip() for name in MEANS):
        missing.append(FormatNeed.MEANS)
    return [FormatNeedUnstated(need) for need in missing]


@guard(FORMAT, "not_coded")
def not_coded(found: BusinessFormat) -> list[Fact]:
    """No class of GB/T 4754 bears this name."""
    industry = coded_as(found.name)
    return [FormatIsCoded(found.name, str(industry))] if industry else []


@guard(FORMAT, "target_there")
def target_there(found: BusinessFormat) -> list[Fact]:
    """What it is merged into is listed."""
    target = found.merged_into
    listed = target is not None and target.state == "listed" and target.pk != found.pk
    return [] if listed else [MergeTargetMissing()]


@guard(FORMAT, "name_free")
def name_free(found: BusinessFormat) -> list[Fact]:
    """No listed format has the same name: such an application is merged (五(二)3(1)-10)."""
    same = same_format(found)
    return [FormatNameListed(found.name, str(same))] if same else []
