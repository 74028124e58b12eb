"""Pint, exact: the registry of `units.txt` over Fractions, and the three questions put to it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from importlib import resources
from typing import Any

import pint

DEFINITIONS = (
    resources.files("duibiao.core.measure").joinpath("units.txt").read_text(encoding="utf-8")
)
_REGISTRY: pint.UnitRegistry[Any] = pint.UnitRegistry(
    DEFINITIONS.splitlines(), non_int_type=Fraction, on_redefinition="raise"
)


def root(names: Mapping[str, int]) -> tuple[Fraction, dict[str, int]]:
    """A product of units as factor × powers of base units."""
    factor, base = _REGISTRY.get_root_units(_REGISTRY.UnitsContainer(dict(names)))
    return _exact(factor), {name: int(_exact(e)) for name, e in dict(base._units).items()}


def root_value(name: str, value: Fraction) -> Fraction:
    """A value of one unit in its base unit, its zero point regarded."""
    return _exact(_REGISTRY.Quantity(value, name).to_root_units().magnitude)


def dimension(powers: Mapping[str, int]) -> dict[str, int]:
    """The dimension of a product of units: [length] → exponent."""
    found = _REGISTRY.get_dimensionality(_REGISTRY.UnitsContainer(dict(powers)))
    return {name: int(_exact(e)) for name, e in dict(found).items() if e}


def _exact(value: object) -> Fraction:
    """Pint's numbers are Fractions or whole numbers here; anything else would be a defect."""
    if isinstance(value, int | Fraction):
        return Fraction(value)
    raise TypeError(f"not exact: {value!r}")
