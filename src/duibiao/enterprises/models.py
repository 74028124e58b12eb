"""Tables of enterprises."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import Q

from duibiao.access.models import Scoped
from duibiao.access.permission import Scope
from duibiao.core.report.machines.selection import FORMAT
from duibiao.workflow.models import Stateful


class FormatKind(StrEnum):
    """The two sub-kinds of 业态 (附.8-3)."""

    SERVICE = "service"
    UNCODED_INDUSTRY = "uncoded_industry"


class Title(StrEnum):
    """Champion titles (五(二)3(1)-4)."""

    UNICORN = "unicorn"
    HIDDEN_CHAMPION = "hidden_champion"
    SINGLE_CHAMPION = "single_champion"
    GAZELLE = "gazelle"
    OTHER = "other"


# The seven means of a 业态 (附.8-2).
MEANS = (*("assortment", "location", "premises", "appearance", "pricing", "selling", "services"),)


class BusinessFormat(Stateful):
    """A 业态: what GB/T 4754 has no code for. Kept for the whole city, without doubles."""

    machine = FORMAT
    read_permission = "format.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {Scope.DISTRICT: "applicant__region_id"}

    code = models.CharField(max_length=8, unique=True)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in FormatKind])
    applicant = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    consumers = models.CharField(max_length=300, blank=True)
    needs = models.CharField(max_length=300, blank=True)
    strategy = models.CharField(max_length=300, blank=True)
    why_not_coded = models.CharField(max_length=300, blank=True)
    means = models.JSONField(default=dict)
    is_new = models.BooleanField(default=False)  # 新兴业态
    # GB/T 4754 has no code for it; its enterprises are sized like this industry.
    sized_like = models.CharField(max_length=5, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="merged"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["code"]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    def chain_code(self) -> str:
        """The applying bureau's chain."""
        return self.applicant.code


class Zone(models.Model):
    """An area where industry gathers (集聚区)."""

    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=80)
    district = models.ForeignKey("reference.Region", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["district__order", "name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["district", "name"], name="one_zone_per_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Enterprise(Scoped):
    """An enterprise of the city, once, by its credit code. Its size is derived, never entered."""

    read_permission = "enterprise.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {
        Scope.DISTRICT: "district_id",
        Scope.FIELD: "field",
        Scope.OWN: "organisation_id",
    }

    organisation = models.OneToOneField(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="enterprise"
    )
    uscc = models.CharField(max_length=18, unique=True)
    name = models.CharField(max_length=120)
    registered_address = models.CharField(max_length=200)
    business_address = models.CharField(max_length=200, blank=True)
    district = models.ForeignKey("reference.Region", on_delete=models.PROTECT, related_name="+")
    zone = models.ForeignKey(Zone, on_delete=models.PROTECT, null=True, blank=True)
    industry_code = models.CharField(max_length=5, blank=True)  # C3670
    business_format = models.ForeignKey(
        BusinessFormat, on_delete=models.PROTECT, null=True, blank=True
    )
    field = models.CharField(max_length=16)  # the department in charge, derived
    employees = models.PositiveIntegerField(null=True, blank=True)
    revenue_wan = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    assets_wan = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    size = models.CharField(max_length=2, blank=True)  # derived
    size_reported = models.CharField(max_length=2, blank=True)
    size_reason = models.CharField(max_length=300, blank=True)
    # Number of the filed package that froze these facts; empty when they may be changed.
    locked_in = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=1)
    registered_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["district__order", "uscc"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            # 五(二)3(1)-10: an industry or a 业态, one of them, never both.
            models.CheckConstraint(
                condition=Q(industry_code="", business_format__isnull=False)
                | (~Q(industry_code="") & Q(business_format__isnull=True)),
                name="one_main_class_per_enterprise",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["district", "size"], name="enterprises_by_size"),
            models.Index(fields=["industry_code"], name="enterprises_by_industry"),
            models.Index(fields=["name"], name="enterprises_by_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The enterprise's page."""
        return f"/enterprises/{self.pk}/"


class ChampionTitle(models.Model):
    """A title an enterprise bears, with what it rests on."""

    enterprise = models.ForeignKey(Enterprise, on_delete=models.CASCADE, related_name="titles")
    title = models.CharField(max_length=20, choices=[(t.value, t.value) for t in Title])
    evidence = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar[list[str]] = ["enterprise", "title"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["enterprise", "title"], name="a_title_once"),
        ]

    def __str__(self) -> str:
        return self.title
