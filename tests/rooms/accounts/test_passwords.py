"""What a password must be, under both profiles."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from duibiao import clock
from duibiao.accounts import actions
from duibiao.accounts.facts import PasswordRefused
from duibiao.accounts.models import User
from duibiao.accounts.password_policy import PROFILES, PasswordCommon, PasswordUsed, weaknesses
from tests.rooms.accounts.people import OTHER, PASSWORD, person, signed_in

PRINTABLE = st.characters(min_codepoint=33, max_codepoint=0x9FFF, exclude_categories=("C", "Z"))
# Long, of all classes, and nobody's word.
GOOD = ("Rzq7-uLm2-vKx9", "Kw9!hv3Pq_x2T", "山高水长Xk7河流qbv2", "correct Horse 7 battery")


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize("password", GOOD)
def test_a_good_password_does(name: str, password: str) -> None:
    assert weaknesses(password, username="zhangsan", profile=PROFILES[name]) == []


@pytest.mark.parametrize("name", PROFILES)
@given(password=st.text(PRINTABLE, max_size=40))
def test_a_short_password_never_does(name: str, password: str) -> None:
    profile = PROFILES[name]
    found = {fact.code for fact in weaknesses(password, username="zhangsan", profile=profile)}
    assert ("password_too_short" in found) is (len(password) < profile.length)


@given(password=st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=12, max_size=30))
def test_two_classes_do_under_asvs_only(password: str) -> None:
    """GB/T 22239 8.1.4.1 a asks for complexity; ASVS 5.0 V6.2.5 forbids to ask for it."""
    strict = {f.code for f in weaknesses(password, username="x", profile=PROFILES["mlps3"])}
    free = {f.code for f in weaknesses(password, username="x", profile=PROFILES["asvs"])}
    assert "password_too_plain" in strict
    assert "password_too_plain" not in free


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize(
    "password",
    [
        "Password12345",
        "Tianjin-2018!",
        "Duibiao@2018",
        "对标达标2018Ab",
        "Zhangsan-123",
        "1qaz2WSX3edc",
    ],
)
def test_common_words_and_names_are_refused(name: str, password: str) -> None:
    """ASVS 5.0 V6.2.4 (common passwords) and V6.2.11 (words of the context)."""
    found = weaknesses(password, username="zhangsan", profile=PROFILES[name])
    assert any(isinstance(fact, PasswordCommon) for fact in found), found


@pytest.mark.django_db
def test_the_last_five_passwords_do_not_come_back() -> None:
    user = person()
    for number in range(4):
        actions.change_password(user=user, password=f"{OTHER}-{number}")
    with pytest.raises(PasswordRefused) as refused:
        actions.change_password(user=user, password=PASSWORD)
    assert [type(fact) for fact in refused.value.facts] == [PasswordUsed]
    actions.change_password(user=user, password=f"{OTHER}-4")
    actions.change_password(user=user, password=PASSWORD)


@pytest.mark.django_db
def test_a_reset_does_not_bring_an_old_password_back() -> None:
    user = person()
    code = actions.issue_activation_code(user=user, by=None)
    with pytest.raises(PasswordRefused):
        actions.activate(username="zhang", code=code, password=PASSWORD)
    actions.activate(username="zhang", code=code, password=OTHER)  # the code was not lost


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "due"), [("mlps3", True), ("asvs", False)])
def test_after_91_days_a_new_password_comes_first(settings: Settings, name: str, due: bool) -> None:
    """GB/T 22239 8.1.4.1 a asks for periodic change; ASVS 5.0 V6.2.10 forbids it."""
    settings.PASSWORD_PROFILE = name
    with clock.turned_to(clock.at(2018, 3, 1)):
        user = person()
        browser = signed_in(user)
        assert browser.get("/account/").status_code == 200
    with clock.turned_to(clock.at(2018, 3, 1) + timedelta(days=91)):
        answer = browser.get("/account/")
        assert (answer.status_code == 302) is due
        if due:
            assert answer.headers["Location"] == "/account/password/?next=%2Faccount%2F"
            typed = {"old": PASSWORD, "password": OTHER, "again": OTHER, "next": "/account/"}
            done = browser.post("/account/password/", typed)
            assert done.headers["Location"] == "/account/"
            assert browser.get("/account/").status_code == 200


@pytest.mark.django_db
def test_a_password_to_be_changed_stops_every_other_page(client: Client) -> None:
    user = person()
    User.objects.filter(pk=user.pk).update(must_change_password=True)
    browser = signed_in(user, client=client)
    assert browser.get("/").headers["Location"].startswith("/account/password/")
    assert browser.post("/account/sessions/end/").headers["Location"].startswith("/account/pass")


@pytest.mark.django_db
def test_a_password_is_taken_as_typed(client: Client, profile: str) -> None:
    """Neither stripped nor cut (ASVS 5.0 V6.2.8), and at least 64 characters are allowed."""
    long = "  两 Spaces-7 before and after, 终于 " + "xK9" * 20 + "  "
    user, code = actions.create_user(username="li", name="李四", by=None)
    typed = {"username": "li", "code": code, "password": long, "again": long}
    assert client.post("/activate/", typed).status_code == 302
    answer = Client().post("/sign-in/", {"username": "li", "password": long.strip()})
    assert answer.status_code == 401
    signed_in(user, password=long)
