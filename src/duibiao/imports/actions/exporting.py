"""A list leaves the platform as a workbook; that it did, and whose, is written down."""

from __future__ import annotations

from django.db import transaction

from duibiao.imports.definition import Context, ListDefinition
from duibiao.imports.workbook import workbook
from duibiao.journal import actions as journal


@transaction.atomic
def export_list(definition: ListDefinition, context: Context) -> bytes:
    """The list as it stands. Raises what `definition.admit` raises."""
    definition.admit(context)
    rows = definition.export(context)
    journal.record(
        "list.exported",
        chain=context.organisation.code,
        by=context.user,
        object_type=definition.object_type,
        label=definition.key,
        after={"rows": rows.height, **context.parameters},
    )
    return workbook(definition, context, rows)
