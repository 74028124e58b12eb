"""Writes of the portal: an export leaves its trace."""

from __future__ import annotations

import csv
import io

from django.db import transaction
from django.db.models import QuerySet

from duibiao.access import Permission, acting
from duibiao.accounts.models import User
from duibiao.journal import actions as journal
from duibiao.journal.chain import FIELDS
from duibiao.journal.models import Entry

LONGEST_EXPORT = 100_000


@transaction.atomic
def export_journal(*, entries: QuerySet[Entry], by: User) -> bytes:
    """The entries as CSV (with BOM, for Excel), every hashed field and the digest: whoever has
    the file can walk the chain without us."""
    organisation = acting(by, Permission.JOURNAL_READ)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*FIELDS, "digest"])
    rows = entries.values_list(*FIELDS, "digest")[:LONGEST_EXPORT]
    count = 0
    for row in rows.iterator(2_000):
        writer.writerow([_safe(value) for value in row])
        count += 1
    journal.record("journal.exported", chain=organisation.code, by=by, after={"entries": count})
    return text.getvalue().encode("utf-8-sig")


def _safe(value: object) -> object:
    """No spreadsheet formula: a text that begins like one gets an apostrophe."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
