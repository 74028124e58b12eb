"""Every write of leads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from duibiao import clock
from duibiao.access import Permission, require
from duibiao.accounts.models import User
from duibiao.campaigns.actions import require_part
from duibiao.campaigns.models import Campaign
from duibiao.core.identify.address import DistrictUnclear, OutsideCity, district_of
from duibiao.core.identify.lead_merging import Line, merge
from duibiao.core.report.machines.selection import CITY_LEADS, CONSOLIDATION, DISTRICT_LEADS
from duibiao.journal import actions as journal
from duibiao.leads.facts import DeclinedWithoutReason, NoSuperior, SheetClosed
from duibiao.leads.models import (
    CityLeadItem,
    CityLeadSheet,
    Consolidation,
    Decision,
    DistrictLeadItem,
    DistrictLeadSheet,
    MergedLead,
    Sheet,
)
from duibiao.leads.queries import received_city_items
from duibiao.messages.actions import send
from duibiao.messages.models import Kind
from duibiao.organisations.models import Organisation
from duibiao.organisations.queries import bureaus
from duibiao.reference.models import Region
from duibiao.reference.queries import districts
from duibiao.workflow.actions import advance
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.models import Stateful
from duibiao.workflow.performing import performs

FIELDS = ("kind", "name", "uscc", "address", "industry", "reason")


@transaction.atomic
def open_district_sheet(*, campaign: Campaign, provider: Organisation, by: User) -> Any:
    """The department's sheet for this campaign, begun if it is not there."""
    sheet, fresh = DistrictLeadSheet.everything.get_or_create(campaign=campaign, provider=provider)
    require(by, Permission.DISTRICT_LEADS_SUBMIT, on=sheet)
    if fresh:
        _record("district_leads.created", sheet, by)
    return sheet


@transaction.atomic
def open_city_sheet(*, campaign: Campaign, by: User) -> CityLeadSheet:
    """The municipal department's sheet; Refused when it is not on the campaign's list."""
    provider = require_part(by, Permission.CITY_LEADS_SUBMIT, campaign, "provides_leads")
    sheet, fresh = CityLeadSheet.everything.get_or_create(campaign=campaign, provider=provider)
    if fresh:
        _record("city_leads.created", sheet, by)
    return sheet


@transaction.atomic
def write_items(*, sheet: Sheet, items: Iterable[Mapping[str, str]], by: User) -> Sheet:
    """Let these be the lines of a draft sheet, in this order. SheetClosed once handed in."""
    city = isinstance(sheet, CityLeadSheet)
    permission = Permission.CITY_LEADS_SUBMIT if city else Permission.DISTRICT_LEADS_SUBMIT
    require(by, permission, on=sheet)
    if sheet.state != "draft":
        raise SheetClosed
    model: Any = CityLeadItem if city else DistrictLeadItem
    kept: Any = sheet
    before = kept.items.count()
    kept.items.all().delete()
    made = [
        model(sheet=sheet, place=place, **{name: item.get(name, "") for name in FIELDS})
        for place, item in enumerate(items, 1)
    ]
    model.objects.bulk_create(made)
    _changed(sheet, by, {"items": before}, {"items": len(made)})
    return sheet


@performs(DISTRICT_LEADS, "submit")
@transaction.atomic
def submit_district(
    record: DistrictLeadSheet, *, by: User, expected_version: int, reason: str = ""
) -> DistrictLeadSheet:
    """Hand in to the bureau, and in the same transaction a read-only copy to the department above
    (五(二)3(1)-15): if the copy fails, nothing is handed in."""
    sheet = advance(record, "submit", by=by, expected_version=expected_version, reason=reason)
    superior = sheet.provider.parent
    if superior is None:
        raise StepRefused((NoSuperior(sheet.provider.name),))
    _handed_in(sheet)
    send(
        kind=Kind.CC,
        sender=sheet.provider,
        by=by,
        recipients=[superior],
        subject=str(sheet),
        about=sheet,
        content={"edition": sheet.edition, "items": list(sheet.items.values("place", *FIELDS))},
    )
    return sheet


@performs(CITY_LEADS, "submit")
@transaction.atomic
def submit_city(
    record: CityLeadSheet, *, by: User, expected_version: int, reason: str = ""
) -> CityLeadSheet:
    """Hand in to the commission."""
    require_part(by, Permission.CITY_LEADS_SUBMIT, record.campaign, "provides_leads")
    sheet = advance(record, "submit", by=by, expected_version=expected_version, reason=reason)
    _handed_in(sheet)
    return sheet


@performs(DISTRICT_LEADS, "correct")
@performs(CITY_LEADS, "correct")
@transaction.atomic
def correct(record: Any, *, by: User, expected_version: int, reason: str = "") -> Stateful:
    """Take a sheet back for a correction: its next edition is copied again, the old copy stays."""
    sheet: Sheet = advance(
        record, "correct", by=by, expected_version=expected_version, reason=reason
    )
    sheet.edition += 1
    type(sheet).everything.filter(pk=sheet.pk).update(edition=sheet.edition)
    return sheet


