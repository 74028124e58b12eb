"""Edits of a scheme document: each takes the document and gives a new one, the old stays as it was.

Only what an edit names is touched: keys this module does not know are kept. An indicator is named
by its id, a standard by its number. The other half is `scheme_editing_indicators`.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from duibiao.core.errors import Fact

Document = dict[str, Any]
Row = dict[str, Any]
TIMETABLE = "sections.timetable"


class StandardRole(StrEnum):
    """What a standard is to a scheme: in force at home, or to be reached."""

    BASELINE = "baseline"
    BENCHMARK = "benchmark"

    @property
    def standards(self) -> str:
        """Where the document lists its standards."""
        return (
            "domestic_baseline_standards"
            if self is StandardRole.BASELINE
            else "benchmark_standards"
        )

    @property
    def requirements(self) -> str:
        """Where an indicator lists what they demand."""
        return "domestic_baseline" if self is StandardRole.BASELINE else "benchmark_requirements"


@dataclass(eq=False)
class EditRefused(Fact):
    """An edit that cannot be done; `found` is what was named."""

    found: str


@dataclass(eq=False)
class NoSuchPart(EditRefused):
    """The scheme has no such indicator, standard or line (any more)."""

    code = "scheme_no_such_part"


@dataclass(eq=False)
class NumberTaken(EditRefused):
    """The scheme lists this standard already."""

    code = "scheme_number_taken"


@dataclass(eq=False)
class NumberEmpty(EditRefused):
    """A standard is known by its number; it cannot be without one."""

    code = "scheme_number_empty"


@dataclass(eq=False)
class StandardCited(EditRefused):
    """A standard with requirements stays until they are gone, so that nothing is lost."""

    count: int
    code = "scheme_standard_cited"


def empty_document(code: str, title: str) -> Document:
    """A scheme with nothing in it yet."""
    return {
        "scheme_id": code,
        "title": title,
        "product_or_service": {"kind": "product"},
        "domestic_baseline_standards": [],
        "benchmark_standards": [],
        "indicators": [],
    }


def value_at(document: Document, path: str) -> Any:
    """What stands at a path such as `product_or_service.name`; None where nothing does."""
    value: Any = document
    for step in path.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def put(document: Document, path: str, value: Any) -> Document:
    """Set what stands at a path; None takes it away, and the table it leaves empty."""
    fresh = deepcopy(document)
    place(fresh, path, value)
    return fresh


def place(entry: Row, path: str, value: Any) -> None:
    """The same in a row of one's own."""
    first, _, rest = path.partition(".")
    if rest:
        inner = entry.get(first)
        table = inner if isinstance(inner, dict) else {}
        place(table, rest, value)
        if table or value is not None:
            entry[first] = table
        else:
            entry.pop(first, None)
    elif value is None:
        entry.pop(first, None)
    else:
        entry[first] = value


# Standards


def role_of(document: Document, number: str) -> StandardRole:
    """To which list a standard belongs; a benchmark where the scheme does not list it."""
    listed = _rows(document, StandardRole.BASELINE.standards)
    return (
        StandardRole.BASELINE
        if any(s.get("number") == number for s in listed)
        else StandardRole.BENCHMARK
    )


def standards_of(document: Document) -> list[tuple[StandardRole, Row]]:
    """All standards, those to be reached first."""
    return [
        (role, row)
        for role in (StandardRole.BENCHMARK, StandardRole.BASELINE)
        for row in _rows(document, role.standards)
    ]


def add_standard(
    document: Document, role: StandardRole, standard: Row, at: int | None = None
) -> Document:
    """One more standard, last or at a place. Its number is not listed yet."""
    _free(document, str(standard.get("number", "")).strip())
    fresh = deepcopy(document)
    rows = fresh.setdefault(role.standards, [])
    rows.insert(len(rows) if at is None else at, deepcopy(standard))
    return fresh


