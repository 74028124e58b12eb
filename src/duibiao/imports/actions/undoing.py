"""Taking a batch back as a whole, as long as nothing has been built on its rows."""

from __future__ import annotations

import polars as pl
from django.db import transaction
from django.db.models import ProtectedError, RestrictedError

from duibiao import clock
from duibiao.access import acting
from duibiao.accounts.models import User
from duibiao.imports.actions.writing import changes_between
from duibiao.imports.definition import EXISTING_ID, Batch, Context, ListDefinition, Undone
from duibiao.imports.facts import AlreadyUndone, ChangedSince, UndoRefused, UsedSince
from duibiao.imports.models import ImportBatch
from duibiao.imports.outcome import normal
from duibiao.imports.queries import batch_frames
from duibiao.imports.steps import Doing, way
from duibiao.imports.work import context_of, definition_of
from duibiao.journal import actions as journal

EXAMPLES = 5


@transaction.atomic
def undo(batch: ImportBatch, by: User, reason: str = "") -> None:
    """Take a batch back: its new rows go, its changed rows are as before. Raises UndoRefused with
    the reasons (rows changed or used since, undone already) and Refused."""
    batch = (
        ImportBatch.everything.select_for_update(of=("self",))
        .select_related("session__user", "session__organisation", "organisation", "by")
        .get(pk=batch.pk)
    )
    session = batch.session
    definition = definition_of(session)
    acting(by, definition.permission, batch.organisation)
    if batch.undone_at is not None:
        raise UndoRefused((AlreadyUndone(batch.number),))
    context = context_of(session)
    new, changed, before = batch_frames(batch.digest)
    undone = Undone(new=_as_written(definition, context, new, changed), changed=before)
    receipt = Batch(number=batch.number, at=batch.written_at, by=by)
    try:
        with transaction.atomic():
            if facts := tuple(definition.undo(undone, receipt, context)):
                raise UndoRefused(facts)
    except (ProtectedError, RestrictedError) as used:
        raise UndoRefused((UsedSince(_examples(used)),)) from None
    batch.undone_at, batch.undone_by = clock.now(), by
    batch.save(update_fields=["undone_at", "undone_by"])
    _journal(batch, by, definition, changed, before, reason)
    if step := way(Doing.UNDO, session.step):
        session.step = step.value
    session.changed_at = clock.now()
    session.version += 1
    session.save()


def _as_written(
    definition: ListDefinition, context: Context, new: pl.DataFrame, changed: pl.DataFrame
) -> pl.DataFrame:
    """The new rows with the keys they have got; ChangedSince when any row is no longer as it was
    written."""
    keys = list(definition.key_columns)
    if not keys:
        return new
    names = list(definition.schema)
    written = pl.concat([new.select(names), changed.select(names)])
    now = normal(definition.load_existing(context, written.select(keys).unique()), definition)
    same = written.join(now, on=names, how="semi", nulls_equal=True)
    if same.height < written.height:
        other = written.join(now, on=names, how="anti", nulls_equal=True)
        examples = tuple(
            " ".join(map(str, row)) for row in other.select(keys).head(EXAMPLES).rows()
        )
        raise UndoRefused((ChangedSince(other.height, examples),))
    return new.join(now.select(*keys, EXISTING_ID), on=keys, how="left", nulls_equal=True)


def _examples(used: ProtectedError | RestrictedError) -> tuple[str, ...]:
    objects = (
        used.protected_objects if isinstance(used, ProtectedError) else used.restricted_objects
    )
    return tuple(str(one) for one in sorted(objects, key=str)[:EXAMPLES])


def _journal(
    batch: ImportBatch,
    by: User,
    definition: ListDefinition,
    changed: pl.DataFrame,
    before: pl.DataFrame,
    reason: str,
) -> None:
    chain = batch.organisation.code
    journal.record(
        "import.undone",
        chain=chain,
        by=by,
        on=batch,
        after={"new": batch.new, "changed": batch.changed, "sha256": batch.digest},
        reason=reason,
    )
    back = changes_between(definition, changed, before)
    journal.record_all("import.taken_back", chain=chain, by=by, changes=back, reason=batch.number)
