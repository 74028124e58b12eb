"""What an enterprise declares for one product: one line per indicator, text as written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredLine:
    """One indicator as the enterprise's standard states it. `text` None = not stated yet."""

    indicator_id: str
    text: str | None
    unit: str | None = None
    method: str | None = None
    basis: str | None = None
    case: str | None = None  # which case of a benchmark applies: 深色, 末梢水
    standard: str | None = None
    note: str | None = None
    where: str | None = None  # "Sheet1!C5", for messages


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """An improvement plan as far as the outcome needs it."""

    feasible: bool
    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """All lines of one product or service, and its improvement plan if there is one."""

    lines: tuple[DeclaredLine, ...]
    product: str | None = None
    enterprise: str | None = None
    plan: Plan | None = None
