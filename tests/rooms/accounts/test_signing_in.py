"""Signing in, being locked out, and sessions that end."""

from __future__ import annotations

import re
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from axes.models import AccessAttempt
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from duibiao import clock
from duibiao.accounts import actions
from duibiao.accounts.models import Session, User
from duibiao.journal.models import Entry
from tests.rooms.accounts.people import OTHER, PASSWORD, person, signed_in


def _try(username: str, password: str = "wrong") -> tuple[int, str]:
    answer = Client().post("/sign-in/", {"username": username, "password": password})
    return answer.status_code, answer.content.decode()


def _message(page: str) -> str:
    """What the page says, without the token and the name typed."""
    return page[page.index('role="alert"') : page.index("<form")]


@pytest.mark.django_db
@pytest.mark.clause("五(一)2(2)-3")
def test_a_sign_in_is_journaled_and_gets_a_new_key(client: Client) -> None:
    user = person()
    client.get("/sign-in/")
    client.session["x"] = 1
    before = client.session.session_key
    signed_in(user, client=client)
    assert client.session.session_key != before
    assert Entry.objects.filter(event="account.signed_in", actor_id=user.pk).count() == 1
    client.post("/sign-out/")
    assert Entry.objects.filter(event="account.signed_out", actor_id=user.pk).count() == 1
    assert client.get("/account/").headers["Location"] == "/sign-in/?next=/account/"


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["ZHANG", "ｚｈａｎｇ", " zhang "])
def test_any_spelling_of_the_name_signs_in(typed: str) -> None:
    person("zhang")
    assert _try(typed, PASSWORD)[0] == 302


@pytest.mark.django_db
def test_nothing_tells_who_has_an_account() -> None:
    """Unknown, wrong, not yet activated and stopped get the same answer by the same questions."""
    actions.create_user(username="newcomer", name="新人", by=None)
    stopped = person("stopped")
    actions.disable(user=stopped, by=None, reason="left")
    person("known")
    answers, questions = set(), set()
    for name in ("nobody", "known", "newcomer", "stopped"):
        with CaptureQueriesContext(connection) as asked:
            status, page = _try(name)
        answers.add((status, _message(page)))
        # Without conditions and the numbers of savepoints.
        questions.add(
            tuple(re.split(r" WHERE |SAVEPOINT | SET |_lock", q["sql"])[0][:60] for q in asked)
        )
    right = _try("stopped", PASSWORD)
    assert answers == {(right[0], _message(right[1]))}
    assert right[0] == 401
    assert len(questions) == 1


@pytest.mark.django_db
def test_a_name_nobody_has_is_not_written_down() -> None:
    """It may be a password, typed into the wrong field."""
    person("known")
    _try("S3cret-typed-here")
    _try("known")
    labels = Entry.objects.filter(event="account.sign_in_failed").order_by("id")
    assert list(labels.values_list("label", flat=True)) == ["", "known"]
    assert not AccessAttempt.objects.filter(post_data__contains="wrong").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["a\x00b", "\x00", "x" * 70, "ﷺ" * 64, "’ OR 1=1 --"])
def test_a_strange_name_is_answered_like_a_wrong_one(name: str) -> None:
    """NUL would break PostgreSQL, and once kept django-axes from counting."""
    status, page = _try(name)
    assert status == 401
    assert _message(page) == _message(_try("nobody")[1])


@pytest.mark.django_db
@pytest.mark.clause("五(一)2(2)-3")
@pytest.mark.parametrize("name", ["zhang", "nobody"])
def test_five_failures_lock_a_name_for_a_quarter_of_an_hour(name: str) -> None:
    person("zhang")
    assert [_try(name)[0] for _ in range(5)] == [401, 401, 401, 401, 429]
    status, page = _try(name.upper(), PASSWORD)  # the right password does not help now
    assert status == 429
    assert "15 分钟" in page
    assert "激活码" in page  # whom to ask, and for what
    AccessAttempt.objects.update(attempt_time=clock.machine_now() - timedelta(minutes=16))
    assert _try(name, PASSWORD)[0] == (302 if name == "zhang" else 401)
    assert Entry.objects.filter(event="account.locked").count() == 2


@pytest.mark.django_db
def test_knocking_at_a_locked_name_does_not_lock_it_longer() -> None:
    person("zhang")
    for _ in range(5):
        _try("zhang")
    AccessAttempt.objects.update(attempt_time=clock.machine_now() - timedelta(minutes=14))
    for _ in range(3):
        _try("zhang")
    AccessAttempt.objects.update(attempt_time=clock.machine_now() - timedelta(minutes=16))
    assert _try("zhang", PASSWORD)[0] == 302


@pytest.mark.django_db
def test_a_lock_holds_wherever_the_attempts_come_from() -> None:
    person("zhang")
    for last in range(5):
        Client(REMOTE_ADDR=f"10.0.0.{last}").post(
            "/sign-in/", {"username": "zhang", "password": "wrong"}
        )
    answer = Client(REMOTE_ADDR="10.0.9.9").post(
        "/sign-in/", {"username": "zhang", "password": PASSWORD}
    )
    assert answer.status_code == 429


