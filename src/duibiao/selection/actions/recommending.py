"""Recommendations: trades first, then the enterprises that hang on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction

from duibiao.access import Permission, acting, require
from duibiao.accounts.models import User
from duibiao.campaigns.models import Campaign
from duibiao.core.errors import Fact
from duibiao.core.report.priority import priority
from duibiao.enterprises.models import BlockEconomy, BusinessFormat, Enterprise, Zone
from duibiao.journal import actions as journal
from duibiao.reference.queries import full_code, known_industry
from duibiao.selection.facts import NotADraft, TakenElsewhere, TradeKnown
from duibiao.selection.models import Participation, Recommendation
from duibiao.selection.queries import living, trade_grounds
from duibiao.workflow.facts import Stale, StepRefused

FIELDS = (
    *("name", "industries", "business_format", "is_cluster", "is_advantageous"),
    *("block_economy", "block_note", "reason", "source"),
)


@transaction.atomic
def draft_recommendation(
    *,
    campaign: Campaign,
    name: str,
    industries: Sequence[str] = (),
    business_format: BusinessFormat | None = None,
    is_cluster: bool = False,
    is_advantageous: bool = False,
    block_economy: BlockEconomy | None = None,
    block_note: str = "",
    zones: Sequence[Zone] = (),
    reason: str = "",
    source: str = "",
    by: User,
) -> Recommendation:
    """A bureau's draft: an industry with its codes (the name may be a local one), or a listed
    业态. StepRefused on an unknown code, or when the trade is recommended already."""
    bureau = acting(by, Permission.RECOMMENDATION_WRITE)
    made = Recommendation(
        campaign=campaign,
        organisation=bureau,
        name=name,
        industries=_codes(industries),
        business_format=business_format,
        is_cluster=is_cluster,
        is_advantageous=is_advantageous,
        block_economy=block_economy,
        block_note=block_note,
        reason=reason,
        source=source,
    )
    _keep(made)
    made.zones.set(zones)
    _record("recommendation.created", made, by, after=_told(made))
    return made


@transaction.atomic
def edit_recommendation(
    *,
    record: Recommendation,
    fields: Mapping[str, Any],
    zones: Sequence[Zone],
    expected_version: int,
    by: User,
) -> Recommendation:
    """Change a draft. StepRefused when it is none any more, or was changed meanwhile."""
    require(by, Permission.RECOMMENDATION_WRITE, on=record)
    present = Recommendation.everything.select_for_update().get(pk=record.pk)
    if present.version != expected_version:
        raise StepRefused((Stale(expected_version, present.version),))
    if present.state != "draft":
        raise StepRefused((NotADraft(present.name),))
    before = _told(present)
    for name in FIELDS:
        if name in fields:
            setattr(present, name, fields[name])
    present.industries = _codes(present.industries)
    present.version += 1
    _keep(present)
    present.zones.set(zones)
    _record("recommendation.edited", present, by, before=before, after=_told(present))
    return present


@transaction.atomic
def draft_participation(
    *,
    campaign: Campaign,
    enterprise: Enterprise,
    recommendation: Recommendation,
    reason: str = "",
    source: str = "",
    by: User,
) -> Participation:
    """Put an enterprise forward. StepRefused with TakenElsewhere, which names the district that
    was first and since when."""
    require(by, Permission.RECOMMENDATION_WRITE, on=recommendation)
    # The enterprise's row is the lock: of two districts at once, the second finds the first.
    locked = Enterprise.everything.select_for_update().get(pk=enterprise.pk)
    known = living(locked, campaign)
    if known is not None:
        since = known.state_since.date().isoformat()
        raise StepRefused((TakenElsewhere(locked.district.name, since),))
    if locked.district_id != recommendation.organisation.region_id:
        since = locked.registered_at.date().isoformat()
        raise StepRefused((TakenElsewhere(locked.district.name, since),))
    made = Participation.everything.create(
        campaign=campaign,
        enterprise=locked,
        recommendation=recommendation,
        reason=reason,
        source=source,
    )
    after = {"enterprise": locked.uscc, "hangs_on": str(recommendation), "reason": reason}
    _record("participation.created", made, by, after=after)
    return made


def _codes(industries: Sequence[str]) -> list[str]:
    """Each code with its section letter, once, in the order given."""
    unknown: list[Fact] = []
    codes: list[str] = []
    for text in industries:
        try:
            codes.append(full_code(known_industry(text)))
        except Fact as fact:
            unknown.append(fact)
    if unknown:
        raise StepRefused(tuple(unknown))
    return list(dict.fromkeys(codes))


def _keep(record: Recommendation) -> None:
    record.priority = priority(trade_grounds(record))
    try:
        with transaction.atomic():
            record.save()
    except IntegrityError:
        raise StepRefused((TradeKnown(record.name),)) from None


def _told(record: Recommendation) -> dict[str, object]:
    told: dict[str, object] = {name: getattr(record, name) for name in FIELDS}
    told["business_format"] = str(record.business_format or "")
    told["block_economy"] = str(record.block_economy or "")
    told["zones"] = [str(zone) for zone in record.zones.all()]
    return told


def _record(
    event: str,
    record: Recommendation | Participation,
    by: User,
    *,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
) -> None:
    journal.record(event, chain=record.chain_code(), by=by, on=record, before=before, after=after)
