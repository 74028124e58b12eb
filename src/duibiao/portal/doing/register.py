"""Forms of the register: an enterprise's facts, titles and places; areas and block economies."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms

from duibiao.access import Permission as P
from duibiao.accounts.models import User
from duibiao.campaigns.queries import current_campaign
from duibiao.core.identify.titles import FIELDS, Evidence, Title, TitleLimits
from duibiao.enterprises import actions
from duibiao.enterprises.models import Capital, RankScope, ZoneKind
from duibiao.enterprises.particulars import COPIED, Particulars
from duibiao.enterprises.queries import block_economies, listed_formats, zones_of
from duibiao.portal.doing.doing import Doing, Done, amount, line, lines, number, one_of, yes
from duibiao.reference.queries import districts
from duibiao.ui.wording import word

ENTERPRISE = "enterprise"  # no machine: the register's own row


def _limits() -> TitleLimits:
    """What the round demands of each title."""
    given = current_campaign().parameters
    usual = TitleLimits()
    return TitleLimits(
        unicorn_usd=Decimal(str(given.get("unicorn_usd", usual.unicorn_usd))),
        unicorn_years=int(given.get("unicorn_years", usual.unicorn_years)),
        single_champion_share=Fraction(
            str(given.get("single_champion_share", usual.single_champion_share))
        ),
        gazelle_growth=Fraction(str(given.get("gazelle_growth", usual.gazelle_growth))),
    )


def _update(by: User, on: Any, data: dict[str, Any]) -> Done:
    found = listed_formats().filter(code=data.pop("business_format")).first()
    zone = zones_of(on.district).filter(pk=data.pop("zone") or 0).first()
    block = block_economies().filter(pk=data.pop("block_economy") or 0).first()
    given = Particulars(uscc=on.uscc, business_format=found, zone=zone, block_economy=block, **data)
    done = actions.update_enterprise(enterprise=on, given=given, expected_version=on.version, by=by)
    return Done(url=done.get_absolute_url())


def _present(on: Any) -> dict[str, Any]:
    """The form as the register has it now."""
    present = {name: getattr(on, name) for name in COPIED}
    present["industry"] = on.industry_code
    present["business_format"] = on.business_format.code if on.business_format else ""
    present["zone"] = on.zone_id or ""
    present["block_economy"] = on.block_economy_id or ""
    return present


def _title(by: User, on: Any, data: dict[str, Any]) -> Done:
    title = Title(data.pop("title"))
    evidence = {name.value: str(data[name.value] or "") for name in FIELDS[title]}
    actions.add_title(enterprise=on, title=title, evidence=evidence, limits=_limits(), by=by)
    return Done(url=on.get_absolute_url())


def _untitle(by: User, on: Any, data: dict[str, Any]) -> Done:
    found = on.titles.filter(title=data["title"]).first()
    if found is not None:
        actions.remove_title(title=found, by=by)
    return Done(url=on.get_absolute_url())


def _rank(by: User, on: Any, data: dict[str, Any]) -> Done:
    scope = RankScope(data.pop("scope"))
    place = data.pop("rank_place")
    actions.add_ranking(enterprise=on, scope=scope, place=place, by=by, **data)
    return Done(url=on.get_absolute_url())


def _zone(by: User, _on: Any, data: dict[str, Any]) -> Done:
    actions.add_zone(kind=ZoneKind(data["zone_kind"]), name=data["name"], by=by)
    return Done(url="/enterprises/")


def _block(by: User, _on: Any, data: dict[str, Any]) -> Done:
    others = districts().filter(code__in=data.pop("districts"))
    industries = data.pop("industries").split()
    actions.add_block_economy(industries=industries, districts=list(others), by=by, **data)
    return Done(url="/enterprises/")


def _words(kinds: Any) -> Any:
    return lambda: [(one.value, word(one)) for one in kinds]


def _formats() -> list[tuple[str, str]]:
    return [(one.code, str(one)) for one in listed_formats()]


def _zones() -> list[tuple[str, str]]:
    return [(str(one.pk), f"{one.district} {one.name}") for one in zones_of(None)]


def _blocks() -> list[tuple[str, str]]:
    return [(str(one.pk), one.name) for one in block_economies()]


def _several_districts() -> forms.Field:
    chosen = list(districts().values_list("code", "name"))
    boxes = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(choices=chosen, required=False, widget=boxes)


def _day() -> forms.Field:
    return forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))


def _evidence() -> dict[str, Any]:
    return {name.value: line(200, required=False) for name in Evidence}


DOINGS = (
    Doing(
        key="update_enterprise",
        permission=P.ENTERPRISE_UPDATE,
        run=_update,
        machine=ENTERPRISE,
        initial=_present,
        fields={
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
            "zone": one_of(_zones, required=False),
            "block_economy": one_of(_blocks, required=False),
            "capital": one_of(_words(Capital), required=False),
            "founded_on": _day,
            "is_backbone": yes(),
            "is_advantaged": yes(),
        },
    ),
    Doing(
        key="title",
        permission=P.ENTERPRISE_UPDATE,
        run=_title,
        machine=ENTERPRISE,
        fields={"title": one_of(_words(Title)), **_evidence()},
    ),
    Doing(
        key="untitle",
        permission=P.ENTERPRISE_UPDATE,
        run=_untitle,
        machine=ENTERPRISE,
        fields={"title": one_of(_words(Title))},
    ),
    Doing(
        key="rank",
        permission=P.ENTERPRISE_UPDATE,
        run=_rank,
        machine=ENTERPRISE,
        fields={
            "scope": one_of(_words(RankScope)),
            "trade": line(80),
            "rank_place": number(),
            "ground": line(300),
            "year": number(),
        },
    ),
    Doing(
        key="zone",
        permission=P.ENTERPRISE_REGISTER,
        run=_zone,
        fields={"zone_kind": one_of(_words(ZoneKind)), "name": line(80)},
    ),
    Doing(
        key="block",
        permission=P.ENTERPRISE_REGISTER,
        run=_block,
        fields={
            "name": line(80),
            "industries": line(120),
            "character": lines(300),
            "boundary": line(300, required=False),
            "districts": lambda: _several_districts(),
        },
    ),
)
