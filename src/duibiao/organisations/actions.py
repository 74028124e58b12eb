"""Every write of organisations: the tree, and who holds which post in it."""

from __future__ import annotations

from datetime import timedelta
from importlib.resources import files

from django.conf import settings
from django.db import transaction

from duibiao import clock
from duibiao.accounts import actions as accounts
from duibiao.accounts.models import User
from duibiao.journal import actions as journal
from duibiao.organisations.facts import (
    AdministratorsExclude,
    HasAPost,
    NotOneself,
    ProxyThere,
)
from duibiao.organisations.kinds import ADMINISTRATORS, Field, Kind, Post
from duibiao.organisations.models import Domain, Membership, Organisation, OrganisationName, Proxy
from duibiao.reference.models import Region
from duibiao.reference.queries import districts

DISTRICT_FIELDS = (
    (Field.DEVELOPMENT, "发展和改革委员会"),
    (Field.INDUSTRY, "工业和信息化委员会"),
    (Field.AGRICULTURE, "农业农村委员会"),
    (Field.COMMERCE, "商务委员会"),
    (Field.TOURISM, "旅游局"),
)
DOMAINS = {
    Field.AGRICULTURE: "A",
    Field.INDUSTRY: "BCDE",
    Field.COMMERCE: "FG",
    Field.TOURISM: "H",
    Field.FINANCE: "J",
    Field.DEVELOPMENT: "IKLMNOPQRST",
}


