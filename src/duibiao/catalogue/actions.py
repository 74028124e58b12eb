"""Every write of the catalogue."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from duibiao import clock
from duibiao.catalogue.models import SchemeVersion
from duibiao.catalogue.queries import current_scheme, scheme_by_digest
from duibiao.core.canonical import canonical
from duibiao.core.compare.scheme_document import read_scheme


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
