"""Conditions of a delivery's steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact
from duibiao.core.report.machines.messages import DELIVERY
from duibiao.messages.models import Delivery
from duibiao.workflow.guards import guard


@dataclass(eq=False)
class ReplyMissing(Fact):
    """An answer has words."""

    code: ClassVar[str] = "reply_missing"


@guard(DELIVERY, "reply_there")
def reply_there(delivery: Delivery) -> list[Fact]:
    """The reply is written."""
    return [] if delivery.reply.strip() else [ReplyMissing()]
