"""Rehearsals of schemes and drafts over the filings of a campaign."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from duibiao.access import Permission, load_or_404, require
from duibiao.accounts.models import User
from duibiao.bases.candidates import candidates_for
from duibiao.campaigns.models import Campaign
from duibiao.catalogue.models import SchemeDraft, SchemeVersion
from duibiao.catalogue.queries import scheme_of
from duibiao.core.canonical import load
from duibiao.core.compare.rehearsal import Move, Rehearsal, moves, rehearse
from duibiao.core.compare.scheme import Scheme
from duibiao.core.compare.scheme_document import read_scheme
from duibiao.core.compare.scheme_problems import SchemeProblem, SchemeUnusable

__all__ = ["Target", "changed", "earlier", "open_drafts", "rehearse", "rehearsed", "target"]
ENDED = ("published", "withdrawn", "dropped")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What is rehearsed: a frozen version or a draft; without a scheme it cannot be read yet."""

    kind: str  # scheme | draft
    record: SchemeVersion | SchemeDraft
    scheme: Scheme | None
    problems: tuple[SchemeProblem, ...] = ()

    @property
    def pk(self) -> int:
        """Of the version or the draft."""
        return self.record.pk

    @property
    def version(self) -> int | None:
        """The number of a frozen version."""
        return self.record.version if isinstance(self.record, SchemeVersion) else None


def target(user: User, kind: str, pk: int) -> Target:
    """The version or draft, if this person may rehearse it."""
    require(user, Permission.REHEARSAL_READ)
    if kind == "draft":
        draft = load_or_404(user, SchemeDraft, Permission.SCHEME_READ, pk=pk)
        try:
            return Target(kind=kind, record=draft, scheme=read_scheme(load(draft.document)))
        except SchemeUnusable as unusable:
            return Target(kind=kind, record=draft, scheme=None, problems=unusable.problems)
    version = get_object_or_404(SchemeVersion, pk=pk)
    return Target(kind="scheme", record=version, scheme=scheme_of(version))


def rehearsed(user: User, campaign: Campaign, scheme: Scheme) -> Rehearsal:
    """The filings within this person's reach under a scheme."""
    return rehearse(scheme, candidates_for(user, campaign))


def changed(
    user: User, campaign: Campaign, before: Scheme, after: Scheme
) -> tuple[Rehearsal, Rehearsal, list[Move]]:
    """Both rehearsals over the same filings, and who moves between them."""
    candidates = candidates_for(user, campaign)
    first, second = rehearse(before, candidates), rehearse(after, candidates)
    return first, second, moves(first, second)


def earlier(found: Target) -> QuerySet[SchemeVersion]:
    """The other frozen versions of the same scheme, the newest first."""
    versions = SchemeVersion.objects.filter(code=found.record.code).order_by("-version")
    return versions.exclude(pk=found.pk) if found.kind == "scheme" else versions


def open_drafts(user: User) -> QuerySet[SchemeDraft]:
    """The drafts under way that this person may read."""
    seen: QuerySet[SchemeDraft] = SchemeDraft.objects.visible_to(user, Permission.SCHEME_READ)
    return seen.exclude(state__in=ENDED).order_by("code")
