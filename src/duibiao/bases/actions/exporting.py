"""A download leaves its trace."""

from __future__ import annotations

from django.db import transaction

from duibiao.access import Permission, acting
from duibiao.accounts.models import User
from duibiao.declarations.models import Product
from duibiao.journal import actions as journal


@transaction.atomic
def note_matrix(*, product: Product, kind: str, columns: int, by: User) -> None:
    """Somebody took the matrix of a product as a file."""
    journal.record(
        "matrix.downloaded",
        chain=acting(by, Permission.DECLARATION_READ).code,
        by=by,
        on=product.declaration,
        label=product.name,
        after={"kind": kind, "columns": columns},
    )


@transaction.atomic
def note_rehearsal(*, title: str, kind: str, rows: int, by: User) -> None:
    """Somebody took the members of a rehearsal as a file."""
    journal.record(
        "rehearsal.downloaded",
        chain=acting(by, Permission.REHEARSAL_READ).code,
        by=by,
        label=title,
        after={"kind": kind, "rows": rows},
    )
