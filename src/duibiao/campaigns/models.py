"""Tables of campaigns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from duibiao.access.models import Scoped
from duibiao.access.permission import Scope
from duibiao.core.report.deadlines import Deadline
from duibiao.core.report.machines.deployment import CAMPAIGN, COSIGN, PLAN
from duibiao.workflow.models import Stateful


class Campaign(Stateful):
    """One round of the campaign in one applicant city; all its numbers are data."""

    machine = CAMPAIGN
    read_permission = "campaign.read"

    code = models.CharField(max_length=24, unique=True)
    name = models.CharField(max_length=120)
    programme = models.CharField(max_length=120, blank=True)  # the parent programme (序-3)
    city = models.ForeignKey("reference.Region", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    year = models.PositiveSmallIntegerField()
    parameters = models.JSONField(default=dict)
    confirmed = models.BooleanField(default=False)  # the city's participation (二-2)

    class Meta:
        ordering: ClassVar[list[str]] = ["-year", "code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            # 二-1: the city as a whole is the one applicant of a round.
            models.UniqueConstraint(fields=["year"], name="one_applicant_city_per_round"),
        ]

    def __str__(self) -> str:
        return self.name

    def chain_code(self) -> str:
        """The commission's chain."""
        return self.organisation.code


class Notice(models.Model):
    """A document the campaign rests on."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="notices")
    number = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    issuer = models.CharField(max_length=120)

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["campaign", "number"], name="a_notice_is_cited_once"),
        ]

    def __str__(self) -> str:
        return self.number


class Milestone(models.Model):
    """A last day. Internal ones are the city's own."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="milestones")
    name = models.CharField(max_length=24)
    title = models.CharField(max_length=80)
    stage = models.CharField(max_length=24)
    last_day = models.DateField()
    internal = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["campaign", "last_day"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["campaign", "name"], name="one_milestone_per_name"),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.last_day}"


class Clause(models.Model):
    """A clause of the campaign's plan: who does what until when, and the figure that shows it."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="clauses")
    order = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=24)
    title = models.CharField(max_length=120)
    owner = models.CharField(max_length=120)
    milestone = models.CharField(max_length=24, blank=True)  # name of its last day, if it has one
    measure = models.CharField(max_length=24, blank=True)  # portal/clauses.py; none: not yet

    class Meta:
        ordering: ClassVar[list[str]] = ["campaign", "order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["campaign", "number"], name="one_clause_per_number"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class ClauseProof(models.Model):
    """That a clause was carried out: when, what was done, and the document that shows it."""

    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, related_name="proofs")
    day = models.DateField()
    note = models.CharField(max_length=500)
    file_name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["clause", "day", "id"]

    def __str__(self) -> str:
        return self.note


class Quota(models.Model):
    """How many enterprises each district of a group must at least declare."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="quotas")
    group = models.CharField(max_length=10)
    minimum = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar[list[str]] = ["campaign", "group"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["campaign", "group"], name="one_quota_per_group"),
        ]

    def __str__(self) -> str:
        return f"{self.group} ≥ {self.minimum}"


class StageParticipant(models.Model):
    """Who takes part in a stage, and as what (requirements (f)23: lists per stage)."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="participants")
    part = models.CharField(max_length=24)  # deployment | selection | provides_leads
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["campaign", "part", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["campaign", "part", "organisation"], name="takes_a_part_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.part}"


class Window(models.Model):
    """A late-filing window the commission opened for one organisation (补报窗口)."""

    milestone = models.ForeignKey(Milestone, on_delete=models.CASCADE, related_name="windows")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    until = models.DateField()
    reason = models.TextField()

    class Meta:
        ordering: ClassVar[list[str]] = ["milestone", "organisation", "-until"]

    def __str__(self) -> str:
        return f"{self.organisation_id} until {self.until}"


class Plan(Stateful):
    """One version of the campaign's work plan (工作方案)."""

    machine = PLAN
    read_permission = "plan.read"

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="plans")
    edition = models.PositiveSmallIntegerField(default=1)
    text = models.TextField()
    number = models.CharField(max_length=60, blank=True)
    issued_on = models.DateField(null=True)
    days_late = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["campaign", "-edition"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["campaign", "edition"], name="plan_editions_count"),
        ]

    def __str__(self) -> str:
        return f"工作方案 v{self.edition}"

    def chain_code(self) -> str:
        """The commission's chain."""
        return self.campaign.chain_code()

    def deadline(self, name: str) -> Deadline | None:
        """The campaign's."""
        found = self.campaign.milestones.filter(name=name).first()
        return Deadline(found.last_day) if found else None


class Cosign(Stateful):
    """One department's answer to the plan (会签)."""

    machine = COSIGN
    read_permission = "plan.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {Scope.OWN: "organisation_id"}

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="cosigns")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    last_day = models.DateField()

    class Meta:
        ordering: ClassVar[list[str]] = ["plan", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["plan", "organisation"], name="one_answer_each"),
        ]

    def __str__(self) -> str:
        return f"{self.plan} · {self.organisation.short_name}"

    def chain_code(self) -> str:
        """The department's chain."""
        return self.organisation.code

    def get_absolute_url(self) -> str:
        """On the plan's page."""
        return self.plan.get_absolute_url()


class Contact(Scoped):
    """A department's contact in the working group (六(一)-1)."""

    read_permission = "working_group.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {Scope.OWN: "organisation_id"}

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="contacts")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    office = models.CharField(max_length=80)
    name = models.CharField(max_length=60)
    phone = models.CharField(max_length=32)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["campaign", "organisation", "since"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["campaign", "organisation"],
                condition=Q(until=None),
                name="one_contact_at_present",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="contacts_end_after_they_begin",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.name}"
