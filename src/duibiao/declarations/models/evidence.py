"""Documents that speak for a declaration (横-9)."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import Q

from duibiao.declarations.models.content import KeyIndicator, one_of
from duibiao.declarations.models.declaration import Declaration


class EvidenceKind(StrEnum):
    """Where it comes from."""

    STANDARD_TEXT = "standard_text"
    THIRD_PARTY = "third_party"
    SELF_TEST = "self_test"
    OTHER = "other"


class Evidence(models.Model):
    """One document, kept by its digest; one may speak for many indicators. Taken away it is
    only hidden: what a submission rested on stays."""

    declaration = models.ForeignKey(Declaration, on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=16)
    title = models.CharField(max_length=120)
    issuer = models.CharField(max_length=120, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    file_name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    indicators = models.ManyToManyField(KeyIndicator, related_name="evidence", blank=True)
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["declaration", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            one_of("kind", EvidenceKind),
            models.UniqueConstraint(
                fields=["declaration", "digest"],
                condition=Q(removed_at=None),
                name="a_document_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title
