"""Zones and block economies of a district."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import IntegrityError, transaction

from duibiao.access import Permission, acting
from duibiao.accounts.models import User
from duibiao.core.errors import Fact
from duibiao.enterprises.facts import AreaKnown
from duibiao.enterprises.models import BlockEconomy, Zone, ZoneKind
from duibiao.journal import actions as journal
from duibiao.reference.models import Region
from duibiao.reference.queries import full_code, known_industry
from duibiao.workflow.facts import StepRefused


@transaction.atomic
def add_zone(*, kind: ZoneKind, name: str, by: User) -> Zone:
    """An area of the bureau's own district where industry gathers (四-3)."""
    bureau = acting(by, Permission.ENTERPRISE_REGISTER)
    assert bureau.region is not None  # a bureau has a district
    try:
        with transaction.atomic():
            made = Zone.objects.create(kind=kind, name=name, district=bureau.region)
    except IntegrityError:
        raise StepRefused((AreaKnown(name),)) from None
    journal.record("zone.added", chain=bureau.code, by=by, on=made, after={"name": name})
    return made


@transaction.atomic
def add_block_economy(
    *,
    name: str,
    industries: Sequence[str],
    character: str,
    boundary: str = "",
    districts: Sequence[Region] = (),
    by: User,
) -> BlockEconomy:
    """A region's own trade; the bureau's district is always among its districts (附.5-1)."""
    bureau = acting(by, Permission.ENTERPRISE_REGISTER)
    assert bureau.region is not None  # a bureau has a district
    codes = []
    for industry in industries:
        try:
            codes.append(full_code(known_industry(industry)))
        except Fact as unknown:
            raise StepRefused((unknown,)) from None
    try:
        with transaction.atomic():
            made = BlockEconomy.objects.create(
                name=name,
                industries=codes,
                character=character,
                boundary=boundary,
                added_by=bureau,
            )
    except IntegrityError:
        raise StepRefused((AreaKnown(name),)) from None
    made.districts.set({*districts, bureau.region})
    journal.record(
        "block_economy.added",
        chain=bureau.code,
        by=by,
        on=made,
        after={"name": name, "industries": codes, "character": character},
    )
    return made
