"""A basis may refine, add and tighten its scheme; what is looser, not comparable or not in it makes
it a local one (五(三)2-2, 隐1, (f) 15). Elements, weights, leading values: 五(三)3-2, 3-3."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.core.compare.basis import (
    OWN,
    Change,
    DimensionDiffers,
    Element,
    ElementMissing,
    LeadingWorse,
    effective,
    leading_problems,
    marks,
    missing_elements,
    weight_problems,
    wrong_units,
)
from duibiao.core.compare.local_basis import LocalIndicator, LocalStandard, local_document
from duibiao.core.compare.scheme_document import read_scheme

pytestmark = pytest.mark.clause("五(三)2-2")
ISO = LocalStandard(number="ISO 9227:2017", title="盐雾试验", kind="international")


def document(**changes: Any) -> dict[str, Any]:
    """Tensile strength ≥ 22 MPa (leading ≥ 30), lead ≤ 10 mg/kg, grade B of A > B > C."""
    indicators = (
        LocalIndicator(
            name="强度",
            text="≥22",
            unit="MPa",
            weight=Decimal("0.5"),
            reason="承载",
            leading="≥30",
            core=True,
        ),
        LocalIndicator(
            name="铅",
            text="≤10",
            unit="mg/kg",
            direction="smaller",
            weight=Decimal("0.3"),
            reason="安全",
        ),
        LocalIndicator(
            name="等级",
            text="B级",
            direction="ordinal",
            weight=Decimal("0.2"),
            reason="分级",
            scale=("A", "B", "C"),
        ),
    )
    made = local_document(
        code="x",
        title="示例",
        product="示例产品",
        industry="C36",
        standards=(ISO,),
        indicators=indicators,
    )
    return {**made, **changes}


def change(name: str, **adjustment: Any) -> Change:
    """What one adjustment of one indicator is."""
    ids = {one["name"]: one["id"] for one in document()["indicators"]}
    (mark,) = marks(document(), {ids[name]: adjustment})
    return mark.change


@pytest.mark.parametrize(
    ("name", "text", "unit", "expected"),
    [
        ("强度", "≥25", "", Change.TIGHTENED),
        ("强度", "≥22", "", Change.EQUAL),
        ("强度", "≥22", "N/mm²", Change.EQUAL),  # 1 N/mm² = 1 MPa
        ("强度", "≥0.025", "GPa", Change.TIGHTENED),
        ("强度", "≥20", "", Change.LOOSENED),
        ("强度", "无要求", "", Change.LOOSENED),
        ("铅", "≤8", "", Change.TIGHTENED),
        ("铅", "≤0.01", "g/kg", Change.EQUAL),
        ("铅", "≤12", "", Change.LOOSENED),
        ("铅", "5～12", "", Change.INCOMPARABLE),
        ("铅", "良好", "", Change.INCOMPARABLE),
        ("等级", "A级", "", Change.TIGHTENED),
        ("等级", "B级", "", Change.EQUAL),
        ("等级", "C级", "", Change.LOOSENED),
    ],
)
@pytest.mark.clause("五(三)-隐2")
def test_the_engine_says_what_an_adjustment_is(
    name: str, text: str, unit: str, expected: Change
) -> None:
    """Stricter or equal is free; looser or incomparable is local; units are converted."""
    found = change(name, text=text, unit=unit)
    assert found is expected
    assert found.is_local is (expected not in {Change.TIGHTENED, Change.EQUAL})


@pytest.mark.clause("五(三)-隐1")
def test_dropping_and_adding_are_local() -> None:
    """An indicator left out, and one the scheme does not have."""
    first = document()["indicators"][0]["id"]
    new = {**document()["indicators"][1], "id": "x-new", "name": "镉"}
    found = marks(document(), {first: {"dropped": True}, "x-new": {"new": new}})
    assert [(one.name, one.change) for one in found] == [
        ("强度", Change.DROPPED),
        ("镉", Change.OFF_LIST),
    ]
    assert all(one.change.is_local for one in found)
    made = effective(document(), {first: {"dropped": True}, "x-new": {"new": new}})
    assert [one["name"] for one in made["indicators"]] == ["铅", "等级", "镉"]


def test_a_looser_leading_value_is_local() -> None:
    """The leading value may rise, not fall."""
    ids = [one["id"] for one in document()["indicators"]]
    assert marks(document(), {ids[0]: {"leading": "≥32"}}) == ()
    (mark,) = marks(document(), {ids[0]: {"leading": "≥28"}})
    assert (mark.change, mark.scheme, mark.own) == (Change.LEADING_LOOSENED, "≥30", "≥28")


def test_without_adjustments_the_basis_is_the_scheme() -> None:
    """Byte for byte; with one, the scheme's words stay beside the demand that replaces them."""
    assert effective(document(), {}) is not None
    assert effective(document(), {}) == document()
    name = document()["indicators"][1]["id"]
    made = effective(document(), {name: {"text": "≤8", "weight": Decimal("0.3")}})
    entry = made["indicators"][1]
    assert entry["benchmark_requirements"] == [
        {"standard": OWN, "clause": "", "text": "≤8", "unit": "mg/kg"}
    ]
    assert entry["scheme_requirements"] == document()["indicators"][1]["benchmark_requirements"]
    assert read_scheme(made).digest != read_scheme(document()).digest


