"""A new edition of a scheme or of a standard: what it touches becomes “to be reviewed”; digests,
documents and verdicts stay as they are (scenario step 46)."""

from __future__ import annotations

from django.db import transaction

from duibiao.access import Permission, acting, require
from duibiao.accounts.models import User
from duibiao.bases.actions.telling import tell_enterprises
from duibiao.bases.editions import Touched
from duibiao.bases.facts import NothingTouched
from duibiao.bases.models import Basis
from duibiao.journal import actions as journal
from duibiao.ui.wording import text
from duibiao.workflow.actions import advance
from duibiao.workflow.facts import StepRefused


@transaction.atomic
def mark_affected(*, touched: Touched, reason: str, by: User) -> list[Basis]:
    """Mark the determined bases among what is touched, and tell the enterprises judged by them.
    NothingTouched when none is left to mark."""
    open_ones = [basis for basis in touched.bases if basis.state == "determined"]
    if not open_ones:
        raise StepRefused((NothingTouched(),))
    sender = acting(by, Permission.BASIS_MARK)
    for basis in open_ones:
        require(by, Permission.BASIS_MARK, on=basis)
        advance(basis, "mark", by=by, expected_version=basis.version, reason=reason)
        rows = [row for row in touched.products if row.basis == basis]
        tell_enterprises(
            rows,
            sender=sender,
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
    return open_ones
