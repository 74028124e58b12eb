"""Where a cell falls apart: separators outside brackets that are not part of a number."""

from __future__ import annotations

from duibiao.core.measure.found import Cell
from duibiao.core.measure.marks import closing
from duibiao.core.measure.text import trim


def split(cell: Cell, start: int, end: int, separators: str) -> list[tuple[int, int]]:
    """The spans between separators outside brackets; decimal commas do not separate."""
    text, spans, begin, index = cell.text, [], start, start
    while index < end:
        if text[index] in "([":
            index = closing(cell.folded, index, end)
            continue
        if text[index] in separators and not _in_number(text, index):
            spans.append(trim(text, begin, index))
            begin = index + 1
        index += 1
    spans.append(trim(text, begin, end))
    return [(a, b) for a, b in spans if a < b]


def _in_number(text: str, index: int) -> bool:
    return (
        text[index] == ","
        and text[index - 1 : index].isdigit()
        and text[index + 1 : index + 2].isdigit()
    )
