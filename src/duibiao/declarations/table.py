"""Finds the tables of a sheet: heading rows, what each column holds, body rows.

Columns are told by heading words and by content, in any order; headings may span rows; titles
above and notes below are left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from duibiao.declarations.cell_text import (
    is_plain_limit,
)
from duibiao.declarations.columns import TAKEN_AS_READ, Column, Counts, Row
from duibiao.declarations.headings import (
    BARE_NAME_HEADING,
    LONGEST,
    Role,
    fold,
    role_of,
    role_of_parts,
)
from duibiao.declarations.names import NameBook
from duibiao.files.grid import Cell, Sheet

HEADING_ROWS = 4
MOST = 0.5
LEAST_LYING = 2  # names needed to believe that a table lies on its side
MOST_LYING_ROWS = 20


@dataclass(slots=True)
class Table:
    """One table of a sheet."""

    sheet: str
    columns: dict[int, Column]
    body: list[Row]
    name: int | None = None
    sub_name: int | None = None
    requirement: int | None = None
    doubtful: list[Column] = field(default_factory=list)  # several could be the requirement
    joined: int = 0  # cells of the name column that hold the requirement too
    matches: int = 0  # names of the scheme seen in its name column

    def first(self, role: Role) -> Column | None:
        """The first column of a role."""
        return next((c for c in self.columns.values() if c.role is role), None)


def find_tables(sheet: Sheet, names: NameBook, standards: Iterable[str]) -> list[Table]:
    """All tables of a sheet that speak of indicators; a sheet without headings is one table."""
    numbers = tuple(standards)
    upright = _tables(sheet, names, numbers)
    matches = max((table.matches for table in upright), default=0)
    if matches >= LEAST_LYING or len({row for row, _ in sheet.cells}) > MOST_LYING_ROWS:
        return upright
    lying = _tables(_turned(sheet), names, numbers)
    return lying if any(table.matches >= LEAST_LYING for table in lying) else upright


def _turned(sheet: Sheet) -> Sheet:
    """Rows as columns: for tables that name indicators along the top. Cells keep their address."""
    return Sheet(name=sheet.name, cells={(c, r): cell for (r, c), cell in sheet.cells.items()})


def _tables(sheet: Sheet, names: NameBook, numbers: tuple[str, ...]) -> list[Table]:
    rows = list(sheet.rows())
    starts = [n for n, row in enumerate(rows) if _is_heading(row)]
    blocks = _blocks(rows, starts)
    if not blocks:
        blocks = [([], rows)]
    tables = [_table(sheet.name, heading, body, names, numbers) for heading, body in blocks]
    return [table for table in tables if table is not None]


def _is_heading(row: Row) -> bool:
    """At least two columns whose words name different roles, one of them name or requirement."""
    cells = _distinct(row[1])
    if len(cells) < 2 or any(cell.is_number or is_plain_limit(cell.text) for cell in cells):
        return False
    named = [role for cell in cells if (role := role_of(cell.text)) is not None]
    wanted = {Role.NAME, Role.REQUIREMENT, Role.OWN_REQUIREMENT}
    roles = set(named)
    if any(BARE_NAME_HEADING.fullmatch(fold(cell.text)) for cell in cells):
        return all(len(cell.text) <= LONGEST for cell in cells)
    return len(roles) >= 2 and bool(roles & wanted) and len(named) * 2 >= len(cells)


def _distinct(cells: dict[int, Cell]) -> list[Cell]:
    """The cells of a row, a merged range only once."""
    seen: set[str] = set()
    distinct = []
    for cell in cells.values():
        if cell.merged is None or cell.merged not in seen:
            distinct.append(cell)
        if cell.merged is not None:
            seen.add(cell.merged)
    return distinct


def _blocks(rows: list[Row], starts: list[int]) -> list[tuple[list[Row], list[Row]]]:
    """Heading rows with the body rows up to the next heading."""
    blocks: list[tuple[list[Row], list[Row]]] = []
    taken = -1
    firsts = []
    for start in starts:
        if start <= taken:
            continue
        end = _heading_end(rows, start)
        firsts.append((start, end))
        taken = end - 1
    for n, (start, end) in enumerate(firsts):
        stop = firsts[n + 1][0] if n + 1 < len(firsts) else len(rows)
        blocks.append((rows[start:end], rows[end:stop]))
    return blocks


def _heading_end(rows: list[Row], start: int) -> int:
    """A heading goes on while merged cells reach down or the next row holds only headings."""
    end = start + 1
    while end < min(len(rows), start + HEADING_ROWS) and _continues(rows[start], rows[end]):
        end += 1
    return end


def _continues(first: Row, row: Row) -> bool:
    if any(c.is_number for c in row[1].values()):
        return False
    spans = {c.merged for c in first[1].values() if c.merged}
    if any(c.merged in spans for c in row[1].values()):
        return True
    cells = _distinct(row[1])
    return len(cells) > 1 and all(role_of(cell.text) is not None for cell in cells)


def _table(
    sheet: str, heading: list[Row], body: list[Row], names: NameBook, standards: tuple[str, ...]
) -> Table | None:
    numbers = sorted({n for _, cells in (*heading, *body) for n in cells})
    columns = {n: _column(n, heading, standards) for n in numbers}
    table = Table(sheet=sheet, columns=columns, body=body)
    counts = {n: Counts.of(columns[n], body, names) for n in numbers}
    _choose_name(table, counts)
    if table.name is None:
        return None
    _choose_requirement(table, counts)
    if not heading and not (table.requirement or table.doubtful or table.joined):
        return None  # a word here and there, not a table
    _choose_sub_name(table)
    _choose_others(table, counts)
    return table


def _column(number: int, heading: list[Row], standards: tuple[str, ...]) -> Column:
    parts: list[str] = []
    for _, cells in heading:
        cell = cells.get(number)
        if cell is not None and cell.text not in parts:
            parts.append(cell.text)
    return Column(number, tuple(parts), role_of_parts(parts, standards))


def _choose_name(table: Table, counts: dict[int, Counts]) -> None:
    """The column with most names; its heading decides between equals."""
    best, most = None, 0
    for number, column in table.columns.items():
        count = counts[number].names + counts[number].both
        if column.role in TAKEN_AS_READ:
            continue
        if (count, column.role is Role.NAME) > (most, best is not None and _named(table, best)):
            best, most = number, count
    if best is None:
        named = table.first(Role.NAME)
        best = named.number if named else None
    if best is None:
        return
    table.name, table.matches, table.joined = best, most, counts[best].both
    column = table.columns[best]
    column.by_content = column.role is not Role.NAME
    column.role = Role.NAME


def _named(table: Table, number: int) -> bool:
    return table.columns[number].role is Role.NAME


def _choose_requirement(table: Table, counts: dict[int, Counts]) -> None:
    """The enterprise's own column; else the one headed requirement; else by content."""
    for role in (Role.OWN_REQUIREMENT, Role.REQUIREMENT):
        headed = [c for c in table.columns.values() if c.role is role and c.number != table.name]
        if len(headed) > 1:
            filled = [c for c in headed if counts[c.number].requirements]
            headed = filled or headed[:1]
        if len(headed) == 1:
            table.requirement = headed[0].number
        elif headed:
            table.doubtful = headed
        if headed:
            return
    _requirement_by_content(table, counts)


