"""Pages of rehearsals."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from duibiao.access import Permission, may, require
from duibiao.bases.actions.exporting import note_rehearsal
from duibiao.bases.matrix_pages import TYPES
from duibiao.bases.rehearsal import Target, changed, earlier, open_drafts, rehearsed, target
from duibiao.bases.rehearsal_showing import (
    Member,
    figure_named,
    heads,
    member_texts,
    members_of,
    names_of,
    tables,
    title_of,
    whole,
)
from duibiao.bases.views import person
from duibiao.campaigns.queries import current_campaign
from duibiao.catalogue.queries import current_schemes, scheme_of
from duibiao.core.compare.filed import NotJudged
from duibiao.core.compare.rehearsal import OUTCOMES, By, Placed
from duibiao.core.compare.scheme import Scheme
from duibiao.ui.language import language_of
from duibiao.ui.wording import Language, text

PAGE = 200


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What may be rehearsed: drafts under way and published schemes."""
    user = person(request)
    require(user, Permission.REHEARSAL_READ)
    context = {"schemes": list(current_schemes()), "drafts": list(open_drafts(user))}
    return render(request, "bases/rehearsals.html", context)


@login_required
@require_safe
def show(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """The figures: all, by district, by size, by industry."""
    found = _target(request, kind, pk)
    context = _context(request, found)
    if found.scheme is None:
        return render(request, "bases/rehearsal.html", context)
    result = rehearsed(person(request), current_campaign(), found.scheme)
    address = reverse("rehearsals:members", args=[kind, pk])
    context |= {
        "result": result,
        "whole": whole(result, address),
        "tables": tables(result, address, language_of(request)),
        "outcomes": OUTCOMES,
        "reasons": list(NotJudged),
        "versions": list(earlier(found)),
    }
    return render(request, "bases/rehearsal.html", context)


@login_required
@require_safe
def members(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Whom a figure counts: `?figure=`, `?district=`, `?size=`, `?industry=`."""
    found = _target(request, kind, pk)
    placed, words = _members(request, found)
    page = _page_number(request, len(placed))
    shown = members_of(placed[page * PAGE : (page + 1) * PAGE], language_of(request))
    context = _context(request, found) | {
        "words": words,
        "count": len(placed),
        "members": shown,
        "query": request.GET.urlencode(),
        "next_page": page + 2 if (page + 1) * PAGE < len(placed) else None,
        "may_open": may(person(request), Permission.DECLARATION_READ),
    }
    return render(request, "bases/rehearsal_members.html", context)


@login_required
@require_safe
def download(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """The same members as a workbook."""
    found, language = _target(request, kind, pk), language_of(request)
    placed, _ = _members(request, found)
    rows = members_of(placed, language)
    title = title_of(found, language)
    note_rehearsal(title=title, kind="xlsx", rows=len(rows), by=person(request))
    response = HttpResponse(_workbook(rows, language), content_type=TYPES["xlsx"])
    response["Content-Disposition"] = f'attachment; filename="rehearsal-{kind}-{pk}.xlsx"'
    return response


@login_required
@require_safe
def moved(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Who moves between outcomes from another version (`?from=`, else the one before)."""
    found, user, language = _target(request, kind, pk), person(request), language_of(request)
    asked = request.GET.get("from", "")
    versions = earlier(found)
    chosen = versions.filter(pk=int(asked)) if asked.isdecimal() and len(asked) < 10 else versions
    before = get_object_or_404(chosen.order_by("-version")[:1])
    context = _context(request, found)
    if found.scheme is not None:
        first, second, moves = changed(user, current_campaign(), scheme_of(before), found.scheme)
        context |= {
            "before": before,
            "versions": list(versions),
            "compared": [
                (one, len(first.members(one)), len(second.members(one)))
                for one in (*OUTCOMES, *NotJudged)
            ],
            "moves": list(
                zip(
                    members_of([one.before for one in moves], language),
                    members_of([one.after for one in moves], language),
                    strict=True,
                )
            ),
            "may_open": may(user, Permission.DECLARATION_READ),
        }
    return render(request, "bases/rehearsal_moves.html", context)


def _target(request: HttpRequest, kind: str, pk: int) -> Target:
    if kind not in {"scheme", "draft"}:
        raise Http404(kind)
    return target(person(request), kind, pk)


def _context(request: HttpRequest, found: Target) -> dict[str, Any]:
    return {
        "target": found,
        "title": title_of(found, language_of(request)),
        "campaign": current_campaign(),
    }


def _members(request: HttpRequest, found: Target) -> tuple[list[Placed], str]:
    """Whom the address asks for, and in which words."""
    language = language_of(request)
    scheme: Scheme | None = found.scheme
    figure = figure_named(request.GET.get("figure", ""))
    if scheme is None or (figure is None and request.GET.get("figure")):
        raise Http404("figure")
    within = {by: code for by in By if (code := request.GET.get(by.value))}
    groups = {by: "" if code == "-" else code[:20] for by, code in within.items()}
    said = [names_of(by, {code}, language).get(code, code) for by, code in groups.items()]
    result = rehearsed(person(request), current_campaign(), scheme)
    return result.members(figure, groups), text("matrix.join", language).join(
        [_figure_word(figure, language), *said]
    )


def _figure_word(figure: Any, language: Language) -> str:
    kind = type(figure).__name__.lower()
    return text(f"{kind}.{figure.value}" if figure else "rehearsal.everybody", language)


def _page_number(request: HttpRequest, count: int) -> int:
    asked = request.GET.get("page", "1")
    number = int(asked) - 1 if asked.isdecimal() and len(asked) < 6 else 0
    return max(0, min(number, (count - 1) // PAGE if count else 0))


def _workbook(rows: list[Member], language: Language) -> bytes:
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet(text("rehearsal.title", language)[:31])
        sheet.write_row(0, 0, heads(language), book.add_format({"bold": True}))
        for place, one in enumerate(rows, 1):
            sheet.write_row(place, 0, member_texts(one, language))
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, len(heads(language)), 22)
    return buffer.getvalue()
