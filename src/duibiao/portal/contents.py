"""What a record consists of, as one table: lines of a sheet, indicators, signatures, leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from duibiao.ui.wording import Language, text
from duibiao.workflow.models import Stateful

Row = list[Any]


@dataclass(frozen=True, slots=True)
class Items:
    """A titled table."""

    title: str
    keys: list[str]
    rows: list[Row]


def items_of(record: Stateful, language: Language) -> Items | None:
    """The table that belongs to a record's kind; None when there is none."""
    make = MAKERS.get(record.machine.name)
    return make(record, language) if make else None


def _columns(*names: str) -> list[str]:
    return [f"column.{name}" for name in names]


def _lines(sheet: Any, language: Language) -> Items:
    names = ("place", "kind", "name", "uscc", "address", "industry", "reason")
    decided = sheet.machine.name == "district_leads"
    rows = []
    for item in sheet.items.all():
        row: Row = [getattr(item, name) for name in names]
        row[1] = text(f"leadkind.{item.kind}", language)
        if decided:
            row += [text(f"decision.{item.decision}", language), item.decision_reason]
        rows.append(row)
    keys = _columns(*names, *(("decision", "decision_reason") if decided else ()))
    return Items("items.lines", keys, rows)


def _leads(work: Any, language: Language) -> Items:
    rows = []
    for lead in work.leads.select_related("district").prefetch_related("sources__sheet__provider"):
        origins = {source.sheet.provider.short_name for source in lead.sources.all()}
        by = text("items.by_hand" if lead.by_hand else "items.automatic", language)
        district = lead.district.name if lead.district else "—"
        rows.append([lead.pk, lead.name, lead.address, "、".join(sorted(origins)), district, by])
    names = ("lead", "name", "address", "sources", "district", "by_hand")
    return Items("items.leads", _columns(*names), rows)


def _cosigns(plan: Any, language: Language) -> Items:
    rows = [
        [
            one.organisation.short_name,
            text(f"state.cosign.{one.state}", language),
            one.last_day.isoformat(),
        ]
        for one in plan.cosigns.select_related("organisation")
    ]
    return Items("items.cosigns", _columns("organisation", "answer", "last_day"), rows)


def _indicators(declaration: Any, _language: Language) -> Items:
    names = ("name", "stipulated", "unit", "direction", "method", "is_core", "in_scope")
    rows = []
    for product in declaration.products.prefetch_related("indicators"):
        for one in product.indicators.all():
            cells = [getattr(one, name) for name in names]
            shown = ["✓" if c is True else "" if c is False else c for c in cells]
            rows.append([product.name, *shown])
    return Items("items.indicators", _columns("product", *names), rows)


def _milestones(campaign: Any, _language: Language) -> Items:
    rows = [[one.title, one.last_day.isoformat()] for one in campaign.milestones.all()]
    return Items("items.milestones", _columns("milestone", "last_day"), rows)


def _message(delivery: Any, _language: Language) -> Items:
    dispatch = delivery.dispatch
    rows: list[Row] = [[dispatch.sender.name, dispatch.subject, dispatch.body]]
    copied = dispatch.content or {}
    for one in copied.get("items", copied.get("leads", [])):
        rows.append(["", one.get("name", ""), one.get("address", "")])
    return Items("items.message", _columns("sender", "subject", "body"), rows)


MAKERS: dict[str, Callable[[Any, Language], Items]] = {
    "district_leads": _lines,
    "city_leads": _lines,
    "consolidation": _leads,
    "plan": _cosigns,
    "declaration": _indicators,
    "campaign": _milestones,
    "delivery": _message,
}
