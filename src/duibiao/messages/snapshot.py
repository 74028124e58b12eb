"""The copy of what a message is about, as a table: it stays as it was sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from duibiao.ui.wording import WORDS, Language, text

LISTS = ("items", "leads", "owing")
WORDED = {"kind": "leadkind", "decision": "decision"}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Keys of the columns, and rows of texts."""

    keys: list[str]
    rows: list[list[str]]


def snapshot(content: Any, language: Language) -> Snapshot | None:
    """The lines that were copied into a message; None when there are none."""
    lines = _lines(content)
    if not lines:
        return None
    names = [name for name in lines[0] if f"column.{name}" in WORDS]
    used = [name for name in names if any(line.get(name) not in (None, "") for line in lines)]
    rows = [[_said(name, line.get(name), language) for name in used] for line in lines]
    return Snapshot([f"column.{name}" for name in used], rows)


def _lines(content: Any) -> list[Mapping[str, Any]]:
    if not isinstance(content, dict):
        return []
    found: Any = next((content[name] for name in LISTS if content.get(name)), [])
    return [line for line in found if isinstance(line, dict)]


def _said(name: str, value: Any, language: Language) -> str:
    key = f"{WORDED.get(name, '')}.{value}"
    if key in WORDS:
        return text(key, language)
    return "" if value is None else str(value)
