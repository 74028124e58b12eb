"""The register of a district as a workbook: the rules of the form, row by row."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import polars as pl
import pytest
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from duibiao.accounts.models import User
from duibiao.core.identify import uscc
from duibiao.enterprises.actions.registering import register_enterprise
from duibiao.enterprises.models import Capital, Enterprise
from duibiao.enterprises.particulars import Particulars
from duibiao.enterprises.register_list import REGISTER, SCHEMA
from duibiao.imports.definition import Context
from duibiao.journal.models import Entry
from duibiao.journal.queries import broken_chains
from duibiao.organisations.models import Organisation
from duibiao.organisations.queries import organisation
from duibiao.ui.wording import word
from tests.people import client_of, load_city, person
from tests.rooms.imports.kit import assert_frame_round_trip, assert_round_trip, assert_sound
from tests.rooms.imports.visit import Visit, workbook_of

pytestmark = [pytest.mark.django_db, pytest.mark.clause("横-6")]
BINHAI, HEPING = "120116-market", "120101-market"
HEAD = ("企业名称", "信用代码", "住所", "行业", "从业人员（人）", "营业收入（万元）", "企业规模")


def code(number: int) -> str:
    """A good credit code."""
    first = "91120116" + f"{number:09d}"
    return first + uscc.check_digit(first)


def row(number: int, **other: object) -> tuple[object, ...]:
    """A small factory of 滨海新区: 毛巾 (1771), 120 people, 3,000 万元: 小型."""
    values = {
        "name": f"天津滨海第{number}毛巾厂",
        "uscc": code(number),
        "address": "天津市滨海新区一号路",
        "industry": "1771",
        "employees": "120",
        "revenue": "3000",
        "size": "小型",
    }
    return tuple({**values, **other}.values())


def book(*rows: tuple[object, ...]) -> bytes:
    """A clerk's workbook: own headings, own order."""
    return workbook_of(HEAD, *rows)


@pytest.fixture
def clerk() -> User:
    """The handler of 滨海新区's market bureau."""
    load_city()
    return person(BINHAI)


def test_every_word_of_the_list_is_there() -> None:
    """Headings told apart, sentences for each problem."""
    assert_sound(REGISTER)


def test_from_errors_to_receipt_and_back(clerk: User) -> None:
    """One good row and one of each error; the bad ones are mended on the page; then undone."""
    visit = Visit(clerk, "enterprises")
    session = visit.begin(
        book(
            row(1),
            row(2, address="天津市和平区南京路1号"),
            row(3, size="中型"),
            row(4, industry=""),
            row(5, uscc=code(5)[:-1] + "!"),
        )
    )
    page = visit.look(session, "rows")
    for words in (
        "在和平区，不在本区",
        "按统计划型办法应为“小型”",
        "行业代码和业态只能填一个",
        "含有代码不用的字符",
    ):
        assert words in page
    visit.mend(
        session,
        _3_registered_address="天津市滨海新区南京路1号",
        _4_size_reported="小型",
        _5_industry="1771",
        _6_uscc=code(5),
    )
    assert "新增 5 行" in visit.look(session, "preview")
    receipt = visit.write(session, new=5)
    assert "新增 5 行" in visit.client.get(receipt).content.decode()
    made = Enterprise.everything.get(uscc=code(3))
    assert (made.size, made.district_id, made.industry_code) == ("小型", "120116", "C1771")
    assert made.organisation.parent == organisation(BINHAI)
    assert Entry.objects.filter(event="enterprise.registered").count() == 5
    visit.undo(receipt)
    assert not Enterprise.everything.exists()
    assert not Organisation.objects.filter(kind="enterprise").exists()
    assert list(broken_chains()) == []


def test_registered_by_a_list_or_by_the_form_it_is_the_same(clerk: User) -> None:
    """Every column of the table, and what the journal keeps."""
    visit = Visit(clerk, "enterprises")
    head = (*HEAD, "优势企业", "资产总额（万元）", "成立日期", "资本类型")
    more = ("是", "88.50", "2001-02-03", word(Capital.JOINT))
    visit.write(visit.begin(workbook_of(head, (*row(1), *more))), new=1)
    given = Particulars(
        uscc=code(2),
        name="天津滨海第1毛巾厂",
        registered_address="天津市滨海新区一号路",
        industry="1771",
        employees=120,
        revenue_wan=Decimal(3000),
        assets_wan=Decimal("88.50"),
        size_reported="小型",
        founded_on=date(2001, 2, 3),
        capital=Capital.JOINT.value,
        is_advantaged=True,
    )
    register_enterprise(given=given, by=clerk)
    own = {"id", "organisation_id", "uscc", "registered_at"}
    by_list, by_form = Enterprise.everything.order_by("uscc").values()
    assert {k: v for k, v in by_list.items() if k not in own} == {
        k: v for k, v in by_form.items() if k not in own
    }
    assert by_list["priority"] > 0
    entries = Entry.objects.filter(event="enterprise.registered").order_by("id")
    kept = [json.loads(one.after) for one in entries]
    for one in kept:
        del one["uscc"]
    assert kept[0] == kept[1]


