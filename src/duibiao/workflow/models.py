"""What every record with a state inherits, and the record of each step taken."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from duibiao import clock
from duibiao.access.models import Scoped
from duibiao.core.report.deadlines import Deadline
from duibiao.core.report.machine import Machine


class Stateful(Scoped):
    """A record with a state, changed only by `workflow.actions.advance`.

    `version` counts the changes; whoever acts says which version she saw.
    """

    machine: ClassVar[Machine]
    read_permission: ClassVar[str]  # by which its page may be opened

    state = models.CharField(max_length=24, db_index=True)
    version = models.PositiveIntegerField(default=1)
    state_since = models.DateTimeField()

    class Meta:
        abstract = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.state:  # a new record begins where its table begins
            self.state, self.state_since = self.machine.initial, clock.now()

    def chain_code(self) -> str:
        """The journal chain of this record: its organisation's code."""
        raise NotImplementedError

    def deadline(self, name: str) -> Deadline | None:
        """The deadline of that name for this record, from its campaign; None when there is none."""
        del name
        return None

    def history_url(self) -> str:
        """Who changed it, when, before and after."""
        return f"/history/{self._meta.label_lower}/{self.pk}/"

    def get_absolute_url(self) -> str:
        """The record's page."""
        return f"/records/{self.machine.name}/{self.pk}/"


class StateChange(models.Model):
    """One step taken: by whom, from where to where, why, how late."""

    object_type = models.CharField(max_length=64)
    object_id = models.BigIntegerField()
    machine = models.CharField(max_length=24)
    step = models.CharField(max_length=24)
    source = models.CharField(max_length=24)
    target = models.CharField(max_length=24)
    version = models.PositiveIntegerField()  # the version this step made
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    days_late = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["object_type", "object_id", "version"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["object_type", "object_id", "version"], name="one_step_per_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.object_type} {self.object_id}: {self.source} → {self.target}"


class Answer(models.Model):
    """What a filing was answered, under the key its sender chose: the same key again gets the
    same answer and changes nothing."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=80)
    content = models.CharField(max_length=64)  # SHA-256 of what was asked
    answer = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "key"], name="one_answer_per_key"),
        ]

    def __str__(self) -> str:
        return self.key
