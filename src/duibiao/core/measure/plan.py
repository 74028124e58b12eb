"""Microbiological sampling plans (GB 4789.1, ICMSF): n, c, m and M in any order."""

from __future__ import annotations

import re

from duibiao.core.measure import number, unit_shape
from duibiao.core.measure.detection import PORTION_ZERO
from duibiao.core.measure.found import Cell, Piece
from duibiao.core.measure.problems import IncompletePlan, MalformedNumber, UnexpectedText
from duibiao.core.measure.requirement import Reading, SamplingPlan

ENTRY = re.compile(r"(?<![A-Za-z])([ncmM]) ?[=:] ?")
BETWEEN = re.compile(r"[ ,，;、()\n]*")
NOT_DETECTED = re.compile(r"不得检出|不应检出|未检出|不可检出|not detected|absent", re.IGNORECASE)
MAX_SAMPLES = 10_000


def read_plan(cell: Cell, start: int, end: int) -> Piece | None:
    """The plan a span states; None if it states none. Raises where it is incomplete."""
    entries = list(ENTRY.finditer(cell.text, start, end))
    if len(entries) < 2 or "n" not in {entry[1] for entry in entries}:
        return None
    values: dict[str, number.Number] = {}
    unit: str | None = None
    index = start
    for entry, following in zip(entries, [*entries[1:], None], strict=True):
        _refuse_between(cell, index, entry.start())
        stop = following.start() if following else end
        found = _value(cell, entry.end(), stop)
        values[entry[1]] = found
        index, unit = _unit(cell, found.end, stop, unit)
    unit, zero = _rest(cell, index, end, unit)
    return Piece(
        content=_plan(cell, entries[0].start(), values, zero),
        unit=unit,
        flags=frozenset({Reading.SAMPLING_PLAN}).union(*(v.flags for v in values.values())),
        text=(start, end),
    )


def _value(cell: Cell, start: int, end: int) -> number.Number:
    if not number.starts(cell.text, start, end):
        raise MalformedNumber(cell.folded.position(start), cell.text[start:end][:24])
    return number.scan(cell.folded, start, end)


def _plan(cell: Cell, at: int, values: dict[str, number.Number], zero: bool) -> SamplingPlan:
    missing = [name for name in "nc" if name not in values]
    if "m" not in values and not zero:
        missing.append("m")
    if missing:
        raise IncompletePlan(cell.folded.position(at), "、".join(missing))
    counts = [values[name].value for name in "nc"]
    if any(v != v.to_integral_value() or not 0 <= v <= MAX_SAMPLES for v in counts):
        raise MalformedNumber(cell.folded.position(at), f"n={counts[0]}, c={counts[1]}")
    return SamplingPlan(
        n=int(counts[0]),
        c=int(counts[1]),
        m=values["m"].value if "m" in values else counts[1] * 0,
        big_m=values["M"].value if "M" in values else None,
    )


def _unit(cell: Cell, index: int, end: int, before: str | None) -> tuple[int, str | None]:
    stop = unit_shape.scan(cell.text, index, end, cell.column)
    return (stop, cell.text[index:stop].strip()) if stop > index else (index, before)


def _rest(cell: Cell, index: int, end: int, unit: str | None) -> tuple[str | None, bool]:
    """After the entries: nothing, or "10 g中不得检出"."""
    text = cell.text
    gap = BETWEEN.match(text, index, end)
    index = gap.end() if gap else index
    if index >= end:
        return unit, False
    if unit is None:
        stop = unit_shape.scan(text, index, end, cell.column)
        if stop > index and not text[stop:end].strip(" )。"):
            return text[index:stop].strip(), False
    portion = PORTION_ZERO.match(text, index, end)
    after = portion.end() if portion else index
    words = NOT_DETECTED.match(text, after, end)
    if not words or text[words.end() : end].strip(" )。"):
        raise UnexpectedText(cell.folded.position(index), text[index:end][:40])
    return (f"/{portion['amount']}" if portion else unit), True


def _refuse_between(cell: Cell, start: int, end: int) -> None:
    gap = BETWEEN.match(cell.text, start, end)
    stop = gap.end() if gap else start
    if stop < end:
        raise UnexpectedText(cell.folded.position(stop), cell.text[stop:end][:40])
