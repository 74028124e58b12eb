"""Quotas and the share of small and medium enterprises (五(二)3(1)-5, -7…9; requirements (f)3)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.core.report.quota import as_percent, shortfall, sme_ok, sme_shortfall

FORTY = Fraction(2, 5)
counts = st.integers(min_value=0, max_value=10_000)

# small or medium, all, met?, how many more of the same list it would take
SHARES = [
    (20, 51, False, 1),  # 39.22 %: the scenario's step 14
    (21, 51, True, 0),
    (6, 15, True, 0),  # 40 % exactly
    (5, 15, False, 1),
    (2, 5, True, 0),
    (1, 3, False, 1),
    (1, 2, True, 0),
    (0, 1, False, 1),
    (0, 0, True, 0),  # of nobody, nothing is asked
]


@pytest.mark.clause("五(二)3(1)-5")
@pytest.mark.parametrize(("sme", "total", "met", "short"), SHARES)
def test_四成按整数比较_不先四舍五入(sme: int, total: int, met: bool, short: int) -> None:
    """Forty percent means 5·sme ≥ 2·total; 39.995 % is not forty."""
    assert sme_ok(sme, total, FORTY) is met
    assert sme_shortfall(sme, total, FORTY) == short


@given(sme=counts, total=counts)
def test_补足缺数后恰好达到(sme: int, total: int) -> None:
    """With the missing ones the share is met, with one fewer it is not."""
    short = sme_shortfall(sme, total, FORTY)
    assert sme_ok(sme + short, total, FORTY)
    assert short == 0 or not sme_ok(sme + short - 1, total, FORTY)


@pytest.mark.clause("五(二)3(1)-7", "五(二)3(1)-8")
@pytest.mark.parametrize(
    ("have", "minimum", "short"), [(49, 50, 1), (50, 50, 0), (51, 50, 0), (0, 2, 2), (14, 15, 1)]
)
def test_配额是下限(have: int, minimum: int, short: int) -> None:
    """A quota is a least number; more is never too many."""
    assert shortfall(have, minimum) == short


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (20, 51, "39.22"),
        (83, 200, "41.5"),
        (83, 198, "41.92"),
        (79, 80, "98.75"),
        (1, 800, "0.12"),
        (3, 800, "0.38"),
        (0, 5, "0"),
        (0, 0, "—"),
        (5, 5, "100"),
        (10, 100, "10"),
    ],
)
def test_百分比只用于显示(part: int, whole: int, shown: str) -> None:
    """Two decimals, half to even, no zeros at the end; of nothing a dash."""
    assert as_percent(part, whole) == shown
