"""A scheme as its pages show it: the tree, the requirements per standard, what is missing where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from duibiao.catalogue.models import SchemeComment
from duibiao.core.canonical import load
from duibiao.core.compare.scheme import Indicator, Scheme, StandardRef
from duibiao.core.compare.scheme_document import examine
from duibiao.core.compare.scheme_problems import SchemeProblem
from duibiao.standards.models import Edition
from duibiao.standards.queries import gone_among
from duibiao.ui.wording import Language, text

PLACE = re.compile(r"(indicators|benchmark_standards|domestic_baseline_standards)\[(\d+)\]")
WORDS_OF_PLACES = {
    "sections": "sections",
    "benchmark_standards": "standards",
    "domestic_baseline_standards": "standards",
    "indicators": "indicators",
    "indicators[]": "indicators",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the indicator tree: a group, or a leaf with its indicator."""

    anchor: str
    id: str
    name: str
    depth: int
    indicator: Indicator | None
    comments: tuple[SchemeComment, ...] = ()


@dataclass(frozen=True, slots=True)
class SchemePage:
    """Everything of a scheme, in the order of the six elements."""

    scheme: Scheme
    rows: tuple[Row, ...]
    benchmarks: tuple[tuple[str, StandardRef], ...]  # with their anchors
    baselines: tuple[tuple[str, StandardRef], ...]
    weight: Decimal
    general: tuple[SchemeComment, ...] = field(default=())

    @property
    def leaves(self) -> tuple[Row, ...]:
        """The indicators that are compared."""
        return tuple(row for row in self.rows if row.indicator is not None)


@dataclass(frozen=True, slots=True)
class Lack:
    """Something missing, and where on the page it belongs."""

    problem: SchemeProblem
    anchor: str


def page_of(text: str, comments: Iterable[SchemeComment] = ()) -> SchemePage | None:
    """The page of a document, complete or not; None when it is no scheme at all."""
    document = load(text)
    scheme, _ = examine(document)
    if scheme is None:
        return None
    pinned: dict[str, list[SchemeComment]] = {}
    for comment in comments:
        pinned.setdefault(comment.indicator, []).append(comment)
    return SchemePage(
        scheme=scheme,
        rows=tuple(_rows(document, scheme, pinned)),
        benchmarks=_anchored("benchmark_standards", scheme.benchmark_standards),
        baselines=_anchored("domestic_baseline_standards", scheme.baseline_standards),
        weight=sum((one.weight for one in scheme.indicators), Decimal(0)),
        general=tuple(pinned.get("", ())),
    )


def gone_in(page: SchemePage | None) -> list[Edition]:
    """The standards it cites that the register knows to be out of force."""
    return gone_among(one.number for one in page.scheme.standards) if page else []


def lacks(document: str, problems: Iterable[SchemeProblem], language: Language) -> list[Lack]:
    """Each problem with its place in words, and the anchor of that place on the page."""
    whole = load(document)
    return [
        Lack(replace(one, path=_in_words(whole, one.path, language)), anchor_of(one.path))
        for one in problems
    ]


def _in_words(document: Mapping[str, Any], path: str, language: Language) -> str:
    """`indicators[3].weight` → 指标“甲醛含量”; a standard by its number; else the element."""
    found = PLACE.match(path)
    if found is None:
        return text(f"catalogue.el_{anchor_of(path)}", language)
    entry = document[found[1]][int(found[2])]
    known = entry if isinstance(entry, dict) else {}
    name = known.get("name") or known.get("number") or known.get("id") or str(int(found[2]) + 1)
    kind = "indicator" if found[1] == "indicators" else "standard"
    return text(f"catalogue.at_{kind}", language, name=name)


def anchor_of(path: str) -> str:
    """`indicators[3].weight` → indicators-3; a section, a list; else the first element."""
    found = PLACE.match(path)
    if found:
        return f"{found[1]}-{found[2]}"
    return WORDS_OF_PLACES.get(path.partition(".")[0], "product")


def _anchored(name: str, standards: Sequence[StandardRef]) -> tuple[tuple[str, StandardRef], ...]:
    return tuple((f"{name}-{n}", standard) for n, standard in enumerate(standards))


def _rows(
    document: Mapping[str, Any], scheme: Scheme, pinned: Mapping[str, Sequence[SchemeComment]]
) -> Iterator[Row]:
    """Depth first; what hangs in a circle comes last, as it stands."""
    listed = document.get("indicators", [])
    entries = [e for e in listed if isinstance(e, dict)] if isinstance(listed, list) else []
    numbered = {str(entry.get("id")): n for n, entry in enumerate(entries)}
    below: dict[str, list[str]] = {}
    for entry in entries:
        parent = str(entry.get("parent") or "")
        below.setdefault(parent if parent in numbered else "", []).append(str(entry.get("id")))
    leaves = {indicator.id: indicator for indicator in scheme.indicators}
    for own, depth in _walk(below, numbered):
        entry = entries[numbered[own]]
        yield Row(
            anchor=f"indicators-{numbered[own]}",
            id=own,
            name=str(entry.get("name", own)),
            depth=depth,
            indicator=leaves.get(own),
            comments=tuple(pinned.get(own, ())),
        )


def _walk(
    below: Mapping[str, Sequence[str]], all_ids: Mapping[str, int]
) -> Iterator[tuple[str, int]]:
    seen: set[str] = set()
    open_ones = [(own, 0) for own in reversed(below.get("", ()))]
    while open_ones:
        own, depth = open_ones.pop()
        if own not in seen:
            seen.add(own)
            yield own, depth
            open_ones += [(one, depth + 1) for one in reversed(below.get(own, ()))]
    yield from ((own, 0) for own in all_ids if own not in seen)
