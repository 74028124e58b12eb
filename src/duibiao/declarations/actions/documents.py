"""Evidence: kept by its digest, hidden rather than deleted (横-9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.db import transaction

from duibiao import clock
from duibiao.accounts.models import User
from duibiao.core.errors import Fact
from duibiao.declarations.actions.drafting import draft, edited
from duibiao.declarations.models import Declaration, Evidence, EvidenceKind, KeyIndicator
from duibiao.files.store import store

MAX_SIZE = 10_000_000
# What a file begins with; its name proves nothing.
SIGNATURES = {
    b"%PDF-": "application/pdf",
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
}


@dataclass(eq=False)
class NotADocument(Fact):
    """Neither PDF nor JPEG nor PNG."""

    code: ClassVar[str] = "evidence_not_a_document"
    name: str


@dataclass(eq=False)
class DocumentTooBig(Fact):
    """Larger than what is kept."""

    code: ClassVar[str] = "evidence_too_big"
    name: str
    megabytes: int = MAX_SIZE // 1_000_000


@dataclass(eq=False)
class DocumentTwice(Fact):
    """The same file is there already."""

    code: ClassVar[str] = "evidence_twice"
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file and what is said about it."""

    kind: EvidenceKind
    title: str
    file_name: str
    content: bytes
    issuer: str = ""
    issued_on: date | None = None
    valid_until: date | None = None


def media_type(document: Document) -> str:
    """What the file is, by its first bytes; NotADocument, DocumentTooBig."""
    if len(document.content) > MAX_SIZE:
        raise DocumentTooBig(document.file_name)
    for beginning, found in SIGNATURES.items():
        if document.content.startswith(beginning):
            return found
    raise NotADocument(document.file_name)


@transaction.atomic
def add_evidence(
    *,
    declaration: Declaration,
    document: Document,
    indicators: Iterable[KeyIndicator] = (),
    by: User,
) -> Evidence:
    """Keep a document; one may speak for many indicators. The file is on the disk before the row
    that names it is written."""
    locked = draft(declaration, by)
    found = media_type(document)
    digest = store().keep(document.content)
    known = locked.evidence.filter(digest=digest, removed_at=None).first()
    if known:
        raise DocumentTwice(known.title)
    made = Evidence.objects.create(
        declaration=locked,
        kind=document.kind.value,
        title=document.title,
        issuer=document.issuer,
        issued_on=document.issued_on,
        valid_until=document.valid_until,
        file_name=document.file_name[:200],
        media_type=found,
        size=len(document.content),
        digest=digest,
        added_at=clock.now(),
    )
    own = [one for one in indicators if one.product.declaration_id == locked.pk]
    made.indicators.set(own)
    edited(
        locked,
        by,
        "declaration.evidence_added",
        on=made,
        after={"title": made.title, "digest": digest, "indicators": [one.name for one in own]},
    )
    return made


@transaction.atomic
def remove_evidence(*, evidence: Evidence, by: User) -> None:
    """Hide a document; what rested on it keeps it."""
    locked = draft(evidence.declaration, by)
    Evidence.objects.filter(pk=evidence.pk).update(removed_at=clock.now())
    edited(
        locked,
        by,
        "declaration.evidence_removed",
        on=evidence,
        before={"title": evidence.title, "digest": evidence.digest},
    )
