"""Conditions of a format's steps."""

from __future__ import annotations

from duibiao.core.errors import Fact
from duibiao.core.report.machines.selection import FORMAT
from duibiao.enterprises.facts import FormatIsCoded, FormatNeedUnstated, MergeTargetMissing
from duibiao.enterprises.models import MEANS, BusinessFormat
from duibiao.enterprises.queries import coded_as
from duibiao.workflow.guards import guard


@guard(FORMAT, "need_stated")
def need_stated(found: BusinessFormat) -> list[Fact]:
    """Consumers, needs, strategy, why not coded, and one of the seven means (附.8-1, 附.8-2)."""
    names = ("consumers", "needs", "strategy", "why_not_coded")
    missing = [name for name in names if not str(getattr(found, name)).strip()]
    if not any(str(found.means.get(name, "")).strip() for name in MEANS):
        missing.append("means")
    return [FormatNeedUnstated(name) for name in missing]


@guard(FORMAT, "not_coded")
def not_coded(found: BusinessFormat) -> list[Fact]:
    """No class of GB/T 4754 bears this name."""
    industry = coded_as(found.name)
    return [FormatIsCoded(found.name, str(industry))] if industry else []


@guard(FORMAT, "target_there")
def target_there(found: BusinessFormat) -> list[Fact]:
    """What it is merged into is listed."""
    target = found.merged_into
    return [] if target is not None and target.state == "listed" else [MergeTargetMissing()]
