"""Enterprises in the campaign, their accounts and the trades they hang on."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Exists, OuterRef, Q

from duibiao.access import Permission
from duibiao.core.report.summary import SMALL
from duibiao.declarations.queries.progress import DONE
from duibiao.enterprises.models import ChampionTitle
from duibiao.insights.asking import Asked
from duibiao.insights.subjects.columns import of_enterprise, plain, state
from duibiao.insights.subjects.subject import Rows, Subject, always, under
from duibiao.reporting.models import PackageMember
from duibiao.selection.models import AccountSlot, Participation, Recommendation
from duibiao.selection.queries import CONSENTED, FROZEN, PUT_FORWARD, SMALL_OR_MEDIUM

APPROVED = CONSENTED & Q(declaration__state__in=DONE)


def counted(asked: Asked) -> Q:
    """What counts towards quota and share: consented and approved (五(二)3(1)-7); in a district
    that has filed, what it filed and has not left since ((f)5)."""
    return counted_along(asked, "", "declaration__")


def counted_along(asked: Asked, participation: str, declaration: str) -> Q:
    """The same of rows from which these paths lead to both: a declaration needs not be looked up
    from the participation it was reached by."""
    filed = Q(enterprise__district_id__in=asked.filed)
    approved = Q(**{f"{declaration}state__in": DONE})
    of_participation = under(CONSENTED, participation)
    return of_participation & (
        under(filed & FROZEN, participation) | (~under(filed, participation) & approved)
    )


def counted_small(asked: Asked) -> Q:
    """Of these, small and medium ones."""
    return counted(asked) & SMALL_OR_MEDIUM


def _of_size(size: str) -> Callable[[Asked], Q]:
    return lambda asked: counted(asked) & Q(enterprise__size=size)


# Measure → size; the last are those that could not be sized.
SIZED = {"large": "大型", "medium": "中型", "small": "小型", "micro": "微型", "unsized": ""}
TITLED = Q(Exists(ChampionTitle.objects.filter(enterprise=OuterRef("enterprise"))))


def _rows(asked: Asked) -> Rows:
    seen: Rows = Participation.objects.visible_to(asked.user, Permission.PARTICIPATION_READ)
    return seen.filter(campaign=asked.campaign)


ENTERPRISES = Subject(
    name="enterprises",
    permission=Permission.PARTICIPATION_READ,
    rows=_rows,
    measures={
        "recommended": always(PUT_FORWARD),
        "waiting": always(Q(state="recommended")),
        "consented": always(CONSENTED),
        "declined": always(Q(state="declined")),
        "left": always(Q(state="left")),
        "not_begun": always(CONSENTED & Q(declaration=None)),
        "filling": always(CONSENTED & Q(declaration__state="filling")),
        "returned": always(CONSENTED & Q(declaration__state="returned")),
        "submitted": always(CONSENTED & Q(declaration__state="submitted")),
        "approved": always(APPROVED),
        "filed": always(FROZEN),
        "counted": counted,
        "counted_small": counted_small,
        **{name: _of_size(size) for name, size in SIZED.items()},
        "titled": lambda asked: counted(asked) & TITLED,
        "zoned": lambda asked: counted(asked) & Q(enterprise__zone__isnull=False),
        "in_block": lambda asked: counted(asked) & Q(enterprise__block_economy__isnull=False),
    },
    enterprise="enterprise__",
    related=("enterprise__district", "enterprise__business_format"),
    columns=(
        *of_enterprise(lambda row: row.enterprise),
        state("participation"),
        plain("records.since", lambda row: row.state_since),
    ),
)


def _slots(asked: Asked) -> Rows:
    seen: Rows = AccountSlot.objects.visible_to(asked.user, Permission.SLOT_READ)
    return seen.filter(campaign=asked.campaign)


SLOTS = Subject(
    name="slots",
    permission=Permission.SLOT_READ,
    rows=_slots,
    measures={
        "all": always(Q()),
        "free": always(Q(state="free")),
        "given": always(~Q(state="free")),
        "allocated": always(Q(state="allocated")),
        "activated": always(Q(state="activated")),
        "stopped": always(Q(state="stopped")),
    },
    paths={"district": "district_id"},
    related=("district", "enterprise"),
    columns=(
        plain("column.district", lambda row: row.district.name),
        plain("column.enterprise", lambda row: row.enterprise),
        plain("column.batch", lambda row: row.batch),
        state("slot"),
    ),
)


def _trades(asked: Asked) -> Rows:
    seen: Rows = Recommendation.objects.visible_to(asked.user, Permission.RECOMMENDATION_READ)
    return seen.filter(campaign=asked.campaign, state="recommended")


TRADES = Subject(
    name="trades",
    permission=Permission.RECOMMENDATION_READ,
    rows=_trades,
    measures={
        "all": always(Q()),
        "industries": always(Q(business_format=None)),
        "formats": always(Q(business_format__isnull=False)),
        "clusters": always(Q(is_cluster=True)),
        "new_formats": always(Q(business_format__is_new=True)),
        "block": always(Q(block_economy__isnull=False)),
    },
    paths={"district": "organisation__region_id"},
    related=("organisation__region", "business_format", "block_economy"),
    columns=(
        plain("column.district", lambda row: row.organisation.region.name),
        plain("column.industry", lambda row: "、".join(row.industries) or row.business_format),
        plain("column.block", lambda row: row.block_economy),
        plain("column.reason", lambda row: row.reason),
    ),
)


def _filed(asked: Asked) -> Rows:
    """The members of the packages in what the city has filed: for whoever takes it in."""
    found: Rows = PackageMember.objects.filter(
        package__city_packages__campaign=asked.campaign,
        package__city_packages__state__in=["filed", "accepted"],
    )
    within_reach = asked.reach(Permission.CITY_PACKAGE_RECEIVE).everything
    return found if within_reach else found.none()


FILED_MEMBERS = Subject(
    name="filed_members",
    permission=Permission.CITY_PACKAGE_RECEIVE,
    rows=_filed,
    measures={
        "all": always(Q()),
        "sme": always(Q(participation__enterprise__size__in=sorted(SMALL))),
    },
    enterprise="participation__enterprise__",
    related=(
        "package",
        "participation__enterprise__district",
        "participation__enterprise__business_format",
    ),
    label=lambda row: row.participation.enterprise.name,
    link=lambda _row: "",
    columns=(
        *of_enterprise(lambda row: row.participation.enterprise),
        plain("column.number", lambda row: row.package.number),
    ),
)

ALL = (FILED_MEMBERS, ENTERPRISES, SLOTS, TRADES)
