"""The editor of a draft scheme: one page, and addresses that take cells, operations and blocks.

A plain form gets a page or a redirect; the page's script asks for JSON and gets the same answers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from duibiao.access import Permission, load_or_404
from duibiao.accounts.models import User
from duibiao.catalogue import actions
from duibiao.catalogue.editor_cells import Shown, value_of
from duibiao.catalogue.editor_keys import KeyUnknown, key_of, place_of, typed_in
from duibiao.catalogue.editor_missing import missing
from duibiao.catalogue.editor_operations import Done, perform
from duibiao.catalogue.editor_reading import read_aloud
from duibiao.catalogue.models import EDITABLE, SchemeDraft
from duibiao.core.canonical import load
from duibiao.core.compare.scheme_editing import Document
from duibiao.core.compare.scheme_editing_cells import CellMoved, Refused, paste, shown, write_all
from duibiao.core.errors import Fact
from duibiao.ui import wording
from duibiao.ui.language import language_of
from duibiao.workflow.facts import Stale, StepRefused

TRIES = 3  # another's save may come between reading and writing
LONGEST_BLOCK = 200_000
Change = Callable[[Document], tuple[Document, Any]]


@login_required
@require_safe
def editor(request: HttpRequest, pk: int) -> HttpResponse:
    """The page."""
    return _page(request, _draft(request, pk))


@login_required
@require_POST
def cells(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Write cells: <key>=value and was:<key>=what it showed, for each."""
    draft = _draft(request, pk)
    try:
        typed = typed_in(request.POST)
        draft, refused = _change(request, draft, lambda document: write_all(document, typed))
    except (KeyUnknown, Fact) as wrong:
        return _refuse(request, draft, wrong)
    if not _asks_json(request):
        return _plain_answer(request, draft, refused)
    return JsonResponse(
        {**_answer(request, draft), "cells": _cells(draft, typed, refused, request)}
    )


