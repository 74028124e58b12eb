"""A scheme as the cells of an editor: what a cell shows, and what typing into it does.

A cell is named by what it belongs to (an indicator's id, a standard's number), never by where it
stands, so that two engineers can write in one scheme. Whoever types says what she saw; when the
cell holds something else by now, both values go back to her and nothing is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from duibiao.core.compare import scheme_editing as editing
from duibiao.core.compare import scheme_editing_indicators as indicators
from duibiao.core.compare.scheme_editing import (
    Document,
    EditRefused,
    NoSuchPart,
    Row,
    StandardRole,
)
from duibiao.core.errors import Fact

CHECKS = {"core": False, "key": True, "veto": False}  # and what they are when nobody says
VALUES_WITH_TEXT = {"leading", "attained"}  # tables holding a text
LISTS = {"synonyms", "scale"}
LIST_SEPARATOR = re.compile(r"[；;\n]")
TICKED = {"on", "1", "true", "是", "√", "✓", "y", "yes"}
# Into these columns, in this order, a block from a spreadsheet is pasted.
INDICATOR_FIELDS = (
    "name", "parent", "aspect", "unit", "direction", "weight", "attained", "leading", "core", "key",
    "veto", "selection_reason", "object_kind", "kind", "scale", "synonyms",
)  # fmt: skip
STANDARD_FIELDS = ("number", "title", "kind", "country", "body", "justification")
TASK_FIELDS = ("task", "from", "to")
WHOLE_FIELDS = (
    "title", "scope", "notes", "product_or_service.name", "product_or_service.name_en",
    "product_or_service.kind", "industry_class.standard", "industry_class.code",
    "industry_class.name", "sections.technical_route", "sections.safeguards",
)  # fmt: skip


class Part(StrEnum):
    """What a cell belongs to."""

    WHOLE = "whole"
    STANDARD = "standard"
    INDICATOR = "indicator"
    REQUIREMENT = "requirement"
    METHOD = "method"
    TASK = "task"


FIELDS: Mapping[Part, tuple[str, ...]] = {
    Part.WHOLE: WHOLE_FIELDS,
    Part.STANDARD: (*STANDARD_FIELDS, "note"),
    Part.INDICATOR: INDICATOR_FIELDS,
    Part.REQUIREMENT: ("text", "clause", "unit"),
    Part.METHOD: ("method",),
    Part.TASK: TASK_FIELDS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One cell. `nth`: of several requirements, or the row of the timetable."""

    part: Part
    field: str = ""
    indicator: str = ""
    standard: str = ""
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into a cell, and what it showed before."""

    place: Place
    value: str
    before: str | None = None


@dataclass(eq=False)
class CellMoved(Fact):
    """Somebody else wrote into this cell after it was opened."""

    typed: str
    present: str
    code = "scheme_cell_changed"


@dataclass(frozen=True, slots=True)
class Refused:
    """A cell that was not written, and why."""

    typed: Typed
    fact: Fact


def shown(document: Document, place: Place) -> str:
    """What a cell shows; a tick shows as `on`. NoSuchPart when what it belongs to is gone."""
    if place.part is Part.INDICATOR:
        entry = indicators.indicator_of(document, place.indicator)
        return "on" if ticked(entry, place.field) else text_of(place.field, entry.get(place.field))
    return text_of(place.field, _value(document, place))


def ticked(entry: Row, field: str) -> bool:
    """Is a tick of an indicator set?"""
    return field in CHECKS and bool(entry.get(field, CHECKS[field]))


def write(document: Document, place: Place, value: str) -> Document:
    """The document with something typed into a cell; EditRefused."""
    if place.field not in FIELDS[place.part]:
        raise NoSuchPart(place.field)
    typed = value.strip()
    if typed == shown(document, place):  # an empty list and no list look the same, and stay
        return document
    if place.part is Part.WHOLE:
        return _write_whole(document, place.field, typed)
    if place.part is Part.STANDARD:
        return editing.change_standard(document, place.standard, place.field, typed or None)
    if place.part is Part.METHOD:
        return indicators.set_method(document, place.indicator, place.standard, typed or None)
    if place.part is Part.TASK:
        return editing.change_row(
            document, editing.TIMETABLE, place.nth, place.field, typed or None
        )
    if place.part is Part.REQUIREMENT:
        values = {place.field: typed or None}
        return indicators.set_requirement(
            document, place.indicator, place.standard, values, place.nth
        )
    return _write_indicator(document, place, typed)


def write_all(document: Document, cells: Iterable[Typed]) -> tuple[Document, list[Refused]]:
    """All that can be written, and what cannot: a bad cell does not take the good ones with it."""
    refused = []
    for typed in cells:
        try:
            document = _write_seen(document, typed)
        except Fact as wrong:
            refused.append(Refused(typed, wrong))
    return document, refused


def _write_seen(document: Document, typed: Typed) -> Document:
    present = shown(document, typed.place)
    if typed.value.strip() == present:
        return document
    if typed.before is not None and typed.before.strip() != present:
        raise CellMoved(typed.value, present)
    return write(document, typed.place, typed.value)


# A block from a spreadsheet


def paste(
    document: Document, at: Place, block: str, value_of: Callable[[str, str], str]
) -> tuple[Document, list[Refused]]:
    """Lay the lines and tabs of a block over the cells from `at` on; lines beyond the last
    indicator or standard become new ones. Requirements: the standards are the columns.
    `value_of` gives the value of a field's word (越小越好)."""
    lines = [line.split("\t") for line in block.replace("\r\n", "\n").rstrip("\n").split("\n")]
    fields = {Part.INDICATOR: INDICATOR_FIELDS, Part.STANDARD: STANDARD_FIELDS}.get(at.part)
    named = fields[fields.index(at.field) :] if fields else ()
    role = editing.role_of(document, at.standard)
    first = _first_row(document, at, role)
    refused: list[Refused] = []
    for down, cells in enumerate(lines):
        values = [value_of(f, c.strip()) for f, c in zip(named, cells, strict=False)] or cells
        line = _paste_standard if at.part is Part.STANDARD else _paste_line
        document, said = line(document, at, first + down, values, role)
        refused += said
    return document, refused