@pytest.mark.clause("五(三)-隐2")
def test_another_quantity_is_an_error() -> None:
    """kg where m is measured is refused, not compared; N/mm² for MPa is the same quantity."""
    strength = document()["indicators"][0]["id"]
    assert wrong_units(document(), {strength: {"text": "≥22", "unit": "N/mm²"}}) == []
    (fact,) = wrong_units(document(), {strength: {"text": "≥22", "unit": "kg"}})
    assert isinstance(fact, DimensionDiffers)
    assert (fact.indicator, fact.unit, fact.expected) == ("强度", "kg", "MPa")


@pytest.mark.clause("五(三)3-3")
@pytest.mark.parametrize(
    ("weights", "fine"),
    [
        (("0.5", "0.3", "0.2"), True),
        (("0.6", "0.3", "0.2"), False),  # 1.1
        (("0.5", "0.3", "0.1999"), False),
        (("0.333", "0.333", "0.334"), True),
        (("1.2", "-0.2", "0"), False),
    ],
)
def test_weights_are_exactly_one_hundred_per_cent(weights: tuple[str, ...], fine: bool) -> None:
    """Not nearly; and none below zero."""
    entries = document()["indicators"]
    adjusted = {
        one["id"]: {"weight": Decimal(weight)} for one, weight in zip(entries, weights, strict=True)
    }
    assert (weight_problems(effective(document(), adjusted)) == []) is fine


def test_a_leading_value_is_not_worse_than_what_attains() -> None:
    """≥ 30 beside ≥ 22 is fine; ≥ 20 is refused, naming the indicator and both values."""
    assert leading_problems(read_scheme(document())) == []
    name = document()["indicators"][0]["id"]
    worse = read_scheme(effective(document(), {name: {"leading": "≥20"}}))
    (fact,) = leading_problems(worse)
    assert isinstance(fact, LeadingWorse)
    assert (fact.indicator, fact.leading, fact.required) == ("强度", "≥20", "≥22")
    rival = read_scheme(effective(document(), {name: {"text": "≥35"}}))
    assert [type(one) for one in leading_problems(rival)] == [LeadingWorse]


def test_each_missing_element_is_named_with_its_place() -> None:
    """①–⑤; ⑥ is its own rule."""
    whole = missing_elements(document(), product_name="示例产品", class_code="C36")
    assert whole == []
    bare = document(benchmark_standards=[])
    bare["indicators"][1]["selection_reason"] = ""
    found = missing_elements(bare, product_name="", class_code="")
    told = [(one.element, one.place) for one in found if isinstance(one, ElementMissing)]
    assert told == [
        (Element.PRODUCT, "product_name"),
        (Element.PRODUCT, "class_code"),
        (Element.STANDARDS, "benchmark_standards"),
        (Element.REASONS, "铅"),
    ]


@given(st.integers(1, 1000), st.integers(1, 1000))
def test_a_limit_is_tightened_exactly_when_it_is_smaller(scheme: int, own: int) -> None:
    """For a limit from above: tightened, equal and loosened are <, = and >."""
    made = document()
    made["indicators"][1]["benchmark_requirements"][0]["text"] = f"≤{scheme}"
    (mark,) = marks(made, {made["indicators"][1]["id"]: {"text": f"≤{own}"}})
    expected = (
        Change.TIGHTENED if own < scheme else Change.EQUAL if own == scheme else Change.LOOSENED
    )
    assert mark.change is expected
