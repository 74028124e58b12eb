"""From a lead sheet to a filed package, by the people themselves in a browser: department, bureau,
commission, a factory's clerk on a phone, the bureau's reviewer at the keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from duibiao import clock
from duibiao.demo.city import firms
from duibiao.demo.moments import MOMENTS
from duibiao.demo.people import Cast
from duibiao.demo.story import Story
from duibiao.reporting.models import DistrictPackage
from tests.played import PASSPHRASE

DEPARTMENT, BUREAU, COMMISSION = "120101-industry", "120101-market", "tj-market"
FIRM = next(firm for firm in firms() if firm.district.code == "120101")
PASSWORD = "Hehe-2018-gongchang"


@pytest.fixture
def deployed(site: str) -> Iterator[str]:
    """The city after step 5, with the story's clock in the whole process."""
    story = Story(Cast(PASSPHRASE))
    for number in range(1, 6):
        with clock.turned_to(MOMENTS[number]):
            getattr(story, f"step_{number}")()
    for code in (DEPARTMENT, BUREAU, COMMISSION):
        story.cast.person(code)
    story.cast.reviewer(BUREAU)
    before = clock.shifted()
    clock.shift(MOMENTS[5] - clock.machine_now())
    yield site
    clock.shift(before)


class Person:
    """Somebody at a browser of her own."""

    def __init__(self, browser: Browser, site: str, width: int = 1440) -> None:
        self.context = browser.new_context(
            base_url=site, locale="zh-CN", viewport={"width": width, "height": 844}
        )
        self.context.set_default_timeout(10_000)
        self.page: Page = self.context.new_page()

    def signs_in(self, username: str, password: str = PASSPHRASE) -> Page:
        """With name and password."""
        self.page.goto("/sign-in/")
        self.page.locator("[name=username]").fill(username)
        self.page.locator("[name=password]").fill(password)
        self.page.locator("main button.primary").click()
        expect(self.page.locator("h1")).not_to_have_text("登录")
        return self.page

    def steps(self, name: str, reason: str = "") -> None:
        """A button of the record, and the page that asks once more."""
        self.page.get_by_role("link", name=name, exact=True).click()
        if reason:
            self.page.locator("[name=reason]").fill(reason)
        self.page.locator("main form button").first.click()

    def fills(self, path: str, **fields: str) -> None:
        """A form."""
        if path:
            self.page.goto(path)
        for name, value in fields.items():
            field = self.page.locator(f"main [name={name}]")
            if field.evaluate("one => one.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)
        self.page.locator("main form button").last.click()


def test_from_a_lead_sheet_to_a_filed_package(chromium: Browser, deployed: str) -> None:
    """Every hand on the way, and nothing but pages."""
    people = [Person(chromium, deployed) for _ in range(4)]
    department, bureau, commission, reviewer = people
    clerk = Person(chromium, deployed, width=390)
    _leads(department, bureau)
    _recommend(bureau)
    code = _account(commission, bureau)
    _declare(clerk, code)
    _review(bureau)
    _file(bureau, reviewer)
    package = DistrictPackage.everything.get()
    assert (package.state, package.members.count()) == ("filed", 1)
    for person in (*people, clerk):
        person.context.close()


def _leads(department: Person, bureau: Person) -> None:
    """The department writes one line as copied from Excel and hands in; the bureau adopts it."""
    department.signs_in(f"{DEPARTMENT}-handler")
    department.page.get_by_role("link", name="填线索单").click()
    department.page.locator("main form button").last.click()
    department.page.get_by_role("link", name="填写条目").click()
    line = "\t".join(("企业", FIRM.name, FIRM.uscc, FIRM.address, "C36", "基础好"))
    department.fills("", lines=line)
    expect(department.page.locator("main")).to_contain_text(FIRM.name)
    department.steps("提交并抄送")
    page = bureau.signs_in(f"{BUREAU}-handler")
    page.get_by_role("link", name=re.compile("工业和信息化")).first.click()
    bureau.steps("签收")
    page.get_by_role("link", name="采纳或不采纳").click()
    bureau.fills("", place="1", decision="adopted")
    expect(page.locator("main")).to_contain_text("采纳")


def _recommend(bureau: Person) -> None:
    """The trade, the enterprise, and the enterprise under the trade."""
    bureau.fills("/do/trade/", name="和平区汽车部件产业", industries="C36", reason="特色")
    bureau.steps("推荐")
    trade = bureau.page.url
    bureau.fills(
        "/do/enterprise/",
        uscc=FIRM.uscc,
        name=FIRM.name,
        registered_address=FIRM.address,
        industry="C36",
        employees="200",
        revenue_wan="8000",
        assets_wan="6000",
    )
    expect(bureau.page.locator("main")).to_contain_text("小型")
    bureau.page.goto(trade)
    bureau.page.get_by_role("link", name="提名企业").click()
    bureau.fills("", uscc=FIRM.uscc)
    bureau.steps("推荐企业")


def _account(commission: Person, bureau: Person) -> str:
    """The commission makes slots and lowers the quota; the bureau prints the slip."""
    commission.signs_in(f"{COMMISSION}-handler")
    commission.fills("/do/slots/", district="120101", count="2", batch="2018-04")
    commission.page.goto("/records/campaign/")
    commission.page.locator("main tbody a").first.click()
    commission.page.get_by_role("link", name="调整配额").click()
    commission.fills("", group="inner", minimum="1")
    bureau.page.goto("/slots/")
    bureau.page.get_by_role("button", name="生成激活码纸条").click()
    return bureau.page.locator(".slip .code").nth(1).inner_text()


def _declare(clerk: Person, code: str) -> None:
    """On the phone: activate, consent, product, standard, an indicator cell by cell, sign."""
    page = clerk.page
    page.goto("/activate/")
    username = FIRM.uscc.lower()
    page.locator("[name=username]").fill(username)
    page.locator("[name=code]").fill(code)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=again]").fill(PASSWORD)
    page.locator("main button.primary").click()
    page.locator("main a.button.primary").first.click()
    clerk.steps("自愿参加")
    page.goto("/declarations/")
    page.get_by_role("button", name="开始填写").click()
    page.get_by_role("link", name="添加产品（服务）").click()
    clerk.fills("", name="汽车制动盘", model="T-1")
    page.get_by_role("link", name="添加执行标准").click()
    clerk.fills("", number="GB/T 5763-2018", title="汽车用制动器衬片", status="current")
    page.get_by_role("link", name="填写指标").click()
    cells = {"name": "耐久", "unit": "h", "stipulated": "≥5000", "method": "GB/T 2423.3-2016"}
    row = page.locator("tbody tr").first
    for name, value in cells.items():
        with page.expect_response(re.compile("/cell/$")):
            row.locator(f"[name^={name}-]:not([type=hidden])").fill(value)
            page.keyboard.press("Tab")
    with page.expect_response(re.compile("/cell/$")):
        row.locator("select[name^=direction-]").select_option("larger")
    with page.expect_response(re.compile("/cell/$")):
        row.locator("[type=checkbox][name^=in_scope-]").check()
    expect(page.locator("#left")).to_have_text("可以提交")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("link", name="返回申报").click()
    page.get_by_role("link", name="签署并提交").click()
    page.locator("[name=agreed]").check()
    clerk.fills("", signer_name="李四", signer_role="legal")
    expect(page.locator(".badge").first).to_have_text("待区局审核")


def _review(bureau: Person) -> None:
    """By keyboard: A goes through the three questions, then approves."""
    page = bureau.page
    page.goto("/declarations/review/")
    expect(page.locator("h1")).to_have_text("1 份申报待审核")
    for _ in range(3):
        page.keyboard.press("a")
        page.keyboard.press("Space")
    page.keyboard.press("a")
    expect(page.locator("h1")).to_have_text("0 份申报待审核")


def _file(bureau: Person, reviewer: Person) -> None:
    """The handler assembles and presents, the reviewer files."""
    bureau.page.goto("/filings/")
    bureau.page.locator("main form button").first.click()
    bureau.steps("提交本级审核")
    page = reviewer.signs_in(f"{BUREAU}-reviewer")
    page.goto(bureau.page.url)
    reviewer.steps("上报市市场监管委")
    expect(page.locator("main")).to_contain_text("已上报")
