"""GB/T 8170-2008 数值修约规则与极限数值的表示和判定: the standard's own examples."""

from decimal import Decimal as D
from fractions import Fraction as F
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.config.topics import limit as limit_topic
from duibiao.config.topics import round as round_topic
from duibiao.core.errors import Fact
from duibiao.core.measure.interval import Interval
from duibiao.core.measure.rounding import admitted_by_rounding, printed_step, round_to

# value, step, rounded: clause 3.2 (进舍规则), 3.3 (不允许连续修约), 3.4 (0.5 and 0.2 units)
EXAMPLES = [
    ("12.1498", "1", "12"),
    ("12.1498", "0.1", "12.1"),
    ("1268", "100", "1300"),
    ("1.268", "0.01", "1.27"),
    ("10.502", "1", "11"),
    ("10.502", "0.1", "10.5"),
    ("1.050", "0.1", "1.0"),
    ("0.35", "0.1", "0.4"),
    ("2500", "1000", "2000"),
    ("3500", "1000", "4000"),
    ("0.0325", "0.001", "0.032"),
    ("32500", "1000", "32000"),
    ("-355", "10", "-360"),
    ("-325", "10", "-320"),
    ("-365", "10", "-360"),
    ("-0.0365", "0.001", "-0.036"),
    ("97.46", "1", "97"),
    ("15.4546", "1", "15"),
    ("60.25", "0.5", "60.0"),
    ("60.38", "0.5", "60.5"),
    ("60.28", "0.5", "60.5"),
    ("-60.75", "0.5", "-61.0"),
    ("830", "20", "840"),
    ("842", "20", "840"),
    ("832", "20", "840"),
    ("-930", "20", "-920"),
    ("-0.04", "0.1", "0.0"),
    ("2.5", "5", "0"),
    ("7.5", "5", "10"),
    ("0.125", "0.25", "0.00"),
    ("830", "2E+1", "840"),
]


@pytest.mark.parametrize(("value", "step", "rounded"), EXAMPLES)
def test_values_are_rounded_half_to_even(value: str, step: str, rounded: str) -> None:
    """To the nearest multiple of the step; a half to the even one; the step's decimals shown."""
    assert str(round_to(D(value), D(step))) == rounded
    assert round_topic.answer({"value": value, "step": step}) == {"rounded": rounded}


def test_rounding_in_several_steps_would_give_another_value() -> None:
    """15.4546 → 15; over 15.455, 15.46, 15.5 it would wrongly become 16 (clause 3.3.1)."""
    value = D("15.4546")
    for step in ("0.001", "0.01", "0.1", "1"):
        value = round_to(value, D(step))
    assert value == 16
    assert round_to(D("15.4546"), D(1)) == 15


# Clause 4.3.4, table 2: measured, limits, step → rounded value, full-value, rounded judgement.
JUDGED: list[tuple[str, dict[str, Any], str, str, str, str]] = [
    ("1349", {"low": "1400"}, "100", "1300", "nonconform", "nonconform"),
    ("1351", {"low": "1400"}, "100", "1400", "nonconform", "conform"),
    ("1400", {"low": "1400"}, "100", "1400", "conform", "conform"),
    ("1402", {"low": "1400"}, "100", "1400", "conform", "conform"),
    ("97.01", {"low": "97.0"}, "0.1", "97.0", "conform", "conform"),
    ("97.00", {"low": "97.0"}, "0.1", "97.0", "conform", "conform"),
    ("96.96", {"low": "97.0"}, "0.1", "97.0", "nonconform", "conform"),
    ("96.94", {"low": "97.0"}, "0.1", "96.9", "nonconform", "nonconform"),
    ("0.452", {"high": "0.5"}, "0.1", "0.5", "conform", "conform"),
    ("0.500", {"high": "0.5"}, "0.1", "0.5", "conform", "conform"),
    ("0.549", {"high": "0.5"}, "0.1", "0.5", "nonconform", "conform"),
    ("0.551", {"high": "0.5"}, "0.1", "0.6", "nonconform", "nonconform"),
    ("1.151", {"low": "1.2", "high": "1.6"}, "0.1", "1.2", "nonconform", "conform"),
    ("1.200", {"low": "1.2", "high": "1.6"}, "0.1", "1.2", "conform", "conform"),
    ("1.649", {"low": "1.2", "high": "1.6"}, "0.1", "1.6", "nonconform", "conform"),
    ("1.651", {"low": "1.2", "high": "1.6"}, "0.1", "1.7", "nonconform", "nonconform"),
    ("9.94", {"low": "9.9", "high": "10.1"}, "0.1", "9.9", "conform", "conform"),
    ("9.85", {"low": "9.9", "high": "10.1"}, "0.1", "9.8", "nonconform", "nonconform"),
    ("10.16", {"low": "9.9", "high": "10.1"}, "0.1", "10.2", "nonconform", "nonconform"),
    ("0.5", {"high": "0.5", "high_closed": False}, "0.1", "0.5", "nonconform", "nonconform"),
    ("0.46", {"high": "0.5", "high_closed": False}, "0.1", "0.5", "conform", "nonconform"),
]


