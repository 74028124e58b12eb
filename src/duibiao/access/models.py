"""What scoped tables inherit: reads on behalf of a person, or none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Q

from duibiao.access.permission import Permission, Scope
from duibiao.access.reach import Reach, reach
from duibiao.access.refusal import UnscopedRead

if TYPE_CHECKING:
    from duibiao.accounts.models import User

M = TypeVar("M", bound=models.Model)


class ScopedQuerySet(models.QuerySet[M]):
    """A queryset that gives no row before `visible_to` has said for whom."""

    _scoped = False

    def visible_to(self, user: User, permission: Permission) -> Self:
        """The rows this person may see (or act on) by this permission."""
        within = self.filter(visible(self.model, reach(user, permission)))
        within._scoped = True
        return within

    def _clone(self) -> Self:
        clone: Self = super()._clone()  # type: ignore[misc]  # private, but the documented hook
        clone._scoped = self._scoped
        return clone

    def _demand_scope(self) -> None:
        if not self._scoped:
            raise UnscopedRead(f"{self.model.__name__}.objects was read without visible_to()")

    def _fetch_all(self) -> None:
        self._demand_scope()
        super()._fetch_all()

    def iterator(self, chunk_size: int | None = None) -> Any:
        """Rows one by one."""
        self._demand_scope()
        return super().iterator(chunk_size)

    def count(self) -> int:
        """How many rows."""
        self._demand_scope()
        return super().count()

    def exists(self) -> bool:
        """Any row?"""
        self._demand_scope()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Sums and the like."""
        self._demand_scope()
        return super().aggregate(*args, **kwargs)


class ScopedManager(models.Manager.from_queryset(ScopedQuerySet)):  # type: ignore[misc]  # Django makes the base
    """`objects`: refuses reads until `visible_to`."""


class Scoped(models.Model):
    """A table whose rows belong to somebody.

    `scope_paths` says where a row's owner stands: DISTRICT → path to a region code, FIELD → path
    to a field, OWN → paths to organisation ids. A scope without a path reaches no row.
    """

    scope_paths: ClassVar[Mapping[Scope, str | tuple[str, ...]]] = {}

    # For actions and named queries only (tests/architecture/test_scopes.py); related managers
    # and prefetches use it too, as they start from a row already seen.
    everything: ClassVar[models.Manager[Self]] = models.Manager()
    objects: ClassVar[ScopedManager] = ScopedManager()

    class Meta:
        abstract = True


def visible(model: type[models.Model], within: Reach) -> Q:
    """The condition on a table's rows that a reach amounts to; default is no row."""
    paths: Mapping[Scope, str | tuple[str, ...]] = getattr(model, "scope_paths", {})
    if within.everything:
        return Q()
    condition = Q(pk__in=[])
    for path in _paths(paths, Scope.DISTRICT) if within.districts else ():
        condition |= Q(**{f"{path}__in": sorted(within.districts)})
    for path in _paths(paths, Scope.FIELD) if within.fields else ():
        condition |= Q(**{f"{path}__in": sorted(within.fields)})
    for path in _paths(paths, Scope.OWN) if within.organisations else ():
        condition |= Q(**{f"{path}__in": sorted(within.organisations)})
    for region, field in sorted(within.district_fields):
        for district_path in _paths(paths, Scope.DISTRICT):
            for field_path in _paths(paths, Scope.FIELD):
                condition |= Q(**{district_path: region, field_path: field})
    return condition


def _paths(paths: Mapping[Scope, str | tuple[str, ...]], scope: Scope) -> tuple[str, ...]:
    path = paths.get(scope, ())
    return (path,) if isinstance(path, str) else path
