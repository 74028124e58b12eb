"""A standards engineer builds a scheme without a mouse; two engineers meet in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from duibiao.catalogue.models import SchemeDraft
from duibiao.core.canonical import load
from duibiao.core.compare.scheme_completeness import lacking
from tests.people import PASSWORD, load_city, person

COUNT = 20  # indicators of a scheme as they are written (五(三)3)
NAMES = [f"指标{number:02d}" for number in range(1, COUNT + 1)]


class Engineer:
    """Somebody at a browser of her own."""

    def __init__(self, browser: Browser, site: str, width: int = 1440) -> None:
        self.context = browser.new_context(
            base_url=site, locale="zh-CN", viewport={"width": width, "height": 900}
        )
        self.context.set_default_timeout(10_000)
        self.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.page: Page = self.context.new_page()
        self.wrong: list[str] = []
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))

    def signs_in(self, username: str) -> Page:
        self.page.goto("/sign-in/")
        self.page.locator("[name=username]").fill(username)
        self.page.locator("[name=password]").fill(PASSWORD)
        self.page.locator("main button.primary").click()
        expect(self.page.locator("h1")).not_to_have_text("登录")
        return self.page

    def keys(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def types(self, text: str) -> None:
        self.page.keyboard.insert_text(text)

    def pastes(self, text: str) -> None:
        self.page.evaluate(
            """text => {
              const data = new DataTransfer();
              data.setData("text/plain", text);
              const kind = { clipboardData: data, bubbles: true, cancelable: true };
              document.activeElement.dispatchEvent(new ClipboardEvent("paste", kind));
            }""",
            text,
        )

    def tabs_to(self, id_: str, most: int = 60) -> None:
        """By Tab alone."""
        for _ in range(most):
            if self.focused() == id_:
                return
            self.keys("Tab")
        pytest.fail(f"Tab does not lead to {id_}, but to {self.focused()}")

    def focused(self) -> str:
        return str(self.page.evaluate("document.activeElement.id"))

    def waits(self) -> None:
        """Until everything is saved."""
        expect(self.page.locator("#state")).to_have_text(re.compile("已保存"))


@pytest.fixture
def engineer(chromium: Browser, site: str) -> Iterator[Engineer]:
    load_city()
    person("tj-market")
    one = Engineer(chromium, site)
    yield one
    one.context.close()
    assert one.wrong == []


def document() -> dict[str, Any]:
    found: dict[str, Any] = load(SchemeDraft.everything.latest("pk").document)
    return found


def begin(engineer: Engineer) -> Page:
    page = engineer.signs_in("tj-market-handler")
    page.goto("/catalogue/edit/new/")
    page.locator("#code").focus()
    engineer.types("90-keyboard")
    engineer.keys("Tab")
    engineer.types("键盘方案")
    engineer.keys("Enter")
    expect(page.locator("#editor.has-script")).to_be_visible()
    return page


@pytest.mark.clause("五(三)3-2", "五(三)3-3", "附.22-1")
def test_a_scheme_of_twenty_indicators_without_a_mouse(engineer: Engineer) -> None:
    """只用键盘：标准、二十项指标、要求、权重、三节写全，缺项清单清空，存下的就是所写的。"""
    page = begin(engineer)
    engineer.tabs_to("w-product_or_service-name")
    engineer.types("某产品")
    engineer.tabs_to("new-standard")
    engineer.types("ISO 1:2015")
    engineer.keys("Enter")
    expect(page.locator("#s0-title")).to_be_focused()
    engineer.types("某国际标准")
    engineer.keys("Tab", "ArrowUp")  # 类别：由国外先进改为国际标准
    expect(page.locator("#s0-kind")).to_have_value("international")

    engineer.tabs_to("add-indicator")
    engineer.keys("Enter")
    expect(page.locator("#i0-name")).to_be_focused()
    for number, name in enumerate(NAMES):
        if number:
            engineer.keys("Control+Enter")
            expect(page.locator(f"#i{number}-name")).to_be_focused()
        engineer.types(name)
        engineer.waits()
    engineer.keys("Alt+ArrowUp")  # 末项上移一行
    expect(page.locator(f"#i{COUNT - 2}-name")).to_have_value(NAMES[-1])
    expect(page.locator(f"#i{COUNT - 2}-name")).to_be_focused()
    engineer.keys("Alt+ArrowDown")
    expect(page.locator(f"#i{COUNT - 1}-name")).to_have_value(NAMES[-1])
    engineer.waits()

    page.locator("#i0-unit").focus()
    engineer.pastes("\n".join("mg/kg\t越小越好" for _ in NAMES))
    expect(page.locator(f"#i{COUNT - 1}-unit")).to_have_value("mg/kg")
    page.locator("#i0-selection_reason").focus()
    engineer.pastes("\n".join(f"理由{name}" for name in NAMES))
    expect(page.locator(f"#i{COUNT - 1}-selection_reason")).to_have_value(f"理由{NAMES[-1]}")

    page.locator("#r0-0-0-text").focus()
    engineer.types("≤10")
    expect(page.locator("#said-r0-0-0-text")).to_contain_text("10")  # 边写边读
    for number in range(1, COUNT):
        engineer.keys("Enter")
        assert engineer.focused() == f"r{number}-0-0-text"
        engineer.types(f"≤{10 + number}")
    for number in range(COUNT):
        page.locator(f"#r{number}-0-0-method").focus()
        engineer.types("某试验方法")
    engineer.keys("Tab")
    engineer.waits()
    page.locator("#i0-weight").focus()
    engineer.types("24")
    expect(page.locator("#sum")).to_have_text("24")
    engineer.keys("Tab")
    spread(engineer, page)
    write_sections(engineer, page)
    expect(page.locator("#nothing-missing")).to_be_visible()
    check_saved()


def spread(engineer: Engineer, page: Page) -> None:
    """The rest of the weights, on demand."""
    page.locator("[value='weights.spread']").focus()
    engineer.keys("Enter")
    expect(page.locator("#sum")).to_have_text("100")
    expect(page.locator("#i1-weight")).to_have_value("4")
    engineer.waits()


def write_sections(engineer: Engineer, page: Page) -> None:
    """Route, safeguards, timetable; what is missing leads there."""
    page.locator("#missing summary").focus()
    engineer.keys("Enter")
    expect(page.locator("#missing li")).to_have_count(3)
    page.locator("#missing li a").first.focus()
    engineer.keys("Enter")
    assert engineer.focused() == "w-sections-technical_route"
    engineer.types("先比对，后验证。")
    engineer.keys("Tab")
    engineer.types("成立工作组。")
    engineer.tabs_to("add-task")
    engineer.keys("Enter")
    expect(page.locator("#t0-task")).to_be_focused()
    engineer.types("起草")
    engineer.keys("Tab")
    engineer.types("2018-05-01")
    engineer.keys("Tab")
    engineer.types("2018-06-30")
    engineer.keys("Enter")
    engineer.waits()


def check_saved() -> None:
    """The draft holds what was typed."""
    saved = document()
    assert lacking(saved) == ()
    assert [row["name"] for row in saved["indicators"]] == NAMES
    assert saved["indicators"][0]["weight"] == Decimal("0.24")
    assert [row["benchmark_requirements"][0]["text"] for row in saved["indicators"]] == [
        f"≤{10 + number}" for number in range(COUNT)
    ]
    assert saved["sections"]["timetable"] == [
        {"task": "起草", "from": "2018-05-01", "to": "2018-06-30"}
    ]


def conflict(page: Page) -> Locator:
    return page.locator("#said-i0-name .button")


def test_two_engineers_in_one_cell(engineer: Engineer, chromium: Browser, site: str) -> None:
    """同一格两人都写：后写的看到两个值，自己选；不刷新页面，写的不丢。"""
    page = begin(engineer)
    page.locator("#add-indicator").click()
    expect(page.locator("#i0-name")).to_be_focused()
    other = Engineer(chromium, site, width=390)
    theirs = other.signs_in("tj-market-handler")
    theirs.goto(page.url)
    theirs.locator("#i0-name").fill("别人的")
    theirs.keyboard.press("Tab")
    other.waits()
    expect(theirs.locator("#i0-name")).to_have_value("别人的")
    page.locator("#i0-name").fill("我的")
    page.keyboard.press("Tab")
    expect(page.locator("#said-i0-name")).to_contain_text("别人的")
    expect(page.locator("#i0-name")).to_have_value("我的")
    assert document()["indicators"][0]["name"] == "别人的"
    conflict(page).first.click()
    engineer.waits()
    expect(conflict(page)).to_have_count(0)
    assert document()["indicators"][0]["name"] == "我的"
    width = theirs.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    other.context.close()
    assert other.wrong == []


def test_without_the_script_every_row_has_its_button(chromium: Browser, site: str) -> None:
    """没有脚本：每行有保存按钮，加行、移动是普通按钮。"""
    load_city()
    person("tj-market")
    context = chromium.new_context(base_url=site, locale="zh-CN", java_script_enabled=False)
    page = context.new_page()
    page.goto("/sign-in/")
    page.locator("[name=username]").fill("tj-market-handler")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main button.primary").click()
    page.goto("/catalogue/edit/new/")
    page.locator("#code").fill("91-plain")
    page.locator("#title").fill("无脚本方案")
    page.locator("button.primary").click()
    page.locator("#new-standard").fill("ISO 1:2015")
    page.locator(".add button").click()
    page.locator("#add-indicator").click()
    page.locator("#i0-name").fill("甲醛")
    page.locator("#i0-veto").check()
    page.locator("[form=f-i0].plain-only").click()
    page.locator("#r0-0-0-text").fill("≤20")
    page.locator("[form=f-r0].plain-only").click()
    expect(page.locator("main")).to_contain_text("已保存")
    entry = document()["indicators"][0]
    assert (entry["name"], entry["veto"]) == ("甲醛", True)
    assert entry["benchmark_requirements"] == [{"standard": "ISO 1:2015", "text": "≤20"}]
    context.close()
