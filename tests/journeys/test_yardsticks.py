"""One filing, many yardsticks; the rehearsal of schemes; standards cited and not held, or out of
force: through the pages, in the city of the scenario."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from typing import Any

import openpyxl
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from duibiao.accounts.models import User
from duibiao.bases.candidates import candidates_for
from duibiao.catalogue.actions import load_scheme, start_draft
from duibiao.catalogue.models import SchemeVersion
from duibiao.catalogue.queries import scheme_of
from duibiao.core.compare.filed import judge_product
from duibiao.core.compare.rehearsal import rehearse
from duibiao.core.compare.scheme_document import read_scheme
from duibiao.declarations.models import Declaration, ExecutedStandard, KeyIndicator, Product
from duibiao.declarations.queries import findings_of
from duibiao.declarations.queries.citing import cited_not_held
from duibiao.demo.actions import scheme_documents
from duibiao.demo.city import firms
from duibiao.demo.story import Story
from duibiao.journal.models import Entry
from duibiao.organisations.queries import organisation
from duibiao.standards.queries import find
from tests.people import client_of
from tests.played import upto
from tests.rules.example_schemes import g0_document

DISC = "汽车制动盘"
EXPECTED = {"L": "leading", "A": "attained", "P": "unattainable", "N": "unattainable"}


def discs(**more: Any) -> dict[str, Any]:
    """The plan's example (g0) as a scheme for brake discs."""
    whole = {**g0_document(), "scheme_id": "discs", "title": "汽车制动盘对标方案", **more}
    return {**whole, "product_or_service": {"name": DISC}}


def tighter() -> dict[str, Any]:
    """Its next version: 噪声 ≤60 becomes ≤56."""
    whole = discs()
    whole["indicators"][2]["benchmark_requirements"][0]["text"] = "≤56"
    return whole


def makers() -> Counter[str]:
    """What (g0) says of the makers of brake discs that stayed."""
    stay = [firm for firm in firms() if firm.k and firm.trade.product == DISC]
    return Counter(EXPECTED[firm.outcome] for firm in stay)


def clerk(product: Product) -> User:
    """The enterprise's own clerk."""
    organisation_id = product.declaration.participation.enterprise.organisation_id
    return User.objects.filter(memberships__organisation_id=organisation_id).earliest("pk")


