"""The two figures of 五(六)3 at their page (scenario step 40; board (e)18)."""

from __future__ import annotations

import re

import pytest

from duibiao.accounts.models import User
from duibiao.campaigns.queries import current_campaign
from duibiao.journal.models import Entry
from tests.people import client_of, person
from tests.rooms.declarations.material import campaign
from tests.rooms.imports.visit import Visit, workbook_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def city() -> None:
    """The city and its campaign of 2018."""
    campaign()


def hold(numbers: list[str]) -> None:
    """Import standards as the institute."""
    visit = Visit(institute(), "standards")
    rows = [(number,) for number in numbers]
    visit.write(visit.begin(workbook_of(("标准编号",), *rows)), new=len(rows))


def adopt(pairs: list[tuple[str, str, str]]) -> None:
    """Import lines of the ledger as the institute."""
    visit = Visit(institute(), "adoptions")
    head = ("国内标准编号", "国际标准编号", "采用程度")
    visit.write(visit.begin(workbook_of(head, *pairs)), new=len(pairs))


def institute() -> User:
    return person("tj-institute")


def name_area(kind: str, name: str, numbers: list[str]) -> None:
    """Name a key area as the commission."""
    given = {"name": name, "numbers": "\n".join(numbers)}
    answer = client_of(person("tj-market")).post(f"/standards/adoption/{kind}/new/", given)
    assert answer.status_code == 302, answer.content.decode()


def cells(page: str) -> list[list[str]]:
    """The rows of the page's tables as texts."""
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", page, re.DOTALL)
    texts = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    return [[re.sub(r"<[^>]+>", "", cell).strip() for cell in row] for row in texts]


def figures(code: str = "tj-market") -> list[list[str]]:
    """The page, as the person sees it."""
    return cells(client_of(person(code)).get("/standards/adoption/").content.decode())


@pytest.mark.clause("五(六)3-3")
def test_without_key_areas_nothing_is_told() -> None:
    """The plan names none; the commission says which, until then 口径未定."""
    page = client_of(person("tj-market")).get("/standards/adoption/").content.decode()
    assert page.count("口径未定") == 2
    refused = client_of(person("120116-market")).post(
        "/standards/adoption/equipment/new/", {"name": "机床", "numbers": ""}
    )
    assert refused.status_code == 403


@pytest.mark.clause("五(六)3-1", "一-3")
def test_step_40_conversion_is_more_than_ninety_percent_or_not() -> None:
    """180 of 200 is not more than 90 %, 181 of 200 is; every figure lists its standards."""
    abroad = [f"ISO {number}:2010" for number in range(1, 201)]
    own = [f"GB/T {number}-2012" for number in range(50001, 50182)]
    hold([*abroad, *own])
    adopt([(g, i, "IDT") for g, i in zip(own[:180], abroad[:180], strict=True)])
    name_area("equipment", "机床", abroad)
    total = figures()[1]
    assert total[1:6] == ["180", "200", "90%", "未达", "180"]
    adopt([(own[180], abroad[180], "MOD")])
    assert figures("gb")[1][1:5] == ["181", "200", "90.5%", "达到"]
    browser = client_of(person("gb"))
    listed = browser.get("/standards/adoption/equipment/all/part/").content.decode()
    assert listed.count("<li>") == 181
    missing = browser.get("/standards/adoption/equipment/all/open/").content.decode()
    assert "ISO 200<" in missing
    assert missing.count("<li>") == 19


@pytest.mark.clause("五(六)3-2")
def test_step_40_consistency_reaches_ninety_five_percent_or_not() -> None:
    """95 of 100 reaches 95 %; 949 of 1000 does not."""
    hold(["ISO 1:2010", *(f"GB/T {number}-2012" for number in range(60001, 61001))])
    hundred = [f"GB/T {number}-2012" for number in range(60001, 60101)]
    adopt([(one, "ISO 1:2010", "MOD" if n < 95 else "NEQ") for n, one in enumerate(hundred)])
    name_area("consumer", "纺织服装", hundred)
    assert figures()[1][1:5] == ["95", "100", "95%", "达到"]
    rest = [f"GB/T {number}-2012" for number in range(60101, 61001)]
    adopt([(one, "ISO 1:2010", "IDT" if n < 854 else "NEQ") for n, one in enumerate(rest)])
    name_area("consumer", "家用电器", rest)
    assert figures()[1][:5] == ["合计（去重）", "949", "1000", "94.9%", "未达"]


@pytest.mark.clause("五(六)3-3")
def test_the_definition_is_a_recorded_version() -> None:
    """Levels and degrees that count are the campaign's; each change is a version in the journal."""
    hold(["ISO 1:2010", "T/CAS 1-2018"])
    adopt([("T/CAS 1-2018", "ISO 1:2010", "IDT")])
    name_area("equipment", "机床", ["ISO 1:2010"])
    assert figures()[1][1:5] == ["0", "1", "0%", "未达"]
    given = {"levels": ["national", "group"], "degrees": ["IDT"], "ground": "会议纪要3号"}
    commission = client_of(person("tj-market"))
    assert commission.post("/standards/adoption/definition/", given).status_code == 302
    assert figures()[1][1:5] == ["1", "1", "100%", "达到"]
    assert current_campaign().parameters["adoption"]["version"] == 2
    assert Entry.objects.filter(event="campaign.parameter").exists()
    refused = client_of(institute()).post("/standards/adoption/definition/", given)
    assert refused.status_code == 403
    nothing = commission.post("/standards/adoption/definition/", {"ground": "x"})
    assert nothing.status_code == 409


@pytest.mark.clause("五(六)3-3")
def test_an_area_lists_what_is_held_and_of_the_right_side() -> None:
    """Equipment areas list international standards, consumer areas domestic ones."""
    hold(["ISO 1:2010", "GB/T 1-2020"])
    browser = client_of(person("tj-market"))
    given = {"name": "机床", "numbers": "ISO 1:2010\nGB/T 1-2020\nISO 77:2010"}
    answer = browser.post("/standards/adoption/equipment/new/", given)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "GB/T 1-2020 不能计入" in page
    assert "还没有登记 ISO 77:2010" in page
    assert "ISO 77:2010" in page
    name_area("equipment", "机床", ["ISO 1:2010"])
    twice = browser.post("/standards/adoption/equipment/new/", {"name": "机床", "numbers": ""})
    assert "已有名为“机床”的重点领域" in twice.content.decode()
