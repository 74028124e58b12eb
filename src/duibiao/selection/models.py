"""Tables of the selection."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from duibiao.access.permission import Scope
from duibiao.core.report.machines.selection import CHANGE, PARTICIPATION, RECOMMENDATION, SLOT
from duibiao.workflow.models import Stateful

OVER = ("declined", "withdrawn", "left")


class Recommendation(Stateful):
    """An industry or a 业态 a district recommends; enterprises hang on it (五(二)2(1)-1)."""

    machine = RECOMMENDATION
    read_permission = "recommendation.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {Scope.DISTRICT: "organisation__region_id"}

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=80)  # may be a local name; it maps to codes
    industries = models.JSONField(default=list)  # codes of GB/T 4754, at least one; or a format
    business_format = models.ForeignKey(
        "enterprises.BusinessFormat", on_delete=models.PROTECT, null=True, related_name="+"
    )
    is_cluster = models.BooleanField(default=False)  # 特色产业集群
    block_economy = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["organisation__region__order", "name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["campaign", "organisation", "name"],
                condition=~Q(state="withdrawn"),
                name="a_trade_is_recommended_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def chain_code(self) -> str:
        """The bureau's chain."""
        return self.organisation.code


class Participation(Stateful):
    """An enterprise in a campaign: recommended, then of its own free will in it, or not (二-4)."""

    machine = PARTICIPATION
    read_permission = "participation.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {
        Scope.DISTRICT: "enterprise__district_id",
        Scope.FIELD: "enterprise__field",
        Scope.OWN: "enterprise__organisation_id",
    }

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.PROTECT, related_name="+")
    enterprise = models.ForeignKey(
        "enterprises.Enterprise", on_delete=models.PROTECT, related_name="participations"
    )
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="participations"
    )
    reason = models.CharField(max_length=500, blank=True)
    consented_at = models.DateTimeField(null=True)
    statement = models.CharField(max_length=40, blank=True)  # which text was agreed to

    class Meta:
        ordering: ClassVar[list[str]] = ["enterprise__district__order", "enterprise__uscc"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["campaign", "enterprise"],
                condition=~Q(state__in=OVER),
                name="one_living_participation",
            ),
            models.CheckConstraint(
                condition=~Q(state="consented") | Q(consented_at__isnull=False),
                name="consent_has_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.enterprise.name

    def chain_code(self) -> str:
        """The enterprise's chain."""
        return self.enterprise.organisation.code


class AccountSlot(Stateful):
    """An account for an enterprise, made in batches by the commission, given out by the bureau."""

    machine = SLOT
    read_permission = "slot.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {
        Scope.DISTRICT: "district_id",
        Scope.OWN: "enterprise__organisation_id",
    }

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.PROTECT, related_name="+")
    batch = models.CharField(max_length=40)
    number = models.CharField(max_length=24, unique=True)
    district = models.ForeignKey("reference.Region", on_delete=models.PROTECT, related_name="+")
    enterprise = models.ForeignKey(
        "enterprises.Enterprise", on_delete=models.PROTECT, null=True, related_name="+"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["campaign", "enterprise"],
                condition=Q(enterprise__isnull=False),
                name="one_account_per_enterprise",
            ),
            models.CheckConstraint(
                condition=Q(state="free", enterprise=None)
                | (~Q(state="free") & Q(enterprise__isnull=False)),
                name="a_slot_given_out_has_an_enterprise",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def chain_code(self) -> str:
        """The bureau's chain."""
        return f"{self.district_id}-market"


class ChangeKind(StrEnum):
    """What changes after filing."""

    LEAVE = "leave"  # 退出
    RENAME = "rename"  # 更名
    MOVE = "move"  # 迁址


class ChangeOrder(Stateful):
    """A change after filing: figures are counted anew, what was filed stays (五(二)-汇1)."""

    machine = CHANGE
    read_permission = "change.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {
        Scope.DISTRICT: "participation__enterprise__district_id",
        Scope.OWN: "participation__enterprise__organisation_id",
    }

    participation = models.ForeignKey(
        Participation, on_delete=models.PROTECT, related_name="changes"
    )
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in ChangeKind])
    ground = models.CharField(max_length=500)
    effects = models.JSONField(default=dict)  # figures before and after

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]

    def __str__(self) -> str:
        return f"{self.participation.enterprise.name} {self.kind}"

    def chain_code(self) -> str:
        """The enterprise's chain."""
        return self.participation.chain_code()
