"""Acceptance checks of the plan's clauses on selection that the scenario's steps do not touch,
in the order of the story."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from html import unescape

import pytest
from django.db import connection
from django.test import Client

from duibiao import clock
from duibiao.access import Refused
from duibiao.accounts.models import User
from duibiao.campaigns import actions as campaigns
from duibiao.campaigns.models import Contact
from duibiao.clock import at
from duibiao.core.errors import Fact
from duibiao.core.identify.uscc import check_digit
from duibiao.demo.story import Story
from duibiao.enterprises.actions import (
    add_ranking,
    choose_target,
    draft_format,
    edit_format,
    register_enterprise,
    update_enterprise,
)
from duibiao.enterprises.models import BusinessFormat, Enterprise, FormatKind, RankScope
from duibiao.enterprises.particulars import Particulars, particulars_of
from duibiao.leads import actions as leads
from duibiao.leads.models import CityLeadSheet, Decision, DistrictLeadSheet
from duibiao.messages.models import Delivery, Kind
from duibiao.organisations.actions import rename
from duibiao.organisations.models import Domain
from duibiao.organisations.queries import organisation
from duibiao.reporting import actions as reporting
from duibiao.reporting.document import thaw
from duibiao.reporting.models import CityPackage, DistrictPackage
from duibiao.selection import actions as selection
from duibiao.selection.cautions import cautions_of
from duibiao.selection.models import AccountSlot, Participation, Recommendation
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.models import Stateful
from duibiao.workflow.performing import perform
from tests.people import client_of
from tests.played import upto

pytestmark = pytest.mark.django_db
BINHAI, HEPING = "120116-market", "120101-market"


def refused(what: Callable[[], object]) -> list[str]:
    """The codes of what stands against it."""
    with pytest.raises(StepRefused) as caught:
        what()
    return [fact.code for fact in caught.value.facts]


def step(record: Stateful, name: str, by: User, reason: str = "") -> Stateful:
    """A step on the record as it is now."""
    fresh = type(record).everything.get(pk=record.pk)
    return perform(fresh, name, by=by, expected_version=fresh.version, reason=reason)


@pytest.mark.clause("二-2")
@upto(2)
def test_an_unconfirmed_city_cannot_file(played: Story) -> None:
    """The national office has not confirmed: said as what stands against filing."""
    played.campaign.__class__.everything.update(confirmed=False)
    package = reporting.assemble_city(campaign=played.campaign, by=played.cast.person("tj-market"))
    CityPackage.everything.filter(pk=package.pk).update(state="checking")
    found = refused(lambda: step(package, "file", played.cast.reviewer("tj-market")))
    assert "city_not_confirmed" in found


@pytest.mark.clause("五(一)3-1")
@upto(3)
@pytest.mark.parametrize(("day", "late"), [(31, 0), (32, 1)])
def test_the_plan_issued_a_day_late_says_so(played: Story, day: int, late: int) -> None:
    """3-31 in time; 4-1 one day late."""
    moment = at(2018, 3, 31) if day == 31 else at(2018, 4, 1)
    plan = played.campaign.plans.get()
    with clock.turned_to(moment):
        campaigns.number_plan(plan=plan, number="津〔2018〕1号", by=played.cast.person("tj-market"))
        step(plan, "issue", played.cast.reviewer("tj-market"))
    plan.refresh_from_db()
    assert plan.days_late == late


@pytest.mark.clause("六(一)-1", "横-13")
@upto(5)
def test_a_new_contact_leaves_the_one_before_in_the_record(played: Story) -> None:
    """From today the new one; who it was before can be read."""
    own, by = organisation("tj-tourism"), played.cast.person("tj-tourism")
    with clock.turned_to(at(2018, 4, 2)):
        campaigns.set_contact(
            campaign=played.campaign,
            organisation=own,
            office="行业管理处",
            name="新联系人",
            phone="022-11111111",
            by=by,
        )
    history = Contact.everything.filter(organisation=own).order_by("since", "id")
    assert [(one.name, one.until is None) for one in history] == [
        ("联系人", False),
        ("新联系人", True),
    ]


@pytest.mark.clause("五(二)3(1)-16")
@upto(6)
def test_a_corrected_sheet_is_copied_again_and_the_old_copy_stays(played: Story) -> None:
    """The municipal department holds v1 and v2, each as it was handed in."""
    sheet = DistrictLeadSheet.everything.get(provider__code="120116-industry")
    by = played.cast.person("120116-industry")
    count = sheet.items.count()
    step(sheet, "correct", by, reason="漏报一家")
    sheet.refresh_from_db()
    lines = [{n: getattr(i, n) for n in leads.FIELDS} for i in sheet.items.all()]
    more = {"kind": "enterprise", "name": "补报一厂", "address": "天津市滨海新区"}
    leads.write_items(sheet=sheet, items=[*lines, more], by=by)
    step(sheet, "submit", by)
    copies = Delivery.everything.filter(
        recipient__code="tj-industry",
        dispatch__kind=Kind.CC,
        dispatch__sender__code="120116-industry",
    ).order_by("id")
    held = [one.dispatch.content or {} for one in copies]
    assert [(c["edition"], len(c["items"])) for c in held] == [(1, count), (2, count + 1)]


@pytest.mark.clause("五(二)3(3)-1", "五(二)3(3)-3")
@upto(8)
def test_the_bank_has_the_municipal_channel_only(played: Story) -> None:
    """It hands in a sheet of its own or nothing; no district body stands below it; an address is
    needed; SASAC is no provider."""
    assert not organisation("tj-finance").children.exists()
    assert CityLeadSheet.everything.get(provider__code="tj-finance").state == "nothing"
    with pytest.raises(Refused):
        leads.open_city_sheet(campaign=played.campaign, by=played.cast.person("tj-sasac"))
    by = played.cast.person("tj-industry")
    sheet = CityLeadSheet.everything.get(provider__code="tj-industry")
    CityLeadSheet.everything.filter(pk=sheet.pk).update(state="draft")
    sheet.refresh_from_db()
    leads.write_items(sheet=sheet, items=[{"kind": "enterprise", "name": "无地址厂"}], by=by)
    assert refused(lambda: step(sheet, "submit", by)) == ["lead_item_incomplete"]


@pytest.mark.clause("五(二)3(1)-13")
@upto(9)
def test_a_line_is_declined_only_with_a_reason(played: Story) -> None:
    """Adopted ones need none."""
    by = played.cast.person(BINHAI)
    sheet = DistrictLeadSheet.everything.get(provider__code="120116-commerce")
    step(sheet, "receive", by)
    item = sheet.items.all()[0]
    with pytest.raises(Fact) as caught:
        leads.decide_item(item=item, decision=Decision.DECLINED, reason=" ", by=by)
    assert caught.value.code == "declined_without_reason"
    leads.decide_item(item=item, decision=Decision.ADOPTED, by=by)


@pytest.mark.clause("附.8-1", "附.8-2", "附.8-3", "五(二)3(1)-10")
@upto(9)
def test_a_format_states_consumers_needs_strategy_and_a_means(played: Story) -> None:
    """Any of them missing: it cannot be applied for. Two names are merged into one; the kinds are
    counted apart."""
    by, city = played.cast.person(BINHAI), played.cast.person("tj-market")
    whole = {
        "consumers": "城市居民",
        "needs": "按需",
        "strategy": "平台化",
        "why_not_coded": "未列",
        "means": {"services": "线上预约"},
    }
    for missing in ("consumers", "needs", "strategy", "means"):
        given = {**whole, missing: {} if missing == "means" else ""}
        one = draft_format(name=f"缺{missing}", kind=FormatKind.SERVICE, by=by, **given)
        assert refused(partial(step, one, "apply", by)) == ["format_need_unstated"]
    listed = draft_format(name="共享医疗", kind=FormatKind.SERVICE, by=by, **whole)
    step(listed, "apply", by)
    step(listed, "list", city)
    twin = draft_format(name="共享诊疗", kind=FormatKind.UNCODED_INDUSTRY, by=by, **whole)
    step(twin, "apply", by)
    choose_target(found=BusinessFormat.everything.get(pk=twin.pk), into=listed, by=city)
    step(twin, "merge", city)
    assert BusinessFormat.everything.get(pk=twin.pk).merged_into == listed
    coded = draft_format(name="棉纺纱加工", kind=FormatKind.UNCODED_INDUSTRY, by=by, **whole)
    assert refused(lambda: step(coded, "apply", by)) == ["format_is_coded"]
    edit_format(
        found=BusinessFormat.everything.get(pk=coded.pk),
        fields={"name": "云端纺纱"},
        expected_version=BusinessFormat.everything.get(pk=coded.pk).version,
        by=by,
    )
    step(coded, "apply", by)


@pytest.mark.clause("五(二)2(1)-1", "五(二)3(1)-1", "五(二)3(1)-3", "五(二)3(1)-11", "三(一)-2")
@upto(10)
def test_a_trade_has_codes_a_ground_and_keeps_who_hangs_on_it(played: Story) -> None:
    """A local name maps to codes; a trade with enterprises is not withdrawn; no block economy is
    only a hint; clusters come first."""
    by = played.cast.person(BINHAI)
    local = selection.draft_recommendation(
        campaign=played.campaign, name="自行车产业", reason="传统优势", by=by
    )
    assert refused(lambda: step(local, "recommend", by)) == ["no_codes"]
    assert [one.code for one in cautions_of(local)] == ["block_economy_unstated"]
    selection.edit_recommendation(
        record=local,
        fields={"industries": ["3761"], "block_note": "区内分散，未成块", "is_advantageous": True},
        zones=(),
        expected_version=local.version,
        by=by,
    )
    step(local, "recommend", by)
    assert cautions_of(Recommendation.everything.get(pk=local.pk)) == []
    held = Participation.everything.filter(recommendation__organisation__code=BINHAI)[0]
    used = held.recommendation
    assert refused(lambda: step(used, "withdraw", by, reason="调整")) == ["enterprises_hang_on_it"]
    page = client_of(by).get(f"/records/recommendation/{used.pk}/").content.decode()
    assert "没有写明所属的块状经济" in page


@pytest.mark.clause("二-5", "五(二)3(1)-12")
@upto(10)
def test_an_enterprise_is_registered_once_where_it_lies(played: Story) -> None:
    """A wrong check digit, a second district, an address elsewhere: refused, each said; a missing
    rank is a hint."""
    one = Participation.everything.filter(enterprise__district_id="120116")[0].enterprise
    other = played.cast.person(HEPING)
    known = replace(particulars_of(one), registered_address="天津市和平区南京路")
    assert refused(lambda: register_enterprise(given=known, by=other)) == ["registered_elsewhere"]
    good = "91120101" + "000000777"
    fresh = Particulars(
        uscc=good + check_digit(good),
        name="和平一厂",
        registered_address="天津市河东区一号",
        industry="1771",
    )
    assert refused(lambda: register_enterprise(given=fresh, by=other)) == ["not_resident"]
    wrong = replace(fresh, uscc=good + ("0" if check_digit(good) != "0" else "1"))
    assert refused(lambda: register_enterprise(given=wrong, by=other)) == ["uscc_wrong"]
    held = Participation.everything.get(enterprise=one)
    assert [fact.code for fact in cautions_of(held)] == ["rank_unstated"]
    add_ranking(
        enterprise=one,
        scope=RankScope.CITY,
        trade="毛巾",
        place=3,
        ground="行业协会榜单",
        year=2017,
        by=played.cast.person(BINHAI),
    )
    assert cautions_of(held) == []


@pytest.mark.clause("五(二)2(1)-3")
@upto(11)
def test_an_account_is_given_again_only_when_taken_back(played: Story) -> None:
    """Given to A, it is not B's; who has not activated is listed; reclaimed, it can be B's."""
    by = played.cast.person(BINHAI)
    slot = AccountSlot.everything.filter(district="120116", state="free")[0]
    new = []
    for number in (1, 2):
        body = f"91120116{number:09d}"
        given = Particulars(
            uscc=body + check_digit(body),
            name=f"滨海补报第{number}厂",
            registered_address="天津市滨海新区",
            industry="1771",
        )
        new.append(register_enterprise(given=given, by=by))

    def give(enterprise: Enterprise) -> object:
        fresh = AccountSlot.everything.get(pk=slot.pk)
        return selection.allocate(
            slot=fresh, enterprise=enterprise, expected_version=fresh.version, by=by
        )

    give(new[0])
    assert refused(partial(give, new[1])) == ["slot_taken"]
    browser = client_of(by)
    assert "滨海补报第1厂" in browser.get("/slots/").content.decode()
    step(slot, "reclaim", by, reason="给错了")
    assert "滨海补报第1厂" not in browser.get("/slots/").content.decode()
    give(new[1])
    assert browser.get("/imports/lists/slots/export.xlsx").content.startswith(b"PK")


@pytest.mark.clause("二-4")
@upto(12)
def test_consent_is_taken_back_until_the_package_is_filed(played: Story) -> None:
    """Declined, it counts no longer."""
    one = Participation.everything.filter(state="consented", enterprise__district_id="120116")[0]
    clerk = played.cast.enterprise(one.enterprise.uscc.lower())
    step(one, "take_back", clerk, reason="今年产能调整")
    one.refresh_from_db()
    assert one.state == "declined"
    Enterprise.everything.filter(pk=one.enterprise_id).update(locked_in="Q-1")
    second = Participation.everything.filter(
        state="consented", enterprise__district_id="120116"
    ).first()
    assert second is not None
    Enterprise.everything.filter(pk=second.enterprise_id).update(locked_in="Q-1")
    clerk = played.cast.enterprise(second.enterprise.uscc.lower())
    assert refused(lambda: step(second, "take_back", clerk, reason="晚了")) == ["filed_already"]


@pytest.mark.clause("五(二)3(1)-17")
@upto(15)
def test_after_the_last_day_filing_needs_a_window_and_stays_late(played: Story) -> None:
    """5-1: refused; with the commission's window it goes through, marked a day late."""
    package = DistrictPackage.everything.get(district="120101")
    reviewer = played.cast.reviewer(HEPING)
    with clock.turned_to(at(2018, 5, 1)):
        assert refused(lambda: step(package, "file", reviewer)) == ["too_late"]
        campaigns.open_window(
            milestone=played.campaign.milestones.get(name="selection"),
            organisation=organisation(HEPING),
            until=at(2018, 5, 3).date(),
            reason="系统升级停机一天",
            by=played.cast.person("tj-market"),
        )
        step(package, "file", reviewer)
    package.refresh_from_db()
    assert (package.state, package.days_late) == ("filed", 1)


