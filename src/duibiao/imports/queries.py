"""Named reads of imports."""

from __future__ import annotations

from io import BytesIO
from urllib.parse import urlencode

import polars as pl
from django.db.models import Count, QuerySet

from duibiao.access import Permission, acting, may
from duibiao.access.refusal import Foreign
from duibiao.accounts.models import User
from duibiao.core.errors import Fact
from duibiao.files.store import store
from duibiao.imports import registry
from duibiao.imports.definition import ROW, Context
from duibiao.imports.models import ImportBatch, ImportSession
from duibiao.workflow.models import Stateful

PAGE = 50


def sessions_of(user: User) -> QuerySet[ImportSession]:
    """My imports, the last one first."""
    mine = ImportSession.everything.filter(user=user).select_related("organisation")
    return mine.annotate(written=Count("batches")).order_by("-changed_at", "-id")


def lists_of(user: User, record: Stateful) -> list[tuple[str, str]]:
    """The lists of a record that this person may import into now: key and query."""
    found = []
    for one in registry.all_lists():
        if one.machine != record.machine.name or not may(user, one.permission, on=record):
            continue
        given = {one.needs[0]: str(record.pk)}
        organisation = acting(user, one.permission)
        try:
            one.admit(Context(user=user, organisation=organisation, parameters=given))
        except Fact:
            continue
        found.append((one.key, urlencode(given)))
    return found


def session_of(user: User, pk: int) -> ImportSession:
    """One of my imports; somebody else's is not found (journaled)."""
    found = (
        ImportSession.everything.filter(user=user, pk=pk)
        .select_related("user", "organisation")
        .first()
    )
    if found is None or registry.find(found.definition) is None:
        raise Foreign(ImportSession._meta.label_lower, {"pk": pk})
    return found


def batch_for(user: User, number: str) -> ImportBatch:
    """A receipt, for whoever may import into that list there; else not found (journaled)."""
    known = ImportBatch.everything.filter(number=number).values_list("definition", flat=True)
    definition = registry.find(known[0]) if known else None
    found: ImportBatch | None = None
    if definition is not None:
        seen = ImportBatch.objects.visible_to(user, definition.permission)
        found = (
            seen.filter(number=number)
            .select_related("by", "organisation", "session", "undone_by")
            .first()
        )
    if found is None:
        raise Foreign(ImportBatch._meta.label_lower, {"number": number})
    return found


def receipts_of_list(user: User, key: str, permission: Permission) -> QuerySet[ImportBatch]:
    """The receipts of one list this person may see."""
    seen: QuerySet[ImportBatch] = ImportBatch.objects.visible_to(user, permission)
    return seen.filter(definition=key).select_related("by", "organisation").order_by("-id")


def written_rows(session: ImportSession) -> pl.Series:
    """Row numbers of the session's workbook that stand in batches not undone."""
    rows = [pl.Series(ROW, [], pl.Int64)]
    for digest in session.batches.filter(undone_at=None).values_list("digest", flat=True):
        new, changed, _ = batch_frames(digest)
        rows += [new[ROW], changed[ROW]]
    return pl.concat(rows)


def batch_frames(digest: str) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """What a batch wrote, from the store: new rows, changed rows as written, and as before."""
    content = store().fetch(digest)
    frames = []
    while content:
        size = int.from_bytes(content[:8], "big")
        frames.append(pl.read_ipc(BytesIO(content[8 : 8 + size])))
        content = content[8 + size :]
    new, changed, before = frames
    return new, changed, before


def packed_frames(*frames: pl.DataFrame) -> bytes:
    """The inverse of `batch_frames`, to be kept."""
    parts = []
    for frame in frames:
        target = BytesIO()
        frame.write_ipc(target, compression="lz4")
        parts += [len(target.getvalue()).to_bytes(8, "big"), target.getvalue()]
    return b"".join(parts)
