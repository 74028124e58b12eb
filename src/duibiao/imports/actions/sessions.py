"""Beginning an import, and saying what its columns are."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from duibiao import clock
from duibiao.access import acting
from duibiao.accounts.models import User
from duibiao.core.errors import Fact
from duibiao.files.store import store
from duibiao.files.texts import read_texts
from duibiao.imports.actions.later import later
from duibiao.imports.columns import Layout, Told
from duibiao.imports.definition import Context, ListDefinition
from duibiao.imports.facts import ColumnsMissing, NoListFound, NotNow
from duibiao.imports.models import HeadingMemory, ImportSession
from duibiao.imports.reading.choices import fold
from duibiao.imports.steps import Doing, ImportStep, way
from duibiao.imports.work import definition_of, layout_at, layouts
from duibiao.journal import actions as journal
from duibiao.organisations.models import Organisation
from duibiao.ui import wording

LATER_FROM = 1_500_000  # bytes of a file that takes more than a second or two to read
LONGEST_NAME = 200


def start(
    user: User,
    definition: ListDefinition,
    *,
    file_name: str,
    content: bytes,
    organisation: Organisation | None = None,
    parameters: Mapping[str, str] | None = None,
) -> ImportSession:
    """Keep the file and begin. A file that cannot be read leaves a session that says why; a large
    one is read behind the request. Raises Refused and whatever `admit` raises."""
    acted = acting(user, definition.permission, organisation)
    context = Context(user=user, organisation=acted, parameters=dict(parameters or {}))
    definition.admit(context)
    digest = store().keep(content)
    now = clock.now()
    with transaction.atomic():
        session = ImportSession.everything.create(
            user=user,
            organisation=acted,
            definition=definition.key,
            parameters=dict(parameters or {}),
            file_name=file_name[-LONGEST_NAME:],
            file_digest=digest,
            file_size=len(content),
            step=ImportStep.FILE.value,
            started_at=now,
            changed_at=now,
            busy_since=now,
        )
        journal.record(
            "import.started",
            chain=acted.code,
            by=user,
            on=session,
            after={"list": definition.key, "file": session.file_name, "sha256": digest},
        )
    later(read_file, session.pk, behind=len(content) > LATER_FROM)
    session.refresh_from_db()
    return session


def read_file(pk: int) -> None:
    """The file → texts, columns guessed; or the reason why not."""
    session = ImportSession.everything.select_related("user", "organisation").get(pk=pk)
    try:
        texts = read_texts(store().fetch(session.file_digest), session.file_name)
        session.texts_digest = store().keep(texts)
        found = layouts(session)
        if not found or not found[0].guesses:
            raise NoListFound(session.file_name)
    except Fact as problem:
        _settle(session, failure=problem)
        return
    best = found[0]
    session.sheet, session.heading_row = best.sheet, best.heading_row
    session.mapping = best.mapping
    session.step = (way(Doing.CHOOSE, session.step) or ImportStep.COLUMNS).value
    if _beyond_doubt(session, best):
        session.step = (way(Doing.MAP, session.step) or ImportStep.VALUES).value
    _settle(session)


def map_columns(
    session: ImportSession, by: User, *, sheet: str, heading_row: int, mapping: Mapping[str, int]
) -> None:
    """Say which column of the sheet is which, and remember it for the next workbook.
    Raises ColumnsMissing, NotNow."""
    definition = definition_of(session)
    missing = tuple(
        column.heading
        for column in definition.columns
        if column.required and column.name not in mapping
    )
    if missing:
        raise ColumnsMissing(missing)
    step = way(Doing.MAP, session.step)
    if step is None:
        raise NotNow
    with transaction.atomic():
        found = layout_at(session, sheet, heading_row)
        session.sheet, session.heading_row = sheet, heading_row
        session.mapping = dict(mapping)
        session.step = step.value
        _remember(session, found)
        _settle(session)
        journal.record(
            "import.columns",
            chain=session.organisation.code,
            by=by,
            on=session,
            after={"sheet": sheet, "columns": dict(mapping)},
        )


def _remember(session: ImportSession, found: Layout) -> None:
    """The headings that we would not have known."""
    names = {number: name for name, number in session.mapping.items()}
    for guess in found.guesses:
        heading, name = fold(guess.heading)[:120], names.get(guess.number)
        if not heading or not name or (guess.told is Told.EXACT and guess.name == name):
            continue
        HeadingMemory.objects.update_or_create(
            organisation=session.organisation,
            definition=session.definition,
            heading=heading,
            defaults={"column": name},
        )


def _beyond_doubt(session: ImportSession, found: Layout) -> bool:
    """Every heading known, every required column there: nothing to ask."""
    required = {c.name for c in definition_of(session).columns if c.required}
    known = all(guess.told in {Told.EXACT, Told.REMEMBERED} for guess in found.guesses)
    return known and required <= found.mapping.keys()


def _settle(session: ImportSession, failure: Fact | None = None) -> None:
    """Save where the session stands."""
    session.failure = [said(failure)] if failure else []
    session.busy_since = None
    session.progress = 0
    session.changed_at = clock.now()
    session.version += 1
    session.save()


def said(problem: Fact) -> list[str]:
    """A fact in both languages, to be kept with the session."""
    return [wording.sentence(problem, "zh"), wording.sentence(problem, "en")]
