"""Who still owes what a campaign's deadlines ask: for the reminders.

A deadline of the table of machines (a step that names it) is owed for every record that has not
taken the step; before a record exists, by whoever has to begin one.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import QuerySet

from duibiao.campaigns.models import Campaign, Milestone
from duibiao.campaigns.queries import deadline, participants
from duibiao.declarations.queries.progress import HANDED_IN, LIVING
from duibiao.leads.models import CityLeadSheet, DistrictLeadSheet
from duibiao.messages.reminding import Owed
from duibiao.organisations.kinds import Kind
from duibiao.organisations.models import Organisation
from duibiao.organisations.queries import bureaus
from duibiao.reporting.models import DistrictPackage
from duibiao.selection.models import Participation

Found = QuerySet[Organisation]


def owed() -> list[Owed]:
    """Each deadline of each living campaign, with who has not met it."""
    living = Campaign.everything.exclude(state__in=["draft", "ended", "archived"])
    return [
        _owed(campaign, milestone, OWING[milestone.name](campaign))
        for campaign in living.select_related("organisation")
        for milestone in campaign.milestones.all()
        if milestone.name in OWING
    ]


def _owed(campaign: Campaign, milestone: Milestone, owing: Found) -> Owed:
    found = deadline(campaign, milestone.name, campaign.organisation)
    assert found is not None  # the milestone is the campaign's own
    return Owed(
        sender=campaign.organisation,
        title=milestone.title,
        deadline=found,
        object_type=milestone._meta.label_lower,
        object_id=milestone.pk,
        owing=tuple(owing.filter(is_active=True).select_related("parent").order_by("code")),
        before=tuple(campaign.parameters.get("reminder_days", (7, 3, 1, 0))),
    )


def _plan(campaign: Campaign) -> Found:
    """Departments that have not answered; the commission, until the plan is issued."""
    if campaign.plans.filter(state="issued").exists():
        return Organisation.objects.none()
    open_ = campaign.plans.filter(cosigns__state="asked")
    asked = open_.values("cosigns__organisation")
    return Organisation.objects.filter(pk__in=asked) | Organisation.objects.filter(
        pk=campaign.organisation_id
    )


def _leads(campaign: Campaign) -> Found:
    """District departments, and the municipal ones on the list, without a sheet handed in."""
    asked = participants(campaign, "provides_leads").values("organisation")
    district = DistrictLeadSheet.everything.filter(campaign=campaign).exclude(state="draft")
    city = CityLeadSheet.everything.filter(campaign=campaign).exclude(state="draft")
    known = Organisation.objects.filter(kind=Kind.DISTRICT_DEPARTMENT)
    wanted = known | Organisation.objects.filter(pk__in=asked)
    return wanted.exclude(pk__in=district.values("provider")).exclude(
        pk__in=city.values("provider")
    )


def _declarations(campaign: Campaign) -> Found:
    """Enterprises that take part and have not handed in."""
    living = Participation.everything.filter(campaign=campaign, state__in=LIVING)
    late = living.exclude(declaration__state__in=HANDED_IN)
    return Organisation.objects.filter(pk__in=late.values("enterprise__organisation"))


def _packages(campaign: Campaign) -> Found:
    """District bureaus without a package filed."""
    filed = DistrictPackage.everything.filter(campaign=campaign, state__in=["filed", "received"])
    return bureaus().exclude(region__in=filed.values("district"))


# Milestones of later stages are added by the rooms that know what they ask for.
OWING: dict[str, Callable[[Campaign], Found]] = {
    "M1": _plan,
    "leads": _leads,
    "declarations": _declarations,
    "selection": _packages,
}
