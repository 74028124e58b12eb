"""Deadlines are days, inclusive to 23:59:59 in Asia/Shanghai (requirements (f)1, (f)2, 横-5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

REMINDERS = (7, 3, 1, 0)  # days before; after the deadline every day


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day; and, when somebody opened a window afterwards, the last day of that.

    inclusive: “4月5日前” includes 4月5日 unless the campaign's parameter says otherwise.
    """

    last_day: date
    reopened_until: date | None = None
    inclusive: bool = True

    def days_late(self, day: date) -> int:
        """0 in time; else how many days after the last day. A window does not undo lateness."""
        late = (day - self.last_day).days + (0 if self.inclusive else 1)
        return max(0, late)

    def days_left(self, day: date) -> int:
        """Days until the last day; 0 on it, negative after it."""
        return (self.last_day - day).days - (0 if self.inclusive else 1)

    def is_open(self, day: date) -> bool:
        """May it still be handed in: in time, or within a reopened window?"""
        if not self.days_late(day):
            return True
        return self.reopened_until is not None and day <= self.reopened_until

    def reminds_on(self, day: date, before: tuple[int, ...] = REMINDERS) -> bool:
        """Is a reminder due on this day: 7, 3, 1, 0 days before, then daily."""
        left = self.days_left(day)
        return left in before or left < 0
