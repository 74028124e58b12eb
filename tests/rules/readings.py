"""How the rules of reading show a requirement: the set of values, the unit, what stands around."""

from __future__ import annotations

from decimal import Decimal

from duibiao.core.measure.read import read
from duibiao.core.measure.requirement import (
    Content,
    Grade,
    GradeVector,
    Limits,
    NotDetected,
    Pieces,
    Required,
    Requirement,
    SamplingPlan,
    Unread,
)

TERMS = ("subject", "basis", "condition", "method", "statistic", "remark")


def reading(cell: str, column: str | None = None, direction: str | None = None) -> str:
    """A cell as the reader understands it, in one line."""
    return shown(read(cell, unit=column, direction=direction))


def shown(found: Requirement) -> str:
    """(-∞, 20] mg/kg · [5, 5] {bare} · grade [3.5, ∞) · not detected below 16 · silent."""
    words = content(found.content, found.unit)
    around = [f"{name}={value}" for name in TERMS if (value := getattr(found.terms, name))]
    flags = ", ".join(sorted(flag.value for flag in found.flags))
    return " | ".join([words, *around]) + (f" {{{flags}}}" if flags else "")


def content(demand: Content, unit: str | None) -> str:
    """The demand alone, with its unit."""
    if isinstance(demand, Limits):
        return with_unit(interval(demand), unit)
    if isinstance(demand, Grade):
        return grade(demand)
    if isinstance(demand, GradeVector):
        return f"{demand.label} = ({', '.join(str(g) for g in demand.grades)})"
    if isinstance(demand, NotDetected):
        limit = demand.detection_limit
        return with_unit("not detected" + ("" if limit is None else f" below {limit}"), unit)
    if isinstance(demand, SamplingPlan):
        plan = f"n={demand.n} c={demand.c} m={demand.m} M={demand.big_m}"
        return with_unit(plan, unit)
    if isinstance(demand, Required):
        return "required" if demand.required else "not required"
    if isinstance(demand, Pieces):
        return "; ".join(f"{i.label}: {shown(i.requirement)}" for i in demand.items)
    if isinstance(demand, Unread):
        return f"unread: {demand.problem.code}"
    return {"FreeText": "words", "Silent": "silent"}[type(demand).__name__]


def grade(demand: Grade) -> str:
    """A numeric grade as its interval, a named one with its scale's best grade."""
    if demand.limits is not None:
        return f"grade {interval(demand.limits)}"
    best = f" of {demand.scale[0]}…{demand.scale[-1]}" if demand.scale else ""
    return f"grade {'≥' if demand.at_least else '≤'} {demand.label}{best}"


def interval(limits: Limits) -> str:
    """[9.8, 10.2] around 10."""
    low = "(-∞" if limits.lo is None else f"{'[' if limits.lo_closed else '('}{plain(limits.lo)}"
    high = "∞)" if limits.hi is None else f"{plain(limits.hi)}{']' if limits.hi_closed else ')'}"
    around = "" if limits.nominal is None else f" around {plain(limits.nominal)}"
    return f"{low}, {high}{around}"


def plain(value: Decimal) -> str:
    """Digits as printed, without exponent."""
    return format(value, "f")


def with_unit(words: str, unit: str | None) -> str:
    return f"{words} {unit}" if unit else words
