"""Products, executed standards and key indicators of a declaration.

A draft may hold what is wrong or doubled: wrong input stays visible with its finding beside it,
and the guards of the submission refuse it. `version` counts the edits of a row.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from duibiao.core.report.filing import (
    Aspect,
    BetterWhen,
    Characteristic,
    StandardLevel,
    StandardStatus,
    Track,
)
from duibiao.declarations.models.declaration import Declaration


def one_of(field: str, kind: Any) -> models.CheckConstraint:
    """The database takes nothing but the enumeration's values, or nothing."""
    values = ["", *(member.value for member in kind)]
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__in": values}), name=f"%(class)s_{field}_known"
    )


class Product(models.Model):
    """A product or service the enterprise declares."""

    declaration = models.ForeignKey(Declaration, on_delete=models.CASCADE, related_name="products")
    track = models.CharField(max_length=8, default=Track.PRODUCT.value)
    name = models.CharField(max_length=120, blank=True)
    model = models.CharField(max_length=120, blank=True)  # 规格型号（样品）; services have none
    family = models.CharField(max_length=120, blank=True)  # the models it stands for
    category = models.CharField(max_length=80, blank=True)  # GB/T 4754 code, or own words
    is_livelihood = models.BooleanField(default=False)  # 消费旺盛、民生
    order = models.PositiveIntegerField(default=0)
    came_with = models.CharField(max_length=24, blank=True)  # number of the import, if one
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["declaration", "order", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [one_of("track", Track)]

    def __str__(self) -> str:
        return self.name


class ExecutedStandard(models.Model):
    """A standard the enterprise executes."""

    declaration = models.ForeignKey(Declaration, on_delete=models.CASCADE, related_name="standards")
    number = models.CharField(max_length=60, blank=True)  # as written
    normalised = models.CharField(max_length=100, blank=True)  # core/identify/standard_number
    title = models.CharField(max_length=200, blank=True)
    level = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=8, default=Track.PRODUCT.value)
    edition = models.PositiveSmallIntegerField(null=True, blank=True)
    implemented_on = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=12, default=StandardStatus.UNKNOWN.value)
    self_declared = models.BooleanField(default=False)
    platform_number = models.CharField(max_length=60, blank=True)
    disclosed_on = models.DateField(null=True, blank=True)
    link = models.CharField(max_length=300, blank=True)
    products = models.ManyToManyField(Product, related_name="standards", blank=True)
    came_with = models.CharField(max_length=24, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["declaration", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            one_of("level", StandardLevel),
            one_of("status", StandardStatus),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["normalised"], name="executed_standards_by_number"),
        ]

    def __str__(self) -> str:
        return self.number


class KeyIndicator(models.Model):
    """A key indicator of a product: what the standard stipulates, as written; what the
    enterprise promises; what was measured. Never one in the place of another."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="indicators")
    standard = models.ForeignKey(
        ExecutedStandard, on_delete=models.SET_NULL, null=True, related_name="indicators"
    )
    name = models.CharField(max_length=80, blank=True)
    characteristic = models.CharField(max_length=16, default=Characteristic.QUANTITATIVE.value)
    aspect = models.CharField(max_length=16, blank=True)
    unit = models.CharField(max_length=24, blank=True)
    direction = models.CharField(max_length=12, blank=True)
    stipulated = models.CharField(max_length=200, blank=True)
    promised = models.CharField(max_length=200, blank=True)
    measured = models.CharField(max_length=200, blank=True)
    method = models.CharField(max_length=120, blank=True)
    method_clause = models.CharField(max_length=60, blank=True)
    clause = models.CharField(max_length=60, blank=True)
    is_core = models.BooleanField(default=False)
    in_scope = models.BooleanField(default=False)  # 重点比对范围
    order = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["product", "order", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            one_of("characteristic", Characteristic),
            one_of("aspect", Aspect),
            one_of("direction", BetterWhen),
        ]

    def __str__(self) -> str:
        return self.name
