"""Codes checked by columns are found valid or flawed exactly as one by one."""

from __future__ import annotations

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from duibiao.columnar.uscc import check_digit, flaw
from duibiao.core.identify import uscc

PLAIN = st.text(st.sampled_from(uscc.ALPHABET), min_size=9, max_size=9)
WHOLE = st.builds(
    lambda head, region, tail: _closed(head + region + tail),
    st.sampled_from(sorted(uscc.CATEGORIES)),
    st.sampled_from(["120101", "110000", "990101", "12010A", "650100"]),
    PLAIN,
)


def _closed(first: str) -> str:
    return first + uscc.check_digit(first)


def _expected(code: str) -> str | None:
    finding = uscc.check(code)
    return None if finding.valid else str(finding.reason)


CODES = st.lists(
    st.one_of(
        WHOLE,
        WHOLE.map(lambda code: code[:-1] + "0"),
        WHOLE.map(lambda code: "0" + code[1:]),
        st.text(st.sampled_from(uscc.ALPHABET + "IOSVZ -a"), max_size=20),
    ),
    min_size=1,
)


@given(CODES)
def test_every_code_is_found_as_one_by_one(codes: list[str]) -> None:
    """Valid, or the same first flaw."""
    frame = pl.DataFrame({"code": codes})
    found = frame.select(flaw(pl.col("code")).alias("flaw"))["flaw"].to_list()
    assert found == [_expected(code) for code in codes]


@given(st.lists(WHOLE, min_size=1))
def test_the_check_digit_is_the_same(codes: list[str]) -> None:
    """What is suggested instead of a wrong last character."""
    frame = pl.DataFrame({"code": codes})
    found = frame.select(check_digit(pl.col("code")).alias("digit"))["digit"].to_list()
    assert found == [code[-1] for code in codes]
