"""Values of one unit in another: published cases and exact definitions."""

from fractions import Fraction as F

import pytest

from duibiao.core.measure.units import convert, flips, unit

# The conversion cases of the UCUM functional tests (ucum.org, section "conversion"), without
# their significance arithmetic: 6.3 × 4 is 25.2 there printed as 25 (method.md §5).
UCUM = [
    ("3-101", "6.3", "m", "m", F("6.3")),
    ("3-102", "6.3", "mm", "m", F("0.0063")),
    ("3-103", "6.3", "mm", "cm", F("0.63")),
    ("3-104", "6.3", "s.m-1", "s/m", F("6.3")),
    ("3-105", "6.3", "s.mm-1", "s.m-1", F(6300)),
    ("3-106", "6.3", "s.mm-2", "s.m-2", F(6300000)),
    ("3-108", "6.3", "s/m/g", "s.m-1.g-1", F("6.3")),
    ("3-109", "6.3", "ms/m/g", "s.m-1.g-1", F("0.0063")),
    ("3-110", "6.3", "s/mm/g", "s.m-1.g-1", F(6300)),
    ("3-111", "6.3", "s/m/mg", "s.m-1.g-1", F(6300)),
    ("3-111a", "6.3", "s/m.mg", "s.m-1.g", F("0.0063")),
    ("3-112", "6.3", "ms/m", "s/m", F("0.0063")),
    ("3-113", "6.3", "4.s/m", "s/m", F("25.2")),
    ("3-115", "6.3", "s/4/m", "s/m", F("1.575")),
    ("3-116", "6.3", "s/mm", "s/m", F(6300)),
    ("3-117", "6.3", "ms/mm", "s/m", F("6.3")),
    ("3-118", "6.30", "[in_i]", "m", F("0.16002")),
    ("3-119", "6.300", "[in_i]", "cm", F("16.002")),
    ("3-120", "6.3", "g.m.s-2.A-2", "g.m.C-2", F("6.3")),
    ("3-121", "1", "10*-7.s", "s", F(1, 10**7)),
    ("4-103", "1", "[lb_av]/h", "kg/s", F("0.45359237") / 3600),
]


@pytest.mark.parametrize(("value", "a", "b", "expected"), [c[1:] for c in UCUM], ids=lambda v: v)
def test_ucum_functional_cases_come_out_exactly(value: str, a: str, b: str, expected: F) -> None:
    """UCUM codes convert exactly, operators from left to right: s/m.mg = (s/m)·mg."""
    assert convert(value, a, b) == expected


# The offset cases of Pint's own tests (pint/testsuite/test_quantity.py).
PINT = [
    ("0", "degC", "kelvin", F("273.15")),
    ("100", "degC", "kelvin", F("373.15")),
    ("0", "kelvin", "degF", F("-459.67")),
    ("32", "degF", "degC", F(0)),
    ("100", "degC", "degF", F(212)),
    ("54", "degF", "degC", F(110, 9)),
    ("12", "degC", "degR", F("513.27")),
    ("100", "kelvin", "delta_degF", F(180)),
    ("12.3", "delta_degC", "delta_degF", F("22.14")),
    ("100", "delta_degF", "delta_degC", F(500, 9)),
    ("-10", "degC", "degF", F(14)),
]


@pytest.mark.parametrize(("value", "a", "b", "expected"), PINT)
def test_temperature_points_have_an_offset_and_differences_none(
    value: str, a: str, b: str, expected: F
) -> None:
    """A point moves with the scale's zero; a difference of 1 ℃ is 1 K is 1.8 ℉."""
    assert convert(value, a, b) == expected


