"""Kinds of quantity: what a compound unit measures, and which kinds must not be mixed.

The dimension alone does not tell torque from energy, lm from cd, Bq from Hz (GB 3102; SI
brochure 2.3.4; VIM 1.2). A compound gets its kind from how it is built; when that says nothing,
the kind is the dimension's and goes with every unit of that dimension.
"""

from __future__ import annotations

from collections import Counter

from duibiao.core.measure.unit_text import Power

# How a compound is built → its kind. Lengths squared and cubed count as area and volume.
_BUILT: dict[frozenset[tuple[str, int]], str] = {
    frozenset({("mass", 1), ("volume", -1)}): "mass_concentration",
    frozenset({("amount", 1), ("volume", -1)}): "amount_concentration",
    frozenset({("force", 1), ("length", 1)}): "torque",
    frozenset({("power", 1), ("time", 1)}): "energy",
    frozenset({("pressure", 1), ("volume", 1)}): "energy",
    frozenset({("pressure", 1), ("time", 1)}): "dynamic_viscosity",
    frozenset({("area", 1), ("time", -1)}): "kinematic_viscosity",
    frozenset({("voltage", 1), ("current", 1)}): "apparent_power",
    frozenset({("energy", 1), ("time", -1)}): "power",
    frozenset({("force", 1), ("area", -1)}): "pressure",
    frozenset({("luminous_intensity", 1), ("solid_angle", 1)}): "luminous_flux",
    frozenset({("luminous_intensity", 1), ("area", -1)}): "luminance",
    frozenset({("luminous_flux", 1), ("area", -1)}): "illuminance",
    frozenset({("volume", 1), ("length", -1)}): "fuel_consumption",
    frozenset({("length", 1), ("volume", -1)}): "fuel_economy",
    frozenset({("revolution", 1), ("time", -1)}): "rotational_frequency",
    frozenset({("angle", 1), ("time", -1)}): "angular_velocity",
    frozenset({("length", 1), ("time", -1)}): "velocity",
    frozenset({("mass", 1), ("length", -1)}): "linear_density",
    frozenset({("mass", 1), ("energy", -1)}): "mass_per_energy",
    frozenset({("mass", 1), ("area", -1)}): "area_density",
    frozenset({("energy", 1), ("area", -1)}): "energy_per_area",
    frozenset({("energy", 1), ("volume", -1)}): "energy_per_volume",
    frozenset({("energy", 1), ("mass", -1)}): "energy_per_mass",
    frozenset({("length", 2)}): "area",
    frozenset({("area", 1)}): "area",
    frozenset({("volume", 1)}): "volume",
}
_RATIOS = {
    "mass": "mass_fraction",
    "volume": "volume_fraction",
    "amount": "amount_fraction",
    "length": "length_ratio",
    "energy": "energy_ratio",
    "power": "power_ratio",
}
COUNTS = frozenset({"colony_count", "most_probable_number", "plaque_count"})
PLAIN = frozenset({"number", "count"})
_BASIS_KNOWN = frozenset({*_RATIOS.values(), "relative_humidity", "strain"})

# Kinds of one dimension that are kept apart; a kind in no group goes with all of its dimension.
_APART: tuple[frozenset[str], ...] = (
    frozenset({"torque", "energy"}),
    frozenset({"luminous_flux", "luminous_intensity"}),
    frozenset({"illuminance", "luminance"}),
    frozenset({"frequency", "radioactivity", "angular_velocity"}),
    frozenset({"rotational_frequency", "radioactivity"}),
    frozenset({"absorbed_dose", "dose_equivalent"}),
    frozenset({"power", "apparent_power", "reactive_power"}),
    frozenset({"area", "fuel_consumption"}),
    frozenset({"pressure", "energy_per_volume"}),
    frozenset({f"{count}_per" for count in COUNTS}),
    frozenset(COUNTS),
)
_DIMENSIONLESS = frozenset(
    {*_BASIS_KNOWN, *COUNTS, "fraction", "count", "angle", "solid_angle", "revolution"}
)

# Physical bounds by kind (method.md §1.1: the natural domain X of the quantity).
SHARES = frozenset({"mass_fraction", "volume_fraction", "amount_fraction"})
NEVER_NEGATIVE = frozenset(
    {
        "mass_concentration", "amount_concentration", "mass", "amount", "volume", "area", "time",
        "working_time", "count", "linear_density", "area_density", "mass_per_energy",
        "illuminance", "luminance", "luminous_flux", "luminous_intensity", "radioactivity",
        "absorbed_dose", "dose_equivalent", "catalytic_activity", "frequency",
        "rotational_frequency", "fuel_consumption", "dynamic_viscosity", "kinematic_viscosity",
        "resistance", "capacitance", "inductance", "information", "energy_per_area",
        *COUNTS, *(f"{count}_per" for count in COUNTS),
    }
)  # fmt: skip


def kind_of(powers: tuple[Power, ...], dimension: str) -> str:
    """The kind of quantity a product of units measures."""
    if len(powers) == 1 and powers[0].exponent == 1:
        return powers[0].atom.entry.kind
    for power in powers:
        if (kind := power.atom.entry.kind) in COUNTS:
            return f"{kind}_per" if len(powers) > 1 else kind
    if ratio := _ratio(powers):
        return ratio
    return _BUILT.get(_built(powers), "number" if dimension == "dimensionless" else dimension)


def _kinds(powers: tuple[Power, ...], sign: int) -> Counter[str]:
    """Kind → exponent of the numerator (sign 1) or denominator (−1)."""
    found: Counter[str] = Counter()
    for power in powers:
        if power.exponent * sign > 0 and power.atom.entry.kind not in PLAIN:
            found[power.atom.entry.kind] += abs(power.exponent)
    for length, name in ((3, "volume"), (2, "area")):
        if found.get("length") == length:
            del found["length"]
            found[name] += 1
    return found


def _ratio(powers: tuple[Power, ...]) -> str | None:
    """Like over like: kg/kg is a mass fraction, (W·h)/(W·h) an energy ratio."""
    above, below = _kinds(powers, 1), _kinds(powers, -1)
    if not above or above != below:
        return None
    if sum(above.values()) > 1:
        return "fraction"
    return _RATIOS.get(next(iter(above)), "fraction")


def _built(powers: tuple[Power, ...]) -> frozenset[tuple[str, int]]:
    above, below = _kinds(powers, 1), _kinds(powers, -1)
    return frozenset([*above.items(), *((kind, -n) for kind, n in below.items())])


def kept_apart(a: str, b: str) -> bool:
    """Do two kinds of one dimension name different quantities?"""
    if a == b or "number" in (a, b):
        return False
    if a in _DIMENSIONLESS and b in _DIMENSIONLESS:
        return not basis_assumed(a, b)
    return any(a in group and b in group for group in _APART)


def basis_assumed(a: str, b: str) -> bool:
    """Is one a bare share (%, ppm) and the other a share of something stated?"""
    return (a == "fraction" and b in _BASIS_KNOWN) or (b == "fraction" and a in _BASIS_KNOWN)
