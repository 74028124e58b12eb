"""Telling enterprises that the basis of their products has changed."""

from __future__ import annotations

from collections.abc import Iterable

from duibiao.accounts.models import User
from duibiao.bases.models import Basis
from duibiao.bases.queries import Assigned
from duibiao.messages.actions import send
from duibiao.messages.models import Dispatch, Kind
from duibiao.organisations.models import Organisation


def tell_enterprises(
    rows: Iterable[Assigned],
    *,
    sender: Organisation,
    subject: str,
    body: str,
    about: Basis,
    by: User,
) -> Dispatch | None:
    """One message to the enterprises of these products, each once; none when there are none."""
    offices = {
        row.product.declaration.participation.enterprise.organisation_id: (
            row.product.declaration.participation.enterprise.organisation
        )
        for row in rows
    }
    if not offices:
        return None
    return send(
        kind=Kind.DISTRIBUTE,
        sender=sender,
        by=by,
        recipients=offices.values(),
        subject=subject,
        body=body,
        about=about,
    )
