"""The seven steps of an import, as a table: which step leads to which, and by what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ImportStep(StrEnum):
    """The steps people see, in order."""

    FILE = "file"  # 选文件
    COLUMNS = "columns"  # 认列
    VALUES = "values"  # 认值
    ROWS = "rows"  # 修行
    PREVIEW = "preview"  # 预演
    WRITE = "write"  # 写入
    RECEIPT = "receipt"  # 回执


class Doing(StrEnum):
    """What leads from step to step."""

    CHOOSE = "choose"
    MAP = "map"
    REPAIR = "repair"
    WRITE = "write"
    FINISH = "finish"
    FAIL = "fail"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Way:
    """From which steps something leads where."""

    doing: Doing
    sources: tuple[ImportStep, ...]
    target: ImportStep


S = ImportStep
WAYS = (
    Way(Doing.CHOOSE, (S.FILE,), S.COLUMNS),
    Way(Doing.MAP, (S.COLUMNS, S.VALUES, S.ROWS, S.PREVIEW, S.RECEIPT), S.VALUES),
    Way(Doing.REPAIR, (S.VALUES, S.ROWS, S.PREVIEW, S.RECEIPT), S.ROWS),
    Way(Doing.WRITE, (S.VALUES, S.ROWS, S.PREVIEW), S.WRITE),
    Way(Doing.FINISH, (S.WRITE,), S.RECEIPT),
    Way(Doing.FAIL, (S.WRITE,), S.PREVIEW),
    Way(Doing.UNDO, (S.RECEIPT, S.ROWS, S.PREVIEW, S.VALUES), S.PREVIEW),
)
# What may be looked at, given how far the session has come.
OPEN = {
    S.FILE: (S.FILE,),
    S.COLUMNS: (S.COLUMNS,),
    S.VALUES: (S.COLUMNS, S.VALUES, S.ROWS, S.PREVIEW),
    S.ROWS: (S.COLUMNS, S.VALUES, S.ROWS, S.PREVIEW),
    S.PREVIEW: (S.COLUMNS, S.VALUES, S.ROWS, S.PREVIEW),
    S.WRITE: (S.WRITE,),
    S.RECEIPT: (S.COLUMNS, S.VALUES, S.ROWS, S.PREVIEW, S.RECEIPT),
}


def way(doing: Doing, step: str) -> ImportStep | None:
    """Where something leads from a step; None when it cannot be done there."""
    return next((w.target for w in WAYS if w.doing is doing and step in w.sources), None)
