"""A workbook of any layout → declared lines, with every problem located.

Nothing is guessed: sure matches become lines; what is uncertain is asked; what is unknown is
listed as extra; what is missing is said. All problems at once (field.md pitfall 17).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from duibiao.core.compare.declaration import DeclaredLine
from duibiao.core.compare.scheme import Scheme
from duibiao.core.errors import Fact
from duibiao.core.measure.read import read
from duibiao.core.measure.requirement import Unread
from duibiao.core.measure.units import unit as find_unit
from duibiao.declarations.gather import Found, gather
from duibiao.declarations.headings import Role
from duibiao.declarations.names import NameBook, NamesExhausted
from duibiao.declarations.problems import (
    DroppedPart,
    FarCell,
    IndicatorMissing,
    NoTable,
    OlderScheme,
    OtherScheme,
    PartDropped,
    Problem,
    RequirementUnread,
    Severity,
    SheetHidden,
    TooManyNames,
    TooManyProblems,
    UnitUnknown,
)
from duibiao.declarations.read_rows import LONGEST_SHOWN, RowReader, Skipped
from duibiao.declarations.table import Table, find_tables
from duibiao.declarations.template import (
    DIGEST_PROPERTY,
    GUIDE_SHEET,
    OPTION_SHEET,
    SCHEME_PROPERTY,
)
from duibiao.files.conclusion import CONCLUSION_SHEET
from duibiao.files.grid import Sheet, Workbook

ORDER = {Severity.ERROR: 0, Severity.QUESTION: 1, Severity.WARNING: 2}
EXAMPLES = 3
LISTED = 500
NAMED_PARTS = frozenset(DroppedPart)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnFound:
    """What a column was taken for: to be shown, so that a person can object."""

    sheet: str
    letter: str
    heading: str
    role: str
    by_content: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """The reading of one workbook against one scheme.

    `lines` are sure; `extra` are indicators the scheme does not have (indicator_id is the name
    as written); `skipped` are rows with text that belong to no table line: titles and notes.
    """

    lines: tuple[DeclaredLine, ...] = ()
    problems: tuple[Problem, ...] = ()
    columns: tuple[ColumnFound, ...] = ()
    extra: tuple[DeclaredLine, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    @property
    def usable(self) -> bool:
        """Is there anything to judge?"""
        return bool(self.lines)

    def of(self, severity: Severity) -> tuple[Problem, ...]:
        """The problems of one severity."""
        return tuple(p for p in self.problems if p.severity is severity)


@dataclass(slots=True)
class _State:
    """What is collected over all sheets."""

    problems: list[Problem] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    extra: list[DeclaredLine] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    named: set[str] = field(default_factory=set)


def recognise(workbook: Workbook, scheme: Scheme) -> Recognised:
    """Read all visible sheets of a workbook against a scheme."""
    state = _State()
    state.problems += _about_file(workbook, scheme)
    names = NameBook(scheme)
    for sheet in _declaring(workbook):
        _read_sheet(sheet, scheme, names, state, percents_shown=workbook.kind != "xls")
    lines, repeated = gather(state.found)
    state.problems += repeated
    state.problems += _about_whole(workbook, scheme, state)
    state.problems += [said for line in lines for said in _about_line(line, scheme)]
    return Recognised(
        lines=tuple(sorted(lines, key=_scheme_order(scheme))),
        problems=_worst_first(state.problems),
        columns=tuple(c for table in state.tables for c in _columns(table)),
        extra=tuple(state.extra),
        skipped=tuple(state.skipped),
    )


def _worst_first(problems: list[Problem]) -> tuple[Problem, ...]:
    """Errors, questions, warnings; cut where a list stops being read."""
    ordered = sorted(problems, key=lambda p: ORDER[p.severity])
    if len(ordered) <= LISTED:
        return tuple(ordered)
    return (*ordered[:LISTED], TooManyProblems("", "", "", len(ordered), LISTED))


def _declaring(workbook: Workbook) -> list[Sheet]:
    """All sheets but those we added, so that an annotated workbook can be sent in again."""
    ours = {OPTION_SHEET, GUIDE_SHEET} if SCHEME_PROPERTY in workbook.properties else set()
    return [
        sheet
        for sheet in workbook.sheets
        if sheet.name not in ours and not sheet.name.startswith(CONCLUSION_SHEET)
    ]


def _read_sheet(
    sheet: Sheet, scheme: Scheme, names: NameBook, state: _State, *, percents_shown: bool
) -> None:
    numbers = [s.number for s in scheme.standards]
    state.problems += [FarCell(sheet.name, cell, "") for cell in sheet.far]
    reader = RowReader(sheet, names, percents_shown=percents_shown)
    try:
        tables = find_tables(sheet, names, numbers)
        if sheet.hidden:
            filled = any(table.requirement is not None for table in tables)
            state.problems += [SheetHidden(sheet.name, "", sheet.name)] if filled else []
            return
        for table in tables:
            reader.read(table)
        state.tables += tables
    except NamesExhausted:
        state.problems.append(TooManyNames(sheet.name, "", "", len(names.seen)))
    state.problems += reader.problems
    state.found += reader.found
    state.extra += reader.extra
    state.skipped += reader.skipped
    state.named |= reader.named


def _about_file(workbook: Workbook, scheme: Scheme) -> list[Problem]:
    problems: list[Problem] = [
        PartDropped("", "", workbook.filename, DroppedPart(part))
        for part in workbook.dropped
        if part in NAMED_PARTS
    ]
    made_for = workbook.properties.get(SCHEME_PROPERTY)
    if made_for is not None and made_for != scheme.id:
        problems.append(OtherScheme("", "", made_for, scheme.id))
    elif made_for and workbook.properties.get(DIGEST_PROPERTY, scheme.digest) != scheme.digest:
        problems.append(OlderScheme("", "", made_for))
    return problems


def _about_whole(workbook: Workbook, scheme: Scheme, state: _State) -> list[Problem]:
    """No table at all, or indicators no table states."""
    if not state.tables:
        first = workbook.sheets[0].name if workbook.sheets else ""
        examples = "、".join(i.name for i in scheme.indicators[:EXAMPLES])
        return [NoTable(first, "", workbook.filename, examples)]
    sheet = state.tables[0].sheet
    stated = state.named | {found.line.indicator_id for found in state.found}
    return [IndicatorMissing(sheet, "", i.name) for i in scheme.indicators if i.id not in stated]


def _about_line(line: DeclaredLine, scheme: Scheme) -> list[Problem]:
    """A unit that is not known, or a requirement that gives no set."""
    indicator = scheme.indicator(line.indicator_id)
    if indicator is None:
        return []
    sheet, _, cell = (line.where or "").rpartition("!")
    shown = (line.text or "")[:LONGEST_SHOWN]
    try:
        if line.unit:
            find_unit(line.unit)
    except Fact as unknown:
        return [UnitUnknown(sheet, cell, line.unit or "", indicator.name, unknown)]
    unit = line.unit or indicator.unit or None
    content = read(line.text, unit=unit, direction=indicator.direction.value).content
    if isinstance(content, Unread):
        return [RequirementUnread(sheet, cell, shown, indicator.name, content.problem)]
    return []


def _scheme_order(scheme: Scheme) -> Order:
    return Order({indicator.id: n for n, indicator in enumerate(scheme.indicators)})


class Order:
    """Sorts lines as the scheme lists its indicators."""

    def __init__(self, places: dict[str, int]) -> None:
        self.places = places

    def __call__(self, line: DeclaredLine) -> int:
        """The place of a line's indicator."""
        return self.places[line.indicator_id]


def _columns(table: Table) -> list[ColumnFound]:
    return [
        ColumnFound(
            sheet=table.sheet,
            letter=column.letter,
            heading=" / ".join(column.heading),
            role=_used_as(table, column.number, column.role.value),
            by_content=column.by_content,
        )
        for column in table.columns.values()
        if column.role is not None
        and (column.role is not Role.NAME or column.number in {table.name, table.sub_name})
    ]


def _used_as(table: Table, number: int, role: str) -> str:
    if number == table.requirement:
        return "requirement"
    return "reference" if role.endswith("requirement") else role
