"""What holds for every value and every pair of units."""

from fractions import Fraction as F
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.core.errors import Fact
from duibiao.core.measure.units import convert, flips, unit

GROUPS = [
    ["mg/kg", "g/kg", "%(m/m)", "ppm(m/m)", "mg/100 g", "μg/g"],
    ["mm", "in", "ft", "m", "尺", "km", "[nmi_i]"],
    ["MPa", "N/mm2", "psi", "bar", "kgf/cm2", "mmHg"],
    ["℃", "℉", "K", "degR"],
    ["kW·h", "J", "kcal", "kcal_IT", "Btu"],
    ["dB", "Np", "B"],
    ["L/100 km", "mpg", "mpg(UK)", "km/L"],
    ["tex", "dtex", "den", "Ne", "公支"],
]
PAIRS = [(a, b) for group in GROUPS for a in group for b in group]
values = st.fractions(min_value=F(1, 1000), max_value=F(10**6), max_denominator=10**6)


@given(st.sampled_from(PAIRS), values)
def test_there_and_back_is_where_one_started(pair: tuple[str, str], value: F) -> None:
    """a → b → a gives the value back exactly, not nearly."""
    a, b = pair
    assert convert(convert(value, a, b), b, a) == value


@given(st.sampled_from(PAIRS), st.sampled_from(PAIRS), values)
def test_a_way_round_leads_to_the_same_value(
    first: tuple[str, str], second: tuple[str, str], value: F
) -> None:
    """a → b → c is a → c."""
    a, b = first
    c = second[1]
    if any(a in group and c in group for group in GROUPS):
        assert convert(convert(value, a, b), b, c) == convert(value, a, c)


@given(st.sampled_from(PAIRS), values, values)
def test_a_change_of_unit_keeps_or_turns_the_order(pair: tuple[str, str], one: F, other: F) -> None:
    """Which value is larger never changes, save for reciprocal units, where it turns round."""
    a, b = pair
    before = one < other
    after = convert(one, a, b) < convert(other, a, b)
    if one != other:
        assert after is (before is not flips(unit(a), unit(b)))


@pytest.mark.parametrize(
    "group", [g for g in GROUPS if g[0] not in ("℃", "L/100 km", "tex", "dB")], ids=lambda g: g[0]
)
@given(value=values)
def test_on_a_ratio_scale_twice_as_much_stays_twice_as_much(group: list[str], value: F) -> None:
    """Conversion on a ratio scale is a factor and nothing else."""
    for a, b in pairwise(group):
        assert convert(2 * value, a, b) == 2 * convert(value, a, b)


def _problem(text: str) -> str | None:
    """The code of what is wrong with a unit text; None when it is a unit."""
    try:
        unit(text)
    except Fact as fact:
        return fact.code
    return None


READ_OR_REFUSED = (None, "syntax", "unknown_unit", "ambiguous_case")


@given(st.text(max_size=30))
def test_any_text_is_a_unit_or_a_stated_problem(text: str) -> None:
    """No text brings anything but a unit or a Fact."""
    assert _problem(text) in READ_OR_REFUSED


UNIT_LIKE = st.text(alphabet="mgkLNPa/·.()123-^*% ℃{}[]万每立方米或", max_size=20)


@given(UNIT_LIKE)
def test_any_unit_like_text_is_a_unit_or_a_stated_problem(text: str) -> None:
    """Broken unit texts bring a Fact, never a crash."""
    assert _problem(text) in READ_OR_REFUSED
