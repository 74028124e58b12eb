"""Tables of the journal. No foreign keys: an entry must outlive what it speaks of."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

GENESIS = "0" * 64


class Chain(models.Model):
    """The head of one organisation's chain; its row is the lock of the next entry."""

    code = models.CharField(max_length=64, primary_key=True)
    length = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64, default=GENESIS)

    def __str__(self) -> str:
        return f"{self.code}: {self.length}"


class Entry(models.Model):
    """Who did what to which object, when, from where; before and after; the hash of it all and of
    the entry before. The database refuses to change or delete it (migration 0002)."""

    chain = models.CharField(max_length=64)
    sequence = models.PositiveBigIntegerField()
    at = models.CharField(max_length=40)  # ISO 8601 with offset: the exact text that is hashed
    event = models.CharField(max_length=64)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200, blank=True)
    object_type = models.CharField(max_length=64, blank=True)
    object_id = models.CharField(max_length=64, blank=True)
    label = models.CharField(max_length=300, blank=True)
    before = models.TextField(blank=True)  # canonical JSON
    after = models.TextField(blank=True)  # canonical JSON
    reason = models.TextField(blank=True)
    address = models.CharField(max_length=64, blank=True)
    request = models.CharField(max_length=64, blank=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar[list[str]] = ["chain", "sequence"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["chain", "sequence"], name="one_entry_per_place"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["object_type", "object_id", "id"], name="entries_of_an_object"),
            models.Index(fields=["actor_id", "id"], name="entries_of_a_person"),
            models.Index(fields=["event", "id"], name="entries_by_event"),
        ]

    def __str__(self) -> str:
        return f"{self.chain}#{self.sequence} {self.event}"
