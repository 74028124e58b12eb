"""What a change order asks for: as the register's fields want it, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from duibiao.core.errors import Fact
from duibiao.core.identify.address import DistrictUnclear, OutsideCity, district_of
from duibiao.enterprises.models import Enterprise
from duibiao.enterprises.particulars import particulars_of, wrong_facts
from duibiao.reference.models import Region
from duibiao.reference.queries import districts
from duibiao.selection.facts import MovesAway, NotANumber
from duibiao.selection.models import CORRECTABLE, ChangeKind, ChangeOrder

NUMBERS = ("employees", "revenue_wan", "assets_wan")
LARGEST = Decimal(10) ** 16


def shall_be(
    enterprise: Enterprise, kind: ChangeKind, details: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """Before and after, of the fields this kind of order may change and that do change."""
    changed = {
        name: details[name].strip()
        for name in CORRECTABLE[kind]
        if details.get(name, "").strip() not in {"", _said(enterprise, name)}
    }
    if not changed:
        return {}
    return {"before": {name: _said(enterprise, name) for name in changed}, "after": changed}


def typed(asked: Mapping[str, str]) -> dict[str, Any]:
    """The values as the register's fields want them. Raises NotANumber."""
    return {
        name: _number(name, value) if name in NUMBERS else value for name, value in asked.items()
    }


def new_district(order: ChangeOrder) -> Region | None:
    """The district the new address lies in; None when it does not say. Raises MovesAway."""
    address = order.details.get("after", {}).get("registered_address", "")
    if not address:
        return None
    known = {one.name: one for one in districts()}
    try:
        code = district_of(address, {name: one.code for name, one in known.items()})
    except OutsideCity as outside:
        raise MovesAway(outside.place) from None
    except DistrictUnclear:
        return None
    return next(one for one in known.values() if one.code == code)


def wrong_change(order: ChangeOrder) -> list[Fact]:
    """What stands against what is asked for."""
    enterprise = order.participation.enterprise
    try:
        given = replace(particulars_of(enterprise), **typed(order.details["after"]))
        district = new_district(order) or enterprise.district
    except Fact as wrong:
        return [wrong]
    if district.pk != enterprise.district_id:
        given = replace(given, zone=None)  # it stays behind
    return wrong_facts(given, district)


def _said(enterprise: Enterprise, name: str) -> str:
    value = getattr(enterprise, "industry_code" if name == "industry" else name)
    return "" if value is None else str(value)


def _number(name: str, text: str) -> int | Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise NotANumber(name, text) from None
    whole = name != "employees" or number == number.to_integral_value()
    if not number.is_finite() or not 0 <= number < LARGEST or not whole:
        raise NotANumber(name, text)
    return int(number) if name == "employees" else number.quantize(Decimal("0.01"))
