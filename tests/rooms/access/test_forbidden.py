"""The list of what must fail (requirements (c), 必测的“禁止”): refused, and journaled."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from duibiao.access import Permission, Role
from duibiao.access.matrix import MATRIX
from duibiao.campaigns.models import Campaign
from duibiao.declarations.models import Product
from duibiao.journal.models import Entry
from duibiao.leads.models import CityLeadSheet, DistrictLeadSheet
from duibiao.organisations.kinds import Kind, Post
from duibiao.organisations.models import Organisation
from duibiao.organisations.queries import organisation
from duibiao.reporting.models import CityPackage
from tests.people import client_of, person, reviewer
from tests.rooms.declarations.material import HEPING, campaign, filled, submitted

pytestmark = pytest.mark.django_db
BINHAI = "120116-market"
PRODUCT = {"name": "改名", "track": "product", "model": "T-001", "seen": "2"}


def denied(by: str) -> int:
    """How many refusals the journal keeps of a person."""
    return Entry.objects.filter(event="denied", actor_name=by).count()


def city_package(found: Campaign, state: str = "checking") -> CityPackage:
    """The city's package under way."""
    package: CityPackage = CityPackage.everything.create(
        campaign=found,
        organisation=organisation("tj-market"),
        revision=1,
        number="TJ2018-SB01",
        state=state,
        state_since="2018-04-26T09:00+08:00",
    )
    return package


def sheet_of(code: str, state: str = "draft") -> DistrictLeadSheet:
    """A district department's lead sheet."""
    made: DistrictLeadSheet = DistrictLeadSheet.everything.create(
        campaign=campaign(),
        provider=organisation(code),
        state=state,
        state_since="2018-04-01T09:00+08:00",
    )
    return made


@pytest.mark.clause("横-4")
@pytest.mark.parametrize("post", [Post.HANDLER, Post.REVIEWER])
def test_区局向国办直报(post: Post) -> None:
    """Assembling, filing: both are the city's."""
    package, by = city_package(campaign()), person(BINHAI, post)
    browser = client_of(by)
    assert browser.post("/filings/city/assemble/").status_code == 403
    answered = browser.post(f"/steps/city_package/{package.pk}/file/", {"expected_version": 1})
    assert answered.status_code in {403, 404}
    package.refresh_from_db()
    assert (package.state, denied(by.name)) == ("checking", 2)


@pytest.mark.clause("横-4")
def test_区局读他区() -> None:
    """Lead sheets, declarations, people of another district: not found, and journaled."""
    other, by = submitted(1, HEPING), person(BINHAI)
    sheet = sheet_of("120101-commerce")
    browser = client_of(by)
    for path in (
        f"/records/district_leads/{sheet.pk}/",
        f"/declarations/{other.declaration.pk}/",
        f"/enterprises/{other.participation.enterprise_id}/",
        "/people/120101-market/",
    ):
        assert browser.get(path).status_code == 404, path
    assert denied(by.name) == 4


@pytest.mark.clause("横-4")
def test_企业读他企业() -> None:
    """Neither its facts nor its declaration."""
    own, other = filled(1), filled(2)
    browser = client_of(own.clerk)
    assert browser.get(f"/declarations/{own.declaration.pk}/").status_code == 200
    assert browser.get(f"/declarations/{other.declaration.pk}/").status_code == 404
    assert browser.get(f"/enterprises/{other.participation.enterprise_id}/").status_code == 404
    assert denied(own.clerk.name) == 2


@pytest.mark.clause("横-4")
@pytest.mark.parametrize("code", ["tj-research", "tj-service", "tj-lab"])
def test_标机替企业上报(code: str) -> None:
    """A standards body cannot hand in for an enterprise: it does not even see the declaration."""
    found, by = filled(1), person(code)
    path = f"/steps/declaration/{found.declaration.pk}/submit/"
    assert client_of(by).post(path, {"expected_version": 1}).status_code == 404
    found.declaration.refresh_from_db()
    assert (found.declaration.state, denied(by.name)) == ("filling", 1)


@pytest.mark.clause("六(一)-2")
@pytest.mark.parametrize("post", [Post.HANDLER, Post.REVIEWER])
def test_标院上报国办(post: Post) -> None:
    """The working body reads the city's package, and files nothing."""
    package, by = city_package(campaign()), person("tj-institute", post)
    browser = client_of(by)
    answered = browser.post(f"/steps/city_package/{package.pk}/file/", {"expected_version": 1})
    assert answered.status_code in {403, 404}
    package.refresh_from_db()
    assert (package.state, denied(by.name)) == ("checking", 1)


