"""Forms of the selection: trades, enterprises, accounts, changes."""

from __future__ import annotations

from typing import Any

from duibiao.access import Permission as P
from duibiao.access import load_or_404
from duibiao.accounts.models import User
from duibiao.campaigns.queries import current_campaign
from duibiao.declarations.actions import open_declaration
from duibiao.enterprises.actions import (
    Particulars,
    choose_target,
    draft_format,
    edit_format,
    register_enterprise,
)
from duibiao.enterprises.models import Enterprise, FormatKind
from duibiao.enterprises.queries import listed_formats
from duibiao.portal.doing.doing import Doing, Done, amount, line, lines, number, one_of, yes
from duibiao.reference.models import Region
from duibiao.reference.queries import districts
from duibiao.selection import actions
from duibiao.selection.models import ChangeKind
from duibiao.ui.wording import word


def _format(by: User, _on: Any, data: dict[str, Any]) -> Done:
    services = data.pop("services")
    kind = FormatKind(data.pop("format_kind"))
    return Done(draft_format(kind=kind, means={"services": services}, by=by, **data))


def _trade(by: User, _on: Any, data: dict[str, Any]) -> Done:
    found = listed_formats().filter(code=data["business_format"]).first()
    return Done(
        actions.draft_recommendation(
            campaign=current_campaign(),
            name=data["name"],
            industries=data["industries"].split(),
            business_format=found,
            is_cluster=data["is_cluster"],
            reason=data["reason"],
            by=by,
        )
    )


def _enterprise(by: User, _on: Any, data: dict[str, Any]) -> Done:
    found = listed_formats().filter(code=data.pop("business_format")).first()
    made = register_enterprise(given=Particulars(business_format=found, **data), by=by)
    return Done(url=made.get_absolute_url())


def _put_forward(by: User, on: Any, data: dict[str, Any]) -> Done:
    enterprise = load_or_404(by, Enterprise, P.ENTERPRISE_READ, uscc=data["uscc"])
    made = actions.draft_participation(
        campaign=on.campaign, enterprise=enterprise, recommendation=on, by=by
    )
    return Done(made)


def _slots(by: User, _on: Any, data: dict[str, Any]) -> Done:
    actions.generate_slots(
        campaign=current_campaign(),
        district=Region.objects.get(code=data["district"]),
        count=min(data["count"] or 0, 1000),
        batch=data["batch"],
        by=by,
    )
    return Done(url="/records/slot/")


def _allocate(by: User, on: Any, data: dict[str, Any]) -> Done:
    enterprise = load_or_404(by, Enterprise, P.ENTERPRISE_READ, uscc=data["uscc"])
    slot, code = actions.allocate(
        slot=on, enterprise=enterprise, expected_version=on.version, by=by
    )
    assert slot.user is not None  # allocate gives one
    return Done(slot, told=f"{slot.user.username} {code}")


def _declaration(by: User, on: Any, _data: dict[str, Any]) -> Done:
    return Done(open_declaration(participation=on, by=by))


def _change(by: User, on: Any, data: dict[str, Any]) -> Done:
    kind, ground = ChangeKind(data.pop("change")), data.pop("ground")
    details = {name: str(value) for name, value in data.items() if value not in (None, "")}
    return Done(
        actions.draft_change(participation=on, kind=kind, ground=ground, details=details, by=by)
    )


def _target(by: User, on: Any, data: dict[str, Any]) -> Done:
    into = listed_formats().filter(code=data["business_format"]).first()
    return Done(choose_target(found=on, into=into, by=by) if into else on)


def _edit_format(by: User, on: Any, data: dict[str, Any]) -> Done:
    fields = {**data, "kind": data["format_kind"], "means": {"services": data["services"]}}
    return Done(edit_format(found=on, fields=fields, expected_version=on.version, by=by))


def _format_now(on: Any) -> dict[str, Any]:
    now = {name: getattr(on, name) for name in FORMAT_FIELDS if hasattr(on, name)}
    return {**now, "format_kind": on.kind, "services": on.means.get("services", "")}


