"""Every list a person would have in Excel: lines of a lead sheet, accounts, a declaration; from
a workbook with errors to the receipt, and back."""

from __future__ import annotations

import pytest
from django.urls import reverse

from duibiao.accounts.models import User
from duibiao.declarations.indicator_list import INDICATOR_LIST
from duibiao.declarations.models import KeyIndicator
from duibiao.enterprises.actions.registering import register_enterprise
from duibiao.enterprises.particulars import Particulars
from duibiao.imports import registry
from duibiao.imports.definition import Context, ListDefinition
from duibiao.imports.models import ImportSession
from duibiao.leads import actions as leads
from duibiao.leads.lead_lists import CITY_LEAD_LIST, DISTRICT_LEAD_LIST
from duibiao.leads.models import CityLeadSheet, DistrictLeadSheet
from duibiao.organisations.models import Organisation
from duibiao.reference.models import Region
from duibiao.selection import actions as selection
from duibiao.selection.models import AccountSlot
from duibiao.selection.slot_list import SLOT_LIST
from tests.people import client_of, person
from tests.rooms.declarations.material import campaign, credit_code, filer, filled
from tests.rooms.imports.kit import assert_round_trip, assert_sound
from tests.rooms.imports.visit import Visit, workbook_of

pytestmark = [pytest.mark.django_db, pytest.mark.clause("横-6")]
BINHAI = "120116"


@pytest.mark.parametrize(
    "definition", registry.all_lists(), ids=[one.key for one in registry.all_lists()]
)
def test_every_word_of_every_list_is_there(definition: ListDefinition) -> None:
    """Titles, help, problems; headings told apart."""
    assert_sound(definition)


def district_sheet(by: User) -> DistrictLeadSheet:
    """The empty sheet of a district's department."""
    made: DistrictLeadSheet = leads.open_district_sheet(
        campaign=campaign(), provider=office_of(by), by=by
    )
    return made


def office_of(user: User) -> Organisation:
    """The office a person of these tests belongs to."""
    return user.memberships.get().organisation


@pytest.mark.clause("五(二)3(1)-13")
def test_lines_of_a_district_sheet() -> None:
    """Ten lines, one without address; mended, written, undone; a handed-in sheet is closed."""
    campaign()
    by = person("120116-industry")
    sheet = district_sheet(by)
    leads.write_items(
        sheet=sheet, items=[{"kind": "industry", "name": "汽车", "reason": "旧"}], by=by
    )
    visit = Visit(by, "district-leads", {"sheet": sheet.pk})
    head = ("类型", "企业名称", "信用代码", "住所", "理由")
    firms = [
        ("企业", f"天津第{n}厂", credit_code(BINHAI, n), "滨海新区" if n else "", "有优势")
        for n in range(9)
    ]
    session = visit.begin(workbook_of(head, ("产业", "汽车", "", "", "新"), *firms))
    assert "企业线索没有地址" in visit.look(session, "rows")
    visit.mend(session, _3_address="滨海新区三号路")
    receipt = visit.write(session, new=9, changed=1)
    assert [one.name for one in sheet.items.all()][:2] == ["汽车", "天津第0厂"]
    assert sheet.items.get(name="汽车").reason == "新"
    assert_round_trip(DISTRICT_LEAD_LIST, _context(by, sheet=str(sheet.pk)))
    assert visit.undo(receipt) == 302
    assert [(one.name, one.reason) for one in sheet.items.all()] == [("汽车", "旧")]
    DistrictLeadSheet.everything.filter(pk=sheet.pk).update(state="submitted")
    assert visit.client.post(visit.address, {"pasted": "类型\t名称\n产业\t汽车"}).status_code == 400


def test_lines_of_a_municipal_sheet_by_pasting() -> None:
    """Copied from Excel; another department's sheet is not there for anybody else."""
    found = campaign()
    by = person("tj-industry")
    sheet = leads.open_city_sheet(campaign=found, by=by)
    visit = Visit(by, "city-leads", {"sheet": sheet.pk})
    pasted = "类别\t名称\t地址\n企业\t天津一厂\t天津市滨海新区\n产业\t汽车\t"
    answer = visit.client.post(visit.address, {"pasted": pasted})
    assert answer.status_code == 302
    visit.write(ImportSession.everything.latest("pk"), new=2)
    assert CityLeadSheet.everything.get().items.count() == 2
    assert_round_trip(CITY_LEAD_LIST, _context(by, sheet=str(sheet.pk)))
    other = client_of(person("tj-agriculture"))
    assert (
        other.get(reverse("imports:export", args=["city-leads"]) + f"?sheet={sheet.pk}").status_code
        == 404
    )


def _context(user: User, **parameters: str) -> Context:
    return Context(user=user, organisation=office_of(user), parameters=parameters)


