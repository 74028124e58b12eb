"""A scheme as a file, out and in: workbook and JSON, both exact."""

from __future__ import annotations

import json
from decimal import Decimal
from itertools import chain
from typing import Any

from duibiao.catalogue.editor_facts import NotAScheme
from duibiao.catalogue.scheme_workbook_reading import document_of_workbook
from duibiao.core.canonical import load
from duibiao.core.compare.scheme_document import check_scheme
from duibiao.core.compare.scheme_editing import Document
from duibiao.core.compare.scheme_editing_indicators import with_ids
from duibiao.core.compare.scheme_problems import WrongType
from duibiao.files.facts import FileTooLarge, Weighed
from duibiao.files.limits import MEGABYTE
from duibiao.files.workbook import read_workbook

JSON_MB = 2
DEEPEST = 30  # tables in tables
FARTHEST = 60  # digits before or behind the point
STRUCTURE = {"list", "JSON object", "list of texts"}


def document_of_file(content: bytes, filename: str) -> Document:
    """The document in an uploaded file; FileProblem, SchemeBookUnusable or NotAScheme."""
    if filename.lower().endswith(".json") or content.lstrip()[:1] == b"{":
        return _checked(_from_json(content, filename), filename)
    return with_ids(_checked(document_of_workbook(read_workbook(content, filename)), filename))


def json_of(document: Document) -> bytes:
    """The document to read and to keep: two blanks deep, numbers exact."""
    return (_indented(document, "\n") + "\n").encode("utf-8")


def _from_json(content: bytes, filename: str) -> Any:
    if len(content) > JSON_MB * MEGABYTE:
        found = round(len(content) / MEGABYTE, 1)
        raise FileTooLarge(filename, Weighed.UPLOAD, found, JSON_MB)
    try:
        document = load(content.decode("utf-8-sig"))
    except RecursionError:
        raise NotAScheme(filename, "") from None
    except ValueError as wrong:
        raise NotAScheme(filename, str(wrong)[:200]) from None
    _weigh(document, filename)
    return document


def _weigh(document: Any, filename: str) -> None:
    """1e999999999 is nine characters here and a gigabyte written out."""
    level = [document]
    for _ in range(DEEPEST):
        if any(isinstance(v, Decimal) and abs(v.adjusted()) > FARTHEST for v in level):
            raise NotAScheme(filename, f"1e{FARTHEST}")
        tables = [v.values() for v in level if isinstance(v, dict)]
        lists = [v for v in level if isinstance(v, list)]
        level = list(chain(*tables, *lists))
        if not level:
            return
    raise NotAScheme(filename, "[" * 3)


def _checked(document: Any, filename: str) -> Document:
    """Lists are lists and tables tables; anything else can be mended in the editor."""
    wrong = [p for p in check_scheme(document) if isinstance(p, WrongType)]
    found = [p for p in wrong if p.expected in STRUCTURE]
    if found or not isinstance(document, dict):
        raise NotAScheme(filename, "; ".join(p.path or p.found for p in found[:10]))
    return document


def _indented(value: Any, line: str) -> str:
    """JSON with exact numbers: the standard encoder would make floats of them."""
    deeper = line + "  "
    if isinstance(value, dict) and value:
        pairs = (
            f"{json.dumps(k, ensure_ascii=False)}: {_indented(v, deeper)}" for k, v in value.items()
        )
        return "{" + deeper + f",{deeper}".join(pairs) + line + "}"
    if isinstance(value, list) and value:
        return "[" + deeper + f",{deeper}".join(_indented(v, deeper) for v in value) + line + "]"
    if isinstance(value, (dict, list, str, bool, int)) or value is None:
        return json.dumps(value, ensure_ascii=False)
    return format(value, "f")
