"""Messages: received, acknowledged, answered, late, chased, escalated."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from duibiao import clock
from duibiao.access import Refused
from duibiao.clock import at
from duibiao.journal.models import Entry
from duibiao.messages import actions
from duibiao.messages.facts import ChasedToday, NobodyOwes
from duibiao.messages.models import Delivery, Dispatch, Kind
from duibiao.messages.queries import counts_for
from duibiao.organisations.queries import organisation
from tests.people import client_of, load_city, person

pytestmark = pytest.mark.django_db
DISTRICTS = ("120101-market", "120102-market", "120103-market")


@pytest.fixture(autouse=True)
def _city() -> None:
    load_city()


def urge(*codes: str, kind: Kind = Kind.URGE, last_day: date | None = None) -> Dispatch:
    """The commission writes to offices."""
    return actions.urge(
        kind=kind,
        sender=organisation("tj-market"),
        recipients=[organisation(code) for code in codes],
        subject="报送进度",
        body="请于期限前报送。",
        last_day=last_day,
        by=person("tj-market"),
    )


@pytest.mark.clause("横-2")
def test_督促_is_read_answered_and_closed_through_the_pages() -> None:
    """Opening is having received it; the answer closes the loop, and the sender sees it."""
    sent = urge(*DISTRICTS)
    one = sent.deliveries.get(recipient__code=DISTRICTS[0])
    browser = client_of(person(DISTRICTS[0]))
    assert "报送进度" in browser.get("/inbox/").content.decode()
    page = browser.get(f"/inbox/{one.pk}/").content.decode()
    assert "请回复" in page
    one.refresh_from_db()
    assert one.state == "read"
    browser.post(f"/inbox/{one.pk}/answer/", {"reply": "已报", "expected_version": one.version})
    one.refresh_from_db()
    assert (one.state, one.reply) == ("answered", "已报")
    office = client_of(person("tj-market"))
    shown = office.get(f"/inbox/sent/{sent.pk}/").content.decode()
    assert "已报" in shown
    office.post(f"/inbox/sent/{sent.pk}/{one.pk}/close/", {"expected_version": one.version})
    one.refresh_from_db()
    assert one.state == "closed"


@pytest.mark.clause("横-2")
def test_通报_is_acknowledged_by_one_button() -> None:
    """A bulletin needs a receipt, no reply."""
    one = urge(DISTRICTS[0], kind=Kind.BULLETIN).deliveries.get()
    browser = client_of(person(DISTRICTS[0]))
    assert "可以回复，也可以只签收" in browser.get(f"/inbox/{one.pk}/").content.decode()
    one.refresh_from_db()
    data = {"expected_version": one.version, "next": f"/inbox/{one.pk}/"}
    assert browser.post(f"/steps/delivery/{one.pk}/receipt/", data).status_code == 302
    one.refresh_from_db()
    assert one.state == "receipted"
    assert counts_for(person(DISTRICTS[0])) == {"unread": 0, "waiting": 0, "overdue": 0}


def test_an_answer_to_an_older_version_keeps_what_was_typed() -> None:
    """Two colleagues answer: the second is told, and her words are still there."""
    one = urge(DISTRICTS[0]).deliveries.get()
    browser = client_of(person(DISTRICTS[0]))
    answered = browser.post(
        f"/inbox/{one.pk}/answer/", {"reply": "我写的话", "expected_version": 9}
    )
    assert answered.status_code == 409
    assert "我写的话" in answered.content.decode()
    one.refresh_from_db()
    assert one.reply == ""


def test_nobody_reads_the_messages_of_others() -> None:
    """Another office gets 404, journaled; recipients do not see each other's answers."""
    sent = urge(DISTRICTS[0])
    one = sent.deliveries.get()
    other = client_of(person(DISTRICTS[1]))
    assert other.get(f"/inbox/{one.pk}/").status_code == 404
    assert Entry.objects.filter(event="denied", object_type="dispatches.delivery").count() == 1
    recipient = client_of(person(DISTRICTS[0]))
    assert recipient.get(f"/inbox/sent/{sent.pk}/").status_code == 404


def test_the_sender_chases_everybody_who_owes_once_a_day() -> None:
    """One button: only those still owing; not twice a day; nobody when all have answered."""
    sent = urge(*DISTRICTS)
    done = sent.deliveries.get(recipient__code=DISTRICTS[0])
    actions.answer(delivery=done, reply="已报", expected_version=1, by=person(DISTRICTS[0]))
    made = actions.chase(dispatch=sent, by=person("tj-market"))
    codes = made.deliveries.order_by("id").values_list("recipient__code", flat=True)
    assert list(codes) == list(DISTRICTS[1:])
    with pytest.raises(ChasedToday):
        actions.chase(dispatch=sent, by=person("tj-market"))
    with pytest.raises(Refused):
        actions.chase(dispatch=sent, by=person(DISTRICTS[0]))
    quick = urge(DISTRICTS[0])
    last = quick.deliveries.get()
    actions.answer(delivery=last, reply="好", expected_version=1, by=person(DISTRICTS[0]))
    with pytest.raises(NobodyOwes):
        actions.chase(dispatch=quick, by=person("tj-market"))


@pytest.mark.clause("五(四)2(3)-1")
def test_what_is_overdue_goes_once_to_the_office_above() -> None:
    """The superior gets a copy; a second run makes no second one."""
    with clock.turned_to(at(2018, 4, 1)):
        late = urge("120101-commerce", last_day=date(2018, 4, 5)).deliveries.get()
    with clock.turned_to(at(2018, 4, 5, 23, 59, 59)):
        assert actions.escalate() == 0
    with clock.turned_to(at(2018, 4, 6, 0)):
        assert (actions.escalate(), actions.escalate()) == (1, 0)
        assert counts_for(person("120101-commerce"))["overdue"] == 1
        assert counts_for(person("tj-commerce")) == {"unread": 1, "waiting": 0, "overdue": 0}
    copies = Delivery.everything.filter(dispatch=late.dispatch, is_copy=True)
    assert [one.recipient.code for one in copies] == ["tj-commerce"]


def test_a_district_writes_only_to_its_own() -> None:
    """The reach of the permission is the reach of the message."""
    with pytest.raises(Refused):
        actions.urge(
            kind=Kind.URGE,
            sender=organisation(DISTRICTS[0]),
            recipients=[organisation(DISTRICTS[1])],
            subject="越界",
            body="",
            last_day=None,
            by=person(DISTRICTS[0]),
        )


def test_a_message_is_written_to_groups_on_a_page() -> None:
    """All sixteen district bureaus by one tick; without a recipient it says so."""
    browser = client_of(person("tj-market"))
    data = {"kind": "urge", "subject": "请报进度", "groups": ["bureaus"], "last_day": "2018-04-10"}
    answered = browser.post("/inbox/new/", data)
    assert answered.status_code == 302
    assert Dispatch.everything.get(subject="请报进度").deliveries.count() == 16
    empty = browser.post("/inbox/new/", {"kind": "urge", "subject": "没人收"})
    assert empty.status_code == 409
    assert client_of(person("120101-commerce")).get("/inbox/new/").status_code == 403


@pytest.mark.parametrize("count", [1, 12])
def test_the_inbox_asks_a_constant_number_of_times(
    count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """One message or twelve: the same questions."""
    for _ in range(count):
        urge(DISTRICTS[0])
    browser = client_of(person(DISTRICTS[0]))
    with django_assert_max_num_queries(8):
        assert browser.get("/inbox/").status_code == 200