def page(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


def a_disc(district: str = "120116") -> Product:
    found = Product.objects.filter(
        name=DISC, declaration__participation__enterprise__district_id=district
    )
    return found.exclude(declaration__participation__state="left").earliest("pk")


@pytest.fixture
def scheme(played: Story) -> SchemeVersion:
    """A published scheme for brake discs."""
    return load_scheme(document=discs())


@upto(18)
def test_the_rehearsal_counts_what_the_scenario_says(played: Story, scheme: SchemeVersion) -> None:
    """g0 的结论逐家算出，与页面数字、与逐家实判一致；计入与不计入合计为全部 198 家。"""
    nation = client_of(played.cast.person("gb"))
    shown = page(nation, f"/rehearsals/scheme/{scheme.pk}/")
    for outcome, count in makers().items():
        assert re.search(rf'\?figure={outcome}">{count}</a>', shown), (outcome, count)
    assert f"计入 {makers().total()} 个产品，不计入 {198 - makers().total()} 个" in shown
    members = page(nation, f"/rehearsals/scheme/{scheme.pk}/members/?figure=leading")
    assert f"领跑：{makers()['leading']} 个产品" in members or makers()["leading"] == 0


@upto(18)
def test_a_draft_counts_before_what_it_counts_after(played: Story) -> None:
    """草案预演 = 发布后预演 = 逐家实判。"""
    draft = start_draft(
        owner=organisation("gb"),
        code="discs",
        title="汽车制动盘对标方案",
        document=discs(),
        by=played.cast.person("gb"),
    )
    nation = client_of(played.cast.person("gb"))
    before = page(nation, f"/rehearsals/draft/{draft.pk}/")
    version = load_scheme(document=discs())
    after = page(nation, f"/rehearsals/scheme/{version.pk}/")
    assert figures(before) == figures(after)
    candidates = candidates_for(played.cast.person("gb"), played.campaign)
    judged = [judge_product(scheme_of(version), one.product) for one in candidates]
    real = Counter(one.judgement.outcome.value for one in judged if one.judgement)
    assert real == makers()
    foreign = client_of(played.cast.person("120116-market"))
    assert foreign.get(f"/rehearsals/draft/{draft.pk}/").status_code == 404  # not shown yet


def figures(shown: str) -> list[tuple[str, str]]:
    return re.findall(r"figure=([\w]+[^\"]*)\">(\d+)<", shown)


@upto(18)
def test_a_draft_that_cannot_be_read_says_where(played: Story) -> None:
    """权重不足 1 的草案：页面列出要改的地方，不出 500。"""
    whole = discs()
    whole["indicators"].pop()
    draft = start_draft(
        owner=organisation("gb"),
        code="discs",
        title="汽车制动盘对标方案",
        document=whole,
        by=played.cast.person("gb"),
    )
    browser = client_of(played.cast.person("gb"))
    assert "先改正下列各处" in page(browser, f"/rehearsals/draft/{draft.pk}/")
    assert browser.get(f"/rehearsals/draft/{draft.pk}/members/").status_code == 404


@upto(18)
def test_the_ten_schemes_rehearse_as_they_judge(played: Story) -> None:
    """十个方案逐个预演，与冻结版本逐家实判计数相等；把一家的产品改成方案的产品，计入一家。"""
    product = a_disc()
    documents = scheme_documents()
    user = played.cast.person("tj-market")
    for document in documents:
        whole = read_scheme(document)
        Product.objects.filter(pk=product.pk).update(name=f"某牌{whole.product}")
        product.indicators.all().delete()
        for one in whole.indicators:
            clause = next(iter(one.benchmarks + one.baseline))
            KeyIndicator.objects.create(
                product=product,
                name=one.name[:80],
                unit=one.unit[:24],
                stipulated=clause.requirement.text[:200],
            )
        frozen = scheme_of(load_scheme(document=document))
        candidates = candidates_for(user, played.campaign)
        rehearsed = rehearse(whole, candidates)
        real = Counter(
            verdict.judgement.outcome if verdict.judgement else verdict.not_judged
            for verdict in (judge_product(frozen, one.product) for one in candidates)
        )
        counts: dict[Any, int] = {**rehearsed.counts.outcomes}
        counts.update(rehearsed.counts.not_judged)
        assert {k: n for k, n in counts.items() if n} == real, whole.id
        assert rehearsed.counts.judged == 1, whole.id


@upto(18)
def test_districts_see_their_own_and_enterprises_none(played: Story, scheme: SchemeVersion) -> None:
    """区局只看本区；企业与市部门不得看；各区之和等于全市。"""
    city = candidates_for(played.cast.person("tj-market"), played.campaign)
    own = candidates_for(played.cast.person("120111-market"), played.campaign)
    assert (len(city), len(own)) == (198, 15)
    district = client_of(played.cast.person("120111-market"))
    assert "滨海新区" not in page(district, f"/rehearsals/scheme/{scheme.pk}/")
    for user in (clerk(a_disc()), played.cast.person("tj-sasac")):
        assert client_of(user).get(f"/rehearsals/scheme/{scheme.pk}/").status_code == 403


@upto(18)
def test_members_are_the_figure_and_leave_a_trace_when_taken(
    played: Story, scheme: SchemeVersion
) -> None:
    """数字点开即名单；下载的名单行数相同，并记入日志。"""
    browser = client_of(played.cast.person("tj-market"))
    address = f"/rehearsals/scheme/{scheme.pk}/members"
    count = makers()["attained"]
    assert f"：{count} 个产品" in page(browser, f"{address}/?figure=attained")
    taken = browser.get(f"{address}.xlsx?figure=attained")
    sheet = openpyxl.load_workbook(io.BytesIO(taken.content)).active
    assert sheet is not None
    assert sheet.max_row == count + 1
    entry = Entry.objects.filter(event="rehearsal.downloaded").latest("pk")
    assert json.loads(entry.after)["rows"] == count
    assert browser.get(f"{address}/?figure=nonsense").status_code == 404


@upto(18)
def test_who_moves_between_two_versions(played: Story, scheme: SchemeVersion) -> None:
    """第 2 版把噪声收紧到 ≤56：原来达标的（≤60）改为不达标，一家不差。"""
    second = load_scheme(document=tighter())
    browser = client_of(played.cast.person("tj-market"))
    shown = page(browser, f"/rehearsals/scheme/{second.pk}/moves/")
    assert f"{makers()['attained']} 个产品的结论将改变" in shown
    back = page(browser, f"/rehearsals/scheme/{second.pk}/moves/?from={scheme.pk}")
    assert f"{makers()['attained']} 个产品的结论将改变" in back
    assert browser.get(f"/rehearsals/scheme/{second.pk}/moves/?from=999999").status_code == 404


@upto(18)
def test_a_rehearsal_asks_the_database_a_constant_number_of_times(
    played: Story, scheme: SchemeVersion, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """十五家或一百九十八家，查询次数相同。"""
    district = client_of(played.cast.person("120111-market"))
    city = client_of(played.cast.person("tj-market"))
    counts = []
    for browser in (district, city):
        browser.get("/")
        with django_assert_max_num_queries(40) as asked:
            page(browser, f"/rehearsals/scheme/{scheme.pk}/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


@upto(18)
def test_the_matrix_shows_the_filing_against_every_standard(
    played: Story, scheme: SchemeVersion
) -> None:
    """企业打开自己的产品：逐项与标准比对，最严格有标记；下载与页面一致，记入日志。"""
    product = a_disc()
    own = client_of(clerk(product))
    shown = page(own, f"/matrix/{product.pk}/")
    assert "ISO 1" in shown
    assert "本行最严" in shown
    for kind in ("json", "xlsx"):
        taken = own.get(f"/matrix/{product.pk}/matrix.{kind}")
        assert taken.status_code == 200
    found = own.get(f"/matrix/{product.pk}/matrix.json").json()
    assert [row["name"] for row in found["rows"]] == ["耐久", "能耗", "噪声", "安全等级"]
    assert all(row["cells"][0]["relation"] for row in found["rows"])
    for row in found["rows"]:
        assert row["declared"] in shown
        assert row["cells"][0]["demand"].replace("≤", "≤") in shown
    assert Entry.objects.filter(event="matrix.downloaded").count() == 3


@upto(18)
def test_another_standard_changes_only_columns(played: Story, scheme: SchemeVersion) -> None:
    """网址里增加一个标准：原有各列逐格不变，申报内容一字不动。"""
    other = load_scheme(document=discs(scheme_id="others", title="另一个方案"))
    product = a_disc()
    browser = client_of(played.cast.person("tj-market"))
    base = f"/matrix/{product.pk}/matrix.json?standard={scheme.pk}.1"
    one, two = browser.get(base).json(), browser.get(f"{base}&standard={other.pk}.1").json()
    assert [c["key"] for c in two["columns"]] == [f"{scheme.pk}.1", f"{other.pk}.1"]
    assert two["columns"][0] == one["columns"][0]
    for before, after in zip(one["rows"], two["rows"], strict=True):
        unmarked = [{**cell, "strictest": None} for cell in (before["cells"][0], after["cells"][0])]
        assert unmarked[0] == unmarked[1]
        assert [before[k] for k in ("name", "declared")] == [after[k] for k in ("name", "declared")]


@upto(18)
def test_the_matrix_of_a_product_no_scheme_is_for(played: Story) -> None:
    """没有适用方案：说明怎么办；加入一个方案即可比；无此标准的网址说明未列入，不出错。"""
    load_scheme(document=discs(product_or_service={"name": DISC}))
    product = Product.objects.filter(name="脱水蔬菜").earliest("pk")
    browser = client_of(played.cast.person("tj-market"))
    assert "没有适用于这个产品的已发布方案" in page(browser, f"/matrix/{product.pk}/")
    assert "ISO 1" in page(browser, f"/matrix/{product.pk}/?scheme=discs")
    assert "1 个标准不在已发布的方案中" in page(browser, f"/matrix/{product.pk}/?standard=9.9")


@upto(18)
def test_foreign_filings_stay_closed(played: Story, scheme: SchemeVersion) -> None:
    """别家企业、别区区局、市部门打不开矩阵。"""
    product = a_disc()
    stranger = Product.objects.filter(name="脱水蔬菜").earliest("pk")
    for user in (
        clerk(stranger),
        played.cast.person("120111-market"),
        played.cast.person("tj-sasac"),
    ):
        assert client_of(user).get(f"/matrix/{product.pk}/").status_code in {403, 404}
    assert client_of(played.cast.person("120116-market")).get(
        f"/matrix/{product.pk}/"
    ).status_code in {200}


@upto(18)
def test_what_is_cited_and_not_held_is_listed_within_reach(
    played: Story, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """The institute sees the whole city's, a bureau its district's; entered, a standard leaves
    the list."""
    institute, bureau = played.cast.person("tj-institute"), played.cast.person("120101-market")
    whole, part = cited_not_held(institute), cited_not_held(bureau)
    assert sum(one.declarations for one in whole) > sum(one.declarations for one in part) > 0
    wanted = next(one for one in whole if one.readable)
    browser = client_of(institute)
    with django_assert_max_num_queries(20):
        page = browser.get("/standards-missing/").content.decode()
    assert wanted.number in page
    browser.post("/standards/new/", {"number": wanted.number, "status": "current"})
    assert find(wanted.number) is not None
    assert wanted.number not in {one.number for one in cited_not_held(institute)}
    assert (
        client_of(played.cast.person("120101-commerce")).get("/standards-missing/").status_code
        == 403
    )


@upto(18)
@pytest.mark.clause("五(二)2(2)-2")
def test_a_superseded_edition_is_said_where_it_is_cited(played: Story) -> None:
    """With the edition in its place; a note that hinders nobody."""
    cited = ExecutedStandard.objects.exclude(normalised="").order_by("pk")[0]
    declaration = Declaration.everything.get(pk=cited.declaration_id)
    assert not [one for one in findings_of(declaration) if one.rule == "edition_gone"]
    institute = client_of(played.cast.person("tj-institute"))
    newer = f"{cited.normalised[:-4]}2030"
    institute.post("/standards/new/", {"number": newer, "status": "upcoming"})
    given = {"status": "superseded", "superseded_by": newer, "expected_version": "1"}
    held = find(cited.normalised)
    address = f"/standards/{held.pk}/edit/" if held else "/standards/new/"
    institute.post(address, {"number": cited.normalised, **given})
    [found] = [one for one in findings_of(declaration) if one.rule == "edition_gone"]
    assert not found.stops
    page = client_of(played.cast.person("tj-institute")).get(declaration.get_absolute_url())
    assert f"新版为 {newer}" in page.content.decode()


@upto(18)
def test_a_scheme_says_which_of_its_standards_are_out_of_force(played: Story) -> None:
    """A grade behind the number is not part of it; whoever is not signed in reads it as well."""
    newest = {one["scheme_id"]: load_scheme(document=one) for one in scheme_documents()}
    page = f"/catalogue/schemes/{newest['04-room-air-conditioner'].pk}/"
    before = Client().get(page).content.decode()
    assert "已不现行" not in before
    held = find("GB 21455-2019")
    assert held is not None
    institute = client_of(played.cast.person("tj-institute"))
    given = {"number": held.number, "status": "withdrawn", "expected_version": str(held.version)}
    institute.post(f"/standards/{held.pk}/edit/", given)
    after = Client().get(page).content.decode()
    assert "引用的标准里有已不现行的" in after
    assert after.count("废止") > before.count("废止")
