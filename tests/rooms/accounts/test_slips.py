"""What the owner of a new account is handed."""

from __future__ import annotations

import base64
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.test import RequestFactory

from duibiao.accounts.slips import Slip, slips_page, slips_workbook

SLIPS = [
    Slip(f"天津市第{n}企业", f"e-{n}", f"K7QM-2XRT-9HBC-{n:04}", date(2018, 4, 30), "李四")
    for n in range(12)
]


@pytest.mark.clause("五(二)2(1)-3")
def test_the_workbook_holds_every_code_as_text() -> None:
    evil = Slip("=HYPERLINK(1)", "@x", "+1", date(2018, 4, 30))
    book = openpyxl.load_workbook(
        BytesIO(slips_workbook([*SLIPS, evil], site="http://x/activate/"))
    )
    rows = list(book.active.iter_rows(min_row=2))
    assert len(rows) == 13
    assert [cell.value for cell in rows[0]][:4] == [
        *("天津市第0企业", "李四", "e-0", "K7QM-2XRT-9HBC-0000")
    ]
    assert [cell.data_type for cell in rows[12]][:4] == ["s"] * 4


@pytest.mark.clause("五(二)2(1)-3")
def test_the_page_holds_slips_and_workbook(rf: RequestFactory) -> None:
    page = slips_page(rf.get("/"), SLIPS, back="/accounts/").content.decode()
    assert page.count('class="slip"') == 12
    assert all(slip.code in page for slip in SLIPS)
    assert "http://testserver/activate/" in page
    data = page.partition("base64,")[2].partition('"')[0]
    assert base64.b64decode(data).startswith(b"PK")
