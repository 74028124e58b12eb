"""What a button of the editor does: add, move, remove, spread. Named in one text, so that a plain
form button and the keyboard send the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from duibiao.core.compare import scheme_editing as editing
from duibiao.core.compare import scheme_editing_indicators as indicators
from duibiao.core.compare.scheme_editing import Document, NoSuchPart, StandardRole
from duibiao.core.compare.scheme_editing_cells import add_standard_named


@dataclass(frozen=True, slots=True)
class Done:
    """The document after an operation, and the row to go on in (a table's letter and its place)."""

    document: Document
    focus: str = ""


def operation(name: str, *parts: object) -> str:
    """The text of an operation: indicator.move/01-a/-1."""
    return "/".join([name, *(quote(str(part), safe="") for part in parts)])


def perform(document: Document, asked: str, posted: Mapping[str, str]) -> Done:
    """Do what a button asks; EditRefused."""
    name, *parts = (unquote(part) for part in asked.split("/"))
    act = OPERATIONS.get(name)
    if act is None:
        raise NoSuchPart(name)
    try:
        return act(document, parts, posted)
    except (IndexError, ValueError):
        raise NoSuchPart(asked) from None


Act = Callable[[Document, list[str], Mapping[str, str]], Done]


def _add_indicator(document: Document, parts: list[str], _: Mapping[str, str]) -> Done:
    fresh = indicators.add_indicator(document, {}, after=parts[0] if parts else None)
    known = {entry.get("id") for entry in indicators.indicators_of(document)}
    rows = indicators.indicators_of(fresh)
    return Done(fresh, f"i{next(n for n, row in enumerate(rows) if row['id'] not in known)}")


def _move_indicator(document: Document, parts: list[str], _: Mapping[str, str]) -> Done:
    fresh = indicators.move_indicator(document, parts[0], int(parts[1]))
    ids = [row.get("id") for row in indicators.indicators_of(fresh)]
    return Done(fresh, f"i{ids.index(parts[0])}")


def _remove_indicator(document: Document, parts: list[str], _: Mapping[str, str]) -> Done:
    ids = [row.get("id") for row in indicators.indicators_of(document)]
    fresh = indicators.remove_indicator(document, parts[0])
    return Done(fresh, f"i{max(ids.index(parts[0]) - 1, 0)}")


def _add_standard(document: Document, _: list[str], posted: Mapping[str, str]) -> Done:
    role = StandardRole(posted.get("role", "benchmark"))
    number = posted.get("number", "").strip()
    return _at_standard(add_standard_named(document, role, number), number)


def _move_standard(document: Document, parts: list[str], _: Mapping[str, str]) -> Done:
    fresh = editing.move_standard(document, parts[0], int(parts[1]))
    return _at_standard(fresh, parts[0])


def _remove_standard(document: Document, parts: list[str], _: Mapping[str, str]) -> Done:
    return Done(editing.remove_standard(document, parts[0]), "s0")


def _at_standard(document: Document, number: str) -> Done:
    numbers = [row.get("number") for _, row in editing.standards_of(document)]
    return Done(document, f"s{numbers.index(number)}")


def _add_task(document: Document, parts: list[str], _: Mapping[str, str]) -> Done:
    rows = editing.value_at(document, editing.TIMETABLE) or []
    at = int(parts[0]) + 1 if parts else len(rows)
    return Done(editing.add_row(document, editing.TIMETABLE, {}, at), f"t{at}")


def _move_task(document: Document, parts: list[str], _: Mapping[str, str]) -> Done:
    at, by = int(parts[0]), int(parts[1])
    fresh = editing.move_row(document, editing.TIMETABLE, at, by)
    last = len(editing.value_at(fresh, editing.TIMETABLE)) - 1
    return Done(fresh, f"t{min(max(at + by, 0), last)}")


def _remove_task(document: Document, parts: list[str], _: Mapping[str, str]) -> Done:
    at = int(parts[0])
    return Done(editing.remove_row(document, editing.TIMETABLE, at), f"t{max(at - 1, 0)}")


def _spread(document: Document, _: list[str], __: Mapping[str, str]) -> Done:
    return Done(indicators.spread_weights(document))


OPERATIONS: Mapping[str, Act] = {
    "indicator.add": _add_indicator,
    "indicator.move": _move_indicator,
    "indicator.remove": _remove_indicator,
    "standard.add": _add_standard,
    "standard.move": _move_standard,
    "standard.remove": _remove_standard,
    "task.add": _add_task,
    "task.move": _move_task,
    "task.remove": _remove_task,
    "weights.spread": _spread,
}
