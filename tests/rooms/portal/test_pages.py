"""The portal's pages: the workbench, records, the register, handing out accounts, the clauses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.staticfiles import finders
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from duibiao.campaigns.models import Campaign, Clause
from duibiao.demo.city import DISTRICTS, firms
from duibiao.demo.story import Story
from duibiao.enterprises.models import Enterprise
from duibiao.portal.doing import DOINGS
from duibiao.portal.doing.register import ENTERPRISE
from duibiao.portal.records import HIDDEN
from duibiao.reporting.models import DistrictPackage
from duibiao.selection import actions as selection
from duibiao.selection.models import AccountSlot, ChangeKind, Participation
from duibiao.ui.wording import WORDS
from duibiao.workflow.queries import stateful_models
from tests.people import client_of
from tests.played import upto

pytestmark = pytest.mark.django_db
BUREAU = "120116-market"


def browser(story: Story, code: str) -> Client:
    """The handler of an office, signed in."""
    return client_of(story.cast.person(code))


def shown(client: Client, path: str, status: int = 200) -> str:
    """The page's text."""
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.content.decode()


@pytest.mark.parametrize("model", [*stateful_models(), Enterprise], ids=lambda one: one.__name__)
def test_every_field_a_record_shows_has_its_words(model: type[Enterprise]) -> None:
    """A column added later is either named for people or not shown."""
    names = {field.name for field in model._meta.fields} - HIDDEN
    assert {name for name in names if f"column.{name}" not in WORDS} == set()


def test_every_form_has_its_words() -> None:
    """Heading, button, label of each field."""
    wanted = {one.title for one in DOINGS.values()}
    wanted |= {f"column.{name}" for one in DOINGS.values() for name in one.fields}
    assert wanted - set(WORDS) == set()
    assert finders.find("ui/site.css")


@pytest.fixture
def make_slots(played: Story) -> Callable[[str, int], None]:
    """The commission makes slots on its page."""

    def make(district: str, count: int) -> None:
        sent = {"district": district, "count": count, "batch": "1"}
        assert browser(played, "tj-market").post("/do/slots/", sent).status_code == 302

    return make


@pytest.mark.clause("五(一)2(2)-1")
@upto(10)
def test_accounts_are_handed_out_with_slips_shown_once(
    played: Story, make_slots: Callable[[str, int], None]
) -> None:
    """Two enterprises, two slips; nobody is left; new codes for those not activated; too few
    slots are said."""
    bureau = browser(played, "120101-market")
    waiting = Participation.everything.filter(enterprise__district="120101")
    ticked = {"participation": [one.pk for one in waiting]}
    refused = bureau.post("/slots/", ticked)
    assert refused.status_code == 409
    make_slots("120101", 3)
    slips = bureau.post("/slots/", ticked).content.decode()
    assert slips.count('class="slip"') == 2
    assert AccountSlot.everything.filter(district="120101", state="allocated").count() == 2
    page = shown(bureau, "/slots/")
    assert "0 家企业等待账号" in page
    again = [slot.pk for slot in AccountSlot.everything.filter(state="allocated")]
    assert bureau.post("/slots/", {"slot": again}).content.decode().count('class="slip"') == 2
    assert browser(played, "tj-market").get("/slots/").status_code == 403


@upto(11)
def test_the_workbench_says_how_much_waits_and_where_to_begin(played: Story) -> None:
    """One sentence with one number, one button; the days of the round."""
    page = shown(browser(played, BUREAU), "/")
    assert "件事等您办理" in page
    assert "先办：" in page
    assert "2018-04-30" in page
    clerk = client_of(played.cast.enterprise(firms()[0].uscc.lower()))
    assert "有 1 件事等您办理" in shown(clerk, "/")


