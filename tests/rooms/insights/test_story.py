"""The boards against the scenario's tables: every figure, and as many members as it says."""

from __future__ import annotations

import csv
import html
import io
import re

import pytest
from django.test import Client

from duibiao.demo.city import DISTRICTS, firms
from duibiao.demo.story import Story
from duibiao.insights.asking import Asked
from duibiao.insights.boards import BOARDS
from duibiao.insights.queries import boards_for, tables_of
from duibiao.insights.showing import Shown, Tone
from duibiao.insights.subjects import SUBJECTS
from duibiao.journal.models import Entry
from duibiao.messages.models import Delivery
from duibiao.reporting.models import CityPackage
from duibiao.reporting.queries import city_totals
from duibiao.selection.queries import standings
from tests.people import client_of
from tests.played import upto

pytestmark = [pytest.mark.django_db, upto(18)]
FIGURE = re.compile(r'<a href="(/boards/[^"]+)">(\d+)</a>')
HEADLINE = re.compile(r'<span class="figure">(\d+)</span>')


@pytest.fixture
def story(played: Story) -> Story:
    """Played to its end: two enterprises have left."""
    return played


def shown(story: Story, board: str, who: str = "tj-market", **chosen: str) -> list[Shown]:
    """A board's tables as somebody sees them."""
    asked = Asked(story.cast.person(who), story.campaign, chosen)
    return tables_of(BOARDS[board], asked, "zh")


def cells(table: Shown, row: int = 0) -> dict[str, str]:
    """A row's texts by the last word of their headings."""
    return dict(zip(table.heads, (cell.text for cell in table.rows[row].cells), strict=True))


def column(table: Shown, head: str) -> dict[str, str]:
    """A column's texts by the row's label."""
    place = table.heads.index(head)
    return {row.label: row.cells[place].text for row in table.rows}


@pytest.mark.clause("横-7", "五(二)-汇1", "题-1")
def test_every_figure_of_every_board_lists_as_many_members(story: Story) -> None:
    """For the commission, a district, a department: follow every link of every board."""
    followed = 0
    for who in ("tj-market", "120111-market", "tj-industry", "120101-commerce"):
        client = client_of(story.cast.person(who))
        for board in boards_for(story.cast.person(who)):
            page = client.get(f"/boards/{board.name}/").content.decode()
            for address, figure in sorted(set(FIGURE.findall(page)))[::7]:
                listed = client.get(html.unescape(address)).content.decode()
                found = HEADLINE.search(listed)
                assert found is not None, address
                assert found[1] == figure, address
                followed += 1
    assert followed > 200


@pytest.mark.clause("五(二)3(1)-9", "五(二)3(1)-8", "五(二)3(1)-7", "五(二)-汇1")
def test_quota_after_two_have_left(story: Story) -> None:
    """198 of at least 197; Binhai 50 of 50, Xiqing 15 of 15; a third to leave is one too few."""
    districts, groups = shown(story, "quota")
    total = cells(districts)
    assert total["figure.enterprises.counted"] == "198"
    assert total["derived.needed"] == "197"
    assert total["derived.gap"] == "0"
    assert total["figure.enterprises.recommended"] == "201"
    assert total["figure.enterprises.declined"] == "1"
    assert total["figure.enterprises.left"] == "2"
    expected = {one.name: str(one.declared - one.leaves) for one in DISTRICTS}
    assert column(districts, "figure.enterprises.counted") == {"合计": "198", **expected}
    assert column(groups, "derived.needed") == {
        **{"合计": "197", "滨海新区": "50", "市内六区": "12", "其他九区": "135"}
    }
    another = [firm for firm in firms() if firm.district.code == "120111"][-2]
    story.leave(another)
    row = shown(story, "quota", district="120111")[0].rows[0]
    place = districts.heads.index("derived.gap")
    assert (row.label, row.cells[place].text, row.cells[place].tone) == ("西青区", "1", Tone.UNMET)


@pytest.mark.clause("五(二)3(1)-5", "五(二)3(1)-6")
def test_share_of_small_and_medium(story: Story) -> None:
    """83 of 198; exactly two fifths is enough; nobody lacks any."""
    districts, _groups = shown(story, "quota")
    assert cells(districts)["derived.sme_share"] == "41.92%"
    shares = column(districts, "derived.sme_share")
    assert (shares["东丽区"], shares["西青区"], shares["滨海新区"]) == ("40%", "46.67%", "42%")
    assert set(column(districts, "derived.sme_gap").values()) == {"0"}
    by_district, _industries = shown(story, "sme")
    total = cells(by_district)
    names = ("large", "medium", "small", "micro", "unsized")
    assert sum(int(total[f"figure.enterprises.{name}"]) for name in names) == 198
    assert total["figure.enterprises.large"] == "115"


