"""`duibiao core convert`: a value of one unit in another."""

from __future__ import annotations

from typing import Any

from duibiao.core.measure.unit_facts import MissingValue, NotANumber, UnitSyntax
from duibiao.core.measure.units import convert


def answer(question: dict[str, Any]) -> dict[str, Any]:
    """{"value", "from", "to"} → {"value"}. Errors: every code of the `convert` interface."""
    value = convert(question.get("value"), _unit(question, "from"), _unit(question, "to"))
    try:
        return {"value": value.numerator if value.denominator == 1 else float(value)}
    except OverflowError:
        raise NotANumber(text=str(question.get("value"))) from None


def _unit(question: dict[str, Any], key: str) -> str:
    text = question.get(key)
    if text is None:
        raise MissingValue(what=key)
    if not isinstance(text, str):
        raise UnitSyntax(text=str(text), position=0, found=str(text))
    return text
