"""The register of standards at its pages (一-8; 附.21-1)."""

from __future__ import annotations

from datetime import date

import pytest

from duibiao.journal.models import Entry
from duibiao.standards.models import Adoption, Edition
from duibiao.standards.queries import find, near, out_of_force, search
from tests.people import client_of, load_city, person, reviewer
from tests.rooms.imports.visit import Visit, workbook_of

pytestmark = pytest.mark.django_db
HEAD = ("标准编号", "中文名称", "英文名称", "状态", "被代替，新版为", "发布日期")
TEXTILES = (
    ("GB 18401-2003", "国家纺织产品基本安全技术规范", "", "被代替", "GB 18401-2010", "2003-11-27"),
    ("GB 18401-2010", "国家纺织产品基本安全技术规范", "", "现行", "", "2011-01-14"),
    (
        "ISO 14184-1:1998",
        "",
        "Textiles — Determination of formaldehyde",
        "被代替",
        "ISO 14184-1:2011",
        "",
    ),
    ("ISO 14184-1:2011", "", "Textiles — Determination of formaldehyde", "", "", "2011-02-15"),
    ("GB/T 2912.1-2009", "纺织品 甲醛的测定 第1部分", "", "现行", "", "2009-06-19"),
)


@pytest.fixture(autouse=True)
def city() -> None:
    load_city()


def hold(*rows: tuple[str, ...]) -> str:
    """Import standards as the institute; the receipt's address."""
    visit = Visit(person("tj-institute"), "standards")
    return visit.write(visit.begin(workbook_of(HEAD, *rows)), new=len(rows))


def test_the_institute_enters_a_standard_and_its_next_edition() -> None:
    """By the form; an edition with a successor is no longer in force."""
    browser = client_of(person("tj-institute"))
    given = {
        "number": "GB 18401—2010",
        "title": "国家纺织产品基本安全技术规范",
        "status": "current",
    }
    answer = browser.post("/standards/new/", given)
    held = find("GB 18401-2010")
    assert answer.status_code == 302
    assert held is not None
    assert (held.standard.number, held.standard.level, held.year) == (
        "GB 18401",
        "national",
        "2010",
    )
    again = browser.post("/standards/new/", given)
    assert again.status_code == 409
    assert "GB 18401-2010 已经登记" in again.content.decode()
    browser.post("/standards/new/", {"number": "GB 18401-2025", "status": "upcoming"})
    page = browser.get(f"/standards/{held.pk}/edit/").content.decode()
    assert 'value="GB 18401-2010"' in page
    change = {**given, "number": held.number, "superseded_by": "GB18401-2025"}
    change |= {"expected_version": "1", "withdrawn_on": "2025-06-01"}
    refused = browser.post(f"/standards/{held.pk}/edit/", change)
    assert "还没有登记 GB18401-2025" in refused.content.decode()
    change["superseded_by"] = "GB 18401-2025"
    refused = browser.post(f"/standards/{held.pk}/edit/", change)
    assert "状态应为被代替或废止" in refused.content.decode()
    done = browser.post(f"/standards/{held.pk}/edit/", {**change, "status": "superseded"})
    assert done.status_code == 302
    assert "GB 18401-2025" in browser.get(f"/standards/{held.pk}/").content.decode()
    late = browser.post(f"/standards/{held.pk}/edit/", {**change, "status": "superseded"})
    assert "刚被别人改过" in late.content.decode()
    events = Entry.objects.filter(object_type="standards.edition").values_list("event", flat=True)
    assert sorted(events) == ["standard.added", "standard.added", "standard.changed"]


def test_what_is_no_standard_is_said_so() -> None:
    """Nothing is lost and nothing is written."""
    browser = client_of(person("tj-institute"))
    answer = browser.post(
        "/standards/new/", {"number": "三号文", "status": "current", "title": "x"}
    )
    assert answer.status_code == 409
    assert "“三号文”不像标准编号" in answer.content.decode()
    assert 'value="x"' in answer.content.decode()
    assert not Edition.objects.exists()


@pytest.mark.parametrize("code", ["120116-market", "gb", "tj-industry"])
def test_others_read_but_do_not_write(code: str) -> None:
    """Commission and institute keep the register."""
    hold(*TEXTILES)
    browser = client_of(person(code))
    assert browser.get("/standards/").status_code == 200
    assert browser.get("/standards/new/").status_code == 403
    assert browser.post("/standards/new/", {"number": "GB 1-2020"}).status_code == 403


