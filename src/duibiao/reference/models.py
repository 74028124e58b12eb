"""Tables of reference data."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Region(models.Model):
    """An administrative division (GB/T 2260); `order` is the order of the plan's tables."""

    code = models.CharField(max_length=6, primary_key=True)
    name = models.CharField(max_length=40)
    level = models.CharField(max_length=10)  # country | province | district
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    group = models.CharField(max_length=10, blank=True)  # binhai | inner | other
    order = models.PositiveSmallIntegerField(default=0)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["order", "code"]

    def __str__(self) -> str:
        return self.name


class IndustryClass(models.Model):
    """A class of GB/T 4754 at one of its four levels; `code` as people write it: C, 36, 3670."""

    code = models.CharField(max_length=5)
    level = models.CharField(max_length=10)  # section | division | group | class
    name = models.CharField(max_length=80)
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="children"
    )
    section = models.CharField(max_length=1)
    edition = models.CharField(max_length=4, default="2017")

    class Meta:
        ordering: ClassVar[list[str]] = ["edition", "section", "code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["edition", "code"], name="one_industry_per_code"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