@pytest.mark.clause("五(二)2(1)-3")
def test_accounts_of_a_district() -> None:
    """Three enterprises, two accounts, a wrong name, an unknown code; the accounts are given out
    and taken back."""
    found, bureau = campaign(), person("120116-market")
    for n in (1, 2, 3):
        given = Particulars(
            uscc=credit_code(BINHAI, n),
            name=f"天津第{n}厂",
            registered_address="天津市滨海新区",
            industry="3670",
        )
        register_enterprise(given=given, by=bureau)
    selection.generate_slots(
        campaign=found,
        district=Region.objects.get(code=BINHAI),
        count=2,
        batch="1",
        by=person("tj-market"),
    )
    visit = Visit(bureau, "slots")
    rows = [(credit_code(BINHAI, n), f"天津第{n}厂") for n in (1, 2, 3, 4)]
    rows[1] = (rows[1][0], "天津二厂")
    session = visit.begin(workbook_of(("信用代码", "企业名称"), *rows))
    page = visit.look(session, "rows")
    assert "在企业库中是“天津第2厂”" in page
    assert "不在本区企业库中" in page
    visit.client.post(reverse("imports:rows", args=[session.pk]), {"all": "name.slot_other_name"})
    assert "账号不够：本区只剩 2 个" in visit.look(session, "rows")
    receipt = visit.write(session, new=2)
    given_out = AccountSlot.everything.filter(state="allocated")
    assert {one.enterprise.name for one in given_out} == {"天津第1厂", "天津第2厂"}  # type: ignore[union-attr]  # given out
    assert_round_trip(SLOT_LIST, _context(bureau))
    assert visit.undo(receipt) == 302
    assert AccountSlot.everything.filter(state="free").count() == 2


HEAD = (
    "产品或服务",
    "产品名称",
    "型号",
    "标准编号",
    "指标名称",
    "单位",
    "标准规定",
    "重点比对",
    "方面",
)


@pytest.mark.clause("五(二)2(2)-2")
def test_a_declaration_from_a_workbook() -> None:
    """Products, standards and indicators from rows; spelling, aspect and track are made to agree;
    undone, it is as before."""
    found = filer()
    before = [*found.declaration.products.all(), *found.declaration.standards.all()]
    visit = Visit(found.clerk, "declaration", {"declaration": found.declaration.pk})
    session = visit.begin(
        workbook_of(
            HEAD,
            ("产品", "毛巾", "T-1", "GB 18401-2010", "甲醛", "mg/kg", "≤75", "是", "安全"),
            ("产品", "毛巾", "T-1", "GB 18401—2010", "吸水", "s", "≤20", "", "性能"),
            ("服务", "毛巾", "T-1", "FZ/T 62006-2013", "脱毛率", "%", "≤1", "", "服务过程"),
            ("产品", "毛巾", "T-2", "待定", "甲醛", "mg/kg", "≤20", "是", ""),
        )
    )
    page = visit.look(session, "rows")
    for words in ("同一标准已写作“GB 18401-2010”", "其他行写的类别不同", "不像标准编号"):
        assert words in page
    visit.mend(session, _3_standard="GB 18401-2010", _4_track="产品", _4_aspect="环保")
    receipt = visit.write(session, new=4)
    rows = KeyIndicator.objects.values_list("product__model", "name", "standard__number")
    assert sorted(rows) == [
        ("T-1", "吸水", "GB 18401-2010"),
        ("T-1", "甲醛", "GB 18401-2010"),
        ("T-1", "脱毛率", "FZ/T 62006-2013"),
        ("T-2", "甲醛", "待定"),
    ]
    assert found.declaration.standards.get(number="GB 18401-2010").level == "national"
    assert [
        str(p.model) for p in found.declaration.standards.get(number="待定").products.all()
    ] == ["T-2"]
    assert_round_trip(INDICATOR_LIST, _context(found.clerk, declaration=str(found.declaration.pk)))
    assert visit.undo(receipt) == 302
    assert not KeyIndicator.objects.exists()
    assert [*found.declaration.products.all(), *found.declaration.standards.all()] == before


def test_a_declaration_is_changed_by_its_export() -> None:
    """What is there stays as it is; the changed cell is changed, and changed back."""
    found = filled()
    visit = Visit(found.clerk, "declaration", {"declaration": found.declaration.pk})
    head = ("产品或服务", "产品名称", "型号", "标准编号", "指标名称", "标准规定")
    row = ("产品", "节能灯", "T-001", "Q/12BD 0001-2018", "耐久", "≥8000")
    receipt = visit.write(visit.begin(workbook_of(head, row)), new=0, changed=1)
    life = KeyIndicator.objects.get(name="耐久")
    assert (life.stipulated, life.promised) == ("≥8000", "6000")
    assert visit.undo(receipt) == 302
    assert KeyIndicator.objects.get(name="耐久").stipulated == "≥5000"
