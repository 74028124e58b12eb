"""What a basis demands: its scheme (or own document) with its adjustments; once determined, the
frozen document and nothing else."""

from __future__ import annotations

from typing import Any

from duibiao.bases.models import Basis
from duibiao.core.canonical import load
from duibiao.core.compare.basis import Mark, effective, marks
from duibiao.core.compare.scheme import Scheme
from duibiao.core.compare.scheme_document import examine


def base_document(basis: Basis) -> dict[str, Any]:
    """The scheme it rests on, or the bureau's own document."""
    text = basis.scheme.document if basis.scheme else basis.own_document
    found: dict[str, Any] = load(text)
    return found


def adjustments_of(basis: Basis) -> dict[str, dict[str, Any]]:
    """What is demanded otherwise, by indicator."""
    found: dict[str, dict[str, Any]] = load(basis.adjustments)
    return found


def effective_document(basis: Basis) -> dict[str, Any]:
    """The whole document that holds."""
    if basis.document:
        found: dict[str, Any] = load(basis.document)
        return found
    return effective(base_document(basis), adjustments_of(basis))


def effective_scheme(basis: Basis) -> Scheme | None:
    """The same, read; None while a draft cannot be read at all."""
    return examine(effective_document(basis))[0]


def marks_of(basis: Basis) -> tuple[Mark, ...]:
    """What the adjustments do to the scheme; one's own document has nothing to compare with."""
    if basis.scheme is None:
        return ()
    return marks(base_document(basis), adjustments_of(basis))


def is_local(basis: Basis) -> bool:
    """Outside the national list, or looser than it (地方拟定)."""
    if basis.digest:
        return basis.is_local
    return basis.scheme is None or any(mark.change.is_local for mark in marks_of(basis))