@pytest.mark.clause("五(二)2(3)-3", "五(二)2(3)-1", "横-13")
@upto(16)
def test_what_was_filed_is_locked_until_it_is_returned(played: Story) -> None:
    """The bureau cannot change an enterprise; returned, the next edition is v2 and the frozen
    document stays, with the name the office had then; figures are not edited, a remark is."""
    package = DistrictPackage.everything.get(district="120101")
    by, city = played.cast.person(HEPING), played.cast.person("tj-market")
    member = package.members.select_related("participation__enterprise")[0]
    one = member.participation.enterprise
    clerk = played.cast.enterprise(one.uscc.lower())
    given = replace(particulars_of(one), employees=7)

    def change() -> object:
        fresh = Enterprise.everything.get(pk=one.pk)
        return update_enterprise(
            enterprise=fresh, given=given, expected_version=fresh.version, by=clerk
        )

    assert refused(change) == ["enterprise_locked"]
    before, old = package.document, organisation(HEPING).name
    rename(organisation=organisation(HEPING), name="和平区市场监督管理局", by=city)
    step(package, "return", city, reason="请核对人数")
    change()
    again = reporting.assemble_district(campaign=played.campaign, by=by)
    assert (again.revision, again.pk != package.pk) == (2, True)
    reporting.annotate(package=again, remark="已核对", by=by)
    package.refresh_from_db()
    assert package.document == before
    assert thaw(before)["sender"]["name"] == old


