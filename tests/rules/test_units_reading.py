"""Printed forms of units, their UCUM codes, and every unit of the ten schemes."""

import json
from collections.abc import Iterator
from importlib import resources

import pytest

from duibiao.core.measure.interval import Interval
from duibiao.core.measure.unit_table import ENTRIES
from duibiao.core.measure.units import natural_domain, unit


def _units(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "unit" and isinstance(value, str):
                yield value
            yield from _units(value)
    elif isinstance(node, list):
        for value in node:
            yield from _units(value)


def _scheme_units() -> list[str]:
    files = resources.files("duibiao.demo").joinpath("schemes").iterdir()
    texts = [f.read_text(encoding="utf-8") for f in files if f.name.endswith(".json")]
    return sorted({text for scheme in texts for text in _units(json.loads(scheme))})


# Units of the schemes for which UCUM has no code of its own, and why an annotation stands there.
ANNOTATED = {
    "HV10": "hardness scales are procedures, not units",
    "MPN/100 mL或CFU/100 mL": "two ways of counting, either allowed",
    "MPN/mL或CFU/mL": "two ways of counting, either allowed",
    "dB(A)": "the weighting is an annotation of the bel",
    "mg/l O2": "what the mass is counted as",
    "μg RE/100 kJ": "retinol equivalents",
    "μg RE/100 kcal": "retinol equivalents",
    "次": "a number of things",
    "级": "ordered words",
}


@pytest.mark.parametrize("text", _scheme_units())
def test_every_unit_of_the_schemes_is_understood(text: str) -> None:
    """Each has a UCUM code; where UCUM has none, an annotation with a stated reason."""
    ucum = unit(text).ucum
    assert ucum
    assert ucum.isascii()
    assert ("{" in ucum) is (text in ANNOTATED)


@pytest.mark.parametrize(
    ("text", "ucum"),
    [
        ("mg/kg", "mg/kg"),
        ("毫克/千克", "mg/kg"),
        ("ｍｇ／ｋｇ", "mg/kg"),
        ("㎎/㎏", "mg/kg"),
        ("N/mm²", "N/mm2"),
        ("kJ/m^2", "kJ/m2"),
        ("W/(m·K)", "W/(m.K)"),
        ("W/(m*K)", "W/(m.K)"),
        ("W/（m⋅K）", "W/(m.K)"),
        ("℃", "Cel"),
        ("°C", "Cel"),
        ("摄氏度", "Cel"),
        ("‰", "[ppth]"),
        ("%（质量分数）", "%{m/m}"),
        ("千克/立方米", "kg/m3"),
        ("克每立方厘米", "g/cm3"),
        ("μg/L", "ug/L"),
        ("µg/L", "ug/L"),
        ("mg/100 g", "mg/(100.g)"),
        ("mg/100g", "mg/(100.g)"),
        ("g/10 min", "g/(10.min)"),
        ("/25 g", "/(25.g)"),
        ("×10⁹/L", "10*9/L"),
        ("小时", "h"),
        ("天", "d"),
        ("年", "a"),
        ("次/分", "{count}/min"),
        ("mm Hg", "mm[Hg]{conventional}"),
        ("L/100km", "L/(100.km)"),
        ("万次", "10000.{count}"),
        ("m·s⁻¹", "m.s-1"),
    ],
)
def test_printed_forms_have_one_ucum_code(text: str, ucum: str) -> None:
    """Full width, superscripts, dots and Chinese words are writings of one unit."""
    assert unit(text).ucum == ucum


@pytest.mark.parametrize(
    "text", [e.ucum for e in ENTRIES.values() if "{" not in e.ucum and e.ucum[0].isalpha()]
)
def test_the_ucum_code_of_a_unit_names_the_same_unit(text: str) -> None:
    """What we write as UCUM we read back to the same factor and dimension."""
    names = [e for e in ENTRIES.values() if e.ucum == text]
    for entry in names:
        by_name, by_code = unit(entry.name), unit(text)
        assert (by_name.factor, by_name.offset) == (by_code.factor, by_code.offset)
        assert by_name.dimension == by_code.dimension


def test_every_printed_form_belongs_to_one_unit() -> None:
    """No spelling in units.txt stands under two units."""
    spellings = [s for entry in ENTRIES.values() for s in entry.spellings]
    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize(
    ("text", "kind", "scale"),
    [
        ("mg/kg", "mass_fraction", "ratio"),
        ("%", "fraction", "ratio"),
        ("%vol", "volume_fraction", "ratio"),
        ("mmol/mol", "amount_fraction", "ratio"),
        ("mg/L", "mass_concentration", "ratio"),
        ("kg/m3", "mass_concentration", "ratio"),
        ("N·m", "torque", "ratio"),
        ("kW·h", "energy", "ratio"),
        ("lm", "luminous_flux", "ratio"),
        ("cd", "luminous_intensity", "ratio"),
        ("℃", "temperature", "interval"),
        ("K", "temperature", "ratio"),
        ("Δ℃", "temperature_difference", "ratio"),
        ("dB[SPL]", "sound_pressure_level", "level"),
        ("dB(SWL)", "sound_power_level", "level"),
        ("pH", "ph", "level"),
        ("次", "count", "ratio"),
        ("级", "grade", "ordinal"),
        ("HRC", "hardness_HRC", "table"),
        ("目", "particle_size", "table"),
        ("(W·h)/(W·h)", "energy_ratio", "ratio"),
        ("CFU/mL", "colony_count_per", "ratio"),
    ],
)
def test_a_unit_knows_its_kind_of_quantity_and_scale(text: str, kind: str, scale: str) -> None:
    """The kind stands beside the dimension (method.md §5)."""
    assert (unit(text).kind, unit(text).scale) == (kind, scale)


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("mg/kg", Interval(lo=unit("—").offset, hi=unit("—").factor)),
        ("mg/L", Interval(lo=unit("—").offset)),
        ("h", Interval(lo=unit("—").offset)),
        ("℃", None),
        ("dB(A)", None),
        ("mm", None),
        ("%", None),
    ],
)
def test_the_natural_domain_is_given_where_the_kind_fixes_it(
    text: str, domain: Interval | None
) -> None:
    """A content is not negative and no fraction exceeds one; a length or % may be a deviation."""
    assert natural_domain(unit(text)) == domain
