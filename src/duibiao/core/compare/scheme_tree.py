"""The tree of a scheme's indicators (五(三)3-2c): who stands above whom, and its faults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from duibiao.core.compare.scheme_problems import (
    GroupCarries,
    ParentCycle,
    SchemeProblem,
    TreeTooDeep,
    UnknownParent,
)

LEVELS = 3
Entry = Mapping[str, Any]


def parents_in(entries: Sequence[Entry]) -> frozenset[str]:
    """The ids that others stand below: the inner nodes. All others are leaves."""
    return frozenset(str(entry["parent"]) for entry in entries if entry.get("parent"))


def tree_problems(entries: Sequence[Entry]) -> Iterator[SchemeProblem]:
    """Unknown parents, circles (each named once, at its first member), groups that carry."""
    above = {str(entry.get("id")): str(entry.get("parent") or "") for entry in entries}
    inner = parents_in(entries)
    reported: set[str] = set()
    for n, entry in enumerate(entries):
        own, path = str(entry.get("id")), f"indicators[{n}]"
        parent = above[own]
        if parent and parent not in above:
            yield UnknownParent(f"{path}.parent", parent)
        circle = _circle(own, above)
        if circle and own not in reported:
            reported.update(circle)
            yield ParentCycle(f"{path}.parent", circle)
        if not circle and len(_way_up(own, above)) == LEVELS + 1:  # below it, it is said once
            yield TreeTooDeep(f"{path}.parent", str(entry.get("name", own)))
        if own in inner and _carries(entry):
            yield GroupCarries(path, str(entry.get("name", own)))


def _circle(own: str, above: Mapping[str, str]) -> tuple[str, ...]:
    """The way up from here and back to here; empty when it ends, or circles elsewhere."""
    way = _way_up(own, above)
    return way if above.get(way[-1]) == own else ()


def _way_up(own: str, above: Mapping[str, str]) -> tuple[str, ...]:
    """Itself and everything above it, each once."""
    way = [own]
    while above.get(way[-1]) and above[way[-1]] not in way:
        way.append(above[way[-1]])
    return tuple(way)


def _carries(entry: Entry) -> bool:
    lists = ("benchmark_requirements", "domestic_baseline", "leading", "attained")
    weight = entry.get("weight")
    weighs = isinstance(weight, (int, Decimal)) and weight != 0
    return weighs or any(entry.get(name) for name in lists)
