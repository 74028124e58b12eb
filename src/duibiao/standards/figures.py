"""The two figures of 五(六)3, by key area and in total, each with the standards it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from duibiao.campaigns.models import Campaign
from duibiao.core.report import adoption
from duibiao.core.report.adoption import Degree, Domestic, International, Target
from duibiao.core.report.filing import StandardLevel
from duibiao.core.report.quota import as_percent
from duibiao.standards.models import OUT_OF_FORCE, AreaKind, Edition, EditionStatus, KeyArea
from duibiao.standards.queries import areas, ledger

PARAMETER = "adoption"
# 附.14 speaks of 国家标准、行业标准等; the campaign may record another choice.
LEVELS = (StandardLevel.NATIONAL.value, StandardLevel.INDUSTRY.value)


@dataclass(frozen=True, slots=True)
class Definition:
    """How the figures are told, as the campaign recorded it."""

    levels: tuple[str, ...]
    degrees: tuple[Degree, ...]
    version: int
    ground: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One line: of a key area, or of all (area None). Each measure is the standards counted."""

    kind: AreaKind
    area: KeyArea | None
    members: Mapping[str, tuple[str, ...]]
    target: Target

    @property
    def share(self) -> str:
        """For showing; the target was judged exactly."""
        return as_percent(len(self.members["part"]), len(self.members["whole"]))


def definition_of(campaign: Campaign) -> Definition:
    """What the campaign recorded, else the plan's own wording."""
    kept: Mapping[str, Any] = campaign.parameters.get(PARAMETER, {})
    degrees = kept.get("degrees", sorted(adoption.ADOPTING))
    return Definition(
        levels=tuple(kept.get("levels", LEVELS)),
        degrees=tuple(Degree(one) for one in degrees),
        version=int(kept.get("version", 1)),
        ground=str(kept.get("ground", "")),
    )


def figures(kind: AreaKind, definition: Definition, day: date) -> list[Figure]:
    """The total first, then each key area; nothing where no area was named (口径未定)."""
    named = list(areas(kind).prefetch_related("standards"))
    if not named:
        return []
    works = {one: {s.pk for s in one.standards.all()} for one in named}
    every = set[int]().union(*works.values())
    count = _conversion if kind is AreaKind.EQUIPMENT else _consistency
    told = count(every, definition, day)
    lines: list[tuple[KeyArea | None, Collection[int]]] = [(None, every), *works.items()]
    return [_figure(kind, area, told(chosen)) for area, chosen in lines]


def _figure(kind: AreaKind, area: KeyArea | None, members: Mapping[str, tuple[str, ...]]) -> Figure:
    part, whole = len(members["part"]), len(members["whole"])
    if kind is AreaKind.EQUIPMENT:
        target = adoption.more_than(part, whole, adoption.CONVERSION_TARGET)
    else:
        target = adoption.at_least(part, whole, adoption.CONSISTENCY_TARGET)
    return Figure(kind, area, members, target)


TARGETS: Mapping[AreaKind, Fraction] = {
    AreaKind.EQUIPMENT: adoption.CONVERSION_TARGET,
    AreaKind.CONSUMER: adoption.CONSISTENCY_TARGET,
}


def _conversion(every: set[int], definition: Definition, day: date) -> Any:
    """A function from works to the members of each measure; reads the tables once."""
    own = list(Edition.objects.filter(standard__in=every).select_related("standard"))
    domestic = _domestic(international__standard__in=every)

    def told(works: Collection[int]) -> dict[str, tuple[str, ...]]:
        found = adoption.conversion(
            [_international(one) for one in own if one.standard_id in works and _out(one)],
            domestic,
            day=day,
            levels=definition.levels,
            degrees=definition.degrees,
        )
        return {
            "whole": found.applicable,
            "part": found.converted,
            "current": found.converted_current,
            "others": found.neq_only,
            "open": found.open,
        }

    return told


def _consistency(every: set[int], definition: Definition, day: date) -> Any:
    work_of = dict(Edition.objects.filter(standard__in=every).values_list("number", "standard"))
    domestic = _domestic(domestic__standard__in=every)

    def told(works: Collection[int]) -> dict[str, tuple[str, ...]]:
        chosen = [one for one in domestic if work_of[one.edition] in works]
        found = adoption.consistency(chosen, day=day, degrees=definition.degrees)
        rest = tuple(one for one in found.compared if one not in set(found.consistent))
        return {"whole": found.compared, "part": found.consistent, "open": rest}

    return told


def _domestic(**which: Any) -> list[Domestic]:
    """Domestic editions with what they adopt, of the lines of the ledger chosen."""
    adopts: dict[Edition, dict[str, Degree]] = defaultdict(dict)
    lines = ledger().filter(**which).select_related("domestic__standard", "international")
    for line in lines:
        adopts[line.domestic][line.international.number] = Degree(line.degree)
    return [
        Domestic(
            edition=one.number,
            level=one.standard.level,
            adopts=adopted,
            published=one.published_on,
            withdrawn=_withdrawn(one),
        )
        for one, adopted in adopts.items()
        if _out(one)
    ]


def _international(one: Edition) -> International:
    return International(
        edition=one.number,
        standard=one.standard.number,
        published=one.published_on,
        withdrawn=_withdrawn(one),
    )


def _out(one: Edition) -> bool:
    """Published: what is only planned or upcoming without a day does not count."""
    return one.status != EditionStatus.UPCOMING or one.published_on is not None


def _withdrawn(one: Edition) -> date | None:
    """The day it went out of force; without a known day, long ago."""
    if one.status in OUT_OF_FORCE:
        return one.withdrawn_on or date.min
    return one.withdrawn_on