def test_what_another_district_registered_first_is_refused(clerk: User) -> None:
    """With the district that has it; nothing of it is written."""
    given = Particulars(
        uscc=code(1), name="和平毛巾厂", registered_address="天津市和平区大沽路", industry="1771"
    )
    register_enterprise(given=given, by=person(HEPING))
    visit = Visit(clerk, "enterprises")
    session = visit.begin(book(row(1), row(2)))
    assert "已由和平区首先登记" in visit.look(session, "rows")
    visit.write(session, new=1)
    assert Enterprise.everything.get(uscc=code(1)).name == "和平毛巾厂"


def test_changes_keep_the_rules_of_the_form(clerk: User) -> None:
    """Blank cells change nothing; a filed or consenting enterprise is left alone; the journal
    holds before and after."""
    visit = Visit(clerk, "enterprises")
    visit.write(visit.begin(book(row(1), row(2), row(3))), new=3)
    Enterprise.everything.filter(uscc=code(2)).update(locked_in="Q-1")
    Enterprise.everything.filter(uscc=code(3)).update(keeps_itself=True)
    session = visit.begin(
        book(*(row(n, name=f"新名{n}", employees="", size="") for n in (1, 2, 3)))
    )
    page = visit.look(session, "rows")
    assert "已随申报包 Q-1 上报" in page
    assert "信息由企业自己修改" in page
    receipt = visit.write(session, new=0, changed=1)
    names = dict(Enterprise.everything.values_list("uscc", "name"))
    assert names == {
        code(1): "新名1",
        code(2): "天津滨海第2毛巾厂",
        code(3): "天津滨海第3毛巾厂",
    }
    changed = Enterprise.everything.get(uscc=code(1))
    assert (changed.employees, changed.size_reported) == (120, "小型")
    assert changed.organisation.name == "新名1"
    visit.undo(receipt)
    assert Enterprise.everything.get(uscc=code(1)).name == "天津滨海第1毛巾厂"


def test_a_size_that_would_no_longer_fit_is_told_before_writing(clerk: User) -> None:
    """1,200 people and 500 million are no small enterprise: the row changes only figures, the
    size reported stands in the register."""
    visit = Visit(clerk, "enterprises")
    visit.write(visit.begin(book(row(1))), new=1)
    session = visit.begin(book(row(1, employees="1200", revenue="50000", size="")))
    assert "按统计划型办法应为“大型”" in visit.look(session, "rows")


def test_only_a_bureau_imports(clerk: User) -> None:
    """A department of the same district is not let in, and the refusal is written down."""
    other = person("120116-industry")
    answer = client_of(other).get(reverse("imports:choose", args=["enterprises"]))
    assert answer.status_code == 403
    assert Entry.objects.filter(actor_id=other.pk, event__contains="denied").exists()


def test_exported_and_imported_nothing_changes(clerk: User) -> None:
    """The list as it stands, with every optional column."""
    given = Particulars(
        uscc=code(1),
        name="天津滨海第1毛巾厂",
        registered_address="天津市滨海新区一号路",
        industry="1771",
    )
    register_enterprise(given=given, by=clerk)
    full = replace(
        given,
        uscc=code(2),
        business_address="=SUM(A1) 二号路",
        employees=0,
        revenue_wan=Decimal("12.50"),
        assets_wan=Decimal(7),
        size_reported="小型",
        size_reason="上年数据",
        is_backbone=True,
    )
    register_enterprise(given=full, by=clerk)
    assert_round_trip(REGISTER, Context(user=clerk, organisation=organisation(BINHAI)))


ROWS = st.fixed_dictionaries(
    {
        "uscc": st.integers(0, 10**9 - 1).map(code),
        "name": st.sampled_from(["=1+1", "毛巾厂", "他说“好”", "A & B <厂>", "0012"]),
        "registered_address": st.sampled_from(["一号路", "天津市滨海新区'引号"]),
        "industry": st.none() | st.sampled_from(["1771", "38", "0111"]),
        "employees": st.none() | st.integers(0, 10**8),
        "revenue_wan": st.none() | st.decimals(0, Decimal("999999999999.99"), places=2),
        "size_reported": st.none() | st.sampled_from(["大型", "微型"]),
        "founded_on": st.none() | st.dates(date(1900, 3, 1), date(2199, 12, 31)),
        "is_backbone": st.none() | st.booleans(),
    }
)


@settings(
    max_examples=5,
    phases=[Phase.explicit, Phase.generate],  # each example starts a process: no shrinking
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(rows=st.lists(ROWS, min_size=1, max_size=20, unique_by=lambda one: one["uscc"]))
def test_what_is_written_is_read_back(clerk: User, rows: list[dict[str, object]]) -> None:
    """Whatever stands in the cells."""
    frame = pl.DataFrame([{**dict.fromkeys(SCHEMA), **one} for one in rows], schema=SCHEMA)
    assert_frame_round_trip(REGISTER, Context(user=clerk, organisation=organisation(BINHAI)), frame)
