"""The pages of a declaration: who gets in, cells that are saved as they are typed, the review,
the progress board and the chase."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from duibiao import clock
from duibiao.core.report.findings import FilingRule
from duibiao.declarations import actions
from duibiao.declarations.models import Declaration, KeyIndicator, ReviewPin
from duibiao.declarations.queries import findings_of
from duibiao.journal.models import Entry
from duibiao.messages.models import Delivery, Kind
from tests.people import client_of, person, reviewer
from tests.rooms.declarations.material import (
    BINHAI,
    HEPING,
    Filer,
    filer,
    filled,
    submit,
    submitted,
)

pytestmark = pytest.mark.django_db
QUERIES = 45


def bureau(region: str = BINHAI) -> Client:
    """The reviewer of a district's bureau, signed in."""
    return client_of(reviewer(f"{region}-market"))


def address(found: Filer, rest: str = "") -> str:
    """Where a declaration stands."""
    return f"/declarations/{found.declaration.pk}/{rest}"


def shown(client: Client, path: str, status: int = 200) -> str:
    """The page's text."""
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.content.decode()


@pytest.mark.clause("五(二)2(1)-2", "五(二)2(2)-1")
def test_only_its_own_district_and_itself_see_a_declaration() -> None:
    """Another enterprise and another district find nothing, and that is written down."""
    one, other = filled(1), filled(2)
    assert "天津第1机械" in shown(client_of(one.clerk), address(one))
    assert "天津第1机械" in shown(bureau(), address(one))
    shown(client_of(other.clerk), address(one), 404)
    before = Entry.objects.filter(event="denied").count()
    shown(bureau(HEPING), address(one), 404)
    assert Entry.objects.filter(event="denied").count() == before + 1


@pytest.mark.clause("三-0")
def test_a_bureau_reads_and_never_writes_a_cell() -> None:
    """It may pin and return, not type."""
    one = submitted(1)
    product = one.declaration.products.get()
    life = KeyIndicator.objects.get(name="耐久")
    answer = bureau().post(
        address(one, f"indicators/{product.pk}/cell/"),
        {"indicator": life.pk, "field": "promised", "value": "9000", "before": "6000"},
    )
    assert answer.status_code == 403
    life.refresh_from_db()
    assert life.promised == "6000"


def test_a_cell_is_saved_as_typed_and_says_what_is_wrong() -> None:
    """Saved, read back, with its finding; a cell changed elsewhere is not written over."""
    one = filled(1)
    client, product = client_of(one.clerk), one.declaration.products.get()
    life = KeyIndicator.objects.get(name="耐久")
    cell = address(one, f"indicators/{product.pk}/cell/")

    def save(field: str, value: str, before: str) -> dict[str, object]:
        given = {"indicator": life.pk, "field": field, "value": value, "before": before}
        answer: dict[str, object] = client.post(cell, given).json()
        return answer

    assert save("promised", "7000", "6000")["state"] == "saved"
    wrong = save("unit", "", "h")
    assert (wrong["state"], bool(wrong["said"])) == ("wrong", True)
    clash = save("promised", "8000", "6000")
    assert (clash["state"], clash["value"]) == ("changed", "7000")
    assert save("aspect", "服务过程", "")["state"] == "refused"
    fresh = client.post(cell, {"indicator": "", "field": "name", "value": "光效"}).json()
    assert KeyIndicator.objects.get(pk=fresh["row"]).name == "光效"


@pytest.mark.clause("五(二)2(2)-5")
def test_a_service_needs_no_sample() -> None:
    """Its aspects are those of services; a model is not asked for."""
    one = filled(1, product={"track": "service", "model": ""}, sign=False)
    page = shown(client_of(one.clerk), address(one, "check/"))
    assert "规格型号" not in page
    product = one.declaration.products.get()
    grid = shown(client_of(one.clerk), address(one, f"indicators/{product.pk}/"))
    assert "服务过程" in grid
    assert "耐久" not in grid.partition("<datalist")[0].partition("<tbody")[0]


def test_without_a_signature_nothing_is_handed_in() -> None:
    """The form says what is missing and keeps what was typed."""
    one = filled(1, sign=False, life={"unit": ""})
    client = client_of(one.clerk)
    given = {
        "signer_name": "李四",
        "signer_role": "legal",
        "agreed": "on",
        "expected_version": one.declaration.version,
    }
    answer = client.post(address(one, "submit/"), given)
    assert answer.status_code == 409
    assert "李四" in answer.content.decode()
    assert Declaration.everything.get(pk=one.declaration.pk).state == "filling"
    assert client.post(address(one, "submit/"), {}).status_code == 200


