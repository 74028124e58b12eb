"""Writes of the boards: a download leaves its trace."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from django.db import transaction

from duibiao.access import Permission, acting
from duibiao.accounts.models import User
from duibiao.journal import actions as journal


@transaction.atomic
def download(
    *,
    name: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    permission: Permission,
    by: User,
) -> bytes:
    """What is shown, as CSV (with BOM, for Excel); who took it is journaled."""
    organisation = acting(by, permission)
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(heads)
    count = 0
    for row in rows:
        writer.writerow([_safe(value) for value in row])
        count += 1
    journal.record(
        "board.downloaded", chain=organisation.code, by=by, label=name, after={"rows": count}
    )
    return written.getvalue().encode("utf-8-sig")


def _safe(value: str) -> str:
    """No spreadsheet formula: a text that begins like one gets an apostrophe."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
