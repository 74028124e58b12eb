"""业态: applied for by districts, kept for the whole city without doubles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from duibiao.access import Permission, acting, require
from duibiao.accounts.models import User
from duibiao.core.report.machines.selection import FORMAT
from duibiao.enterprises.actions.standing import recount
from duibiao.enterprises.facts import FormatNotOpen
from duibiao.enterprises.models import MEANS, ONLINE, BusinessFormat, Enterprise, FormatKind
from duibiao.enterprises.particulars import particulars_of, size_of
from duibiao.journal import actions as journal
from duibiao.workflow.actions import advance
from duibiao.workflow.facts import Stale, StepRefused
from duibiao.workflow.performing import performs

FIELDS = (
    *("name", "kind", "consumers", "needs", "strategy", "why_not_coded", "means", "is_new"),
    "sized_like",
)
TRIES = 3


@transaction.atomic
def draft_format(*, name: str, kind: FormatKind, by: User, **fields: Any) -> BusinessFormat:
    """A bureau's draft of a new 业态; its code is the city's next."""
    bureau = acting(by, Permission.FORMAT_APPLY)
    made = _with_next_code(name=name, kind=kind, applicant=bureau, **_fit(fields))
    journal.record("format.created", chain=bureau.code, by=by, on=made, after=_told(made))
    return made


@transaction.atomic
def edit_format(
    *, found: BusinessFormat, fields: Mapping[str, Any], expected_version: int, by: User
) -> BusinessFormat:
    """Change a draft. StepRefused when it is no draft any more, or was changed meanwhile."""
    require(by, Permission.FORMAT_APPLY, on=found)
    present = BusinessFormat.everything.select_for_update().get(pk=found.pk)
    if present.version != expected_version:
        raise StepRefused((Stale(expected_version, present.version),))
    if present.state != "draft":
        raise StepRefused((FormatNotOpen(present.name),))
    before = _told(present)
    for name, value in _fit(fields).items():
        setattr(present, name, value)
    present.version += 1
    present.save()
    journal.record(
        "format.edited",
        chain=present.chain_code(),
        by=by,
        on=present,
        before=before,
        after=_told(present),
    )
    return present


@transaction.atomic
def choose_target(*, found: BusinessFormat, into: BusinessFormat, by: User) -> BusinessFormat:
    """Which listed format an application is the same as; the step `merge` then merges it."""
    require(by, Permission.FORMAT_DECIDE, on=found)
    present = BusinessFormat.everything.select_for_update().get(pk=found.pk)
    present.merged_into = into
    present.version += 1
    present.save(update_fields=["merged_into", "version"])
    journal.record(
        "format.target_chosen",
        chain=present.chain_code(),
        by=by,
        on=present,
        after={"into": into.code},
    )
    return present


@performs(FORMAT, "merge")
@transaction.atomic
def merge(
    record: BusinessFormat, *, by: User, expected_version: int, reason: str = ""
) -> BusinessFormat:
    """Two names for one thing: its enterprises are counted under the other from now on."""
    merged = advance(record, "merge", by=by, expected_version=expected_version, reason=reason)
    for enterprise in Enterprise.everything.filter(business_format=merged):
        enterprise.business_format = merged.merged_into
        enterprise.size = size_of(particulars_of(enterprise))
        recount(enterprise)
        enterprise.version += 1
        enterprise.save()
    return merged


def _fit(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Only the fields of a format; of the means only those known, without empty ones."""
    fitting = {name: value for name, value in fields.items() if name in FIELDS}
    if "means" in fitting:
        means = fitting["means"]
        known = (*MEANS, ONLINE)
        fitting["means"] = {key: means[key] for key in known if str(means.get(key, "")).strip()}
    return fitting


def _with_next_code(**fields: Any) -> BusinessFormat:
    """Created with the code after the greatest; of two districts at the same moment one takes the
    code after that."""
    for attempt in range(TRIES):
        codes = BusinessFormat.everything.values_list("code", flat=True)
        number = max((int(code[1:]) for code in codes), default=0) + 1
        try:
            with transaction.atomic():
                return BusinessFormat.everything.create(code=f"Y{number:02d}", **fields)
        except IntegrityError:
            if attempt == TRIES - 1:
                raise
    raise AssertionError  # the loop returns or raises


def _told(found: BusinessFormat) -> dict[str, object]:
    return {"code": found.code, **{name: getattr(found, name) for name in FIELDS}}
