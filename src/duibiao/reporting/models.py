"""Tables of filings upward. One primitive for all: snapshot, number, revision, receipt, return."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.db.models import Q

from duibiao.access.permission import Scope
from duibiao.campaigns import queries as campaigns
from duibiao.core.report.deadlines import Deadline
from duibiao.core.report.machines.selection import CITY_PACKAGE, DISTRICT_PACKAGE
from duibiao.workflow.models import Stateful

DEAD = ("returned",)  # a returned package stays as it was; its next revision is another row


class Package(Stateful):
    """What is common to all filings upward."""

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    revision = models.PositiveIntegerField(default=1)
    number = models.CharField(max_length=64, unique=True)
    remark = models.TextField(blank=True)  # annotation; the figures themselves cannot be edited
    # Frozen when filed: the canonical document and its SHA-256.
    document = models.TextField(blank=True)
    digest = models.CharField(max_length=64, blank=True)
    filed_at = models.DateTimeField(null=True)
    days_late = models.PositiveIntegerField(default=0)
    receipt = models.CharField(max_length=64, blank=True)
    received_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.number

    def chain_code(self) -> str:
        """The filing organisation's chain."""
        return self.organisation.code

    def deadline(self, name: str) -> Deadline | None:
        """The campaign's, with a window opened for this organisation."""
        return campaigns.deadline(self.campaign, name, self.organisation)


class DistrictPackage(Package):
    """A district's list of declared enterprises (申报名单), filed to the city."""

    machine = DISTRICT_PACKAGE
    read_permission = "district_package.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {
        Scope.DISTRICT: "district_id",
        Scope.OWN: "organisation_id",
    }

    district = models.ForeignKey("reference.Region", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["campaign", "district__order", "-revision"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["campaign", "district"],
                condition=~Q(state__in=DEAD),
                name="one_living_package_per_district",
            ),
            models.UniqueConstraint(
                fields=["campaign", "district", "revision"], name="district_revisions_count"
            ),
            models.CheckConstraint(
                condition=Q(filed_at=None) | ~Q(digest=""),
                name="a_filed_district_package_is_frozen",
            ),
        ]

    def get_absolute_url(self) -> str:
        """The package's page."""
        return f"/filings/district/{self.pk}/"


class PackageMember(models.Model):
    """One enterprise in a district's package, with the declaration as it was taken in."""

    package = models.ForeignKey(DistrictPackage, on_delete=models.CASCADE, related_name="members")
    participation = models.ForeignKey(
        "selection.Participation", on_delete=models.PROTECT, related_name="+"
    )
    declaration = models.ForeignKey(
        "declarations.Declaration", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["package", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["package", "participation"], name="an_enterprise_is_in_a_package_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participation_id} in {self.package_id}"


class CityPackage(Package):
    """The city's list: one row per district, filed to the national office (二-1: the city as a
    whole is the applicant)."""

    machine = CITY_PACKAGE
    read_permission = "city_package.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {Scope.OWN: "organisation_id"}

    districts = models.ManyToManyField(DistrictPackage, related_name="city_packages")
    # Filing without all districts is possible, but says so and why.
    missing_note = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["campaign", "-revision"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["campaign"], condition=~Q(state__in=DEAD), name="one_living_city_package"
            ),
            models.UniqueConstraint(fields=["campaign", "revision"], name="city_revisions_count"),
            models.CheckConstraint(
                condition=Q(filed_at=None) | ~Q(digest=""), name="a_filed_city_package_is_frozen"
            ),
        ]

    def get_absolute_url(self) -> str:
        """The package's page."""
        return f"/filings/city/{self.pk}/"


class Intake(models.Model):
    """What the national office has taken in, by number: the same filing again gives the same
    receipt and nothing twice (五(二)2(4)-2)."""

    number = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64)
    city = models.CharField(max_length=6)
    document = models.TextField()
    enterprises = models.PositiveIntegerField()
    receipt = models.CharField(max_length=64, unique=True)
    received_at = models.DateTimeField()
    times = models.PositiveIntegerField(default=1)  # how often it was pushed

    class Meta:
        ordering: ClassVar[list[str]] = ["-received_at"]

    def __str__(self) -> str:
        return self.number
