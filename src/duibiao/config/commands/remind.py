"""Send today's reminders, and escalate what is overdue. Run it every day, as often as you like."""

from __future__ import annotations

import argparse
from datetime import date, datetime, time


def arguments(parser: argparse.ArgumentParser) -> None:
    """`duibiao remind [--day 2018-04-05]`."""
    parser.add_argument("--day", type=date.fromisoformat, metavar="YYYY-MM-DD")


def run(chosen: argparse.Namespace) -> int:
    """A second run on the same day sends nothing new."""
    from duibiao.config.site import prepare

    prepare()
    from duibiao import clock
    from duibiao.messages.actions import escalate, remind_due
    from duibiao.portal.owing import owed
    from duibiao.ui.wording import text

    day = chosen.day or clock.today()
    with clock.turned_to(datetime.combine(day, time(8), tzinfo=clock.ZONE)):
        reminded, escalated = remind_due(owed()), escalate()
    print(text("remind.done", reminded=reminded, escalated=escalated))
    return 0
