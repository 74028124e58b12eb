"""Beginning a draft, and taking a scheme out: from nothing, a version, a workbook, JSON."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from duibiao.access import Permission, acting, load_or_404
from duibiao.accounts.models import User
from duibiao.catalogue import actions
from duibiao.catalogue.editor_facts import NoScheme
from duibiao.catalogue.editor_files import document_of_file, json_of
from duibiao.catalogue.models import SchemeDraft, SchemeVersion
from duibiao.catalogue.queries import current_schemes, writes_for
from duibiao.catalogue.scheme_workbook import scheme_workbook
from duibiao.catalogue.scheme_workbook_reading import SchemeBookUnusable
from duibiao.core.canonical import load
from duibiao.core.compare.scheme_editing import Document, empty_document
from duibiao.core.errors import Fact
from duibiao.files.facts import FileEmpty
from duibiao.organisations.kinds import Kind
from duibiao.organisations.models import Organisation
from duibiao.ui import wording
from duibiao.ui.language import language_of
from duibiao.workflow.facts import StepRefused

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CODE, LONGEST_TITLE = 100, 200


@login_required
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponseBase:
    """Begin a draft. Fields: code, title, and none or one of revises (a version) and file."""
    user = cast(User, request.user)
    owner = writes_for(acting(user, Permission.SCHEME_DRAFT))
    facts: tuple[Fact, ...] = ()
    if request.method == "POST":
        try:
            draft = _begin(request, user, owner)
        except Fact as wrong:
            facts = facts_of(wrong)
        else:
            return redirect("scheme-editor:editor", draft.pk)
    context = {
        "facts": facts,
        "versions": _revisable(owner),
        "typed": request.POST,
        "chosen": request.POST.get("revises") or request.GET.get("revises", ""),
    }
    return render(request, "catalogue/edit_start.html", context, status=422 if facts else 200)


@login_required
@require_POST
def upload(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Let a file be the draft's document. Fields: file, version (as seen)."""
    user = cast(User, request.user)
    draft = load_or_404(user, SchemeDraft, Permission.SCHEME_DRAFT, pk=pk)
    seen = request.POST.get("version", "")
    language = language_of(request)
    try:
        document = _given(request)
        if document is None:
            raise FileEmpty("")
        actions.save_document(
            draft=draft,
            document=document,
            expected_version=int(seen) if seen.isdecimal() and len(seen) < 10 else 0,
            by=user,
        )
    except Fact as wrong:
        for fact in facts_of(wrong):
            messages.error(request, wording.sentence(fact, language))
    else:
        messages.success(request, wording.text("scheme_edit.taken_over", language))
    return redirect("scheme-editor:editor", draft.pk)


@login_required
@require_safe
def draft_file(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """A draft as workbook or JSON."""
    user = cast(User, request.user)
    draft = load_or_404(user, SchemeDraft, Permission.SCHEME_READ, pk=pk)
    return _file(load(draft.document), kind, f"scheme-draft-{draft.pk}")


@require_safe
def version_file(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """A published version as workbook or JSON, for everybody."""
    del request
    version = get_object_or_404(SchemeVersion, pk=pk)
    return _file(load(version.document), kind, f"scheme-{version.pk}-v{version.version}")


def facts_of(wrong: Fact) -> tuple[Fact, ...]:
    """All facts in one: a workbook's problems, a step's reasons."""
    if isinstance(wrong, SchemeBookUnusable):
        return wrong.problems
    return wrong.facts if isinstance(wrong, StepRefused) else (wrong,)


def _begin(request: HttpRequest, user: User, owner: Organisation) -> SchemeDraft:
    revises = request.POST.get("revises", "")
    if revises:
        if not revises.isdecimal() or len(revises) > 18:
            raise Http404
        version = get_object_or_404(SchemeVersion, pk=int(revises))
        return actions.start_draft(
            owner=owner, code=version.code, title=version.title, by=user, revises=version
        )
    document = _given(request)
    code = _said(request, "code", document, "scheme_id")[:LONGEST_CODE]
    title = _said(request, "title", document, "title")[:LONGEST_TITLE]
    if not code or not title:
        raise NoScheme
    document = document if document is not None else empty_document(code, title)
    return actions.start_draft(owner=owner, code=code, title=title, by=user, document=document)


def _said(request: HttpRequest, name: str, document: Document | None, key: str) -> str:
    """What was typed, else what the file says."""
    typed = request.POST.get(name, "").strip()
    given: Any = (document or {}).get(key)
    return typed or (given.strip() if isinstance(given, str) else "")


def _given(request: HttpRequest) -> Document | None:
    found = request.FILES.get("file")
    if not isinstance(found, UploadedFile):
        return None
    return document_of_file(found.read(), found.name or "")


def _revisable(owner: Organisation) -> QuerySet[SchemeVersion]:
    """What she may revise: her office's own; what was loaded is the national office's."""
    own = Q(draft__owner=owner)
    if owner.kind == Kind.NATIONAL_OFFICE:
        own |= Q(draft=None)
    return current_schemes().filter(own)


def _file(document: Document, kind: str, name: str) -> HttpResponse:
    if kind not in ("xlsx", "json"):
        raise Http404
    content, media = (
        (scheme_workbook(document), XLSX)
        if kind == "xlsx"
        else (json_of(document), "application/json")
    )
    headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return HttpResponse(content, content_type=media, headers=headers)