def test_a_standard_is_found_by_number_and_by_words() -> None:
    """In any width, with or without signs; several words must all be there."""
    hold(*TEXTILES)
    assert [one.number for one in search("gb18401")] == ["GB 18401-2003", "GB 18401-2010"]
    assert [one.number for one in search("甲醛 纺织")] == ["GB/T 2912.1-2009"]
    assert [one.number for one in search("formaldehyde", status="current")] == ["ISO 14184-1:2011"]
    assert [one.number for one in search("", level="international", status="superseded")] == [
        "ISO 14184-1:1998"
    ]
    page = client_of(person("gb")).get("/standards/?q=GB18401&status=current").content.decode()
    assert "GB 18401-2010" in page
    assert "GB 18401-2003" not in page


def test_typing_offers_the_edition_in_force_first() -> None:
    """GB18401 → GB 18401-2010."""
    hold(*TEXTILES)
    assert [one.number for one in near("GB18401")] == ["GB 18401-2010", "GB 18401-2003"]
    assert near("GB") == []
    answer = client_of(person("gb")).get("/standards/near/?q=ＧＢ18401").json()
    assert answer["found"][0] == {
        "number": "GB 18401-2010",
        "title": "国家纺织产品基本安全技术规范",
        "word": "现行",
    }


def test_the_lists_come_in_and_go_out_and_are_taken_back() -> None:
    """Successors may stand in the same table; undone, nothing is left."""
    receipt = hold(*TEXTILES)
    old = find("GB 18401-2003")
    assert old is not None
    assert old.superseded_by is not None
    assert old.superseded_by.number == "GB 18401-2010"
    assert old.published_on == date(2003, 11, 27)
    assert list(out_of_force(["GB 18401—2003", "GB 18401-2010"])) == ["GB 18401-2003"]
    visit = Visit(person("tj-institute"), "adoptions")
    ledger = workbook_of(
        ("国内标准", "国际标准", "采用关系"), ("GB/T 2912.1-2009", "ISO 14184-1:1998", "MOD")
    )
    of_ledger = visit.write(visit.begin(ledger), new=1)
    line = Adoption.objects.get()
    assert (line.domestic.number, line.degree) == ("GB/T 2912.1-2009", "MOD")
    everything = Visit(person("tj-institute"), "standards")
    assert everything.undo(receipt) == 409  # the ledger names them
    assert Edition.objects.count() == len(TEXTILES)
    assert visit.undo(of_ledger) == 302
    assert everything.undo(receipt) == 302
    assert not Edition.objects.exists()


def test_a_wrong_table_says_what_is_wrong_in_each_row() -> None:
    """Numbers, spellings, successors, the side of an adoption."""
    visit = Visit(person("tj-institute"), "standards")
    session = visit.begin(
        workbook_of(
            HEAD,
            ("三号文", "x", "", "", "", ""),
            ("GB 1—2020", "x", "", "", "", ""),
            ("GB 2-2000", "x", "", "被代替", "GB 2-2020", ""),
            ("GB 3-2000", "x", "", "现行", "GB 3-2020", ""),
            ("GB 3-2020", "x", "", "现行", "", ""),
        )
    )
    page = visit.look(session, "rows")
    for words in ("不像标准编号", "GB 1-2020", "没有登记，也不在本表中", "状态应为被代替或废止"):
        assert words in page


def test_an_amendment_and_an_adoption_at_the_page() -> None:
    """Recorded at the edition's page, refused with the reason."""
    hold(*TEXTILES)
    browser, held = client_of(person("tj-institute")), find("GB/T 2912.1-2009")
    assert held is not None
    browser.post(f"/standards/{held.pk}/amendments/", {"number": "第1号修改单"})
    adopt = {"international": "ISO 14184-1:2011", "degree": "IDT"}
    assert browser.post(f"/standards/{held.pk}/adoptions/", adopt).status_code == 302
    twice = browser.post(f"/standards/{held.pk}/adoptions/", adopt)
    assert "已经登记" in twice.content.decode()
    own = browser.post(
        f"/standards/{held.pk}/adoptions/", {"international": "GB 18401-2010", "degree": "IDT"}
    )
    assert "国内标准采用国际或国外标准" in own.content.decode()
    page = browser.get(f"/standards/{held.pk}/").content.decode()
    assert "第1号修改单" in page
    assert "ISO 14184-1:2011" in page
    line = Adoption.objects.get()
    assert browser.post(f"/standards/adoptions/{line.pk}/drop/").status_code == 302
    assert not Adoption.objects.exists()
    stranger = client_of(reviewer("120116-market"))
    assert stranger.post(f"/standards/{held.pk}/adoptions/", adopt).status_code == 403
