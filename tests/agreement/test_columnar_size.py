"""Sizes of enterprises by columns are those of the method one by one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.columnar.size import size
from duibiao.core.identify.enterprise_size import classify, groups

LIMITS = sorted({limit for g in groups() for three in g.limits.values() for limit in three})
NEAR = [
    limit + step for limit in LIMITS for step in (Decimal("-0.01"), Decimal(0), Decimal("0.01"))
]
FIGURE = st.none() | st.sampled_from(NEAR) | st.just(Decimal(0))
PERSONS = st.none() | st.sampled_from(
    [int(limit) + step for limit in LIMITS for step in (-1, 0, 1)]
)
CODE = st.sampled_from(
    [
        "3851",
        "C38",
        "A",
        "0111",
        "51",
        "5211",
        "F",
        "I65",
        "6510",
        "7010",
        "6632",
        "P83",
        "E47",
        "591",
    ]
)
ROWS = st.lists(st.tuples(CODE, PERSONS, FIGURE, FIGURE), min_size=1)
SCHEMA: dict[str, Any] = {
    "industry_code": pl.String,
    "employees": pl.Int64,
    "revenue_wan": pl.Decimal(38, 2),
    "assets_wan": pl.Decimal(38, 2),
}


@given(ROWS)
def test_sizes_are_those_of_the_method(
    rows: list[tuple[str, int | None, Decimal | None, Decimal | None]],
) -> None:
    """At, just below and just above every limit, with figures missing."""
    found = size(pl.DataFrame(rows, schema=SCHEMA, orient="row")).to_list()
    expected = [
        classify(
            code,
            employees=None if persons is None else Decimal(persons),
            revenue_wan=revenue,
            assets_wan=assets,
        ).size
        for code, persons, revenue, assets in rows
    ]
    assert found == [None if one is None else one.value for one in expected]


@pytest.mark.parametrize("code", [None, "", "9999", "Z"])
def test_an_industry_that_is_none_has_no_size(code: str | None) -> None:
    """Nothing is guessed."""
    frame = pl.DataFrame([(code, 5, Decimal(1), Decimal(1))], schema=SCHEMA, orient="row")
    assert size(frame).to_list() == [None]
