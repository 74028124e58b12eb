"""Every write of the catalogue."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from duibiao import clock
from duibiao.access import Permission, Refused, acting, require
from duibiao.accounts.models import User
from duibiao.catalogue.facts import CodeTaken, DraftClosed
from duibiao.catalogue.models import EDITABLE, SchemeDraft, SchemeVersion
from duibiao.catalogue.queries import current_scheme, document_of, open_draft, scheme_by_digest
from duibiao.core.canonical import canonical, digest, load
from duibiao.core.compare.scheme_document import read_scheme
from duibiao.journal import actions as journal
from duibiao.organisations.kinds import Kind
from duibiao.organisations.models import Organisation
from duibiao.workflow.facts import Stale, StepRefused


@transaction.atomic
def load_scheme(*, document: dict[str, Any]) -> SchemeVersion:
    """Freeze a scheme document. The same document again changes nothing; a changed one becomes
    the next version of its code. Raises SchemeUnusable."""
    scheme = read_scheme(document)
    known = scheme_by_digest(scheme.digest)
    if known is not None:
        return known
    latest = current_scheme(scheme.id)
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
    begin one for the commission. CodeTaken when one is under way."""
    office = acting(by, Permission.SCHEME_DRAFT)
    lent = owner.kind == Kind.COMMISSION and office.kind == Kind.INSTITUTE
    if office != owner and not lent:
        raise Refused(Permission.SCHEME_DRAFT, owner)
    if open_draft(code) is not None:
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
