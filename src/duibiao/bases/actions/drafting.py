"""Drafting a basis: what it is for, what it rests on, what it demands otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction

from duibiao.access import Permission, acting, require
from duibiao.accounts.models import User
from duibiao.bases.effective import base_document
from duibiao.bases.facts import (
    BasisKnown,
    IndicatorUnknown,
    LevelUnclear,
    NotDrafting,
    NothingToRestOn,
    OtherDistrict,
    WeightUnread,
)
from duibiao.bases.models import Basis, Level
from duibiao.campaigns.models import Campaign
from duibiao.catalogue.models import SchemeVersion
from duibiao.core.canonical import canonical
from duibiao.core.compare.basis import wrong_units
from duibiao.core.compare.local_basis import LocalStandard, rewritten
from duibiao.core.errors import Fact
from duibiao.declarations.models import Product
from duibiao.enterprises.models import BusinessFormat
from duibiao.journal import actions as journal
from duibiao.organisations.kinds import Kind
from duibiao.organisations.models import Organisation
from duibiao.reference.queries import full_code, known_industry
from duibiao.workflow.facts import Stale, StepRefused

FIELDS = ("title", "product_name", "class_code", "models_covered", "for_all")
GIVEN = ("text", "unit", "method", "leading", "why")
OVER = ("revised", "dropped")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a basis is for and rests on. `own_document` where there is no scheme."""

    level: Level
    title: str
    product_name: str
    class_code: str
    models_covered: str = ""
    for_all: bool = True
    industry: str = ""
    business_format: BusinessFormat | None = None
    product: Product | None = None
    scheme: SchemeVersion | None = None
    own_document: Mapping[str, Any] | None = None


@transaction.atomic
def draft_basis(*, campaign: Campaign, given: Draft, by: User) -> Basis:
    """Begin a basis in the name of one's bureau (the institute's people: of the commission).
    StepRefused: level and object disagree, another district's product, one is there already."""
    owner = deciding_office(by)
    industry = full_code(known_industry(given.industry)) if given.industry else ""
    facts = _unfit(given, industry, owner) or _known(campaign, given, industry, owner)
    if facts:
        raise StepRefused(tuple(facts))
    made = Basis.everything.create(
        campaign=campaign,
        owner=owner,
        level=given.level.value,
        industry=industry if given.level is Level.INDUSTRY else "",
        business_format=given.business_format if given.level is Level.FORMAT else None,
        product=given.product if given.level is Level.PRODUCT else None,
        scheme=given.scheme,
        own_document=_kept(given.own_document) if given.scheme is None else "",
        **{name: getattr(given, name) for name in FIELDS},
    )
    _record("basis.created", made, by, after=_told(made))
    return made


@transaction.atomic
def edit_basis(
    *, basis: Basis, fields: Mapping[str, Any], expected_version: int, by: User
) -> Basis:
    """Change what a draft is called and covers."""
    present = writable(basis, expected_version, by)
    before = _told(present)
    for name in FIELDS:
        if name in fields:
            setattr(present, name, fields[name])
    return _saved(present, by, before)


@transaction.atomic
def adjust(
    *,
    basis: Basis,
    adjustments: Mapping[str, Mapping[str, Any]],
    expected_version: int,
    by: User,
) -> Basis:
    """Let exactly these be the adjustments of a draft. StepRefused: an indicator the scheme does
    not have, a weight that is no number, a unit of another quantity."""
    present = writable(basis, expected_version, by)
    document = base_document(present)
    known = {str(one["id"]): one for one in document["indicators"]}
    facts: list[Fact] = []
    read: dict[str, dict[str, Any]] = {}
    for name, given in adjustments.items():
        if name not in known and "new" not in given:
            facts.append(IndicatorUnknown(name))
            continue
        kept, wrong = _adjustment(given, str(known.get(name, {}).get("name", name)))
        facts += wrong
        if kept:
            read[name] = kept
    facts = facts or wrong_units(document, read)
    if facts:
        raise StepRefused(tuple(facts))
    before = {"adjustments": present.adjustments}
    present.adjustments = canonical(read).decode("utf-8")
    return _saved(present, by, before, {"adjustments": present.adjustments})


@transaction.atomic
def write_own_document(
    *, basis: Basis, document: Mapping[str, Any], expected_version: int, by: User
) -> Basis:
    """Let this be the document of a draft that rests on no scheme."""
    present = writable(basis, expected_version, by)
    if present.scheme is not None:
        raise StepRefused((NothingToRestOn(),))
    before = {"own_document": present.own_document}
    present.own_document = canonical(dict(document)).decode("utf-8")
    return _saved(present, by, before, {"own_document": present.own_document})


