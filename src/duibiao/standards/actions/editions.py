"""Every write of the standards; each is in the journal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from duibiao.access import Permission, acting
from duibiao.accounts.models import User
from duibiao.core.errors import Fact
from duibiao.core.report.adoption import Degree
from duibiao.core.report.filing import StandardLevel
from duibiao.journal import actions as journal
from duibiao.standards.facts import (
    AreaHeld,
    NotAStandard,
    SameLevelAdoption,
    StandardEditedMeanwhile,
    StandardHeld,
    StandardNotHeld,
    SupersededInCircle,
    SupersededInForce,
    WrongSideOfArea,
)
from duibiao.standards.models import (
    OUT_OF_FORCE,
    Adoption,
    Amendment,
    AreaKind,
    Edition,
    EditionStatus,
    KeyArea,
    Standard,
)
from duibiao.standards.naming import named, search_words
from duibiao.standards.queries import find
from duibiao.workflow.facts import StepRefused

FIELDS = (
    *("title", "title_en", "status", "published_on", "implemented_on", "withdrawn_on"),
    *("superseded_by", "ics", "ccs", "platform_number", "disclosed_on", "link"),
)
ABROAD = frozenset({StandardLevel.INTERNATIONAL.value, StandardLevel.FOREIGN.value})


@transaction.atomic
def add_edition(*, number: str, values: Mapping[str, Any], by: User) -> Edition:
    """A new edition; its work comes with its first. Raises StepRefused: not a number, held."""
    office = acting(by, Permission.STANDARD_MANAGE)
    taken = named(number)
    if taken is None:
        raise StepRefused((NotAStandard(number),))
    if find(number) is not None:
        raise StepRefused((StandardHeld(taken.number),))
    standard, _ = Standard.objects.get_or_create(
        number=taken.work, defaults={"level": taken.level.value, "body": taken.body}
    )
    edition = Edition(standard=standard, number=taken.number, year=taken.year[-4:], key=taken.key)
    _fill(edition, values)
    edition.save()
    journal.record("standard.added", chain=office.code, by=by, on=edition, after=values_of(edition))
    return edition


@transaction.atomic
def save_edition(
    *, edition: Edition, values: Mapping[str, Any], expected_version: int, by: User
) -> Edition:
    """Change what is held of an edition; its number stays. Raises StepRefused."""
    office = acting(by, Permission.STANDARD_MANAGE)
    locked = Edition.objects.select_for_update().get(pk=edition.pk)
    if locked.version != expected_version:
        raise StepRefused((StandardEditedMeanwhile(locked.number),))
    before = values_of(locked)
    _fill(locked, values)
    locked.version += 1
    locked.save()
    after = values_of(locked)
    if after != before:
        journal.record(
            "standard.changed", chain=office.code, by=by, on=locked, before=before, after=after
        )
    return locked


def _fill(edition: Edition, values: Mapping[str, Any]) -> None:
    for name in FIELDS:
        if name in values:
            setattr(edition, name, values[name])
    if facts := _wrong_succession(edition):
        raise StepRefused(facts)
    edition.words = search_words(edition.key, edition.title, edition.title_en)


def _wrong_succession(edition: Edition) -> tuple[Fact, ...]:
    after = edition.superseded_by
    if after is None:
        return ()
    if edition.status not in OUT_OF_FORCE:
        return (SupersededInForce(edition.number, after.number),)
    later: Edition | None = after
    while later is not None:
        if edition.pk is not None and later.pk == edition.pk:
            return (SupersededInCircle(edition.number, after.number),)
        later = later.superseded_by
    return ()


def values_of(edition: Edition) -> dict[str, Any]:
    """What the journal keeps of it."""
    kept = {name: getattr(edition, name) for name in FIELDS}
    after = edition.superseded_by
    return {**kept, "number": edition.number, "superseded_by": after.number if after else ""}


@transaction.atomic
def supersede(*, edition: Edition, by_edition: Edition, day: date | None, by: User) -> Edition:
    """A newer edition takes an edition's place from a day."""
    values = {
        "status": EditionStatus.SUPERSEDED.value,
        "superseded_by": by_edition,
        "withdrawn_on": day,
    }
    return save_edition(edition=edition, values=values, expected_version=edition.version, by=by)


