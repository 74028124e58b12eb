"""Tables of organisations."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from duibiao.organisations.kinds import Field, Kind, Post


def _choices(of: type[Kind] | type[Field] | type[Post]) -> list[tuple[str, str]]:
    return [(one.value, one.value) for one in of]


class Organisation(models.Model):
    """One office, institution or enterprise. Its journal chain bears its code."""

    code = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=24, choices=_choices(Kind))
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=40, blank=True)
    field = models.CharField(max_length=16, blank=True, choices=_choices(Field), default="")
    region = models.ForeignKey(
        "reference.Region", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    uscc = models.CharField(max_length=18, blank=True, default="")
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["region__order", "code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(kind__in=[Kind.DISTRICT_BUREAU, Kind.DISTRICT_DEPARTMENT])
                | Q(region__isnull=False),
                name="district_offices_have_a_district",
            ),
            models.UniqueConstraint(
                fields=["region", "field"],
                condition=Q(kind__in=[Kind.DISTRICT_BUREAU, Kind.DISTRICT_DEPARTMENT]),
                name="one_office_per_district_and_field",
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("id")), name="no_organisation_above_itself"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["kind", "region"], name="organisations_by_kind"),
        ]

    def __str__(self) -> str:
        return self.name


class OrganisationName(models.Model):
    """A name an organisation bore, with its days: old reports keep the old name (横-13)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=120)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["organisation", "since"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["organisation"], condition=Q(until=None), name="one_name_at_present"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="names_end_after_they_begin",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Domain(models.Model):
    """Which industries a department is in charge of: a GB/T 4754 section or code prefix."""

    field = models.CharField(max_length=16, choices=_choices(Field))
    industry = models.CharField(max_length=5, unique=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["industry"]

    def __str__(self) -> str:
        return f"{self.industry} → {self.field}"


class Membership(models.Model):
    """A person's post in an organisation."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships"
    )
    post = models.CharField(max_length=16, choices=_choices(Post))
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["organisation", "post", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            # One post each: nobody reviews what she may also hand in.
            models.UniqueConstraint(
                fields=["user", "organisation"],
                condition=Q(until=None),
                name="one_post_per_person_and_organisation",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="posts_end_after_they_begin",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.post} of {self.organisation_id}"


class Proxy(models.Model):
    """One organisation (the institute) may enter data for another, which confirms it before it
    counts (横-12). Never approval."""

    agent = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="acts_for")
    principal = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="agents")
    ground = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["agent", "principal"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["agent", "principal"], condition=Q(until=None), name="one_proxy_at_present"
            ),
            models.CheckConstraint(
                condition=~Q(agent=F("principal")), name="nobody_is_her_own_proxy"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agent} for {self.principal}"