@pytest.mark.django_db
def test_a_locked_name_does_not_lock_its_neighbours() -> None:
    person("zhang")
    person("wang")
    for _ in range(6):
        _try("zhang")
    assert _try("wang", PASSWORD)[0] == 302


@pytest.mark.django_db
def test_a_success_forgets_the_failures_and_a_new_code_opens_the_lock() -> None:
    user = person("zhang")
    for _ in range(4):
        _try("zhang")
    assert _try("zhang", PASSWORD)[0] == 302
    for _ in range(5):
        _try("zhang")
    code = actions.issue_activation_code(user=user, by=None)
    actions.activate(username="zhang", code=code, password=OTHER)
    assert _try("zhang", OTHER)[0] == 302


@pytest.mark.django_db(transaction=True)
@pytest.mark.clause("五(一)2(2)-3")
def test_of_many_attempts_at_once_five_are_heard() -> None:
    """Forty guesses in parallel, the right one among the last: it is not heard."""
    if connection.vendor == "sqlite":
        pytest.skip("the tests' SQLite is one connection's memory: nothing happens at once")
    person("zhang")
    start, statuses = Barrier(8), []

    def guess(first: int) -> None:
        start.wait()
        for number in range(first, first + 5):
            statuses.append(_try("zhang", f"guess-{number}")[0])
        connection.close()

    threads = [Thread(target=guess, args=(5 * place,)) for place in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses.count(401) == 4
    assert statuses.count(429) == 36
    assert _try("zhang", PASSWORD)[0] == 429


@pytest.mark.django_db
@pytest.mark.clause("五(一)2(2)-3")
def test_stopping_an_account_ends_its_sessions_at_once() -> None:
    user = person()
    browsers = [signed_in(user), signed_in(user)]
    actions.disable(user=user, by=None, reason="调离")
    assert [b.get("/account/").status_code for b in browsers] == [302, 302]
    assert not Session.objects.filter(user=user).exists()
    assert _try("zhang", PASSWORD)[0] == 401
    actions.enable(user=user, by=user)
    assert _try("zhang", PASSWORD)[0] == 302
    entry = Entry.objects.get(event="account.disabled")
    assert (entry.before, entry.after) == ('{"is_active":true}', '{"is_active":false}')
    assert entry.reason == "调离"


@pytest.mark.django_db
def test_a_fourth_session_ends_the_oldest(settings: Settings) -> None:
    user = person()
    browsers = []
    for age in range(4, 0, -1):
        browsers.append(signed_in(user))
        Session.objects.filter(session_key=browsers[-1].session.session_key).update(
            started_at=clock.machine_now() - timedelta(minutes=age)
        )
    assert [b.get("/account/").status_code for b in browsers] == [302, 200, 200, 200]


@pytest.mark.django_db
@pytest.mark.clause("五(一)2(2)-3")
def test_a_session_ends_after_half_an_hour_of_rest() -> None:
    browser = signed_in(person())
    rows = Session.objects.filter(session_key=browser.session.session_key)
    rest = timedelta(minutes=29)
    rows.update(expire_date=rows.get().expire_date - rest)
    assert browser.get("/account/").status_code == 200  # and the half hour begins anew
    left = rows.get().expire_date - clock.machine_now()
    assert left > timedelta(minutes=29)
    rows.update(expire_date=clock.machine_now() - timedelta(seconds=1))
    assert browser.get("/account/").status_code == 302


@pytest.mark.django_db
def test_a_session_ends_after_twelve_hours_however_busy() -> None:
    browser = signed_in(person())
    rows = Session.objects.filter(session_key=browser.session.session_key)
    rows.update(started_at=clock.machine_now() - timedelta(hours=11, minutes=59))
    assert browser.get("/account/").status_code == 200
    rows.update(started_at=clock.machine_now() - timedelta(hours=12, seconds=1))
    assert browser.get("/account/").status_code == 302
    assert Entry.objects.filter(event="account.signed_out", reason="over").count() == 1


@pytest.mark.django_db
def test_a_turned_clock_ends_no_session() -> None:
    """Sessions live in the browser's time; a rehearsal jumps through its story."""
    browser = signed_in(person())
    with clock.turned_to(clock.at(2018, 4, 1)):
        assert browser.get("/account/").status_code == 200
    with clock.turned_to(clock.at(2018, 4, 30)):
        assert browser.get("/account/").status_code == 200


@pytest.mark.django_db
def test_a_session_in_use_is_written_at_most_once_a_minute() -> None:
    browser = signed_in(person())
    browser.get("/account/")
    with CaptureQueriesContext(connection) as asked:
        browser.get("/account/")
    assert not [q["sql"] for q in asked if q["sql"].startswith(("UPDATE", "INSERT"))]


@pytest.mark.django_db
def test_signing_out_elsewhere() -> None:
    user = person()
    here, there, third = signed_in(user), signed_in(user), signed_in(user)
    handle = Session.objects.get(session_key=there.session.session_key).handle
    here.post("/account/sessions/end/", {"session": handle})
    assert [b.get("/account/").status_code for b in (here, there, third)] == [200, 302, 200]
    here.post("/account/sessions/end/")
    assert [b.get("/account/").status_code for b in (here, third)] == [200, 302]


@pytest.mark.django_db
def test_nobody_ends_a_strangers_session() -> None:
    here, stranger = signed_in(person("zhang")), signed_in(person("wang"))
    handle = Session.objects.get(session_key=stranger.session.session_key).handle
    here.post("/account/sessions/end/", {"session": handle})
    here.post("/account/sessions/end/")
    assert stranger.get("/account/").status_code == 200


@pytest.mark.django_db
def test_changing_the_password_ends_the_other_sessions_only() -> None:
    user = person()
    here, there = signed_in(user), signed_in(user)
    typed = {"old": PASSWORD, "password": OTHER, "again": OTHER}
    assert here.post("/account/password/", typed).status_code == 302
    assert [b.get("/account/").status_code for b in (here, there)] == [200, 302]


@pytest.mark.django_db
def test_an_account_unused_for_ninety_days_is_stopped() -> None:
    """GB/T 22239 8.1.4.2 c: accounts nobody uses are removed or stopped in time."""
    with clock.turned_to(clock.at(2018, 1, 1)):
        idle, busy = person("idle"), person("busy")
        signed_in(idle)
    with clock.turned_to(clock.at(2018, 3, 1)):
        signed_in(busy)
    with clock.turned_to(clock.at(2018, 4, 5)):
        status, page = _try("idle", PASSWORD)
        assert (status, "90 天" in page) == (401, True)
        assert actions.disable_idle() == 0  # that sign-in has stopped it already
    with clock.turned_to(clock.at(2018, 6, 1)):
        assert actions.disable_idle() == 1
    assert set(User.objects.filter(is_active=True)) == set()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wanted", "reached"),
    [
        ("/account/", "/account/"),
        ("/judge/?a=1", "/judge/?a=1"),
        ("https://evil.example/", "/"),
        ("//evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/\\evil.example", "/"),
    ],
)
def test_signing_in_leads_back_but_never_away(client: Client, wanted: str, reached: str) -> None:
    person()
    typed = {"username": "zhang", "password": PASSWORD, "next": wanted}
    assert client.post("/sign-in/", typed).headers["Location"] == reached


