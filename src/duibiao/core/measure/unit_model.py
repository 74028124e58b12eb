"""A unit as the core uses it: exact factor and offset to its base, and its kind of quantity."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from duibiao.core.measure.interval import Interval
from duibiao.core.measure.unit_facts import MissingValue, NotANumber
from duibiao.core.measure.unit_kinds import NEVER_NEGATIVE, SHARES, kind_of
from duibiao.core.measure.unit_registry import dimension, root, root_value
from duibiao.core.measure.unit_text import Power, Product, parse

_DIFFERENCES = {
    "degree_celsius": "celsius_difference",
    "degree_fahrenheit": "fahrenheit_difference",
    "degree_reaumur": "reaumur_difference",
}
_BASE_SYMBOLS = {
    "kilogram": "kg", "metre": "m", "second": "s", "ampere": "A", "kelvin": "K", "mole": "mol",
    "candela": "cd", "radian": "rad", "steradian": "sr", "decibel": "dB", "ph": "pH",
}  # fmt: skip
_DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,9})?", re.ASCII)
_LARGEST_EXPONENT = 250  # beyond any measured quantity, and still quick to compute with
_RECIPROCAL = {"fuel_economy": "fuel_consumption"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit of measurement, understood.

    value in the base unit = value × factor + offset, or 1 / (value × factor) when `inverse`
    (miles per gallon: the order of values turns round). `of` is what the number is counted as
    (RE, O2), `offset_inside` the degrees that stand inside a product.
    """

    text: str
    ucum: str
    kind: str
    scale: str
    factor: Fraction
    offset: Fraction
    dimension: str
    base: str
    inverse: bool = False
    of: str | None = None
    offset_inside: tuple[str, ...] = ()
    entry: str = ""  # its name in units.txt when it is one unit, else empty


@lru_cache(maxsize=4096)
def unit(text: str | None) -> Unit:
    """The unit a text names; None and — are the plain number 1.

    Errors: syntax, unknown_unit, ambiguous_case.
    """
    if text is None:
        text = "—"
    product = parse(text)
    single = product.powers[0] if len(product.powers) == 1 else None
    if single and single.exponent == 1 and single.atom.entry.scale in ("interval", "level"):
        return _affine(text, product, single)
    return _compound(text, product)


def _affine(text: str, product: Product, power: Power) -> Unit:
    """A point on a scale: its zero may lie elsewhere than the base unit's."""
    name = power.atom.name
    at_zero = root_value(name, Fraction(0))
    factor = (root_value(name, Fraction(1)) - at_zero) * product.number
    base = root({name: 1})[1]
    return _unit(text, product, base, factor, at_zero)


def _compound(text: str, product: Product) -> Unit:
    names: dict[str, int] = {}
    for power in product.powers:
        name = _DIFFERENCES.get(power.atom.entry.name, power.atom.name)
        names[name] = names.get(name, 0) + power.exponent
    factor, base = root({name: exponent for name, exponent in names.items() if exponent})
    return _unit(text, product, base, factor * product.number, Fraction(0))


def _unit(
    text: str, product: Product, base: dict[str, int], factor: Fraction, offset: Fraction
) -> Unit:
    """Put together what the text, the registry and the kinds say."""
    powers = product.powers
    kind = kind_of(powers, _dimension(base))
    entry = powers[0].atom.entry if len(powers) == 1 and powers[0].exponent == 1 else None
    inverse = entry.inverse if entry else kind in _RECIPROCAL
    if inverse:
        base = {name: -exponent for name, exponent in base.items()}
    return Unit(
        text=text,
        ucum=product.ucum,
        kind=_RECIPROCAL.get(kind, kind),
        scale=_scale(powers),
        factor=factor,
        offset=offset,
        dimension=_dimension(base),
        base=_base(base),
        inverse=inverse,
        of=next((p.of for p in powers if p.of), None),
        offset_inside=_offset_inside(powers),
        entry=entry.name if entry else "",
    )


def _scale(powers: tuple[Power, ...]) -> str:
    """The scale of a single unit; a product of several is a ratio scale."""
    if len(powers) == 1 and powers[0].exponent == 1:
        return powers[0].atom.entry.scale
    return "ratio"


def _offset_inside(powers: tuple[Power, ...]) -> tuple[str, ...]:
    """Degrees with an offset inside a product, in the order written."""
    if len(powers) == 1 and powers[0].exponent == 1:
        return ()
    return tuple(p.atom.ucum for p in powers if p.atom.entry.name in _DIFFERENCES)


def _dimension(base: dict[str, int]) -> str:
    """[length]^2 [time]^-1, in one order; "dimensionless" for none."""
    powers = sorted(dimension(base).items())
    return " ".join(f"{name}^{exponent}" for name, exponent in powers) or "dimensionless"


def _base(base: dict[str, int]) -> str:
    """The base unit as a product of symbols: kg.m-3; 1 when it has no dimension."""
    powers = sorted(base.items(), key=lambda power: (-power[1], power[0]))
    return ".".join(_symbol(name, exponent) for name, exponent in powers) or "1"


def _symbol(name: str, exponent: int) -> str:
    symbol = _BASE_SYMBOLS.get(name, name)
    return symbol if exponent == 1 else f"{symbol}{exponent}"


def number(value: object) -> Fraction:
    """A finite number, exactly. Errors: missing_value, not_a_number.

    Floats are taken as the shortest decimal that prints them: 0.1 is one tenth.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        raise MissingValue(what="value")
    if isinstance(value, Fraction):
        return value
    text = str(value).strip()
    if not _DECIMAL.fullmatch(text) or isinstance(value, bool):
        raise NotANumber(text=text)
    decimal = Decimal(text)
    if abs(decimal.adjusted()) > _LARGEST_EXPONENT:
        raise NotANumber(text=text)
    return Fraction(decimal)


def to_base(value: Decimal | Fraction | int, of: Unit) -> Fraction:
    """A value in the base unit of `of`, exactly. A reciprocal unit has no value for zero."""
    exact = Fraction(value)
    if not of.inverse:
        return exact * of.factor + of.offset
    if not exact:
        raise NotANumber(text=f"1/0 {of.text}")
    return 1 / (exact * of.factor)


def from_base(value: Fraction, of: Unit) -> Fraction:
    """A value of the base unit back in `of`, exactly."""
    if not of.inverse:
        return (value - of.offset) / of.factor
    if not value:
        raise NotANumber(text=f"1/0 {of.text}")
    return 1 / (value * of.factor)


def natural_domain(of: Unit) -> Interval | None:
    """The values the quantity can have, in the base unit; None where a unit alone cannot tell.

    A mass, volume or amount fraction lies in [0, 1]; a concentration, mass or duration is not
    negative. Temperatures, levels, lengths (may be deviations) and bare % (may be a change) can
    be anything. Use it only when no bound of the requirement is negative.
    """
    if of.kind in SHARES:
        return Interval(lo=Fraction(0), hi=Fraction(1))
    if of.kind in NEVER_NEGATIVE:
        return Interval(lo=Fraction(0))
    return None
