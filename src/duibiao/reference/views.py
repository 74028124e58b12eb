"""Pages of reference data, open to everybody: regions, industries, size limits, terms."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from duibiao.core.errors import Fact
from duibiao.core.identify.enterprise_size import Figure, SizeFinding, classify, groups
from duibiao.reference.forms import SizeForm
from duibiao.reference.models import IndustryClass
from duibiao.reference.queries import (
    full_code,
    industries,
    industry_counts,
    known_industry,
    path_of,
    regions,
)
from duibiao.reference.terms import found, terms

FOUND = 200  # classes of one search


@dataclass(frozen=True, slots=True)
class Class:
    """A class of industries as a page shows it."""

    row: IndustryClass
    code: str
    below: int
    choose: str = ""  # where choosing it leads


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What there is."""
    counts = industry_counts()
    context = {
        "regions": regions().filter(level="district").count(),
        "industries": sum(counts.values()),
        "groups": len(groups()),
        "terms": len(terms()),
    }
    return render(request, "reference/index.html", context)


@require_safe
def region_page(request: HttpRequest) -> HttpResponse:
    """The divisions with their codes (GB/T 2260)."""
    return render(request, "reference/regions.html", {"regions": regions()})


@require_safe
def industry_page(request: HttpRequest) -> HttpResponse:
    """GB/T 4754—2017 level by level, or by name. `next`: an address of ours a chosen code is
    handed to, as `industry`."""
    words, under = _asked(request, "words"), _asked(request, "under")
    choose = _chooser(request)
    rows = industries(words, under)[:FOUND]
    context = {
        "classes": [
            Class(row, full_code(row), getattr(row, "below", 0), choose(full_code(row)))
            for row in rows
        ],
        "path": [Class(row, full_code(row), 0) for row in path_of(under)],
        "words": words,
        "next": request.GET.get("next", "") if choose("") else "",
    }
    return render(request, "reference/industries.html", context)


@require_safe
def size_page(request: HttpRequest) -> HttpResponse:
    """The limits of 大中小微型, and what a set of figures amounts to."""
    form = SizeForm(request.GET) if request.GET else SizeForm()
    finding: SizeFinding | None = None
    fact: Fact | None = None
    industry: IndustryClass | None = None
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            industry = known_industry(given["industry"])
            finding = classify(
                given["industry"],
                employees=given["employees"],
                revenue_wan=given["revenue"],
                assets_wan=given["assets"],
            )
        except Fact as problem:
            fact = problem
    context = {
        "groups": [
            {
                "name": group.name,
                "codes": group.codes,
                "cells": [group.limits.get(figure, ()) for figure in Figure],
            }
            for group in groups()
        ],
        "form": form,
        "finding": finding,
        "fact": fact,
        "industry": industry,
    }
    return render(request, "reference/sizes.html", context)


@require_safe
def term_page(request: HttpRequest) -> HttpResponse:
    """The 29 terms; searched in both languages."""
    words = _asked(request, "words")
    return render(request, "reference/terms.html", {"terms": found(words), "words": words})


@require_safe
def terms_csv(request: HttpRequest) -> HttpResponse:
    """The terms as a file."""
    kept = StringIO()
    rows = csv.writer(kept)
    rows.writerow(("number", "clause", "zh", "en", "meaning_zh", "meaning_en"))
    for one in terms():
        texts = (one.chinese, one.english, one.meaning_chinese, one.meaning_english)
        rows.writerow((one.number, one.clause, *texts))
    response = HttpResponse("\ufeff" + kept.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="terms.csv"'
    return response


def _asked(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\x00", "").strip()[:40]


def _chooser(request: HttpRequest) -> Callable[[str], str]:
    """The address a chosen code leads back to; nowhere unless it is one of ours."""
    back = request.GET.get("next", "")
    ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    joint = "&" if "?" in back else "?"
    return lambda code: f"{back}{joint}{urlencode({'industry': code})}" if ours else ""
