"""Many enterprises at one stroke, by the same rules as one: the register's import."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction

from duibiao import clock
from duibiao.accounts.models import User
from duibiao.enterprises.actions.registering import told
from duibiao.enterprises.actions.standing import recount
from duibiao.enterprises.models import Enterprise
from duibiao.enterprises.particulars import COPIED, Particulars, size_of
from duibiao.journal import actions as journal
from duibiao.organisations.actions import add_organisations
from duibiao.organisations.models import Organisation
from duibiao.organisations.queries import field_of
from duibiao.reference.models import Region
from duibiao.reference.queries import full_code, known_industry

CHUNK = 1_000


@transaction.atomic
def register_many(
    *, given: Sequence[Particulars], bureau: Organisation, district: Region, by: User, reason: str
) -> list[Enterprise]:
    """Register enterprises whose rows were checked already (enterprises/register_list.py)."""
    named = {f"e-{one.uscc}": (one.name, one.uscc) for one in given}
    organisations = add_organisations(named=named, region=district, parent=bureau, by=by)
    codes = {one.industry: full_code(known_industry(one.industry)) for one in given if one.industry}
    fields = {code: field_of(code) for code in {*codes.values(), ""}}
    at = clock.now()
    made = []
    for one in given:
        code = codes.get(one.industry, "")
        enterprise = Enterprise(
            organisation=organisations[f"e-{one.uscc}"],
            uscc=one.uscc,
            district=district,
            registered_at=at,
            industry_code=code,
            business_format=one.business_format,
            field=fields[code],
            size=size_of(one),
            **{name: getattr(one, name) for name in COPIED},
        )
        recount(enterprise)
        made.append(enterprise)
    Enterprise.everything.bulk_create(made, batch_size=CHUNK)
    changes = (
        journal.Change(
            object_type="enterprises.enterprise",
            object_id=str(enterprise.pk),
            label=enterprise.name,
            before={},
            after={name: _plain(value) for name, value in told(enterprise).items()},
        )
        for enterprise in made
    )
    journal.record_all(
        "enterprise.registered", chain=bureau.code, by=by, changes=changes, reason=reason
    )
    return made


@transaction.atomic
def unregister(*, enterprises: Iterable[Enterprise]) -> None:
    """Take enterprises back that an import registered by mistake; whatever refers to them
    protects them (ProtectedError). The undo's own journal entry names them."""
    found = list(enterprises)
    organisations = [one.organisation_id for one in found]
    Enterprise.everything.filter(pk__in=[one.pk for one in found]).delete()
    Organisation.objects.filter(pk__in=organisations).delete()


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, bool | int | str) else str(value)
