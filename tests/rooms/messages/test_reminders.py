"""Reminders: 7, 3, 1 and 0 days before a deadline, then daily; each office once a day."""

from __future__ import annotations

from datetime import date

import pytest

from duibiao import clock
from duibiao.campaigns import actions as campaigns
from duibiao.campaigns.models import Campaign
from duibiao.clock import at
from duibiao.leads import actions as leads
from duibiao.messages.actions import remind_due
from duibiao.messages.models import Delivery, Kind
from duibiao.portal.owing import owed
from duibiao.workflow.performing import perform
from tests.people import load_city, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign() -> Campaign:
    """Deployed, with the plan's days."""
    load_city()
    made = campaigns.create_campaign(content=campaigns.tianjin_2018(), by=person("tj-market"))
    Campaign.everything.filter(pk=made.pk).update(state="deployed")
    return made


def reminded(title: str) -> set[str]:
    """The codes of the offices that were reminded of something."""
    found = Delivery.everything.filter(
        dispatch__kind=Kind.REMIND, dispatch__subject__contains=title
    )
    return set(found.values_list("recipient__code", flat=True))


@pytest.mark.clause("横-5")
@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2018, 3, 28), 0),
        (date(2018, 3, 29), 86),  # seven days before 5 April
        (date(2018, 3, 30), 0),
        (date(2018, 4, 2), 86),
        (date(2018, 4, 4), 86),
        (date(2018, 4, 5), 86),
        (date(2018, 4, 6), 86),  # late: daily
        (date(2018, 4, 7), 86),
    ],
    ids=str,
)
@pytest.mark.usefixtures("campaign")
def test_the_80_and_6_departments_are_reminded_of_their_leads(day: date, count: int) -> None:
    """Eighty district and six municipal departments, on the right days."""
    with clock.turned_to(at(day.year, day.month, day.day)):
        due = [one for one in owed() if one.title.startswith("部门提供")]
        assert remind_due(due) == count


def test_a_second_run_on_one_day_reminds_nobody_again(campaign: Campaign) -> None:
    """Idempotent per day and office; who has handed in is left in peace."""
    with clock.turned_to(at(2018, 4, 4)):
        by = person("120101-commerce")
        sheet = leads.open_district_sheet(
            campaign=campaign, provider=by.memberships.get().organisation, by=by
        )
        line = {"kind": "enterprise", "name": "天津甲公司", "address": "天津市和平区南京路1号"}
        leads.write_items(sheet=sheet, items=[line], by=by)
        sheet.refresh_from_db()
        perform(sheet, "submit", by=by, expected_version=sheet.version)
        remind_due(owed())
        before = Delivery.everything.filter(dispatch__kind=Kind.REMIND).count()
        assert remind_due(owed()) == 0
        assert Delivery.everything.filter(dispatch__kind=Kind.REMIND).count() == before
    assert "120101-commerce" not in reminded("部门提供")
    assert "120102-commerce" in reminded("部门提供")


@pytest.mark.usefixtures("campaign")
def test_the_office_above_is_told_who_still_owes() -> None:
    """The municipal department is reminded of its own sheet; the commission gets the list."""
    with clock.turned_to(at(2018, 5, 1)):
        remind_due(owed())
    found = Delivery.everything.filter(
        dispatch__kind=Kind.REMIND, recipient__code="tj-market", dispatch__content__isnull=False
    )
    rows = [row for one in found for row in (one.dispatch.content or {})["owing"]]
    assert len([row for row in rows if row["organisation"].endswith("监督管理局")]) == 16