def change_standard(document: Document, number: str, field: str, value: Any) -> Document:
    """Set a field of a standard; a new number is taken over wherever the old one is cited."""
    if field == "number":
        return _renumbered(document, number, str(value or "").strip())
    fresh = deepcopy(document)
    rows, at = _standard(fresh, number)
    place(rows[at], field, value)
    return fresh


def remove_standard(document: Document, number: str) -> Document:
    """Take out a standard that nothing is demanded by."""
    cited = citations(document, number)
    if cited:
        raise StandardCited(number, cited)
    fresh = deepcopy(document)
    rows, at = _standard(fresh, number)
    del rows[at]
    return fresh


def move_standard(document: Document, number: str, by: int) -> Document:
    """Up (−) or down (+) within its list, as far as it goes."""
    fresh = deepcopy(document)
    rows, at = _standard(fresh, number)
    _shift(rows, at, by)
    return fresh


def citations(document: Document, number: str) -> int:
    """How many requirements and methods cite a standard."""
    count = 0
    for entry in _rows(document, "indicators"):
        methods = entry.get("test_methods")
        count += isinstance(methods, dict) and number in methods
        for role in StandardRole:
            count += sum(r.get("standard") == number for r in _rows(entry, role.requirements))
    return count


def _renumbered(document: Document, old: str, new: str) -> Document:
    if new == old:
        return document
    _free(document, new)
    fresh = deepcopy(document)
    rows, at = _standard(fresh, old)
    rows[at]["number"] = new
    for entry in _rows(fresh, "indicators"):
        for role in StandardRole:
            for requirement in _rows(entry, role.requirements):
                if requirement.get("standard") == old:
                    requirement["standard"] = new
        methods = entry.get("test_methods")
        if isinstance(methods, dict) and old in methods:
            methods[new] = methods.pop(old)
    return fresh


def _free(document: Document, number: str) -> None:
    if not number:
        raise NumberEmpty(number)
    if any(row.get("number") == number for _, row in standards_of(document)):
        raise NumberTaken(number)


def _standard(document: Document, number: str) -> tuple[list[Row], int]:
    for role in StandardRole:
        rows = _rows(document, role.standards)
        for at, row in enumerate(rows):
            if row.get("number") == number:
                return document[role.standards], at
    raise NoSuchPart(number)


# The timetable, and other lists of rows


def add_row(document: Document, path: str, row: Any, at: int | None = None) -> Document:
    """One more row of a list, last or at a place."""
    fresh = deepcopy(document)
    rows = list(value_at(fresh, path) or [])
    rows.insert(len(rows) if at is None else at, deepcopy(row))
    place(fresh, path, rows)
    return fresh


def change_row(document: Document, path: str, at: int, field: str, value: Any) -> Document:
    """Set a field of a row."""
    fresh = deepcopy(document)
    place(_row(fresh, path, at), field, value)
    return fresh


def remove_row(document: Document, path: str, at: int) -> Document:
    """Take a row out; a list left empty goes with it."""
    fresh = deepcopy(document)
    _row(fresh, path, at)
    rows = value_at(fresh, path)
    del rows[at]
    place(fresh, path, rows or None)
    return fresh


def move_row(document: Document, path: str, at: int, by: int) -> Document:
    """Up (−) or down (+) within the list, as far as it goes."""
    fresh = deepcopy(document)
    _row(fresh, path, at)
    _shift(value_at(fresh, path), at, by)
    return fresh


def _row(document: Document, path: str, at: int) -> Row:
    rows = value_at(document, path)
    if not isinstance(rows, list) or not 0 <= at < len(rows):
        raise NoSuchPart(f"{path}[{at}]")
    row: Row = rows[at]
    return row


def _shift(rows: list[Row], at: int, by: int) -> None:
    to = min(max(at + by, 0), len(rows) - 1)
    rows.insert(to, rows.pop(at))


def _rows(entry: Row, name: str) -> list[Row]:
    value = entry.get(name)
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
