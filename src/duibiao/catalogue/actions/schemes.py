"""Writes of schemes: drafts, consultation, publication, revision, withdrawal."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from duibiao import clock
from duibiao.access import Permission, Refused, acting, require
from duibiao.accounts.models import User
from duibiao.catalogue.concerned import concerned_by
from duibiao.catalogue.facts import (
    CodeTaken,
    CommentEmpty,
    DispositionWithoutReason,
    DraftClosed,
    NoConsultationDay,
    NoSuchIndicator,
    NotDisposable,
    NotInConsultation,
)
from duibiao.catalogue.models import (
    EDITABLE,
    Disposition,
    SchemeComment,
    SchemeDraft,
    SchemeVersion,
)
from duibiao.catalogue.queries import (
    document_of,
    indicator_names,
    newest_version,
    open_draft,
    scheme_by_digest,
)
from duibiao.core.canonical import canonical, digest, load
from duibiao.core.compare.scheme_document import read_scheme
from duibiao.core.report.machines.catalogue import SCHEME
from duibiao.journal import actions as journal
from duibiao.messages.actions import send
from duibiao.messages.models import Kind as MessageKind
from duibiao.organisations.kinds import Kind
from duibiao.organisations.models import Organisation
from duibiao.ui.wording import text
from duibiao.workflow.actions import advance
from duibiao.workflow.facts import Stale, StepRefused
from duibiao.workflow.performing import performs


@transaction.atomic
def load_scheme(*, document: dict[str, Any]) -> SchemeVersion:
    """Freeze a scheme document. The same document again changes nothing; a changed one becomes
    the next version of its code. Raises SchemeUnusable."""
    scheme = read_scheme(document)
    known = scheme_by_digest(scheme.digest)
    if known is not None:
        return known
    latest = newest_version(scheme.id)
    return SchemeVersion.objects.create(
        code=scheme.id,
        version=latest.version + 1 if latest else 1,
        title=scheme.title,
        product=scheme.product,
        industry_code=scheme.industry_code,
        digest=scheme.digest,
        document=canonical(document).decode("utf-8"),
        loaded_at=clock.now(),
    )


@transaction.atomic
def start_draft(
    *,
    owner: Organisation,
    code: str,
    title: str,
    by: User,
    document: dict[str, Any] | None = None,
    revises: SchemeVersion | None = None,
) -> SchemeDraft:
    """Begin a scheme: empty, from a document, or from a version it revises. The institute may
    begin one for the commission. CodeTaken when one is under way, or the code is another's."""
    office = acting(by, Permission.SCHEME_DRAFT)
    lent = owner.kind == Kind.COMMISSION and office.kind == Kind.INSTITUTE
    if office != owner and not lent:
        raise Refused(Permission.SCHEME_DRAFT, owner)
    if open_draft(code) is not None or not _may_be_written(code, owner, revises):
        raise CodeTaken(code)
    first = document_of(revises) if revises else document or {}
    text = {**first, "scheme_id": code, "title": title}
    draft = SchemeDraft.everything.create(
        owner=owner,
        prepared_by=office,
        code=code,
        title=title,
        document=canonical(text).decode("utf-8"),
        revises=revises,
    )
    after = {"code": code, "revises": revises.digest if revises else None, "digest": digest(text)}
    journal.record("scheme.started", chain=draft.chain_code(), by=by, on=draft, after=after)
    return draft


def _may_be_written(code: str, owner: Organisation, revises: SchemeVersion | None) -> bool:
    """A known scheme is revised, from one of its versions, by whoever published it; one that was
    loaded is the national office's."""
    known = newest_version(code)
    if known is None:
        return revises is None
    if revises is None or revises.code != code:
        return False
    draft = SchemeDraft.everything.filter(published__code=code).order_by("-id").first()
    return draft.owner_id == owner.pk if draft else owner.kind == Kind.NATIONAL_OFFICE


@transaction.atomic
def save_document(
    *, draft: SchemeDraft, document: dict[str, Any], expected_version: int, by: User
) -> SchemeDraft:
    """Let this be the draft's document; its code stays. Nothing is written when nothing changed.
    DraftClosed in consultation and after handing in; StepRefused (Stale) when somebody else wrote
    in between."""
    kept = SchemeDraft.everything.select_for_update().get(pk=draft.pk)
    require(by, Permission.SCHEME_DRAFT, on=kept)
    if kept.state not in EDITABLE:
        raise DraftClosed
    if kept.version != expected_version:
        raise StepRefused((Stale(expected_version, kept.version),))
    text = {**document, "scheme_id": kept.code}
    before, written = load(kept.document), canonical(text).decode("utf-8")
    if written == kept.document:
        return kept
    kept.document, kept.version = written, kept.version + 1
    kept.title = str(document.get("title", "") or kept.title)[:200]
    kept.save(update_fields=["document", "title", "version"])
    journal.record(
        "scheme.written",
        chain=kept.chain_code(),
        by=by,
        on=kept,
        before={"digest": digest(before), "version": expected_version},
        after={"digest": digest(text), "version": kept.version},
    )
    return kept