@transaction.atomic
def add_amendment(
    *, edition: Edition, number: str, published_on: date | None, by: User
) -> Amendment:
    """An amendment to an edition. Raises StepRefused when it stands already."""
    office = acting(by, Permission.STANDARD_MANAGE)
    if edition.amendments.filter(number=number).exists():
        raise StepRefused((StandardHeld(f"{edition.number} {number}"),))
    made = Amendment.objects.create(edition=edition, number=number, published_on=published_on)
    after = {"amendment": number, "published_on": published_on}
    journal.record("standard.amended", chain=office.code, by=by, on=edition, after=after)
    return made


@transaction.atomic
def adopt(*, domestic: str, international: str, degree: Degree, by: User) -> Adoption:
    """A line of the adoption ledger; both editions must be held. Raises StepRefused."""
    office = acting(by, Permission.STANDARD_MANAGE)
    own, other = find(domestic), find(international)
    missing = [n for n, one in ((domestic, own), (international, other)) if one is None]
    if missing or own is None or other is None:
        raise StepRefused(tuple(StandardNotHeld(one) for one in missing))
    if own.standard.level in ABROAD or other.standard.level not in ABROAD:
        raise StepRefused((SameLevelAdoption(own.number, other.number),))
    if own.adopts.filter(international=other).exists():
        raise StepRefused((StandardHeld(f"{own.number} → {other.number}"),))
    made = Adoption.objects.create(domestic=own, international=other, degree=degree.value)
    after = {"international": other.number, "degree": degree.value}
    journal.record("adoption.added", chain=office.code, by=by, on=own, after=after)
    return made


@transaction.atomic
def drop_adoption(*, adoption: Adoption, by: User, reason: str = "") -> None:
    """Take a line out of the ledger."""
    office = acting(by, Permission.STANDARD_MANAGE)
    before = {"international": adoption.international.number, "degree": adoption.degree}
    journal.record(
        *("adoption.dropped",),
        chain=office.code,
        by=by,
        on=adoption.domestic,
        before=before,
        reason=reason,
    )
    adoption.delete()


@transaction.atomic
def save_area(
    *, area: KeyArea | None, kind: AreaKind, name: str, numbers: Iterable[str], by: User
) -> KeyArea:
    """Say which standards count in a key area: international ones for equipment, domestic ones
    for consumer goods; any edition names its work. Raises StepRefused with every wrong number."""
    office = acting(by, Permission.KEY_AREA_MANAGE)
    works, facts = _works(numbers, kind)
    same = KeyArea.objects.filter(kind=kind.value, name=name)
    if (same.exclude(pk=area.pk) if area else same).exists():
        facts.append(AreaHeld(name))
    if facts:
        raise StepRefused(tuple(facts))
    before = _area_values(area) if area else None
    saved = area or KeyArea(kind=kind.value)
    saved.name, saved.version = name, saved.version + (area is not None)
    saved.save()
    saved.standards.set(works)
    journal.record(
        "key_area.saved",
        chain=office.code,
        by=by,
        on=saved,
        before=before,
        after=_area_values(saved),
    )
    return saved


def _area_values(area: KeyArea) -> dict[str, Any]:
    numbers = area.standards.order_by("number").values_list("number", flat=True)
    return {"kind": area.kind, "name": area.name, "standards": list(numbers)}


def _works(numbers: Iterable[str], kind: AreaKind) -> tuple[list[Standard], list[Fact]]:
    asked = {text: (taken.work if (taken := named(text)) else text) for text in numbers}
    known = Standard.objects.in_bulk(set(asked.values()), field_name="number")
    works, facts = [], list[Fact]()
    for text, number in asked.items():
        work = known.get(number)
        if work is None:
            facts.append(StandardNotHeld(text))
        elif (work.level in ABROAD) is not (kind is AreaKind.EQUIPMENT):
            facts.append(WrongSideOfArea(text, kind.value))
        else:
            works.append(work)
    return works, facts
