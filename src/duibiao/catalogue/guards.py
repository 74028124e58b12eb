"""Conditions of the scheme's steps."""

from __future__ import annotations

from duibiao import clock
from duibiao.catalogue.facts import (
    CommentsUndisposed,
    ConsultationOpen,
    NoConsultationDay,
    NothingChanged,
)
from duibiao.catalogue.models import Disposition, SchemeDraft
from duibiao.catalogue.queries import scheme_by_digest
from duibiao.core.canonical import digest, load
from duibiao.core.compare.scheme_completeness import lacking
from duibiao.core.compare.scheme_document import check_scheme
from duibiao.core.errors import Fact
from duibiao.core.report.machines.catalogue import SCHEME
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
