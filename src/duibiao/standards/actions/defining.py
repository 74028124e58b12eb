"""Recording how the two figures are told."""

from __future__ import annotations

from collections.abc import Iterable

from duibiao.accounts.models import User
from duibiao.campaigns.actions import set_parameter
from duibiao.campaigns.models import Campaign
from duibiao.standards.figures import PARAMETER, definition_of


def define(
    *, campaign: Campaign, levels: Iterable[str], degrees: Iterable[str], ground: str, by: User
) -> Campaign:
    """A new version of the definition; the journal keeps the one before."""
    value = {
        "levels": sorted(levels),
        "degrees": sorted(degrees),
        "ground": ground,
        "version": definition_of(campaign).version + 1,
    }
    return set_parameter(campaign=campaign, name=PARAMETER, value=value, by=by)
