"""The summary of a filing (五(二)2(3)-1) and what is recommended first (五(二)3(1)-2…4, -12)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.core.report.priority import PriorityGround, priority, rank
from duibiao.core.report.summary import LEVELS, Declared, by_class, by_district, class_of, total


def declared(
    uscc: str, industry: str = "C3670", format: str = "", size: str = "小型", district: str = "1"
) -> Declared:
    """One enterprise."""
    return Declared(uscc, district, industry, format, size, 1, 2, 4, 3, 1)


@pytest.mark.clause("五(二)2(3)-1")
@pytest.mark.parametrize(
    ("level", "code"),
    [("section", "C"), ("division", "C36"), ("group", "C367"), ("class", "C3670")],
)
def test_按国民经济行业四级归类(level: str, code: str) -> None:
    """Section, division, group, class; a format stands under its own code at each level; who is
    coded less finely stays there."""
    assert class_of(declared("a"), level) == code
    assert class_of(declared("a", "", "Y01"), level) == "Y01"
    assert class_of(declared("a", "C36"), level) == ("C" if level == "section" else "C36")


rows = st.lists(
    st.builds(
        declared,
        st.uuids().map(str),
        st.sampled_from(["C3670", "C27", "I6513", "G59"]),
        st.sampled_from(["", "", "Y01"]),
        st.sampled_from(["大型", "中型", "小型", "微型", ""]),
        st.sampled_from(["120116", "120101"]),
    ),
    max_size=12,
)


@given(given_rows=rows)
def test_各级各区之和等于合计(given_rows: list[Declared]) -> None:
    """Whatever the cut, rows add up to the total, member by member."""
    whole = total(given_rows)
    cuts = [by_class(given_rows, level) for level in LEVELS] + [by_district(given_rows)]
    for cut in cuts:
        members = sorted(code for counts in cut.values() for code in counts.members)
        assert members == sorted(whole.members)
        for column in ("sme", "products", "standards", "indicators", "in_scope", "self_declared"):
            assert sum(getattr(c, column) for c in cut.values()) == getattr(whole, column)
    assert whole.enterprises == len(given_rows)


@pytest.mark.clause("五(二)3(1)-4")
@given(grounds=st.sets(st.sampled_from(list(PriorityGround))))
def test_强的理由胜过所有弱的(grounds: set[PriorityGround]) -> None:
    """A champion comes before all that have only weaker grounds; said twice counts once."""
    weaker = [ground for ground in PriorityGround if ground is not PriorityGround.CHAMPION]
    assert priority([PriorityGround.CHAMPION]) > priority(weaker)
    assert priority([*grounds, *grounds]) == priority(grounds)


@pytest.mark.clause("五(二)3(1)-12")
def test_排名先看范围再看名次() -> None:
    """The hundredth of the world comes before the first of the nation; far places still count."""
    assert rank("world", 100) < rank("nation", 1) < rank("nation", 2) < rank("district", 1)
    assert rank("city", 10**9) < rank("district", 1)