@pytest.mark.clause("五(二)3(1)-14", "五(二)3(1)-15", "五(二)3(3)-1")
def test_lead_sheets(story: Story) -> None:
    """80 due, 79 in time, one a day late, each copied; six departments answered, one had none."""
    districts, fields, city, _city_list = shown(story, "leads")
    total = cells(districts)
    assert [
        total[f"figure.departments.{name}"]
        for name in ("all", "handed_in", "in_time", "late", "missing")
    ] == ["80", "80", "79", "1", "0"]
    assert total["derived.in_time_rate"] == "98.75%"
    assert total["figure.copies.all"] == "80"
    assert total["figure.lines.all"] == "240"
    assert column(districts, "figure.departments.late")["宁河区"] == "1"
    assert column(fields, "figure.departments.late")["旅游"] == "1"
    answered = cells(city)
    assert answered["figure.city_departments.handed_in"] == "6"
    assert answered["figure.city_departments.nothing"] == "1"


@pytest.mark.clause("五(二)3(3)-2")
def test_consolidation(story: Story) -> None:
    """150 lines become 138 leads, 135 routed by address and 3 by hand, twelve of two sources."""
    districts, providers = shown(story, "distribution")
    total = cells(districts)
    names = ("all", "automatic", "by_hand", "several", "sent")
    assert [total[f"figure.merged.{name}"] for name in names] == ["138", "135", "3", "12", "138"]
    assert total["figure.distributed.all"] == "16"
    assert column(providers, "figure.city_lines.all") == {
        "市农委": "20",
        "市商务委": "25",
        "市发展改革委": "35",
        "市工业和信息化委": "60",
        "市旅游局": "10",
    }
    assert column(providers, "figure.merged.several")["市工业和信息化委"] == "12"


@pytest.mark.clause("五(一)1-1", "五(一)2(1)-2", "五(一)2(2)-1", "五(一)3-1", "六(一)-1")
def test_deployment(story: Story) -> None:
    """Eight contacts, seven signatures of which one lapsed, sixteen accounts, issued in time."""
    plan, departments, _offices, accounts = shown(story, "deployment")
    assert cells(plan)["column.issued_on"] == "2018-03-31"
    assert cells(plan)["column.days_late"] == "0"
    figures = cells(departments)
    assert [
        figures[f"figure.offices.{name}"]
        for name in ("all", "with_contact", "to_sign", "agreed", "lapsed", "unsigned")
    ] == ["8", "8", "7", "6", "1", "0"]
    total = cells(accounts)
    assert total["figure.bureaus.with_account"] == total["figure.bureaus.all"] == "16"
    assert total["figure.slots.activated"] == "201"


@pytest.mark.clause("五(二)2(1)-3", "五(二)2(1)-4")
def test_progress_and_returns(story: Story) -> None:
    """201 asked, 198 still in, all approved; nothing was ever returned."""
    consent, filling = shown(story, "progress")
    assert cells(consent)["figure.enterprises.consented"] == "198"
    assert cells(consent)["derived.activation"] == "100%"
    assert cells(filling)["figure.enterprises.approved"] == "198"
    assert cells(filling)["derived.returned_rate"] == "0%"


@pytest.mark.clause("五(二)2(3)-1", "五(二)2(4)-1")
def test_declared(story: Story) -> None:
    """Rows of industries and formats add up to all, as rows of districts do; the city's package,
    frozen before two left, has two more."""
    industries, _levels = shown(story, "industries")
    by_district, _again = shown(story, "districts")
    for head in industries.heads[:2] + industries.heads[3:6]:
        one, other = column(industries, head), column(by_district, head)
        assert one["合计"] == other["合计"], head
        for values in (one, other):
            parts = [int(v) for label, v in values.items() if label != "合计"]
            assert sum(parts) == int(values["合计"]), head
    assert cells(industries)["figure.products.all"] == "198"
    assert cells(industries)["figure.indicators.all"] == "792"
    formats = column(industries, "figure.enterprises.counted")
    assert (formats["Y01 共享经济平台"], formats["Y02 数字创意体验服务"]) == ("19", "19")
    package = city_totals(CityPackage.everything.get())
    left = int(cells(shown(story, "quota")[0])["figure.enterprises.left"])
    assert package.enterprises - left == 198
    narrowed = shown(story, "industries", district="120116")[0]
    assert cells(narrowed)["figure.enterprises.counted"] == "50"


@pytest.mark.clause("五(二)2(3)-3", "五(二)3(1)-17")
def test_filings(story: Story) -> None:
    """Sixteen of sixteen received, none late, none ever returned."""
    states = cells(shown(story, "filings")[0])
    assert states == {
        **{f"figure.bureaus.{name}": "0" for name in ("none", "assembling", "checking", "late")},
        **{"figure.bureaus.was_returned": "0", "figure.bureaus.all": "16"},
        **{"figure.bureaus.filed": "16", "figure.bureaus.received": "16"},
    }


