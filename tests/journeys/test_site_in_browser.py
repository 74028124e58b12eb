"""Every page in both languages, on a desk and on a phone, in a real Chromium.

The fixture `page` fails these tests on an error in the console and on a request to another host.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from duibiao.core.canonical import canonical
from duibiao.demo.actions import scheme_documents

DESK, PHONE = 1440, 390
TAGS = {"zh": "zh-CN", "en": "en"}
PAGES = (
    "/",
    "/judge/",
    "/judge/01-infant-knitwear/",
    "/judge/01-infant-knitwear/example/",
    "/judge/verify/",
    "/ui/gallery/",
)
CHINESE = re.compile(r"[\u3001-\u303f\u3400-\u9fff，；：（）]+")

# What a page shows and how it is built, gathered in the browser in one go.
LOOK = """() => {
  const named = (field) => field.labels?.length || field.getAttribute("aria-label")
      || field.getAttribute("aria-labelledby") || field.title;
  const seen = (e) => e.checkVisibility();
  const text = (e) => (e.innerText || e.getAttribute("aria-label") || e.title || "").trim();
  return {
    lang: document.documentElement.lang,
    title: document.title,
    headings: [...document.querySelectorAll("h1")].map(text),
    landmarks: ["main", "header", "nav"].filter((name) => !document.querySelector(name)),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    unnamedFields: [...document.querySelectorAll("input:not([type=hidden]), select, textarea")]
        .filter((field) => !named(field)).map((field) => field.outerHTML.slice(0, 80)),
    unnamedButtons: [...document.querySelectorAll("button, a[href]")]
        .filter((e) => seen(e) && !text(e)).map((e) => e.outerHTML.slice(0, 80)),
    unnamedPictures: [...document.querySelectorAll("img, svg[role=img]")]
        .filter((e) => !e.alt && !e.ariaLabel).map((e) => e.outerHTML.slice(0, 80)),
    sameIds: [...document.querySelectorAll("[id]")].map((e) => e.id)
        .filter((id, place, all) => all.indexOf(id) !== place),
    emptyHeads: [...document.querySelectorAll("th")].filter((e) => seen(e) && !text(e)).length,
  };
}"""

# What can be read on a page, what is read out, and what somebody typed into it.
WORDS = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const shown = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (!node.parentElement.closest("[lang='zh-CN']")) shown.push(node.textContent.trim());
  }
  for (const e of document.querySelectorAll("[aria-label], [title], [placeholder]")) {
    shown.push(e.ariaLabel, e.title, e.placeholder);
  }
  const typed = [...document.querySelectorAll("input, select, textarea")].map((e) => e.value);
  return {shown: shown.filter(Boolean), typed};
}"""


@dataclass(frozen=True)
class Frame:
    """One way to look at a page."""

    language: str
    width: int

    def open(self, page: Page, path: str) -> None:
        """Choose the language by the switch, then go there."""
        page.set_viewport_size({"width": self.width, "height": 900})
        page.goto(f"/language/{self.language}/?next={path}")


FRAMES = [Frame(language, width) for language in TAGS for width in (DESK, PHONE)]


@pytest.fixture(params=FRAMES, ids=lambda frame: f"{frame.language}-{frame.width}")
def frame(request: pytest.FixtureRequest) -> Frame:
    """Both languages on both widths."""
    chosen = request.param
    assert isinstance(chosen, Frame)
    return chosen


def _whole(page: Page, frame: Frame, path: str) -> None:
    frame.open(page, path)
    look = page.evaluate(LOOK)
    assert look.pop("lang") == TAGS[frame.language], path
    assert len(look.pop("headings")) == 1, path
    assert look.pop("title"), path
    assert look.pop("wide") <= 0, f"{path} scrolls sideways at {frame.width}"
    assert {what: found for what, found in look.items() if found} == {}, path


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_whole_and_fit(page: Page, frame: Frame, path: str) -> None:
    """每页：语言标对，一个一级标题，不横向滚动，每个输入有名字，没有重复的 id。"""
    _whole(page, frame, path)


def test_a_missing_page_is_whole_too(chromium: Browser, site: str, frame: Frame) -> None:
    """找不到的页也一样；浏览器控制台会记下这个 404，所以不用 `page`。"""
    context = chromium.new_context(base_url=site)
    try:
        _whole(context.new_page(), frame, "/nowhere/")
    finally:
        context.close()


@pytest.mark.parametrize("path", PAGES)
def test_an_english_page_speaks_english(page: Page, path: str) -> None:
    """英文页面里，只有数据（方案里写的、人填的）和语言切换可以是中文。"""
    Frame("en", DESK).open(page, path)
    words = page.evaluate(WORDS)
    data = canonical(scheme_documents()).decode() + " ".join(words["typed"])
    runs = {run for text in words["shown"] for run in CHINESE.findall(text)}
    assert sorted(run for run in runs if run not in data) == []
