"""The study of a basis with technical institutions (五(三)3-1)."""

from __future__ import annotations

from django.db import transaction

from duibiao.access import Permission, require
from duibiao.access.matrix import MATRIX
from duibiao.access.permission import ROLE_OF_KIND
from duibiao.accounts.models import User
from duibiao.bases.facts import NamedAlready, NotAnInstitution, NotDrafting
from duibiao.bases.models import OPEN, Basis, Study
from duibiao.core.report.machines.grounding import BASIS
from duibiao.files.documents import media_type
from duibiao.files.store import store
from duibiao.journal import actions as journal
from duibiao.messages.actions import send
from duibiao.messages.models import Kind
from duibiao.organisations.kinds import Kind as OfficeKind
from duibiao.organisations.models import Organisation
from duibiao.ui.wording import text
from duibiao.workflow.actions import advance, follow
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.performing import performs


@transaction.atomic
def name_institution(*, basis: Basis, institution: Organisation, by: User) -> Study:
    """Name an institution to study a basis; while it is being studied, it is asked at once."""
    require(by, Permission.BASIS_PREPARE, on=basis)
    present = Basis.everything.select_for_update().get(pk=basis.pk)
    if present.state not in OPEN:
        raise StepRefused((NotDrafting(present.title),))
    if ROLE_OF_KIND[OfficeKind(institution.kind)] not in MATRIX[Permission.STUDY_ANSWER]:
        raise StepRefused((NotAnInstitution(institution.name),))
    if present.studies.filter(institution=institution).exists():
        raise StepRefused((NamedAlready(institution.name),))
    made = Study.everything.create(basis=present, institution=institution)
    journal.record(
        "basis.institution_named",
        chain=present.chain_code(),
        by=by,
        on=present,
        after={"institution": institution.name},
    )
    if present.state != "drafting":
        _ask(made, by)
    return made


@performs(BASIS, "invite")
@transaction.atomic
def invite(record: Basis, *, by: User, expected_version: int, reason: str = "") -> Basis:
    """Ask every institution named, each by a message."""
    basis = advance(record, "invite", by=by, expected_version=expected_version, reason=reason)
    for study in basis.studies.filter(state="named").select_related("institution", "basis__owner"):
        _ask(study, by)
    return basis


@performs(BASIS, "redraft")
@transaction.atomic
def redraft(record: Basis, *, by: User, expected_version: int, reason: str = "") -> Basis:
    """Back to drafting: opinions were about what it said then, so they are asked for anew."""
    basis = advance(record, "redraft", by=by, expected_version=expected_version, reason=reason)
    for study in basis.studies.exclude(state="named"):
        follow(study, "again", by=by, changes={"adopted": None, "adoption_note": ""})
    return basis


@transaction.atomic
def give_opinion(
    *,
    study: Study,
    opinion: str,
    file_name: str = "",
    content: bytes = b"",
    expected_version: int,
    by: User,
) -> Study:
    """An institution's opinion, with a document if it wishes. The first one lets the bureau go
    on. NotADocument, DocumentTooBig."""
    require(by, Permission.STUDY_ANSWER, on=study)
    fields: dict[str, object] = {"opinion": opinion.strip()}
    if content:
        fields["media_type"] = media_type(file_name, content)
        fields["file_digest"] = store().keep(content)
        fields["file_name"] = file_name[:200]
    Study.everything.filter(pk=study.pk).update(**fields)
    given = advance(study, "give", by=by, expected_version=expected_version, changes=fields)
    basis = Basis.everything.select_for_update().get(pk=study.basis_id)
    if basis.state == "studying":
        follow(basis, "hear", by=by)
    return given


@transaction.atomic
def note_adoption(
    *, study: Study, adopted: bool, note: str, expected_version: int, by: User
) -> Study:
    """What the bureau makes of an opinion: adopted or not, and why."""
    require(by, Permission.BASIS_PREPARE, on=study)
    fields = {"adopted": adopted, "adoption_note": note.strip()[:1000]}
    Study.everything.filter(pk=study.pk).update(**fields)
    return advance(study, "settle", by=by, expected_version=expected_version, changes=fields)


def _ask(study: Study, by: User) -> None:
    asked = follow(study, "ask", by=by)
    send(
        kind=Kind.DISTRIBUTE,
        sender=study.basis.owner,
        by=by,
        recipients=[study.institution],
        subject=text("basis.ask_subject", title=study.basis.title),
        body=text("basis.ask_body", address=study.get_absolute_url()),
        about=asked,
    )
