"""Tables of bases."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from duibiao.access.models import Scoped
from duibiao.access.permission import Scope
from duibiao.campaigns import queries as campaigns
from duibiao.core.report.deadlines import Deadline
from duibiao.core.report.machines.grounding import BASIS, STUDY
from duibiao.workflow.models import Stateful

IN_FORCE = ("determined", "to_review")  # one to be reviewed still applies
OPEN = ("drafting", "studying", "opinions_in")


class Level(StrEnum):
    """The three levels of a basis (五(三)2-2)."""

    INDUSTRY = "industry"  # 产业级
    FORMAT = "format"  # 业态级
    PRODUCT = "product"  # 企业（产品）级


class Basis(Stateful):
    """What the products of an industry, of a format, or one product are judged by.

    It rests on a frozen scheme, or, where the national list has none, on a document of the
    bureau's own; `adjustments` say what is demanded otherwise, indicator by indicator. Once
    determined, `document` is frozen whole and named by its digest.
    """

    machine = BASIS
    read_permission = "basis.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {
        Scope.DISTRICT: "owner__region_id",
        Scope.OWN: "product__declaration__participation__enterprise__organisation_id",
    }

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    level = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Level])
    industry = models.CharField(max_length=5, blank=True)  # C, C36, C3670
    business_format = models.ForeignKey(
        "enterprises.BusinessFormat", on_delete=models.PROTECT, null=True, related_name="+"
    )
    product = models.ForeignKey(
        # An enterprise may take back and rewrite its declaration; the basis stays on record.
        "declarations.Product",
        on_delete=models.SET_NULL,
        null=True,
        related_name="bases",
    )
    title = models.CharField(max_length=200)
    # Element ①: which products it is for (core/identify/basis_match).
    for_all = models.BooleanField(default=True)  # all of its industry or format
    product_name = models.CharField(max_length=120, blank=True)
    class_code = models.CharField(max_length=20, blank=True)
    models_covered = models.CharField(max_length=200, blank=True)
    scheme = models.ForeignKey(
        "catalogue.SchemeVersion", on_delete=models.PROTECT, null=True, related_name="bases"
    )
    own_document = models.TextField(blank=True)  # canonical JSON, where there is no scheme
    adjustments = models.TextField(default="{}")  # canonical JSON: indicator id → what is demanded
    joint = models.ManyToManyField("organisations.Organisation", related_name="+")  # 会同机构
    conflict_ruling = models.CharField(max_length=500, blank=True)  # the commission's word
    # Written once, when it is determined.
    document = models.TextField(blank=True)
    digest = models.CharField(max_length=64, blank=True, db_index=True)
    is_local = models.BooleanField(default=False)  # 地方拟定
    local_reasons = models.JSONField(default=list)
    determined_on = models.DateField(null=True)
    determined_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    edition = models.PositiveIntegerField(default=1)
    revises = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="revisions"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["level", "industry", "id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["campaign", "state", "level"], name="bases_by_state_and_level"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=(
                    (Q(level="industry") & ~Q(industry=""))
                    | Q(level="format", business_format__isnull=False)
                    | Q(level="product")
                ),
                name="a_basis_names_what_its_level_is_about",
            ),
            models.CheckConstraint(
                condition=Q(scheme__isnull=False) | ~Q(own_document=""),
                name="a_basis_rests_on_a_scheme_or_its_own",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=IN_FORCE) | (~Q(digest="") & Q(determined_on__isnull=False)),
                name="a_determined_basis_is_frozen",
            ),
            models.UniqueConstraint(
                fields=["revises"],
                condition=Q(state__in=OPEN),
                name="one_open_revision_of_a_basis",
            ),
        ]

    def __str__(self) -> str:
        return self.title if self.edition == 1 else f"{self.title} v{self.edition}"

    def chain_code(self) -> str:
        """The chain of the bureau that decides it."""
        return self.owner.code

    def deadline(self, name: str) -> Deadline | None:
        """The campaign's, for this bureau."""
        return campaigns.deadline(self.campaign, name, self.owner)

    def get_absolute_url(self) -> str:
        """Its page."""
        return f"/bases/{self.pk}/"


class Study(Stateful):
    """One institution's part in the study of a basis (五(三)3-1): asked, its opinion, what the
    bureau made of it."""

    machine = STUDY
    read_permission = "study.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {
        Scope.DISTRICT: "basis__owner__region_id",
        Scope.OWN: "institution_id",
    }

    basis = models.ForeignKey(Basis, on_delete=models.CASCADE, related_name="studies")
    institution = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    opinion = models.TextField(blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    media_type = models.CharField(max_length=40, blank=True)
    file_digest = models.CharField(max_length=64, blank=True)
    adopted = models.BooleanField(null=True)
    adoption_note = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["basis", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["basis", "institution"], name="an_institution_studies_a_basis_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.basis} · {self.institution}"

    def chain_code(self) -> str:
        """The institution's chain."""
        return self.institution.code

    def get_absolute_url(self) -> str:
        """Its page."""
        return f"/bases/studies/{self.pk}/"


class BasisChoice(Scoped):
    """Which of several bases of one level a person chose for a product, and why."""

    read_permission = "basis.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {
        Scope.DISTRICT: "product__declaration__participation__enterprise__district_id",
        Scope.OWN: "product__declaration__participation__enterprise__organisation_id",
    }

    product = models.OneToOneField(
        "declarations.Product", on_delete=models.CASCADE, related_name="basis_choice"
    )
    basis = models.ForeignKey(Basis, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["product"]

    def __str__(self) -> str:
        return f"{self.product} → {self.basis}"
