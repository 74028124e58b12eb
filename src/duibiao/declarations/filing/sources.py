"""Where indicators may be copied from: published schemes, and sister products."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from duibiao.catalogue import queries as catalogue
from duibiao.core.compare.scheme import Direction, Indicator
from duibiao.core.report.filing import BetterWhen, Characteristic
from duibiao.declarations.models import Product
from duibiao.declarations.queries.content import INDICATOR_FIELDS

BETTER = {
    Direction.SMALLER: BetterWhen.SMALLER,
    Direction.LARGER: BetterWhen.LARGER,
    Direction.RANGE: BetterWhen.RANGE,
    Direction.BOOLEAN: BetterWhen.EQUAL,
}
# What one product has in common with its sister: never its values.
SHARED = tuple(f for f in INDICATOR_FIELDS if f not in {"promised", "measured", "in_scope"})


@dataclass(frozen=True, slots=True)
class Source:
    """Something to copy from."""

    value: str
    name: str
    count: int


def sources(product: Product) -> list[Source]:
    """Sister products that have indicators, then schemes."""
    sisters = product.declaration.products.exclude(pk=product.pk).prefetch_related("indicators")
    found = [
        Source(f"product:{sister.pk}", sister.name, len(sister.indicators.all()))
        for sister in sisters
        if sister.indicators.all()
    ]
    for version in catalogue.current_schemes():
        scheme = catalogue.scheme_of(version)
        found.append(Source(f"scheme:{scheme.id}", scheme.product, len(scheme.indicators)))
    return found


def given_by(product: Product, source: str) -> list[dict[str, Any]]:
    """The indicators of a source; none when there is no such source."""
    kind, _, key = source.partition(":")
    if kind == "scheme":
        version = catalogue.current_scheme(key)
        return [_of_scheme(i) for i in catalogue.scheme_of(version).indicators] if version else []
    sister = product.declaration.products.filter(pk=key).first() if key.isdecimal() else None
    if sister is None:
        return []
    return [{name: getattr(one, name) for name in SHARED} for one in sister.indicators.all()]


def _of_scheme(indicator: Indicator) -> dict[str, Any]:
    """Name, unit, direction and method of a scheme's indicator, as far as they fit the fields."""
    is_words = indicator.direction is Direction.BOOLEAN
    methods = list(indicator.test_methods.values())
    return {
        "name": indicator.name[:80],
        "unit": "" if is_words else (indicator.unit or "1")[:24],
        "direction": BETTER[indicator.direction].value,
        "characteristic": (Characteristic.TEXT if is_words else Characteristic.QUANTITATIVE).value,
        "method": methods[0][:120] if methods else "",
        "is_core": indicator.core,
    }
