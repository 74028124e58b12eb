"""The institute's register of standards in the story: what the ten example schemes cite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from duibiao.accounts.models import User
from duibiao.core.canonical import load
from duibiao.standards import actions
from duibiao.standards.models import EditionStatus
from duibiao.standards.naming import named
from duibiao.standards.queries import find

CHINESE = re.compile(r"[\u4e00-\u9fff]")
# Older editions of what the schemes cite, and what took their place. Source: the scheme
# documents' own notes on editions; the replaced editions are named on the covers of the new ones.
REPLACED = (
    ("GB 18401-2003", "GB 18401-2010", "国家纺织产品基本安全技术规范"),
    ("GB 5749-2006", "GB 5749-2022", "生活饮用水卫生标准"),
    ("GB 17761-2018", "GB 17761-2024", "电动自行车安全技术规范"),
    ("GB 10765-2010", "GB 10765-2021", "食品安全国家标准 婴儿配方食品"),
)


def hold_standards(by: User) -> None:
    """Enter every standard the schemes cite by a number some body issues, with the title the
    schemes give it; then the editions these took the place of."""
    for number, title in dict(cited()).items():
        if named(number) is not None and find(number) is None:
            name = "title" if CHINESE.search(title) else "title_en"
            actions.add_edition(number=number, values={name: title}, by=by)
    for old, new, title in REPLACED:
        after, before = find(new), find(old)
        if after is not None and before is not None:
            actions.supersede(edition=before, by_edition=after, day=None, by=by)
        elif after is not None:
            values = {
                "title": title,
                "status": EditionStatus.SUPERSEDED.value,
                "superseded_by": after,
            }
            actions.add_edition(number=old, values=values, by=by)


def cited() -> Iterator[tuple[str, str]]:
    """Number and title of each standard in the scheme documents."""
    folder = files("duibiao.demo") / "schemes"
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.name.endswith(".json"):
            document: dict[str, Any] = load(entry.read_bytes())
            for side in ("domestic_baseline_standards", "benchmark_standards"):
                for one in document.get(side, []):
                    yield one["number"], one.get("title", "")
