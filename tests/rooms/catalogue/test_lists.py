"""Benchmark lists (附.21-1; requirements (b)11): domestic and foreign standards, each once,
published by the national office in editions; imported and exported as a workbook."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from duibiao.access import Permission, Refused
from duibiao.catalogue import actions
from duibiao.catalogue.benchmark_list import BENCHMARK_ITEMS
from duibiao.catalogue.facts import ItemTwice, ListClosed, ListCodeTaken, NotAStandardNumber
from duibiao.catalogue.models import BenchmarkList
from duibiao.imports.definition import Context
from duibiao.messages.models import Dispatch
from duibiao.organisations.queries import organisation
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.performing import perform
from tests.people import client_of, load_city, person, reviewer
from tests.rooms.imports.kit import assert_round_trip, assert_sound

pytestmark = [pytest.mark.django_db, pytest.mark.clause("附.21-1")]
ITEMS = (
    {
        "number": "ISO 3183:2012",
        "title": "石油天然气工业 管线输送系统用钢管",
        "country": "国际",
        "body": "ISO",
        "level": "international",
        "category": "international",
        "status": "in_force",
        "applies_to": "管线管",
        "obtain": "向 ISO 购买",
    },
    {
        "number": "GB/T 9711-2017",
        "title": "石油天然气工业 管线输送系统用钢管",
        "country": "中国",
        "body": "SAC",
        "level": "national",
        "category": "domestic_advanced",
        "status": "in_force",
        "applies_to": "管线管",
        "obtain": "国家标准全文公开系统",
    },
)


@pytest.fixture(autouse=True)
def _city() -> None:
    load_city()


def begin(title: str = "钢管对标标准清单") -> BenchmarkList:
    """The national office begins a list, or its next edition."""
    return actions.start_list(
        owner=organisation("gb"), code="pipe", title=title, products="管线管", by=person("gb")
    )


def take(record: BenchmarkList, step: str, by: Any = None, reason: str = "") -> BenchmarkList:
    """One step, on the list as it is now."""
    fresh = BenchmarkList.everything.get(pk=record.pk)
    who = by or person("gb")
    perform(fresh, step, by=who, expected_version=fresh.version, reason=reason)
    return BenchmarkList.everything.get(pk=record.pk)


def published() -> BenchmarkList:
    """A published list of two."""
    record = actions.write_list(record=begin(), items=ITEMS, by=person("gb"))
    return take(take(record, "submit"), "publish", reviewer("gb"))


@pytest.mark.clause("五(三)2-1")
def test_domestic_and_foreign_standards_are_published_and_told() -> None:
    """Numbers in one spelling with their years; everybody concerned is told."""
    record = published()
    assert [(i.number, i.year) for i in record.items.all()] == [
        ("ISO 3183:2012", "2012"),
        ("GB/T 9711-2017", "2017"),
    ]
    told = Dispatch.everything.get(subject__contains="清单已发布")
    codes = set(told.deliveries.values_list("recipient__code", flat=True))
    assert {"tj-market", "120116-market", "tj-association"} <= codes
    with pytest.raises(ListClosed):
        actions.write_list(record=record, items=ITEMS, by=person("gb"))


def test_the_same_number_and_year_twice_is_refused() -> None:
    """In any spelling; another year is another standard; what is no number is refused."""
    record = begin()
    twice = [*ITEMS, ITEMS[1] | {"number": "GB/T9711—2017"}]
    with pytest.raises(ItemTwice):
        actions.write_list(record=record, items=twice, by=person("gb"))
    with pytest.raises(NotAStandardNumber):
        actions.write_list(record=record, items=[{"number": "九七一一"}], by=person("gb"))
    other = [*ITEMS, ITEMS[1] | {"number": "GB/T 9711-2011"}]
    assert actions.write_list(record=record, items=other, by=person("gb")).items.count() == 3


def test_an_empty_or_incomplete_list_is_not_handed_in() -> None:
    """No items; a foreign standard without its country: named."""
    record = begin()
    with pytest.raises(StepRefused) as refused:
        take(record, "submit")
    assert [f.code for f in refused.value.facts] == ["list_empty"]
    foreign = ITEMS[0] | {"category": "foreign_advanced", "country": ""}
    actions.write_list(record=record, items=[foreign], by=person("gb"))
    with pytest.raises(StepRefused) as refused:
        take(record, "submit")
    assert [f.values()["field"] for f in refused.value.facts] == ["country"]


def test_a_new_edition_supersedes_the_old_one() -> None:
    """It brings the items along; only one is open at a time; the old one stays readable."""
    first = published()
    with pytest.raises(StepRefused):
        take(first, "supersede", reviewer("gb"))
    second = begin("钢管对标标准清单（修订）")
    assert (second.edition, second.items.count()) == (2, 2)
    with pytest.raises(ListCodeTaken):
        begin()
    second = take(take(second, "submit"), "publish", reviewer("gb"))
    first.refresh_from_db()
    assert (first.state, second.state) == ("superseded", "published")
    clerk = person("120116-market")
    seen = BenchmarkList.objects.visible_to(clerk, Permission.SCHEME_READ)
    assert set(seen) == {first, second}


def test_only_the_national_office_publishes_its_list() -> None:
    """Four eyes, and nobody else's."""
    record = actions.write_list(record=begin(), items=ITEMS, by=person("gb"))
    record = take(record, "submit")
    for other in (person("gb"), reviewer("tj-market"), reviewer("120116-market")):
        with pytest.raises(Refused):
            take(record, "publish", other)
    with pytest.raises(ListCodeTaken):
        actions.start_list(
            owner=organisation("tj-market"), code="pipe", title="x", by=person("tj-market")
        )


