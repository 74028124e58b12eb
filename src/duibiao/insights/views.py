"""Pages of the boards."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from duibiao.accounts.models import User
from duibiao.campaigns.queries import current_campaign
from duibiao.insights import actions, queries
from duibiao.insights.presenting import (
    board_rows,
    chosen_words,
    filters_of,
    member_heads,
    member_row,
)
from duibiao.ui.language import language_of
from duibiao.ui.wording import text

PAGE = 100
LONGEST_DOWNLOAD = 100_000


def _user(request: HttpRequest) -> User:
    return cast(User, request.user)


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The boards a person may open, each with its one number."""
    campaign = current_campaign()
    context = {
        "campaign": campaign,
        "counters": queries.counters_for(_user(request), campaign),
        "entries": queries.entries_for(_user(request), campaign, language_of(request)),
        "as_of": queries.as_of(),
    }
    return render(request, "insights/index.html", context)


@login_required
@require_safe
def board(request: HttpRequest, name: str) -> HttpResponse:
    """A board: its tables, within the filters chosen."""
    user, campaign, language = _user(request), current_campaign(), language_of(request)
    found = queries.board_for(user, name)
    asked = queries.question(user, campaign, found, request.GET.dict())
    context = {
        "board": found,
        "title_key": f"board.{found.name}",
        "lead_key": f"board.{found.name}.lead",
        "tables": queries.tables_of(found, asked, language),
        "filters": filters_of(found, asked, language),
        "chosen": asked.chosen,
        "level": asked.level,
        "query": request.GET.urlencode(),
        "as_of": queries.as_of(),
    }
    return render(request, "insights/board.html", context)


@login_required
@require_safe
def board_csv(request: HttpRequest, name: str) -> HttpResponse:
    """The same tables as a file."""
    user, campaign, language = _user(request), current_campaign(), language_of(request)
    found = queries.board_for(user, name)
    asked = queries.question(user, campaign, found, request.GET.dict())
    tables = queries.tables_of(found, asked, language)
    moment = f"{queries.as_of():%Y-%m-%d %H:%M}"
    content = actions.download(
        name=found.name,
        heads=[text(f"board.{found.name}", language), text("board.as_of", language, moment=moment)],
        rows=board_rows(tables, language),
        permission=found.permission,
        by=user,
    )
    return _file(content, found.name)


@login_required
@require_safe
def members(request: HttpRequest, name: str, subject: str, measure: str) -> HttpResponse:
    """What a figure counts, a hundred at a time."""
    user, campaign, language = _user(request), current_campaign(), language_of(request)
    found = queries.members_for(user, campaign, (name, subject, measure), request.GET.dict())
    after = request.GET.get("after", "")
    rows = found.rows.order_by("pk")
    if after.isdecimal() and len(after) < 19:
        rows = rows.filter(pk__gt=int(after))
    page = list(rows[: PAGE + 1])
    kept = request.GET.copy()
    kept.pop("after", None)
    context = {
        "board": found.board,
        "board_key": f"board.{found.board.name}",
        "title_key": f"figure.{subject}.{measure}",
        "subject_key": f"subject.{subject}",
        "download": reverse("boards:members-csv", args=[name, subject, measure]),
        "words": chosen_words(found, language),
        "count": found.count,
        "heads": member_heads(found),
        "rows": [member_row(found, row, language) for row in page[:PAGE]],
        "after": page[PAGE - 1].pk if len(page) > PAGE else None,
        "query": kept.urlencode(),
        "as_of": queries.as_of(),
    }
    return render(request, "insights/members.html", context)


@login_required
@require_safe
def members_csv(request: HttpRequest, name: str, subject: str, measure: str) -> HttpResponse:
    """The same members as a file."""
    user, campaign, language = _user(request), current_campaign(), language_of(request)
    found = queries.members_for(user, campaign, (name, subject, measure), request.GET.dict())
    rows = found.rows.order_by("pk")[:LONGEST_DOWNLOAD].iterator(2_000)
    content = actions.download(
        name=f"{name}/{subject}/{measure}",
        heads=[text(key, language) for key in member_heads(found)],
        rows=(
            [shown.label, *(cell.text for cell in shown.cells)]
            for shown in (member_row(found, row, language) for row in rows)
        ),
        permission=found.board.permission,
        by=user,
    )
    return _file(content, f"{name}-{subject}-{measure}")


def _file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response
