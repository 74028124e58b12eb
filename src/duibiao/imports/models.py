"""Tables of imports. Rows of a workbook are never rows here: a hundred thousand of them are one
kept file of texts, and the repairs made to them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from duibiao.access.models import Scoped
from duibiao.access.permission import Scope
from duibiao.imports.steps import ImportStep

DIGEST_LENGTH = 64


class ImportSession(Scoped):
    """One workbook on its way into one list: may be left and found again."""

    scope_paths = {Scope.OWN: "organisation", Scope.DISTRICT: "organisation__region"}

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    definition = models.CharField(max_length=40)
    parameters = models.JSONField(default=dict)
    file_name = models.CharField(max_length=200)
    file_digest = models.CharField(max_length=DIGEST_LENGTH)
    file_size = models.PositiveIntegerField()
    texts_digest = models.CharField(max_length=DIGEST_LENGTH, blank=True)
    sheet = models.CharField(max_length=100, blank=True)
    heading_row = models.PositiveIntegerField(default=0)
    mapping = models.JSONField(default=dict)  # column name → number of the sheet's column
    step = models.CharField(max_length=10, choices=[(one.value, one.value) for one in ImportStep])
    version = models.PositiveIntegerField(default=1)
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    busy_since = models.DateTimeField(null=True, blank=True)
    progress = models.PositiveSmallIntegerField(default=0)  # percent, while busy
    failure = models.JSONField(default=list)  # facts that ended the last attempt, as sentences

    class Meta:
        ordering: ClassVar[list[str]] = ["-changed_at", "-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["user", "-changed_at", "-id"], name="import_sessions_of_a_person"),
        ]

    def __str__(self) -> str:
        return self.file_name


class SessionRepair(models.Model):
    """One repair, applied on top of the workbook's texts; in order of id."""

    session = models.ForeignKey(ImportSession, on_delete=models.CASCADE, related_name="repairs")
    row = models.PositiveIntegerField(null=True)  # none: every cell of the column with that text
    column = models.CharField(max_length=60)  # * for the whole row
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)
    cells = models.PositiveIntegerField(default=1)  # how many it changed
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return f"{self.column}: {self.old} → {self.new}"


class ImportBatch(Scoped):
    """The receipt of what was written at one stroke; undone as a whole or not at all."""

    scope_paths = {Scope.OWN: "organisation", Scope.DISTRICT: "organisation__region"}

    number = models.CharField(max_length=24, unique=True)
    session = models.ForeignKey(ImportSession, on_delete=models.PROTECT, related_name="batches")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    definition = models.CharField(max_length=40)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    new = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    same = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    file_name = models.CharField(max_length=200)
    file_digest = models.CharField(max_length=DIGEST_LENGTH)
    digest = models.CharField(max_length=DIGEST_LENGTH)  # of what was written, kept in the store
    written_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation", "definition", "-id"], name="imports_of_a_list"),
        ]

    def __str__(self) -> str:
        return self.number


class HeadingMemory(models.Model):
    """What an organisation's workbooks call a column: mapped once, known from then on."""

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="+"
    )
    definition = models.CharField(max_length=40)
    heading = models.CharField(max_length=120)  # folded
    column = models.CharField(max_length=60)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["organisation", "definition", "heading"], name="one_meaning_per_heading"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.heading} → {self.column}"
