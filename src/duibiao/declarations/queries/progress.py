"""How far the enterprises of a district have come (五(二)2(1)-4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count, QuerySet

from duibiao import clock
from duibiao.access import Permission
from duibiao.accounts.models import User
from duibiao.campaigns.models import Campaign
from duibiao.messages.models import Delivery, Kind
from duibiao.selection.models import AccountSlot, Participation

LIVING = ("recommended", "consented")
DONE = ("approved", "packed", "reported")
HANDED_IN = ("submitted", *DONE)


class Stage(StrEnum):
    """How far an enterprise has come; each is in exactly one."""

    RECOMMENDED = "recommended"  # no account in use yet
    ACTIVATED = "activated"  # signed in, nothing begun
    FILLING = "filling"
    RETURNED = "returned"
    SUBMITTED = "submitted"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Progressed:
    """One enterprise, how far it is, and how often it was chased."""

    participation: Participation
    stage: Stage
    chased: int

    @property
    def handed_in(self) -> bool:
        """Nothing to chase."""
        return self.stage in {Stage.SUBMITTED, Stage.APPROVED}


@dataclass(frozen=True, slots=True)
class Progress:
    """A district's enterprises by stage."""

    rows: list[Progressed]

    def of(self, stage: Stage) -> list[Progressed]:
        """The members of a stage."""
        return [row for row in self.rows if row.stage is stage]

    @property
    def counts(self) -> dict[Stage, int]:
        """How many in each stage; together they are all."""
        return {stage: len(self.of(stage)) for stage in Stage}

    @property
    def late(self) -> int:
        """How many have not handed in."""
        return sum(not row.handed_in for row in self.rows)


def living_participations(user: User, campaign: Campaign) -> QuerySet[Participation]:
    """The enterprises a reviewer answers for, with their declarations."""
    seen: QuerySet[Participation] = Participation.objects.visible_to(
        user, Permission.DECLARATION_REVIEW
    )
    return seen.filter(campaign=campaign, state__in=LIVING).select_related(
        "enterprise__organisation", "enterprise__district", "declaration"
    )


def late_participations(user: User, campaign: Campaign) -> QuerySet[Participation]:
    """Those that have not handed in, whether they have begun or not."""
    return living_participations(user, campaign).exclude(declaration__state__in=HANDED_IN)


def progress(user: User, campaign: Campaign) -> Progress:
    """Where each enterprise stands. Three queries."""
    rows = list(living_participations(user, campaign))
    activated = _activated(campaign, rows)
    chased = chases(campaign, [row.enterprise.organisation_id for row in rows])
    return Progress(
        [
            Progressed(
                row,
                _stage(row, row.enterprise_id in activated),
                chased.get(row.enterprise.organisation_id, 0),
            )
            for row in rows
        ]
    )


def chases(
    campaign: Campaign, organisations: Iterable[int], since: date | None = None
) -> dict[int, int]:
    """How often each organisation was chased about this campaign's declarations."""
    found = Delivery.everything.filter(
        dispatch__kind=Kind.CHASE,
        dispatch__object_type=campaign._meta.label_lower,
        dispatch__object_id=campaign.pk,
        recipient__in=list(organisations),
        is_copy=False,
    )
    if since is not None:
        found = found.filter(dispatch__sent_at__gte=clock.at(since.year, since.month, since.day, 0))
    counted = found.order_by().values("recipient").annotate(count=Count("pk"))
    return {row["recipient"]: row["count"] for row in counted}


def _activated(campaign: Campaign, rows: list[Participation]) -> set[int]:
    slots = AccountSlot.everything.filter(
        campaign=campaign, state="activated", enterprise__in=[r.enterprise_id for r in rows]
    )
    return set(slots.values_list("enterprise", flat=True))


def _stage(row: Participation, activated: bool) -> Stage:
    declaration = getattr(row, "declaration", None)
    if declaration is None:
        return Stage.ACTIVATED if activated else Stage.RECOMMENDED
    if declaration.state in DONE:
        return Stage.APPROVED
    return Stage(declaration.state)
