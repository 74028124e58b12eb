"""The table of the rehearsal."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q


class Rehearsal(models.Model):
    """That this site is a rehearsal, how far its story has been played, and what time it is in it.

    The clock of the site runs from `moment`, the time in the story when it was loaded.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    step = models.PositiveSmallIntegerField()
    moment = models.DateTimeField()
    loaded_at = models.DateTimeField()
    # Everybody in the rehearsal signs in with it; made for this installation, shown on its pages.
    passphrase = models.CharField(max_length=60)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(id=1), name="one_rehearsal"),
        ]

    def __str__(self) -> str:
        return f"rehearsal at step {self.step}"

    @property
    def shift(self) -> timedelta:
        """How far the story's clock is from the machine's."""
        return self.moment - self.loaded_at
