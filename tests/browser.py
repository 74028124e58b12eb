"""A real Chromium against a real server: fixtures `site` and `page`."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright
from pytest_django.live_server_helper import LiveServer

from duibiao.demo.actions import load_demo

CHROMIUM = "/usr/bin/chromium"
# Without these, the browser talks to its maker at every start.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the whole run."""
    with sync_playwright() as playwright:
        # The driver's event loop runs in this thread; the ORM calls of the tests are not in it.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def site(live_server: LiveServer) -> str:
    """The address of a running site with the demonstration in it."""
    load_demo()
    return str(live_server.url)


@pytest.fixture
def page(chromium: Browser, site: str) -> Iterator[Page]:
    """A page in Chinese; the test fails on an error in the console or an outside request."""
    context = chromium.new_context(base_url=site, locale="zh-CN", timezone_id="Asia/Shanghai")
    context.set_default_timeout(10_000)
    opened = context.new_page()
    wrong: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            wrong.append(message.text)

    def on_request(request: Request) -> None:
        if not request.url.startswith((site, "data:", "blob:")):
            wrong.append(f"outside request: {request.url}")

    opened.on("console", on_console)
    opened.on("request", on_request)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    context.close()
    assert wrong == []
