"""What was handed in, each time; and what the reviewer pinned to which field."""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from duibiao.declarations.models.declaration import Declaration


class ReturnReason(IntEnum):
    """Why a field is sent back: the keys 1–9 of the review."""

    MISSING = 1
    WRONG_UNIT = 2
    WRONG_VALUE = 3
    METHOD_UNCLEAR = 4
    STANDARD_NOT_IN_FORCE = 5
    WRONG_STANDARD = 6
    EVIDENCE_LACKING = 7
    SCOPE_UNSUITABLE = 8
    OTHER = 9


class Submission(models.Model):
    """The declaration as it was handed in: frozen, with the findings of that moment."""

    declaration = models.ForeignKey(
        Declaration, on_delete=models.CASCADE, related_name="submissions"
    )
    number = models.PositiveIntegerField()
    version = models.PositiveIntegerField()
    content = models.TextField()  # canonical JSON
    digest = models.CharField(max_length=64)
    rules = models.PositiveIntegerField()  # RULES_VERSION it was examined by
    findings = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["declaration", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["declaration", "number"], name="submissions_counted"),
        ]

    def __str__(self) -> str:
        return f"{self.declaration_id} #{self.number}"


class ReviewPin(models.Model):
    """A remark stuck to one field; it is in force until the enterprise has handed in again and
    the reviewer takes it off."""

    declaration = models.ForeignKey(Declaration, on_delete=models.CASCADE, related_name="pins")
    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, null=True, related_name="pins"
    )
    thing = models.CharField(max_length=12)
    object_id = models.CharField(max_length=20, blank=True)
    field = models.CharField(max_length=24, blank=True)
    label = models.CharField(max_length=120, blank=True)
    reason = models.PositiveSmallIntegerField()
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["declaration", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(reason__range=(1, 9)), name="reasons_are_1_to_9"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["declaration"], condition=Q(resolved_at=None), name="open_review_pins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.thing}:{self.object_id}:{self.field} {self.reason}"

    @property
    def place(self) -> str:
        """Thing, id and field in one, as findings have it."""
        return f"{self.thing}:{self.object_id}:{self.field}"

    @property
    def reason_key(self) -> str:
        """Wording key of its reason."""
        return f"declare.reason_{self.reason}"
