"""Tables of messages."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from django.conf import settings
from django.db import models

from duibiao import clock
from duibiao.access.models import Scoped
from duibiao.access.permission import Scope
from duibiao.core.report.deadlines import Deadline
from duibiao.core.report.machines.messages import DELIVERY
from duibiao.workflow.models import Stateful


class Kind(StrEnum):
    """The six kinds of messages (a9)."""

    CC = "cc"  # 抄送
    DISTRIBUTE = "distribute"  # 分发
    URGE = "urge"  # 督促
    BULLETIN = "bulletin"  # 通报
    CHASE = "chase"  # 催报
    REMIND = "remind"  # 提醒


OPEN = ("delivered", "read")  # nobody has said yet that it arrived


class Dispatch(Scoped):
    """One message as it was sent; what it is about is copied in, and never changes."""

    read_permission = "message.read"
    scope_paths: ClassVar[Mapping[Scope, tuple[str, ...]]] = {
        Scope.OWN: ("sender_id", "deliveries__recipient_id")
    }

    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in Kind])
    sender = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    subject = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    object_type = models.CharField(max_length=64, blank=True)
    object_id = models.BigIntegerField(null=True)
    object_version = models.PositiveIntegerField(null=True)
    content = models.JSONField(null=True)  # the copy of what it is about
    last_day = models.DateField(null=True)
    needs_reply = models.BooleanField(default=False)
    sent_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-sent_at", "-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["object_type", "object_id"], name="messages_about"),
        ]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        """The sender's page: who has received it, answered, is late."""
        return f"/inbox/sent/{self.pk}/"


class Delivery(Stateful):
    """A message at one organisation: read, receipted, answered, closed."""

    machine = DELIVERY
    read_permission = "message.read"
    scope_paths: ClassVar[Mapping[Scope, tuple[str, ...]]] = {
        Scope.OWN: ("recipient_id",),
        Scope.DISTRICT: ("dispatch__sender__region_id",),
        Scope.FIELD: ("dispatch__sender__field",),
    }

    dispatch = models.ForeignKey(Dispatch, on_delete=models.PROTECT, related_name="deliveries")
    recipient = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    reply = models.TextField(blank=True)
    escalated = models.BooleanField(default=False)
    is_copy = models.BooleanField(default=False)  # made by an escalation

    class Meta:
        ordering: ClassVar[list[str]] = ["-dispatch__sent_at", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["dispatch", "recipient"], name="one_delivery_per_recipient"
            ),
        ]

    def __str__(self) -> str:
        return self.dispatch.subject

    def chain_code(self) -> str:
        """The recipient's chain."""
        return self.recipient.code

    def deadline(self, name: str) -> Deadline | None:
        """The day by which an answer is wanted."""
        del name
        return Deadline(self.dispatch.last_day) if self.dispatch.last_day else None

    def get_absolute_url(self) -> str:
        """On the recipient's page of messages."""
        return f"/inbox/{self.pk}/"

    @property
    def is_late(self) -> bool:
        """Wanted by a day that is over, and still without a receipt or an answer."""
        last = self.dispatch.last_day
        return self.demands and self.state in OPEN and last is not None and last < clock.today()

    @property
    def demands(self) -> bool:
        """Does anybody wait for something? Reminders and copies of an escalation are to be read."""
        return not self.is_copy and self.dispatch.kind != Kind.REMIND