@pytest.mark.clause("五(二)2(4)-1")
@upto(16)
def test_the_city_files_without_a_district_only_with_a_word(played: Story) -> None:
    """Fifteen of sixteen: the missing one is named; with a note it goes."""
    late = DistrictPackage.everything.get(district="120119")
    step(late, "return", played.cast.person("tj-market"), reason="补正")
    by, reviewer = played.cast.person("tj-market"), played.cast.reviewer("tj-market")
    package = reporting.assemble_city(campaign=played.campaign, by=by)
    step(package, "present", by)
    with pytest.raises(StepRefused) as caught:
        step(package, "file", reviewer)
    assert "蓟州区" in str(vars(caught.value.facts[0]))
    fresh = CityPackage.everything.get(pk=package.pk)
    step(fresh, "send_back", reviewer, reason="写明缺区")
    fresh.refresh_from_db()
    reporting.annotate(package=fresh, remark="", missing_note="蓟州区补正中", by=by)
    step(fresh, "present", by)
    step(fresh, "file", reviewer)
    assert CityPackage.everything.get(pk=package.pk).state == "filed"


@pytest.mark.clause("五(一)2(2)-2")
@upto(17)
def test_a_filing_leaves_as_files_with_its_checksum_and_the_address_is_a_parameter(
    played: Story,
) -> None:
    """JSON and workbook, no connection needed; the national platform's address is data."""
    package = CityPackage.everything.get()
    browser = client_of(played.cast.person("tj-market"))
    frozen = browser.get(f"/filings/city/{package.pk}/filing.json")
    assert hashlib.sha256(package.document.encode()).hexdigest() == package.digest
    assert package.digest in frozen.content.decode() or frozen.content == package.document.encode()
    assert json.loads(frozen.content)
    assert browser.get(f"/filings/city/{package.pk}/filing.xlsx").content.startswith(b"PK")
    address = "http://106.38.59.21:8080/"
    given = {"parameter": "platform_url", "value": address}
    assert browser.post(f"/do/parameter/{played.campaign.pk}/", given).status_code == 302
    assert played.campaign.parameters["platform_url"] == address


