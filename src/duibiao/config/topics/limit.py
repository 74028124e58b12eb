"""`duibiao core limit`: one measured value against limits, in full and rounded (GB/T 8170)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from duibiao.config.topics.round import step
from duibiao.core.measure.interval import Interval
from duibiao.core.measure.rounding import conforms_in_full, conforms_rounded, round_to
from duibiao.core.measure.units import number


def answer(question: dict[str, Any]) -> dict[str, Any]:
    """{"measured", "step", "low"?, "high"?, …} → the rounded value and both judgements."""
    measured = number(question.get("measured"))
    interval = step(question)
    limits = Interval(
        _bound(question, "low"),
        _bound(question, "high"),
        question.get("low_closed") is not False,
        question.get("high_closed") is not False,
    )
    rounded = round_to(measured, interval)
    return {
        "rounded_value": int(rounded) if rounded == int(rounded) else float(rounded),
        "full_value": _word(conforms_in_full(measured, limits)),
        "rounded": _word(conforms_rounded(measured, limits, interval)),
    }


def _bound(question: dict[str, Any], key: str) -> Fraction | None:
    return None if question.get(key) is None else number(question[key])


def _word(conforms: bool) -> str:
    return "conform" if conforms else "nonconform"
