"""Tables of standards: the work, its editions, amendments, adoption, key areas."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from duibiao.core.report.adoption import Degree


class EditionStatus(StrEnum):
    """Where an edition stands in its life."""

    UPCOMING = "upcoming"  # published, not yet in force
    CURRENT = "current"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


OUT_OF_FORCE = (EditionStatus.SUPERSEDED.value, EditionStatus.WITHDRAWN.value)


class AreaKind(StrEnum):
    """Which figure a key area is for; each has its own list (五(六)3-3)."""

    EQUIPMENT = "equipment"  # 装备制造业重点领域: its international standards
    CONSUMER = "consumer"  # 主要消费品重点领域: its domestic standards


def one_of(field: str, kind: type[StrEnum], name: str) -> models.CheckConstraint:
    """The database takes nothing but the enumeration's values."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__in": [one.value for one in kind]}), name=name
    )


class Standard(models.Model):
    """A standard through all its editions: GB 18401."""

    number = models.CharField(max_length=100, unique=True)  # without the year
    level = models.CharField(max_length=20)  # core/report/filing StandardLevel
    body = models.CharField(max_length=20)  # GB, ISO, Q/12BD

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]

    def __str__(self) -> str:
        return self.number


class Edition(models.Model):
    """One edition: GB 18401-2010. `key` is its number without spaces and signs, `words` what a
    search looks through; both follow from the rest."""

    standard = models.ForeignKey(Standard, on_delete=models.PROTECT, related_name="editions")
    number = models.CharField(max_length=100, unique=True)
    year = models.CharField(max_length=4, blank=True)
    title = models.CharField(max_length=200, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    status = models.CharField(max_length=12, default=EditionStatus.CURRENT.value)
    published_on = models.DateField(null=True, blank=True)
    implemented_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    superseded_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="supersedes"
    )
    ics = models.CharField(max_length=60, blank=True)
    ccs = models.CharField(max_length=60, blank=True)
    # What an enterprise declared of its own standard (标准自我声明公开).
    platform_number = models.CharField(max_length=60, blank=True)
    disclosed_on = models.DateField(null=True, blank=True)
    link = models.URLField(max_length=300, blank=True)
    key = models.CharField(max_length=100, db_index=True)
    words = models.CharField(max_length=700)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["status", "number"], name="editions_by_status"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            one_of("status", EditionStatus, "edition_status_known"),
            models.CheckConstraint(
                condition=Q(superseded_by=None) | ~Q(superseded_by=F("id")),
                name="an_edition_does_not_supersede_itself",
            ),
            models.CheckConstraint(
                condition=Q(superseded_by=None) | Q(status__in=OUT_OF_FORCE),
                name="what_is_superseded_is_not_in_force",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        """Its page."""
        return f"/standards/{self.pk}/"


class Amendment(models.Model):
    """A change to an edition that stays in force: 第1号修改单, Amd 1."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="amendments")
    number = models.CharField(max_length=60)
    published_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["edition", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["edition", "number"], name="an_amendment_stands_once"),
        ]

    def __str__(self) -> str:
        return self.number


class Adoption(models.Model):
    """The adoption ledger (一-3): a domestic edition follows an international one."""

    domestic = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="adopts")
    international = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="adopted_by")
    degree = models.CharField(max_length=3)

    class Meta:
        ordering: ClassVar[list[str]] = ["domestic__number", "international__number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            one_of("degree", Degree, "adoption_degree_known"),
            models.UniqueConstraint(
                fields=["domestic", "international"], name="an_adoption_stands_once"
            ),
            models.CheckConstraint(
                condition=~Q(domestic=F("international")), name="a_standard_adopts_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.domestic} {self.degree} {self.international}"


class KeyArea(models.Model):
    """A field the plan's two figures are told for; which standards count in it is the
    commission's to say."""

    kind = models.CharField(max_length=12)
    name = models.CharField(max_length=60)
    standards = models.ManyToManyField(Standard, related_name="key_areas")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["kind", "name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            one_of("kind", AreaKind, "area_kind_known"),
            models.UniqueConstraint(fields=["kind", "name"], name="one_key_area_per_name"),
        ]

    def __str__(self) -> str:
        return self.name
