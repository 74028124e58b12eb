"""Every named read of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.db.models import Count, Max, QuerySet

from duibiao.access import Permission
from duibiao.accounts.models import User
from duibiao.catalogue.models import BenchmarkList, SchemeComment, SchemeDraft, SchemeVersion
from duibiao.core.canonical import load
from duibiao.core.compare.scheme import Scheme
from duibiao.core.compare.scheme_document import read_scheme
from duibiao.organisations.kinds import Kind
from duibiao.organisations.models import Organisation
from duibiao.reference.models import IndustryClass


def current_schemes() -> QuerySet[SchemeVersion]:
    """The newest version of every scheme, by code; none of a scheme that was withdrawn."""
    newest = SchemeVersion.objects.values("code").annotate(newest=Max("id")).values("newest")
    found = SchemeVersion.objects.filter(id__in=newest).exclude(draft__state="withdrawn")
    return found.order_by("code")


def current_scheme(code: str) -> SchemeVersion | None:
    """The newest version of one scheme; None when it was withdrawn."""
    return current_schemes().filter(code=code).first()


def newest_version(code: str) -> SchemeVersion | None:
    """The newest version of one scheme, withdrawn or not."""
    return SchemeVersion.objects.filter(code=code).order_by("-version").first()


def scheme_by_digest(digest: str) -> SchemeVersion | None:
    """Exactly this frozen document."""
    return SchemeVersion.objects.filter(digest=digest).first()


def document_of(version: SchemeVersion) -> dict[str, Any]:
    """The document of a version, with exact decimals."""
    document: dict[str, Any] = load(version.document)
    return document


def scheme_of(version: SchemeVersion) -> Scheme:
    """The scheme of a version, read once: a frozen document cannot change."""
    return _read(version.digest, version.document)


@lru_cache(maxsize=256)
def _read(_digest: str, document: str) -> Scheme:
    return read_scheme(load(document))


def open_draft(code: str) -> SchemeDraft | None:
    """The draft of this scheme that is under way."""
    ended = SchemeDraft.machine.final_states() + SchemeDraft.machine.resting
    return SchemeDraft.everything.filter(code=code).exclude(state__in=ended).first()


def indicator_names(draft: SchemeDraft) -> dict[str, str]:
    """The indicators of a draft's text, id → name, in their order."""
    entries = load(draft.document).get("indicators", [])
    return {
        str(entry["id"]): str(entry.get("name", ""))
        for entry in entries
        if isinstance(entry, dict) and entry.get("id")
    }


def newest_schemes() -> QuerySet[SchemeVersion]:
    """The newest version of every scheme, withdrawn ones too, without their documents."""
    newest = SchemeVersion.objects.values("code").annotate(newest=Max("id")).values("newest")
    found = SchemeVersion.objects.filter(id__in=newest).select_related("draft__owner")
    return found.defer("document", "draft__document", "draft__consulted").order_by("code")


def open_drafts(user: User) -> QuerySet[SchemeDraft]:
    """The drafts under way that this person may read, without their documents."""
    ended = SchemeDraft.machine.final_states() + SchemeDraft.machine.resting
    found: QuerySet[SchemeDraft] = SchemeDraft.objects.visible_to(user, Permission.SCHEME_READ)
    rows = found.exclude(state__in=ended).select_related("owner", "revises")
    return rows.defer("document", "consulted", "revises__document").order_by("code")


def versions_of(code: str) -> QuerySet[SchemeVersion]:
    """All versions of a scheme, newest first, without their documents."""
    found = SchemeVersion.objects.filter(code=code).select_related("draft__owner")
    return found.defer("document", "draft__document", "draft__consulted").order_by("-version")


def comments_on(draft: SchemeDraft) -> QuerySet[SchemeComment]:
    """What was said about a draft, in the order it was said, with who said it."""
    return draft.comments.select_related("organisation", "by", "disposed_by").order_by("id")


def industry_names(codes: Iterable[str]) -> dict[str, str]:
    """Code → name, of the codes that are known."""
    known = IndustryClass.objects.filter(code__in=set(codes), edition="2017")
    return dict(known.values_list("code", "name"))


def writes_for(office: Organisation) -> Organisation:
    """Whose schemes an office writes: its own; the institute the commission's."""
    if office.kind != Kind.INSTITUTE:
        return office
    return Organisation.objects.get(kind=Kind.COMMISSION)


def lists_for(user: User) -> QuerySet[BenchmarkList]:
    """The benchmark lists this person may read, with how many items each has."""
    found: QuerySet[BenchmarkList] = BenchmarkList.objects.visible_to(user, Permission.SCHEME_READ)
    rows = found.exclude(state="dropped").select_related("owner")
    return rows.annotate(count=Count("items")).order_by("code", "-edition")
