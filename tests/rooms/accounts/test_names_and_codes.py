"""Accounts are opened with one-time codes; names have no twins."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread
from time import perf_counter

import pytest
from django.db import connection
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from duibiao import clock
from duibiao.accounts import actions
from duibiao.accounts.facts import CodeInvalid, UsernameTaken, UsernameUnfit
from duibiao.accounts.models import ActivationCode, User, normal_username
from duibiao.journal.models import Entry
from tests.rooms.accounts.people import OTHER, PASSWORD, person, signed_in


@given(st.text(max_size=40))
def test_normalising_a_name_twice_changes_nothing(text: str) -> None:
    once = normal_username(text)
    assert normal_username(once) == once


@pytest.mark.django_db
@pytest.mark.parametrize("twin", ["ZHANG", "ｚｈａｎｇ", " Zhang ", "ﾞzhang", "zhang\u00a0"])
def test_a_name_has_no_twin(twin: str) -> None:
    person("zhang")
    if normal_username(twin) == "zhang":
        with pytest.raises(UsernameTaken):
            actions.create_user(username=twin, name="另一人", by=None)
    else:
        actions.create_user(username=twin, name="另一人", by=None)
    assert User.objects.filter(username="zhang").count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["", "  ", "a\x00b", "x" * 65, "ﷺ" * 10, "tab\there"])
def test_a_name_nobody_can_type_is_refused(name: str) -> None:
    """The database alone would keep some of these on one engine and fail on the other."""
    with pytest.raises(UsernameUnfit):
        actions.create_user(username=name, name="某人", by=None)


@pytest.mark.django_db
@pytest.mark.clause("五(一)2(2)-3", "五(二)2(1)-3")
def test_an_account_begins_without_a_password_and_is_activated_once(client: Client) -> None:
    user, code = actions.create_user(username="li", name="李四", by=None)
    assert not user.has_usable_password()
    typed = {"username": "Li", "code": code.lower(), "password": PASSWORD, "again": PASSWORD}
    answer = client.post("/activate/", typed)
    assert answer.headers["Location"] == "/"
    assert client.get("/account/").status_code == 200  # signed in
    assert (
        Client().post("/activate/", {**typed, "password": OTHER, "again": OTHER}).status_code == 400
    )
    events = list(Entry.objects.order_by("id").values_list("event", flat=True))
    assert events == [
        *("account.created", "account.code_issued", "account.activated", "account.signed_in")
    ]


@pytest.mark.django_db
@pytest.mark.clause("五(一)2(2)-3")
def test_a_code_ends_with_its_day(settings: Settings) -> None:
    with clock.turned_to(clock.at(2018, 3, 1)):
        _, code = actions.create_user(username="li", name="李四", by=None)
    limit = clock.at(2018, 3, 1) + timedelta(days=settings.ACTIVATION_CODE_DAYS)
    with clock.turned_to(limit + timedelta(seconds=1)), pytest.raises(CodeInvalid):
        actions.activate(username="li", code=code, password=PASSWORD)
    with clock.turned_to(limit):
        actions.activate(username="li", code=code, password=PASSWORD)


@pytest.mark.django_db
def test_a_code_belongs_to_one_name_and_the_newest_counts() -> None:
    _, first = actions.create_user(username="li", name="李四", by=None)
    user, other = actions.create_user(username="wang", name="王五", by=None)
    with pytest.raises(CodeInvalid):
        actions.activate(username="wang", code=first, password=PASSWORD)
    newer = actions.issue_activation_code(user=user, by=None)
    with pytest.raises(CodeInvalid):
        actions.activate(username="wang", code=other, password=PASSWORD)
    actions.activate(username="wang", code=newer, password=PASSWORD)


@pytest.mark.django_db
def test_codes_are_nowhere_in_the_database() -> None:
    _, code = actions.create_user(username="li", name="李四", by=None)
    plain = code.replace("-", "")
    assert len(plain) == 16
    rows = [str(list(model.objects.values_list())) for model in (ActivationCode, Entry, User)]
    assert not any(code in row or plain in row for row in rows)


@pytest.mark.django_db
@pytest.mark.clause("五(一)2(2)-3")
def test_a_reset_ends_the_password_and_the_sessions() -> None:
    user = person()
    browser = signed_in(user)
    code = actions.issue_activation_code(user=user, by=None)
    assert browser.get("/account/").status_code == 302
    answer = Client().post("/sign-in/", {"username": "zhang", "password": PASSWORD})
    assert answer.status_code == 401
    actions.activate(username="zhang", code=code, password=OTHER)
    user.refresh_from_db()
    signed_in(user, password=OTHER)


@pytest.mark.django_db
@pytest.mark.clause("五(二)2(1)-3")
def test_two_hundred_codes_are_issued_at_once() -> None:
    users = [
        actions.create_user(username=f"e-{n}", name=f"企业{n}", by=None)[0] for n in range(200)
    ]
    began = perf_counter()
    issued = actions.issue_activation_codes(users=users, by=None, batch="2018-1")
    assert perf_counter() - began < 10
    assert len({code for _, code in issued}) == 200
    assert ActivationCode.objects.filter(batch="2018-1", withdrawn=False).count() == 200


@pytest.mark.django_db(transaction=True)
@pytest.mark.clause("五(一)2(2)-3")
def test_of_two_who_use_a_code_at_once_one_succeeds() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("the tests' SQLite is one connection's memory: nothing happens at once")
    actions.create_user(username="li", name="李四", by=None)
    code = actions.issue_activation_code(user=User.objects.get(username="li"), by=None)
    start, outcomes = Barrier(4), []

    def use() -> None:
        start.wait()
        try:
            actions.activate(username="li", code=code, password=PASSWORD)
            outcomes.append("activated")
        except CodeInvalid:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [Thread(target=use) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["activated", "refused", "refused", "refused"]
    assert Entry.objects.filter(event="account.activated").count() == 1
