"""The acceptance scenario's steps 1–18 (requirements (g3)), with the numbers of its tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from duibiao import clock
from duibiao.access import Refused
from duibiao.access.actions import open_account
from duibiao.accounts.models import User
from duibiao.campaigns import actions as campaigns
from duibiao.campaigns import queries as campaign_queries
from duibiao.campaigns.facts import AnotherCity
from duibiao.campaigns.models import Campaign, Contact
from duibiao.clock import at
from duibiao.core.report.quota import as_percent
from duibiao.declarations.models import Declaration
from duibiao.demo.city import DISTRICTS, firms
from duibiao.demo.moments import MOMENTS
from duibiao.demo.papers import extra_firm, particulars
from duibiao.demo.story import Story
from duibiao.enterprises.actions import draft_format, register_enterprise
from duibiao.enterprises.models import FormatKind
from duibiao.journal.queries import broken_chains
from duibiao.leads.actions import open_city_sheet
from duibiao.leads.models import CityLeadItem, CityLeadSheet, DistrictLeadSheet, MergedLead
from duibiao.leads.queries import dispatched_to, expected_departments, handed_in
from duibiao.messages.models import Delivery, Dispatch, Kind
from duibiao.organisations.kinds import Post
from duibiao.organisations.queries import bureaus, bureaus_with_account, organisation
from duibiao.reference.queries import districts, industry_counts
from duibiao.reporting import actions as reporting
from duibiao.reporting.models import CityPackage, DistrictPackage, Intake
from duibiao.reporting.queries import city_totals, ready_declarations, totals_of
from duibiao.selection import actions as selection
from duibiao.selection.models import AccountSlot, Participation
from duibiao.selection.queries import district_counts
from duibiao.workflow.actions import advance
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.performing import perform
from duibiao.workflow.queries import steps_for
from tests.journeys.over_http import CastOverHttp, StoryOverHttp
from tests.played import PASSPHRASE, upto

CODES = [district.code for district in DISTRICTS]


@pytest.fixture(scope="module")
def make_story() -> Callable[[], Story]:
    """Played by forms and buttons."""
    return lambda: StoryOverHttp(CastOverHttp(PASSPHRASE))


@pytest.mark.clause("横-21", "五(二)1-1")
@upto(1)
def test_step_1_an_empty_database_is_initialised(played: Story) -> None:
    """16 districts, 8 municipal bodies, 80 district departments, the code table."""
    assert [region.code for region in districts()] == CODES
    municipal = organisation("tj-market").__class__.objects.filter(
        kind__in=["commission", "municipal_department"]
    )
    assert municipal.count() == 8
    assert expected_departments().count() == 80
    counts = industry_counts()
    assert (counts["section"], counts["division"], counts["group"]) == (20, 97, 473)


@pytest.mark.clause("二-1", "五(二)3(1)-9")
@upto(2)
def test_step_2_a_round_has_one_applicant_city(played: Story) -> None:
    """The first is created, a second refused; the floor is 197."""
    campaign = played.campaign
    assert campaign.city.name == "天津市"
    assert campaign_queries.floor(campaign) == 50 + 6 * 2 + 9 * 15 == 197
    other = {**campaigns.tianjin_2018(), "code": "BJ2018", "city": "120116"}
    with pytest.raises(AnotherCity):
        campaigns.create_campaign(content=other, by=played.cast.person("tj-market"))
    assert Campaign.everything.count() == 1


@pytest.mark.clause("五(一)2(1)-2")
@upto(2)
def test_step_3_a_plan_is_issued_only_when_all_have_signed(played: Story) -> None:
    """Before the seven answered, “issue” is not to be had; six agree, one lapses."""
    by, campaign = played.cast.person("tj-market"), played.campaign
    plan = campaigns.draft_plan(campaign=campaign, text="正文", by=by)
    perform(plan, "circulate", by=by, expected_version=plan.version)
    with pytest.raises(StepRefused):
        perform(plan, "conclude", by=by, expected_version=plan.version)
    assert plan.cosigns.count() == 7
    plan.cosigns.all().delete()
    plan.delete()
    with clock.turned_to(MOMENTS[3]):
        played.step_3()
    states = sorted(campaign.plans.get().cosigns.values_list("state", flat=True))
    assert states == ["agreed"] * 6 + ["lapsed"]


@pytest.mark.clause("五(一)3-1", "五(一)2(2)-1")
@upto(4)
def test_step_4_the_plan_is_in_time_and_sixteen_districts_have_accounts(played: Story) -> None:
    """M1 on 03-31 is in time; 16/16; a district that opens an account is refused."""
    plan = played.campaign.plans.get()
    assert (plan.state, plan.days_late) == ("issued", 0)
    assert bureaus_with_account().count() == bureaus().count() == 16
    with pytest.raises(Refused):
        open_account(
            organisation=organisation("120101-market"),
            post=Post.HANDLER,
            username="xin",
            name="新人",
            by=played.cast.person("120116-market"),
        )


@pytest.mark.clause("横-4")
@upto(4)
def test_four_eyes_a_handler_does_not_review(played: Story) -> None:
    """Reviewing is not among what a handler may."""
    plan = played.campaign.plans.get()
    assert plan.state == "issued"
    with pytest.raises(Refused):
        advance(
            plan, "supersede", by=played.cast.person("tj-market"), expected_version=plan.version
        )


@pytest.mark.clause("六(一)-1")
@upto(5)
def test_step_5_eight_departments_have_a_contact(played: Story) -> None:
    """8/8; the institute is the working body."""
    assert Contact.everything.filter(until=None).count() == 8
    assert organisation("tj-institute").kind == "institute"


@pytest.mark.clause("五(二)3(1)-14", "五(二)3(1)-15")
@upto(6)
def test_steps_6_and_7_the_last_second_is_in_time_and_the_next_is_late(played: Story) -> None:
    """79 in time at 23:59:59, copies to the five departments; the 80th one second later is a day
    late."""
    campaign = played.campaign
    assert handed_in(campaign).filter(days_late=0).count() == 79
    assert Dispatch.everything.filter(kind=Kind.CC).count() == 79
    copies = {
        field: Delivery.everything.filter(
            dispatch__kind=Kind.CC, recipient__code=f"tj-{field}"
        ).count()
        for field in ("development", "industry", "agriculture", "commerce", "tourism")
    }
    assert copies == {
        "development": 16,
        "industry": 16,
        "agriculture": 16,
        "commerce": 16,
        "tourism": 15,
    }
    with clock.turned_to(MOMENTS[7]):
        played.step_7()
    late = DistrictLeadSheet.everything.get(provider__code="120117-tourism")
    assert late.days_late == 1
    assert handed_in(campaign).count() == 80
    assert as_percent(handed_in(campaign).filter(days_late=0).count(), 80) == "98.75"
    assert Dispatch.everything.filter(kind=Kind.CC).count() == 80


@pytest.mark.clause("五(二)3(3)-1", "五(二)3(3)-2")
@upto(9)
def test_steps_8_and_9_150_lines_become_138_of_which_135_find_their_district(
    played: Story,
) -> None:
    """The state assets commission is refused; 12 doubles merge; 3 are routed by hand; sixteen
    districts receive their own part only."""
    campaign, from_sasac = played.campaign, played.cast.person("tj-sasac")
    with pytest.raises(Refused):
        open_city_sheet(campaign=campaign, by=from_sasac)
    assert CityLeadSheet.everything.count() == 6
    assert CityLeadSheet.everything.filter(state="nothing").count() == 1
    assert CityLeadItem.objects.count() == 150
    leads = MergedLead.everything.all()
    assert leads.count() == 138
    assert (leads.filter(by_hand=False).count(), leads.filter(by_hand=True).count()) == (135, 3)
    assert sum(1 for lead in leads if lead.sources.count() == 2) == 12
    assert Dispatch.everything.filter(kind=Kind.DISTRIBUTE).count() == 16
    seen = dispatched_to(played.cast.person("120110-market"), played.campaign)
    assert set(seen.values_list("district", flat=True)) == {"120110"}
    assert seen.count() == leads.filter(district="120110").count() > 0


@pytest.mark.clause("五(二)3(1)-10", "五(二)2(1)-1", "二-5")
@upto(10)
def test_step_10_what_has_a_code_is_no_format(played: Story) -> None:
    """Y01 and Y02 are listed, a third with a code in GB/T 4754 is not; an enterprise registered by
    one district cannot be by another."""
    bureau = played.cast.person("120101-market")
    third = draft_format(
        name="汽车制造业",
        kind=FormatKind.SERVICE,
        consumers="a",
        needs="b",
        strategy="c",
        why_not_coded="d",
        means={"services": "e"},
        by=bureau,
    )
    assert third.code == "Y03"
    with pytest.raises(StepRefused, match="FormatIsCoded"):
        perform(third, "apply", by=bureau, expected_version=third.version)
    known = firms()[0]
    with pytest.raises(StepRefused, match="RegisteredElsewhere"):
        register_enterprise(given=particulars(known), by=played.cast.person("120103-market"))
    assert Participation.everything.filter(state="recommended").count() == 201


@pytest.mark.clause("五(二)2(1)-3", "二-4")
@upto(12)
def test_steps_11_and_12_accounts_go_out_once_and_one_declines(played: Story) -> None:
    """A slot given out is not given again; the sixteenth of 静海 declines and is not counted."""
    assert AccountSlot.everything.filter(state="activated").count() == 201
    slot = AccountSlot.everything.filter(state="activated", district="120101").first()
    other = Participation.everything.filter(enterprise__district="120101").last()
    assert slot is not None
    assert other is not None
    with pytest.raises(StepRefused, match="SlotTaken"):
        selection.allocate(
            slot=slot,
            enterprise=other.enterprise,
            expected_version=slot.version,
            by=played.cast.person("120101-market"),
        )
    counts = district_counts(played.campaign)
    assert sum(one.consented for one in counts.values()) == 200
    assert (counts["120118"].consented, counts["120118"].declined) == (15, 1)
    assert extra_firm().uscc not in {firm.uscc for firm in firms()}


@pytest.mark.clause("五(二)3(1)-7", "五(二)3(1)-5", "五(二)3(1)-8")
@upto(14)
def test_step_14_binhai_needs_fifty_and_two_fifths(played: Story) -> None:
    """49 are one short; 51 with 20 SMEs are 39.22 %; 51 with 21 pass."""
    package = DistrictPackage.everything.get(district="120116")
    reviewer = played.cast.reviewer("120116-market")
    members = list(package.members.all())
    for member in members[-2:]:
        member.delete()
    assert refusal(package, "file", reviewer) == ["quota_short"]
    package.members.model.objects.bulk_create(members[-2:])
    small = members[0].participation.enterprise
    small.__class__.everything.filter(pk=small.pk).update(size="大型")
    assert refusal(package, "file", reviewer) == ["sme_share_short"]
    assert as_percent(20, 51) == "39.22"
    small.__class__.everything.filter(pk=small.pk).update(size="小型")
    assert refusal(package, "file", reviewer) == []


def refusal(package: DistrictPackage, step: str, by: User) -> list[str]:
    """The codes of what stands against a step; the step is not taken."""
    button = next(one for one in steps_for(by, package) if one.step.name == step)
    return [fact.code for fact in button.missing]


@pytest.mark.clause("五(二)2(3)-3", "五(二)2(4)-1", "五(二)2(4)-2", "五(二)3(1)-17")
@upto(17)
def test_steps_16_and_17_sixteen_packages_go_up_and_arrive_once(played: Story) -> None:
    """16/16; 200 enterprises, 83 SMEs (41.50 %); pushing again doubles nothing; a district cannot
    file to the national office."""
    packages = DistrictPackage.everything.filter(state="received")
    assert packages.count() == 16
    got = {p.district_id: (totals_of(p).enterprises, totals_of(p).sme) for p in packages}
    assert got == {one.code: (one.declared, one.sme) for one in DISTRICTS}
    city = CityPackage.everything.get()
    counts = city_totals(city)
    assert (city.state, counts.enterprises, counts.sme) == ("accepted", 200, 83)
    assert as_percent(counts.sme, counts.enterprises) == "41.5"
    intake = reporting.push(package=city, by=played.cast.reviewer("tj-market"))
    assert (intake.receipt, intake.times, Intake.objects.count()) == (city.receipt, 2, 1)
    with pytest.raises(Refused):
        reporting.push(package=city, by=played.cast.reviewer("120116-market"))
    assert Declaration.everything.filter(state="reported").count() == 200
    assert ready_declarations(played.campaign, packages[0].district).count() == 0


@pytest.mark.clause("五(二)-汇1")
@upto(18)
def test_step_18_two_leave_and_everything_is_counted_anew(played: Story) -> None:
    """198; Binhai 50 and Xiqing 15 still meet their quotas; 83/198 = 41.92 %; one more of Xiqing
    falls to 14."""
    counts = district_counts(played.campaign)
    assert sum(one.consented for one in counts.values()) == 198
    assert (counts["120116"].consented, counts["120111"].consented) == (50, 15)
    sme = sum(one.sme for one in counts.values())
    assert (sme, as_percent(sme, 198)) == (83, "41.92")
    another = [firm for firm in firms() if firm.district.code == "120111"][-2]
    order = played.leave(another)
    assert order.effects["after"] == {
        "enterprises": 14,
        "sme": 7,
        "share": "50",
        "needed": 15,
        "short": 1,
        "sme_short": 0,
    }
    assert list(broken_chains()) == []


def test_the_moments_are_the_scenarios() -> None:
    """The clock of the story."""
    assert MOMENTS[6] == at(2018, 4, 5, 23, 59, 59)
    assert MOMENTS[7] == at(2018, 4, 6, 0)
