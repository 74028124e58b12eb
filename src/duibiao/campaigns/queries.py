"""Named reads of campaigns."""

from __future__ import annotations

from fractions import Fraction

from django.db.models import QuerySet
from django.http import Http404

from duibiao.campaigns.choice import chosen
from duibiao.campaigns.models import Campaign, Contact, Plan, StageParticipant, Window
from duibiao.core.report.deadlines import Deadline
from duibiao.organisations.models import Organisation
from duibiao.reference.models import Region
from duibiao.reference.queries import districts


def current_campaign() -> Campaign:
    """The round the person chose, else the newest; 404 when there is none yet."""
    rounds = Campaign.everything.select_related("city", "organisation")
    asked = chosen.get()
    found = (rounds.filter(pk=asked).first() if asked else None) or rounds.first()
    if found is None:
        raise Http404("campaign")
    return found


def rounds() -> QuerySet[Campaign]:
    """Every round, the newest first."""
    found: QuerySet[Campaign] = Campaign.everything.all()
    return found


def deadline(campaign: Campaign, name: str, organisation: Organisation) -> Deadline | None:
    """The campaign's last day of that name, with a window opened for the organisation."""
    milestone = campaign.milestones.filter(name=name).first()
    if milestone is None:
        return None
    window = Window.objects.filter(milestone=milestone, organisation=organisation)
    until = window.order_by("-until").values_list("until", flat=True).first()
    inclusive = bool(campaign.parameters.get("deadline_inclusive", True))
    return Deadline(milestone.last_day, until, inclusive)


def takes_part(campaign: Campaign, part: str, organisation: Organisation) -> bool:
    """Is the organisation on the campaign's list for this part?"""
    return participants(campaign, part).filter(organisation=organisation).exists()


def participants(campaign: Campaign, part: str) -> QuerySet[StageParticipant]:
    """Who takes a part."""
    found = campaign.participants.filter(part=part)
    return found.select_related("organisation").order_by("id")


def quota_for(campaign: Campaign, district: Region) -> int:
    """The least number of enterprises of a district."""
    quota = campaign.quotas.filter(group=district.group).first()
    return quota.minimum if quota else 0


def floor(campaign: Campaign) -> int:
    """The least number for the city: the districts' quotas together (50 + 12 + 135 = 197)."""
    minimum = dict(campaign.quotas.values_list("group", "minimum"))
    groups = districts().values_list("group", flat=True)
    return sum(minimum.get(group, 0) for group in groups)


def sme_share(campaign: Campaign) -> Fraction:
    """The least share of small and medium enterprises, exact."""
    return Fraction(str(campaign.parameters.get("sme_share", "0")))


def city_is_confirmed(campaign: Campaign) -> bool:
    """Has the national office confirmed the city's participation (二-2)?"""
    return bool(Campaign.everything.values_list("confirmed", flat=True).get(pk=campaign.pk))


def open_cosigns(plan: Plan) -> list[str]:
    """Departments whose answer is still open, or an objection not yet settled."""
    still = plan.cosigns.filter(state__in=["asked", "objected"])
    return list(still.values_list("organisation__short_name", flat=True))


def contacts(campaign: Campaign) -> QuerySet[Contact]:
    """The working group today."""
    return Contact.everything.filter(campaign=campaign, until=None).select_related("organisation")
