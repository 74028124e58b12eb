"""What changed between two scheme documents: standards, indicators, requirements, sections.

Each document is taken apart into named parts, each part into plain fields; whatever differs is
told, so that nothing can change unseen. The order of a list is no part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any


class SchemePart(StrEnum):
    """What of a scheme changed."""

    WHOLE = "whole"
    STANDARD = "standard"
    INDICATOR = "indicator"
    REQUIREMENT = "requirement"
    TASK = "task"


class ChangeWay(StrEnum):
    """How it changed."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference. `name` names the part for people; `field` is set where a part changed."""

    part: SchemePart
    way: ChangeWay
    name: str
    field: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a document: its name for people, its fields, and what it stands in."""

    name: str
    fields: Mapping[str, str]
    inside: tuple[str, ...] = ()


Key = tuple[str, ...]
STANDARDS = ("domestic_baseline_standards", "benchmark_standards")
REQUIREMENTS = ("domestic_baseline", "benchmark_requirements")


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """Everything that changed from one document to the other, in the order of the new one;
    what was taken out comes last. Equal documents have no difference."""
    old, new = dict(_pieces(before)), dict(_pieces(after))
    changes: list[Change] = []
    for key, piece in new.items():
        if key not in old:
            changes += _whole_piece(key, piece, ChangeWay.ADDED, old)
        else:
            changes += _fields(SchemePart(key[0]), old[key], piece)
    for key, piece in old.items():
        if key not in new:
            changes += _whole_piece(key, piece, ChangeWay.REMOVED, new)
    return tuple(changes)


def _whole_piece(
    key: Key, piece: _Piece, way: ChangeWay, elsewhere: Mapping[Key, _Piece]
) -> Iterator[Change]:
    """A part that came or went; what stands in one that came or went with it is not told again."""
    if piece.inside and piece.inside not in elsewhere:
        return
    told = ("text", "task", "from", "to", "title")  # of a part as a whole
    text = " ".join(piece.fields[name] for name in told if name in piece.fields)
    said = {"before": text} if way is ChangeWay.REMOVED else {"after": text}
    yield Change(part=SchemePart(key[0]), way=way, name=piece.name, **said)


def _fields(part: SchemePart, old: _Piece, new: _Piece) -> Iterator[Change]:
    names = dict.fromkeys((*new.fields, *old.fields))
    for name in names:
        before, after = old.fields.get(name, ""), new.fields.get(name, "")
        if before != after:
            yield Change(
                part=part,
                way=ChangeWay.CHANGED,
                name=new.name,
                field=name,
                before=before,
                after=after,
            )


def _pieces(document: Mapping[str, Any]) -> Iterator[tuple[Key, _Piece]]:
    rest = {k: v for k, v in document.items() if k not in {*STANDARDS, "indicators", "sections"}}
    sections = document.get("sections") or {}
    texts = {f"sections.{k}": v for k, v in sections.items() if k != "timetable"}
    yield (SchemePart.WHOLE,), _Piece("", _flat(rest | texts))
    for role in STANDARDS:
        for n, entry in enumerate(document.get(role) or ()):
            number = str(entry.get("number") or n)
            yield (SchemePart.STANDARD, role, number), _Piece(number, _flat(entry))
    for n, entry in enumerate(document.get("indicators") or ()):
        yield from _indicator(entry, n)
    for n, entry in enumerate(sections.get("timetable") or ()):
        yield (SchemePart.TASK, str(n)), _Piece(str(n + 1), _flat(entry))


def _indicator(entry: Mapping[str, Any], n: int) -> Iterator[tuple[Key, _Piece]]:
    own: Key = (SchemePart.INDICATOR, str(entry.get("id") or n))
    name = str(entry.get("name") or own[1])
    yield own, _Piece(name, _flat({k: v for k, v in entry.items() if k not in REQUIREMENTS}))
    for role in REQUIREMENTS:
        counted: dict[str, int] = {}
        for row in entry.get(role) or ():
            standard = str(row.get("standard") or "")
            counted[standard] = counted.get(standard, 0) + 1
            key = (SchemePart.REQUIREMENT, own[1], role, standard, str(counted[standard]))
            yield key, _Piece(f"{name} · {standard}", _flat(row), own)


def _flat(value: Any, path: str = "") -> dict[str, str]:
    """Field → text; tables inside by their path, lists by their members."""
    if isinstance(value, Mapping):
        found: dict[str, str] = {}
        for key, inner in value.items():
            found |= _flat(inner, f"{path}.{key}" if path else str(key))
        return found
    if isinstance(value, list):
        plainly = all(not isinstance(one, (dict, list)) for one in value)
        if plainly:
            return {path: "；".join(_text(one) for one in value)} if value else {}
        return _flat({str(n + 1): one for n, one in enumerate(value)}, path)
    return {path: _text(value)} if value not in (None, "") else {}


def _text(value: Any) -> str:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)
