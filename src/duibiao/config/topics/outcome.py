"""`duibiao core outcome`: the relations of the indicators in, the outcome out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from duibiao.core.compare.outcome import LONGEST_HORIZON, Finding, decide
from duibiao.core.compare.statement import FieldMissing, FieldWrong, flag, number


@dataclass(frozen=True, slots=True)
class StatedPlan:
    """An improvement plan as stated."""

    feasible: bool
    months: Decimal | None


def answer(question: dict[str, Any]) -> dict[str, Any]:
    """Answer one line (interfaces.md, `outcome`). Errors: those of `decide`, and field_*."""
    stated = question.get("indicators")
    if stated is None:
        raise FieldMissing("question", "indicators")
    if not isinstance(stated, list):
        raise FieldWrong("question", "indicators", str(stated), "[…]")
    outcome = decide(
        [_finding(one, f"indicators[{n}]") for n, one in enumerate(stated)],
        plan=_plan(question.get("plan")),
        horizon_months=_number(question, "horizon_months", LONGEST_HORIZON),
        leading_min_share=_number(question, "leading_min_share", 0),
    )
    return {"outcome": outcome.value}


def _finding(stated: object, where: str) -> Finding:
    if not isinstance(stated, Mapping):
        raise FieldWrong("question", where, str(stated), "{relation, weight}")
    if stated.get("relation") is None:
        raise FieldMissing(where, "relation")
    leads = None if stated.get("leads") is None else flag(stated, where, "leads")
    return Finding(
        relation=str(stated["relation"]),
        weight=number(stated.get("weight"), where, "weight"),
        key=flag(stated, where, "key", default=True),
        closable=flag(stated, where, "closable", default=True),
        leads=leads,
    )


def _plan(stated: object) -> StatedPlan | None:
    if stated is None:
        return None
    if not isinstance(stated, Mapping):
        raise FieldWrong("question", "plan", str(stated), "{feasible, months}")
    months = stated.get("months")
    return StatedPlan(
        feasible=flag(stated, "plan", "feasible"),
        months=None if months is None else number(months, "plan", "months"),
    )


def _number(question: Mapping[str, Any], field: str, default: int) -> Decimal:
    value = question.get(field)
    return Decimal(default) if value is None else number(value, "question", field)