@transaction.atomic
def set_consultation_day(*, draft: SchemeDraft, until: date, by: User) -> SchemeDraft:
    """Until when comments are taken. DraftClosed, NoConsultationDay (not later than today)."""
    kept = SchemeDraft.everything.select_for_update().get(pk=draft.pk)
    require(by, Permission.SCHEME_DRAFT, on=kept)
    if kept.state not in EDITABLE:
        raise DraftClosed
    if until <= clock.today():
        raise NoConsultationDay
    before, kept.comment_until = kept.comment_until, until
    kept.save(update_fields=["comment_until"])
    journal.record(
        "scheme.consultation_day",
        chain=kept.chain_code(),
        by=by,
        on=kept,
        before={"until": before},
        after={"until": until},
    )
    return kept


@performs(SCHEME, "consult")
@transaction.atomic
def consult(
    record: SchemeDraft, *, by: User, expected_version: int, reason: str = ""
) -> SchemeDraft:
    """Keep the text as it goes out, and tell everybody concerned."""
    changes = {"consulted": record.document}
    done = advance(
        record,
        "consult",
        by=by,
        expected_version=expected_version,
        reason=reason,
        changes=changes,
    )
    _tell(done, by, "consulted", until=done.comment_until)
    return done


@performs(SCHEME, "publish")
@transaction.atomic
def publish(
    record: SchemeDraft, *, by: User, expected_version: int, reason: str = ""
) -> SchemeDraft:
    """Freeze the text as the next version, and tell everybody concerned."""
    done = advance(record, "publish", by=by, expected_version=expected_version, reason=reason)
    version = load_scheme(document=load(done.document))
    done.published = version
    done.save(update_fields=["published"])
    journal.record(
        "scheme.frozen",
        chain=done.chain_code(),
        by=by,
        on=done,
        after={"version": version.version, "digest": version.digest},
    )
    _tell(done, by, "published", version=version.version)
    return done


@performs(SCHEME, "withdraw")
@transaction.atomic
def withdraw(
    record: SchemeDraft, *, by: User, expected_version: int, reason: str = ""
) -> SchemeDraft:
    """No longer for new comparisons; everybody concerned is told why."""
    done = advance(record, "withdraw", by=by, expected_version=expected_version, reason=reason)
    _tell(done, by, "withdrawn", reason=reason)
    return done


@transaction.atomic
def comment(*, draft: SchemeDraft, words: str, indicator: str = "", by: User) -> SchemeComment:
    """Say something about a scheme in consultation, signed with one's office. NotInConsultation,
    CommentEmpty, NoSuchIndicator."""
    kept = SchemeDraft.everything.select_for_update().get(pk=draft.pk)
    office = acting(by, Permission.SCHEME_COMMENT)
    last_day = kept.comment_until
    if kept.state != "consultation" or last_day is None or last_day < clock.today():
        raise NotInConsultation
    if not words.strip():
        raise CommentEmpty
    if indicator and indicator not in indicator_names(kept):
        raise NoSuchIndicator(indicator)
    made = SchemeComment.objects.create(
        draft=kept,
        indicator=indicator,
        text=words.strip(),
        organisation=office,
        by=by,
        at=clock.now(),
    )
    after = {"comment": made.pk, "indicator": indicator, "text": made.text}
    journal.record("scheme.commented", chain=office.code, by=by, on=kept, after=after)
    return made


@transaction.atomic
def dispose(
    *, comment: SchemeComment, disposition: Disposition, reason: str = "", by: User
) -> SchemeComment:
    """Adopt a comment, or say why not or only in part."""
    draft = SchemeDraft.everything.select_for_update().get(pk=comment.draft_id)
    require(by, Permission.SCHEME_DRAFT, on=draft)
    if draft.state not in {"consultation", *EDITABLE}:
        raise NotDisposable
    if disposition in {Disposition.PARTLY, Disposition.DECLINED} and not reason.strip():
        raise DispositionWithoutReason
    before = comment.disposition
    comment.disposition, comment.reason = disposition, reason.strip()
    comment.disposed_by, comment.disposed_at = by, clock.now()
    comment.save(update_fields=["disposition", "reason", "disposed_by", "disposed_at"])
    journal.record(
        "scheme.disposed",
        chain=draft.chain_code(),
        by=by,
        on=draft,
        before={"comment": comment.pk, "disposition": before},
        after={"comment": comment.pk, "disposition": disposition},
        reason=comment.reason,
    )
    return comment


def _tell(draft: SchemeDraft, by: User, what: str, **values: object) -> None:
    """One message to everybody concerned by a scheme, in the owner's name."""
    send(
        kind=MessageKind.DISTRIBUTE,
        sender=draft.owner,
        by=by,
        recipients=concerned_by(draft),
        subject=text(f"catalogue.told_{what}_subject", title=draft.title),
        body=text(f"catalogue.told_{what}", "zh", title=draft.title, **values),
        about=draft,
    )
