"""The cascade of accounts: the commission opens the offices' accounts, districts reset those of
their enterprises. Who may is in the permission table."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from duibiao.access.acting import acting, require
from duibiao.access.permission import Permission
from duibiao.access.reach import reach
from duibiao.access.refusal import Refused
from duibiao.accounts import actions as accounts
from duibiao.accounts.models import User
from duibiao.journal import actions as journal
from duibiao.organisations import actions as organisations
from duibiao.organisations.kinds import Kind, Post
from duibiao.organisations.models import Membership, Organisation, Proxy


@transaction.atomic
def open_account(
    *, organisation: Organisation, post: Post, username: str, name: str, phone: str = "", by: User
) -> tuple[User, str]:
    """Open an account for an office (五(一)2(2)-1: only the commission), with its one-time code."""
    require(by, Permission.PEOPLE_MANAGE)
    return organisations.add_person(
        organisation=organisation, post=post, username=username, name=name, phone=phone, by=by
    )


@transaction.atomic
def reset_account(*, membership: Membership, by: User) -> str:
    """A new activation code: the commission for offices, a district for its enterprises."""
    _require_over(by, membership)
    organisation = membership.organisation
    return accounts.issue_activation_code(user=membership.user, by=by, chain=organisation.code)


@transaction.atomic
def stop_account(*, membership: Membership, by: User, reason: str) -> None:
    """Stop an account; its sessions end at once."""
    _require_over(by, membership)
    chain = membership.organisation.code
    accounts.disable(user=membership.user, by=by, reason=reason, chain=chain)


@transaction.atomic
def resume_account(*, membership: Membership, by: User) -> None:
    """Let an account be used again."""
    _require_over(by, membership)
    accounts.enable(user=membership.user, by=by, chain=membership.organisation.code)


@transaction.atomic
def remove_second_factor(*, membership: Membership, by: User, reason: str) -> None:
    """A lost phone: whoever may reset the account takes its second factor off."""
    _require_over(by, membership)
    chain = membership.organisation.code
    accounts.remove_second_factor(user=membership.user, by=by, reason=reason, chain=chain)


@transaction.atomic
def reset_accounts(*, memberships: Iterable[Membership], by: User) -> list[tuple[Membership, str]]:
    """New activation codes for many at one stroke: all of them or none."""
    return [(one, reset_account(membership=one, by=by)) for one in memberships]


@transaction.atomic
def appoint(*, user: User, organisation: Organisation, post: Post, by: User) -> Membership:
    """Give somebody who has an account a post. HasAPost, AdministratorsExclude, NotOneself."""
    require(by, Permission.PEOPLE_MANAGE)
    return organisations.appoint(user=user, organisation=organisation, post=post, by=by)


@transaction.atomic
def dismiss(*, membership: Membership, by: User, reason: str) -> None:
    """End somebody's post, and her sessions: what she may do has changed."""
    require(by, Permission.PEOPLE_MANAGE)
    organisations.dismiss(membership=membership, by=by, reason=reason)
    accounts.end_sessions(user=membership.user)


@transaction.atomic
def end_sessions_of(*, membership: Membership, by: User) -> None:
    """Sign a person out everywhere, at once."""
    _require_over(by, membership)
    count = accounts.end_sessions(user=membership.user)
    journal.record(
        "account.sessions_ended",
        chain=membership.organisation.code,
        by=by,
        on=membership.user,
        after={"count": count},
    )


@transaction.atomic
def grant_proxy(*, agent: Organisation, principal: Organisation, ground: str, by: User) -> Proxy:
    """The commission lets an office enter data for another (六(一)-2, 横-12). ProxyThere."""
    require(by, Permission.ORGANISATION_MANAGE)
    return organisations.grant_proxy(agent=agent, principal=principal, ground=ground, by=by)


@transaction.atomic
def end_proxy(*, proxy: Proxy, by: User, reason: str) -> None:
    """And takes it back."""
    require(by, Permission.ORGANISATION_MANAGE)
    organisations.end_proxy(proxy=proxy, by=by, reason=reason)


def _require_over(by: User, membership: Membership) -> None:
    """She may reset this very account, and it is not her own."""
    acting(by, Permission.PEOPLE_RESET)
    within, organisation = reach(by, Permission.PEOPLE_RESET), membership.organisation
    its_enterprise = (
        organisation.kind == Kind.ENTERPRISE and (organisation.region_id or "") in within.districts
    )
    if membership.user_id == by.pk or not (within.everything or its_enterprise):
        raise Refused(Permission.PEOPLE_RESET, organisation)
