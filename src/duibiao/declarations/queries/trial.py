"""Every named read of declarations."""

from __future__ import annotations

from datetime import date

from duibiao.core.canonical import load
from duibiao.core.compare.declaration import Declaration
from duibiao.core.compare.explain import declaration_from
from duibiao.declarations.models import Trial


def kept_trial(key: str, today: date) -> Trial | None:
    """The trial behind a secret address, with its scheme, up to its last day."""
    kept = Trial.objects.select_related("scheme").filter(key=key, expires_on__gte=today)
    return kept.first()


def declaration_of(trial: Trial) -> Declaration:
    """What was declared, as it was kept."""
    return declaration_from(load(trial.declaration))
