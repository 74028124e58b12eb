"""Deadlines are days in Asia/Shanghai, inclusive; lateness is marked and stays
(requirements (f)1, (f)2, 横-5)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.core.report.deadlines import Deadline

LAST = date(2018, 4, 5)
LEADS = Deadline(LAST)
days = st.dates(date(2018, 1, 1), date(2018, 12, 31))


@pytest.mark.clause("横-5")
@pytest.mark.parametrize(
    ("day", "late", "left"),
    [
        (date(2018, 4, 4), 0, 1),
        (date(2018, 4, 5), 0, 0),  # the day itself is in time
        (date(2018, 4, 6), 1, -1),
        (date(2018, 5, 5), 30, -30),
    ],
)
def test_当日在内_次日起逾期一天(day: date, late: int, left: int) -> None:
    """“4月5日前” includes 4月5日; the day after is one day late."""
    assert (LEADS.days_late(day), LEADS.days_left(day)) == (late, left)


def test_参数可改为当日不含() -> None:
    """A campaign may read “before” without the day: then the day itself is one day late."""
    before = Deadline(LAST, inclusive=False)
    assert (before.days_late(LAST), before.days_left(LAST)) == (1, -1)
    assert (before.days_late(date(2018, 4, 4)), before.is_open(date(2018, 4, 4))) == (0, True)


@pytest.mark.clause("横-5")
def test_开放补报窗口不消除逾期() -> None:
    """A window lets it be handed in again; it is late all the same."""
    reopened = Deadline(LAST, reopened_until=date(2018, 4, 10))
    assert reopened.is_open(date(2018, 4, 10))
    assert not reopened.is_open(date(2018, 4, 11))
    assert reopened.days_late(date(2018, 4, 10)) == 5
    assert not LEADS.is_open(date(2018, 4, 6))


@pytest.mark.parametrize("before", range(-3, 10))
def test_提醒在前七三一零天_此后每天(before: int) -> None:
    """Reminders 7, 3, 1 and 0 days before, then every day."""
    due = LEADS.reminds_on(LAST - timedelta(days=before))
    assert due is (before in {7, 3, 1, 0} or before < 0)


@given(day=days)
def test_逾期与剩余不会同时为正(day: date) -> None:
    """One is either in time with days left, or late."""
    assert LEADS.days_late(day) == 0 or LEADS.days_left(day) < 0
    assert LEADS.is_open(day) is (LEADS.days_late(day) == 0)
