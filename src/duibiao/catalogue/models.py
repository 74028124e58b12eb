"""Tables of the catalogue."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class SchemeVersion(models.Model):
    """One frozen version of a benchmark scheme: the whole document, named by its SHA-256."""

    code = models.CharField(max_length=100)
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    product = models.CharField(max_length=200)
    industry_code = models.CharField(max_length=10, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    document = models.TextField()  # canonical JSON: exact decimals, byte for byte
    loaded_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["code", "-version"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["code", "version"], name="one_scheme_version_once"),
            models.CheckConstraint(
                condition=models.Q(version__gte=1), name="scheme_versions_count_from_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} v{self.version}"
