"""Every write of declarations."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from duibiao import clock
from duibiao.access import Permission, require
from duibiao.accounts.models import User
from duibiao.catalogue.models import SchemeVersion
from duibiao.core.canonical import canonical, digest
from duibiao.core.compare.explain import declaration_record
from duibiao.core.compare.judge import Judgement
from duibiao.core.report.machines.selection import DECLARATION
from duibiao.declarations.filing import content_of
from duibiao.declarations.models import (
    Declaration,
    ExecutedStandard,
    KeyIndicator,
    Product,
    Trial,
)
from duibiao.journal import actions as journal
from duibiao.selection.models import Participation
from duibiao.workflow.actions import advance
from duibiao.workflow.facts import NoSuchStep, Stale, StepRefused
from duibiao.workflow.performing import performs

KEPT_DAYS = 180


@transaction.atomic
def keep_trial(*, judgement: Judgement, scheme: SchemeVersion, now: datetime) -> Trial:
    """Keep a trial because its author asked for it; the key is its only way in. Trials past
    their last day go at the same time."""
    today = timezone.localdate(now)
    Trial.objects.filter(expires_on__lt=today).delete()
    return Trial.objects.create(
        key=secrets.token_urlsafe(32),
        scheme=scheme,
        declaration=canonical(declaration_record(judgement.declaration)).decode("utf-8"),
        outcome=judgement.outcome.value,
        kept_at=now,
        expires_on=today + timedelta(days=KEPT_DAYS),
    )


@transaction.atomic
def discard_trial(*, trial: Trial) -> None:
    """Throw a kept trial away at once."""
    trial.delete()


@transaction.atomic
def open_declaration(*, participation: Participation, by: User) -> Declaration:
    """The enterprise's declaration, begun if it is not there."""
    require(by, Permission.PARTICIPATION_ANSWER, on=participation)
    declaration, fresh = Declaration.everything.get_or_create(participation=participation)
    if fresh:
        journal.record("declaration.created", chain=declaration.chain_code(), by=by, on=declaration)
    return declaration


@transaction.atomic
def write_declaration(
    *, declaration: Declaration, content: Mapping[str, Any], expected_version: int, by: User
) -> Declaration:
    """Let this be the content: standards, products with their indicators, explanation. Only the
    enterprise, only while it fills (Refused for every officer: 三-0)."""
    require(by, Permission.DECLARATION_WRITE, on=declaration)
    _demand_open(declaration, expected_version)
    before = content_of(declaration)
    declaration.products.all().delete()
    declaration.standards.all().delete()
    standards = {
        given["number"]: ExecutedStandard.objects.create(declaration=declaration, **given)
        for given in content["standards"]
    }
    for given in content["products"]:
        product = Product.objects.create(
            declaration=declaration, name=given["name"], track=given.get("track", "product")
        )
        KeyIndicator.objects.bulk_create(
            KeyIndicator(
                product=product,
                standard=standards.get(one.get("standard", "")),
                **{name: value for name, value in one.items() if name != "standard"},
            )
            for one in given["indicators"]
        )
    declaration.explanation = str(content.get("explanation", ""))
    declaration.signed_at, declaration.signed_by = None, ""  # a new text is signed anew
    return _written(declaration, by, before)


@transaction.atomic
def sign_truth(
    *, declaration: Declaration, name: str, expected_version: int, by: User
) -> Declaration:
    """Sign that the declaration is complete, true and valid (五(二)3(2)-1)."""
    require(by, Permission.DECLARATION_WRITE, on=declaration)
    _demand_open(declaration, expected_version)
    before = content_of(declaration)
    declaration.signed_by, declaration.signed_at = name, clock.now()
    return _written(declaration, by, before)


@transaction.atomic
def answer_checklist(
    *, declaration: Declaration, complete: bool, true: bool, valid: bool, by: User
) -> Declaration:
    """The reviewer's answers to the three questions."""
    require(by, Permission.DECLARATION_REVIEW, on=declaration)
    fields = {"checked_complete": complete, "checked_true": true, "checked_valid": valid}
    Declaration.everything.filter(pk=declaration.pk).update(**fields)
    for name, value in fields.items():
        setattr(declaration, name, value)
    journal.record(
        "declaration.checked", chain=declaration.chain_code(), by=by, on=declaration, after=fields
    )
    return declaration


@performs(DECLARATION, "submit")
@transaction.atomic
def submit(
    record: Declaration, *, by: User, expected_version: int, reason: str = ""
) -> Declaration:
    """Hand the declaration in to the district; what was handed in is remembered by its digest."""
    found = digest(content_of(record))
    return advance(
        record,
        "submit",
        by=by,
        expected_version=expected_version,
        reason=reason,
        changes={
            "submitted_digest": found,
            "checked_complete": False,
            "checked_true": False,
            "checked_valid": False,
        },
    )


def _demand_open(declaration: Declaration, expected_version: int) -> None:
    if declaration.state not in {"filling", "returned"}:
        raise StepRefused((NoSuchStep("write", declaration.state),))
    if declaration.version != expected_version:
        raise StepRefused((Stale(expected_version, declaration.version),))


def _written(declaration: Declaration, by: User, before: dict[str, Any]) -> Declaration:
    declaration.version += 1
    Declaration.everything.filter(pk=declaration.pk).update(
        version=declaration.version,
        explanation=declaration.explanation,
        signed_by=declaration.signed_by,
        signed_at=declaration.signed_at,
    )
    journal.record(
        "declaration.edited",
        chain=declaration.chain_code(),
        by=by,
        on=declaration,
        before=before,
        after=content_of(declaration),
    )
    return declaration