@login_required
@require_POST
def do(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Add, move, remove, spread. Field: op; for a new standard role and number; version where
    rows are known by their place."""
    draft = _draft(request, pk)
    asked = request.POST.get("op", "")

    def change(document: Document) -> tuple[Document, Done]:
        if asked.startswith("task."):
            _expect(request, draft)
        done = perform(document, asked, request.POST.dict())
        return done.document, done

    try:
        draft, done = _change(request, draft, change)
    except Fact as wrong:
        return _refuse(request, draft, wrong)
    if not _asks_json(request):
        return redirect(f"{_address(draft)}#{done.focus}")
    return JsonResponse({**_answer(request, draft, parts=True), "focus": done.focus})


@login_required
@require_POST
def block(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Lay a block over the cells from one on. Fields: at (its key), block, version."""
    draft = _draft(request, pk)
    text = request.POST.get("block", "")[:LONGEST_BLOCK]

    def change(document: Document) -> tuple[Document, list[Refused]]:
        _expect(request, draft)
        return paste(document, place_of(request.POST.get("at", "")), text, value_of)

    try:
        draft, refused = _change(request, draft, change)
    except (KeyUnknown, ValueError, Fact) as wrong:
        return _refuse(request, draft, wrong)
    answer = _answer(request, draft, parts=True)
    language = language_of(request)
    said = [f"{one.typed.value}: {wording.sentence(one.fact, language)}" for one in refused]
    return JsonResponse({**answer, "said": said})


@login_required
@require_POST
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    """How the engine reads a cell while it is typed. Fields: key, value."""
    document = _document(_draft(request, pk))
    try:
        place = place_of(request.POST.get("key", ""))
        said = read_aloud(document, place, request.POST.get("value", ""), language_of(request))
    except (KeyUnknown, Fact):
        return JsonResponse({"read": "", "unread": False})
    return JsonResponse(said)


# Writing


def _draft(request: HttpRequest, pk: int) -> SchemeDraft:
    user = cast(User, request.user)
    draft: SchemeDraft = load_or_404(user, SchemeDraft, Permission.SCHEME_DRAFT, pk=pk)
    return draft


def _document(draft: SchemeDraft) -> Document:
    document: Document = load(draft.document)
    return document


def _change(request: HttpRequest, draft: SchemeDraft, change: Change) -> tuple[SchemeDraft, Any]:
    """Change the document as it stands now; once more when somebody saved in between: what was
    seen is compared cell by cell, so nothing of hers is written over."""
    for left in reversed(range(TRIES)):
        document, result = change(_document(draft))
        try:
            saved = actions.save_document(
                draft=draft,
                document=document,
                expected_version=draft.version,
                by=cast(User, request.user),
            )
        except StepRefused as refused:
            if not left or not any(isinstance(fact, Stale) for fact in refused.facts):
                raise
            draft = _draft(request, draft.pk)
        else:
            return saved, result
    raise AssertionError  # the last try returns or raises


def _expect(request: HttpRequest, draft: SchemeDraft) -> None:
    """Rows known by their place only are changed by who sees them as they are."""
    seen = request.POST.get("version", "")
    if seen != str(draft.version):
        raise Stale(int(seen) if seen.isdecimal() and len(seen) < 10 else 0, draft.version)


# Answers


def _asks_json(request: HttpRequest) -> bool:
    return request.accepts("application/json") and not request.accepts("text/html")


def _address(draft: SchemeDraft) -> str:
    return reverse("scheme-editor:editor", args=[draft.pk])


def _page(
    request: HttpRequest, draft: SchemeDraft, refused: list[Refused] | None = None
) -> HttpResponse:
    status = 409 if refused else 200
    return render(request, "catalogue/edit.html", _context(request, draft, refused), status=status)


def _context(
    request: HttpRequest, draft: SchemeDraft, refused: list[Refused] | None = None
) -> dict[str, Any]:
    language = language_of(request)
    document = _document(draft)
    kept = {
        key_of(one.typed.place): (one.typed.value, wording.sentence(one.fact, language))
        for one in refused or ()
    }
    return {
        "draft": draft,
        "shown": Shown(document, language, kept),
        "missing": missing(document, language),
        "refused": [said for _, said in kept.values()],
        "writing": draft.state in EDITABLE,
        "language": language,
    }


def _plain_answer(
    request: HttpRequest, draft: SchemeDraft, refused: list[Refused]
) -> HttpResponseBase:
    if refused:
        return _page(request, draft, refused)
    messages.success(request, wording.text("scheme_edit.saved", language_of(request)))
    return redirect(f"{_address(draft)}#{request.POST.get('then', '')}")


def _answer(request: HttpRequest, draft: SchemeDraft, *, parts: bool = False) -> dict[str, Any]:
    """What the page's script needs after a change."""
    context = _context(request, draft)
    answer = {
        "version": draft.version,
        "sum": context["shown"].sum,
        "missing": render_to_string("catalogue/_edit_missing.html", context, request),
    }
    if parts:
        answer["parts"] = render_to_string("catalogue/_edit_parts.html", context, request)
    return answer


def _cells(
    draft: SchemeDraft, typed: list[Any], refused: list[Refused], request: HttpRequest
) -> dict[str, Any]:
    """By key: what stands there now, and why something was not written."""
    language, document = language_of(request), _document(draft)
    wrong = {key_of(one.typed.place): one for one in refused}
    found = {}
    for one in typed:
        key = key_of(one.place)
        refusal = wrong.get(key)
        if refusal is None:
            said = read_aloud(document, one.place, one.value, language)
            found[key] = {"state": "saved", "value": shown(document, one.place), **said}
        else:
            moved = isinstance(refusal.fact, CellMoved)
            found[key] = {
                "state": "changed" if moved else "refused",
                "present": str(refusal.fact.values().get("present", "")),
                "said": wording.sentence(refusal.fact, language),
            }
    return found


def _refuse(request: HttpRequest, draft: SchemeDraft, wrong: Exception) -> HttpResponseBase:
    """Nothing was written, and why."""
    language = language_of(request)
    facts = wrong.facts if isinstance(wrong, StepRefused) else (wrong,)
    said = [
        wording.sentence(one, language)
        if isinstance(one, Fact)
        else wording.text("scheme_edit.not_understood", language)
        for one in facts
    ]
    if _asks_json(request):
        return JsonResponse({"said": said, "version": draft.version}, status=409)
    for one in said:
        messages.error(request, one)
    return redirect(_address(draft))
