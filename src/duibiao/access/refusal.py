"""What refusals carry, so that they can be said to the person and written to the journal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404

from duibiao.access.permission import Permission
from duibiao.core.errors import Fact


@dataclass(eq=False)
class NotYours(Fact):
    """The person's posts do not carry this permission, or not on this object."""

    code: ClassVar[str] = "not_yours"
    permission: Permission


class Refused(PermissionDenied):
    """403: she may not. The middleware answers with a page and journals it."""

    def __init__(self, permission: Permission, on: models.Model | None = None) -> None:
        super().__init__(permission)
        self.permission = permission
        self.on = on
        self.fact = NotYours(permission)


class Foreign(Http404):
    """404: not among what she may see. Journaled, and not told apart from what does not exist."""

    def __init__(self, model: str, lookup: dict[str, object]) -> None:
        super().__init__(model)
        self.model = model
        self.lookup = lookup


class UnscopedRead(RuntimeError):
    """A programmer read scoped data without saying on whose behalf."""
