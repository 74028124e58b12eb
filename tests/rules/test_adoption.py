"""Adoption of international standards (五(六)3-1, -2, -3; 一-3; requirements (f)19; method §6)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.core.report.adoption import (
    CONSISTENCY_TARGET,
    CONVERSION_TARGET,
    Degree,
    Domestic,
    International,
    Target,
    at_least,
    consistency,
    conversion,
    in_force,
    more_than,
    share,
)

DAY = date(2018, 12, 15)
NATIONAL = frozenset({"national"})
IDT, MOD, NEQ = Degree.IDENTICAL, Degree.MODIFIED, Degree.NOT_EQUIVALENT
counts = st.integers(min_value=0, max_value=1_000)


def iso(number: int, year: int = 2010, **more: Any) -> International:
    standard = f"ISO {number}"
    return International(
        edition=f"{standard}:{year}", standard=standard, published=date(year, 1, 1), **more
    )


def gb(number: int, adopts: dict[str, Degree], **more: Any) -> Domestic:
    fields: dict[str, Any] = {"level": "national", "published": date(2012, 1, 1), **more}
    return Domestic(edition=f"GB/T {number}-2012", adopts=adopts, **fields)


def converted(international: list[International], domestic: list[Domestic]) -> tuple[str, ...]:
    return conversion(international, domestic, day=DAY, levels=NATIONAL).converted


# part, whole, more than 90 %?
CONVERSIONS = [
    (180, 200, Target.UNMET),  # 90.0 % is not more than 90 %: scenario step 40
    (181, 200, Target.MET),  # 90.5 %
    (0, 0, Target.NO_DATA),
    (9_000_001, 10_000_000, Target.MET),  # never rounded before comparing
]
# part, whole, 95 % or more?
CONSISTENCIES = [
    (95, 100, Target.MET),
    (949, 1000, Target.UNMET),
    (950, 1000, Target.MET),
    (0, 0, Target.NO_DATA),
]


@pytest.mark.clause("五(六)3-1")
@pytest.mark.parametrize(("part", "whole", "target"), CONVERSIONS)
def test_超过百分之九十不含本数(part: int, whole: int, target: Target) -> None:
    """超过 is strictly more; of nothing there is no data."""
    assert more_than(part, whole, CONVERSION_TARGET) is target


@pytest.mark.clause("五(六)3-2")
@pytest.mark.parametrize(("part", "whole", "target"), CONSISTENCIES)
def test_百分之九十五以上含本数(part: int, whole: int, target: Target) -> None:
    """以上 includes the number itself."""
    assert at_least(part, whole, CONSISTENCY_TARGET) is target


@pytest.mark.clause("一-3")
def test_十条采用八条为百分之八十() -> None:
    """一-3: ten international standards, eight adopted: 80.0 %."""
    all_ten = [iso(number) for number in range(10)]
    adopting = [gb(number, {f"ISO {number}:2010": IDT}) for number in range(8)]
    found = conversion(all_ten, adopting, day=DAY, levels=NATIONAL)
    assert share(len(found.converted), len(found.applicable)) == Fraction(8, 10)
    assert found.open == ("ISO 8", "ISO 9")


def test_国际标准只计一次() -> None:
    """It is international standards that are counted: two domestic ones adopting one count once."""
    assert converted([iso(1)], [gb(1, {"ISO 1:2010": IDT}), gb(2, {"ISO 1:2010": MOD})]) == (
        "ISO 1",
    )


def test_非等效不算采用() -> None:
    """Only IDT and MOD adopt; what has only NEQ is shown beside."""
    found = conversion([iso(1)], [gb(1, {"ISO 1:2010": NEQ})], day=DAY, levels=NATIONAL)
    assert (found.converted, found.neq_only) == ((), ("ISO 1",))


def test_采用旧版也算转化_另计现行版() -> None:
    """An adopted older edition counts as converted; the current edition is told apart."""
    editions = [iso(1, 2000, withdrawn=date(2010, 1, 1)), iso(1, 2010), iso(2, 2010)]
    adopting = [gb(1, {"ISO 1:2000": IDT}), gb(2, {"ISO 2:2010": MOD})]
    found = conversion(editions, adopting, day=DAY, levels=NATIONAL)
    assert found.applicable == found.converted == ("ISO 1", "ISO 2")
    assert found.converted_current == ("ISO 2",)


@pytest.mark.parametrize(
    ("one", "counted"),
    [
        (iso(1), True),
        (iso(1, 2019), False),  # not published yet
        (iso(1, withdrawn=date(2018, 12, 15)), False),  # withdrawn on the very day
        (iso(1, withdrawn=date(2018, 12, 16)), True),
        (iso(1, applicable=False), False),
        (International(edition="ISO 1:2010", standard="ISO 1"), True),  # held, day unknown
    ],
)
def test_分母是数据日有效且适用的国际标准(one: International, counted: bool) -> None:
    """Published, not withdrawn, applicable."""
    assert bool(conversion([one], [], day=DAY, levels=NATIONAL).applicable) is counted


@pytest.mark.parametrize(
    "other",
    [
        gb(1, {"ISO 1:2010": IDT}, level="group"),  # not of the levels recorded
        gb(1, {"ISO 1:2010": IDT}, published=date(2019, 1, 1)),  # not published yet
        gb(1, {"ISO 1:2010": IDT}, withdrawn=date(2017, 1, 1)),
        gb(1, {"ISO 9:2010": IDT}),  # of another field
    ],
)
def test_未发布_已废止_层级不在口径内的国内标准不算(other: Domestic) -> None:
    """Only valid domestic standards of the recorded levels convert."""
    assert converted([iso(1)], [other]) == ()


@pytest.mark.clause("五(六)3-2")
def test_一致性只看有对应国际标准的国内标准() -> None:
    """Without a counterpart a standard is not compared; NEQ is a counterpart not followed."""
    found = consistency(
        [
            gb(1, {"ISO 1:2010": NEQ, "ISO 2:2010": MOD}),
            gb(2, {"ISO 1:2010": NEQ}),
            gb(3, {}),
            gb(4, {"ISO 1:2010": IDT}, withdrawn=date(2015, 1, 1)),
        ],
        day=DAY,
    )
    assert found.compared == ("GB/T 1-2012", "GB/T 2-2012")
    assert found.consistent == ("GB/T 1-2012",)


@given(counts, counts)
def test_份额不因四舍五入达标(part: int, whole: int) -> None:
    """Both targets agree with whole-number arithmetic."""
    if whole:
        assert (more_than(part, whole, CONVERSION_TARGET) is Target.MET) is (
            100 * part > 90 * whole
        )
        assert (at_least(part, whole, CONSISTENCY_TARGET) is Target.MET) is (
            100 * part >= 95 * whole
        )


@given(st.lists(st.tuples(st.integers(1, 6), st.sampled_from(Degree)), max_size=12))
def test_转化的总在分母之内(adopted: list[tuple[int, Degree]]) -> None:
    """Nothing is converted that does not count; more adoptions never convert less."""
    field = [iso(number) for number in range(1, 5)]
    domestic = [gb(place, {f"ISO {n}:2010": d}) for place, (n, d) in enumerate(adopted)]
    found = conversion(field, domestic, day=DAY, levels=NATIONAL)
    assert set(found.converted_current) <= set(found.converted) <= set(found.applicable)
    assert not set(found.neq_only) & set(found.converted)
    fewer = conversion(field, domestic[:-1], day=DAY, levels=NATIONAL)
    assert set(fewer.converted) <= set(found.converted)


def test_有效期() -> None:
    """From the day of publication until the day before withdrawal."""
    assert in_force(DAY, None, DAY)
    assert not in_force(None, DAY, DAY)
