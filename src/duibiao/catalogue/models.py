"""Tables of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from duibiao.access.models import ScopedManager, ScopedQuerySet
from duibiao.access.permission import Permission, Scope
from duibiao.access.reach import posts
from duibiao.core.compare.scheme import Category
from duibiao.core.report.machines.catalogue import BENCHMARK_LIST, SCHEME, SUGGESTION
from duibiao.workflow.models import Stateful

if TYPE_CHECKING:
    from duibiao.accounts.models import User

EDITABLE = ("draft", "revising")  # the states in which a document may be written
SHOWN = ("consultation", "published", "superseded", "withdrawn")  # what everybody may read


class SchemeVersion(models.Model):
    """One frozen version of a benchmark scheme: the whole document, named by its SHA-256."""

    code = models.CharField(max_length=100)
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    product = models.CharField(max_length=200)
    industry_code = models.CharField(max_length=10, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    document = models.TextField()  # canonical JSON: exact decimals, byte for byte
    loaded_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["code", "-version"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["code", "version"], name="one_scheme_version_once"),
            models.CheckConstraint(
                condition=models.Q(version__gte=1), name="scheme_versions_count_from_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} v{self.version}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return f"/catalogue/schemes/{self.pk}/"


class DraftQuerySet(ScopedQuerySet[Any]):
    """Drafts: what is not shown yet is read by those who write it only."""

    def visible_to(self, user: User, permission: Permission) -> Self:
        """By the table; for reading, besides, one's own and what has been shown."""
        found = super().visible_to(user, permission)
        if permission != Permission.SCHEME_READ:
            return found
        own = [post.organisation_id for post in posts(user)]
        shown = Q(state__in=SHOWN)
        for path in self.model.scope_paths[Scope.OWN]:
            shown |= Q(**{f"{path}__in": own})
        return found.filter(shown)


class DraftManager(ScopedManager.from_queryset(DraftQuerySet)):  # type: ignore[misc]  # Django makes the base
    """`objects` of drafts."""


class SchemeDraft(Stateful):
    """A scheme on its way: written, put to consultation, revised, handed in, published.

    `document` is canonical JSON; `consulted` the text as it was put to consultation.
    """

    machine = SCHEME
    read_permission = "scheme.read"
    scope_paths: ClassVar[Mapping[Scope, tuple[str, ...]]] = {
        Scope.OWN: ("owner_id", "prepared_by_id")
    }

    # In this order: the first is what Django itself reads by.
    everything: ClassVar[models.Manager[Self]] = models.Manager()
    objects: ClassVar[ScopedManager] = DraftManager()

    owner = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    # Who writes it: the owner, or the institute for the commission.
    prepared_by = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    code = models.CharField(max_length=100)
    title = models.CharField(max_length=200)
    document = models.TextField()
    consulted = models.TextField(blank=True)
    comment_until = models.DateField(null=True, blank=True)
    revises = models.ForeignKey(
        SchemeVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="revisions"
    )
    published = models.OneToOneField(
        SchemeVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="draft"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["code", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["code"],
                condition=~Q(state__in=["published", "withdrawn", "dropped"]),
                name="one_open_draft_per_scheme",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def chain_code(self) -> str:
        """The owner's chain."""
        return self.owner.code

    def get_absolute_url(self) -> str:
        """Its page."""
        return f"/catalogue/drafts/{self.pk}/"


class Disposition(StrEnum):
    """What the drafters do with a comment."""

    OPEN = "open"
    ADOPTED = "adopted"
    PARTLY = "partly"
    DECLINED = "declined"


class SchemeComment(models.Model):
    """What somebody says about a scheme in consultation, signed; pinned to an indicator or not."""

    draft = models.ForeignKey(SchemeDraft, on_delete=models.PROTECT, related_name="comments")
    indicator = models.CharField(max_length=100, blank=True)  # its id; empty: the whole scheme
    text = models.TextField()
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    disposition = models.CharField(
        max_length=10, default=Disposition.OPEN, choices=[(d.value, d.value) for d in Disposition]
    )
    reason = models.CharField(max_length=500, blank=True)
    disposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    disposed_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["draft", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(disposition__in=["open", "adopted"]) | ~Q(reason=""),
                name="a_comment_not_adopted_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class ItemLevel(StrEnum):
    """Who issues a standard."""

    INTERNATIONAL = "international"
    REGIONAL = "regional"
    FOREIGN = "foreign"  # another country's
    NATIONAL = "national"
    INDUSTRY = "industry"
    LOCAL = "local"
    GROUP = "group"
    ENTERPRISE = "enterprise"


class ItemStatus(StrEnum):
    """Where a standard stands."""

    IN_FORCE = "in_force"
    UPCOMING = "upcoming"
    ABOLISHED = "abolished"


class BenchmarkList(Stateful):
    """One edition of a list of standards to compare with (附.21): domestic and foreign ones."""

    machine = BENCHMARK_LIST
    read_permission = "scheme.read"
    scope_paths: ClassVar[Mapping[Scope, tuple[str, ...]]] = {Scope.OWN: ("owner_id",)}

    # In this order: the first is what Django itself reads by.
    everything: ClassVar[models.Manager[Self]] = models.Manager()
    objects: ClassVar[ScopedManager] = DraftManager()

    owner = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    code = models.CharField(max_length=60)
    edition = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    industries = models.CharField(max_length=200, blank=True)  # codes of GB/T 4754
    products = models.CharField(max_length=500, blank=True)
    published_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["code", "-edition"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["code", "edition"], name="one_list_edition_once"),
        ]

    def __str__(self) -> str:
        return f"{self.title} v{self.edition}"

    def chain_code(self) -> str:
        """The owner's chain."""
        return self.owner.code

    def get_absolute_url(self) -> str:
        """Its page."""
        return f"/catalogue/lists/{self.pk}/"


def _values(of: type[StrEnum]) -> list[tuple[str, str]]:
    return [(one.value, one.value) for one in of]


class BenchmarkItem(models.Model):
    """A standard of a list; `number` is the one spelling of it, with its year."""

    list = models.ForeignKey(BenchmarkList, on_delete=models.CASCADE, related_name="items")
    place = models.PositiveIntegerField()
    number = models.CharField(max_length=100)
    title = models.CharField(max_length=200)
    country = models.CharField(max_length=60, blank=True)
    body = models.CharField(max_length=60, blank=True)
    level = models.CharField(max_length=16, choices=_values(ItemLevel))
    category = models.CharField(max_length=20, choices=_values(Category))
    year = models.CharField(max_length=4, blank=True)
    status = models.CharField(max_length=12, choices=_values(ItemStatus))
    applies_to = models.CharField(max_length=300, blank=True)
    obtain = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["list", "place"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            # The number carries its year: the same number and year once (附.21-1).
            models.UniqueConstraint(fields=["list", "number"], name="one_item_per_number"),
        ]

    def __str__(self) -> str:
        return self.number


class ListSuggestion(Stateful):
    """A standard a district misses in the lists, for a product none of them covers (五(三)-隐1)."""

    machine = SUGGESTION
    read_permission = "suggestion.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {Scope.OWN: "district_office_id"}

    district_office = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    number = models.CharField(max_length=100)  # in its one spelling
    title = models.CharField(max_length=200)
    products = models.CharField(max_length=300)
    ground = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def chain_code(self) -> str:
        """The district bureau's chain."""
        return self.district_office.code

    def get_absolute_url(self) -> str:
        """Its page."""
        return f"/catalogue/suggestions/{self.pk}/"
