"""Named reads of enterprises."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Length

from duibiao.access import Permission
from duibiao.accounts.models import User
from duibiao.core.identify.lead_merging import plain
from duibiao.core.identify.titles import Title
from duibiao.core.report.priority import PriorityGround, priority
from duibiao.enterprises.models import BlockEconomy, BusinessFormat, Enterprise, Zone, ZoneKind
from duibiao.reference.models import IndustryClass, Region

ENDINGS = ("业", "制造", "服务", "活动", "的", "产业", "行业")
REGIONAL_TRADE = ("区域特色经济", "块状经济")  # two words for one thing (附.5-2)


@dataclass(frozen=True, slots=True)
class Concentration:
    """How far a block economy is concentrated on its main industries."""

    members: int
    in_main: int

    @property
    def share(self) -> Fraction | None:
        """Exact; None of nobody."""
        return Fraction(self.in_main, self.members) if self.members else None


def enterprises_for(user: User) -> QuerySet[Enterprise]:
    """The enterprises a person may see, with what a list shows of them."""
    seen: QuerySet[Enterprise] = Enterprise.objects.visible_to(user, Permission.ENTERPRISE_READ)
    return seen.select_related("district", "business_format", "zone").order_by(
        "-priority", "best_rank", "uscc"
    )


def by_uscc(uscc: str) -> Enterprise | None:
    """The enterprise of that code, wherever it is registered."""
    return Enterprise.everything.filter(uscc=uscc).select_related("district").first()


def format_names(codes: Iterable[str]) -> dict[str, str]:
    """The names of 业态, which everybody reads, by code."""
    found = BusinessFormat.everything.filter(code__in=list(codes))
    return dict(found.values_list("code", "name"))


def priority_of(enterprise: Enterprise) -> int:
    """What its own facts put it forward by (五(二)3(1)-2…4)."""
    return priority(grounds_of(enterprise))


def grounds_of(enterprise: Enterprise) -> list[PriorityGround]:
    """The same, ground by ground."""
    grounds = []
    if enterprise.pk and enterprise.titles.exists():
        grounds.append(PriorityGround.CHAMPION)
    if enterprise.business_format is not None and enterprise.business_format.is_new:
        grounds.append(PriorityGround.NEW_FORMAT)
    if enterprise.is_advantaged:
        grounds.append(PriorityGround.ADVANTAGEOUS)
    if enterprise.zone is not None and enterprise.zone.kind != ZoneKind.OTHER:
        grounds.append(PriorityGround.ZONE)
    return grounds


def coded_as(name: str) -> IndustryClass | None:
    """The class of GB/T 4754 that bears this name, with or without 业, 制造 … at its end."""
    wanted = _bare(name)
    first = plain(name)[:1]
    classes = IndustryClass.objects.filter(name__startswith=first) if first else ()
    return next((one for one in classes if _bare(one.name) == wanted), None)


def formats_for(user: User) -> QuerySet[BusinessFormat]:
    """The formats a person may see; drafts and refused ones only with who applied or decides."""
    seen: QuerySet[BusinessFormat] = BusinessFormat.objects.visible_to(user, Permission.FORMAT_READ)
    found = seen.select_related("applicant", "merged_into")
    own = user.memberships.filter(until=None).values("organisation_id")
    open_to_all = Q(state__in=["listed", "merged"])
    concerned = Q(applicant_id__in=own) | Q(applicant__parent_id__in=own, state="applied")
    return found.filter(open_to_all | concerned).order_by(Length("code"), "code")


def listed_formats() -> QuerySet[BusinessFormat]:
    """The formats enterprises may be classed under."""
    return BusinessFormat.everything.filter(state="listed").order_by(Length("code"), "code")


def same_format(found: BusinessFormat) -> BusinessFormat | None:
    """Another listed format of the same name."""
    wanted = plain(found.name)
    others = listed_formats().exclude(pk=found.pk)
    return next((one for one in others if plain(one.name) == wanted), None)


def zones_of(district: Region | None) -> QuerySet[Zone]:
    """The areas of a district; of the city without one."""
    found = Zone.objects.select_related("district")
    return found.filter(district=district) if district else found.all()


def enterprises_by_zone_kind(seen: QuerySet[Enterprise]) -> dict[str, int]:
    """How many of them in each kind of area; "" is those in none, so that the figures add up to
    all (四-3)."""
    rows = seen.order_by().values_list("zone__kind").annotate(n=Count("id"))
    return {kind or "": count for kind, count in rows}


def enterprises_by_title(seen: QuerySet[Enterprise]) -> dict[str, int]:
    """How many of them bear each title; one enterprise may bear several (五(二)3(1)-4)."""
    rows = seen.order_by().filter(titles__isnull=False).values_list("titles__title")
    found = dict(rows.annotate(n=Count("id", distinct=True)))
    return {title.value: found.get(title.value, 0) for title in Title}


def block_economies(words: str = "") -> QuerySet[BlockEconomy]:
    """Block economies whose name or character has the words; 区域特色经济 means 块状经济."""
    found = BlockEconomy.objects.prefetch_related("districts")
    wanted = words.strip()
    for synonym in REGIONAL_TRADE:
        wanted = wanted.replace(synonym, "").strip()
    if not wanted:
        return found
    return found.filter(Q(name__icontains=wanted) | Q(character__icontains=wanted))


def concentration(block: BlockEconomy) -> Concentration:
    """Members in its main industries, of all its members (附.5-1)."""
    members = Enterprise.everything.filter(block_economy=block)
    main = Q(pk__in=[])
    for code in block.industries:
        main |= Q(industry_code__startswith=code)
    return Concentration(members.count(), members.filter(main).count())


def _bare(name: str) -> str:
    """A trade's name without what is said of every trade."""
    bare = plain(name)
    while ending := next((e for e in ENDINGS if bare.endswith(e) and bare != e), ""):
        bare = bare.removesuffix(ending)
    return bare
