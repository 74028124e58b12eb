"""Repairing a list in place: single cells, all cells of a kind at once, whole rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl
from django.db import transaction

from duibiao import clock
from duibiao.accounts.models import User
from duibiao.files.texts import ROW
from duibiao.imports.facts import NotNow
from duibiao.imports.models import ImportSession, SessionRepair
from duibiao.imports.repairs import LEFT_OUT
from duibiao.imports.steps import Doing, way
from duibiao.imports.work import work


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell as the person wants it."""

    row: int
    column: str
    new: str


def fix_cells(session: ImportSession, by: User, changes: Iterable[CellChange]) -> int:
    """Change single cells; those that already say so are left. Returns how many changed."""
    texts = work(session).read.texts
    wanted = [one for one in changes if one.column in texts.columns and one.column != ROW]
    made = []
    for change in wanted:
        now = texts.filter(pl.col(ROW) == change.row)
        if now.is_empty():
            continue
        old = now[change.column][0] or ""
        if old != change.new.strip():
            made.append(_repair(session, by, change.row, change.column, old, change.new.strip()))
    return _keep(session, made)


def fix_alike(session: ImportSession, by: User, column: str, new: Mapping[str, str]) -> int:
    """Change every cell of a column that has one of these texts: old → new. Returns how many
    cells changed."""
    texts = work(session).read.texts
    if column == ROW or column not in texts.columns:
        return 0
    counts = dict(texts.group_by(pl.col(column).fill_null("")).len().iter_rows())
    made = [
        _repair(session, by, None, column, old, value.strip(), counts[old])
        for old, value in new.items()
        if counts.get(old) and old != value.strip()
    ]
    return _keep(session, made)


def leave_out(session: ImportSession, by: User, rows: Iterable[int]) -> int:
    """Leave rows out: totals, notes, what does not belong. Returns how many."""
    there = set(work(session).read.texts[ROW].to_list())
    made = [_repair(session, by, row, LEFT_OUT, "", "") for row in sorted(set(rows) & there)]
    return _keep(session, made)


@transaction.atomic
def take_back(session: ImportSession) -> int:
    """Take the last stroke of repairs back. Returns how many cells or rows it had changed."""
    last = session.repairs.order_by("-id").first()
    if last is None:
        return 0
    stroke = session.repairs.filter(at=last.at)
    count = sum(stroke.values_list("cells", flat=True))
    _touch(session)
    stroke.delete()
    return count


def _repair(
    session: ImportSession,
    by: User,
    row: int | None,
    column: str,
    old: str,
    new: str,
    cells: int = 1,
) -> SessionRepair:
    return SessionRepair(
        session=session, row=row, column=column, old=old, new=new, cells=cells, by=by
    )


@transaction.atomic
def _keep(session: ImportSession, made: list[SessionRepair]) -> int:
    now = clock.now()
    for one in made:
        one.at = now
    if made:
        _touch(session)
        SessionRepair.objects.bulk_create(made, batch_size=500)
    return sum(one.cells for one in made)


def _touch(session: ImportSession) -> None:
    step = way(Doing.REPAIR, session.step)
    if step is None:
        raise NotNow
    session.step = step.value
    session.changed_at = clock.now()
    session.version += 1
    session.save()