@transaction.atomic
def save_draft(
    *,
    basis: Basis,
    fields: Mapping[str, Any],
    rows: Mapping[str, Mapping[str, Any]],
    standards: Sequence[LocalStandard],
    expected_version: int,
    by: User,
) -> Basis:
    """The whole form at once: what it covers, and what it demands: adjustments of its scheme, or
    the bureau's own document with its standards."""
    named = edit_basis(basis=basis, fields=fields, expected_version=expected_version, by=by)
    if named.scheme is not None:
        return adjust(basis=named, adjustments=rows, expected_version=named.version, by=by)
    facts: list[Fact] = [
        WeightUnread(name, str(row["weight"]))
        for name, row in rows.items()
        if not isinstance(row.get("weight", Decimal(0)), Decimal)
    ]
    if facts:
        raise StepRefused(tuple(facts))
    document = rewritten(base_document(named), rows, standards)
    return write_own_document(basis=named, document=document, expected_version=named.version, by=by)


def deciding_office(by: User) -> Organisation:
    """The bureau in whose name she drafts: her own; for the institute, the commission."""
    office = acting(by, Permission.BASIS_PREPARE)
    if office.kind == Kind.INSTITUTE:
        return Organisation.objects.get(kind=Kind.COMMISSION, is_active=True)
    return office


def writable(basis: Basis, expected_version: int, by: User) -> Basis:
    """The draft, locked; Refused, Stale, NotDrafting."""
    require(by, Permission.BASIS_PREPARE, on=basis)
    present = Basis.everything.select_for_update().get(pk=basis.pk)
    if present.version != expected_version:
        raise StepRefused((Stale(expected_version, present.version),))
    if present.state != "drafting":
        raise StepRefused((NotDrafting(present.title),))
    return present


def _unfit(given: Draft, industry: str, owner: Organisation) -> list[Fact]:
    about = {
        Level.INDUSTRY: bool(industry),
        Level.FORMAT: given.business_format is not None,
        Level.PRODUCT: given.product is not None,
    }
    if not about[given.level] or not given.title.strip():
        return [LevelUnclear()]
    if given.scheme is None and not given.own_document:
        return [NothingToRestOn()]
    if given.product is not None and owner.kind == Kind.DISTRICT_BUREAU:
        district = given.product.declaration.participation.enterprise.district
        if district.pk != owner.region_id:
            return [OtherDistrict(district.name)]
    return []


def _known(campaign: Campaign, given: Draft, industry: str, owner: Organisation) -> list[Fact]:
    same = Basis.everything.filter(campaign=campaign, owner=owner, level=given.level.value).exclude(
        state__in=OVER
    )
    if given.level is Level.PRODUCT:
        same = same.filter(product=given.product)
    else:
        same = same.filter(product_name=given.product_name, for_all=given.for_all)
        about = given.business_format if given.level is Level.FORMAT else None
        same = same.filter(industry=industry if about is None else "", business_format=about)
    known = same.first()
    return [BasisKnown(known.title)] if known else []


def _adjustment(given: Mapping[str, Any], name: str) -> tuple[dict[str, Any], list[Fact]]:
    """What is kept of one adjustment: empty fields demand nothing."""
    if "new" in given:
        return {"new": dict(given["new"])}, []
    if given.get("dropped"):
        return {"dropped": True, "why": str(given.get("why", ""))}, []
    kept: dict[str, Any] = {
        key: str(given[key]).strip() for key in GIVEN if str(given.get(key) or "").strip()
    }
    weight = str(given.get("weight") if given.get("weight") is not None else "").strip()
    if weight:
        try:
            kept["weight"] = Decimal(weight)
        except InvalidOperation:
            return {}, [WeightUnread(name, weight)]
        if not kept["weight"].is_finite():
            return {}, [WeightUnread(name, weight)]
    return kept, []


def _kept(document: Mapping[str, Any] | None) -> str:
    return canonical(dict(document or {})).decode("utf-8")


def _saved(
    present: Basis,
    by: User,
    before: Mapping[str, object],
    after: Mapping[str, object] | None = None,
) -> Basis:
    present.version += 1
    present.save()
    _record("basis.edited", present, by, before=before, after=after or _told(present))
    return present


def _told(basis: Basis) -> dict[str, object]:
    told: dict[str, object] = {name: getattr(basis, name) for name in FIELDS}
    about = basis.industry or str(basis.business_format or basis.product or "")
    return {**told, "level": basis.level, "about": about, "scheme": str(basis.scheme or "")}


def _record(
    event: str,
    basis: Basis,
    by: User,
    *,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
) -> None:
    journal.record(event, chain=basis.chain_code(), by=by, on=basis, before=before, after=after)
