"""The body rows of a table → lines found, and what is wrong with them, each at its cell."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from duibiao.core.compare.declaration import DeclaredLine
from duibiao.core.compare.scheme import Indicator
from duibiao.declarations.cell_text import (
    bare_name,
    cuts,
    is_remark,
    reads_as_requirement,
    reads_as_unit,
    states_limit,
    states_no_unit,
    without_unit,
)
from duibiao.declarations.columns import Row
from duibiao.declarations.gather import Found
from duibiao.declarations.headings import Role, bracketed
from duibiao.declarations.names import Meant, NameBook
from duibiao.declarations.problems import (
    CellHasNoValue,
    CellIsDate,
    CellIsError,
    CellIsPercent,
    CellTooLong,
    ColumnUncertain,
    NameMissing,
    NameUncertain,
    NameUnknown,
    NoRequirements,
    Problem,
    RequirementEmpty,
    RowHidden,
    place,
)
from duibiao.declarations.table import Table
from duibiao.files.grid import Cell, Oddity, Sheet

LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row with text that is no line of a table."""

    where: str
    text: str


@dataclass(slots=True)
class _Named:
    """What a row is about."""

    indicator: Indicator
    cell: Cell
    unit: str | None = None
    case: str | None = None
    text: str | None = None  # the requirement, when it stood in the same cell as the name


