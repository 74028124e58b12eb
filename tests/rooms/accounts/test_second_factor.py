"""The second factor is demanded on every path, and each code works once."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django import Settings

from duibiao import clock
from duibiao.access.second_factor import demands_second_factor
from duibiao.accounts import actions, second_factor
from duibiao.accounts.middleware import ALWAYS_OPEN
from duibiao.accounts.models import User
from duibiao.journal.models import Entry
from duibiao.organisations.kinds import Kind, Post
from duibiao.organisations.models import Membership, Organisation
from tests.rooms.accounts.people import (
    OTHER,
    PASSWORD,
    digits,
    person,
    signed_in,
    with_second_factor,
)

CHALLENGE = "/sign-in/second-factor/"
VALUES = {"int": "1", "str": "x", "slug": "x", "uuid": "0" * 32, "path": "x"}


def everybody(_request: HttpRequest, _user: User) -> bool:
    """A demand that concerns everybody."""
    return True


@pytest.fixture
def demanded(settings: Settings) -> None:
    """Everybody needs a second factor."""
    settings.SECOND_FACTOR_DEMANDED_BY = f"{__name__}.everybody"


def _paths(
    resolver: URLResolver | None = None, before: str = "", spaces: str = ""
) -> list[tuple[str, str]]:
    """Every address of the site with its name, its parameters filled in."""
    found: list[tuple[str, str]] = []
    for one in (resolver or get_resolver()).url_patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            name = f"{spaces}{one.namespace}:" if one.namespace else spaces
            found += _paths(one, route, name)
        elif isinstance(one, URLPattern) and "(?P" not in route:
            for place, converter in one.pattern.converters.items():
                del converter, place
            found.append((f"{spaces}{one.name}", "/" + _filled(route)))
    return found


def _filled(route: str) -> str:
    while "<" in route:
        head, _, rest = route.partition("<")
        parameter, _, tail = rest.partition(">")
        kind = parameter.split(":")[0] if ":" in parameter else "str"
        route = head + VALUES.get(kind, "x") + tail
    return route


def test_the_site_has_addresses_to_try() -> None:
    assert len(_paths()) > 20


@pytest.mark.django_db
@pytest.mark.clause("五(一)2(2)-3")
@pytest.mark.parametrize("how", ["page", "reset", "forced"])
def test_who_owes_the_second_factor_gets_nowhere_else(how: str) -> None:
    """By whatever way the session began; for pages, fragments and the API; reading or writing."""
    user = person()
    with_second_factor(user)
    browser = Client()
    if how == "page":
        signed_in(user, client=browser)
    elif how == "reset":
        code = actions.issue_activation_code(user=user, by=None)
        typed = {"username": "zhang", "code": code, "password": OTHER, "again": OTHER}
        assert browser.post("/activate/", typed).status_code == 302
    else:
        browser.force_login(user)
    for name, path in _paths():
        if name in ALWAYS_OPEN or path == CHALLENGE:
            continue
        for answer in (browser.get(path), browser.post(path)):
            if path.startswith("/api/"):
                assert answer.status_code == 403, path
            else:
                assert answer.status_code == 302, path
                assert answer.headers["Location"].startswith(CHALLENGE), path
    fragment = browser.get("/account/", headers={"HX-Request": "true"})
    assert (fragment.status_code, fragment.headers["HX-Redirect"]) == (403, CHALLENGE)


@pytest.mark.django_db
@pytest.mark.usefixtures("demanded")
def test_who_needs_one_and_has_none_sets_it_up_first() -> None:
    user = person()
    browser = signed_in(user)
    for path in ("/", "/account/", "/account/password/", "/judge/"):
        assert browser.get(path).headers["Location"].startswith("/account/second-factor/?next=")
    page = browser.get("/account/second-factor/")
    assert b"data:image/svg+xml;base64," in page.content
    secret = str(browser.session["totp_secret"])
    assert browser.post("/account/second-factor/", {"code": "000000"}).status_code == 400
    answer = browser.post("/account/second-factor/", {"code": digits(secret)})
    assert len(answer.context["codes"]) == 10
    assert browser.get("/account/").status_code == 200
    refused = browser.post("/account/second-factor/remove/", {"old": PASSWORD})
    assert refused.status_code == 409
    assert second_factor.has(user)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "post", "needed"),
    [
        (Kind.COMMISSION, Post.REVIEWER, True),
        (Kind.COMMISSION, Post.HANDLER, False),
        (Kind.COMMISSION, Post.SYSTEM_ADMIN, True),
        (Kind.COMMISSION, Post.AUDIT_ADMIN, True),
        (Kind.ENTERPRISE, Post.HANDLER, False),
    ],
)
def test_approvers_and_administrators_need_one(kind: Kind, post: Post, needed: bool) -> None:
    """GB/T 22239 8.1.4.1 d."""
    user = person()
    office = Organisation.objects.create(code="an-office", kind=kind, name="某机关")
    Membership.objects.create(user=user, organisation=office, post=post, since=clock.today())
    assert demands_second_factor(user) is needed


@pytest.mark.django_db
@pytest.mark.clause("五(一)2(2)-3")
def test_the_six_digits_open_once() -> None:
    user = person()
    secret = with_second_factor(user)
    code = digits(secret)
    first, second = signed_in(user), signed_in(user)
    answer = first.post(CHALLENGE, {"code": f"{code[:3]} {code[3:]}", "next": "/account/"})
    assert answer.headers["Location"] == "/account/"
    assert first.get("/account/").status_code == 200
    assert second.post(CHALLENGE, {"code": code}).status_code == 400  # used, though still shown
    assert second.get("/account/").status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["", "000000", "abcdef", "１２３４５６", "9" * 20, "\x00"])
def test_wrong_digits_do_not_open(code: str) -> None:
    user = person()
    with_second_factor(user)
    browser = signed_in(user)
    assert browser.post(CHALLENGE, {"code": code}).status_code == 400


@pytest.mark.django_db
def test_an_old_code_does_not_open() -> None:
    user = person()
    secret = with_second_factor(user)
    for periods in (-10, -2, 2, 10):
        browser = signed_in(user)
        assert browser.post(CHALLENGE, {"code": digits(secret, periods=periods)}).status_code == 400
        actions.end_sessions(user=user)


@pytest.mark.django_db
def test_a_recovery_code_opens_once() -> None:
    user = person()
    with_second_factor(user)
    code = second_factor.recovery_codes(user)[3]
    assert signed_in(user).post(CHALLENGE, {"code": code}).status_code == 302
    assert signed_in(user).post(CHALLENGE, {"code": code}).status_code == 400
    assert len(second_factor.recovery_codes(user)) == 9


@pytest.mark.django_db
def test_guessing_digits_locks_the_name_though_the_password_is_known() -> None:
    """Signing in with the password between the guesses does not forget them."""
    user = person()
    secret = with_second_factor(user)
    statuses = [signed_in(user).post(CHALLENGE, {"code": "000000"}).status_code for _ in range(5)]
    assert statuses == [400, 400, 400, 400, 429]
    answer = Client().post("/sign-in/", {"username": "zhang", "password": PASSWORD})
    assert answer.status_code == 429
    browser = Client()
    browser.force_login(user)
    assert browser.post(CHALLENGE, {"code": digits(secret)}).status_code == 429


@pytest.mark.django_db
def test_setting_it_up_ends_the_other_sessions() -> None:
    user = person()
    elsewhere = signed_in(user)
    with_second_factor(user)
    assert elsewhere.get("/account/").status_code == 302


@pytest.mark.django_db
def test_a_lost_phone_is_taken_off_by_whoever_may_reset_the_account() -> None:
    user, officer = person("zhang"), person("officer")
    with_second_factor(user)
    actions.remove_second_factor(user=user, by=officer, reason="手机丢失")
    assert signed_in(user).get("/account/").status_code == 200
    entry = Entry.objects.get(event="account.factor_removed")
    assert (entry.actor_id, entry.reason) == (officer.pk, "手机丢失")


@pytest.mark.django_db
def test_taking_ones_own_off_needs_the_password() -> None:
    user = person()
    secret = with_second_factor(user)
    browser = signed_in(user)
    browser.post(CHALLENGE, {"code": digits(secret)})
    remove = "/account/second-factor/remove/"
    assert browser.post(remove, {"old": "guess"}).status_code == 400
    assert browser.post(remove, {"old": PASSWORD}).status_code == 302
    assert not Authenticator.objects.filter(user=user).exists()


@pytest.mark.django_db
def test_new_recovery_codes_end_the_old() -> None:
    user = person()
    secret = with_second_factor(user)
    old = second_factor.recovery_codes(user)
    browser = signed_in(user)
    browser.post(CHALLENGE, {"code": digits(secret)})
    answer = browser.post("/account/second-factor/recovery/", {"old": PASSWORD})
    assert not set(answer.context["codes"]) & set(old)
    assert signed_in(user).post(CHALLENGE, {"code": old[0]}).status_code == 400


@pytest.mark.django_db
def test_the_secret_is_not_readable_in_the_table() -> None:
    user = person()
    secret = with_second_factor(user)
    kept = Authenticator.objects.get(user=user, type="totp").data["secret"]
    assert secret not in kept
    assert second_factor.Adapter().decrypt(kept) == secret


@pytest.mark.django_db
def test_every_step_is_in_the_journal() -> None:
    user = person()
    secret = with_second_factor(user)
    browser = signed_in(user)
    browser.post(CHALLENGE, {"code": "000000"})
    browser.post(CHALLENGE, {"code": digits(secret)})
    events = list(Entry.objects.order_by("-id").values_list("event", flat=True)[:4])
    assert events == [
        *("account.factor_passed", "account.factor_failed", "account.signed_in"),
        "account.factor_set_up",
    ]


def test_codes_are_those_of_the_standard(monkeypatch: pytest.MonkeyPatch) -> None:
    """RFC 6238, appendix B (SHA-1), the last six digits."""
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    for seconds, code in ((59, "287082"), (1111111109, "081804"), (2000000000, "279037")):
        monkeypatch.setattr(second_factor, "_present", lambda s=seconds: iter([s // 30]))
        assert second_factor.counter_of(secret, code) == seconds // 30
