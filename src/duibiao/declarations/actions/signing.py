"""The statement of truth, and explanations of what is unusual but true."""

from __future__ import annotations

from django.db import transaction

from duibiao import clock
from duibiao.accounts.models import User
from duibiao.declarations.actions.drafting import draft, edited
from duibiao.declarations.models import Declaration, SignerRole
from duibiao.journal import actions as journal

STATEMENT = "2018-1"  # version of the text `declaration.statement_text`


@transaction.atomic
def sign_truth(
    *,
    declaration: Declaration,
    name: str,
    expected_version: int,
    by: User,
    role: SignerRole = SignerRole.LEGAL,
) -> Declaration:
    """Sign that the declaration is complete, true and valid (五(二)3(2)-1)."""
    locked = draft(declaration, by, expected_version)
    fields = {
        "signed_by": name,
        "signer_role": role.value,
        "statement": STATEMENT,
        "signed_at": clock.now(),
        "version": locked.version + 1,
    }
    Declaration.everything.filter(pk=locked.pk).update(**fields)
    for field, value in fields.items():
        setattr(declaration, field, value)
    journal.record(
        "declaration.signed", chain=locked.chain_code(), by=by, on=declaration, after=fields
    )
    return declaration


@transaction.atomic
def explain(*, declaration: Declaration, place: str, rule: str, text: str, by: User) -> Declaration:
    """Say why a warned-of value is right all the same; an empty text takes it back."""
    locked = draft(declaration, by)
    key, before = f"{place}|{rule}", locked.explanations.get(f"{place}|{rule}", "")
    locked.explanations = {k: v for k, v in locked.explanations.items() if k != key}
    if text.strip():
        locked.explanations[key] = text.strip()
    edited(locked, by, "declaration.explained", before={key: before}, after={key: text.strip()})
    declaration.explanations, declaration.version = locked.explanations, locked.version
    return declaration
