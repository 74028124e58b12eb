"""How far international standards are adopted at home (五(六)3; 附.14; requirements (f)19).

Two figures that are easily mixed up:

- 国际标准转化率: of the international standards that count, the share some valid domestic standard
  adopts. It counts international standards: two domestic standards adopting one count once.
- 国际标准一致性程度: of the domestic standards with an international counterpart, the share that is
  consistent with it.

Degrees are those of GB/T 20000.2 and ISO/IEC Guide 21: IDT, MOD, NEQ; only the first two adopt.
Shares are exact; a target is compared as integers, never after rounding.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction


class Degree(StrEnum):
    """How closely a domestic standard follows an international one."""

    IDENTICAL = "IDT"
    MODIFIED = "MOD"
    NOT_EQUIVALENT = "NEQ"


class Target(StrEnum):
    """Where a share stands against its target."""

    MET = "met"
    UNMET = "unmet"
    NO_DATA = "no_data"


ADOPTING = frozenset({Degree.IDENTICAL, Degree.MODIFIED})
CONVERSION_TARGET = Fraction(90, 100)  # 五(六)3-1: 超过90%, more than
CONSISTENCY_TARGET = Fraction(95, 100)  # 五(六)3-2: 达到95%以上, at least


@dataclass(frozen=True, slots=True, kw_only=True)
class International:
    """An edition of an international standard. `standard` is its number without the year;
    `applicable` is false for what the field cannot use."""

    edition: str
    standard: str
    published: date | None = None
    withdrawn: date | None = None
    applicable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Domestic:
    """An edition of a domestic standard and what it adopts: edition of the international one →
    degree."""

    edition: str
    level: str
    adopts: Mapping[str, Degree]
    published: date | None = None
    withdrawn: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """Numbers of international standards, without year, each in order: the denominator, and
    what of it is converted, is converted in its current edition, has only other degrees."""

    applicable: tuple[str, ...]
    converted: tuple[str, ...]
    converted_current: tuple[str, ...]
    neq_only: tuple[str, ...]

    @property
    def open(self) -> tuple[str, ...]:
        """What nobody has converted."""
        return tuple(one for one in self.applicable if one not in set(self.converted))


@dataclass(frozen=True, slots=True, kw_only=True)
class Consistency:
    """Domestic standards, each in order: those with a counterpart, and those consistent with it."""

    compared: tuple[str, ...]
    consistent: tuple[str, ...]


def in_force(published: date | None, withdrawn: date | None, day: date) -> bool:
    """Published by that day and not withdrawn. What is held without a day of publication is
    taken as published; a plan in preparation is not held."""
    out = published is None or published <= day
    return out and (withdrawn is None or withdrawn > day)


def conversion(
    international: Iterable[International],
    domestic: Iterable[Domestic],
    *,
    day: date,
    levels: Collection[str],
    degrees: Collection[Degree] = ADOPTING,
) -> Conversion:
    """Which international standards are converted on a day by domestic standards of some levels.

    A standard counts while one of its editions is in force and applicable; that an older edition
    is the adopted one is converted too, and told apart.
    """
    editions = list(international)
    current = _current(editions, day)
    standard_of = {one.edition: one.standard for one in editions}
    adopted = [
        (edition, degree)
        for one in domestic
        if one.level in levels and in_force(one.published, one.withdrawn, day)
        for edition, degree in one.adopts.items()
        if standard_of.get(edition) in current
    ]
    converted = {standard_of[edition] for edition, degree in adopted if degree in degrees}
    named = {edition for edition, degree in adopted if degree in degrees}
    others = {standard_of[edition] for edition, degree in adopted if degree not in degrees}
    return Conversion(
        applicable=tuple(sorted(current)),
        converted=tuple(sorted(converted)),
        converted_current=tuple(sorted(one for one in converted if current[one] in named)),
        neq_only=tuple(sorted(others - converted)),
    )


def _current(editions: Iterable[International], day: date) -> dict[str, str]:
    """Standard → its newest edition that counts."""
    counting = [
        one for one in editions if one.applicable and in_force(one.published, one.withdrawn, day)
    ]
    counting.sort(key=lambda one: (one.published or date.min, one.edition))
    return {one.standard: one.edition for one in counting}


def consistency(
    domestic: Iterable[Domestic], *, day: date, degrees: Collection[Degree] = ADOPTING
) -> Consistency:
    """Of the domestic standards in force that have an international counterpart (any degree), those
    that follow one of them closely enough."""
    compared = [
        one for one in domestic if one.adopts and in_force(one.published, one.withdrawn, day)
    ]
    consistent = [one for one in compared if any(d in degrees for d in one.adopts.values())]
    return Consistency(
        compared=tuple(sorted(one.edition for one in compared)),
        consistent=tuple(sorted(one.edition for one in consistent)),
    )


def share(part: int, whole: int) -> Fraction | None:
    """part/whole exactly; of nothing there is no share."""
    return Fraction(part, whole) if whole else None


def more_than(part: int, whole: int, target: Fraction) -> Target:
    """超过: strictly more. 180 of 200 is not more than 90 %."""
    found = share(part, whole)
    if found is None:
        return Target.NO_DATA
    return Target.MET if found > target else Target.UNMET


def at_least(part: int, whole: int, target: Fraction) -> Target:
    """达到…以上: the number itself counts. 95 of 100 reaches 95 %."""
    found = share(part, whole)
    if found is None:
        return Target.NO_DATA
    return Target.MET if found >= target else Target.UNMET
