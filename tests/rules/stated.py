"""Requirements for the rules, written as short as a standard writes them."""

from __future__ import annotations

from typing import Any

from duibiao.core.compare.statement import read_statement
from duibiao.core.measure.requirement import Requirement

IP_FIRE = ["V-0", "V-1", "V-2", "HB"]  # UL 94, best first
ENERGY = ["A++", "A+", "A", "B", "C"]


def stated(kind: str, **fields: Any) -> Requirement:
    """The requirement of a REQ object (interfaces.md)."""
    return read_statement({"kind": kind, **fields})


def at_most(limit: str, unit: str | None = None, **more: Any) -> Requirement:
    return stated("upper", limit=limit, unit=unit, **more)


def below(limit: str, unit: str | None = None, **more: Any) -> Requirement:
    return stated("upper", limit=limit, unit=unit, closed=False, **more)


def at_least(limit: str, unit: str | None = None, **more: Any) -> Requirement:
    return stated("lower", limit=limit, unit=unit, **more)


def above(limit: str, unit: str | None = None, **more: Any) -> Requirement:
    return stated("lower", limit=limit, unit=unit, closed=False, **more)


def between(low: str, high: str, unit: str | None = None, **more: Any) -> Requirement:
    return stated("range", low=low, high=high, unit=unit, **more)


def nominal(n: str, plus: str, minus: str, unit: str | None = None) -> Requirement:
    return stated("nominal_tol", nominal=n, tol_plus=plus, tol_minus=minus, unit=unit)


def grade(label: str, scale: list[str] | None = None, **more: Any) -> Requirement:
    return stated("grade", grade=label, scale=scale, **more)


def code(*grades: int | None) -> Requirement:
    return stated("grade_vector", grades=list(grades))


def required(yes: bool = True) -> Requirement:
    return stated("boolean", required=yes)


def not_detected(limit: str | None = None, unit: str | None = None) -> Requirement:
    return stated("not_detected", lod=limit, unit=unit)


def sampling(n: int, c: int, m: str, big_m: str | None, unit: str = "CFU/g") -> Requirement:
    return stated("sampling_plan", n=n, c=c, m=m, M=big_m, unit=unit)


def silent() -> Requirement:
    return stated("none")


def unread() -> Requirement:
    return stated("unknown")


def words(text: str) -> Requirement:
    return stated("free_text", text=text)


def by_case(**cases: dict[str, Any]) -> Requirement:
    return stated("pieces", pieces=cases)
