"""When two lines of lead sheets are one enterprise (五(二)3(3)-2): the credit code decides; without
one, name and address. Nothing is merged by resemblance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.core.identify.lead_merging import Line, merge, plain

A = "91120116MA05A0014Q"
B = "91120101MA05B001X6"


def line(
    source: int, name: str, uscc: str = "", address: str = "", kind: str = "enterprise"
) -> Line:
    """One line."""
    return Line(source, kind, name, uscc, address)


def groups(*lines: Line) -> list[list[int]]:
    """Which lines go together."""
    return sorted([one.source for one in group] for group in merge(lines))


@pytest.mark.clause("五(二)3(3)-2")
def test_同一信用代码合并() -> None:
    """Whatever they are called."""
    assert groups(line(1, "天津甲公司", A), line(2, "甲", A)) == [[1, 2]]


def test_代码不同就是两家() -> None:
    """Also under one name and address."""
    assert groups(line(1, "甲", A, "路1号"), line(2, "甲", B, "路1号")) == [[1], [2]]


def test_没有代码时看名称和地址() -> None:
    """Written plainly: full width, spaces and brackets do not matter; another address does."""
    one, same = (
        line(1, "甲（天津）公司", "", "和平区 1号"),
        line(2, "甲(天津)公司", "", "和平区１号"),
    )
    assert groups(one, same) == [[1, 2]]
    assert groups(one, line(3, "甲（天津）公司", "", "河西区1号")) == [[1], [3]]


def test_产业和业态按名称() -> None:
    """An industry and a format of one name are two things."""
    trades = line(1, "汽车", kind="industry"), line(2, "汽 车", kind="industry")
    assert groups(*trades, line(3, "汽车", kind="format")) == [[1, 2], [3]]


def test_名称地址的写法() -> None:
    """Width, case, spaces, brackets and points are not part of a name."""
    assert plain("Ａ公司（天津） 1-2.") == plain("a公司(天津)12")


names = st.sampled_from(["甲", "乙", "甲 "])
codes = st.sampled_from(["", A, B])


@given(
    drawn=st.lists(st.tuples(names, codes, names), max_size=8),
    order=st.randoms(use_true_random=False),
)
def test_每条线索恰在一组_与次序无关(drawn: list[tuple[str, str, str]], order: object) -> None:
    """Every line is in exactly one group, whatever the order they come in."""
    lines = [line(n, name, code, place) for n, (name, code, place) in enumerate(drawn)]
    mixed = list(lines)
    order.shuffle(mixed)  # type: ignore[attr-defined]  # a Random
    assert groups(*mixed) == groups(*lines)
    assert sorted(n for group in groups(*lines) for n in group) == list(range(len(lines)))
