"""Determining a basis: frozen whole by its digest; what is local is reported; what it replaces
stays on record and is marked."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from duibiao import clock
from duibiao.access import Permission, require
from duibiao.accounts.models import User
from duibiao.bases.actions.telling import tell_enterprises
from duibiao.bases.effective import effective_document, is_local, marks_of
from duibiao.bases.facts import NotInForce, RevisionOpen
from duibiao.bases.models import IN_FORCE, OPEN, Basis, Study
from duibiao.bases.queries import under
from duibiao.catalogue.models import SchemeVersion
from duibiao.core.canonical import canonical, digest
from duibiao.core.report.machines.grounding import BASIS
from duibiao.journal import actions as journal
from duibiao.messages.actions import send
from duibiao.messages.models import Kind
from duibiao.organisations.kinds import Kind as OfficeKind
from duibiao.organisations.models import Organisation
from duibiao.ui.wording import text
from duibiao.workflow.actions import advance, follow
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.performing import performs


@performs(BASIS, "determine")
@transaction.atomic
def determine(record: Basis, *, by: User, expected_version: int, reason: str = "") -> Basis:
    """Lock the basis: its effective document with its digest, day, person, joint institutions.
    A local one is reported to the national office in the same transaction."""
    document = effective_document(record)
    frozen = {
        "document": canonical(document).decode("utf-8"),
        "digest": digest(document),
        "is_local": is_local(record),
        "local_reasons": _reasons(record),
        "determined_on": clock.today(),
        "determined_by": by,
    }
    basis = advance(
        record,
        "determine",
        by=by,
        expected_version=expected_version,
        reason=reason,
        changes=frozen,
    )
    heard = basis.studies.filter(state="settled").values_list("institution", flat=True)
    basis.joint.add(*heard)
    if basis.is_local:
        _report(basis, by)
    if basis.revises is not None:
        _replace(basis, basis.revises, by)
    return basis


@transaction.atomic
def revise(*, basis: Basis, scheme: SchemeVersion | None = None, by: User) -> Basis:
    """A new version to work on, beside the determined one, which holds until then. `scheme`: a
    newer version of the scheme to rest on."""
    require(by, Permission.BASIS_PREPARE, on=basis)
    present = Basis.everything.select_for_update().get(pk=basis.pk)
    if present.state not in IN_FORCE:
        raise StepRefused((NotInForce(present.title),))
    known = present.revisions.filter(state__in=OPEN).first()
    if known is not None:
        raise StepRefused((RevisionOpen(str(known)),))
    names = (
        *("campaign", "owner", "level", "industry", "business_format", "product", "title"),
        *("product_name", "class_code", "models_covered", "for_all"),
        *("own_document", "adjustments", "conflict_ruling"),
    )
    copied: dict[str, Any] = {name: getattr(present, name) for name in names}
    made = Basis.everything.create(
        **copied,
        scheme=scheme if scheme is not None and present.scheme is not None else present.scheme,
        edition=present.edition + 1,
        revises=present,
    )
    Study.everything.bulk_create(
        Study(basis=made, institution=one.institution)
        for one in present.studies.exclude(state="declined").select_related("institution")
    )
    journal.record(
        "basis.revision_begun",
        chain=made.chain_code(),
        by=by,
        on=made,
        after={"revises": present.pk, "edition": made.edition, "scheme": str(made.scheme or "")},
    )
    return made


def _replace(basis: Basis, old: Basis, by: User) -> None:
    """The old version ends; whoever is judged by the new one is told that comparisons made by
    the old one are to be reviewed."""
    follow(old, "replace", by=by)
    touched = under(basis)
    tell_enterprises(
        touched,
        sender=basis.owner,
        subject=text("basis.revised_subject", title=str(basis)),
        body=text("basis.revised_body", title=str(basis)),
        about=basis,
        by=by,
    )
    journal.record(
        "basis.replaced",
        chain=basis.chain_code(),
        by=by,
        on=basis,
        before={"basis": old.pk, "digest": old.digest},
        after={"digest": basis.digest, "products": [row.product.pk for row in touched]},
    )


def _report(basis: Basis, by: User) -> None:
    """To the national office: what is local and why, and with it that the list lacks this."""
    key = "basis.local_subject_off_list" if basis.scheme is None else "basis.local_subject"
    send(
        kind=Kind.CC,
        sender=basis.owner,
        by=by,
        recipients=Organisation.objects.filter(kind=OfficeKind.NATIONAL_OFFICE, is_active=True),
        subject=text(key, title=str(basis)),
        body=text("basis.local_body", owner=basis.owner.name, digest=basis.digest),
        about=basis,
        content={"items": basis.local_reasons},
    )


def _reasons(basis: Basis) -> list[dict[str, str]]:
    """Indicator by indicator, why the basis is local."""
    if basis.scheme is None:
        return [{"indicator": basis.product_name, "change": "off_list", "scheme": "", "own": ""}]
    return [
        {
            "indicator": mark.name,
            "change": mark.change.value,
            "scheme": mark.scheme,
            "own": mark.own,
        }
        for mark in marks_of(basis)
        if mark.change.is_local
    ]
