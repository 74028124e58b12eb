"""`duibiao core round`: GB/T 8170 rounding, half to even."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from duibiao.core.measure.rounding import round_to
from duibiao.core.measure.unit_facts import NotANumber
from duibiao.core.measure.units import number


def answer(question: dict[str, Any]) -> dict[str, Any]:
    """{"value", "step"} → {"rounded"}: a string that shows the step's decimals."""
    rounded = round_to(number(question.get("value")), step(question))
    return {"rounded": format(rounded, "f")}


def step(question: dict[str, Any]) -> Decimal:
    """The rounding step as printed. Errors: missing_value, not_a_number, step_not_positive."""
    number(question.get("step"))
    try:
        return Decimal(str(question["step"]).strip())
    except ArithmeticError:
        raise NotANumber(text=str(question["step"])) from None
