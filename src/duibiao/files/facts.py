"""What can be wrong with a file as a whole. Each says what was found and what is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from duibiao.core.errors import Fact


class FileKind(StrEnum):
    """Kinds told apart; the first three can be read as workbooks."""

    XLSX = "xlsx"
    XLS = "xls"
    TEXT = "text"
    XLSB = "xlsb"
    ODS = "ods"
    DOCX = "docx"
    PPTX = "pptx"
    DOC = "doc"
    ZIP = "zip"
    PDF = "pdf"
    HTML = "html"
    XML_2003 = "xml_2003"
    IMAGE = "image"
    BINARY = "binary"


class Weighed(StrEnum):
    """What weighs too many megabytes."""

    UPLOAD = "upload"
    UNPACKED = "unpacked"
    TEXT = "text"
    RESULT = "result"
    PASTE = "paste"


class Counted(StrEnum):
    """What there are too many of."""

    PARTS = "parts"
    SHEETS = "sheets"
    ROWS = "rows"
    CELLS = "cells"
    MERGES = "merges"


@dataclass(eq=False)
class FileProblem(Fact):
    """A file that cannot be read; `filename` as the user named it."""

    filename: str


@dataclass(eq=False)
class FileEmpty(FileProblem):
    """No bytes, or nothing but blanks."""

    code = "file_empty"


@dataclass(eq=False)
class FileKindUnreadable(FileProblem):
    """Another kind of file than a workbook, told by its content, whatever its name."""

    found: FileKind
    code = "file_kind"

    def __post_init__(self) -> None:
        self.found = FileKind(self.found)


@dataclass(eq=False)
class FileEncrypted(FileProblem):
    """Protected with a password for opening."""

    code = "file_encrypted"


@dataclass(eq=False)
class FileBroken(FileProblem):
    """Cut off or damaged; `part` is the piece inside it that failed."""

    part: str
    code = "file_broken"


@dataclass(eq=False)
class FileForbiddenPart(FileProblem):
    """XML with its own document type or entities: never written by a spreadsheet program."""

    part: str
    code = "file_forbidden_part"


@dataclass(eq=False)
class FileTooLarge(FileProblem):
    """More megabytes than allowed; `what` says of what."""

    what: Weighed
    found_mb: float
    limit_mb: float
    code = "file_too_large"

    def __post_init__(self) -> None:
        self.what = Weighed(self.what)


@dataclass(eq=False)
class FileTooMany(FileProblem):
    """More parts, sheets, rows, cells or merged ranges than allowed, and in which sheet."""

    what: Counted
    sheet: str
    found: int
    limit: int
    code = "file_too_many"

    def __post_init__(self) -> None:
        self.what = Counted(self.what)


@dataclass(eq=False)
class FileCompressedTooFar(FileProblem):
    """A part that unpacks to more than a hundred times its size: a zip bomb."""

    part: str
    ratio: int
    limit: int
    code = "file_zip_bomb"


@dataclass(eq=False)
class FileMergeTooLarge(FileProblem):
    """A merged range that covers more cells than a table ever does."""

    sheet: str
    cell: str
    limit: int
    code = "file_merge_too_large"


@dataclass(eq=False)
class FileBadAddress(FileProblem):
    """A cell outside any worksheet, such as AAAAAAA1."""

    sheet: str
    cell: str
    code = "file_bad_address"


@dataclass(eq=False)
class FileUndecodable(FileProblem):
    """Text in neither UTF-8 nor GB18030; the first byte that fails, and its row."""

    row: int
    offset: int
    code = "file_undecodable"


@dataclass(eq=False)
class FileUnclosedQuote(FileProblem):
    """A quotation mark opened in `row` is never closed, so the rows after it would be lost."""

    row: int
    code = "file_unclosed_quote"


@dataclass(eq=False)
class FileTooHeavy(FileProblem):
    """Reading it needed more memory than a workbook may take, or crashed the reader."""

    limit_mb: int
    code = "file_too_heavy"


@dataclass(eq=False)
class FileTimeout(FileProblem):
    """Reading it took longer than a workbook may take."""

    seconds: int
    code = "file_timeout"


FILE_FACTS: dict[str, type[FileProblem]] = {
    kind.code: kind
    for kind in (
        FileEmpty,
        FileKindUnreadable,
        FileEncrypted,
        FileBroken,
        FileForbiddenPart,
        FileTooLarge,
        FileTooMany,
        FileCompressedTooFar,
        FileMergeTooLarge,
        FileBadAddress,
        FileUndecodable,
        FileUnclosedQuote,
        FileTooHeavy,
        FileTimeout,
    )
}


def file_fact(code: str, values: dict[str, Any]) -> FileProblem:
    """The fact a limited process reported, rebuilt from its code and values."""
    return FILE_FACTS[code](**values)
