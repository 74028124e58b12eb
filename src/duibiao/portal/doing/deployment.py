"""Forms of stage 五(一): campaign, plan, contacts, accounts, windows, messages."""

from __future__ import annotations

import json
from typing import Any

from django import forms

from duibiao.access import Permission as P
from duibiao.access import acting
from duibiao.access.actions import open_account
from duibiao.accounts.models import User
from duibiao.campaigns import actions
from duibiao.campaigns.queries import current_campaign
from duibiao.core.report.machines.deployment import CAMPAIGN
from duibiao.messages.actions import answer, urge
from duibiao.messages.models import Kind
from duibiao.organisations.kinds import Post
from duibiao.organisations.models import Organisation
from duibiao.organisations.queries import organisation
from duibiao.portal.doing.doing import Doing, Done, line, lines, number, one_of
from duibiao.ui.wording import word


def _create(by: User, _on: Any, _data: dict[str, Any]) -> Done:
    return Done(actions.create_campaign(content=actions.tianjin_2018(), by=by))


def _next_round(by: User, on: Any, data: dict[str, Any]) -> Done:
    return Done(
        actions.clone_campaign(campaign=on, code=data["code"], year=data["year"] or 0, by=by)
    )


def _parameter(by: User, on: Any, data: dict[str, Any]) -> Done:
    before = on.parameters.get(data["parameter"])
    value: Any = data["value"]
    if isinstance(before, int | float | list):
        value = json.loads(value)
    return Done(actions.set_parameter(campaign=on, name=data["parameter"], value=value, by=by))


def _quota(by: User, on: Any, data: dict[str, Any]) -> Done:
    minimum = data["minimum"] or 0
    return Done(actions.set_quota(campaign=on, group=data["group"], minimum=minimum, by=by))


def _parameters() -> list[tuple[str, str]]:
    given = current_campaign().parameters
    return [(name, f"{name} = {json.dumps(value)}") for name, value in given.items()]


def _groups() -> list[tuple[str, str]]:
    found = current_campaign().quotas.values_list("group", "minimum")
    return [(group, f"{group} ≥ {minimum}") for group, minimum in found]


def _draft_plan(by: User, _on: Any, data: dict[str, Any]) -> Done:
    return Done(actions.draft_plan(campaign=current_campaign(), text=data["text"], by=by))


def _number_plan(by: User, on: Any, data: dict[str, Any]) -> Done:
    return Done(actions.number_plan(plan=on, number=data["number"], by=by))


def _contact(by: User, _on: Any, data: dict[str, Any]) -> Done:
    own = acting(by, P.WORKING_GROUP_MANAGE)
    actions.set_contact(campaign=current_campaign(), organisation=own, by=by, **data)
    return Done(current_campaign())


def _confirm(by: User, on: Any, _data: dict[str, Any]) -> Done:
    return Done(actions.confirm_city(campaign=on, by=by))


def _window(by: User, on: Any, data: dict[str, Any]) -> Done:
    actions.open_window(
        milestone=on.milestones.get(name=data["milestone"]),
        organisation=organisation(data["organisation"]),
        until=data["until"],
        reason=data["reason"],
        by=by,
    )
    return Done(on)


def _account(by: User, _on: Any, data: dict[str, Any]) -> Done:
    user, code = open_account(
        organisation=organisation(data["organisation"]),
        post=Post(data["post"]),
        username=data["username"],
        name=data["name"],
        by=by,
    )
    return Done(url="/do/account/", told=f"{user.username} {code}")


def _urge(by: User, _on: Any, data: dict[str, Any]) -> Done:
    recipients = Organisation.objects.filter(code__in=data["recipients"].split())
    urge(
        kind=Kind(data["kind"]),
        sender=acting(by, P.MESSAGE_SEND),
        recipients=recipients,
        subject=data["subject"],
        body=data["body"],
        last_day=data["last_day"],
        by=by,
    )
    return Done(url="/records/delivery/")


def _answer(by: User, on: Any, data: dict[str, Any]) -> Done:
    return Done(answer(delivery=on, reply=data["reply"], expected_version=on.version, by=by))


def _offices() -> list[tuple[str, str]]:
    found = Organisation.objects.exclude(kind="enterprise").filter(is_active=True)
    return list(found.values_list("code", "name"))


def _day(*, required: bool = True) -> Any:
    day = forms.DateInput(attrs={"type": "date"})
    return lambda: forms.DateField(required=required, widget=day)


def _milestones() -> list[tuple[str, str]]:
    return list(current_campaign().milestones.values_list("name", "title"))


def _posts() -> list[tuple[str, str]]:
    return [(post.value, word(post)) for post in (Post.HANDLER, Post.REVIEWER)]


def _kinds() -> list[tuple[str, str]]:
    return [(kind.value, word(kind)) for kind in (Kind.URGE, Kind.BULLETIN, Kind.CHASE)]


CAMPAIGN_STATES = CAMPAIGN.states

DOINGS = (
    Doing(key="campaign", permission=P.CAMPAIGN_MANAGE, run=_create),
    Doing(
        key="next_round",
        permission=P.CAMPAIGN_MANAGE,
        run=_next_round,
        machine="campaign",
        states=CAMPAIGN_STATES,
        fields={"code": line(24), "year": number()},
    ),
    Doing(
        key="parameter",
        permission=P.CAMPAIGN_MANAGE,
        run=_parameter,
        machine="campaign",
        states=CAMPAIGN_STATES,
        fields={"parameter": one_of(_parameters), "value": line(200)},
    ),
    Doing(
        key="quota",
        permission=P.CAMPAIGN_MANAGE,
        run=_quota,
        machine="campaign",
        states=CAMPAIGN_STATES,
        fields={"group": one_of(_groups), "minimum": number()},
    ),
    Doing(key="plan", permission=P.PLAN_DRAFT, run=_draft_plan, fields={"text": lines(200_000)}),
    Doing(
        key="number",
        permission=P.PLAN_DRAFT,
        run=_number_plan,
        machine="plan",
        states=("draft", "cosigning", "cosigned"),
        fields={"number": line(60)},
    ),
    Doing(
        key="contact",
        permission=P.WORKING_GROUP_MANAGE,
        run=_contact,
        fields={"office": line(80), "name": line(60), "phone": line(32)},
    ),
    Doing(
        key="confirm",
        permission=P.CITY_PACKAGE_RECEIVE,
        run=_confirm,
        machine="campaign",
        states=("draft", "deployed", "selecting"),
    ),
    Doing(
        key="window",
        permission=P.WINDOW_OPEN,
        run=_window,
        machine="campaign",
        states=("deployed", "selecting", "grounding", "benchmarking", "improving"),
        fields={
            "milestone": one_of(_milestones),
            "organisation": one_of(_offices),
            "until": _day(),
            "reason": line(300),
        },
    ),
    Doing(
        key="account",
        permission=P.PEOPLE_MANAGE,
        run=_account,
        fields={
            "organisation": one_of(_offices),
            "post": one_of(_posts),
            "username": line(64),
            "name": line(60),
        },
    ),
    Doing(
        key="message",
        permission=P.MESSAGE_SEND,
        run=_urge,
        fields={
            "kind": one_of(_kinds),
            "recipients": lines(4_000),
            "subject": line(200),
            "body": lines(4_000, required=False),
            "last_day": _day(required=False),
        },
    ),
    Doing(
        key="answer",
        permission=P.MESSAGE_ANSWER,
        run=_answer,
        machine="delivery",
        states=("delivered", "read", "receipted"),
        fields={"reply": lines(4_000)},
    ),
)