@pytest.mark.parametrize(("measured", "limits", "step", "value", "full", "rounded"), JUDGED)
def test_full_value_and_rounded_value_judge_differently(
    measured: str, limits: dict[str, Any], step: str, value: str, full: str, rounded: str
) -> None:
    """全数值比较法 is the default; 修约值比较法 only where the standard says so (4.3)."""
    reply = limit_topic.answer({"measured": measured, "step": step, **limits})
    assert D(str(reply["rounded_value"])) == D(value)
    assert (reply["full_value"], reply["rounded"]) == (full, rounded)


@pytest.mark.parametrize(
    ("limit", "end", "end_is_in"),
    [("0.5", "0.55", False), ("0.50", "0.505", True), ("0.4", "0.45", True), ("75", "75.5", False)],
)
def test_more_decimals_make_a_limit_stricter_under_rounding(
    limit: str, end: str, end_is_in: bool
) -> None:
    """≤ 0.5 admits up to 0.55, ≤ 0.50 up to 0.505: they differ (method.md §1.4 item 3)."""
    admitted = admitted_by_rounding(Interval(hi=F(limit)), printed_step(D(limit)))
    assert (admitted.hi, admitted.hi_closed) == (F(end), end_is_in)


@pytest.mark.parametrize(
    ("limit", "end", "end_is_in"),
    [
        ("97.0", "96.95", True),
        ("97.1", "97.05", False),
        ("75", "74.5", False),
        ("0.0", "-0.05", True),
    ],
)
def test_a_lower_limit_admits_half_a_step_less_under_rounding(
    limit: str, end: str, end_is_in: bool
) -> None:
    """≥ 97.0 admits from 96.95, whose half goes up to the even 97.0; ≥ 97.1 not 97.05 itself."""
    admitted = admitted_by_rounding(Interval(lo=F(limit)), printed_step(D(limit)))
    assert (admitted.lo, admitted.lo_closed) == (F(end), end_is_in)


thousandths = st.integers(-20000, 20000).map(lambda n: F(n, 1000))
steps = st.sampled_from([D("0.1"), D("0.5"), D("0.2"), D(1), D(5)])


@given(thousandths, thousandths, thousandths, steps, st.booleans(), st.booleans())
def test_what_rounding_admits_is_what_rounds_into_the_limits(
    value: F, one: F, other: F, step: D, lo_closed: bool, hi_closed: bool
) -> None:
    """The admitted set and the judgement of a single value agree everywhere."""
    limits = Interval(min(one, other), max(one, other), lo_closed, hi_closed)
    if limits.is_empty:
        return
    admitted = admitted_by_rounding(limits, step)
    for probe in (value, admitted.lo, admitted.hi):
        assert probe is not None
        assert admitted.contains(probe) is limits.contains(F(round_to(probe, step)))


@given(thousandths, steps)
def test_a_rounded_value_is_a_multiple_within_half_a_step(value: F, step: D) -> None:
    """Rounding moves a value by at most half the step, onto a multiple of it."""
    rounded = F(round_to(value, step))
    assert rounded % F(step) == 0
    assert abs(rounded - value) <= F(step) / 2


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ({"value": 1, "step": 0}, "step_not_positive"),
        ({"value": 1, "step": -1}, "step_not_positive"),
        ({"value": 1}, "missing_value"),
        ({"step": 1}, "missing_value"),
        ({"value": "x", "step": 1}, "not_a_number"),
        ({"value": 1, "step": "NaN"}, "not_a_number"),
    ],
)
def test_a_step_must_be_a_number_above_zero(question: dict[str, Any], code: str) -> None:
    """修约间隔 is positive; anything else is refused."""
    with pytest.raises(Fact) as refused:
        round_topic.answer(question)
    assert refused.value.code == code
