"""What changed between two states of a declaration, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from duibiao.core.report.findings import Thing

Place = tuple[str, str, str]
Cell = tuple[Place, tuple[str, str]]  # with the name of its row, and the value
Cells = dict[Place, tuple[str, str]]
_LISTS = {Thing.STANDARD: "standards", Thing.EVIDENCE: "evidence"}
_NAMES = ("name", "number", "title")


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that was, and is. A row that came or went has an empty side in every field."""

    thing: Thing
    id: str
    field: str
    label: str
    before: str
    after: str

    @property
    def place(self) -> str:
        """Thing, id and field in one."""
        return f"{self.thing}:{self.id}:{self.field}"


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    """Every field that differs, in the order of the newer content; what is gone comes last."""
    old, new = cells(before), cells(after)
    return [
        Difference(
            Thing(key[0]),
            key[1],
            key[2],
            (new.get(key) or old[key])[0],
            old.get(key, ("", ""))[1],
            new.get(key, ("", ""))[1],
        )
        for key in dict.fromkeys([*new, *old])
        if old.get(key, ("", ""))[1] != new.get(key, ("", ""))[1]
    ]


def cells(content: Mapping[str, Any]) -> Cells:
    """Each field of each row by its place, with the row's name and the value as text."""
    found: Cells = {}
    for product in content.get("products", ()):
        found.update(_row(Thing.PRODUCT, product))
        for indicator in product.get("indicators", ()):
            found.update(_row(Thing.INDICATOR, indicator))
    for thing, key in _LISTS.items():
        for row in content.get(key, ()):
            found.update(_row(thing, row))
    return found


def _row(
    thing: Thing, row: Mapping[str, Any]
) -> Iterator[tuple[tuple[str, str, str], tuple[str, str]]]:
    label = next((str(row[name]) for name in _NAMES if row.get(name)), "")
    for field, value in row.items():
        if field not in {"id", "indicators"}:
            yield (thing.value, str(row["id"]), field), (label, _text(value))


def _text(value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "✓"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "、".join(map(str, value))
    return str(value)
