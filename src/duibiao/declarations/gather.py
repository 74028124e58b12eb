"""Several rows about one indicator: cases of one requirement, or a repetition."""

from __future__ import annotations

from dataclasses import dataclass, replace

from duibiao.core.compare.declaration import DeclaredLine
from duibiao.declarations.problems import Duplicate, DuplicateSame, Problem, place

LISTED = 5  # places named in one sentence


@dataclass(frozen=True, slots=True)
class Found:
    """One line with what is needed to tell repetition from cases."""

    line: DeclaredLine
    indicator: str  # its name in the scheme
    sheet: str
    cell: str
    written: str  # the name as written
    spread: str | None = None  # the merged range its name stood in


def gather(found: list[Found]) -> tuple[list[DeclaredLine], list[Problem]]:
    """One line per indicator: cases joined (深色：≥3；浅色：≥4), repetitions reported."""
    by_indicator: dict[str, list[Found]] = {}
    for one in found:
        by_indicator.setdefault(one.line.indicator_id, []).append(one)
    lines: list[DeclaredLine] = []
    problems: list[Problem] = []
    for group in by_indicator.values():
        line, said = _one(group)
        lines += [line] if line is not None else []
        problems += said
    return lines, problems


def _one(group: list[Found]) -> tuple[DeclaredLine | None, list[Problem]]:
    first = group[0]
    if len(group) == 1:
        return first.line, []
    if _are_cases(group):
        return _joined(group), []
    others = _places(group[1:])
    text = first.line.text or ""
    if len({(one.line.text, one.line.unit) for one in group}) == 1:
        same = DuplicateSame(first.sheet, first.cell, text, first.indicator, others)
        return first.line, [same]
    return None, [Duplicate(first.sheet, first.cell, text, first.indicator, others)]


def _places(group: list[Found]) -> str:
    listed = "、".join(place(one.sheet, one.cell) for one in group[:LISTED])
    return listed if len(group) <= LISTED else f"{listed} … ({len(group)})"


def _are_cases(group: list[Found]) -> bool:
    """Rows with a case each, all different, in one sheet and one unit."""
    cases = [one.line.case for one in group]
    if None in cases or len(set(cases)) < len(cases):
        return False
    return len({(one.sheet, one.line.unit) for one in group}) == 1


def _joined(group: list[Found]) -> DeclaredLine:
    first = group[0].line
    texts = dict.fromkeys(one.line.text for one in group)
    if len(texts) == 1:
        return replace(first, case=None)
    text = "；".join(f"{one.line.case}：{one.line.text}" for one in group)
    return replace(first, text=text, case=None)
