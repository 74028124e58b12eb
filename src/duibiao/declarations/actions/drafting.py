"""Opening a declaration, and what every edit of one has in common: only the enterprise, only
while it fills, under a lock, journaled; and what was signed is signed anew."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models, transaction

from duibiao.access import Permission, require
from duibiao.accounts.models import User
from duibiao.declarations.models import Declaration
from duibiao.journal import actions as journal
from duibiao.selection.models import Participation
from duibiao.workflow.facts import NoSuchStep, Stale, StepRefused


@transaction.atomic
def open_declaration(*, participation: Participation, by: User) -> Declaration:
    """The enterprise's declaration, begun if it is not there."""
    require(by, Permission.PARTICIPATION_ANSWER, on=participation)
    declaration, fresh = Declaration.everything.get_or_create(participation=participation)
    if fresh:
        journal.record(
            "declaration.created",
            chain=declaration.chain_code(),
            by=by,
            on=declaration,
            after={"participation": participation.pk},
        )
    return declaration


def draft(declaration: Declaration, by: User, expected_version: int | None = None) -> Declaration:
    """The declaration, locked, for an edit by this person. Refused for whoever is not the
    enterprise itself (三-0); StepRefused when it is handed in, or was changed since."""
    require(by, Permission.DECLARATION_WRITE, on=declaration)
    locked = Declaration.everything.select_for_update().get(pk=declaration.pk)
    if not locked.editable:
        raise StepRefused((NoSuchStep("write", locked.state),))
    if expected_version is not None:
        expect(expected_version, locked.version)
    return locked


def expect(seen: int, present: int) -> None:
    """StepRefused when somebody changed the row since it was seen."""
    if seen != present:
        raise StepRefused((Stale(seen, present),))


def edited(
    declaration: Declaration,
    by: User,
    event: str,
    *,
    on: models.Model | None = None,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
) -> Declaration:
    """Count the edit, let the signature fall, write the journal."""
    declaration.version += 1
    declaration.signed_by, declaration.signed_at = "", None
    declaration.signer_role, declaration.statement = "", ""
    Declaration.everything.filter(pk=declaration.pk).update(
        version=declaration.version,
        explanations=declaration.explanations,
        **{"signed_by": "", "signed_at": None, "signer_role": "", "statement": ""},
    )
    journal.record(
        event,
        chain=declaration.chain_code(),
        by=by,
        on=on or declaration,
        before=before,
        after=after,
    )
    return declaration
