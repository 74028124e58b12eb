"""What a new account's owner is handed: a slip of paper, or a row of a workbook.

Higher rooms call `slips_page` right after issuing; the codes exist nowhere else afterwards.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from xlsxwriter import Workbook

from duibiao.ui.language import language_of
from duibiao.ui.wording import Language, text

WIDTHS = (44, 16, 22, 24, 14, 44)


@dataclass(frozen=True, slots=True)
class Slip:
    """One account to hand over."""

    organisation: str
    username: str
    code: str
    last_day: date
    person: str = ""


def slips_page(request: HttpRequest, slips: Sequence[Slip], *, back: str = "") -> HttpResponse:
    """The slips, ten to a page of A4, and the same list as a workbook: both in this one answer,
    as the codes are not kept."""
    language = language_of(request)
    site = request.build_absolute_uri(reverse("accounts:activate"))
    book = slips_workbook(slips, site=site, language=language)
    context = {
        "slips": slips,
        "site": site,
        "workbook": base64.b64encode(book).decode("ascii"),
        "workbook_name": text("accounts.slips_file", language) + ".xlsx",
        "back": back,
    }
    return render(request, "accounts/slips.html", context)


def slips_workbook(slips: Sequence[Slip], *, site: str, language: Language = "zh") -> bytes:
    """One row each: organisation, person, user name, code, last day, where to activate."""
    buffer = BytesIO()
    # Texts stay texts: no name of an organisation becomes a formula or a link.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(buffer, options)
    sheet = book.add_worksheet(text("accounts.slips_file", language)[:31])
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    keys = ("organisation", "person", "username", "code", "until", "site")
    for place, (key, width) in enumerate(zip(keys, WIDTHS, strict=True)):
        sheet.write_string(0, place, text(f"accounts.column_{key}", language), bold)
        sheet.set_column(place, place, width)
    for row, slip in enumerate(slips, 1):
        for place, value in enumerate((slip.organisation, slip.person, slip.username, slip.code)):
            sheet.write_string(row, place, value)
        sheet.write_datetime(row, 4, slip.last_day, day)
        sheet.write_string(row, 5, site)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(slips), len(keys) - 1)
    book.close()
    return buffer.getvalue()
