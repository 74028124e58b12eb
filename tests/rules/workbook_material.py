"""Schemes and workbooks for the rules about workbooks: built in place, names and texts only."""

from __future__ import annotations

import json
import zipfile
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from duibiao.core.compare.scheme import Clause, Direction, Indicator, Scheme, StandardRef
from duibiao.core.measure.requirement import FreeText, Item, Pieces, Requirement, Silent

SCHEMES = files("duibiao.demo") / "schemes"
SCHEME_IDS = sorted(p.name[:-5] for p in SCHEMES.iterdir() if p.name.endswith(".json"))


@lru_cache
def scheme(scheme_id: str) -> Scheme:
    """A demonstration scheme whose requirements are kept as texts: no reader takes part."""
    data = json.loads((SCHEMES / f"{scheme_id}.json").read_text("utf-8"))
    lists = (("domestic_baseline_standards", "baseline"), ("benchmark_standards", ""))
    return Scheme(
        id=data["scheme_id"],
        title=data["title"],
        product=data["product_or_service"]["name"],
        product_english="",
        digest="0" * 64,
        indicators=tuple(_indicator(entry) for entry in data["indicators"]),
        standards=tuple(
            StandardRef(number=entry["number"], title="", kind=kind or entry["kind"])
            for name, kind in lists
            for entry in data[name]
        ),
    )


def _indicator(entry: dict[str, Any]) -> Indicator:
    return Indicator(
        id=entry["id"],
        name=entry["name"],
        unit="" if entry["unit"] == "—" else entry["unit"],
        direction=Direction(entry["direction"]),
        weight=Decimal(str(entry["weight"])),
        synonyms=tuple(entry["synonyms"]),
        test_methods=entry["test_methods"],
        baseline=tuple(_clause(row, baseline=True) for row in entry["domestic_baseline"]),
        benchmarks=tuple(_clause(row, baseline=False) for row in entry["benchmark_requirements"]),
    )


def _clause(row: dict[str, Any], *, baseline: bool) -> Clause:
    text, unit = row["text"], row.get("unit")
    parts = text.split("；")
    content: Any = Silent() if text.startswith("—") else FreeText()
    if len(parts) > 1:
        content = Pieces(items=tuple(_item(part, unit) for part in parts))
    requirement = Requirement(text=text, content=content, unit=unit)
    return Clause(standard=row["standard"], clause="", requirement=requirement, baseline=baseline)


def _item(part: str, unit: str | None) -> Item:
    label, _, rest = part.partition("：") if "：" in part else (part[:3], "", part[3:])
    return Item(label=label, requirement=Requirement(text=rest, content=FreeText(), unit=unit))


def xlsx(rows: list[list[object]], sheet: str = "Sheet1", **more: Any) -> bytes:
    """A workbook of one sheet; texts stay texts, `merge` and `hide` and `formats` may be given."""
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    page = book.add_worksheet(sheet)
    formats = {code: book.add_format({"num_format": code}) for code in more.get("codes", ())}
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if isinstance(value, tuple):
                number, code = value
                page.write_number(row, column, number, formats.get(code) or _format(book, code))
            elif isinstance(value, (int, float)):
                page.write_number(row, column, value)
            elif value:
                page.write_string(row, column, str(value))
    for span, words in more.get("merge", ()):
        page.merge_range(span, words)
    for row in more.get("hidden_rows", ()):
        page.set_row(row, None, None, {"hidden": True})
    book.close()
    return buffer.getvalue()


def _format(book: Workbook, code: str) -> object:
    return book.add_format({"num_format": code})


def package(parts: dict[str, bytes | str], *, stored: bool = False) -> bytes:
    """A zip of these parts."""
    buffer = BytesIO()
    method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def with_sheet(sheet_xml: bytes | str, **parts: bytes | str) -> bytes:
    """A minimal .xlsx whose first sheet is this XML; further parts by name (`xl_styles_xml`)."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package_relation = "http://schemas.openxmlformats.org/package/2006/relationships"
    extra = {
        name.replace("__", "/").replace("_xml", ".xml"): content for name, content in parts.items()
    }
    return package(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relation}"><sheets>'
            '<sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package_relation}">'
            '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": sheet_xml,
            **extra,
        }
    )


def sheet_xml(rows: str, after: str = "") -> str:
    """The XML of a sheet with these rows."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def inline(reference: str, text: str) -> str:
    """A cell that holds a text."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'
