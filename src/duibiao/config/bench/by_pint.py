"""Baseline (a): the road people take: every written value converted by Pint, row by row.

`Quantity(value, unit text).to(unit text)` with one registry, whose parsing of unit texts is
cached; then plain Python comparisons on the floats.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from math import inf, isclose, isfinite
from typing import Any

import pint
import polars as pl

from duibiao.config.bench.city import NOT_DETECTED, SILENT, UNREAD, City

NAMES = ("stricter", "equal", "looser", "incomparable", "unknown")
OUTCOMES = ("leading", "attained", "attainable_in_2_3_years", "unattainable", "pending")
Line = dict[str, Any]


class Lines:
    """Written lines of whole enterprises as Python rows, made before the clock starts."""

    def __init__(self, city: City) -> None:
        self.registry = pint.UnitRegistry()
        self.lines: list[Line] = city.written.to_dicts()
        self.enterprises: list[Line] = city.enterprises.to_dicts()

    def judge_city(self) -> pl.DataFrame:
        """District × industry for the enterprises of these lines."""
        per_enterprise: dict[int, list[tuple[str, float, float | None]]] = defaultdict(list)
        for line in self.lines:
            relation, score = self._judge(line)
            per_enterprise[line["enterprise"]].append((relation, line["weight"], score))
        return _cells(
            (place, per_enterprise[place["enterprise"]])
            for place in self.enterprises
            if place["enterprise"] in per_enterprise
        )

    def _judge(self, line: Line) -> tuple[str, float | None]:
        """The relation and the score of one line."""
        if line["kind"] == UNREAD:
            return ("extra" if line["b_kind"] == SILENT else "unknown"), None
        if line["b_kind"] == SILENT:
            return "extra", None
        if line["circumstance"]:
            return "incomparable", None
        if line["kind"] == SILENT:
            return "looser", 0.0
        try:
            low, high = (
                self.registry.Quantity(line[end], line["unit"]).to(line["b_unit"]).magnitude
                if isfinite(line[end])
                else line[end]
                for end in ("low", "high")
            )
        except pint.DimensionalityError:
            return "incomparable", None
        return _related(line, low, high)


def _related(line: Line, low: float, high: float) -> tuple[str, float | None]:
    closed = line["low_closed"], line["high_closed"]
    b_closed = line["b_low_closed"], line["b_high_closed"]
    b_low, b_high = line["b_low"], line["b_high"]
    if line["b_kind"] == NOT_DETECTED:
        b_low, b_closed = 0.0, (True, False)
    if line["kind"] == NOT_DETECTED:
        low, closed = 0.0, (True, False)
    at_low = _further_in(low, b_low, closed[0], b_closed[0])
    at_high = _further_in(-high, -b_high, closed[1], b_closed[1])
    if min(at_low, at_high) < 0 < max(at_low, at_high):
        return "incomparable", None
    gap = _gap(low, high, b_low, b_high) if line["b_kind"] != NOT_DETECTED else high / b_high - 1
    if not line["ratio"]:
        gap = None
    if at_low < 0 or at_high < 0:
        return "looser", 0.0 if gap is None else 1 - min(1.0, max(0.0, gap))
    word = "stricter" if at_low > 0 or at_high > 0 else "equal"
    return word, 1.0 if gap is None else 1 + 0.2 * min(1.0, max(0.0, -gap))


def _further_in(a: float, b: float, a_closed: bool, b_closed: bool) -> int:
    """1: the lower end a lies inside b's, −1: outside, 0: the same end."""
    if a == b or isclose(a, b, rel_tol=1e-9):
        return 0 if a in (inf, -inf) else b_closed - a_closed
    return 1 if a > b else -1


def _gap(low: float, high: float, b_low: float, b_high: float) -> float | None:
    if isfinite(b_low) and isfinite(b_high):
        return ((high - low) - (b_high - b_low)) / (b_high - b_low)
    if isfinite(b_high):
        return (high - b_high) / abs(b_high)
    return (b_low - low) / abs(b_low)


def _cells(records: Iterable[tuple[Line, list[tuple[str, float, float | None]]]]) -> pl.DataFrame:
    counts: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    totals: dict[tuple[int, int], list[float]] = defaultdict(list)
    for place, lines in records:
        cell = (place["district"], place["industry"])
        found = Counter(relation for relation, _, _ in lines)
        counts[cell].update(found)
        counts[cell][_outcome(found, lines, place["plan_in_time"])] += 1
        counts[cell]["records"] += 1
        weight = sum(w for _, w, score in lines if score is not None)
        if weight > 0:
            points = sum(w * score for _, w, score in lines if score is not None)
            totals[cell].append(100 * points / weight)
    return pl.DataFrame(
        [
            {
                "district": district,
                "industry": industry,
                **{name: found[name] for name in ("records", *OUTCOMES, *NAMES, "extra")},
                "mean_total": sum(total) / len(total) if total else None,
            }
            for (district, industry), found in counts.items()
            for total in [totals[(district, industry)]]
        ]
    )


def _outcome(
    found: Counter[str], lines: list[tuple[str, float, float | None]], plan_in_time: bool
) -> str:
    decided = found["stricter"] + found["equal"] + found["looser"]
    if found["incomparable"] + found["unknown"] or not decided:
        return "pending"
    if found["looser"]:
        return "attainable_in_2_3_years" if plan_in_time else "unattainable"
    leads = sum(weight for relation, weight, _ in lines if relation == "stricter") > 0
    return "leading" if leads else "attained"
