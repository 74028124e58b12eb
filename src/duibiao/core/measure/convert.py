"""From one unit to another: whether it may be done, and the value, exactly."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

from duibiao.core.errors import Fact
from duibiao.core.measure.unit_facts import (
    AngleDependent,
    BelowAbsoluteZero,
    DifferenceVsPoint,
    DifferentWeighting,
    Incommensurable,
    LogLevelNeedsReference,
    MissingValue,
    NeedsMolarMass,
    NoFunctionalRelation,
    NotANumber,
    OffsetUnitInCompound,
    SemanticKindDiffers,
    UnitPair,
)
from duibiao.core.measure.unit_kinds import basis_assumed, kept_apart
from duibiao.core.measure.unit_model import Unit, from_base, number, to_base, unit
from duibiao.core.measure.unit_registry import root

# Empirical scales, and the kinds people try to lead them to.
_TABLES_LEAD_TO = {
    "hardness": ("hardness", "pressure"),
    "mesh": ("length", "mesh", "grit"),
    "grit": ("length", "mesh", "grit"),
    "wire_size": ("length", "area", "wire_size"),
    "turbidity": ("turbidity", "mass_concentration"),
    "viscosity": ("viscosity", "dynamic_viscosity", "kinematic_viscosity", "time"),
    "colour": ("colour", "mass_concentration"),
    "gloss": ("gloss", "fraction"),
    "brix": ("fraction", "mass_fraction", "mass_concentration"),
    "baume": ("fraction", "mass_fraction", "mass_concentration"),
    "plato": ("fraction", "mass_fraction", "mass_concentration"),
}
_TURN = 2 * root({"pi": 1})[0]
_WEIGHTINGS = {f"decibel_{w}": w for w in "abcdz"} | {
    "decibel_a_sound_pressure": "a",
    "decibel_a_sound_power": "a",
}
# Levels whose reference the unit states: kind → (lg factor, reference in base units).
_REFERENCES = {
    "sound_pressure_level": (20, "pascal", Fraction(2, 100000)),
    "sound_power_level": (10, "watt", Fraction(1, 10**12)),
    "power_level": (10, "watt", Fraction(1)),
    "voltage_level": (20, "volt", Fraction(1)),
}


def commensurable(a: Unit, b: Unit) -> Fact | None:
    """Why two units cannot be compared, or None when they can.

    A bare % against a mass fraction can: `assumes_fraction_basis` says that it was assumed.
    """
    problem = _problem(a, b)
    return problem(a=a.text, b=b.text) if problem else None


def _problem(a: Unit, b: Unit) -> type[UnitPair] | None:
    if "level" in (a.scale, b.scale):
        return _levels(a, b)
    if "table" in (a.scale, b.scale):
        return _tables(a, b)
    if "temperature" in (a.kind, b.kind) and a.dimension == b.dimension:
        return _temperatures(a, b)
    if set(a.offset_inside) != set(b.offset_inside):
        return OffsetUnitInCompound
    if a.dimension != b.dimension:
        return NeedsMolarMass if _amount_for_mass(a, b) else Incommensurable
    return _kinds(a, b)


def _kinds(a: Unit, b: Unit) -> type[UnitPair] | None:
    """The same dimension: is it the same kind of quantity, counted as the same thing?"""
    kinds = {a.kind, b.kind}
    if "amount_fraction" in kinds and "mass_fraction" in kinds:
        return NeedsMolarMass
    if kept_apart(a.kind, b.kind) or (a.of and b.of and a.of != b.of):
        return SemanticKindDiffers
    return None


def _temperatures(a: Unit, b: Unit) -> type[UnitPair] | None:
    """Points go with points, differences with differences; the kelvin is both."""
    kinds = {a.kind, b.kind}
    if kinds == {"temperature"}:
        return None
    point = a if a.kind == "temperature" else b
    if "temperature_difference" in kinds:
        return None if point.scale == "ratio" else DifferenceVsPoint
    return OffsetUnitInCompound if point.scale == "interval" else None


def _levels(a: Unit, b: Unit) -> type[UnitPair] | None:
    """Levels compare under one weighting, of one quantity, to one reference."""
    if a.scale != b.scale:
        other = a if b.scale == "level" else b
        is_ph = "ph" in (a.kind, b.kind)
        if is_ph and other.kind == "number" and other.factor == 1:
            return None
        return LogLevelNeedsReference
    if a.dimension == b.dimension:
        return None
    if "ph" in (a.kind, b.kind):
        return Incommensurable
    if _WEIGHTINGS.get(a.entry) != _WEIGHTINGS.get(b.entry):
        return DifferentWeighting
    stated = [u.kind in _REFERENCES for u in (a, b)]
    return SemanticKindDiffers if all(stated) else LogLevelNeedsReference


def _tables(a: Unit, b: Unit) -> type[UnitPair] | None:
    """Empirical scales compare with themselves only."""
    if a.dimension == b.dimension:
        return None
    if a.kind.startswith("gloss") and b.kind.startswith("gloss"):
        return AngleDependent
    leads = _leads_to(a, b) or _leads_to(b, a)
    return NoFunctionalRelation if leads else Incommensurable


def _leads_to(scale: Unit, other: Unit) -> bool:
    if scale.scale != "table":
        return False
    family = next((f for f in _TABLES_LEAD_TO if f in (*scale.kind.split("_"), scale.entry)), "")
    if scale.kind == "wire_size":
        family = "wire_size"
    return other.kind.startswith(_TABLES_LEAD_TO.get(family, ())) if family else False


def _amount_for_mass(a: Unit, b: Unit) -> bool:
    """Would a molar mass (or its power) lead from one dimension to the other?"""
    kinds = {a.kind, b.kind}
    if kinds == {"amount_fraction", "mass_concentration"}:
        return True
    if kinds in ({"volume_fraction", "mass_concentration"}, {"fraction", "mass_concentration"}):
        return any(u.ucum.endswith("/m3") for u in (a, b))  # of a gas: ppm in air, mg/m³
    of_a, of_b = _exponents(a), _exponents(b)
    quotient = {d: of_a.get(d, 0) - of_b.get(d, 0) for d in of_a | of_b}
    powers = {dimension: power for dimension, power in quotient.items() if power}
    return set(powers) == {"[mass]", "[substance]"} and sum(powers.values()) == 0


def _exponents(of: Unit) -> dict[str, int]:
    pairs = (power.split("^") for power in of.dimension.split() if "^" in power)
    return {name: int(exponent) for name, exponent in pairs}


def assumes_fraction_basis(a: Unit, b: Unit) -> bool:
    """Is a bare %, ‰ or ppm set against a fraction whose basis is stated (mg/kg, %vol)?"""
    return basis_assumed(a.kind, b.kind)


def flips(a: Unit, b: Unit) -> bool:
    """Does going from `a` to `b` turn the order of values round (mpg → L/100 km)?"""
    return a.inverse != b.inverse


def convert(value: object, from_: str, to: str) -> Fraction:
    """A value of one unit in another, exactly (levels to linear: to 40 digits).

    Errors: every code of the `convert` interface.
    """
    for name, text in (("from", from_), ("to", to)):
        if text is None:
            raise MissingValue(what=name)
    amount = number(value)
    source, target = unit(from_), unit(to)
    if (known := _through_reference(amount, source, target)) is not None:
        return known
    if (angle := _turns(amount, source, target)) is not None:
        return angle
    problem = commensurable(source, target)
    if problem:
        raise problem
    return from_base(_above_zero(amount, source, target), target)


def _above_zero(amount: Fraction, source: Unit, target: Unit) -> Fraction:
    """The base value; a point of a temperature scale cannot lie below 0 K."""
    base = to_base(amount, source)
    points = source.kind == target.kind == "temperature"
    if points and base < 0 and "interval" in (source.scale, target.scale):
        raise BelowAbsoluteZero(value=str(amount), unit=source.text)
    return base


def _turns(amount: Fraction, source: Unit, target: Unit) -> Fraction | None:
    """r/min ↔ rad/s: a turn is 2π rad."""
    kinds = (source.kind, target.kind)
    if kinds == ("rotational_frequency", "angular_velocity"):
        return to_base(amount, source) * _TURN / target.factor
    if kinds == ("angular_velocity", "rotational_frequency"):
        return to_base(amount, source) / _TURN / target.factor
    return None


def _through_reference(amount: Fraction, source: Unit, target: Unit) -> Fraction | None:
    """A level with a stated reference to the quantity itself, and back: 30 dBm = 1 W."""
    if source.kind in _REFERENCES and _measures(source, target):
        lg, _, reference = _REFERENCES[source.kind]
        return from_base(_power_of_ten(to_base(amount, source) / lg) * reference, target)
    if target.kind in _REFERENCES and _measures(target, source):
        lg, _, reference = _REFERENCES[target.kind]
        ratio = to_base(amount, source) / reference
        if ratio <= 0:
            raise NotANumber(text=f"lg {amount}")
        return from_base(lg * _log10(ratio), target)
    return None


def _measures(level: Unit, linear: Unit) -> bool:
    """Is `linear` a unit of the quantity whose level this is? A weighting forbids it."""
    if linear.scale != "ratio" or level.entry in _WEIGHTINGS:
        return False
    return unit(_REFERENCES[level.kind][1]).dimension == linear.dimension


def _power_of_ten(exponent: Fraction) -> Fraction:
    with localcontext(prec=40):
        return Fraction(Decimal(10) ** (Decimal(exponent.numerator) / exponent.denominator))


def _log10(ratio: Fraction) -> Fraction:
    with localcontext(prec=40):
        return Fraction((Decimal(ratio.numerator) / ratio.denominator).log10())
