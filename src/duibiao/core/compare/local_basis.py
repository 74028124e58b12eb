"""A document of the bureau's own (地方拟定), where the national list has no scheme: the same
format as a published scheme, so that every page, comparison and proof reads it alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

# How a declared direction reads in a scheme. Grades rise: the scale says which is better.
DIRECTIONS = {
    "larger": "larger_better",
    "smaller": "smaller_better",
    "ordinal": "larger_better",
    "range": "range",
    "boolean": "boolean",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalStandard:
    """A benchmark standard: its number, title, and which of the three kinds it is."""

    number: str
    title: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalIndicator:
    """One indicator; `scale` are its grades, best first, where it has any."""

    name: str
    text: str
    weight: Decimal
    reason: str = ""
    unit: str = ""
    direction: str = "larger"
    leading: str = ""
    method: str = ""
    core: bool = False
    scale: tuple[str, ...] = ()


def local_document(
    *,
    code: str,
    title: str,
    product: str,
    industry: str,
    standards: Sequence[LocalStandard],
    indicators: Sequence[LocalIndicator],
) -> dict[str, Any]:
    """The document; each requirement stands under the first standard."""
    cited = standards[0].number if standards else ""
    return {
        "scheme_id": code,
        "title": title,
        "product_or_service": {"name": product},
        "industry_class": {"code": industry},
        "scope": "",
        "domestic_baseline_standards": [],
        "benchmark_standards": [
            {"number": one.number, "title": one.title, "kind": one.kind} for one in standards
        ],
        "notes": [],
        "indicators": [
            _entry(one, f"{code}-{place:02d}", cited) for place, one in enumerate(indicators, 1)
        ],
    }


def _entry(one: LocalIndicator, name: str, cited: str) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": name,
        "name": one.name,
        "unit": one.unit,
        "direction": DIRECTIONS.get(one.direction, one.direction),
        "weight": one.weight,
        "selection_reason": one.reason,
        "core": one.core,
        "test_methods": {cited: one.method} if one.method and cited else {},
        "domestic_baseline": [],
        "benchmark_requirements": [
            {"standard": cited, "clause": "", "text": one.text, "unit": one.unit}
        ],
    }
    if one.scale:
        entry |= {"scale": list(one.scale), "kind": "grade"}
    if one.leading:
        entry["leading"] = {"text": one.leading, "unit": one.unit}
    return entry


def rewritten(
    document: Mapping[str, Any],
    rows: Mapping[str, Mapping[str, Any]],
    standards: Sequence[LocalStandard],
) -> dict[str, Any]:
    """The document with other demands (text, leading, weight, reason by indicator id) and other
    benchmark standards; rows marked dropped are left out."""
    made = deepcopy(dict(document))
    made["benchmark_standards"] = [
        {"number": one.number, "title": one.title, "kind": one.kind} for one in standards
    ]
    cited = standards[0].number if standards else ""
    kept = []
    for entry in made["indicators"]:
        row = rows.get(entry["id"], {})
        if row.get("dropped"):
            continue
        demand = {**entry["benchmark_requirements"][0], "standard": cited}
        demand["text"] = row.get("text") or demand["text"]
        methods = entry.get("test_methods", {}).values()
        entry |= {
            "benchmark_requirements": [demand],
            "weight": row.get("weight", entry["weight"]),
            "selection_reason": row.get("why", entry["selection_reason"]),
            "test_methods": dict.fromkeys([cited] if cited else [], next(iter(methods), "")),
        }
        if row.get("leading"):
            entry["leading"] = {"text": row["leading"], "unit": entry["unit"]}
        kept.append(entry)
    made["indicators"] = kept
    return made
