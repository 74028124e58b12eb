"""Canonical JSON: one byte string for one meaning."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.core.canonical import canonical, load

VALUES = st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8"))
KEYS = st.text(st.characters(codec="utf-8"), max_size=5)


def spelled(value: object) -> str:
    """The rule, written out: keys by code point, no spaces, letters as they are."""
    if isinstance(value, dict):
        pairs = (f"{spelled(key)}:{spelled(value[key])}" for key in sorted(value))
        return "{" + ",".join(pairs) + "}"
    return json.dumps(value, ensure_ascii=False)


@given(st.dictionaries(KEYS, VALUES | st.dictionaries(KEYS, VALUES)))
def test_objects_are_written_by_the_rule(value: dict[str, object]) -> None:
    """Flat or nested, the same."""
    assert canonical(value).decode() == spelled(value)
    assert load(canonical(value)) == value


@pytest.mark.parametrize("value", [{"a": 0.1}, {"a": {"b": 0.1}}, 0.1, {"a": object()}])
def test_a_float_has_no_canonical_form(value: object) -> None:
    """0.1 is no decimal: it is refused, wherever it stands."""
    with pytest.raises(TypeError):
        canonical(value)


def test_numbers_are_plain_decimals() -> None:
    """0.10 and 0.1 are one number; keys that are no text become text."""
    assert canonical({"a": Decimal("0.10"), "b": Decimal("1E+2")}) == b'{"a":0.1,"b":100}'
    assert canonical({2: "x", 10: True}) == b'{"2":"x","10":true}'
