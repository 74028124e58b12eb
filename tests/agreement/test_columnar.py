"""The columnar twin says what core says, row by row: relation, rule, gap, flags."""

from __future__ import annotations

import json
from decimal import Decimal
from importlib.resources import files

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from duibiao.columnar.normalise import Pair
from duibiao.core.compare.options import Options
from duibiao.core.compare.scheme import Scheme
from duibiao.core.compare.scheme_document import read_scheme
from duibiao.core.compare.statement import read_statement
from duibiao.core.measure.requirement import (
    FreeText,
    Grade,
    Limits,
    NotDetected,
    Requirement,
    Silent,
    Terms,
)
from duibiao.core.measure.unit_facts import NotANumber
from tests.agreement.columnar_law import Answer, by_columns, by_law

# A failure names its one pair; making the list around it smaller takes minutes and tells no more.
WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
COMPARED = 1e-9  # relative: the twin computes in floats, the law in fractions
OFFSET_NOISE = 1e-9  # absolute, of ratios
FLOAT_STEP = 1e-14  # a gap of 1e12 has a width of 1e-12 of its ends, known to that much less
UNITS = (
    "mg/kg", "g/kg", "%", "μg/kg", "mg/L", "μg/L", "mm", "in", "kg", "s", "℃", "K", "dB(A)",
    "MPa", "N/mm²", "L/100km", "mpg", "CFU/g", "CFU/25g", "级", "纳什", None,
)  # fmt: skip
DOMAINS = (None, (Decimal(0), None), (Decimal(0), Decimal(4)))
UNREAD = read_statement({"kind": "unknown"})
VALUES = ("-2", "0", "0.1", "1", "1.50", "2", "4", "25.4", "40", "1000")
values = st.sampled_from([Decimal(n) for n in VALUES])
near = st.sampled_from([Decimal(n) for n in ("0", "1E-13", "-1E-13", "1E-7")])


@st.composite
def limits(draw: st.DrawFn) -> Limits:
    """One-sided, two-sided, a point, everything or nothing; ends also a float's noise apart."""
    noise = 1 + draw(near)  # one for both ends: a set as narrow as noise has no width in floats
    low, high = (draw(values) * noise for _ in range(2))
    sides = draw(st.sampled_from(("low", "high", "both", "both", "neither")))
    ordered = draw(st.integers(0, 9)) > 0
    if ordered and low > high:
        low, high = high, low
    return Limits(
        lo=low if sides in ("low", "both") else None,
        hi=high if sides in ("high", "both") else None,
        lo_closed=draw(st.booleans()),
        hi_closed=draw(st.booleans()),
    )


terms = st.one_of(
    st.just(Terms()),
    st.builds(
        Terms,
        basis=st.sampled_from((None, "以N计", "以NO₃⁻计")),
        condition=st.sampled_from((None, "20 ℃")),
        method=st.sampled_from((None, "GB/T 2912.1-2009", "GB/T 2912.1", "ISO 14184-1")),
        statistic=st.sampled_from((None, "mean", "max")),
    ),
)
numeric_grades = limits().map(lambda found: Grade(limits=found))
not_detected = st.builds(
    NotDetected, detection_limit=st.sampled_from([None, Decimal(0), Decimal("0.1"), Decimal(2)])
)
contents = st.one_of(
    limits(), limits(), limits(), limits(), not_detected, numeric_grades,
    st.sampled_from([Silent(), UNREAD.content, FreeText()]),
)  # fmt: skip


@st.composite
def pairs(draw: st.DrawFn) -> Pair:
    """Two requirements, mostly about one quantity, so that all rows of the table are met."""
    unit = draw(st.sampled_from(UNITS))
    other = draw(st.one_of(st.just(unit), st.sampled_from(UNITS)))
    a, b = (
        Requirement(text="t", content=draw(contents), unit=u, terms=draw(terms))
        for u in (unit, other)
    )
    return Pair(a, b, draw(st.sampled_from(DOMAINS)))


