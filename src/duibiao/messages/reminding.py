"""What is reminded of: a deadline, and who still owes it. Higher rooms know who that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from duibiao.core.report.deadlines import REMINDERS, Deadline
from duibiao.organisations.models import Organisation
from duibiao.ui.wording import text


@dataclass(frozen=True, slots=True)
class Owed:
    """One deadline, and the organisations that have not yet done what it asks of them.

    object_type, object_id: the deadline's own row; nobody is reminded of it twice a day.
    """

    sender: Organisation
    title: str
    deadline: Deadline
    object_type: str
    object_id: int
    owing: tuple[Organisation, ...]
    before: tuple[int, ...] = REMINDERS

    def is_due(self, today: date) -> bool:
        """7, 3, 1, 0 days before, then daily, as long as anybody owes."""
        return bool(self.owing) and self.deadline.reminds_on(today, self.before)

    def subject(self, today: date) -> str:
        """How long is left, or how late it is."""
        left = self.deadline.days_left(today)
        key = "before" if left > 0 else "late" if left < 0 else "today"
        return text(
            f"inbox.remind_{key}",
            title=self.title,
            days=abs(left),
            last_day=self.deadline.last_day,
        )

    def by_superior(self) -> dict[Organisation, list[Organisation]]:
        """The offices above those that owe, each with its own."""
        found: dict[Organisation, list[Organisation]] = {}
        for one in self.owing:
            if one.parent is not None:
                found.setdefault(one.parent, []).append(one)
        return found
