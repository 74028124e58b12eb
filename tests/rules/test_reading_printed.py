"""The one formatter: what it prints is read back as the same demand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duibiao.core.measure.grades import EFFICIENCY, EMISSION, FIRE, FLAME, PRODUCT
from duibiao.core.measure.read import read
from duibiao.core.measure.requirement import (
    Content,
    Grade,
    GradeVector,
    Item,
    Limits,
    NotDetected,
    Pieces,
    Reading,
    Required,
    Requirement,
    SamplingPlan,
    Silent,
    Terms,
)
from duibiao.core.measure.write import write

UNITS = ["mg/kg", "%", "℃", "N/mm²", "W/(m·K)", "kcal/100 ml", "dB(A)", "次", "min", "MPa", "h"]
NUMBERS = st.decimals(
    min_value=Decimal("-99999"), max_value=Decimal("99999"), allow_nan=False, places=3
)
NO_TERMS = Terms()
TERMS = st.builds(
    Terms,
    basis=st.sampled_from([None, "以N计", "总铬", "声功率级"]),
    condition=st.sampled_from([None, "20 ℃", "20 ℃，100 h", "深色", "消毒前"]),
    method=st.sampled_from([None, "GB/T 2912.1", "水萃取法"]),
    statistic=st.sampled_from([None, "mean", "max", "min", "each", "median", "p95"]),
    remark=st.sampled_from([None, "E1", "见附录A"]),
)


@st.composite
def limits(draw: st.DrawFn) -> Limits:
    low, high = sorted(draw(st.tuples(NUMBERS, NUMBERS)))
    shape = draw(st.sampled_from(["lower", "upper", "range", "nominal", "point"]))
    closed = st.booleans()
    if shape == "lower":
        return Limits(lo=low, lo_closed=draw(closed))
    if shape == "upper":
        return Limits(hi=high, hi_closed=draw(closed))
    if shape == "point" or low == high:
        return Limits(lo=low, hi=low)
    if shape == "nominal":
        nominal = draw(st.decimals(min_value=low, max_value=high, places=3))
        return Limits(lo=low, hi=high, nominal=nominal)
    return Limits(lo=low, hi=high, lo_closed=draw(closed), hi_closed=draw(closed))


@st.composite
def numeric_grades(draw: st.DrawFn) -> Grade:
    halves = st.integers(2, 16).map(lambda n: Decimal(n) / 2)
    low, high = sorted(draw(st.tuples(halves, halves)))
    shape = draw(st.sampled_from(["lower", "upper", "point", "both"]))
    if shape == "lower":
        return Grade(limits=Limits(lo=low))
    if shape == "upper":
        return Grade(limits=Limits(hi=high), at_least=False)
    return Grade(limits=Limits(lo=low, hi=low if shape == "point" else high))


NAMED = st.sampled_from(
    [
        Grade(label=label, scale=scale, at_least=at_least)
        for scale in (EMISSION, FLAME, FIRE, PRODUCT, EFFICIENCY)
        for label in scale
        for at_least in (True, False)
        if at_least or scale is not EMISSION
    ]
)
VECTORS = st.builds(
    lambda a, b: GradeVector(label=f"IP{a}{b}", grades=(Decimal(a), Decimal(b))),
    st.integers(0, 6),
    st.integers(0, 9),
)
POSITIVE = st.decimals(min_value=Decimal("0.001"), max_value=Decimal(9999), places=3)
PLANS = st.builds(
    SamplingPlan,
    n=st.integers(1, 60),
    c=st.integers(0, 5),
    m=POSITIVE,
    big_m=st.one_of(st.none(), POSITIVE),
)


def same(printed: str, requirement: Requirement, direction: str | None = None) -> None:
    again = read(printed, unit=requirement.unit, direction=direction)
    assert again.content == requirement.content, printed
    assert again.unit == requirement.unit, printed
    assert again.terms == requirement.terms, printed


@pytest.mark.parametrize("language", ["zh", "en"])
@settings(max_examples=200, deadline=None)
@given(limits(), st.one_of(st.none(), st.sampled_from(UNITS)), TERMS)
def test_printed_limits_read_back(
    language: str, demand: Limits, unit: str | None, terms: Terms
) -> None:
    """read(write(r)) = r for limits, ranges and tolerances, with unit and terms."""
    requirement = Requirement(text="", content=demand, unit=unit, terms=terms)
    same(write(requirement, language), requirement)


@pytest.mark.parametrize("language", ["zh", "en"])
@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        numeric_grades().map(lambda g: (g, "级")),
        NAMED.map(lambda g: (g, None)),
        VECTORS.map(lambda g: (g, None)),
        PLANS.map(lambda p: (p, "CFU/g")),
        st.builds(NotDetected, detection_limit=POSITIVE).map(lambda d: (d, "mg/kg")),
        st.just((NotDetected(), "mg/kg")),
        st.just((NotDetected(detection_limit=Decimal(0)), "/25 g")),
        st.just((Silent(), None)),
        st.builds(Required, required=st.booleans()).map(lambda r: (r, None)),
    )
)
def test_printed_grades_and_words_read_back(
    language: str, drawn: tuple[Content, str | None]
) -> None:
    """read(write(r)) = r for grades, IP codes, plans, not detected, silence, yes and no."""
    demand, unit = drawn
    requirement = Requirement(text="", content=demand, unit=unit)
    direction = "boolean" if isinstance(demand, Required) else None
    same(write(requirement, language), requirement, direction)


LABELS = ["优等品", "一等品", "合格品", "粉状", "2级", "A+++", "出厂水", "其他"]


@settings(max_examples=200, deadline=None)
@given(st.lists(limits(), min_size=2, max_size=4), st.sampled_from(UNITS))
def test_printed_cases_read_back(demands: list[Limits], unit: str) -> None:
    """read(write(r)) = r for several cases: the same labels, the same limits."""
    items = tuple(
        Item(label=label, requirement=Requirement(text="", content=demand, unit=unit))
        for label, demand in zip(LABELS, demands, strict=False)
    )
    again = read(write(Requirement(text="", content=Pieces(items=items))), unit=unit)
    assert isinstance(again.content, Pieces)
    plain = tuple(
        replace(i, requirement=replace(i.requirement, text="", flags=frozenset()))
        for i in again.content.items
    )
    assert plain == items


PRINTED = [
    ("≤20mg/kg", None, "≤ 20 mg/kg", "≤ 20 mg/kg"),
    ("4.0-7.5", None, "4.0～7.5", "4.0 to 7.5"),
    ("10±0.20 mm", None, "10 ± 0.20 mm", "10 ± 0.20 mm"),
    ("10 +0.2/-0.1", None, "10 +0.2/-0.1", "10 +0.2/-0.1"),
    ("±20", "%", "±20 %", "±20 %"),
    ("[4.0, 7.5)", None, "≥ 4.0 且 < 7.5", "≥ 4.0 and < 7.5"),
    ("≥3-4", "级", "≥ 3-4 级", "≥ grade 3-4"),
    ("≥IPX4", None, "IPX4", "IPX4"),
    ("n.d.（<16）", "mg/kg", "不得检出（< 16 mg/kg）", "not detected (< 16 mg/kg)"),
    ("10 g中不得检出", None, "10 g中不得检出", "not detected in 10 g"),
    ("≤50（以NO3-计）", "mg/L", "≤ 50 mg/L（以NO3-计）", "≤ 50 mg/L (以NO3-计)"),
    ("平均值≤0.3", "mg/L", "≤ 0.3 mg/L（平均值）", "≤ 0.3 mg/L (mean)"),
    ("一级能效", None, "能效1级", "能效1级"),
    ("A～G", None, "A～G", "A～G"),
    ("—", None, "无要求", "no requirement"),
    ("1×10-3", None, "0.001", "0.001"),
    ("优等品≥6 000；合格品≥350", "次", "优等品：≥ 6000 次；合格品：≥ 350 次", None),
]


@pytest.mark.parametrize(("cell", "column", "chinese", "english"), PRINTED)
def test_a_requirement_has_one_printed_form(
    cell: str, column: str | None, chinese: str, english: str | None
) -> None:
    """Screen, workbook, report and proof print the same form."""
    found = read(cell, unit=column)
    assert write(found) == chinese
    assert english is None or write(found, "en") == english


def test_a_tolerance_keeps_its_form() -> None:
    """±20 % prints as a tolerance where it was one, and as a range where it was a range."""
    assert write(read("±20 %")) == "±20 %"
    assert write(read("-20～20 %")) == "-20～20 %"
    assert Reading.TOLERANCE in read("±20 %").flags
