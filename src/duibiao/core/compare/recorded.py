"""The bounds a scheme records beside a text (`parsed`): a second opinion on our reading.

Shape: {"kind", "lo", "lo_closed", "hi", "hi_closed", "grade"?, "cases"?: [{"condition", …}]},
in the unit of the requirement itself, never converted.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from duibiao.core.measure.requirement import (
    Content,
    FreeText,
    Grade,
    GradeVector,
    Item,
    Limits,
    NotDetected,
    Pieces,
    Required,
    Requirement,
    SamplingPlan,
    Silent,
    Unread,
)

WORDS_ONLY = {"free_text", "unverified"}


def from_recorded(recorded: dict[str, Any], found: Requirement) -> Content | None:
    """The recorded content, or None where the record gives no set either."""
    kind = recorded.get("kind")
    if kind == "numeric":
        return _limits(recorded)
    if kind == "grade" and "grade" not in recorded:
        return Grade(limits=_limits(recorded))
    if kind == "boolean":
        return Required(required=True)
    if kind == "no_requirement":
        return Silent()
    if kind == "multi":
        return _pieces(recorded, found)
    return None


def agrees(found: Requirement, recorded: dict[str, Any]) -> bool:
    """Does our reading give the same kind and bounds as the record?"""
    content = found.content
    kind = recorded.get("kind")
    if isinstance(content, Pieces):
        cases = recorded.get("cases", ())
        return (
            kind == "multi"
            and len(cases) == len(content.items)
            and all(
                agrees(item.requirement, case)
                for item, case in zip(content.items, cases, strict=True)
            )
        )
    if kind in WORDS_ONLY:
        return isinstance(content, (FreeText, Unread))
    if kind == "not_detected":
        return isinstance(content, (NotDetected, SamplingPlan)) or _is_zero(content)
    expected = {
        Limits: "numeric",
        Grade: "grade",
        GradeVector: "grade",
        Required: "boolean",
        Silent: "no_requirement",
    }.get(type(content))
    return kind == expected and _same_bounds(content, recorded)


def recorded_text(recorded: dict[str, Any]) -> str:
    """The record in short, for a message."""
    if recorded.get("kind") == "multi":
        return "; ".join(recorded_text(case) for case in recorded.get("cases", ()))
    low = "[" if recorded.get("lo_closed") else "("
    high = "]" if recorded.get("hi_closed") else ")"
    bounds = f"{low}{recorded.get('lo', '-∞')}, {recorded.get('hi', '∞')}{high}"
    return f"{recorded.get('kind')} {bounds}"


def _limits(recorded: dict[str, Any]) -> Limits:
    return Limits(
        lo=_decimal(recorded.get("lo")),
        hi=_decimal(recorded.get("hi")),
        lo_closed=recorded.get("lo_closed", True) is not False,
        hi_closed=recorded.get("hi_closed", True) is not False,
    )


def _pieces(recorded: dict[str, Any], found: Requirement) -> Pieces | None:
    items = []
    for case in recorded.get("cases", ()):
        content = from_recorded(case, found)
        if content is None:
            return None
        part = Requirement(text=found.text, content=content, unit=found.unit)
        items.append(Item(label=str(case.get("condition", "")), requirement=part))
    return Pieces(items=tuple(items)) if items else None


def _same_bounds(content: Content, recorded: dict[str, Any]) -> bool:
    limits = content.limits if isinstance(content, Grade) else content
    if not isinstance(limits, Limits):
        return True
    expected = _limits(recorded)
    return (limits.lo, limits.hi) == (expected.lo, expected.hi) and (
        (limits.lo is None or limits.lo_closed == expected.lo_closed)
        and (limits.hi is None or limits.hi_closed == expected.hi_closed)
    )


def _is_zero(content: Content) -> bool:
    return isinstance(content, Limits) and content.hi == 0


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))
