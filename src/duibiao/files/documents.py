"""Documents people hand in as evidence: PDF, JPEG or PNG, told by their first bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact

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


def media_type(name: str, content: bytes) -> str:
    """What a file is, by its first bytes; NotADocument, DocumentTooBig."""
    if len(content) > MAX_SIZE:
        raise DocumentTooBig(name)
    for beginning, found in SIGNATURES.items():
        if content.startswith(beginning):
            return found
    raise NotADocument(name)
