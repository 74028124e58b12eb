"""The matrix as a workbook and as JSON: equal to the page."""

from __future__ import annotations

import io
import json

import xlsxwriter

from duibiao.bases.matrix_showing import ShownCell, ShownMatrix, ShownRow
from duibiao.ui.wording import Language, text, word

COUNTS = ("stricter", "equal", "looser", "undecided", "absent")


def as_json(found: ShownMatrix) -> bytes:
    """The page's contents, key by key."""
    return json.dumps(found.as_json(), ensure_ascii=False, indent=2).encode()


def as_workbook(found: ShownMatrix, language: Language) -> bytes:
    """One sheet: a row per indicator, a column per standard, the counts below."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet(text("matrix.title", language)[:31])
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        sheet.write_row(0, 0, heads(found, language), bold)
        for place, row in enumerate(found.rows, 1):
            sheet.write_row(place, 0, row_texts(row, language), plain)
        for place, name in enumerate(COUNTS, len(found.rows) + 1):
            counts = [getattr(column.tally, name) for column in found.columns]
            sheet.write_row(place, 0, [text(f"matrix.{name}", language), "", "", *counts], bold)
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, 2 + len(found.columns), 24)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
    return buffer.getvalue()


def heads(found: ShownMatrix, language: Language) -> list[str]:
    """The heading row."""
    own = [text(f"matrix.{name}", language) for name in ("indicator", "declared", "own_standard")]
    columns = [f"{one.standard}\n{one.scheme}" for one in found.columns]
    ends = [text(f"matrix.{name}", language) for name in ("leads", "trails", "note")]
    return [*own, *columns, *ends]


def row_texts(row: ShownRow, language: Language) -> list[str]:
    """One row as texts."""
    join = text("matrix.join", language)
    mark = text("matrix.strictest", language)
    declared = f"{row.declared}\n{mark}" if row.strictest else row.declared
    cells = [cell_text(cell, language) for cell in row.cells]
    return [
        *(row.name, declared, row.standard, *cells),
        *(join.join(row.leads), join.join(row.trails), row.note),
    ]


def cell_text(cell: ShownCell, language: Language) -> str:
    """One cell as text: demand and clause, relation and gap, reason, mark."""
    parts = [
        " ".join(part for part in (cell.demand, cell.clause) if part),
        f"{word(cell.relation, language)} {cell.gap}".strip() if cell.relation else "",
        cell.reason,
        text("matrix.strictest", language) if cell.strictest else "",
    ]
    return "\n".join(part for part in parts if part)
