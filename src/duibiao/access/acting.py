"""May she? On this object? And for which of her organisations?"""

from __future__ import annotations

from django.db import models

from duibiao.access.models import visible
from duibiao.access.permission import Permission
from duibiao.access.reach import holders, reach
from duibiao.access.refusal import Refused
from duibiao.accounts.models import User
from duibiao.organisations.models import Organisation


def may(user: User, permission: Permission, on: models.Model | None = None) -> bool:
    """May this person do this at all; or, given a row, on this row (the same rule as
    `visible_to`, so that lists and buttons cannot disagree)."""
    if on is None:
        return bool(holders(user, permission))
    within = reach(user, permission)
    if within.everything:
        return True
    model = type(on)
    return model._default_manager.filter(visible(model, within), pk=on.pk).exists()


def require(user: User, permission: Permission, on: models.Model | None = None) -> None:
    """Refused (403, journaled) unless she may."""
    if not may(user, permission, on):
        raise Refused(permission, on)


def acting(
    user: User, permission: Permission, organisation: Organisation | None = None
) -> Organisation:
    """The organisation on whose behalf she acts by a permission: the given one, else the only
    (first) one that carries it. Refused when there is none."""
    for post, _ in holders(user, permission):
        if organisation is None or post.organisation_id == organisation.pk:
            return post.organisation
    raise Refused(permission, organisation)