@pytest.mark.django_db
def test_a_form_posted_too_late_is_kept_until_she_is_back(client: Client) -> None:
    user = person()
    signed_in(user, client=client)
    Session.objects.filter(user=user).delete()
    typed = {"phone": "022-2333 0000", "email": "", "note": "第一行\n第二行"}
    late = client.post("/account/", typed)
    assert late.status_code == 401
    kept = late.context["kept"]
    answer = client.post(
        "/sign-in/",
        {"username": "zhang", "password": PASSWORD, "kept": kept, "next": "/sign-in/resume/"},
    )
    shown = client.get(answer.headers["Location"])
    assert shown.context["path"] == "/account/"
    assert dict(shown.context["kept"].fields) == typed
    user.refresh_from_db()
    assert user.phone == ""  # nothing is sent before her click
    assert client.get("/sign-in/resume/").headers["Location"] == "/"  # and only once


@pytest.mark.django_db
def test_a_forged_kept_form_is_dropped(client: Client) -> None:
    person()
    typed = {"username": "zhang", "password": PASSWORD, "kept": "forged:1:x"}
    client.post("/sign-in/", typed)
    assert client.get("/sign-in/resume/").headers["Location"] == "/"


@pytest.mark.django_db
def test_a_fragment_without_a_session_leaves_the_page_alone(client: Client) -> None:
    answer = client.get("/account/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Trigger"]) == (401, "signed-out")


@pytest.mark.django_db
def test_forms_need_their_token() -> None:
    user = person()
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(user)
    for path in ("/sign-in/", "/sign-out/", "/activate/", "/account/", "/account/password/"):
        assert browser.post(path, {}).status_code == 403


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        *("/sign-out/", "/account/sessions/end/"),
        *("/account/second-factor/recovery/", "/account/second-factor/remove/"),
    ],
)
def test_reading_changes_nothing(path: str) -> None:
    browser = signed_in(person())
    count = Entry.objects.count()
    assert browser.get(path).status_code == 405
    assert Entry.objects.count() == count
    assert browser.get("/account/").status_code == 200


@pytest.mark.django_db
def test_the_address_a_client_claims_is_not_believed(client: Client, settings: Settings) -> None:
    user = person()
    claims = {"X-Forwarded-For": "6.6.6.6, 10.1.1.1"}
    client.post("/sign-in/", {"username": "zhang", "password": PASSWORD}, headers=claims)
    assert Entry.objects.get(event="account.signed_in").address == "127.0.0.1"
    settings.TRUSTED_PROXIES = frozenset({"127.0.0.1", "10.1.1.1"})
    signed_in(user)
    Client().post("/sign-in/", {"username": "zhang", "password": PASSWORD}, headers=claims)
    assert Entry.objects.filter(event="account.signed_in").last().address == "6.6.6.6"  # type: ignore[union-attr]  # there is one