@transaction.atomic
def load_organisations() -> None:
    """The offices of the plan: the city's, 16 district bureaus, 80 district departments. The same
    call again changes nothing."""
    text = (files("duibiao.organisations") / "data" / "tianjin.csv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            _load(line.split(","))
    for region in districts():
        _load_district(region)
    for field, sections in DOMAINS.items():
        for section in sections:
            Domain.objects.get_or_create(industry=section, defaults={"field": field})
    _load_proxies()


def _load(row: list[str]) -> None:
    code, kind, field, region, parent, name, short = row
    Organisation.objects.get_or_create(
        code=code,
        defaults={
            "kind": kind,
            "field": field,
            "region_id": region or None,
            "parent": Organisation.objects.get(code=parent) if parent else None,
            "name": name,
            "short_name": short,
        },
    )


def _load_district(region: Region) -> None:
    commission = Organisation.objects.get(code="tj-market")
    Organisation.objects.get_or_create(
        code=f"{region.code}-market",
        defaults={
            "kind": Kind.DISTRICT_BUREAU,
            "field": Field.MARKET,
            "region": region,
            "parent": commission,
            "name": f"天津市{region.name}市场和质量监督管理局",
            "short_name": f"{region.name}市场监管局",
        },
    )
    for field, title in DISTRICT_FIELDS:
        Organisation.objects.get_or_create(
            code=f"{region.code}-{field.value}",
            defaults={
                "kind": Kind.DISTRICT_DEPARTMENT,
                "field": field,
                "region": region,
                "parent": Organisation.objects.get(code=f"tj-{field.value}"),
                "name": f"天津市{region.name}{title}",
                "short_name": f"{region.name}{title}",
            },
        )


def _load_proxies() -> None:
    institute = Organisation.objects.get(code="tj-institute")
    principals = Organisation.objects.filter(kind__in=[Kind.COMMISSION, Kind.DISTRICT_BUREAU])
    for principal in principals:
        Proxy.objects.get_or_create(
            agent=institute,
            principal=principal,
            until=None,
            defaults={"ground": "六(一)：工作机构，承担日常工作", "since": clock.today()},
        )


@transaction.atomic
def add_organisation(
    *,
    code: str,
    kind: Kind,
    name: str,
    region: Region | None,
    parent: Organisation | None,
    uscc: str = "",
    by: User,
) -> Organisation:
    """A new organisation; who may add one, the calling room has decided."""
    made = Organisation.objects.create(
        code=code, kind=kind, name=name, region=region, parent=parent, uscc=uscc
    )
    OrganisationName.objects.create(organisation=made, name=name, since=clock.today())
    journal.record(
        "organisation.created", chain=code, by=by, on=made, after={"name": name, "kind": kind}
    )
    return made


@transaction.atomic
def rename(*, organisation: Organisation, name: str, by: User) -> Organisation:
    """A new name from today; what was written before keeps the old one (横-13)."""
    today, before = clock.today(), organisation.name
    present = organisation.names.filter(until=None).first()
    if present is None:
        present = OrganisationName(organisation=organisation, name=before, since=today)
    present.until = max(present.since, today - timedelta(days=1))
    present.save()
    OrganisationName.objects.create(organisation=organisation, name=name, since=today)
    organisation.name = name
    organisation.save(update_fields=["name"])
    journal.record(
        "organisation.renamed",
        chain=organisation.code,
        by=by,
        on=organisation,
        before={"name": before},
        after={"name": name},
    )
    return organisation


@transaction.atomic
def relocate(*, organisation: Organisation, parent: Organisation, by: User) -> Organisation:
    """An organisation moved: it belongs to another office and its district from now on."""
    before = organisation.parent
    organisation.parent, organisation.region = parent, parent.region
    organisation.save(update_fields=["parent", "region"])
    journal.record(
        "organisation.relocated",
        chain=organisation.code,
        by=by,
        on=organisation,
        before={"parent": before.code if before else ""},
        after={"parent": parent.code},
    )
    return organisation


@transaction.atomic
def add_person(
    *,
    organisation: Organisation,
    post: Post,
    username: str,
    name: str,
    phone: str = "",
    by: User | None,
) -> tuple[User, str]:
    """A new account with a post, and its one-time activation code."""
    user, code = accounts.create_user(
        username=username, name=name, phone=phone, by=by, chain=organisation.code
    )
    appoint(user=user, organisation=organisation, post=post, by=by)
    return user, code


@transaction.atomic
def appoint(*, user: User, organisation: Organisation, post: Post, by: User | None) -> Membership:
    """Give a person a post. HasAPost: one post each; NotOneself."""
    if by is not None and by.pk == user.pk:
        raise NotOneself
    if Membership.objects.filter(user=user, organisation=organisation, until=None).exists():
        raise HasAPost(user.name)
    _keep_administrators_apart(user, post)
    held = Membership.objects.create(
        user=user, organisation=organisation, post=post, since=clock.today()
    )
    journal.record(
        "organisation.appointed",
        chain=organisation.code,
        by=by,
        on=organisation,
        after={"person": user.name, "username": user.username, "post": post},
    )
    return held


@transaction.atomic
def dismiss(*, membership: Membership, by: User, reason: str) -> None:
    """End a post as of yesterday's close."""
    if membership.user_id == by.pk:
        raise NotOneself
    membership.until = max(membership.since, clock.today() - timedelta(days=1))
    membership.save(update_fields=["until"])
    journal.record(
        "organisation.dismissed",
        chain=membership.organisation.code,
        by=by,
        on=membership.organisation,
        before={"person": membership.user.name, "post": membership.post},
        reason=reason,
    )


def _keep_administrators_apart(user: User, post: Post) -> None:
    """An administrator's post is a person's only post. AdministratorsExclude."""
    if settings.PASSWORD_PROFILE != "mlps3":
        return
    held = [Post(one.post) for one in Membership.objects.filter(user=user, until=None)]
    other = next((one for one in held if {one, post} & ADMINISTRATORS), None)
    if other is not None:
        raise AdministratorsExclude(user.name, other)


@transaction.atomic
def grant_proxy(*, agent: Organisation, principal: Organisation, ground: str, by: User) -> Proxy:
    """Let an office enter data for another from today. Never approval: no reviewer's permission
    names the institute. ProxyThere."""
    if Proxy.objects.filter(agent=agent, principal=principal, until=None).exists():
        raise ProxyThere(principal.name)
    made = Proxy.objects.create(
        agent=agent, principal=principal, ground=ground, since=clock.today()
    )
    journal.record(
        "organisation.proxy_granted",
        chain=principal.code,
        by=by,
        on=principal,
        after={"agent": agent.code, "ground": ground},
    )
    return made


@transaction.atomic
def end_proxy(*, proxy: Proxy, by: User, reason: str) -> None:
    """The office enters nothing more for the other; what it entered stays."""
    proxy.until = max(proxy.since, clock.today() - timedelta(days=1))
    proxy.save(update_fields=["until"])
    journal.record(
        "organisation.proxy_ended",
        chain=proxy.principal.code,
        by=by,
        on=proxy.principal,
        before={"agent": proxy.agent.code},
        reason=reason,
    )
