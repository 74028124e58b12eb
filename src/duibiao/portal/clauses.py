"""How far the plan has come, clause by clause: one figure of the database for each clause that has
one, and the list where that figure's records stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count

from duibiao import clock
from duibiao.access import Permission as P
from duibiao.bases.queries import coverage
from duibiao.campaigns.models import Campaign, Clause
from duibiao.campaigns.queries import contacts, participants
from duibiao.declarations.models import Declaration
from duibiao.leads.models import CityLeadSheet
from duibiao.leads.queries import expected_departments, handed_in
from duibiao.organisations.queries import bureaus, bureaus_with_account
from duibiao.reporting.models import CityPackage
from duibiao.reporting.queries import filed_packages
from duibiao.selection.models import AccountSlot
from duibiao.selection.queries import standings, taking_part

REVIEWED = ("approved", "packed", "reported")
HANDED_IN = ("submitted", *REVIEWED)


class Progress(StrEnum):
    """Where a clause stands."""

    NOT_BEGUN = "not_begun"
    GOING_ON = "going_on"
    DONE = "done"
    LATE = "late"
    LATER = "later"  # a later stage: nothing in the database shows it yet


@dataclass(frozen=True, slots=True)
class Measured:
    """So many of so many, the list they stand in, and who may open it."""

    done: int
    total: int
    address: str
    needs: P


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause with its last day, its figure and where it stands."""

    clause: Clause
    last_day: date | None
    measured: Measured | None
    proofs: int = 0

    @property
    def progress(self) -> Progress:
        """Done when the figure is full, or, without a figure, by its document; late when the day
        has passed without."""
        if self.measured is None:
            if self.proofs:
                return Progress.DONE
            late = self.last_day is not None and clock.today() > self.last_day
            return Progress.LATE if late else Progress.LATER
        if self.measured.total and self.measured.done >= self.measured.total:
            return Progress.DONE
        if self.last_day and clock.today() > self.last_day:
            return Progress.LATE
        return Progress.GOING_ON if self.measured.done else Progress.NOT_BEGUN


def clause_rows(campaign: Campaign) -> list[ClauseRow]:
    """Every clause of a campaign's plan; each measure is taken once."""
    days = dict(campaign.milestones.values_list("name", "last_day"))
    clauses = list(campaign.clauses.annotate(proof_count=Count("proofs")))
    taken = {name: MEASURES[name](campaign) for name in {one.measure for one in clauses} - {""}}
    return [
        ClauseRow(one, days.get(one.milestone), taken.get(one.measure), one.proof_count)
        for one in clauses
    ]


def clause_row(clause: Clause) -> ClauseRow:
    """One clause as it stands."""
    return next(row for row in clause_rows(clause.campaign) if row.clause.pk == clause.pk)


def _plan_issued(campaign: Campaign) -> Measured:
    return Measured(
        campaign.plans.filter(state="issued").count(), 1, "/records/plan/?state=issued", P.PLAN_READ
    )


def _district_accounts(_campaign: Campaign) -> Measured:
    return Measured(bureaus_with_account().count(), bureaus().count(), "/people/", P.PEOPLE_READ)


def _accounts_activated(campaign: Campaign) -> Measured:
    given = AccountSlot.everything.filter(campaign=campaign, state__in=["allocated", "activated"])
    active = given.filter(state="activated").count()
    return Measured(active, given.count(), "/records/slot/?state=activated", P.SLOT_READ)


def _declared(campaign: Campaign) -> Measured:
    return _declarations(campaign, HANDED_IN)


def _reviewed(campaign: Campaign) -> Measured:
    return _declarations(campaign, REVIEWED)


def _declarations(campaign: Campaign, states: tuple[str, ...]) -> Measured:
    there = Declaration.everything.filter(
        participation__campaign=campaign, participation__state="consented", state__in=states
    )
    return Measured(
        there.count(), taking_part(campaign).count(), "/declarations/", P.DECLARATION_READ
    )


def _district_filed(campaign: Campaign) -> Measured:
    return Measured(
        filed_packages(campaign).count(), bureaus().count(), "/filings/", P.DISTRICT_PACKAGE_READ
    )


def _city_filed(campaign: Campaign) -> Measured:
    filed = CityPackage.everything.filter(campaign=campaign, state__in=["filed", "accepted"])
    return Measured(min(filed.count(), 1), 1, "/filings/", P.CITY_PACKAGE_READ)


def _quota_met(campaign: Campaign) -> Measured:
    found = standings(campaign)
    return Measured(
        sum(one.short == 0 for one in found), len(found), "/boards/quota/", P.DISTRICT_PACKAGE_READ
    )


def _sme_met(campaign: Campaign) -> Measured:
    found = standings(campaign)
    return Measured(
        sum(one.have > 0 and one.sme_short == 0 for one in found),
        len(found),
        "/boards/sme/",
        P.DISTRICT_PACKAGE_READ,
    )


def _district_leads(campaign: Campaign) -> Measured:
    expected = expected_departments().count()
    return Measured(
        handed_in(campaign).count(), expected, "/records/district_leads/", P.DISTRICT_LEADS_READ
    )


def _city_leads(campaign: Campaign) -> Measured:
    answered = CityLeadSheet.everything.filter(campaign=campaign).exclude(state="draft")
    expected = participants(campaign, "provides_leads").count()
    return Measured(answered.count(), expected, "/records/city_leads/", P.CITY_LEADS_READ)


def _contacts(campaign: Campaign) -> Measured:
    expected = participants(campaign, "deployment").count()
    named = contacts(campaign).values("organisation").distinct().count()
    return Measured(named, expected, "/records/campaign/", P.CAMPAIGN_READ)


def _bases_determined(campaign: Campaign) -> Measured:
    found = coverage(campaign)
    return Measured(len(found.having), len(found.rows), "/bases/coverage/", P.DECLARATION_READ)


MEASURES: dict[str, Callable[[Campaign], Measured]] = {
    "plan_issued": _plan_issued,
    "bases_determined": _bases_determined,
    "district_accounts": _district_accounts,
    "accounts_activated": _accounts_activated,
    "declared": _declared,
    "reviewed": _reviewed,
    "district_filed": _district_filed,
    "city_filed": _city_filed,
    "quota_met": _quota_met,
    "sme_met": _sme_met,
    "district_leads": _district_leads,
    "city_leads": _city_leads,
    "contacts": _contacts,
}
