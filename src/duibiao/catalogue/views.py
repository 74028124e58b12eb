"""Pages of published schemes: open to everybody, like what they hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from duibiao import clock
from duibiao.access import Permission, may
from duibiao.accounts.models import User
from duibiao.catalogue.models import SchemeDraft, SchemeVersion
from duibiao.catalogue.presenting import gone_in, page_of
from duibiao.catalogue.queries import (
    document_of,
    industry_names,
    newest_schemes,
    open_drafts,
    versions_of,
)
from duibiao.core.compare.scheme_difference import difference

SUPERSEDED = "superseded"
DIVISION = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: a published scheme, or a draft."""

    title: str
    url: str
    product: str
    industry: str
    state: str
    version: int | None
    day: date | None
    owner: str


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The schemes: published, in consultation, one's own drafts; by industry and state."""
    entries = [_published(one) for one in newest_schemes()]
    if isinstance(request.user, User):
        entries += [_drafted(one) for one in open_drafts(request.user)]
    industry, state = request.GET.get("industry", ""), request.GET.get("state", "")
    names = industry_names({e.industry for e in entries} | {e.industry[:2] for e in entries})
    divisions = sorted({e.industry[:DIVISION] for e in entries if e.industry})
    shown = [
        e for e in entries if e.industry.startswith(industry) and (not state or e.state == state)
    ]
    context = {
        "entries": [(entry, names.get(entry.industry, "")) for entry in shown],
        "divisions": [(code, names.get(code, "")) for code in divisions],
        "states": sorted({entry.state for entry in entries}),
        "industry": industry,
        "state": state,
        "total": len(entries),
        "may_draft": _may_draft(request),
        "may_rehearse": may_rehearse(request),
    }
    return render(request, "catalogue/index.html", context)


@require_safe
def version(request: HttpRequest, pk: int) -> HttpResponse:
    """One frozen version: the six elements and the three sections."""
    found = get_object_or_404(SchemeVersion.objects.select_related("draft__owner"), pk=pk)
    versions = list(versions_of(found.code))
    draft: SchemeDraft | None = getattr(found, "draft", None)
    newest, page = versions[0], page_of(found.document)
    context = {
        "version": found,
        "draft": draft,
        "page": page,
        "gone": gone_in(page),
        "standing": _standing(found, draft, newest),
        "newest": newest,
        "versions": versions,
        "industry_name": industry_names([found.industry_code]).get(found.industry_code, ""),
        "may_revise": _may_draft(request) and found == newest,
        "may_rehearse": may_rehearse(request),
    }
    return render(request, "catalogue/version.html", context)


@require_safe
def version_json(request: HttpRequest, pk: int) -> HttpResponse:
    """The document, byte for byte what the digest names."""
    del request
    found = get_object_or_404(SchemeVersion, pk=pk)
    response = HttpResponse(found.document, content_type="application/json; charset=utf-8")
    name = f"scheme-{found.pk}-v{found.version}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def version_changes(request: HttpRequest, pk: int) -> HttpResponse:
    """What changed since another version (`since`, its number), else since the one before."""
    found = get_object_or_404(SchemeVersion, pk=pk)
    others = SchemeVersion.objects.filter(code=found.code).exclude(pk=found.pk)
    asked = request.GET.get("since", "")
    if asked.isdecimal() and len(asked) < 10:
        since = get_object_or_404(others, version=int(asked))
    else:
        since = get_object_or_404(others, version=found.version - 1)
    context = {
        "title": found.title,
        "back": found.get_absolute_url(),
        "old": since,
        "new": found,
        "others": others.order_by("-version").defer("document"),
        "changes": difference(document_of(since), document_of(found)),
    }
    return render(request, "catalogue/changes.html", context)


def may_rehearse(request: HttpRequest) -> bool:
    """May she run a scheme over filings?"""
    return isinstance(request.user, User) and may(request.user, Permission.REHEARSAL_READ)


def _may_draft(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and may(request.user, Permission.SCHEME_DRAFT)


def _standing(found: SchemeVersion, draft: SchemeDraft | None, newest: SchemeVersion) -> str:
    """Current, superseded by a newer version, or withdrawn."""
    if draft is not None and draft.state == "withdrawn":
        return draft.state
    return "published" if found == newest else SUPERSEDED


def _published(one: SchemeVersion) -> Entry:
    draft: SchemeDraft | None = getattr(one, "draft", None)
    return Entry(
        title=one.title,
        url=one.get_absolute_url(),
        product=one.product,
        industry=one.industry_code,
        state=draft.state if draft else "published",
        version=one.version,
        day=one.loaded_at.astimezone(clock.ZONE).date(),
        owner=draft.owner.name if draft else "",
    )


def _drafted(one: SchemeDraft) -> Entry:
    return Entry(
        title=one.title,
        url=one.get_absolute_url(),
        product=one.revises.product if one.revises else "",
        industry=one.revises.industry_code if one.revises else "",
        state=one.state,
        version=None,
        day=one.comment_until if one.state == "consultation" else None,
        owner=one.owner.name,
    )