def _requirement_by_content(table: Table, counts: dict[int, Counts]) -> None:
    likely = [
        column
        for n, column in table.columns.items()
        if n != table.name
        and column.role in {None, Role.NAME}
        and counts[n].share(counts[n].requirements) > MOST
        and counts[n].share(counts[n].serials) <= MOST
    ]
    if len(likely) == 1:
        table.requirement = likely[0].number
        likely[0].role, likely[0].by_content = Role.REQUIREMENT, True
    elif likely:
        table.doubtful = likely


def _choose_sub_name(table: Table) -> None:
    """A second column of names right beside the first: 酸汗渍 under 耐汗渍色牢度."""
    beside = table.columns.get((table.name or 0) + 1)
    if beside is not None and beside.role is Role.NAME and beside.number != table.requirement:
        table.sub_name = beside.number


def _choose_others(table: Table, counts: dict[int, Counts]) -> None:
    """Units and methods without heading words, told by content."""
    for number, column in table.columns.items():
        if column.role is not None or not counts[number].filled:
            continue
        count = counts[number]
        if table.first(Role.UNIT) is None and count.share(count.units) > MOST:
            column.role, column.by_content = Role.UNIT, True
        elif table.first(Role.METHOD) is None and count.share(count.methods) > MOST:
            column.role, column.by_content = Role.METHOD, True
