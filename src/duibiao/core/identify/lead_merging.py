"""When two lines of lead sheets speak of the same enterprise (五(二)3(3)-2).

The same credit code; or, where one of them has none, the same name and address written plainly.
Industries and formats are the same when their names are. Nothing is merged by resemblance.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sheet, with what tells it apart; `source` names the line itself."""

    source: int
    kind: str
    name: str
    uscc: str
    address: str


def merge(lines: Iterable[Line]) -> list[list[Line]]:
    """Groups of lines that are one and the same; every line in exactly one group, whatever the
    order they come in."""
    ordered = sorted(lines, key=lambda line: line.source)
    groups: dict[int, list[Line]] = {}
    home: dict[tuple[str, ...], int] = {}
    for line in ordered:
        keys = _keys(line)
        known = sorted({home[key] for key in keys if key in home})
        place = known[0] if known else line.source
        group = groups.setdefault(place, [])
        for other in known[1:]:
            group += groups.pop(other)
        group.append(line)
        for member in group:
            for key in _keys(member):
                home[key] = place
    return [sorted(group, key=lambda line: line.source) for group in groups.values()]


def plain(text: str) -> str:
    """A name or address without spaces, width and brackets' kind."""
    normal = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s()（）·.,，。-]", "", normal)


def _keys(line: Line) -> list[tuple[str, ...]]:
    named = ("name", line.kind, plain(line.name))
    if line.kind != "enterprise":
        return [named]
    keys: list[tuple[str, ...]] = [(*named, plain(line.address))]
    if line.uscc:
        # Two codes under one name and address are two enterprises: the code decides.
        keys = [("uscc", line.uscc)]
    return keys