@dataclass(slots=True)
class RowReader:
    """Reads the tables of one sheet."""

    sheet: Sheet
    names: NameBook
    percents_shown: bool = True
    problems: list[Problem] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    extra: list[DeclaredLine] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    named: set[str] = field(default_factory=set)  # indicators met, whether or not a line came

    def read(self, table: Table) -> None:
        """Read one table."""
        if table.doubtful:
            listed = "、".join(c.shown for c in table.doubtful)
            cell = f"{table.doubtful[0].letter}{table.body[0][0]}" if table.body else ""
            self.problems.append(ColumnUncertain(table.sheet, cell, "", listed))
            return
        if table.requirement is None and not table.joined:
            self._no_requirements(table)
            return
        above: Cell | None = None
        for row in table.body:
            above = self._read_row(table, row, above)

    def _no_requirements(self, table: Table) -> None:
        column = table.columns[table.name or 0]
        cell = f"{column.letter}{table.body[0][0]}" if table.body else ""
        headings = "、".join(c.shown for c in table.columns.values() if c.heading)
        self.problems.append(NoRequirements(table.sheet, cell, headings))

    def _read_row(self, table: Table, row: Row, above: Cell | None) -> Cell | None:
        """Read one row; returns the cell that names it, for a nameless row below."""
        name = row[1].get(table.name or 0)
        requirement = row[1].get(table.requirement or 0)
        if name is None and (table.sub_name or 0) in row[1]:
            name = above  # 酸汗渍 and, below it without the name again, 碱汗渍
        if self._is_skipped(row, name, requirement):
            self._skip(row)
            return None
        if name is None:
            self._nameless(requirement, above)
            return above
        if name.oddity in {Oddity.ERROR, Oddity.NO_VALUE}:
            self._odd(name, None)
            return above
        named = self._named(table, row, name, requirement)
        if named is not None:
            self._line(table, row, named, requirement)
        return name

    def _is_skipped(self, row: Row, name: Cell | None, requirement: Cell | None) -> bool:
        """Titles, section headings, notes and rows about something else."""
        texts = [cell for cell in row[1].values() if cell.text]
        if texts and is_remark(texts[0].text):
            return True
        if (
            len({cell.merged for cell in texts}) == 1
            and texts
            and texts[0].merged
            and len(texts) > 1
        ):
            return True
        return name is None and requirement is None

    def _skip(self, row: Row) -> None:
        cells = list(row[1].values())
        if cells:
            where = place(self.sheet.name, cells[0].address)
            self.skipped.append(Skipped(where, cells[0].text[:LONGEST_SHOWN]))

    def _nameless(self, requirement: Cell | None, above: Cell | None) -> None:
        if requirement is not None and reads_as_requirement(requirement.text):
            self._add(NameMissing, requirement, requirement.text, above.text if above else "")
        elif requirement is not None:
            where = place(self.sheet.name, requirement.address)
            self.skipped.append(Skipped(where, requirement.text[:LONGEST_SHOWN]))

    def _named(self, table: Table, row: Row, name: Cell, requirement: Cell | None) -> _Named | None:
        """The indicator of a row, or None after saying why there is none."""
        if requirement is None and (cut := self.names.cut(name.text)) is not None:
            return _Named(cut[0], name, text=cut[1])
        sub = row[1].get(table.sub_name or 0)
        sub_text = sub.text if sub is not None and sub.text != name.text else None
        meant, case = self._meaning(name.text, sub_text)
        if meant.indicator is not None:
            return _Named(meant.indicator, name, meant.unit, case)
        self._not_named(table, row, name, requirement, meant)
        return None

    def _meaning(self, name: str, sub: str | None) -> tuple[Meant, str | None]:
        """A name with its sub-name: together, else the name alone with the sub-name as case."""
        if sub is None:
            return self.names.look_up(name), None
        together = self.names.look_up(f"{bare_name(name)}（{bare_name(sub)}）")
        alone = self.names.look_up(name)
        if alone.sure:
            return alone, bare_name(sub)
        if together.sure:
            return together, None
        below = self.names.look_up(sub)
        return (below if below.sure else together), None

    def _not_named(
        self, table: Table, row: Row, name: Cell, requirement: Cell | None, meant: Meant
    ) -> None:
        shown = without_unit(bare_name(name.text)[:LONGEST_SHOWN], self.names.known_units)[0]
        apart = self._apart(name.text) if requirement is None else None
        if meant.candidates and (requirement is not None or table.requirement is None):
            text = requirement.text if requirement is not None else (apart or ("", ""))[1]
            line = self._declared(table, row, shown, text, requirement or name)
            self._add(NameUncertain, name, shown, meant.candidates, line)
            asked = (self.names.by_name[c].id for c in meant.candidates)
            self.named.update(asked)
        elif requirement is not None and not is_remark(name.text):
            self._add(NameUnknown, name, shown)
            self.extra.append(self._declared(table, row, shown, requirement.text, requirement))
        elif apart is not None and not is_remark(name.text):
            self._add(NameUnknown, name, apart[0])
            self.extra.append(self._declared(table, row, apart[0], apart[1], name))
        else:
            self._skip(row)

    def _apart(self, text: str) -> tuple[str, str] | None:
        """Name and limit of a cell that holds both, by the shortest name."""
        found = list(cuts(text[:200])) if states_limit(text) else []
        return found[-1] if found else None

    def _line(self, table: Table, row: Row, named: _Named, requirement: Cell | None) -> None:
        indicator = named.indicator
        self.named.add(indicator.id)
        source = named.cell if named.text is not None else requirement
        if source is None:
            self._add(RequirementEmpty, named.cell, "", indicator.name)
            return
        if named.text is None and self._odd(source, indicator):
            return
        if source.row in self.sheet.hidden_rows or source.column in self.sheet.hidden_columns:
            self._add(RowHidden, source, source.text[:LONGEST_SHOWN])
        line = self._declared(table, row, indicator.id, named.text or source.text, source)
        line = replace(line, unit=line.unit or named.unit, case=named.case or line.case)
        name = bare_name(named.cell.text)
        spread = named.cell.merged if table.sub_name is None else None
        self.found.append(
            Found(line, indicator.name, self.sheet.name, source.address, name, spread)
        )

    def _declared(
        self, table: Table, row: Row, indicator_id: str, text: str, source: Cell
    ) -> DeclaredLine:
        return DeclaredLine(
            indicator_id=indicator_id,
            text=text,
            unit=self._unit(table, row),
            method=self._beside(table, row, Role.METHOD),
            basis=self._beside(table, row, Role.BASIS),
            case=self._beside(table, row, Role.CASE),
            standard=self._beside(table, row, Role.STANDARD),
            note=self._beside(table, row, Role.NOTE),
            where=place(self.sheet.name, source.address),
        )

    def _beside(self, table: Table, row: Row, role: Role) -> str | None:
        column = table.first(role)
        cell = row[1].get(column.number) if column is not None else None
        if cell is None or cell.oddity is Oddity.ERROR or not cell.text.strip("-—–/／ "):
            return None
        return cell.text

    def _unit(self, table: Table, row: Row) -> str | None:
        """The row's unit cell; else the unit in the heading of the requirement column."""
        stated = self._beside(table, row, Role.UNIT)
        if stated is not None:
            return None if states_no_unit(stated) else stated
        column = table.columns.get(table.requirement or 0)
        for part in reversed(column.heading if column is not None else ()):
            unit = bracketed(part)
            if unit is not None and reads_as_unit(unit, self.names.known_units):
                return unit
        return None

    def _odd(self, cell: Cell, indicator: Indicator | None) -> bool:
        """Say what is odd about a cell; True when its text cannot be taken."""
        shown = cell.text[:LONGEST_SHOWN]
        if cell.oddity is Oddity.DATE:
            self._add(CellIsDate, cell, shown, _typed(cell, indicator))
        elif cell.oddity is Oddity.ERROR:
            self._add(CellIsError, cell, shown)
        elif cell.oddity is Oddity.NO_VALUE:
            self._add(CellHasNoValue, cell, "")
        elif cell.oddity is Oddity.CUT:
            self._add(CellTooLong, cell, shown, len(cell.text))
        elif not self.percents_shown and indicator is not None and indicator.unit == "%":
            return self._maybe_percent(cell)
        else:
            return False
        return True

    def _maybe_percent(self, cell: Cell) -> bool:
        """In .xls a bare number below 1 for a % indicator may have been shown as a percentage."""
        try:
            value = float(cell.text)
        except ValueError:
            return False
        if not 0 < abs(value) < 1:
            return False
        self._add(CellIsPercent, cell, cell.text, f"{value * 100:.12g}%")
        return True

    def _add(self, kind: type[Problem], cell: Cell, found: str, *values: object) -> None:
        self.problems.append(kind(self.sheet.name, cell.address, found, *values))


def _typed(cell: Cell, indicator: Indicator | None) -> str:
    """What was probably typed: a half grade 3-4, otherwise a range 3～4."""
    typed = cell.typed or ""
    is_grade = indicator is not None and indicator.unit == "级"
    return typed if is_grade else typed.replace("-", "～")