@pytest.mark.clause("横-6")
def test_export_and_import_are_one_another() -> None:
    """The exported workbook, imported again, changes nothing."""
    record = actions.write_list(record=begin(), items=ITEMS, by=person("gb"))
    assert_sound(BENCHMARK_ITEMS)
    context = Context(
        user=person("gb"), organisation=organisation("gb"), parameters={"list": str(record.pk)}
    )
    assert_round_trip(BENCHMARK_ITEMS, context)


def test_a_closed_list_is_not_exported_and_says_why() -> None:
    """A draft's workbook is had; a published one leads back with the reason, not to an error."""
    client = client_of(person("gb"))
    record = actions.write_list(record=begin(), items=ITEMS, by=person("gb"))
    path = f"/imports/lists/benchmark-list/export.xlsx?list={record.pk}"
    assert client.get(path).status_code == 200
    take(record, "submit")
    told = client.get(path, follow=True)
    assert told.status_code == 200
    assert "清单已经报批或发布" in told.content.decode()


def test_the_pages_over_http(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    """Begun by a form, filled, published by buttons; a district sees it once it is published."""
    writer, clerk = client_of(person("gb")), client_of(person("120116-market"))
    bad = writer.post("/catalogue/lists/begin/", {"code": "", "title": "清单"})
    assert bad.status_code == 422
    writer.post("/catalogue/lists/begin/", {"code": "pipe", "title": "钢管对标标准清单"})
    record = BenchmarkList.everything.get()
    page = record.get_absolute_url()
    assert clerk.get(page).status_code == 404
    assert "清单还没有条目" in writer.get(page).content.decode()
    actions.write_list(record=record, items=ITEMS, by=person("gb"))
    for client, step in ((writer, "submit"), (client_of(reviewer("gb")), "publish")):
        seen = BenchmarkList.everything.get()
        client.post(f"/steps/benchmark_list/{seen.pk}/{step}/", {"expected_version": seen.version})
    read = clerk.get(page).content.decode()
    for words in ("GB/T 9711-2017", "达到国际先进水平的国内标准", "国家标准全文公开系统", "已发布"):
        assert words in read
    with django_assert_max_num_queries(12):
        assert "钢管对标标准清单" in clerk.get("/catalogue/lists/").content.decode()
    assert clerk.post("/catalogue/lists/begin/", {}).status_code == 403
