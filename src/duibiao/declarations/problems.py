"""What can be wrong with a declaration: each names sheet and cell, what was found, what to do.

Severity: an *error* keeps the line out; a *question* must be answered before the line counts; a
*warning* is only said. `suggestion` is text that may replace the cell's, where there is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from duibiao.core.compare.declaration import DeclaredLine
from duibiao.core.errors import Fact


class Severity(StrEnum):
    """How much a problem hinders."""

    ERROR = "error"
    QUESTION = "question"
    WARNING = "warning"


class DroppedPart(StrEnum):
    """Parts of a workbook that are never opened."""

    MACROS = "macros"
    EXTERNAL_LINKS = "external_links"
    EMBEDDED_FILES = "embedded_files"


@dataclass(eq=False)
class Problem(Fact):
    """At which cell; `cell` is empty when the whole sheet is meant."""

    sheet: str
    cell: str
    found: str
    severity: ClassVar[Severity] = Severity.ERROR

    @property
    def where(self) -> str:
        """Sheet1!C5; without a sheet name (CSV, paste) C5."""
        return place(self.sheet, self.cell)

    def values(self) -> dict[str, object]:
        """The fields, and `where` for a sentence."""
        return {**super().values(), "where": self.where or "—"}

    @property
    def fix(self) -> str | None:
        """Text that may replace the cell's text."""
        return getattr(self, "suggestion", None) or None


@dataclass(eq=False)
class NoTable(Problem):
    """No sheet holds indicators and requirements that can be recognised."""

    expected: str  # some names of the scheme's indicators
    code = "declaration_no_table"


@dataclass(eq=False)
class NoRequirements(Problem):
    """A table names indicators but has no column of requirements: results, a checklist."""

    severity = Severity.WARNING
    code = "declaration_no_requirements"


@dataclass(eq=False)
class ColumnUncertain(Problem):
    """Several columns could be the enterprise's requirement; `columns` lists them."""

    columns: str
    severity = Severity.QUESTION
    code = "declaration_column_uncertain"


@dataclass(eq=False)
class NameUncertain(Problem):
    """A name that may mean an indicator of the scheme; asked, never assumed."""

    candidates: tuple[str, ...]
    line: DeclaredLine | None = None  # what the row states, to be taken once the name is chosen
    severity = Severity.QUESTION
    code = "name_uncertain"


@dataclass(eq=False)
class NameUnknown(Problem):
    """A name the scheme does not have: an extra indicator, kept and not judged."""

    severity = Severity.WARNING
    code = "declaration_name_unknown"


@dataclass(eq=False)
class NameMissing(Problem):
    """A requirement without a name beside it."""

    suggestion: str  # the name above
    code = "declaration_name_missing"


@dataclass(eq=False)
class RequirementEmpty(Problem):
    """An indicator is named but nothing is required."""

    indicator: str
    severity = Severity.WARNING
    code = "declaration_requirement_empty"


@dataclass(eq=False)
class RequirementUnread(Problem):
    """A requirement the grammar cannot read, with its reason."""

    indicator: str
    reason: Fact
    severity = Severity.WARNING
    code = "declaration_requirement_unread"


@dataclass(eq=False)
class UnitUnknown(Problem):
    """A unit that is not known, with its reason; `found` is the unit."""

    indicator: str
    reason: Fact
    severity = Severity.WARNING
    code = "declaration_unit_unknown"


@dataclass(eq=False)
class CellIsDate(Problem):
    """The program made a date of what was typed."""

    suggestion: str
    code = "cell_is_date"


@dataclass(eq=False)
class CellIsError(Problem):
    """The cell shows an error value such as #REF!."""

    code = "cell_is_error"


@dataclass(eq=False)
class CellHasNoValue(Problem):
    """A formula that was never computed."""

    code = "cell_has_no_value"


@dataclass(eq=False)
class CellTooLong(Problem):
    """More text than a requirement has; only the beginning was read."""

    limit: int
    code = "cell_too_long"


@dataclass(eq=False)
class CellIsPercent(Problem):
    """In an .xls the display format is unknown: 0.05 may have been shown as 5 %."""

    suggestion: str
    severity = Severity.QUESTION
    code = "cell_may_be_percent"


@dataclass(eq=False)
class Duplicate(Problem):
    """The same indicator twice with different requirements: none is taken."""

    indicator: str
    others: str
    code = "declaration_duplicate"


@dataclass(eq=False)
class DuplicateSame(Problem):
    """The same indicator twice with the same requirement: taken once."""

    indicator: str
    others: str
    severity = Severity.WARNING
    code = "declaration_duplicate_same"


@dataclass(eq=False)
class IndicatorMissing(Problem):
    """An indicator of the scheme that the workbook does not state; `found` is its name."""

    severity = Severity.WARNING
    code = "declaration_indicator_missing"


@dataclass(eq=False)
class RowHidden(Problem):
    """A line in a hidden row or column: it was read all the same."""

    severity = Severity.WARNING
    code = "declaration_row_hidden"


@dataclass(eq=False)
class SheetHidden(Problem):
    """A hidden sheet holds a table: it was not read."""

    severity = Severity.WARNING
    code = "declaration_sheet_hidden"


@dataclass(eq=False)
class FarCell(Problem):
    """A cell far outside any table was left out."""

    severity = Severity.WARNING
    code = "declaration_far_cell"


@dataclass(eq=False)
class PartDropped(Problem):
    """A part of the file that is never opened: macros, external links, embedded files."""

    part: DroppedPart
    severity = Severity.WARNING
    code = "declaration_part_dropped"


@dataclass(eq=False)
class OtherScheme(Problem):
    """The template was made for another scheme."""

    expected: str
    code = "declaration_other_scheme"


@dataclass(eq=False)
class OlderScheme(Problem):
    """The template was made from another edition of this scheme."""

    severity = Severity.WARNING
    code = "declaration_older_scheme"


@dataclass(eq=False)
class TooManyNames(Problem):
    """More different names than a declaration has; those from this cell on were not read."""

    limit: int
    code = "declaration_too_many_names"


@dataclass(eq=False)
class TooManyProblems(Problem):
    """More problems than anybody reads; the most serious `limit` are listed."""

    count: int
    limit: int
    severity = Severity.WARNING
    code = "declaration_too_many_problems"


def place(sheet: str, cell: str) -> str:
    """Sheet1!C5; C5 without a sheet; Sheet1 without a cell."""
    return "!".join(part for part in (sheet, cell) if part)