@upto(11)
def test_a_district_sees_its_own_part_of_the_register(played: Story) -> None:
    """Binhai its 51, the city all 201; search, size, district; a clerk only her own."""
    own = shown(browser(played, BUREAU), "/enterprises/")
    assert '<span class="figure">51</span>' in own
    sizes = [
        len(browser(played, BUREAU).get(f"/enterprises/?size={size}").context["rows"])
        for size in ("小型", "中型", "大型")
    ]
    assert (sum(sizes[:2]), sizes[2]) == (21, 30)
    city = browser(played, "tj-market")
    assert '<span class="figure">201</span>' in shown(city, "/enterprises/")
    assert '<span class="figure">2</span>' in shown(city, "/enterprises/?district=120101")
    assert '<span class="figure">1</span>' in shown(city, f"/enterprises/?q={firms()[3].uscc}")
    foreign = Enterprise.everything.filter(district="120101")[0]
    assert browser(played, BUREAU).get(f"/enterprises/{foreign.pk}/").status_code == 404
    clerk = client_of(played.cast.enterprise(firms()[0].uscc.lower()))
    assert '<span class="figure">1</span>' in shown(clerk, "/enterprises/")


@upto(11)
def test_the_register_goes_on_where_a_page_ends(played: Story) -> None:
    """201 enterprises on three pages, each once."""
    city, path, seen = browser(played, "tj-market"), "/enterprises/", list[str]()
    while path:
        answer = city.get(path)
        seen += [row.uscc for row in answer.context["rows"]]
        after = answer.context["after"]
        path = f"/enterprises/?after={after}" if after else ""
    assert len(seen) == len(set(seen)) == 201


