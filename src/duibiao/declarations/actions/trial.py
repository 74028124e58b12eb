"""Keeping and throwing away a self-service trial."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from duibiao.catalogue.models import SchemeVersion
from duibiao.core.canonical import canonical
from duibiao.core.compare.explain import declaration_record
from duibiao.core.compare.judge import Judgement
from duibiao.declarations.models import Trial

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
