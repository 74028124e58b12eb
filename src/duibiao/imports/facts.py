"""What ends an attempt to import or to undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact


class ImportProblem(Fact):
    """Anything that keeps the whole file, or the whole batch, out."""


@dataclass(eq=False)
class NoListFound(ImportProblem):
    """No visible sheet has a table."""

    filename: str
    code: ClassVar[str] = "import_no_list"


@dataclass(eq=False)
class ColumnsMissing(ImportProblem):
    """Columns that must be there are not mapped."""

    headings: tuple[str, ...]
    code: ClassVar[str] = "import_columns_missing"


@dataclass(eq=False)
class NotNow(ImportProblem):
    """The session has moved on: another tab, another click."""

    code: ClassVar[str] = "import_not_now"


@dataclass(eq=False)
class NothingToWrite(ImportProblem):
    """No row is new or changed."""

    code: ClassVar[str] = "import_nothing_to_write"


@dataclass(eq=False)
class PreviewOutdated(ImportProblem):
    """Between preview and writing others changed the list: the counts are no longer these."""

    code: ClassVar[str] = "import_preview_outdated"


@dataclass(eq=False)
class AlreadyUndone(ImportProblem):
    """A batch is undone once."""

    number: str
    code: ClassVar[str] = "import_already_undone"


@dataclass(eq=False)
class ChangedSince(ImportProblem):
    """Rows of the batch no longer stand as it wrote them; some of them named."""

    count: int
    examples: tuple[str, ...]
    code: ClassVar[str] = "import_changed_since"


@dataclass(eq=False)
class UsedSince(ImportProblem):
    """Other records refer to rows of the batch."""

    examples: tuple[str, ...]
    code: ClassVar[str] = "import_used_since"


class UndoRefused(Exception):
    """An undo that cannot be; carries why."""

    def __init__(self, facts: tuple[Fact, ...]) -> None:
        super().__init__(facts)
        self.facts = facts
