"""Named reads of the journal."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from duibiao.journal.chain import FIELDS, Break, first_break
from duibiao.journal.models import Chain, Entry


def history_of(record: models.Model) -> models.QuerySet[Entry]:
    """Entries that speak of one object, oldest first."""
    return Entry.objects.filter(
        object_type=record._meta.label_lower, object_id=str(record.pk)
    ).order_by("id")


def last_entry() -> tuple[int, str]:
    """Number and digest of the newest entry: while they stay the same, nothing was written."""
    found = Entry.objects.order_by("-id").values_list("id", "digest").first()
    return found or (0, "")


def broken_chains() -> Iterator[Break]:
    """Every chain walked from its beginning; yields the first break of each that does not hold."""
    for chain in Chain.objects.order_by("code"):
        entries = Entry.objects.filter(chain=chain.code).order_by("sequence")
        found = first_break(
            chain.code,
            entries.values(*FIELDS, "digest").iterator(2_000),
            length=chain.length,
            head=chain.head,
        )
        if found:
            yield found
    heads = Chain.objects.values("code")
    for code in Entry.objects.exclude(chain__in=heads).values_list("chain", flat=True).distinct():
        yield Break(code, 1, "head")
