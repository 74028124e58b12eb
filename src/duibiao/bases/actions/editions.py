"""A new edition of a scheme or of a standard: what it touches becomes “to be reviewed”; digests,
documents and verdicts stay as they are (scenario step 46)."""

from __future__ import annotations

from django.db import transaction

from duibiao.access import Permission, acting
from duibiao.accounts.models import User
from duibiao.bases.actions.telling import tell_enterprises
from duibiao.bases.editions import Touched
from duibiao.bases.facts import NothingTouched
from duibiao.bases.models import Basis
from duibiao.bases.queries import under
from duibiao.core.report.machines.grounding import BASIS
from duibiao.journal import actions as journal
from duibiao.ui.wording import text
from duibiao.workflow.actions import advance
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.performing import performs


@transaction.atomic
def mark_affected(*, touched: Touched, reason: str, by: User) -> list[Basis]:
    """Mark the determined bases among what is touched, and tell the enterprises judged by them.
    NothingTouched when none is left to mark."""
    left = touched.unmarked
    if not left:
        raise StepRefused((NothingTouched(),))
    return [mark(one, by=by, expected_version=one.version, reason=reason) for one in left]


@performs(BASIS, "mark")
@transaction.atomic
def mark(record: Basis, *, by: User, expected_version: int, reason: str = "") -> Basis:
    """One basis is to be reviewed, and whoever is judged by it is told."""
    basis = advance(record, "mark", by=by, expected_version=expected_version, reason=reason)
    rows = under(basis)
    tell_enterprises(
        rows,
        sender=acting(by, Permission.BASIS_MARK),
        subject=text("basis.marked_subject", title=str(basis)),
        body=text("basis.marked_body", title=str(basis), reason=reason),
        about=basis,
        by=by,
    )
    journal.record(
        "basis.marked",
        chain=basis.chain_code(),
        by=by,
        on=basis,
        after={"digest": basis.digest, "products": [row.product.pk for row in rows]},
        reason=reason,
    )
    return basis