def possible(pair: Pair) -> bool:
    """The law answers at all: a reciprocal unit has no value for zero, and none below it."""
    if any(side.unit == "mpg" and _not_positive(side) for side in (pair.a, pair.b)):
        return False
    if any(_narrower_than_noise(side) for side in (pair.a, pair.b)):
        return False
    try:
        by_law(pair, Options())
    except NotANumber:
        return False
    return True


def _narrower_than_noise(side: Requirement) -> bool:
    """A set whose ends are one number up to noise: which of them counts is arithmetic's choice."""
    content = side.content
    if not isinstance(content, Limits) or content.lo is None or content.hi is None:
        return False
    width = abs(content.hi - content.lo)
    return 0 < width <= Decimal("1e-8") * max(abs(content.lo), abs(content.hi))


def _not_positive(side: Requirement) -> bool:
    limits = side.content
    ends = (limits.lo, limits.hi) if isinstance(limits, Limits) else ()
    return any(end is not None and end <= 0 for end in ends)


def check(pairs: list[Pair], options: Options) -> list[Answer | None]:
    """Compare row by row; pairs that the twin leaves to core are None."""
    answers = by_columns(pairs, options)
    assert len(answers) == len(pairs)
    for pair, found in zip(pairs, answers, strict=True):
        if found is not None:
            same(found, by_law(pair, options), pair)
    return answers


def same(found: Answer, law: Answer, pair: Pair) -> None:
    assert (found.relation, found.rule) == (law.relation, law.rule), pair
    assert (found.boundary_only, found.disjoint) == (law.boundary_only, law.disjoint), pair
    if law.gap_ratio is None or found.gap_ratio is None:
        assert found.gap_ratio is law.gap_ratio, pair
    else:
        known = max(COMPARED, FLOAT_STEP * abs(law.gap_ratio))
        assert found.gap_ratio == pytest.approx(law.gap_ratio, rel=known, abs=OFFSET_NOISE), pair


@settings(max_examples=60, deadline=None, phases=WITHOUT_SHRINKING)
@given(st.lists(pairs(), min_size=20, max_size=40))
def test_generated_requirements_get_the_same_answer(drawn: list[Pair]) -> None:
    """生成的要求：列式判定与逐条判定的关系、规则、差距、标记完全一致。"""
    check([pair for pair in drawn if possible(pair)], Options())


@settings(max_examples=20, deadline=None, phases=WITHOUT_SHRINKING)
@given(st.lists(pairs(), min_size=20, max_size=40))
def test_the_rounded_value_method_gets_the_same_answer(drawn: list[Pair]) -> None:
    """修约值比较法（GB/T 8170 4.3）下同样一致。"""
    check([p for p in drawn if possible(p)], Options(limit_comparison="rounded"))


def scheme_names() -> list[str]:
    folder = files("duibiao.demo") / "schemes"
    return sorted(f.name for f in folder.iterdir() if f.name.endswith(".json"))


def scheme(name: str) -> Scheme:
    text = (files("duibiao.demo") / "schemes" / name).read_text("utf-8")
    return read_scheme(json.loads(text, parse_float=Decimal))


def real_pairs(found: Scheme) -> list[Pair]:
    """Every baseline requirement as a declaration against every benchmark clause."""
    declared = [c.requirement for i in found.indicators for c in i.baseline]
    clauses = [c.requirement for i in found.indicators for c in i.benchmarks]
    return [Pair(a, b, domain) for a in declared for b in clauses for domain in DOMAINS[:2]]


@pytest.mark.parametrize("name", scheme_names())
def test_every_baseline_against_every_benchmark_clause(name: str) -> None:
    """真实方案：每条基线要求当作申报，与每条标杆条款比对，结果逐行一致。"""
    answers = check(real_pairs(scheme(name)), Options())
    assert any(found is not None for found in answers)
