"""The document of a filing as a workbook, for people."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter

from duibiao.reporting.document import thaw
from duibiao.ui.wording import text

MEMBER = ("uscc", "name", "district", "industry", "format", "size")
COUNTS = ("products", "standards", "indicators", "in_scope", "self_declared")
HEADINGS = {
    "uscc": "信用代码",
    "name": "企业名称",
    "district": "区划代码",
    "industry": "行业代码",
    "format": "业态",
    "size": "划型",
}


def as_workbook(document: str) -> bytes:
    """Members and summary on one sheet each, with number and digest of the filing."""
    content = thaw(document) if document else {"members": [], "summary": {}, "number": ""}
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        _members(book, content)
        _summary(book, content)
    return buffer.getvalue()


def _members(book: xlsxwriter.Workbook, content: dict[str, Any]) -> None:
    sheet = book.add_worksheet(text("filing.members"))
    bold = book.add_format({"bold": True})
    heads = [HEADINGS[n] for n in MEMBER] + [text(f"filing.{n}") for n in COUNTS] + ["SHA-256"]
    sheet.write_row(0, 0, heads, bold)
    for place, member in enumerate(content["members"], 1):
        texts = [str(member["enterprise"][name]) for name in MEMBER]
        figures = [member["counts"][name] for name in COUNTS]
        sheet.write_row(place, 0, [*texts, *figures, member["digest"]])
    sheet.freeze_panes(1, 2)
    sheet.set_column(0, 1, 24)


def _summary(book: xlsxwriter.Workbook, content: dict[str, Any]) -> None:
    sheet = book.add_worksheet(text("filing.summary")[:4])
    bold = book.add_format({"bold": True})
    columns = ("enterprises", "sme", *COUNTS)
    heads = [text("filing.level"), text("filing.class"), *(text(f"filing.{c}") for c in columns)]
    sheet.write_row(0, 0, heads, bold)
    place = 1
    for level, rows in content["summary"].items():
        for row in rows:
            level_word = text(f"filing.level_{level}")
            sheet.write_row(place, 0, [level_word, row["code"], *(row[c] for c in columns)])
            place += 1
