"""Tables of declarations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from django.db import models

from duibiao.access.permission import Scope
from duibiao.campaigns import queries as campaigns
from duibiao.core.report.deadlines import Deadline
from duibiao.core.report.machines.selection import DECLARATION
from duibiao.workflow.models import Stateful


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


class Declaration(Stateful):
    """What an enterprise in a campaign declares: products, the standards it executes, their key
    indicators (五(二)2(2)). Nobody but the enterprise writes it (三-0)."""

    machine = DECLARATION
    read_permission = "declaration.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {
        Scope.DISTRICT: "participation__enterprise__district_id",
        Scope.OWN: "participation__enterprise__organisation_id",
    }

    participation = models.OneToOneField(
        "selection.Participation", on_delete=models.PROTECT, related_name="declaration"
    )
    signed_by = models.CharField(max_length=60, blank=True)
    signed_at = models.DateTimeField(null=True)
    explanation = models.TextField(blank=True)  # of what is unusual but true
    # The reviewer's three questions: complete, true, valid (五(二)3(2)-1).
    checked_complete = models.BooleanField(default=False)
    checked_true = models.BooleanField(default=False)
    checked_valid = models.BooleanField(default=False)
    submitted_digest = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["participation__enterprise__uscc"]

    def __str__(self) -> str:
        return self.participation.enterprise.name

    def chain_code(self) -> str:
        """The enterprise's chain."""
        return self.participation.chain_code()

    def deadline(self, name: str) -> Deadline | None:
        """The campaign's, for this enterprise."""
        organisation = self.participation.enterprise.organisation
        return campaigns.deadline(self.participation.campaign, name, organisation)


class Product(models.Model):
    """A product or service the enterprise declares."""

    declaration = models.ForeignKey(Declaration, on_delete=models.CASCADE, related_name="products")
    track = models.CharField(max_length=8, default="product")  # product | service
    name = models.CharField(max_length=120)

    class Meta:
        ordering: ClassVar[list[str]] = ["declaration", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["declaration", "name"], name="a_product_once"),
        ]

    def __str__(self) -> str:
        return self.name


class ExecutedStandard(models.Model):
    """A standard the enterprise executes."""

    declaration = models.ForeignKey(Declaration, on_delete=models.CASCADE, related_name="standards")
    number = models.CharField(max_length=60)
    title = models.CharField(max_length=200, blank=True)
    level = models.CharField(max_length=20, blank=True)
    status = models.CharField(max_length=12, default="current")  # current | withdrawn
    self_declared = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["declaration", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["declaration", "number"], name="a_standard_once"),
        ]

    def __str__(self) -> str:
        return self.number


class KeyIndicator(models.Model):
    """A key indicator of a product: what the standard stipulates, as written."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="indicators")
    standard = models.ForeignKey(
        ExecutedStandard, on_delete=models.CASCADE, null=True, related_name="indicators"
    )
    name = models.CharField(max_length=80)
    unit = models.CharField(max_length=24, blank=True)
    direction = models.CharField(max_length=12, blank=True)
    stipulated = models.CharField(max_length=200, blank=True)
    method = models.CharField(max_length=120, blank=True)
    is_core = models.BooleanField(default=False)
    in_scope = models.BooleanField(default=False)  # 重点比对范围

    class Meta:
        ordering: ClassVar[list[str]] = ["product", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["product", "name"], name="an_indicator_once"),
        ]

    def __str__(self) -> str:
        return self.name
