"""Every write of campaigns."""

from __future__ import annotations

import json
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

from django.db import transaction

from duibiao import clock
from duibiao.access import Permission, Refused, acting, require
from duibiao.accounts.models import User
from duibiao.campaigns.facts import AnotherCity
from duibiao.campaigns.models import (
    Campaign,
    Clause,
    ClauseProof,
    Contact,
    Cosign,
    Milestone,
    Notice,
    Plan,
    Quota,
    StageParticipant,
    Window,
)
from duibiao.campaigns.queries import participants
from duibiao.core.report.machines.deployment import PLAN
from duibiao.files.documents import media_type
from duibiao.files.store import store
from duibiao.journal import actions as journal
from duibiao.organisations.kinds import Field
from duibiao.organisations.models import Organisation
from duibiao.organisations.queries import organisation
from duibiao.workflow.actions import advance
from duibiao.workflow.performing import performs

COSIGN_DAYS = 10


def tianjin_2018() -> dict[str, Any]:
    """The campaign of the plan we implement, as data."""
    text = (files("duibiao.campaigns") / "data" / "tianjin-2018.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@transaction.atomic
def create_campaign(*, content: dict[str, Any], by: User) -> Campaign:
    """A round from data. AnotherCity: a round has one applicant city."""
    commission = acting(by, Permission.CAMPAIGN_MANAGE)
    known = Campaign.everything.filter(year=content["year"]).first()
    if known is not None:
        raise AnotherCity(known.year, known.city.name)
    campaign = Campaign.everything.create(
        code=content["code"],
        name=content["name"],
        programme=content.get("programme", ""),
        city_id=content["city"],
        organisation=commission,
        year=content["year"],
        parameters=content["parameters"],
    )
    Notice.objects.bulk_create(Notice(campaign=campaign, **one) for one in content["notices"])
    Milestone.objects.bulk_create(
        Milestone(campaign=campaign, **{**one, "last_day": date.fromisoformat(one["last_day"])})
        for one in content["milestones"]
    )
    Clause.objects.bulk_create(
        Clause(campaign=campaign, order=order, **one)
        for order, one in enumerate(content.get("clauses", ()), start=1)
    )
    Quota.objects.bulk_create(Quota(campaign=campaign, **one) for one in content["quotas"])
    StageParticipant.objects.bulk_create(
        StageParticipant(campaign=campaign, part=part, organisation=organisation(code))
        for part, codes in content["participants"].items()
        for code in codes
    )
    journal.record(
        "campaign.created",
        chain=campaign.chain_code(),
        by=by,
        on=campaign,
        after={"code": campaign.code, "parameters": campaign.parameters},
    )
    return campaign


@transaction.atomic
def clone_campaign(*, campaign: Campaign, code: str, year: int, by: User) -> Campaign:
    """The next round: the same numbers, days moved by whole years; then changed as data."""
    require(by, Permission.CAMPAIGN_MANAGE, on=campaign)
    moved = year - campaign.year
    return create_campaign(
        content={
            "code": code,
            "name": campaign.name,
            "programme": campaign.programme,
            "city": campaign.city_id,
            "year": year,
            "parameters": campaign.parameters,
            "notices": list(campaign.notices.values("number", "title", "issuer")),
            "quotas": list(campaign.quotas.values("group", "minimum")),
            "clauses": list(
                campaign.clauses.values("number", "title", "owner", "milestone", "measure")
            ),
            "milestones": [
                {
                    **one,
                    "last_day": _years_later(one["last_day"], moved).isoformat(),
                }
                for one in campaign.milestones.values(
                    "name", "title", "stage", "last_day", "internal"
                )
            ],
            "participants": {
                part: [p.organisation.code for p in participants(campaign, part)]
                for part in ("deployment", "selection", "provides_leads")
            },
        },
        by=by,
    )


@transaction.atomic
def set_parameter(*, campaign: Campaign, name: str, value: Any, by: User) -> Campaign:
    """Change one number of the campaign; rules follow from the next moment on."""
    require(by, Permission.CAMPAIGN_MANAGE, on=campaign)
    before = campaign.parameters.get(name)
    campaign.parameters = {**campaign.parameters, name: value}
    return _changed(campaign, by, "campaign.parameter", {name: before}, {name: value})


@transaction.atomic
def set_quota(*, campaign: Campaign, group: str, minimum: int, by: User) -> Campaign:
    """Change the quota of a group of districts."""
    require(by, Permission.CAMPAIGN_MANAGE, on=campaign)
    quota = campaign.quotas.get(group=group)
    before, quota.minimum = quota.minimum, minimum
    quota.save(update_fields=["minimum"])
    return _changed(campaign, by, "campaign.quota", {group: before}, {group: minimum})


@transaction.atomic
def confirm_city(*, campaign: Campaign, by: User) -> Campaign:
    """The national office confirms the city's participation (二-2)."""
    require(by, Permission.CITY_PACKAGE_RECEIVE)
    campaign.confirmed = True
    return _changed(campaign, by, "campaign.confirmed", {"confirmed": False}, {"confirmed": True})


@transaction.atomic
def open_window(
    *, milestone: Milestone, organisation: Organisation, until: date, reason: str, by: User
) -> Window:
    """Let one organisation hand in after the last day; it stays marked late."""
    require(by, Permission.WINDOW_OPEN)
    window = Window.objects.create(
        milestone=milestone, organisation=organisation, until=until, reason=reason
    )
    journal.record(
        "campaign.window_opened",
        chain=organisation.code,
        by=by,
        on=milestone,
        after={"organisation": organisation.code, "until": until},
        reason=reason,
    )
    return window


@transaction.atomic
def prove_clause(
    *, clause: Clause, day: date, note: str, file_name: str, content: bytes, by: User
) -> ClauseProof:
    """Record that a clause was carried out, with the document that shows it: without one nothing
    is recorded (五(一)2(1)-1). NotADocument, DocumentTooBig."""
    require(by, Permission.CAMPAIGN_MANAGE, on=clause.campaign)
    found = media_type(file_name, content)
    made = ClauseProof.objects.create(
        clause=clause,
        day=day,
        note=note,
        file_name=file_name[:200],
        media_type=found,
        digest=store().keep(content),
        by=by,
        at=clock.now(),
    )
    journal.record(
        "campaign.clause_proved",
        chain=clause.campaign.chain_code(),
        by=by,
        on=clause.campaign,
        after={"clause": clause.number, "day": day, "note": note, "digest": made.digest},
    )
    return made


@transaction.atomic
def draft_plan(*, campaign: Campaign, text: str, by: User) -> Plan:
    """A new edition of the work plan."""
    require(by, Permission.PLAN_DRAFT)
    last = campaign.plans.order_by("-edition").values_list("edition", flat=True).first()
    plan = Plan.everything.create(campaign=campaign, edition=(last or 0) + 1, text=text)
    journal.record(
        "plan.created", chain=plan.chain_code(), by=by, on=plan, after={"edition": plan.edition}
    )
    return plan


@performs(PLAN, "circulate")
@transaction.atomic
def circulate(record: Plan, *, by: User, expected_version: int, reason: str = "") -> Plan:
    """Ask every department of the deployment but the commission itself for its signature."""
    plan = advance(record, "circulate", by=by, expected_version=expected_version, reason=reason)
    last_day = clock.today() + timedelta(days=COSIGN_DAYS)
    asked = participants(plan.campaign, "deployment").exclude(organisation__field=Field.MARKET)
    for one in asked:
        Cosign.everything.create(plan=plan, organisation=one.organisation, last_day=last_day)
    return plan


@transaction.atomic
def number_plan(*, plan: Plan, number: str, by: User) -> Plan:
    """Give the plan the document number it will be issued under."""
    require(by, Permission.PLAN_DRAFT, on=plan)
    before, plan.number, plan.version = plan.number, number, plan.version + 1
    Plan.everything.filter(pk=plan.pk).update(number=number, version=plan.version)
    journal.record(
        "plan.numbered",
        chain=plan.chain_code(),
        by=by,
        on=plan,
        before={"number": before},
        after={"number": number},
    )
    return plan


@performs(PLAN, "issue")
@transaction.atomic
def issue(record: Plan, *, by: User, expected_version: int, reason: str = "") -> Plan:
    """Issue the plan today; M1 is met or late by so many days."""
    plan = advance(record, "issue", by=by, expected_version=expected_version, reason=reason)
    deadline = plan.deadline("M1")
    plan.issued_on = clock.today()
    plan.days_late = deadline.days_late(plan.issued_on) if deadline else 0
    Plan.everything.filter(pk=plan.pk).update(issued_on=plan.issued_on, days_late=plan.days_late)
    return plan


@transaction.atomic
def set_contact(
    *, campaign: Campaign, organisation: Organisation, office: str, name: str, phone: str, by: User
) -> Contact:
    """The department's contact from today; the one before stays in the record."""
    if acting(by, Permission.WORKING_GROUP_MANAGE) != organisation:
        require(by, Permission.CAMPAIGN_MANAGE)
    today = clock.today()
    present = Contact.everything.filter(
        campaign=campaign, organisation=organisation, until=None
    ).first()
    if present is not None:
        present.until = max(present.since, today - timedelta(days=1))
        present.save(update_fields=["until"])
    contact = Contact.everything.create(
        campaign=campaign,
        organisation=organisation,
        office=office,
        name=name,
        phone=phone,
        since=today,
    )
    journal.record(
        "campaign.contact",
        chain=organisation.code,
        by=by,
        on=contact,
        after={"office": office, "name": name},
    )
    return contact


def require_part(by: User, permission: Permission, campaign: Campaign, part: str) -> Organisation:
    """The organisation she acts for, if it is on the campaign's list for this part; else Refused
    (五(二)3(3)-1: the state assets commission provides no leads)."""
    office = acting(by, permission)
    if not participants(campaign, part).filter(organisation=office).exists():
        raise Refused(permission, office)
    return office


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _changed(
    campaign: Campaign, by: User, event: str, before: dict[str, Any], after: dict[str, Any]
) -> Campaign:
    campaign.version += 1
    Campaign.everything.filter(pk=campaign.pk).update(
        parameters=campaign.parameters, confirmed=campaign.confirmed, version=campaign.version
    )
    journal.record(
        event, chain=campaign.chain_code(), by=by, on=campaign, before=before, after=after
    )
    return campaign
