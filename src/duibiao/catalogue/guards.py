"""Conditions of the scheme's steps."""

from __future__ import annotations

from django.db.models import QuerySet

from duibiao import clock
from duibiao.catalogue.facts import (
    AlreadyListed,
    CommentsUndisposed,
    ConsultationOpen,
    ItemField,
    ItemIncomplete,
    ListEmpty,
    NoConsultationDay,
    NoGround,
    NoNewerEdition,
    NothingChanged,
    NotYetListed,
)
from duibiao.catalogue.models import (
    BenchmarkItem,
    BenchmarkList,
    Disposition,
    ListSuggestion,
    SchemeDraft,
)
from duibiao.catalogue.queries import scheme_by_digest
from duibiao.core.canonical import digest, load
from duibiao.core.compare.scheme import Category
from duibiao.core.compare.scheme_completeness import lacking
from duibiao.core.compare.scheme_document import check_scheme
from duibiao.core.errors import Fact
from duibiao.core.report.machines.catalogue import BENCHMARK_LIST, SCHEME, SUGGESTION
from duibiao.workflow.guards import guard


@guard(SCHEME, "readable")
def readable(draft: SchemeDraft) -> list[Fact]:
    """What is put to consultation can be read as a scheme."""
    return [p for p in check_scheme(load(draft.document)) if p.severity == "error"]


@guard(SCHEME, "complete")
def complete(draft: SchemeDraft) -> list[Fact]:
    """The six elements and the three sections of a published scheme."""
    return list(lacking(load(draft.document)))


@guard(SCHEME, "day_set")
def day_set(draft: SchemeDraft) -> list[Fact]:
    """The consultation has a last day, and it is still to come."""
    until = draft.comment_until
    return [] if until is not None and until > clock.today() else [NoConsultationDay()]


@guard(SCHEME, "day_over")
def day_over(draft: SchemeDraft) -> list[Fact]:
    """Everybody had until the last day."""
    until = draft.comment_until
    return [ConsultationOpen(until)] if until is not None and until >= clock.today() else []


@guard(SCHEME, "changed")
def changed(draft: SchemeDraft) -> list[Fact]:
    """A new version says something new."""
    known = scheme_by_digest(digest(load(draft.document)))
    return [NothingChanged(str(known))] if known else []


@guard(SCHEME, "comments_disposed")
def comments_disposed(draft: SchemeDraft) -> list[Fact]:
    """Each comment has been adopted, partly adopted or declined."""
    count = draft.comments.filter(disposition=Disposition.OPEN).count()
    return [CommentsUndisposed(count)] if count else []


@guard(BENCHMARK_LIST, "items_there")
def items_there(record: BenchmarkList) -> list[Fact]:
    """At least one standard."""
    return [] if record.items.exists() else [ListEmpty()]


@guard(BENCHMARK_LIST, "items_complete")
def items_complete(record: BenchmarkList) -> list[Fact]:
    """Each item says what its readers need to find it and to know what it is for (附.21-1)."""
    return [fact for item in record.items.all() for fact in _lacks(item)]


@guard(BENCHMARK_LIST, "newer_published")
def newer_published(record: BenchmarkList) -> list[Fact]:
    """A newer edition has been published."""
    newer = BenchmarkList.everything.filter(
        code=record.code, edition__gt=record.edition, state="published"
    )
    return [] if newer.exists() else [NoNewerEdition()]


def _lacks(item: BenchmarkItem) -> list[Fact]:
    wanted = [ItemField.TITLE, ItemField.YEAR, ItemField.APPLIES_TO, ItemField.OBTAIN]
    if item.category == Category.FOREIGN:  # of whom (五(三)3-4)
        wanted += [ItemField.COUNTRY, ItemField.BODY]
    return [ItemIncomplete(item.number, name) for name in wanted if not getattr(item, name).strip()]


@guard(SUGGESTION, "ground_there")
def ground_there(record: ListSuggestion) -> list[Fact]:
    """Why it is wanted is said."""
    return [] if record.ground.strip() else [NoGround()]


@guard(SUGGESTION, "not_listed")
def not_listed(record: ListSuggestion) -> list[Fact]:
    """No published list holds it."""
    found = _items_of(record).filter(list__state="published").select_related("list").first()
    return [AlreadyListed(record.number, str(found.list))] if found else []


@guard(SUGGESTION, "listed")
def listed(record: ListSuggestion) -> list[Fact]:
    """Adopted means: it stands in a list, published or being drafted."""
    states = ["draft", "submitted", "published"]
    found = _items_of(record).filter(list__state__in=states).exists()
    return [] if found else [NotYetListed(record.number)]


def _items_of(record: ListSuggestion) -> QuerySet[BenchmarkItem]:
    return BenchmarkItem.objects.filter(number=record.number)
