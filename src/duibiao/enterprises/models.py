"""Tables of enterprises."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import Q

from duibiao.access.models import Scoped
from duibiao.access.permission import Scope
from duibiao.core.identify.titles import Title
from duibiao.core.report.machines.selection import FORMAT
from duibiao.workflow.models import Stateful


class FormatKind(StrEnum):
    """The two sub-kinds of 业态 (附.8-3)."""

    SERVICE = "service"
    UNCODED_INDUSTRY = "uncoded_industry"


class ZoneKind(StrEnum):
    """The six kinds of areas where industry gathers, and others (四-3)."""

    ECONOMIC = "economic"  # 经济技术开发区
    BONDED = "bonded"  # 保税区
    HIGH_TECH = "high_tech"  # 高新技术开发区
    INDUSTRIAL_PARK = "industrial_park"  # 工业园区
    SCIENCE_PARK = "science_park"  # 科技园区
    TOWN = "town"  # 特色小镇
    OTHER = "other"


class Capital(StrEnum):
    """Whose capital it is."""

    DOMESTIC = "domestic"
    FOREIGN = "foreign"
    JOINT = "joint"


class RankScope(StrEnum):
    """Among whom an enterprise is ranked; the widest first."""

    WORLD = "world"
    NATION = "nation"
    CITY = "city"
    DISTRICT = "district"


# The seven means of a 业态 (附.8-2); its online form may be said besides.
MEANS = ("assortment", "location", "premises", "appearance", "pricing", "selling", "services")
ONLINE = "online"
UNRANKED = 999_999  # sorts after every place


def _choices(of: type[StrEnum]) -> list[tuple[str, str]]:
    return [(one.value, one.value) for one in of]


class BusinessFormat(Stateful):
    """A 业态: what GB/T 4754 has no code for. Kept for the whole city, without doubles."""

    machine = FORMAT
    read_permission = "format.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {Scope.DISTRICT: "applicant__region_id"}

    code = models.CharField(max_length=8, unique=True)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=20, choices=_choices(FormatKind))
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
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["name"], condition=Q(state="listed"), name="one_listed_format_per_name"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def final(self) -> BusinessFormat:
        """Itself, or what it was merged into."""
        found = self
        while found.state == "merged" and found.merged_into is not None:
            found = found.merged_into
        return found

    def chain_code(self) -> str:
        """The applying bureau's chain."""
        return self.applicant.code


class Zone(models.Model):
    """An area where industry gathers (集聚区)."""

    kind = models.CharField(max_length=20, choices=_choices(ZoneKind))
    name = models.CharField(max_length=80)
    district = models.ForeignKey("reference.Region", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["district__order", "name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["district", "name"], name="one_zone_per_name"),
        ]

    def __str__(self) -> str:
        return self.name


class BlockEconomy(models.Model):
    """A region's own trade, concentrated and specialised (块状经济, 区域特色经济; 附.5)."""

    name = models.CharField(max_length=80, unique=True)
    districts = models.ManyToManyField("reference.Region", related_name="+")
    boundary = models.CharField(max_length=300, blank=True)
    industries = models.JSONField(default=list)  # main ones, codes of GB/T 4754 (C3761)
    character = models.CharField(max_length=300)  # what is peculiar to the place
    added_by = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]

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
    capital = models.CharField(max_length=10, blank=True, choices=_choices(Capital))
    founded_on = models.DateField(null=True, blank=True)
    block_economy = models.ForeignKey(
        BlockEconomy, on_delete=models.PROTECT, null=True, blank=True, related_name="enterprises"
    )
    is_backbone = models.BooleanField(default=False)  # 支柱企业
    is_advantaged = models.BooleanField(default=False)  # 优势企业
    # Derived from titles, zone and format; the list's order (五(二)3(1)-2…4, -12).
    priority = models.PositiveSmallIntegerField(default=0)
    best_rank = models.PositiveIntegerField(default=UNRANKED)
    # It has consented: from then on it answers for its facts itself (三-0).
    keeps_itself = models.BooleanField(default=False)
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
            models.Index(fields=["-priority", "best_rank", "uscc"], name="enterprises_by_priority"),
            models.Index(
                fields=["district", "-priority", "best_rank", "uscc"],
                name="enterprises_of_a_district",
            ),
            models.Index(
                fields=["field", "-priority", "best_rank", "uscc"], name="enterprises_of_a_field"
            ),
            models.Index(fields=["size"], name="enterprises_by_size_alone"),
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
    title = models.CharField(max_length=20, choices=_choices(Title))
    evidence = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar[list[str]] = ["enterprise", "title"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["title", "enterprise"], name="titles_by_kind"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["enterprise", "title"], name="a_title_once"),
        ]

    def __str__(self) -> str:
        return self.title


class Ranking(models.Model):
    """A place an enterprise takes in its trade, with the source (五(二)3(1)-12)."""

    enterprise = models.ForeignKey(Enterprise, on_delete=models.CASCADE, related_name="rankings")
    scope = models.CharField(max_length=10, choices=_choices(RankScope))
    trade = models.CharField(max_length=80)
    place = models.PositiveIntegerField()
    ground = models.CharField(max_length=300)
    year = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar[list[str]] = ["enterprise", "-year", "place"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["enterprise", "scope", "trade", "year"], name="one_place_per_list_and_year"
            ),
            models.CheckConstraint(condition=Q(place__gte=1), name="places_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.trade} {self.place}"
