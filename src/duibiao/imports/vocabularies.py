"""The code lists every list may need: districts and industries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from duibiao.imports.definition import Choice, Column, ColumnKind, Context
from duibiao.imports.reading.choices import CodeList, code_list
from duibiao.reference.models import IndustryClass, Region

EDITION = "2017"
LISTED_KINDS = {
    ColumnKind.CHOICE,
    ColumnKind.BOOLEAN,
    ColumnKind.INDUSTRY,
    ColumnKind.REGION,
}


def regions() -> Iterable[Choice]:
    """The districts, by code or by name, with or without the city before it."""
    districts = Region.objects.filter(level="district", valid_until=None).select_related("parent")
    for region in districts:
        city = region.parent.name if region.parent else ""
        short = region.name.removesuffix("区").removesuffix("县")
        aliases = {f"{city}{region.name}"} | ({short} if len(short) > 1 else set())
        yield Choice(region.code, region.name, tuple(sorted(aliases)))


def industries() -> Iterable[Choice]:
    """GB/T 4754 at all levels, as 3851, C3851 or by name. A name that several levels share means
    the deepest of them."""
    rows = list(
        IndustryClass.objects.filter(edition=EDITION).values_list("code", "section", "name")
    )
    shared = Counter(name for _, _, name in rows)
    deepest = {name: code for code, _, name in sorted(rows, key=lambda row: len(row[0]))}
    for code, section, name in rows:
        word = name if shared[name] == 1 or deepest[name] == code else f"{code} {name}"
        yield Choice(code, word, (f"{section}{code}",) if code != section else ())


def code_lists(columns: Iterable[Column], context: Context) -> dict[str, CodeList]:
    """The list of each column that has one, by column name."""
    return {
        column.name: _code_list(column, context)
        for column in columns
        if column.kind in LISTED_KINDS
    }


def _code_list(column: Column, context: Context) -> CodeList:
    if column.choices or column.kind is ColumnKind.BOOLEAN:
        return code_list(column, context)
    return CodeList(regions() if column.kind is ColumnKind.REGION else industries())
