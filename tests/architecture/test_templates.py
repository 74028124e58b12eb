"""Pages take their words from the wording table, and nothing from outside."""

from __future__ import annotations

import re

from tests.architecture.sources import PACKAGE

TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<!--.*?-->", re.DOTALL)
# Names that are written in one language on purpose say so: <a lang="zh-CN">中文</a>.
IN_ITS_OWN_LANGUAGE = re.compile(r"<(\w+)\b[^>]*\blang=\"(?:zh-CN|en)\"[^>]*>[^<]*</\1>")
CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")  # with its punctuation
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|javascript:|<style", re.IGNORECASE
)
# Pages a person saves: they carry their styles with them, and are never served inside the site.
SAVED_PAGES = {"declarations/templates/declarations/printed.html"}
OUTSIDE = re.compile(r"(?:src|href|action)=[\"'](?:https?:)?//", re.IGNORECASE)


def _templates() -> dict[str, str]:
    return {
        path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(PACKAGE.rglob("templates/**/*.html"))
    }


def test_no_chinese_in_templates() -> None:
    """A page speaks both languages, so its words come from the wording table."""
    found = [
        name
        for name, text in _templates().items()
        if CHINESE.search(IN_ITS_OWN_LANGUAGE.sub("", TAGS.sub("", text)))
    ]
    assert found == []


def test_nothing_inline() -> None:
    """The content policy refuses inline scripts, handlers and styles; so do we."""
    found = [
        f"{name}: {match}"
        for name, text in _templates().items()
        if name not in SAVED_PAGES
        for match in INLINE.findall(text)
    ]
    assert found == []


def test_nothing_from_outside() -> None:
    """No page loads or links what is not ours."""
    assert [name for name, text in _templates().items() if OUTSIDE.search(text)] == []


def test_partial_templates_begin_with_an_underscore() -> None:
    """A fragment begins with `_`; a page extends the frame."""
    found = [
        name
        for name, text in _templates().items()
        if name.rpartition("/")[2].startswith("_") == text.startswith("{% extends")
        and name not in {"ui/templates/ui/base.html", *SAVED_PAGES}
    ]
    assert found == []
