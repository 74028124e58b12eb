"""How far a person's posts reach for one permission."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Q

from duibiao import clock
from duibiao.access.matrix import MATRIX
from duibiao.access.permission import ROLE_OF_KIND, Permission, Role, Scope
from duibiao.accounts.models import User
from duibiao.organisations.kinds import Kind, Post
from duibiao.organisations.models import Membership, Organisation

ADMINISTRATORS = {
    Post.SYSTEM_ADMIN: Role.SYSTEM,
    Post.SECURITY_ADMIN: Role.SECURITY,
    Post.AUDIT_ADMIN: Role.AUDIT,
}


@dataclass(slots=True)
class Reach:
    """What one permission reaches for one person; empty means nothing."""

    everything: bool = False
    districts: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    district_fields: set[tuple[str, str]] = field(default_factory=set)
    organisations: set[int] = field(default_factory=set)

    def add(self, scope: Scope, organisation: Organisation) -> None:
        """Widen by one grant held in one organisation."""
        region = organisation.region_id or ""
        if scope is Scope.ALL:
            self.everything = True
        elif scope is Scope.DISTRICT:
            self.districts.add(region)
        elif scope is Scope.FIELD:
            self.fields.add(organisation.field)
        elif scope is Scope.DISTRICT_FIELD:
            self.district_fields.add((region, organisation.field))
        else:
            self.organisations.add(organisation.pk)


def posts(user: User) -> list[Membership]:
    """The posts a person holds today, with their organisations; one query per request."""
    if not user.is_authenticated or not user.is_active:
        return []
    known: list[Membership] | None = getattr(user, "_posts_held", None)
    if known is None:
        today = clock.today()
        held = Membership.objects.filter(
            Q(until=None) | Q(until__gte=today), user=user, organisation__is_active=True
        )
        known = list(held.select_related("organisation__region").order_by("id"))
        user._posts_held = known  # type: ignore[attr-defined]  # a cache for this request
    return known


def role_of(post: Membership) -> Role:
    """The column of the matrix a post stands in."""
    return ADMINISTRATORS.get(Post(post.post)) or ROLE_OF_KIND[Kind(post.organisation.kind)]


def holders(user: User, permission: Permission) -> list[tuple[Membership, Scope]]:
    """The posts that carry a permission, each with how far."""
    grants = MATRIX[permission]
    found = []
    for post in posts(user):
        grant = grants.get(role_of(post))
        if grant and (Post(post.post) in grant.posts):
            found.append((post, grant.scope))
    return found


def reach(user: User, permission: Permission) -> Reach:
    """How far a permission reaches for a person."""
    result = Reach()
    for post, scope in holders(user, permission):
        result.add(scope, post.organisation)
    return result