@upto(11)
def test_the_register_asks_a_constant_number_of_times(
    played: Story, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Two rows or a hundred: the same questions."""
    few, many = browser(played, "120101-market"), browser(played, "tj-market")
    for client in (few, many):
        client.get("/enterprises/")
    with django_assert_max_num_queries(14) as first:
        few.get("/enterprises/")
    with django_assert_max_num_queries(14) as second:
        many.get("/enterprises/")
    assert len(first) == len(second)


@pytest.mark.clause("五(二)3(1)-4")
@upto(11)
def test_a_title_needs_what_it_rests_on(played: Story) -> None:
    """A gazelle without its growth is refused with the field; with it, it stands on the page."""
    bureau, one = browser(played, BUREAU), Enterprise.everything.get(uscc=firms()[0].uscc)
    refused = bureau.post(f"/do/title/{one.pk}/", {"title": "gazelle", "source": "名录"})
    assert refused.status_code == 409
    assert "近三年年均增长率" in refused.content.decode()
    given = {"title": "gazelle", "source": "名录", "growth": "25"}
    assert bureau.post(f"/do/title/{one.pk}/", given).status_code == 302
    page = shown(bureau, f"/enterprises/{one.pk}/")
    assert "瞪羚企业" in page
    assert DOINGS["title"].machine == ENTERPRISE


@upto(11)
def test_the_forms_of_the_register_change_and_refuse(played: Story) -> None:
    """The size follows from the figures; another district's officer does not find the form."""
    bureau, one = browser(played, BUREAU), Enterprise.everything.get(uscc=firms()[0].uscc)
    form = bureau.get(f"/do/update_enterprise/{one.pk}/").context["form"]
    given = {name: "" if value is None else value for name, value in form.initial.items()}
    given = {name: value for name, value in given.items() if value not in (False, "")}
    large = {**given, "employees": 3000, "revenue_wan": "150000", "assets_wan": "200000"}
    assert bureau.post(f"/do/update_enterprise/{one.pk}/", large).status_code == 302
    assert Enterprise.everything.get(pk=one.pk).size == "大型"
    other = browser(played, "120101-market")
    assert other.get(f"/do/update_enterprise/{one.pk}/").status_code == 404
    assert bureau.post("/do/zone/", {"zone_kind": "bonded", "name": "东疆"}).status_code == 302
    block = {"name": "滨海汽车", "industries": "C36", "character": "集聚"}
    assert bureau.post("/do/block/", block).status_code == 302
    place = {"scope": "nation", "trade": "百强", "rank_place": 7, "ground": "榜单", "year": 2017}
    assert bureau.post(f"/do/rank/{one.pk}/", place).status_code == 302


@pytest.mark.clause("五(一)2(1)-1")
@upto(17)
def test_the_clauses_show_how_far_the_plan_has_come(played: Story) -> None:
    """After filing, thirteen of the plan's forty clauses are done; everybody may read them."""
    for code in ("tj-market", "120101-market", "gb"):
        assert "方案 41 条，已完成 13 条" in shown(browser(played, code), "/clauses/")
    page = shown(browser(played, "tj-market"), "/clauses/")
    assert "16 / 16" in page
    assert "80 / 80" in page


@pytest.mark.clause("五(一)2(1)-1", "横-22")
@upto(17)
def test_a_clause_without_a_figure_is_done_by_its_document(played: Story) -> None:
    """Without a document nothing is recorded; what calls itself one and is none is refused; only
    the commission records, everybody reads."""
    city, clause = browser(played, "tj-market"), Clause.objects.get(number="五(一)2(1)-1")
    given = {"day": "2018-03-20", "note": "总体方案第三章列入对标达标"}
    address = f"/clauses/{clause.pk}/"
    assert city.post(address, given).status_code == 400
    fake = SimpleUploadedFile("方案.pdf", b"PK\x03\x04")
    assert "不是 PDF" in city.post(address, {**given, "document": fake}).content.decode()
    assert "已完成 13 条" in shown(city, "/clauses/")
    paper = SimpleUploadedFile("方案.pdf", b"%PDF-1.7 x")
    assert city.post(address, {**given, "document": paper}).status_code == 302
    assert "已完成 14 条" in shown(city, "/clauses/")
    proof, other = clause.proofs.get(), browser(played, "120101-market")
    assert given["note"] in shown(other, address)
    assert other.get(f"/clauses/proofs/{proof.pk}/").content == b"%PDF-1.7 x"
    again = SimpleUploadedFile("方案.pdf", b"%PDF-1.7 y")
    assert other.post(address, {**given, "document": again}).status_code == 403


@pytest.mark.clause("序-1")
@upto(17)
def test_a_second_round_with_other_numbers_runs_beside_the_first(played: Story) -> None:
    """Cloned on the page, its quota changed; each person chooses which round her pages show."""
    city, first = browser(played, "tj-market"), Campaign.everything.get()
    answer = city.post(f"/do/next_round/{first.pk}/", {"code": "TJ2019", "year": 2019})
    assert answer.status_code == 302
    second = Campaign.everything.get(code="TJ2019")
    assert (
        city.post(f"/do/quota/{second.pk}/", {"group": "binhai", "minimum": 60}).status_code == 302
    )
    minimum = {one.pk: one.quotas.get(group="binhai").minimum for one in (first, second)}
    assert minimum == {first.pk: 50, second.pk: 60}
    assert "已完成 0 条" in shown(city, "/clauses/") or "已完成 1 条" in shown(city, "/clauses/")
    city.post("/campaigns/choose/", {"campaign": first.pk})
    assert "已完成 13 条" in shown(city, "/clauses/")
    assert len(DISTRICTS) == 16


@upto(17)
def test_a_record_says_who_has_to_act(played: Story) -> None:
    """While it waits, the role and the post; at rest, nobody."""
    change = selection.draft_change(
        participation=Participation.everything.filter(state="consented")[0],
        kind=ChangeKind.LEAVE,
        ground="转产",
        by=played.cast.enterprise(firms()[0].uscc.lower()),
    )
    city = browser(played, "tj-market")
    assert "企业" in shown(city, change.get_absolute_url()).partition("等待办理：")[2][:20]
    package = DistrictPackage.everything.get(district="120116")
    assert "等待办理" not in shown(city, package.get_absolute_url())
    DistrictPackage.everything.filter(pk=package.pk).update(state="checking")
    assert "等待办理：区市场监管局（审核）" in shown(city, package.get_absolute_url())
