"""People: accounts opened, codes reset, posts given and ended, administrators kept apart."""

from __future__ import annotations

import pytest
from pytest_django import Settings
from pytest_django.fixtures import DjangoAssertNumQueries

from duibiao.access import Permission, Refused, actions
from duibiao.access.matrix import MATRIX
from duibiao.access.permission import Role
from duibiao.accounts.models import User
from duibiao.journal.models import Entry
from duibiao.organisations.facts import AdministratorsExclude
from duibiao.organisations.kinds import Post
from duibiao.organisations.models import Membership, Proxy
from duibiao.organisations.queries import organisation
from tests.people import client_of, load_city, person, reviewer

pytestmark = pytest.mark.django_db
BINHAI = "120116-market"


@pytest.fixture(autouse=True)
def _city() -> None:
    load_city()


@pytest.mark.clause("五(二)2(2)-1")
def test_the_commission_opens_an_account_on_a_page_and_hands_over_a_slip() -> None:
    """The code is in the answer, once; the office's page then shows the person."""
    browser = client_of(person("tj-market"))
    data = {"post": "reviewer", "username": "binhai-wang", "name": "王审核"}
    answered = browser.post(f"/people/{BINHAI}/accounts/", data)
    assert answered.status_code == 200
    assert "binhai-wang" in answered.content.decode()
    held = Membership.objects.get(user__username="binhai-wang")
    assert (held.organisation.code, held.post) == (BINHAI, "reviewer")
    page = browser.get(f"/people/{BINHAI}/").content.decode()
    assert "王审核" in page
    assert "待激活" in page


@pytest.mark.clause("五(二)2(2)-3")
def test_codes_are_reset_for_several_people_at_once() -> None:
    """Two slips; the old passwords are gone."""
    people = [person(BINHAI), reviewer(BINHAI)]
    keys = [one.memberships.get().pk for one in people]
    answered = client_of(person("tj-market")).post(f"/people/{BINHAI}/reset/", {"member": keys})
    assert answered.content.decode().count('class="slip"') == 2
    assert not any(
        one.has_usable_password() for one in User.objects.filter(pk__in=[one.pk for one in people])
    )


def test_an_account_is_stopped_resumed_and_signed_out() -> None:
    """Each asked first; a reason where somebody loses something."""
    browser, one = client_of(person("tj-market")), person(BINHAI)
    post = one.memberships.get().pk
    assert browser.post(f"/people/posts/{post}/stop/", {}).status_code == 409
    assert browser.post(f"/people/posts/{post}/stop/", {"reason": "借调"}).status_code == 302
    one.refresh_from_db()
    assert not one.is_active
    browser.post(f"/people/posts/{post}/resume/", {})
    one.refresh_from_db()
    assert one.is_active
    client_of(one)
    assert one.sessions.exists()
    browser.post(f"/people/posts/{post}/sessions/", {})
    assert not one.sessions.exists()


def test_a_district_sees_its_own_people_only_and_manages_nobody() -> None:
    """Another district's office is 404, journaled; opening an account is 403, journaled."""
    browser = client_of(person(BINHAI))
    assert browser.get(f"/people/{BINHAI}/").status_code == 200
    assert browser.get("/people/120101-market/").status_code == 404
    data = {"post": "handler", "username": "x", "name": "x"}
    assert browser.post(f"/people/{BINHAI}/accounts/", data).status_code == 403
    assert Entry.objects.filter(event="denied").count() == 2
    assert client_of(person("120116-commerce")).get("/people/").status_code == 403


@pytest.mark.parametrize("second", [Post.SECURITY_ADMIN, Post.AUDIT_ADMIN, Post.HANDLER])
def test_three_administrators_are_three_people(second: Post) -> None:
    """Under mlps3 an administrator holds no other post anywhere (GB/T 22239 8.1.4.2 d)."""
    admin, by = person("tj-market", Post.SYSTEM_ADMIN), person("tj-market")
    with pytest.raises(AdministratorsExclude):
        actions.appoint(user=admin, organisation=organisation("tj-institute"), post=second, by=by)


def test_under_the_other_profile_posts_may_be_combined(settings: Settings) -> None:
    """The separation belongs to mlps3."""
    settings.PASSWORD_PROFILE = "asvs"
    admin, by = person("tj-market", Post.SYSTEM_ADMIN), person("tj-market")
    there = organisation("tj-institute")
    assert actions.appoint(user=admin, organisation=there, post=Post.HANDLER, by=by).pk


def test_the_audit_administrator_reads_the_journal_only() -> None:
    """One row of the table, and no other."""
    assert [p for p, grants in MATRIX.items() if Role.AUDIT in grants] == [Permission.JOURNAL_READ]
    browser = client_of(person("tj-market", Post.AUDIT_ADMIN))
    assert browser.get("/journal/").status_code == 200
    assert browser.get("/people/").status_code == 403


def test_the_system_administrator_reads_people_and_changes_none() -> None:
    """The matrix gives 系管 an R on accounts."""
    browser = client_of(person("tj-market", Post.SYSTEM_ADMIN))
    page = browser.get(f"/people/{BINHAI}/").content.decode()
    assert "开通账号" not in page
    data = {"post": "handler", "username": "y", "name": "y"}
    assert browser.post(f"/people/{BINHAI}/accounts/", data).status_code == 403


@pytest.mark.clause("横-12")
def test_the_institutes_proxy_is_granted_and_ended_on_a_page() -> None:
    """The ground is kept; ending asks why; both are journaled."""
    browser = client_of(person("tj-market"))
    one = Proxy.objects.get(principal__code=BINHAI, until=None)
    assert browser.post(f"/people/proxies/{one.pk}/end/", {"reason": "自行办理"}).status_code == 302
    one.refresh_from_db()
    assert one.until is not None
    data = {"principal": BINHAI, "ground": "来函委托"}
    assert browser.post("/people/proxies/", data).status_code == 302
    assert browser.post("/people/proxies/", data).status_code == 409
    assert Entry.objects.filter(event__startswith="organisation.proxy").count() == 2
    assert client_of(person("tj-institute")).post("/people/proxies/", data).status_code == 403


def test_dismissal_needs_the_commission() -> None:
    """The district's own reviewer cannot be rid of its handler."""
    with pytest.raises(Refused):
        actions.dismiss(
            membership=person(BINHAI).memberships.get(), by=reviewer(BINHAI), reason="x"
        )


@pytest.mark.parametrize("count", [1, 8])
def test_an_offices_page_asks_a_constant_number_of_times(
    count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """One person or eight."""
    by, there = person("tj-market"), organisation(BINHAI)
    for place in range(count):
        actions.open_account(
            organisation=there, post=Post.HANDLER, username=f"n{place}", name="某", by=by
        )
    browser = client_of(by)
    with django_assert_max_num_queries(12):
        assert browser.get(f"/people/{BINHAI}/").status_code == 200
