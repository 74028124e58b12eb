"""Conditions of the campaign's, the plan's and the co-signings' steps."""

from __future__ import annotations

from duibiao import clock
from duibiao.campaigns.facts import (
    NoNewerPlan,
    NotCosigned,
    NotOverdue,
    PlanNotIssued,
    PlanNumberMissing,
    PlanTextMissing,
)
from duibiao.campaigns.models import Campaign, Cosign, Plan
from duibiao.campaigns.queries import open_cosigns
from duibiao.core.errors import Fact
from duibiao.core.report.machines.deployment import CAMPAIGN, COSIGN, PLAN
from duibiao.workflow.guards import guard


@guard(CAMPAIGN, "plan_issued")
def plan_issued(campaign: Campaign) -> list[Fact]:
    """Deployed means: the plan is issued (requirements (b)1)."""
    return [] if campaign.plans.filter(state="issued").exists() else [PlanNotIssued()]


@guard(PLAN, "text_there")
def text_there(plan: Plan) -> list[Fact]:
    """There is something to co-sign."""
    return [] if plan.text.strip() else [PlanTextMissing()]


@guard(PLAN, "all_cosigned")
def all_cosigned(plan: Plan) -> list[Fact]:
    """All departments agreed, were settled, or lapsed with an explanation (五(一)2(1)-2)."""
    still = open_cosigns(plan)
    return [NotCosigned(tuple(still))] if still else []


@guard(PLAN, "number_there")
def number_there(plan: Plan) -> list[Fact]:
    """A document number."""
    return [] if plan.number.strip() else [PlanNumberMissing()]


@guard(PLAN, "newer_issued")
def newer_issued(plan: Plan) -> list[Fact]:
    """A newer edition is in force."""
    newer = Plan.everything.filter(campaign=plan.campaign, edition__gt=plan.edition, state="issued")
    return [] if newer.exists() else [NoNewerPlan()]


@guard(COSIGN, "overdue")
def overdue(cosign: Cosign) -> list[Fact]:
    """The department's last day has passed."""
    late = clock.today() > cosign.last_day
    return [] if late else [NotOverdue(cosign.last_day.isoformat())]
