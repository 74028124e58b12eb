"""Every named read of declarations."""

from __future__ import annotations

from duibiao.core.canonical import load
from duibiao.core.compare.declaration import Declaration
from duibiao.core.compare.explain import declaration_from
from duibiao.declarations.models import Trial


def kept_trial(key: str) -> Trial | None:
    """The trial behind a secret address, with its scheme."""
    return Trial.objects.select_related("scheme").filter(key=key).first()


def declaration_of(trial: Trial) -> Declaration:
    """What was declared, as it was kept."""
    return declaration_from(load(trial.declaration))
