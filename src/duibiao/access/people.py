"""Named reads of people: the offices within reach, who holds which post, and how safe her account
is. Constant numbers of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from duibiao.access.permission import Permission
from duibiao.access.reach import reach
from duibiao.access.refusal import Foreign
from duibiao.access.second_factor import DEMANDING
from duibiao.accounts.models import User
from duibiao.accounts.queries import having_a_factor, session_counts
from duibiao.organisations.kinds import Kind, Post
from duibiao.organisations.models import Membership, Organisation, Proxy


@dataclass(frozen=True, slots=True)
class Person:
    """One post, and the account of who holds it."""

    membership: Membership
    has_factor: bool
    sessions: int

    @property
    def post_key(self) -> str:
        """The wording key of the post."""
        return f"post.{self.membership.post}"

    @property
    def owes_factor(self) -> bool:
        """Her post demands a second factor, and there is none."""
        demands = Post(self.membership.post) in DEMANDING
        return (
            demands and self.membership.organisation.kind != Kind.ENTERPRISE and not self.has_factor
        )


def offices(user: User) -> QuerySet[Organisation]:
    """The organisations whose people she may see."""
    within = reach(user, Permission.PEOPLE_READ)
    known = Organisation.objects.filter(is_active=True).select_related("region", "parent")
    if within.everything:
        return known
    return known.filter(region_id__in=sorted(within.districts))


def office(user: User, code: str) -> Organisation:
    """One of them, or 404, journaled."""
    found = offices(user).filter(code=code).first()
    if found is None:
        raise Foreign(Organisation._meta.label_lower, {"code": code})
    return found


def below(user: User, parent: Organisation | None, words: str = "") -> QuerySet[Organisation]:
    """One level of the tree; or what a search finds, at any level. With how many people."""
    found = offices(user)
    if words:
        found = found.filter(
            Q(name__contains=words) | Q(short_name__contains=words) | Q(code__contains=words)
        )
    elif parent is not None:
        found = found.filter(parent=parent)
    else:
        own = offices(user).values("pk")
        found = found.filter(Q(parent=None) | ~Q(parent__in=own))
    held = Q(memberships__until=None)
    return found.annotate(
        people=Count("memberships", filter=held, distinct=True),
        offices=Count("children", filter=Q(children__is_active=True), distinct=True),
    ).order_by("region__order", "code")


def members(user: User) -> QuerySet[Membership]:
    """The posts held today in the organisations she may see."""
    held = Membership.objects.filter(until=None, organisation__in=offices(user).values("pk"))
    return held.select_related("user", "organisation").order_by("organisation__code", "post", "id")


def member(user: User, pk: int) -> Membership:
    """One of them, or 404, journaled."""
    found = members(user).filter(pk=pk).first()
    if found is None:
        raise Foreign(Membership._meta.label_lower, {"pk": pk})
    return found


def told(memberships: Iterable[Membership]) -> list[Person]:
    """The people with their second factors and sessions: two queries more."""
    rows = list(memberships)
    users = {row.user_id for row in rows}
    factors, sessions = having_a_factor(users), session_counts(users)
    return [Person(row, row.user_id in factors, sessions.get(row.user_id, 0)) for row in rows]


def watched(user: User) -> list[Person]:
    """Approvers and administrators without a second factor; stopped accounts; accounts nobody has
    activated yet."""
    held = members(user).exclude(organisation__kind=Kind.ENTERPRISE)
    return [
        one
        for one in told(held)
        if one.owes_factor
        or not one.membership.user.is_active
        or one.membership.user.activated_at is None
    ]


def proxies() -> QuerySet[Proxy]:
    """Who may enter data for whom, at present."""
    return Proxy.objects.filter(until=None).select_related("agent", "principal")


def may_be_principals() -> QuerySet[Organisation]:
    """For whom the working body may act: the commission and the districts (六(一)-2, 横-12)."""
    kinds = [Kind.COMMISSION, Kind.DISTRICT_BUREAU]
    return Organisation.objects.filter(kind__in=kinds, is_active=True).order_by("code")