def _first_row(document: Document, at: Place, role: StandardRole) -> int:
    """Where the block begins; below the last row where the cell's row is not there."""
    if at.part is Part.STANDARD:
        rows, own = _numbers(document, role), at.standard
    else:
        rows, own = _ids(document), at.indicator
    return rows.index(own) if own in rows else len(rows)


def _paste_line(
    document: Document, at: Place, row: int, cells: list[str], _: StandardRole
) -> tuple[Document, list[Refused]]:
    if row >= len(_ids(document)):
        if at.part is not Part.INDICATOR:
            return document, []
        document = indicators.add_indicator(document, {})
    own = _ids(document)[row]
    if at.part is Part.INDICATOR:
        fields = INDICATOR_FIELDS[INDICATOR_FIELDS.index(at.field) :]
        places = [Place(part=Part.INDICATOR, indicator=own, field=field) for field in fields]
    else:
        numbers = [str(one.get("number")) for _, one in editing.standards_of(document)]
        places = [
            Place(part=Part.REQUIREMENT, indicator=own, standard=number, field=at.field)
            for number in numbers[numbers.index(at.standard) :]
        ]
    pairs = zip(places, cells, strict=False)
    return write_all(document, [Typed(*pair) for pair in pairs])


def _paste_standard(
    document: Document, at: Place, row: int, cells: list[str], role: StandardRole
) -> tuple[Document, list[Refused]]:
    fields = STANDARD_FIELDS[STANDARD_FIELDS.index(at.field) :]
    if row < len(_numbers(document, role)):
        own = _numbers(document, role)[row]
    elif fields[0] != "number":
        return document, []
    else:
        own = cells[0].strip()
        typed = Typed(Place(part=Part.STANDARD, standard=own, field="number"), own)
        try:
            document = editing.add_standard(document, role, {"number": own})
        except EditRefused as wrong:
            return document, [Refused(typed, wrong)]
    # The number last: the other cells of the row are named by it.
    places = [Place(part=Part.STANDARD, standard=own, field=field) for field in fields]
    pairs = list(zip(places, cells, strict=False))
    return write_all(document, [Typed(*pair) for pair in reversed(pairs)])


def _ids(document: Document) -> list[str]:
    return [str(entry.get("id")) for entry in indicators.indicators_of(document)]


def _numbers(document: Document, role: StandardRole) -> list[str]:
    return [str(row.get("number")) for r, row in editing.standards_of(document) if r is role]


# Values


def _value(document: Document, place: Place) -> Any:
    if place.part is Part.WHOLE:
        return editing.value_at(document, place.field)
    if place.part is Part.TASK:
        rows = editing.value_at(document, editing.TIMETABLE) or []
        if place.nth >= len(rows):
            raise NoSuchPart(place.field)
        return rows[place.nth].get(place.field)
    if place.part is Part.STANDARD:
        for _, row in editing.standards_of(document):
            if row.get("number") == place.standard:
                return row.get(place.field)
        raise NoSuchPart(place.standard)
    entry = indicators.indicator_of(document, place.indicator)
    if place.part is Part.METHOD:
        methods = entry.get("test_methods")
        return methods.get(place.standard) if isinstance(methods, dict) else None
    return (indicators.requirement_of(entry, place.standard, place.nth) or {}).get(place.field)


def text_of(field: str, value: Any) -> str:
    """A value as its cell shows it; a tick is said by `ticked`."""
    if isinstance(value, bool) or value is None:
        return ""
    if field == "weight":
        return indicators.shown_weight(value)
    if isinstance(value, dict):
        return str(value.get("text") or "")
    if isinstance(value, list):
        return ("\n" if field == "notes" else "；").join(str(one) for one in value)
    return str(value)


def _write_whole(document: Document, field: str, typed: str) -> Document:
    if field == "notes":
        lines = [line.strip() for line in typed.split("\n") if line.strip()]
        return editing.put(document, field, lines or None)
    return editing.put(document, field, typed or None)


def _write_indicator(document: Document, place: Place, typed: str) -> Document:
    own, field = place.indicator, place.field
    value: str | bool | Decimal | list[str] | None = typed or None
    if field in CHECKS:
        ticked = typed.lower() in TICKED
        value = None if ticked is CHECKS[field] else ticked
    elif field == "weight":
        value = indicators.read_weight(typed)
    elif field in LISTS:
        value = [one.strip() for one in LIST_SEPARATOR.split(typed) if one.strip()] or None
    elif field in VALUES_WITH_TEXT and typed:
        field = f"{field}.text"
    elif field == "parent" and typed:
        value = _id_of(document, typed)
    return indicators.change_indicator(document, own, field, value)


def _id_of(document: Document, typed: str) -> str:
    """An indicator named by its id, or by a name only it has."""
    rows = indicators.indicators_of(document)
    if any(row.get("id") == typed for row in rows):
        return typed
    named = [str(row.get("id")) for row in rows if row.get("name") == typed]
    if len(named) != 1:
        raise NoSuchPart(typed)
    return named[0]


def add_standard_named(document: Document, role: StandardRole, number: str) -> Document:
    """One more standard, known so far by its number; a benchmark is foreign and advanced until
    said otherwise."""
    kind = {} if role is StandardRole.BASELINE else {"kind": "foreign_advanced"}
    return editing.add_standard(document, role, {"number": number.strip(), **kind})
