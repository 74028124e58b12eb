"""What does not convert, and the reason given (interfaces.md, `convert`)."""

from typing import Any

import pytest

from duibiao.config.topics.convert import answer
from duibiao.core.errors import Fact
from duibiao.core.measure.units import assumes_fraction_basis, commensurable, unit
from duibiao.ui.wording import sentence

REFUSED: list[tuple[object, str | None, str | None, str]] = [
    (1, "kg", "m", "incommensurable"),
    (1, "kg", "N", "incommensurable"),
    (1, "kg", "L", "incommensurable"),
    (1, "mg/kg", "mg/L", "incommensurable"),
    (1, "工作日", "天", "incommensurable"),
    (1, "元", "kg", "incommensurable"),
    (60, "HRC", "HV", "no_functional_relation"),
    (200, "HB", "MPa", "no_functional_relation"),
    (200, "目", "μm", "no_functional_relation"),
    (60, "Shore A", "Shore D", "no_functional_relation"),
    (60, "邵氏A", "邵氏D", "no_functional_relation"),
    (1, "NTU", "FNU", "no_functional_relation"),
    (1, "NTU", "mg/L", "no_functional_relation"),
    (100, "KU", "mPa·s", "no_functional_relation"),
    (1, "N·m", "J", "semantic_kind_differs"),
    (1, "lm", "cd", "semantic_kind_differs"),
    (1, "Bq", "Hz", "semantic_kind_differs"),
    (1, "Gy", "Sv", "semantic_kind_differs"),
    (1, "VA", "W", "semantic_kind_differs"),
    (1, "var", "W", "semantic_kind_differs"),
    (1, "ppm(m/m)", "ppm(v/v)", "semantic_kind_differs"),
    (1, "mg/kg", "mL/L", "semantic_kind_differs"),
    (1, "%(m/m)", "%vol", "semantic_kind_differs"),
    (1, "次", "%", "semantic_kind_differs"),
    (1, "CFU/mL", "MPN/mL", "semantic_kind_differs"),
    (1, "dB[SPL]", "dB(SWL)", "semantic_kind_differs"),
    (1, "μg RE/100 kJ", "μg NE/100 kJ", "semantic_kind_differs"),
    (1, "℃/m", "K/m", "offset_unit_in_compound"),
    (1, "W/(m·℃)", "W/(m·K)", "offset_unit_in_compound"),
    (1, "degC*m", "kelvin*m", "offset_unit_in_compound"),
    (1, "mmol/L", "mg/dL", "needs_molar_mass"),
    (1, "mol", "g", "needs_molar_mass"),
    (1, "mol/kg", "g/kg", "needs_molar_mass"),
    (1, "mol%", "%(m/m)", "needs_molar_mass"),
    (1, "ppm(v/v)", "mg/m3", "needs_molar_mass"),
    (3, "dB", "W", "log_level_needs_reference"),
    (3, "Np", "Pa", "log_level_needs_reference"),
    (7, "pH", "mol/L", "log_level_needs_reference"),
    (3, "dB", "dB[SPL]", "log_level_needs_reference"),
    (1, "mg//kg", "mg/kg", "syntax"),
    (1, "kg(", "kg", "syntax"),
    (1, "m/", "m", "syntax"),
    (1, "", "m", "syntax"),
    (1, "10+3/ul", "/L", "syntax"),
    (1, "W/m·K", "W/(m·K)", "syntax"),
    (1, "m" * 500, "m", "syntax"),
    (1, "m999999999", "m", "syntax"),
    (1, "flurb", "m", "unknown_unit"),
    (1, "molv", "mol", "unknown_unit"),
    (1, "度", "℃", "unknown_unit"),
    (20, "℃", "Δ℃", "difference_vs_point"),
    (20, "delta_degF", "degF", "difference_vs_point"),
    (-300, "℃", "K", "below_absolute_zero"),
    (-500, "℉", "℃", "below_absolute_zero"),
    (-1, "K", "℃", "below_absolute_zero"),
    (None, "m", "mm", "missing_value"),
    (" ", "m", "mm", "missing_value"),
    (1, None, "mm", "missing_value"),
    (1, "m", None, "missing_value"),
    ("abc", "m", "mm", "not_a_number"),
    ("NaN", "m", "mm", "not_a_number"),
    (float("inf"), "m", "mm", "not_a_number"),
    (True, "m", "mm", "not_a_number"),
    ("1e999999999", "m", "mm", "not_a_number"),
    ("1_000", "m", "mm", "not_a_number"),
    (0, "mpg", "L/100 km", "not_a_number"),
    (1, "MPA", "Pa", "ambiguous_case"),
    (1, "mw", "W", "ambiguous_case"),
    (1, "MG/KG", "mg/kg", "ambiguous_case"),
    (60, "dB(A)", "dB", "different_weighting"),
    (60, "dB(A)", "dB(C)", "different_weighting"),
    (60, "GU(60°)", "GU(20°)", "angle_dependent"),
]


