"""Loading a row on behalf of a person."""

from __future__ import annotations

from typing import TypeVar

from duibiao.access.models import Scoped
from duibiao.access.permission import Permission
from duibiao.access.refusal import Foreign
from duibiao.accounts.models import User

T = TypeVar("T", bound=Scoped)


def load_or_404(user: User, model: type[T], permission: Permission, **lookup: object) -> T:
    """The one row, if this person may see it by this permission; else 404, journaled."""
    found: T | None = model.objects.visible_to(user, permission).filter(**lookup).first()
    if found is None:
        raise Foreign(model._meta.label_lower, lookup)
    return found
