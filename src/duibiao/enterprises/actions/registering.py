"""Registering enterprises one by one, and changing what is known of them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import IntegrityError, transaction

from duibiao import clock
from duibiao.access import Permission, acting, require
from duibiao.accounts.models import User
from duibiao.core.errors import Fact
from duibiao.enterprises.actions.standing import recount
from duibiao.enterprises.facts import EnterpriseKeepsItself, EnterpriseLocked
from duibiao.enterprises.models import Enterprise
from duibiao.enterprises.particulars import (
    COPIED,
    Particulars,
    registered_elsewhere,
    size_of,
    wrong_facts,
    wrong_on_registration,
)
from duibiao.enterprises.queries import by_uscc
from duibiao.journal import actions as journal
from duibiao.organisations.actions import add_organisation, relocate, rename
from duibiao.organisations.kinds import Kind
from duibiao.organisations.models import Organisation
from duibiao.organisations.queries import bureau_of, field_of
from duibiao.reference.models import Region
from duibiao.reference.queries import full_code, known_industry
from duibiao.workflow.facts import Stale, StepRefused


def register_enterprise(*, given: Particulars, by: User) -> Enterprise:
    """Register an enterprise of the bureau's own district, once in the city.

    Raises StepRefused with everything that is wrong: the credit code, where it is registered
    already (and since when), its residence, its class, its reported size.
    """
    bureau = acting(by, Permission.ENTERPRISE_REGISTER)
    assert bureau.region is not None  # a bureau has a district
    facts = wrong_on_registration(given, bureau.region)
    if facts:
        raise StepRefused(tuple(facts))
    try:
        return _register(given, bureau, bureau.region, by)
    except IntegrityError:  # two districts at the same moment: the other one was first
        known = by_uscc(given.uscc)
        if known is None:
            raise
        raise StepRefused((registered_elsewhere(known),)) from None


@transaction.atomic
def _register(given: Particulars, bureau: Organisation, district: Region, by: User) -> Enterprise:
    organisation = add_organisation(
        code=f"e-{given.uscc}",
        kind=Kind.ENTERPRISE,
        name=given.name,
        region=district,
        parent=bureau,
        uscc=given.uscc,
        by=by,
    )
    enterprise = Enterprise(
        organisation=organisation,
        uscc=given.uscc,
        district=district,
        registered_at=clock.now(),
    )
    _take(enterprise, given)
    recount(enterprise)
    enterprise.save()
    journal.record(
        "enterprise.registered", chain=bureau.code, by=by, on=enterprise, after=told(enterprise)
    )
    return enterprise


@transaction.atomic
def update_enterprise(
    *, enterprise: Enterprise, given: Particulars, expected_version: int, by: User
) -> Enterprise:
    """Change the facts of an enterprise, before they are part of a filed package. The bureau may
    correct them until the enterprise has consented; from then on only the enterprise itself.

    Raises EnterpriseLocked, EnterpriseKeepsItself, StepRefused.
    """
    present = _present(enterprise, expected_version, by)
    facts = wrong_facts(given, present.district)
    if facts:
        raise StepRefused(tuple(facts))
    return _change(present, given, by=by, event="enterprise.updated")


@transaction.atomic
def change_by_order(*, enterprise: Enterprise, given: Particulars, by: User) -> Enterprise:
    """Change facts a package has frozen, as part of a change order that was decided (the order's
    permission is the selection's). StepRefused."""
    present = Enterprise.everything.select_for_update().get(pk=enterprise.pk)
    facts = wrong_facts(given, present.district)
    if facts:
        raise StepRefused(tuple(facts))
    return _change(present, given, by=by, event="enterprise.changed_by_order")


@transaction.atomic
def move_enterprise(*, enterprise: Enterprise, district: Region, by: User) -> Enterprise:
    """Another district is in charge of it from now on; its zone was in the old one."""
    present = Enterprise.everything.select_for_update().get(pk=enterprise.pk)
    before, present.district, present.zone = present.district, district, None
    present.version += 1
    recount(present)
    present.save()
    relocate(organisation=present.organisation, parent=bureau_of(district.code), by=by)
    journal.record(
        "enterprise.moved",
        chain=present.organisation.code,
        by=by,
        on=present,
        before={"district": before.code},
        after={"district": district.code},
    )
    return present


@transaction.atomic
def let_keep_itself(*, enterprise: Enterprise, keeps: bool) -> None:
    """From its consent on the enterprise answers for its facts; the consent's own journal entry
    says so."""
    Enterprise.everything.filter(pk=enterprise.pk).update(keeps_itself=keeps)


@transaction.atomic
def freeze_enterprises(*, enterprises: Iterable[Enterprise], number: str) -> None:
    """Their facts are part of a filed package from now on."""
    keys = [one.pk for one in enterprises]
    Enterprise.everything.filter(pk__in=keys).update(locked_in=number)


@transaction.atomic
def thaw_enterprises(*, enterprises: Iterable[Enterprise]) -> None:
    """The package was returned: they may be changed again."""
    keys = [one.pk for one in enterprises]
    Enterprise.everything.filter(pk__in=keys).update(locked_in="")


def _present(enterprise: Enterprise, expected_version: int, by: User) -> Enterprise:
    """The row, locked, if this person may change it now."""
    require(by, Permission.ENTERPRISE_UPDATE, on=enterprise)
    present = Enterprise.everything.select_for_update().get(pk=enterprise.pk)
    if present.version != expected_version:
        raise StepRefused((Stale(expected_version, present.version),))
    facts: list[Fact] = []
    if present.locked_in:
        facts.append(EnterpriseLocked(present.locked_in))
    own = by.memberships.filter(organisation=present.organisation, until=None).exists()
    if present.keeps_itself and not own:
        facts.append(EnterpriseKeepsItself(present.name))
    if facts:
        raise StepRefused(tuple(facts))
    return present


def _change(present: Enterprise, given: Particulars, *, by: User, event: str) -> Enterprise:
    before, old_name = told(present), present.name
    _take(present, given)
    present.version += 1
    recount(present)
    present.save()
    if given.name != old_name:
        rename(organisation=present.organisation, name=given.name, by=by)
    journal.record(
        event,
        chain=present.organisation.code,
        by=by,
        on=present,
        before=before,
        after=told(present),
    )
    return present


def _take(enterprise: Enterprise, given: Particulars) -> None:
    for name in COPIED:
        setattr(enterprise, name, getattr(given, name))
    enterprise.industry_code = full_code(known_industry(given.industry)) if given.industry else ""
    enterprise.business_format = given.business_format
    enterprise.field = field_of(enterprise.industry_code)
    enterprise.size = size_of(given)


def told(enterprise: Enterprise) -> dict[str, object]:
    """What the journal keeps of an enterprise."""
    facts = {name: getattr(enterprise, name) for name in COPIED}
    return {
        **facts,
        "zone": str(enterprise.zone or ""),
        "block_economy": str(enterprise.block_economy or ""),
        "uscc": enterprise.uscc,
        "industry": enterprise.industry_code,
        "format": str(enterprise.business_format or ""),
        "size": enterprise.size,
    }