@pytest.mark.clause("二-3")
@upto(17)
def test_a_departments_field_decides_what_it_sees(played: Story) -> None:
    """和平区's commerce department sees its own field and district only."""
    assert Domain.objects.exists()
    browser = client_of(played.cast.person("120101-commerce"))
    page = browser.get("/enterprises/").content.decode()
    own = Enterprise.everything.filter(district_id="120101", field="commerce")
    for one in own:
        assert one.name in page
    for one in Enterprise.everything.exclude(field="commerce").filter(district_id="120101"):
        assert one.name not in page
    assert Enterprise.everything.filter(district_id="120116")[0].name not in page


LINK = re.compile(r'href="(/[^"#]*|\?[^"#]*)')
ROLES = ("tj-market", "120116-market", "120116-industry", "tj-industry", "gb")
# Not walked: files, the switch, a list the import tests register, whose table only they make.
LEFT_OUT = ("/static/", "/language/", "/imports/lists/sample-works/")


def pattern(address: str) -> str:
    """What kind of page it is: numbers do not count, nor a filter's value, nor which figure of a
    board's subject opens its members."""
    path, _, query = address.partition("?")
    path = re.sub(r"^/boards/\w+/(\w+)/\w+/$", r"/boards/-/\1/-/", path)
    names = sorted(one.partition("=")[0] for one in query.split("&"))
    return re.sub(r"\d+", "#", path) + "?" + "&".join(names)