@pytest.mark.clause("五(二)3(3)-1")
def test_国资委提交线索单() -> None:
    """It is not on the list of those who provide leads."""
    campaign()
    by = person("tj-sasac")
    assert client_of(by).post("/do/city_sheet/").status_code == 403
    assert not CityLeadSheet.everything.exists()
    assert denied(by.name) == 1


def test_区部门抄送后再改而不产生新版本() -> None:
    """What was handed in stays as it is: lines are written only after a correction, which makes a
    new edition."""
    sheet = sheet_of("120101-commerce", "submitted")
    by = person("120101-commerce")
    answered = client_of(by).post(f"/do/district_items/{sheet.pk}/", {"lines": "企业\t某公司"})
    assert answered.status_code == 409
    assert sheet.items.count() == 0


@pytest.mark.clause("三-0")
@pytest.mark.parametrize("post", [Post.HANDLER, Post.REVIEWER])
def test_区局改企业申报字段(post: Post) -> None:
    """The bureau returns or notes; the fields are the enterprise's."""
    found, by = submitted(1), person(BINHAI, post)
    product = Product.objects.get(declaration=found.declaration)
    browser = client_of(by)
    base = f"/declarations/{found.declaration.pk}"
    answers = [
        browser.post(f"{base}/products/{product.pk}/", PRODUCT),
        browser.post(
            f"{base}/indicators/{product.pk}/cell/",
            {"indicator": product.indicators.all()[0].pk, "field": "stipulated", "value": "≥1"},
        ),
        browser.post(f"{base}/remove/product/{product.pk}/", {"expected_version": 2}),
    ]
    assert {one.status_code for one in answers} <= {403, 404}
    product.refresh_from_db()
    assert product.name == "节能灯"
    assert denied(by.name) == len(answers)


@pytest.mark.clause("横-3")
def test_任何人改审计() -> None:
    """No page changes the journal, and neither does the database."""
    campaign()
    for by in (person("tj-market"), person("tj-market", Post.AUDIT_ADMIN)):
        browser = client_of(by)
        assert browser.post("/journal/").status_code == 405
        assert browser.delete("/journal/").status_code == 405
    entry = Entry.objects.order_by("-id")[0]
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(reason="改")
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).delete()


# What the bodies may say: answers, remarks on a scheme in consultation, opinions on a basis.
SAID = {
    *(Permission.MESSAGE_ANSWER, Permission.SCHEME_COMMENT, Permission.STUDY_ANSWER),
    Permission.BASIS_LOOK_UP,
}


@pytest.mark.clause("横-4")
@pytest.mark.parametrize(
    ("role", "kind"),
    [
        (Role.TEST_LAB, Kind.TEST_LAB),  # 检机签发“分析报告”
        (Role.CONSULTANT, Kind.CONSULTANT),  # 咨询公司签发三类报告
        (Role.ASSOCIATION, Kind.ASSOCIATION),  # 受托机构参评自己服务的企业
        (Role.BANK, Kind.BANK),  # 未授权银行查询
    ],
    ids=lambda one: one.value,
)
def test_bodies_without_a_grant_see_and_do_nothing(role: Role, kind: Kind) -> None:
    """Reports, appraisals and credit enquiries are later rooms; until then the table gives these
    bodies nothing but what everybody reads, and a word when they are asked for it."""
    found = submitted(1)
    body = Organisation.objects.create(code=f"own-{kind.value}", kind=kind, name=f"某{kind.value}")
    by = person(body.code)
    held = {p for p in Permission if role in MATRIX[p]}
    acts = {p for p in held if not p.value.endswith(".read")}
    assert Permission.MESSAGE_ANSWER in acts
    assert acts <= SAID
    browser = client_of(by)
    enterprise = found.participation.enterprise_id
    assert browser.get(f"/enterprises/{enterprise}/").status_code == 404
    assert browser.get(f"/declarations/{found.declaration.pk}/").status_code == 404
    assert denied(by.name) == 2


@pytest.mark.clause("三(六)-4")
def test_公众读企业明细() -> None:
    """Whoever is not signed in is asked to sign in, whatever the address."""
    found = submitted(1)
    for path in (
        f"/enterprises/{found.participation.enterprise_id}/",
        f"/declarations/{found.declaration.pk}/",
        "/records/declaration/",
        "/journal/",
        "/inbox/",
        "/people/",
    ):
        answered = Client().get(path)
        assert answered.status_code == 302, path
        assert answered["Location"].startswith("/sign-in/"), path


def test_a_reviewer_is_refused_as_well() -> None:
    """Four eyes are no wider reach: the reviewer of a district reads no other district either."""
    sheet = sheet_of("120101-commerce")
    by = reviewer(BINHAI)
    assert client_of(by).get(f"/records/district_leads/{sheet.pk}/").status_code == 404
    assert denied(by.name) == 1
