"""Every answer of the site, also an error, carries its headers and can be read in two languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import URLResolver, get_resolver, path, reverse
from pytest_django.plugin import DjangoDbBlocker

from duibiao.config.urls import *  # noqa: F403 (this module is the site with one broken page more)
from duibiao.config.urls import urlpatterns as site_addresses
from duibiao.demo.actions import load_demo

pytestmark = pytest.mark.django_db
SAMPLES = {
    **{"code": "01-infant-knitwear", "key": "nothing", "language": "en", "machine": "plan"},
    **{"step": "issue", "label": "campaigns.plan"},
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def broken(_request: HttpRequest) -> HttpResponse:
    """A page with a fault of ours."""
    raise RuntimeError("secret of the inside")


urlpatterns = [*site_addresses, path("broken/", broken)]


def _names(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from _names(entry, inner)
        elif entry.name:
            parameters = entry.pattern.converters
            yield f"{space}{entry.name}", {name: SAMPLES.get(name, "1") for name in parameters}


ADDRESSES = sorted(reverse(name, kwargs=given) for name, given in _names(get_resolver()))


def _check(response: HttpResponse) -> None:
    wrong = {
        name: response.get(name) for name, value in HEADERS.items() if response.get(name) != value
    }
    assert wrong == {}
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The example schemes, once for all addresses."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_demo()
        yield
        transaction.set_rollback(True)


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_its_headers(client: Client, address: str) -> None:
    """Whatever is asked, and however; nothing asked in a way it does not know breaks a page."""
    for method in ("GET", "HEAD", "POST", "DELETE", "OPTIONS"):
        response = client.generic(method, address)
        assert response.status_code < 500, method
        _check(cast(HttpResponse, response))


@pytest.mark.parametrize(("language", "words"), [("zh", "没有这个页面"), ("en", "No such page")])
def test_a_page_that_is_not_there_says_so(client: Client, language: str, words: str) -> None:
    """In the chosen language, with a way on."""
    client.cookies["language"] = language
    response = client.get("/nothing/here/")
    assert response.status_code == 404
    assert words in response.content.decode()
    assert 'href="/"' in response.content.decode()
    _check(cast(HttpResponse, response))


@override_settings(ROOT_URLCONF=__name__)
def test_a_fault_of_ours_tells_nothing_of_the_inside() -> None:
    """A page in the site's look; no trace, no exception's text."""
    client = Client(raise_request_exception=False)
    response = client.get("/broken/")
    assert response.status_code == 500
    assert "系统没有处理好" in response.content.decode()
    assert "secret" not in response.content.decode()
    _check(cast(HttpResponse, response))


def test_a_form_without_its_token_is_refused_and_explained() -> None:
    """A form from another site, or from a page opened long ago."""
    load_demo()
    client = Client(enforce_csrf_checks=True)
    response = client.post("/judge/01-infant-knitwear/", {"text-1": "≤20"})
    assert response.status_code == 403
    assert "页面已过期" in response.content.decode()
    _check(cast(HttpResponse, response))


def test_a_foreign_host_name_is_refused(client: Client) -> None:
    """The site answers only to its own names."""
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    ("back", "where"),
    [
        ("/judge/01-infant-knitwear/", "/judge/01-infant-knitwear/"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_the_language_switch_leads_back_and_nowhere_else(
    client: Client, back: str, where: str
) -> None:
    """Back to the page one was on; never to another site."""
    response = client.get("/language/en/", {"next": back})
    assert (response.status_code, response["Location"]) == (302, where)
    assert client.get("/").headers["Content-Language"] == "en"


def test_each_page_offers_the_other_language_of_itself(client: Client) -> None:
    """The switch on a page names that page."""
    load_demo()
    page = client.get("/judge/01-infant-knitwear/").content.decode()
    assert "/language/en/?next=/judge/01-infant-knitwear/" in page


def test_alive_and_ready(client: Client) -> None:
    """For the one who watches the site."""
    assert client.get("/healthz").content == b"ok\n"
    assert client.get("/readyz").content == b"ready\n"
