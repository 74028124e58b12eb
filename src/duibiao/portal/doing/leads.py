"""Forms of leads: sheets, decisions, routing."""

from __future__ import annotations

from typing import Any

from duibiao.access import Permission as P
from duibiao.access import acting
from duibiao.accounts.models import User
from duibiao.campaigns.queries import current_campaign
from duibiao.leads import actions
from duibiao.leads.models import Decision
from duibiao.portal.doing.doing import Doing, Done, line, lines, number, one_of, table
from duibiao.reference.queries import districts
from duibiao.ui.wording import word

COLUMNS = ("kind", "name", "uscc", "address", "industry", "reason")
KINDS = {"企业": "enterprise", "产业": "industry", "业态": "format"}


def _district_sheet(by: User, _on: Any, _data: dict[str, Any]) -> Done:
    provider = acting(by, P.DISTRICT_LEADS_SUBMIT)
    campaign = current_campaign()
    return Done(actions.open_district_sheet(campaign=campaign, provider=provider, by=by))


def _city_sheet(by: User, _on: Any, _data: dict[str, Any]) -> Done:
    return Done(actions.open_city_sheet(campaign=current_campaign(), by=by))


def _items(by: User, on: Any, data: dict[str, Any]) -> Done:
    rows = table(data["lines"], COLUMNS)
    items = [{**row, "kind": KINDS.get(row["kind"], row["kind"])} for row in rows]
    return Done(actions.write_items(sheet=on, items=items, by=by))


def _written(sheet: Any) -> dict[str, Any]:
    words = {value: said for said, value in KINDS.items()}
    rows = [
        "\t".join([words[item.kind], *(getattr(item, name) for name in COLUMNS[1:])])
        for item in sheet.items.all()
    ]
    return {"lines": "\n".join(rows)}


def _decide(by: User, on: Any, data: dict[str, Any]) -> Done:
    item = on.items.filter(place=data["place"]).first()
    if item is not None:
        decision = Decision(data["decision"])
        actions.decide_item(item=item, decision=decision, reason=data["reason"], by=by)
    return Done(on)


def _consolidate(by: User, _on: Any, _data: dict[str, Any]) -> Done:
    return Done(actions.begin_consolidation(campaign=current_campaign(), by=by))


def _route(by: User, on: Any, data: dict[str, Any]) -> Done:
    lead = on.leads.filter(pk=data["lead"]).first()
    district = districts().filter(code=data["district"]).first()
    if lead is not None and district is not None:
        actions.choose_district(lead=lead, district=district, why=data["why"], by=by)
    return Done(on)


def _decisions() -> list[tuple[str, str]]:
    return [(one.value, word(one)) for one in (Decision.ADOPTED, Decision.DECLINED)]


def _districts() -> list[tuple[str, str]]:
    return list(districts().values_list("code", "name"))


ITEMS = {"lines": lines(200_000, required=False)}

DOINGS = (
    Doing(key="district_sheet", permission=P.DISTRICT_LEADS_SUBMIT, run=_district_sheet),
    Doing(key="city_sheet", permission=P.CITY_LEADS_SUBMIT, run=_city_sheet),
    Doing(
        key="district_items",
        permission=P.DISTRICT_LEADS_SUBMIT,
        run=_items,
        machine="district_leads",
        states=("draft",),
        fields=ITEMS,
        initial=_written,
    ),
    Doing(
        key="city_items",
        permission=P.CITY_LEADS_SUBMIT,
        run=_items,
        machine="city_leads",
        states=("draft",),
        fields=ITEMS,
        initial=_written,
    ),
    Doing(
        key="decide",
        permission=P.DISTRICT_LEADS_RECEIVE,
        run=_decide,
        machine="district_leads",
        states=("received",),
        fields={
            "place": number(),
            "decision": one_of(_decisions),
            "reason": line(500, required=False),
        },
    ),
    Doing(key="consolidation", permission=P.CONSOLIDATION_PREPARE, run=_consolidate),
    Doing(
        key="route",
        permission=P.CONSOLIDATION_PREPARE,
        run=_route,
        machine="consolidation",
        states=("merged", "routed"),
        fields={"lead": number(), "district": one_of(_districts), "why": line(200)},
    ),
)