def walk(client: Client) -> list[str]:
    """Addresses that do not open, of one page of every kind that can be reached by links."""
    todo, seen, kinds = [("/", "")], {"/"}, Counter[str]()
    broken = []
    while todo:
        address, shown_on = todo.pop(0)
        kinds[pattern(address)] += 1
        if kinds[pattern(address)] > 1 or address.startswith(LEFT_OUT):
            continue
        answer = client.get(address)
        if answer.status_code >= 400:
            broken.append(f"{answer.status_code} {address} on {shown_on}")
        if answer.status_code != 200 or "html" not in answer.headers["Content-Type"]:
            continue
        for found in LINK.findall(answer.content.decode()):
            link = unescape(found)
            whole = address.partition("?")[0] + link if link.startswith("?") else link
            if whole not in seen:
                seen.add(whole)
                todo.append((whole, address))
    assert len(kinds) > 30
    return broken


@upto(21)
@pytest.mark.parametrize("code", [*ROLES, "tj-institute", "enterprise"])
def test_every_link_a_person_is_shown_opens(played: Story, code: str) -> None:
    """Nobody is led to a page she may not see, or that is not there. Walked on one database: which
    links a page shows does not depend on it, and the walk is long."""
    if connection.vendor == "postgresql":
        pytest.skip("walked on SQLite")
    firm = Participation.everything.filter(state="consented")[0].enterprise
    user = (
        played.cast.enterprise(firm.uscc.lower())
        if code == "enterprise"
        else played.cast.person(code)
    )
    assert walk(client_of(user)) == []
