"""A foreign list → frames of texts, one column per column of the sheet: for lists too long to be
held as cells. Read in a limited process; packed as one block of bytes that can be kept.

Values are those stored, not those shown: a date is 2018-04-30 whatever its format, 12.6 shown as
13 is 12.6. Where what is shown matters (a code 12 shown as 0012) it stands among the marks.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from io import BytesIO

import polars as pl

from duibiao.files.limited import Task, run

ROW = "row_number"
MEMORY_MB = 2_048  # address space; resident it stays below 400 MB for a million cells
SECONDS = 30


class Mark(StrEnum):
    """What is odd about a cell or a row of a list."""

    SHOWN = "shown"  # a number whose cell shows other text, which is in `text`
    ERROR = "error"  # #REF!
    NO_VALUE = "no_value"  # a formula that was never computed
    CUT = "cut"  # longer than is kept
    HIDDEN = "hidden"  # a hidden row (column 0) or column (row 0)


MARKS = {ROW: pl.Int64(), "column": pl.Int64(), "mark": pl.String(), "text": pl.String()}


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSheet:
    """One sheet: rows that hold something, `c1` … `cN` as stored, empty as null."""

    name: str
    hidden: bool
    texts: pl.DataFrame
    marks: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=MARKS))


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBook:
    """All sheets of one list file."""

    filename: str
    kind: str
    sheets: tuple[TextSheet, ...]


def column_key(number: int) -> str:
    """The frame's name of the n-th column of a sheet."""
    return f"c{number}"


def read_texts(content: bytes, filename: str) -> bytes:
    """The packed texts of an xlsx, xls, csv or txt list; raises FileProblem."""
    task = Task(
        function="duibiao.files.texts_reader:read_here",
        filename=filename,
        seconds=SECONDS,
        memory_mb=MEMORY_MB,
    )
    head, frames = run(task, content)
    return json.dumps(head, ensure_ascii=False).encode() + b"\n" + frames


def pack(book: TextBook) -> tuple[dict[str, object], bytes]:
    """Head and frames, for the way out of the limited process."""
    sheets, parts = [], []
    for sheet in book.sheets:
        texts, marks = _ipc(sheet.texts), _ipc(sheet.marks)
        sheets.append([sheet.name, sheet.hidden, len(texts), len(marks)])
        parts += [texts, marks]
    head: dict[str, object] = {"filename": book.filename, "kind": book.kind, "sheets": sheets}
    return head, b"".join(parts)


def unpack(packed: bytes) -> TextBook:
    """The inverse of `read_texts`: our own bytes, from the store."""
    line, _, rest = packed.partition(b"\n")
    head = json.loads(line)
    view, sheets = memoryview(rest), []
    for name, hidden, texts, marks in head["sheets"]:
        frames = [pl.read_ipc(BytesIO(view[:texts])), pl.read_ipc(BytesIO(view[texts:][:marks]))]
        view = view[texts + marks :]
        sheets.append(TextSheet(name=name, hidden=hidden, texts=frames[0], marks=frames[1]))
    return TextBook(filename=head["filename"], kind=head["kind"], sheets=tuple(sheets))


def _ipc(frame: pl.DataFrame) -> bytes:
    target = BytesIO()
    frame.write_ipc(target, compression="lz4")
    return target.getvalue()
