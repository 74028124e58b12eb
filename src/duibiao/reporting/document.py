"""The document of a filing: what is frozen, hashed, exported and taken in. One shape for the
district's list and the city's; its schema is `schemas/filing.json`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from duibiao.core.canonical import canonical, digest, load
from duibiao.core.report.summary import LEVELS, Counts, Declared, by_class, by_district, total

SCHEMA = "duibiao-filing/1"


def header(
    *,
    kind: str,
    number: str,
    revision: int,
    campaign: Mapping[str, Any],
    sender: Mapping[str, str],
    recipient: Mapping[str, str],
    filed_at: datetime,
    days_late: int,
) -> dict[str, Any]:
    """Who files what to whom, and when."""
    return {
        "schema": SCHEMA,
        "kind": kind,
        "number": number,
        "revision": revision,
        "campaign": dict(campaign),
        "sender": dict(sender),
        "recipient": dict(recipient),
        "filed_at": filed_at.isoformat(),
        "days_late": days_late,
    }


def document(head: Mapping[str, Any], members: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Header, members each with its digest, and the summary made from them."""
    listed = [{**member, "digest": digest(dict(member))} for member in members]
    rows = [declared(member) for member in listed]
    return {
        **head,
        "members": listed,
        "totals": _columns(total(rows)),
        "summary": {
            level: [{"code": code, **_columns(c)} for code, c in by_class(rows, level).items()]
            for level in LEVELS
        },
        "districts": [{"code": code, **_columns(c)} for code, c in by_district(rows).items()],
    }


def declared(member: Mapping[str, Any]) -> Declared:
    """A member of a document as the summary counts it."""
    enterprise, counts = member["enterprise"], member["counts"]
    return Declared(
        uscc=enterprise["uscc"],
        district=enterprise["district"],
        industry=enterprise["industry"],
        format=enterprise["format"],
        size=enterprise["size"],
        products=counts["products"],
        standards=counts["standards"],
        indicators=counts["indicators"],
        in_scope=counts["in_scope"],
        self_declared=counts["self_declared"],
    )


def freeze(content: Mapping[str, Any]) -> tuple[str, str]:
    """Canonical text and its SHA-256."""
    return canonical(dict(content)).decode("utf-8"), digest(dict(content))


def thaw(text: str) -> dict[str, Any]:
    """The document again, decimals exact."""
    found: dict[str, Any] = load(text)
    return found


def _columns(counts: Counts) -> dict[str, int]:
    return {
        "enterprises": counts.enterprises,
        "sme": counts.sme,
        "products": counts.products,
        "standards": counts.standards,
        "indicators": counts.indicators,
        "in_scope": counts.in_scope,
        "self_declared": counts.self_declared,
    }
