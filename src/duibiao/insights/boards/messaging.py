"""Board 15: messages sent and received."""

from __future__ import annotations

from duibiao.access import Permission
from duibiao.insights.boards.board import Board
from duibiao.insights.boards.derived import share
from duibiao.insights.subjects.messages import RECEIVED, SENT
from duibiao.insights.subjects.subject import Subject
from duibiao.insights.tables import Count, CountTable, Derived


def _columns(subject: Subject) -> tuple[Count | Derived, ...]:
    every, receipted = Count(subject, "all"), Count(subject, "receipted")
    answered = Count(subject, "answered")
    return (
        every,
        Count(subject, "read"),
        receipted,
        share("receipt_rate", receipted, every),
        answered,
        share("answer_rate", answered, every),
        Count(subject, "waiting"),
        Count(subject, "overdue"),
        Count(subject, "escalated"),
    )


MESSAGES = Board(
    name="messages",
    permission=Permission.MESSAGE_SEND,
    number=Count(SENT, "all"),
    filters=("kind", "district", "field"),
    tables=(
        CountTable("kinds", "kind", _columns(SENT)),
        CountTable("received", "kind", _columns(RECEIVED)),
        CountTable("senders", "sender_kind", _columns(SENT)),
        CountTable("recipients", "recipient_kind", _columns(SENT)),
    ),
)

ALL = (MESSAGES,)
