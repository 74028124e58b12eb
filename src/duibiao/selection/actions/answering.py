"""The enterprise's own answer: it takes part, or it does not (二-4)."""

from __future__ import annotations

from django.db import transaction

from duibiao import clock
from duibiao.accounts.models import User
from duibiao.core.report.machines.selection import PARTICIPATION
from duibiao.enterprises.actions import let_keep_itself
from duibiao.selection.models import Participation
from duibiao.workflow.actions import advance
from duibiao.workflow.performing import performs

STATEMENT = "2018-1"  # the edition of the text an enterprise agrees to (selection.statement)


@performs(PARTICIPATION, "consent")
@transaction.atomic
def consent(
    record: Participation, *, by: User, expected_version: int, reason: str = ""
) -> Participation:
    """The enterprise takes part of its own free will: who, when, which text. From now on it
    answers for its facts itself."""
    agreed = {"consented_at": clock.now(), "consented_by": by, "statement": STATEMENT}
    taken = advance(
        record, "consent", by=by, expected_version=expected_version, reason=reason, changes=agreed
    )
    let_keep_itself(enterprise=taken.enterprise, keeps=True)
    return taken


@performs(PARTICIPATION, "take_back")
@transaction.atomic
def take_back(
    record: Participation, *, by: User, expected_version: int, reason: str = ""
) -> Participation:
    """The enterprise withdraws its consent before its facts are part of a filed package."""
    taken = advance(record, "take_back", by=by, expected_version=expected_version, reason=reason)
    let_keep_itself(enterprise=taken.enterprise, keeps=False)
    return taken
