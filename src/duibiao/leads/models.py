"""Tables of leads."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from django.db import models

from duibiao.access.models import Scoped
from duibiao.access.permission import Scope
from duibiao.campaigns import queries as campaigns
from duibiao.core.report.deadlines import Deadline
from duibiao.core.report.machines.selection import CITY_LEADS, CONSOLIDATION, DISTRICT_LEADS
from duibiao.workflow.models import Stateful


class LeadKind(StrEnum):
    """What a line is about."""

    ENTERPRISE = "enterprise"
    INDUSTRY = "industry"
    FORMAT = "format"


class Decision(StrEnum):
    """What the receiving bureau does with a line."""

    OPEN = "open"
    ADOPTED = "adopted"
    DECLINED = "declined"


class Sheet(Stateful):
    """What is common to lead sheets."""

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.PROTECT, related_name="+")
    provider = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True)
    days_late = models.PositiveIntegerField(default=0)
    edition = models.PositiveSmallIntegerField(default=1)  # counts corrections

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.provider.short_name or self.provider.name} v{self.edition}"

    def chain_code(self) -> str:
        """The provider's chain."""
        return self.provider.code

    def deadline(self, name: str) -> Deadline | None:
        """The campaign's, for this provider."""
        return campaigns.deadline(self.campaign, name, self.provider)


class DistrictLeadSheet(Sheet):
    """A district department's sheet for its bureau, copied to the department above it."""

    machine = DISTRICT_LEADS
    read_permission = "district_leads.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {
        Scope.DISTRICT: "provider__region_id",
        Scope.FIELD: "provider__field",
        Scope.OWN: "provider_id",
    }

    class Meta:
        ordering: ClassVar[list[str]] = ["campaign", "provider__region__order", "provider__code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["campaign", "provider"], name="one_sheet_per_district_department"
            ),
        ]


class CityLeadSheet(Sheet):
    """A municipal department's sheet for the commission; it may have nothing to say."""

    machine = CITY_LEADS
    read_permission = "city_leads.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {Scope.OWN: "provider_id"}

    class Meta:
        ordering: ClassVar[list[str]] = ["campaign", "provider__code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["campaign", "provider"], name="one_sheet_per_municipal_department"
            ),
        ]


class Item(models.Model):
    """One line of a sheet."""

    place = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in LeadKind])
    name = models.CharField(max_length=120)
    uscc = models.CharField(max_length=18, blank=True)
    address = models.CharField(max_length=200, blank=True)
    industry = models.CharField(max_length=40, blank=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class DistrictLeadItem(Item):
    """A line of a district department's sheet, and what the bureau does with it."""

    sheet = models.ForeignKey(DistrictLeadSheet, on_delete=models.CASCADE, related_name="items")
    decision = models.CharField(
        max_length=10, default=Decision.OPEN, choices=[(d.value, d.value) for d in Decision]
    )
    decision_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["sheet", "place"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["sheet", "place"], name="one_district_item_per_place"),
            models.CheckConstraint(
                condition=~models.Q(decision=Decision.DECLINED) | ~models.Q(decision_reason=""),
                name="a_declined_item_says_why",
            ),
        ]


class CityLeadItem(Item):
    """A line of a municipal department's sheet."""

    sheet = models.ForeignKey(CityLeadSheet, on_delete=models.CASCADE, related_name="items")

    class Meta:
        ordering: ClassVar[list[str]] = ["sheet", "place"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["sheet", "place"], name="one_city_item_per_place"),
        ]


class Consolidation(Stateful):
    """The commission's consolidation of the municipal sheets (requirements (b)6)."""

    machine = CONSOLIDATION
    read_permission = "consolidation.read"

    campaign = models.OneToOneField(
        "campaigns.Campaign", on_delete=models.PROTECT, related_name="+"
    )

    def __str__(self) -> str:
        return f"{self.campaign.code} 线索汇总"

    def chain_code(self) -> str:
        """The commission's chain."""
        return self.campaign.chain_code()


class MergedLead(Scoped):
    """One lead after merging, its sources kept, its district found or chosen."""

    read_permission = "dispatched_leads.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {Scope.DISTRICT: "sent_to_id"}

    consolidation = models.ForeignKey(Consolidation, on_delete=models.CASCADE, related_name="leads")
    kind = models.CharField(max_length=12)
    name = models.CharField(max_length=120)
    uscc = models.CharField(max_length=18, blank=True)
    address = models.CharField(max_length=200, blank=True)
    industry = models.CharField(max_length=40, blank=True)
    sources = models.ManyToManyField(CityLeadItem, related_name="+")
    district = models.ForeignKey(
        "reference.Region", on_delete=models.PROTECT, null=True, related_name="+"
    )
    by_hand = models.BooleanField(default=False)
    why = models.CharField(max_length=200, blank=True)
    # Set when distributed: from then on the district sees it.
    sent_to = models.ForeignKey(
        "reference.Region", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["consolidation", "district__order", "id"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """In the workspace."""
        return self.consolidation.get_absolute_url()