@pytest.mark.parametrize(("value", "a", "b", "code"), REFUSED)
def test_what_does_not_convert_says_why(
    value: object, a: str | None, b: str | None, code: str
) -> None:
    """Never a guess: each refusal has its code and a sentence in both languages."""
    question: dict[str, Any] = {"value": value, "from": a, "to": b}
    with pytest.raises(Fact) as refused:
        answer(question)
    assert refused.value.code == code
    assert sentence(refused.value, "zh")
    assert sentence(refused.value, "en")


@pytest.mark.parametrize(("a", "b"), [("N·m", "J"), ("HRC", "HV"), ("dB(A)", "dB"), ("℃", "Δ℃")])
def test_a_refusal_does_not_depend_on_the_side(a: str, b: str) -> None:
    """a against b is refused for the reason b against a is."""
    one, other = commensurable(unit(a), unit(b)), commensurable(unit(b), unit(a))
    assert one is not None
    assert other is not None
    assert one.code == other.code


@pytest.mark.parametrize("text", ["KW", "kw", "KG", "Kg", "KWH", "HZ", "KPA", "DB(A)", "PPM"])
def test_a_wrong_case_with_one_reading_is_read(text: str) -> None:
    """KW can only be kW; MPA could be MPa or mPa and is refused."""
    right = {"KW": "kW", "kw": "kW", "KG": "kg", "Kg": "kg", "KWH": "kWh", "HZ": "Hz",
             "KPA": "kPa", "DB(A)": "dB(A)", "PPM": "ppm"}  # fmt: skip
    assert unit(text).factor == unit(right[text]).factor
    assert unit(text).kind == unit(right[text]).kind


@pytest.mark.parametrize(
    ("a", "b", "assumed"),
    [
        ("%", "mg/kg", True),
        ("ppm", "%(v/v)", True),
        ("%", "‰", False),
        ("mg/kg", "g/kg", False),
        ("%", "次", False),
    ],
)
def test_a_bare_percentage_takes_the_other_sides_basis_and_says_so(
    a: str, b: str, assumed: bool
) -> None:
    """% against mg/kg compares, with the remark that the basis was assumed (§1.5: ppm of what)."""
    assert assumes_fraction_basis(unit(a), unit(b)) is assumed


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("MPN/100 mL或CFU/100 mL", "/100 ml"),
        ("CFU/100 mL", "MPN/mL或CFU/mL"),
        ("—", "比值"),
        ("—", "pH"),
        ("pH", "—"),
        ("kg·m2/s2", "J"),
        ("kg·m2/s2", "N·m"),
        ("J/kg", "Gy"),
        ("lm/m2", "lx"),
        ("cd·sr", "lm"),
        ("N/tex", "cN/dtex"),
        ("HV10", "HV"),
        ("℃/min", "℃/h"),
        ("mL/L", "%"),
        ("K", "℃"),
        ("K", "Δ℃"),
    ],
)
def test_what_is_the_same_quantity_compares(a: str, b: str) -> None:
    """Kinds are kept apart only where the quantities are different ones."""
    assert commensurable(unit(a), unit(b)) is None
    assert commensurable(unit(b), unit(a)) is None
