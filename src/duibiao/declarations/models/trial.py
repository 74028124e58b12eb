"""The self-service trial."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Trial(models.Model):
    """A self-service trial that somebody asked to keep (三(五)-2): never reported, never in a
    district's list; whoever holds its secret address can open it or throw it away."""

    key = models.CharField(max_length=43, unique=True)
    scheme = models.ForeignKey("catalogue.SchemeVersion", on_delete=models.PROTECT)
    declaration = models.TextField()  # canonical JSON of the declared lines
    outcome = models.CharField(max_length=32)
    kept_at = models.DateTimeField()
    expires_on = models.DateField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-kept_at"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["expires_on"], name="trials_by_expiry")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~models.Q(key=""), name="a_trial_has_a_key")
        ]

    def __str__(self) -> str:
        return f"trial of {self.scheme_id} kept {self.kept_at:%Y-%m-%d}"
