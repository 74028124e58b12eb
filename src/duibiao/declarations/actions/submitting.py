"""Handing in: the content is frozen as it was handed in, with the rules it was examined by."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max

from duibiao import clock
from duibiao.accounts.models import User
from duibiao.core.canonical import canonical, digest
from duibiao.core.report.completeness import examine, notable
from duibiao.core.report.findings import RULES_VERSION
from duibiao.core.report.machines.selection import DECLARATION
from duibiao.declarations.actions.signing import sign_truth
from duibiao.declarations.models import Declaration, SignerRole, Submission
from duibiao.declarations.queries import content_of, filing_of, parts_of
from duibiao.workflow.actions import advance
from duibiao.workflow.performing import performs

UNCHECKED = {
    "checked_complete": False,
    "checked_true": False,
    "checked_valid": False,
    "check_notes": {},
}


@performs(DECLARATION, "submit")
@transaction.atomic
def submit(
    record: Declaration, *, by: User, expected_version: int, reason: str = ""
) -> Declaration:
    """Hand the declaration in to the district."""
    done = advance(
        record,
        "submit",
        by=by,
        expected_version=expected_version,
        reason=reason,
        changes=UNCHECKED,
    )
    last = Submission.objects.filter(declaration=done).aggregate(last=Max("number"))["last"] or 0
    parts = parts_of(done)
    content = content_of(done, parts)
    findings = notable(examine(filing_of(done, parts)))  # notes hinder nobody
    Submission.objects.create(
        declaration=done,
        number=last + 1,
        version=done.version,
        content=canonical(content).decode("utf-8"),
        digest=digest(content),
        rules=RULES_VERSION,
        findings=[{"place": one.place, "rule": one.rule.value} for one in findings],
        by=by,
        at=clock.now(),
    )
    return done


@transaction.atomic
def sign_and_submit(
    *, declaration: Declaration, name: str, role: SignerRole, expected_version: int, by: User
) -> Declaration:
    """Sign and hand in at one stroke; when it cannot be handed in, it is not signed either."""
    signed = sign_truth(
        declaration=declaration, name=name, role=role, expected_version=expected_version, by=by
    )
    return submit(signed, by=by, expected_version=signed.version)
