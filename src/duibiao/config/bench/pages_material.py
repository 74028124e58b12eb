"""Synthetic enterprises for `duibiao bench pages`: any number, each taking part, declared and
reported, with its account, product, standard and indicators. Written in bulk, without journal:
nobody's data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import models

from duibiao.accounts.models import User
from duibiao.campaigns.actions import create_campaign, tianjin_2018
from duibiao.campaigns.models import Campaign
from duibiao.clock import at
from duibiao.declarations.models import Declaration, ExecutedStandard, KeyIndicator, Product
from duibiao.enterprises.models import ChampionTitle, Enterprise
from duibiao.messages.models import Delivery, Dispatch
from duibiao.organisations.actions import add_person, load_organisations
from duibiao.organisations.kinds import Kind, Post
from duibiao.organisations.models import Organisation
from duibiao.organisations.queries import bureaus, organisation
from duibiao.reference.actions import load_reference
from duibiao.reporting.models import DistrictPackage
from duibiao.selection.models import AccountSlot, Participation, Recommendation

INDUSTRIES = ("C3670", "C2720", "C3912", "C3823", "C1373", "C3714", "I6513", "G5930")
SIZES = ("大型", "中型", "小型", "大型", "微型")
BATCH = 5_000
MOMENT: datetime = at(2018, 4, 30)
STATE = {"state_since": MOMENT}


def load(count: int) -> User:
    """A city with so many enterprises; the commission's clerk, who sees them all."""
    load_reference()
    load_organisations()
    clerk, _ = add_person(
        organisation=organisation("tj-market"),
        post=Post.HANDLER,
        username="bench",
        name="Bench",
        by=None,
    )
    campaign = create_campaign(content=tianjin_2018(), by=clerk)
    offices = list(bureaus())
    trades = _trades(campaign, offices)
    message = Dispatch.everything.create(
        kind="chase", sender=campaign.organisation, subject="Bench", sent_at=MOMENT
    )
    for first in range(0, count, BATCH):
        numbers = range(first, min(first + BATCH, count))
        _enterprises(campaign, offices, trades, numbers, message)
    _packages(campaign, offices)
    return clerk


def _trades(campaign: Campaign, offices: list[Organisation]) -> list[list[Recommendation]]:
    """Each bureau recommends each industry."""
    return [
        _made(
            Recommendation,
            [
                Recommendation(
                    campaign=campaign,
                    organisation=office,
                    name=code,
                    industries=[code],
                    state="recommended",
                    **STATE,
                )
                for code in INDUSTRIES
            ],
        )
        for office in offices
    ]


def _enterprises(
    campaign: Campaign,
    offices: list[Organisation],
    trades: list[list[Recommendation]],
    numbers: range,
    message: Dispatch,
) -> None:
    """A batch of enterprises with everything that hangs on them."""
    owners = _made(
        Organisation,
        [
            Organisation(
                code=f"e-{n:018d}",
                kind=Kind.ENTERPRISE,
                name=f"Bench {n}",
                uscc=f"{n:018d}",
                region=offices[n % len(offices)].region,
            )
            for n in numbers
        ],
    )
    firms = _made(
        Enterprise,
        [_enterprise(n, owner) for n, owner in zip(numbers, owners, strict=True)],
    )
    _made(
        ChampionTitle,
        [
            ChampionTitle(enterprise=firm, title="gazelle")
            for n, firm in zip(numbers, firms, strict=True)
            if n % 10 == 0
        ],
    )
    _hanging(campaign, firms, message)
    _declarations(_participations(campaign, firms, trades, numbers))


def _participations(
    campaign: Campaign,
    firms: list[Enterprise],
    trades: list[list[Recommendation]],
    numbers: range,
) -> list[Participation]:
    return _made(
        Participation,
        [
            Participation(
                campaign=campaign,
                enterprise=firm,
                recommendation=trades[n % len(trades)][n % len(INDUSTRIES)],
                state="consented",
                consented_at=MOMENT,
                **STATE,
            )
            for n, firm in zip(numbers, firms, strict=True)
        ],
    )


def _hanging(campaign: Campaign, firms: list[Enterprise], message: Dispatch) -> None:
    """An account in use, and a message that waits."""
    _made(
        AccountSlot,
        [
            AccountSlot(
                campaign=campaign,
                batch="bench",
                number=f"B{firm.pk}",
                district_id=firm.district_id,
                enterprise=firm,
                state="activated",
                **STATE,
            )
            for firm in firms
        ],
    )
    _made(
        Delivery,
        [
            Delivery(dispatch=message, recipient=one.organisation, state="delivered", **STATE)
            for one in firms
        ],
    )


def _enterprise(number: int, owner: Organisation) -> Enterprise:
    return Enterprise(
        organisation=owner,
        uscc=owner.uscc,
        name=owner.name,
        registered_address="—",
        district=owner.region,
        industry_code=INDUSTRIES[number % len(INDUSTRIES)],
        field="industry",
        size=SIZES[number % len(SIZES)],
        priority=number % 4,
        keeps_itself=True,
        locked_in="bench",
        registered_at=MOMENT,
    )


def _declarations(parts: list[Participation]) -> None:
    declared = _made(
        Declaration, [Declaration(participation=one, state="reported", **STATE) for one in parts]
    )
    products = _made(Product, [Product(declaration=one, name="Bench") for one in declared])
    standards = _made(
        ExecutedStandard,
        [
            ExecutedStandard(
                declaration=one, number=f"Q/B {one.pk}", level="enterprise", self_declared=True
            )
            for one in declared
        ],
    )
    _made(
        KeyIndicator,
        [
            KeyIndicator(product=product, standard=standard, name=name, in_scope=name == "A")
            for product, standard in zip(products, standards, strict=True)
            for name in ("A", "B")
        ],
    )


def _packages(campaign: Campaign, offices: list[Organisation]) -> None:
    """Every district has filed."""
    packages = [
        DistrictPackage(
            campaign=campaign,
            organisation=office,
            district=office.region,
            number=f"bench-{office.region_id}",
            digest="0" * 64,
            filed_at=MOMENT,
            state="received",
            **STATE,
        )
        for office in offices
    ]
    _made(DistrictPackage, packages)


def _made(model: type[models.Model], rows: Sequence[Any]) -> list[Any]:
    """The rows, written in bulk."""
    manager: models.Manager[Any] = model._default_manager
    return manager.bulk_create(rows)