@pytest.mark.clause("五(二)3(2)-1")
def test_review_needs_three_answers_and_a_return_needs_a_place() -> None:
    """Without the third answer it is not approved; returned with a pin at a cell, the enterprise
    sees the pin."""
    one = submitted(1)
    client = bureau()
    fresh = Declaration.everything.get(pk=one.declaration.pk)
    base = {"expected_version": fresh.version, "complete": "on", "true": "on"}
    client.post(address(one, "decide/"), {**base, "decision": "approve"})
    fresh.refresh_from_db()
    assert fresh.state == "submitted"
    client.post(address(one, "decide/"), {**base, "decision": "return", "reason": ""})
    fresh.refresh_from_db()
    assert fresh.state == "submitted"
    life = KeyIndicator.objects.get(name="耐久")
    place = f"indicator:{life.pk}:measured"
    pin = {"place": place, "label": "耐久 · 实测值", "reason": "1", "note": "请附检测报告"}
    assert client.post(address(one, "pins/"), pin).status_code == 302
    assert client.post(address(one, "pins/"), {**pin, "place": "nothing"}).status_code == 404
    assert ReviewPin.objects.get().place == place
    fresh.refresh_from_db()
    given = {"expected_version": fresh.version, "decision": "return", "reason": ""}
    client.post(address(one, "decide/"), given)
    fresh.refresh_from_db()
    assert fresh.state == "returned"
    assert "请附检测报告" in shown(client_of(one.clerk), address(one))


def explained(found: Filer) -> None:
    """A promise far beyond the standard: explained, signed, handed in."""
    finding = next(f for f in findings_of(found.declaration) if f.rule is FilingRule.FAR_BEYOND)
    fresh = Declaration.everything.get(pk=found.declaration.pk)
    actions.explain(
        declaration=fresh, place=finding.place, rule="far_beyond", text="已检测", by=found.clerk
    )
    fresh.refresh_from_db()
    actions.sign_truth(
        declaration=fresh, name="李四", expected_version=fresh.version, by=found.clerk
    )
    submit(found)


def test_approving_several_takes_only_those_without_a_finding() -> None:
    """The count is confirmed; of a wrong count, and of one with a remark, none is approved."""
    good = [submitted(n) for n in (1, 2)]
    doubtful = filled(3, sign=False, life={"promised": "90000000"})
    explained(doubtful)
    client = bureau()

    def approve(found: list[Filer], confirmed: int) -> list[str]:
        ids = [one.declaration.pk for one in found]
        client.post(
            "/declarations/review/approve/", {"declaration": ids, "confirmed": str(confirmed)}
        )
        return list(Declaration.everything.order_by("pk").values_list("state", flat=True))

    assert approve(good, 1) == ["submitted"] * 3
    assert approve([*good, doubtful], 3) == ["submitted"] * 3
    assert approve(good, 2) == ["approved", "approved", "submitted"]


@pytest.mark.clause("五(二)2(1)-4")
def test_who_has_not_handed_in_is_chased_by_one_click() -> None:
    """The board counts; the chase reaches those that owe, and only them; how often is kept."""
    late, done = filer(1), submitted(2)
    client = client_of(person(f"{BINHAI}-market"))
    page = shown(client, "/declarations/progress/")
    assert "天津第1机械" in page
    assert client.post("/declarations/progress/chase/").status_code == 302
    reached = Delivery.everything.filter(dispatch__kind=Kind.CHASE)
    assert [one.recipient for one in reached] == [late.clerk.memberships.get().organisation]
    assert done.clerk.memberships.get().organisation not in {one.recipient for one in reached}
    client.post("/declarations/progress/chase/")
    assert reached.all().count() == 1, "nobody is chased twice a day"
    with clock.turned_to(clock.now() + timedelta(days=1)):
        client.post("/declarations/progress/chase/")
    assert reached.all().count() == 2


def test_the_queue_asks_no_more_for_more(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    """Twelve declarations cost what two cost."""
    for n in (1, 2):
        submitted(n)
    client = bureau()
    with django_assert_max_num_queries(QUERIES) as few:
        shown(client, "/declarations/review/")
    for n in range(3, 13):
        submitted(n)
    with django_assert_max_num_queries(len(few.captured_queries)):
        shown(client, "/declarations/review/")
