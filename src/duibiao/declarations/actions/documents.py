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
from duibiao.files.documents import media_type
from duibiao.files.store import store


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
    found = media_type(document.file_name, document.content)
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
