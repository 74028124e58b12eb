"""`duibiao core parse`: a limit's text → its bounds, exactly as docs/interfaces say.

Beyond the fixed keys: `grade` for named grades, `plan` for sampling plans, `problem` for a text
that could not be read (kind stays `free_text`), `terms` for what stands around the limit.
"""

from __future__ import annotations

from dataclasses import asdict
from decimal import Decimal
from typing import Any

from duibiao.core.errors import Fact
from duibiao.core.measure.problems import EmptyCell
from duibiao.core.measure.read import read
from duibiao.core.measure.requirement import (
    Content,
    FreeText,
    Grade,
    GradeVector,
    Limits,
    NotDetected,
    Pieces,
    Required,
    Requirement,
    SamplingPlan,
    Silent,
    Unread,
)
from duibiao.core.measure.units import unit as find_unit
from duibiao.ui.wording import sentence

KINDS: dict[type[Content], str] = {
    Limits: "numeric",
    Grade: "grade",
    GradeVector: "grade",
    Required: "boolean",
    NotDetected: "not_detected",
    FreeText: "free_text",
    Unread: "free_text",
    Silent: "none",
    Pieces: "multiple",
}
NO_BOUNDS = {"lo": None, "lo_closed": None, "hi": None, "hi_closed": None}


def answer(question: dict[str, Any]) -> dict[str, Any]:
    """The reading of one text. `text` may be a JSON number, as cells of workbooks are."""
    found = read(
        _as_text(question.get("text")),
        unit=_as_text(question.get("unit")),
        direction=_as_text(question.get("direction")),
    )
    return _reading(found)


def _reading(found: Requirement) -> dict[str, Any]:
    content = found.content
    return {
        "kind": _kind(content),
        **_bounds(content),
        "unit": found.unit,
        "ucum": _ucum(found.unit),
        "flags": sorted(flag.value for flag in found.flags),
        **_extra(content),
        **_terms(found),
    }


def _kind(content: Content) -> str:
    if isinstance(content, SamplingPlan):
        return "not_detected" if content.m == 0 and content.big_m is None else "numeric"
    if isinstance(content, Unread) and isinstance(content.problem, EmptyCell):
        return "none"
    return KINDS[type(content)]


def _bounds(content: Content) -> dict[str, Any]:
    if isinstance(content, Grade):
        return _bounds(content.limits) if content.limits else NO_BOUNDS
    if isinstance(content, Limits):
        return {
            "lo": _number(content.lo),
            "lo_closed": None if content.lo is None else content.lo_closed,
            "hi": _number(content.hi),
            "hi_closed": None if content.hi is None else content.hi_closed,
        }
    if isinstance(content, NotDetected):
        return _below(content.detection_limit, closed=False)
    if isinstance(content, SamplingPlan):
        top = content.m if content.big_m is None else content.big_m
        return _below(top, closed=top != 0)
    return NO_BOUNDS


def _below(top: Decimal | None, *, closed: bool) -> dict[str, Any]:
    return {**NO_BOUNDS, "hi": _number(top), "hi_closed": None if top is None else closed}


def _extra(content: Content) -> dict[str, Any]:
    if isinstance(content, Pieces):
        return {"items": [{"label": i.label, **_reading(i.requirement)} for i in content.items]}
    if isinstance(content, (Grade, GradeVector)) and content.label:
        return {"grade": content.label}
    if isinstance(content, SamplingPlan):
        top = _number(content.big_m)
        return {"plan": {"n": content.n, "c": content.c, "m": _number(content.m), "M": top}}
    if isinstance(content, Required):
        return {"required": content.required}
    if isinstance(content, Unread):
        return {"problem": _problem(content.problem)}
    return {}


def _problem(problem: Fact) -> dict[str, Any]:
    return {"code": problem.code, **problem.values(), "message": sentence(problem)}


def _terms(found: Requirement) -> dict[str, Any]:
    said = {name: value for name, value in asdict(found.terms).items() if value is not None}
    return {"terms": said} if said else {}


def _ucum(unit: str | None) -> str | None:
    """The UCUM code; null where the unit is not known."""
    if unit is None:
        return None
    try:
        return find_unit(unit).ucum
    except Fact:
        return None


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _as_text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return format(value, "f") if isinstance(value, Decimal) else str(value)
