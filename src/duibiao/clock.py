"""The one clock of the site. Deadlines are days in Asia/Shanghai; tests and rehearsals turn it.

Nothing else in the package asks the machine for the time (tests/architecture/test_clock.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")

# Turned for one request or one block; and for the whole process (a rehearsal, a browser test).
_here: ContextVar[datetime | None] = ContextVar("clock_here", default=None)
_shift = {"by": timedelta(0)}


def now() -> datetime:
    """The present moment, with its zone."""
    return _here.get() or datetime.now(ZONE) + _shift["by"]


def today() -> date:
    """The present day in Asia/Shanghai."""
    return now().astimezone(ZONE).date()


def at(
    year: int, month: int, day: int, hour: int = 9, minute: int = 0, second: int = 0
) -> datetime:
    """A moment in Asia/Shanghai."""
    return datetime(year, month, day, hour, minute, second, tzinfo=ZONE)


@contextmanager
def turned_to(moment: datetime) -> Iterator[None]:
    """Let it be `moment` inside the block: the clock stands still there."""
    token = _here.set(moment)
    try:
        yield
    finally:
        _here.reset(token)


def shift(by: timedelta) -> None:
    """Let the clock of the whole process run ahead (or behind): rehearsals live in their year."""
    _shift["by"] = by


def shifted() -> timedelta:
    """How far the process's clock is from the machine's."""
    return _shift["by"]


def machine_now() -> datetime:
    """The machine's own time, never turned: for what must agree with browsers and phones, that is
    sessions, lockouts and one-time codes of a second factor. Everything else asks `now()`."""
    return datetime.now(ZONE)