# Exact definitions: GB 3100-1993, GB 3102.1~.13-1993, SI brochure (2019), NIST SP 811 annex B.
DEFINED = [
    ("1", "in", "mm", F("25.4")),
    ("1", "英寸", "毫米", F("25.4")),
    ("1", "mil", "μm", F("25.4")),
    ("1", "海里", "km", F("1.852")),
    ("1", "lb", "kg", F("0.45359237")),
    ("1", "oz", "g", F("28.349523125")),
    ("1", "吨", "kg", F(1000)),
    ("2", "斤", "kg", F(1)),
    ("1", "两", "g", F(50)),
    ("15", "亩", "公顷", F(1)),
    ("3", "亩", "m2", F(2000)),
    ("1", "[acr_us]", "m2", F(43560) * F(1200, 3937) ** 2),
    ("1", "gal(US)", "L", F("3.785411784")),
    ("1", "gal(UK)", "L", F("4.54609")),
    ("1", "[gal_br]", "[gal_us]", F("4.54609") / F("3.785411784")),
    ("1", "bar", "MPa", F("0.1")),
    ("1", "atm", "kPa", F("101.325")),
    ("1", "mmHg", "Pa", F("133.322387415")),
    ("1", "m[Hg]", "kPa", F("133.322")),
    ("1", "mm[Hg]", "Pa", F("133.322")),
    ("1", "psi", "Pa", F("4.4482216152605") / F("0.0254") ** 2),
    ("1", "N/mm2", "MPa", F(1)),
    ("1", "兆帕", "牛/平方毫米", F(1)),
    ("1", "kgf/cm2", "kPa", F("98.0665")),
    ("1", "kgf", "N", F("9.80665")),
    ("1", "PS", "W", F("735.49875")),
    ("1", "hp", "W", F(550) * F("0.3048") * F("4.4482216152605")),
    ("1", "kcal", "kJ", F("4.184")),
    ("1", "kcal_IT", "kJ", F("4.1868")),
    ("1", "kcal_th", "kJ", F("4.184")),
    ("1", "Btu", "J", F("1055.05585262")),
    ("1", "kW·h", "MJ", F("3.6")),
    ("1", "千瓦时", "兆焦", F("3.6")),
    ("1", "eV", "J", F("1.602176634e-19")),
    ("1", "ft·lbf", "J", F("0.3048") * F("4.4482216152605")),
    ("1", "lbf·ft", "N·m", F("0.3048") * F("4.4482216152605")),
    ("9", "den", "dtex", F(10)),
    ("1", "tex", "dtex", F(10)),
    ("1", "G", "T", F(1, 10000)),
    ("1", "[g]", "m/s2", F("9.80665")),
    ("36", "km/h", "m/s", F(10)),
    ("60", "r/min", "1/s", F(1)),
    ("1", "P", "Pa.s", F("0.1")),
    ("1", "cSt", "mm2/s", F(1)),
    ("1", "Ci", "GBq", F(37)),
    ("1", "rem", "mSv", F(10)),
    ("1", "U/L", "kat/L", F(1, 60000000)),
    ("0.25", "kW", "W", F(250)),
    ("0.1", "%", "mg/kg", F(1000)),
    ("1", "‰", "%", F("0.1")),
    ("1", "ppm", "mg/kg", F(1)),
    ("1", "[ppth]", "10*-6", F(1000)),
    ("1", "mg/100 g", "mg/kg", F(10)),
    ("10", "μg/l", "mg/L", F("0.01")),
    ("10", "µg/L", "ug/L", F(10)),
    ("1", "mg/100 kJ", "mg/100 kcal", F("4.184")),
    ("251", "kJ/100 mL", "kcal/100 ml", F(251) / F("4.184")),
    ("1", "g/cm3", "千克/立方米", F(1000)),
    ("1", "W/(m·K)", "W/(cm.K)", F("0.01")),
    ("5", "CFU/mL", "/100 mL", F(500)),
    ("1", "万元", "元", F(10000)),
    ("1", "mm/m", "‰", F(1)),
    ("1", "a", "d", F("365.25")),
    ("30", "dBm", "dB[W]", F(0)),
]


@pytest.mark.parametrize(
    ("value", "a", "b", "expected"), DEFINED, ids=[f"{c[0]} {c[1]} in {c[2]}" for c in DEFINED]
)
def test_defined_units_convert_exactly(value: str, a: str, b: str, expected: F) -> None:
    """Factors are fractions, never floats: 1 in is 25.4 mm, not 25.400000000000002."""
    assert convert(value, a, b) == expected


@pytest.mark.parametrize(
    ("value", "a", "b", "expected"),
    [
        ("1", "4.[pi].10*-7.s", "s", 0.00000125663706143591729538506),
        ("1", "Oe", "A/m", 79.57747154594767),
        ("180", "°", "rad", 3.141592653589793),
        ("60", "r/min", "rad/s", 6.283185307179586),
        ("1", "Np", "dB", 8.685889638065035),
        ("30", "dBm", "W", 1.0),
        ("0", "dB[SPL]", "Pa", 0.00002),
        ("1", "W", "dBm", 30.0),
    ],
)
def test_irrational_factors_are_near_beyond_all_measurement(
    value: str, a: str, b: str, expected: float
) -> None:
    """π, ln 10 and powers of ten of a level are kept to 40 digits (NIST SP 811, ISO 80000-3)."""
    assert float(convert(value, a, b)) == pytest.approx(expected, rel=1e-15)


@pytest.mark.parametrize(
    ("value", "a", "b", "expected"),
    [
        ("30", "mpg", "L/100 km", F(112903, 14400)),
        ("8", "L/100km", "km/L", F("12.5")),
        ("30", "mpg(UK)", "L/100 km", F(100) * F("4.54609") / (30 * F("1.609344"))),
        ("20", "Ne", "tex", F("453.59237") / (20 * 840 * F("0.0009144"))),
    ],
)
def test_more_miles_per_gallon_are_fewer_litres_per_100_km(
    value: str, a: str, b: str, expected: F
) -> None:
    """The relation is a reciprocal: exact, and the better direction turns round (§1.5)."""
    assert convert(value, a, b) == expected
    assert flips(unit(a), unit(b))
    assert not flips(unit(a), unit(a))
