"""Columns that lists of several subjects share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from duibiao import clock
from duibiao.enterprises.models import Enterprise
from duibiao.insights.subjects.subject import Column
from duibiao.organisations.models import Organisation
from duibiao.ui.wording import Language, text


def plain(key: str, get: Callable[[Any], object]) -> Column:
    """A value as it is; a moment to the minute."""
    return Column(key, lambda row, _language: said(get(row)))


def worded(key: str, prefix: str, get: Callable[[Any], str]) -> Column:
    """A value in words."""
    return Column(key, lambda row, language: _word(prefix, get(row), language))


def state(machine: str, get: Callable[[Any], str] = lambda row: row.state) -> Column:
    """The state of a record in words."""
    return worded("records.state", f"state.{machine}.", get)


def of_enterprise(get: Callable[[Any], Enterprise]) -> tuple[Column, ...]:
    """What a list says of an enterprise, its name left out."""
    return (
        plain("column.uscc", lambda row: get(row).uscc),
        plain("column.district", lambda row: get(row).district.name),
        plain("column.industry", lambda row: main_class(get(row))),
        plain("column.size", lambda row: get(row).size),
    )


def main_class(enterprise: Enterprise) -> str:
    """Its code of GB/T 4754, or its 业态."""
    return enterprise.industry_code or str(enterprise.business_format or "")


def short(organisation: Organisation) -> str:
    """An office's short name."""
    return organisation.short_name or organisation.name


def said(value: object) -> str:
    """A value for a cell."""
    if value is None or value == "":
        return "—"
    if isinstance(value, datetime):
        return f"{value.astimezone(clock.ZONE):%Y-%m-%d %H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _word(prefix: str, value: str, language: Language) -> str:
    return text(f"{prefix}{value}", language) if value else "—"
