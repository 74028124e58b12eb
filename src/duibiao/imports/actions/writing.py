"""Writing a list: rows, receipt and journal in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl
from django.db import IntegrityError, transaction

from duibiao import clock
from duibiao.access import Refused, acting
from duibiao.accounts.models import User
from duibiao.core.errors import Fact
from duibiao.files.store import store
from duibiao.imports.actions.later import later
from duibiao.imports.actions.sessions import said
from duibiao.imports.definition import EXISTING_ID, Batch, ListDefinition
from duibiao.imports.facts import NothingToWrite, NotNow, PreviewOutdated
from duibiao.imports.models import ImportBatch, ImportSession
from duibiao.imports.outcome import Outcome
from duibiao.imports.queries import packed_frames, written_rows
from duibiao.imports.steps import Doing, ImportStep, way
from duibiao.imports.work import Work, work
from duibiao.journal import actions as journal

LATER_FROM = 5_000  # rows
REPAIRED = "repaired"


def request_write(
    session: ImportSession, by: User, *, version: int, new: int, changed: int
) -> ImportSession:
    """Write the good rows, as counted in the preview; many rows are written behind the request.
    Raises NotNow when the session is not the one previewed, and what `write` raises."""
    step = way(Doing.WRITE, session.step)
    with transaction.atomic():
        taken = ImportSession.everything.filter(
            pk=session.pk, user=by, version=version, busy_since=None, step=session.step
        ).update(
            step=(step or ImportStep.WRITE).value,
            busy_since=clock.now(),
            progress=10,
            failure=[],
            version=version + 1,
        )
        if step is None or not taken:
            raise NotNow
    rows = new + changed
    later(lambda pk: _write_or_say_why(pk, new, changed), session.pk, behind=rows >= LATER_FROM)
    session.refresh_from_db()
    return session


def _write_or_say_why(pk: int, new: int, changed: int) -> None:
    """Write; a refusal goes back to the preview, with its reason."""
    try:
        write(pk, new=new, changed=changed)
    except IntegrityError:
        _give_back(pk, PreviewOutdated())
    except Fact as problem:
        _give_back(pk, problem)
    except Refused as refusal:
        _give_back(pk, refusal.fact)
    except BaseException:  # whatever stopped it, the session can be taken up again
        _give_back(pk, None)
        raise


def _give_back(pk: int, problem: Fact | None) -> None:
    target = way(Doing.FAIL, ImportStep.WRITE) or ImportStep.PREVIEW
    ImportSession.everything.filter(pk=pk, step=ImportStep.WRITE).update(
        step=target.value,
        busy_since=None,
        progress=0,
        failure=[said(problem)] if problem else [],
        changed_at=clock.now(),
    )


@transaction.atomic
def write(pk: int, *, new: int, changed: int) -> ImportBatch:
    """The good rows into the list. Raises NothingToWrite, PreviewOutdated, Refused, and whatever
    the room's `admit` and `write` raise; then nothing has been written."""
    session = (
        ImportSession.everything.select_for_update(of=("self",))
        .select_related("user", "organisation")
        .get(pk=pk)
    )
    if session.step != ImportStep.WRITE:
        raise NotNow
    now = work(session)
    definition, by = now.definition, session.user
    acting(by, definition.permission, session.organisation)
    definition.admit(now.context)
    found = now.outcome(written_rows(session))
    rows = found.rows
    if not rows.new.height + rows.changed.height:
        raise NothingToWrite
    if (rows.new.height, rows.changed.height) != (new, changed):
        raise PreviewOutdated
    batch = _batch(session, found)
    definition.write(rows, Batch(number=batch.number, at=batch.written_at, by=by), now.context)
    _journal(session, batch, now, found)
    session.step = (way(Doing.FINISH, session.step) or ImportStep.RECEIPT).value
    session.busy_since = None
    session.progress = 100
    session.changed_at = clock.now()
    session.version += 1
    session.save()
    return batch


def _batch(session: ImportSession, found: Outcome) -> ImportBatch:
    """The receipt; what was written is kept in the store before the transaction names it."""
    digest = store().keep(packed_frames(found.rows.new, found.rows.changed, found.before))
    at = clock.now()
    batch = ImportBatch.everything.create(
        number=f"session {session.pk}",
        session=session,
        organisation=session.organisation,
        definition=session.definition,
        by=session.user,
        file_name=session.file_name,
        file_digest=session.file_digest,
        digest=digest,
        written_at=at,
        **found.counts,
    )
    batch.number = f"DR{at.astimezone(clock.ZONE):%Y%m%d}-{batch.pk:06d}"
    batch.save(update_fields=["number"])
    return batch


def _journal(session: ImportSession, batch: ImportBatch, now: Work, found: Outcome) -> None:
    chain, by = session.organisation.code, session.user
    journal.record(
        "import.written",
        chain=chain,
        by=by,
        on=batch,
        after={
            "list": session.definition,
            "sha256": batch.digest,
            "file": session.file_name,
            "file_sha256": session.file_digest,
            REPAIRED: session.repairs.count(),
            **found.counts,
        },
    )
    changes = changes_between(now.definition, found.before, found.rows.changed)
    journal.record_all("import.changed", chain=chain, by=by, changes=changes, reason=batch.number)


def changes_between(
    definition: ListDefinition, before: pl.DataFrame, after: pl.DataFrame
) -> Iterator[journal.Change]:
    """The journal's changes: of each row the columns that differ."""
    names = list(definition.schema)
    for old, new in zip(before.iter_rows(named=True), after.iter_rows(named=True), strict=True):
        differing = [name for name in names if old[name] != new[name]]
        yield journal.Change(
            object_type=definition.object_type,
            object_id=str(new[EXISTING_ID]),
            label=" ".join(str(new[name]) for name in definition.key_columns),
            before={name: _plain(old[name]) for name in differing},
            after={name: _plain(new[name]) for name in differing},
        )


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, bool | int | str) else str(value)
