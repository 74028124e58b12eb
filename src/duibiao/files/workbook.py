"""A foreign workbook → cells, read in a limited process."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

from duibiao.files.container import recognise_kind
from duibiao.files.facts import FileKind
from duibiao.files.grid import Workbook, workbook_from_json
from duibiao.files.limited import Task, run

# Imported when needed, so that an .xlsx does not pay for the start of the .xls reader.
READERS = {
    FileKind.XLSX: "duibiao.files.xlsx:read_xlsx",
    FileKind.XLS: "duibiao.files.xls:read_xls",
    FileKind.TEXT: "duibiao.files.delimited:read_delimited",
}


def read_workbook(content: bytes, filename: str) -> Workbook:
    """The cells of an xlsx, xlsm, xls, csv or tsv file, told by content; raises FileProblem.

    Runs in its own process: at most 10 s and a fixed amount of memory, whatever the file is.
    """
    task = Task(function="duibiao.files.workbook:read_here", filename=filename)
    data, _ = run(task, content)
    return workbook_from_json(data)


def read_here(content: bytes, filename: str) -> tuple[dict[str, Any], bytes]:
    """The same in this process: called by the limited one."""
    kind = recognise_kind(content, filename)
    module, _, name = READERS[kind].partition(":")
    reader: Callable[[bytes, str], Workbook] = getattr(importlib.import_module(module), name)
    return reader(content, filename).to_json(), b""
