"""The cascade of accounts: the commission opens the offices' accounts, districts reset those of
their enterprises. Who may is in the permission table."""

from __future__ import annotations

from django.db import transaction

from duibiao.access.acting import acting, require
from duibiao.access.permission import Permission
from duibiao.access.reach import reach
from duibiao.access.refusal import Refused
from duibiao.accounts import actions as accounts
from duibiao.accounts.models import User
from duibiao.organisations.actions import add_person
from duibiao.organisations.kinds import Kind, Post
from duibiao.organisations.models import Membership, Organisation


@transaction.atomic
def open_account(
    *, organisation: Organisation, post: Post, username: str, name: str, phone: str = "", by: User
) -> tuple[User, str]:
    """Open an account for an office (五(一)2(2)-1: only the commission), with its one-time code."""
    require(by, Permission.PEOPLE_MANAGE)
    return add_person(
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


def _require_over(by: User, membership: Membership) -> None:
    """She may reset this very account, and it is not her own."""
    acting(by, Permission.PEOPLE_RESET)
    within, organisation = reach(by, Permission.PEOPLE_RESET), membership.organisation
    its_enterprise = (
        organisation.kind == Kind.ENTERPRISE and (organisation.region_id or "") in within.districts
    )
    if membership.user_id == by.pk or not (within.everything or its_enterprise):
        raise Refused(Permission.PEOPLE_RESET, organisation)