@pytest.mark.clause("横-2")
def test_messages_are_counted_the_same_for_all_kinds(story: Story) -> None:
    """80 copies and 16 distributions were sent; a receipt counts once it is given."""
    kinds, _received, _senders, _recipients = shown(story, "messages")
    sent = column(kinds, "figure.sent.all")
    assert (sent["抄送"], sent["分发"], sent["合计"]) == ("80", "16", "96")
    arrived: Delivery = SUBJECTS["distributed"].rows(_asked(story)).get()
    story.take(arrived, "receipt", "120116-market")
    kinds = shown(story, "messages")[0]
    assert column(kinds, "figure.sent.receipted")["分发"] == "1"
    assert column(kinds, "derived.receipt_rate")["分发"] == "6.25%"


def _asked(story: Story) -> Asked:
    return Asked(story.cast.person("120116-market"), story.campaign)


@pytest.mark.clause("五(二)2(1)-2", "横-4")
def test_a_district_sees_its_own_district_only(story: Story) -> None:
    """One row, its quota; another district's members are none; a department sees no quota."""
    quota = shown(story, "quota", "120111-market")[0]
    assert [row.label for row in quota.rows] == ["西青区"]
    assert cells(quota)["derived.needed"] == "15"
    client = client_of(story.cast.person("120111-market"))
    listed = client.get("/boards/quota/enterprises/counted/?district=120116").content.decode()
    found = HEADLINE.search(listed)
    assert found is not None
    assert found[1] == "0"
    department = client_of(story.cast.person("tj-industry"))
    assert department.get("/boards/quota/").status_code == 403
    assert department.get("/boards/quota/enterprises/counted/").status_code == 403
    clerk = story.cast.enterprise(firms()[0].uscc.lower())
    assert client_of(clerk).get("/boards/quota/").status_code == 403


@pytest.mark.clause("五(二)2(4)-1", "横-4")
def test_the_national_office_sees_what_was_filed(story: Story) -> None:
    """200 with 83 small and medium ones, as the city filed them before two left; nothing else."""
    districts, _industries = shown(story, "intake", "gb")
    total = cells(districts)
    assert total["figure.filed_members.all"] == "200"
    assert total["figure.filed_members.sme"] == "83"
    expected = {one.name: str(one.declared) for one in DISTRICTS}
    assert column(districts, "figure.filed_members.all") == {"合计": "200", **expected}
    office = client_of(story.cast.person("gb"))
    assert office.get("/boards/quota/").status_code == 403
    assert office.get("/boards/intake/filed_members/sme/").status_code == 200


@pytest.mark.clause("五(二)2(2)-1", "横-4")
def test_an_enterprise_sees_its_own(story: Story) -> None:
    """One product, four indicators of which two are in scope; no other board."""
    clerk = story.cast.enterprise(firms()[0].uscc.lower())
    assert [board.name for board in boards_for(clerk)] == ["own"]
    tables = tables_of(BOARDS["own"], Asked(clerk, story.campaign), "zh")
    assert [row.label for row in tables[0].rows] == [firms()[0].name]
    assert list(cells(tables[1]).values()) == ["1", "1", "1", "4", "2"]


@pytest.mark.clause("题-1")
def test_the_entry_page_counts_cities_industries_enterprises(story: Story) -> None:
    """1, 113 recommended trades, 198."""
    page = client_of(story.cast.person("tj-market")).get("/boards/").content.decode()
    counters = re.findall(r'class="big-figure"><a href="([^"]+)">(\d+)</a>', page)
    assert [number for _, number in counters] == ["1", "113", "198"]
    for address, number in counters[1:]:
        listed = client_of(story.cast.person("tj-market")).get(html.unescape(address))
        found = HEADLINE.search(listed.content.decode())
        assert found is not None
        assert found[1] == number


@pytest.mark.clause("横-6", "横-3")
def test_a_download_says_what_the_page_says(story: Story) -> None:
    """The same rows as CSV, journaled."""
    client = client_of(story.cast.person("tj-market"))
    answer = client.get("/boards/quota.csv?district=120111")
    lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert lines[0] == ["推荐与配额", "数据截至 2018-05-10 09:00"]
    assert lines[4][:4] == ["西青区", "15", "15", "0"]
    members = client.get("/boards/quota/enterprises/counted.csv?district=120111")
    rows = list(csv.reader(io.StringIO(members.content.decode("utf-8-sig"))))
    assert len(rows) == 1 + 15
    taken = Entry.objects.filter(event="board.downloaded").values_list("label", flat=True)
    assert list(taken) == ["quota", "quota/enterprises/counted"]


def test_the_boards_agree_with_the_change_orders(story: Story) -> None:
    """The figures a change order keeps are those of the board."""
    have = {one.district.name: str(one.have) for one in standings(story.campaign)}
    board = column(shown(story, "quota")[0], "figure.enterprises.counted")
    assert {**have, "合计": "198"} == board


@pytest.mark.parametrize("address", ["quota/?district=x", "nothing/", "sme/?industry=36C"])
def test_what_cannot_be_asked_is_not_found(story: Story, address: str) -> None:
    """An unknown board, a district or an industry that can be none."""
    client: Client = client_of(story.cast.person("tj-market"))
    assert client.get(f"/boards/{address}").status_code == 404
