"""What a person finds after signing in: one sentence, one number, one button; then what waits for
her, by date; then her messages and the progress of her part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from duibiao import clock
from duibiao.access import Permission, acting, may
from duibiao.accounts.models import User
from duibiao.campaigns.models import Campaign, Milestone
from duibiao.campaigns.queries import rounds, sme_share
from duibiao.core.report.deadlines import Deadline
from duibiao.core.report.machine import Machine
from duibiao.core.report.quota import as_percent, sme_ok
from duibiao.portal.doing import DOINGS
from duibiao.portal.doing.doing import Doing
from duibiao.portal.records import machines_for
from duibiao.selection.queries import standings
from duibiao.workflow.models import Stateful
from duibiao.workflow.queries import due_for

SHOWN = 5  # records listed per kind; the rest behind the list's link


@dataclass(frozen=True, slots=True)
class Waiting:
    """One record that waits for this person."""

    record: Stateful
    deadline: Deadline | None

    @property
    def last_day(self) -> date | None:
        """When it is due."""
        return self.deadline.last_day if self.deadline else None

    @property
    def days_late(self) -> int:
        """Days since then."""
        return self.deadline.days_late(clock.today()) if self.deadline else 0

    @property
    def days_left(self) -> int | None:
        """Days until then; negative when late."""
        return self.deadline.days_left(clock.today()) if self.deadline else None


@dataclass(frozen=True, slots=True)
class Kind:
    """The records of one kind and state that wait for this person."""

    machine: str
    state: str
    count: int
    first: list[Waiting]

    @property
    def soonest(self) -> date:
        """The earliest due day among those shown; without one, last."""
        days = [one.last_day for one in self.first if one.last_day]
        return min(days, default=date.max)


@dataclass(frozen=True, slots=True)
class Day:
    """A milestone of the round, and how far it is."""

    milestone: Milestone
    days_left: int

    @property
    def passed(self) -> bool:
        """Is it over?"""
        return self.days_left < 0


@dataclass(frozen=True, slots=True)
class Reached:
    """A figure against what is asked; `board` shows its members."""

    board: str
    have: str
    needed: str
    met: bool


@dataclass(frozen=True, slots=True)
class Workbench:
    """Everything the page shows about what is due."""

    kinds: list[Kind]
    machines: list[Machine]
    days: list[Day]

    @property
    def total(self) -> int:
        """How many records wait."""
        return sum(kind.count for kind in self.kinds)

    @property
    def next(self) -> Stateful | None:
        """Where to begin: the one due soonest."""
        return self.kinds[0].first[0].record if self.kinds else None


def workbench(user: User) -> Workbench:
    """What waits for a person, soonest first. Two queries per kind she is responsible for."""
    kinds = []
    for due in due_for(user):
        count = due.records.count()
        if count:
            first = [_waiting(record) for record in due.records[:SHOWN]]
            kinds.append(Kind(due.model.machine.name, due.state, count, first))
    ordered = sorted(kinds, key=lambda kind: kind.soonest)
    return Workbench(ordered, machines_for(user), days_of(rounds().first()))


def standing_of(user: User) -> list[Reached]:
    """How far the district stands against its quota and share, or the city as a whole; nothing
    for those who answer for neither."""
    campaign = rounds().first()
    own = _district(user)
    if campaign is None or (own is None and not may(user, Permission.CITY_PACKAGE_PREPARE)):
        return []
    found = [one for one in standings(campaign) if own in (None, one.district.code)]
    have, sme = sum(one.have for one in found), sum(one.sme for one in found)
    needed, share = sum(one.needed for one in found), sme_share(campaign)
    return [
        Reached("quota", str(have), str(needed), met=have >= needed),
        Reached(
            "sme",
            f"{as_percent(sme, have)}%",
            f"{as_percent(share.numerator, share.denominator)}%",
            met=sme_ok(sme, have, share),
        ),
    ]


def _district(user: User) -> str | None:
    """The district whose enterprises she puts forward."""
    if not may(user, Permission.RECOMMENDATION_WRITE):
        return None
    return acting(user, Permission.RECOMMENDATION_WRITE).region_id


def days_of(campaign: Campaign | None) -> list[Day]:
    """The last days of a round, soonest first; none when there is no round yet."""
    if campaign is None:
        return []
    today = clock.today()
    return [Day(one, (one.last_day - today).days) for one in campaign.milestones.all()]


def beginnings(user: User) -> list[Doing]:
    """The forms by which this person begins something."""
    return [one for one in DOINGS.values() if not one.machine and may(user, one.permission)]


def doings_on(user: User, record: Stateful) -> list[Doing]:
    """The forms this person may fill in on a record in its present state."""
    return [
        one
        for one in DOINGS.values()
        if one.machine == record.machine.name
        and record.state in one.states
        and may(user, one.permission)
    ]


def _waiting(record: Stateful) -> Waiting:
    steps = record.machine.steps_from(record.state)
    name = next((step.deadline for step in steps if step.deadline), "")
    return Waiting(record, record.deadline(name) if name else None)