@transaction.atomic
def decide_item(
    *, item: DistrictLeadItem, decision: Decision, reason: str = "", by: User
) -> DistrictLeadItem:
    """Adopt a line, or decline it with a reason."""
    require(by, Permission.DISTRICT_LEADS_RECEIVE, on=item.sheet)
    if decision is Decision.DECLINED and not reason.strip():
        raise DeclinedWithoutReason(item.place, item.name)
    before = item.decision
    item.decision, item.decision_reason = decision, reason
    item.save(update_fields=["decision", "decision_reason"])
    journal.record(
        "district_leads.decided",
        chain=item.sheet.chain_code(),
        by=by,
        on=item.sheet,
        before={str(item.place): before},
        after={str(item.place): decision, "name": item.name},
        reason=reason,
    )
    return item


@transaction.atomic
def begin_consolidation(*, campaign: Campaign, by: User) -> Consolidation:
    """The campaign's consolidation, begun if it is not there."""
    require(by, Permission.CONSOLIDATION_PREPARE)
    found, fresh = Consolidation.everything.get_or_create(campaign=campaign)
    if fresh:
        _record("consolidation.created", found, by)
    return found


@performs(CONSOLIDATION, "merge")
@transaction.atomic
def merge_leads(
    record: Consolidation, *, by: User, expected_version: int, reason: str = ""
) -> Consolidation:
    """Merge what is the same, keep every source, find the district of each address."""
    done = advance(record, "merge", by=by, expected_version=expected_version, reason=reason)
    done.leads.all().delete()
    items = {item.pk: item for item in received_city_items(done.campaign)}
    lines = [Line(i.pk, i.kind, i.name, i.uscc, i.address) for i in items.values()]
    names = dict(districts().values_list("name", "code"))
    for group in merge(lines):
        first = items[group[0].source]
        found, why = _district(first.address, names) if first.kind == "enterprise" else (None, "")
        lead = MergedLead.everything.create(
            consolidation=done,
            kind=first.kind,
            name=first.name,
            uscc=first.uscc,
            address=first.address,
            industry=first.industry,
            district_id=found,
            why=why,
        )
        lead.sources.set([items[line.source] for line in group])
    _record("consolidation.merged", done, by, {"raw": len(items), "merged": done.leads.count()})
    return done


@transaction.atomic
def choose_district(*, lead: MergedLead, district: Region, why: str, by: User) -> MergedLead:
    """A person finds the district the address does not name."""
    require(by, Permission.CONSOLIDATION_PREPARE, on=lead.consolidation)
    before, lead.district = lead.district_id, district
    lead.by_hand, lead.why = True, why
    lead.save(update_fields=["district", "by_hand", "why"])
    journal.record(
        "consolidation.routed",
        chain=lead.consolidation.chain_code(),
        by=by,
        on=lead,
        before={"district": before},
        after={"district": district.code},
        reason=why,
    )
    return lead


@performs(CONSOLIDATION, "distribute")
@transaction.atomic
def distribute(
    record: Consolidation, *, by: User, expected_version: int, reason: str = ""
) -> Consolidation:
    """Send each of the districts its own part, for reference (五(二)3(3)-2)."""
    done = advance(record, "distribute", by=by, expected_version=expected_version, reason=reason)
    for bureau in bureaus():
        own = done.leads.filter(district=bureau.region)
        own.update(sent_to=bureau.region)
        send(
            kind=Kind.DISTRIBUTE,
            sender=done.campaign.organisation,
            by=by,
            recipients=[bureau],
            subject=str(done),
            about=done,
            content={"leads": list(own.values("name", "uscc", "address", "industry"))},
        )
    return done


def _district(address: str, names: Mapping[str, str]) -> tuple[str | None, str]:
    try:
        return district_of(address, names), ""
    except (DistrictUnclear, OutsideCity) as unclear:
        return None, unclear.code


def _handed_in(sheet: Sheet) -> None:
    deadline = sheet.deadline("leads")
    sheet.submitted_at = clock.now()
    sheet.days_late = deadline.days_late(clock.today()) if deadline else 0
    type(sheet).everything.filter(pk=sheet.pk).update(
        submitted_at=sheet.submitted_at, days_late=sheet.days_late
    )


def _changed(
    sheet: Sheet, by: User, before: Mapping[str, object], after: Mapping[str, object]
) -> None:
    sheet.version += 1
    type(sheet).everything.filter(pk=sheet.pk).update(version=sheet.version)
    event = f"{sheet.machine.name}.edited"
    journal.record(event, chain=sheet.chain_code(), by=by, on=sheet, before=before, after=after)


def _record(
    event: str, record: Stateful, by: User, after: Mapping[str, object] | None = None
) -> None:
    journal.record(event, chain=record.chain_code(), by=by, on=record, after=after)