def _edit_trade(by: User, on: Any, data: dict[str, Any]) -> Done:
    found = listed_formats().filter(code=data["business_format"]).first()
    fields = {**data, "industries": data["industries"].split(), "business_format": found}
    zones = list(on.zones.all())
    return Done(
        actions.edit_recommendation(
            record=on, fields=fields, zones=zones, expected_version=on.version, by=by
        )
    )


def _trade_now(on: Any) -> dict[str, Any]:
    return {
        "name": on.name,
        "industries": " ".join(on.industries),
        "business_format": on.business_format.code if on.business_format else "",
        "is_cluster": on.is_cluster,
        "reason": on.reason,
    }


def _formats() -> list[tuple[str, str]]:
    return [(one.code, str(one)) for one in listed_formats()]


def _format_kinds() -> list[tuple[str, str]]:
    return [(kind.value, word(kind)) for kind in FormatKind]


def _changes() -> list[tuple[str, str]]:
    return [(kind.value, word(kind)) for kind in ChangeKind]


def _districts() -> list[tuple[str, str]]:
    return list(districts().values_list("code", "name"))


FORMAT_FIELDS = {
    "name": line(80),
    "format_kind": one_of(_format_kinds),
    "consumers": line(300),
    "needs": line(300),
    "strategy": line(300),
    "services": line(300),
    "why_not_coded": line(300),
    "sized_like": line(5, required=False),
    "is_new": yes(),
}
TRADE_FIELDS = {
    "name": line(80),
    "industries": line(120, required=False),
    "business_format": one_of(_formats, required=False),
    "is_cluster": yes(),
    "reason": line(500),
}

DOINGS = (
    Doing(key="format", permission=P.FORMAT_APPLY, run=_format, fields=FORMAT_FIELDS),
    Doing(
        key="edit_format",
        permission=P.FORMAT_APPLY,
        run=_edit_format,
        machine="format",
        states=("draft",),
        initial=_format_now,
        fields=FORMAT_FIELDS,
    ),
    Doing(
        key="target",
        permission=P.FORMAT_DECIDE,
        run=_target,
        machine="format",
        states=("applied", "listed"),
        fields={"business_format": one_of(_formats)},
    ),
    Doing(key="trade", permission=P.RECOMMENDATION_WRITE, run=_trade, fields=TRADE_FIELDS),
    Doing(
        key="edit_trade",
        permission=P.RECOMMENDATION_WRITE,
        run=_edit_trade,
        machine="recommendation",
        states=("draft",),
        initial=_trade_now,
        fields=TRADE_FIELDS,
    ),
    Doing(
        key="enterprise",
        permission=P.ENTERPRISE_REGISTER,
        run=_enterprise,
        fields={
            "uscc": line(18),
            "name": line(120),
            "registered_address": line(200),
            "business_address": line(200, required=False),
            "industry": line(5, required=False),
            "business_format": one_of(_formats, required=False),
            "employees": number(),
            "revenue_wan": amount(),
            "assets_wan": amount(),
            "size_reported": line(2, required=False),
            "size_reason": line(300, required=False),
        },
    ),
    Doing(
        key="put_forward",
        permission=P.RECOMMENDATION_WRITE,
        run=_put_forward,
        machine="recommendation",
        states=("recommended",),
        fields={"uscc": line(18)},
    ),
    Doing(
        key="slots",
        permission=P.SLOT_GENERATE,
        run=_slots,
        fields={"district": one_of(_districts), "count": number(), "batch": line(40)},
    ),
    Doing(
        key="allocate",
        permission=P.SLOT_ALLOCATE,
        run=_allocate,
        machine="slot",
        states=("free", "allocated", "activated", "stopped"),
        fields={"uscc": line(18)},
    ),
    Doing(
        key="declaration",
        permission=P.PARTICIPATION_ANSWER,
        run=_declaration,
        machine="participation",
        states=("consented",),
    ),
    Doing(
        key="change",
        permission=P.CHANGE_REQUEST,
        run=_change,
        machine="participation",
        states=("consented",),
        fields={
            "change": one_of(_changes),
            "ground": lines(500),
            "name": line(120, required=False),
            "registered_address": line(200, required=False),
            "business_address": line(200, required=False),
            "industry": line(5, required=False),
            "employees": number(),
            "revenue_wan": amount(),
            "assets_wan": amount(),
            "size_reason": line(300, required=False),
        },
    ),
)
