"""Champion titles and what each must rest on (the plan's terms 15–18).

What makes the title impossible is refused; what is doubtful is only warned of, and a person
decides. Limits are parameters of the campaign; those given here are the defaults of the plan's
reading.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

from duibiao.core.errors import Fact
from duibiao.core.identify.enterprise_size import Size


class Title(StrEnum):
    """Champion titles (五(二)3(1)-4)."""

    UNICORN = "unicorn"
    HIDDEN_CHAMPION = "hidden_champion"
    SINGLE_CHAMPION = "single_champion"
    GAZELLE = "gazelle"
    OTHER = "other"


class Evidence(StrEnum):
    """What a title may rest on."""

    VALUATION_USD = "valuation_usd"  # US dollars
    VALUED_ON = "valued_on"
    SOURCE = "source"
    PRODUCT = "product"
    WORLD_PLACE = "world_place"  # of its product's share of the world market
    LITTLE_KNOWN = "little_known"
    MAIN_SHARE = "main_share"  # percent of revenue from the one product
    ADVANTAGE = "advantage"
    GROWTH = "growth"  # percent a year, the mean of the last three
    KIND = "kind"  # the name of another title


FIELDS: Mapping[Title, tuple[Evidence, ...]] = {
    Title.UNICORN: (Evidence.VALUATION_USD, Evidence.VALUED_ON, Evidence.SOURCE),
    Title.HIDDEN_CHAMPION: (
        *(Evidence.PRODUCT, Evidence.WORLD_PLACE, Evidence.SOURCE, Evidence.LITTLE_KNOWN),
    ),
    Title.SINGLE_CHAMPION: (Evidence.PRODUCT, Evidence.MAIN_SHARE, Evidence.ADVANTAGE),
    Title.GAZELLE: (Evidence.GROWTH, Evidence.SOURCE),
    Title.OTHER: (Evidence.KIND, Evidence.SOURCE),
}
NUMBERS = {Evidence.VALUATION_USD, Evidence.WORLD_PLACE, Evidence.MAIN_SHARE, Evidence.GROWTH}


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleLimits:
    """The parameters of the criteria."""

    unicorn_usd: Decimal = Decimal(1_000_000_000)
    unicorn_years: int = 10
    single_champion_share: Fraction = Fraction(7, 10)
    gazelle_growth: Fraction = Fraction(1, 5)


@dataclass(eq=False)
class EvidenceMissing(Fact):
    """The title needs this to rest on."""

    code: ClassVar[str] = "evidence_missing"
    title: Title
    evidence: Evidence


@dataclass(eq=False)
class EvidenceNotANumber(Fact):
    """A number is expected."""

    code: ClassVar[str] = "evidence_not_a_number"
    evidence: Evidence
    found: str


@dataclass(eq=False)
class NotThatSize(Fact):
    """The title is for small and medium enterprises; the figures say 大型."""

    code: ClassVar[str] = "title_not_that_size"
    title: Title


@dataclass(eq=False)
class NotFirstOrSecond(Fact):
    """A hidden champion is first or second of the world in its product."""

    code: ClassVar[str] = "title_not_first_or_second"
    place: Decimal


@dataclass(eq=False)
class ValuationLow(Fact):
    """A unicorn is worth at least so much."""

    code: ClassVar[str] = "title_valuation_low"
    found: Decimal
    limit: Decimal


@dataclass(eq=False)
class NotYoung(Fact):
    """A unicorn was founded not long ago."""

    code: ClassVar[str] = "title_not_young"
    years: int
    limit: int


@dataclass(eq=False)
class FoundingUnknown(Fact):
    """Whether it is young cannot be told."""

    code: ClassVar[str] = "title_founding_unknown"


@dataclass(eq=False)
class ShareLow(Fact):
    """Not concentrated enough on one product."""

    code: ClassVar[str] = "title_share_low"
    found: Decimal
    limit: str


@dataclass(eq=False)
class GrowthLow(Fact):
    """Not growing fast enough."""

    code: ClassVar[str] = "title_growth_low"
    found: Decimal
    limit: str


@dataclass(frozen=True, slots=True)
class TitleFinding:
    """What forbids the title, and what is only doubtful."""

    refused: tuple[Fact, ...] = ()
    doubtful: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimant:
    """What is known of the enterprise itself."""

    size: str = ""  # 大型 … 微型, empty when unknown
    founded_on: date | None = None


def check_title(
    title: Title,
    evidence: Mapping[str, str],
    claimant: Claimant,
    *,
    today: date,
    limits: TitleLimits | None = None,
) -> TitleFinding:
    """Does the evidence bear the title? Keys are values of Evidence, values as typed."""
    missing: list[Fact] = [
        EvidenceMissing(title, field)
        for field in FIELDS[title]
        if not str(evidence.get(field.value, "")).strip()
    ]
    numbers: dict[Evidence, Decimal] = {}
    for field in NUMBERS & set(FIELDS[title]):
        typed = str(evidence.get(field.value, "")).strip()
        try:
            numbers[field] = _number(typed)
        except InvalidOperation:
            missing += [EvidenceNotANumber(field, typed)] if typed else []
    if missing:
        return TitleFinding(refused=tuple(missing))
    return _RULES[title](numbers, claimant, today, limits or TitleLimits())


def _number(text: str) -> Decimal:
    number = Decimal(text)
    if not number.is_finite():
        raise InvalidOperation
    return number


def _unicorn(
    numbers: Mapping[Evidence, Decimal], claimant: Claimant, today: date, limits: TitleLimits
) -> TitleFinding:
    doubtful: list[Fact] = []
    value = numbers[Evidence.VALUATION_USD]
    if value < limits.unicorn_usd:
        doubtful.append(ValuationLow(value, limits.unicorn_usd))
    if claimant.founded_on is None:
        doubtful.append(FoundingUnknown())
    elif (years := _years(claimant.founded_on, today)) > limits.unicorn_years:
        doubtful.append(NotYoung(years, limits.unicorn_years))
    return TitleFinding(doubtful=tuple(doubtful))


def _hidden_champion(
    numbers: Mapping[Evidence, Decimal], claimant: Claimant, today: date, limits: TitleLimits
) -> TitleFinding:
    refused: list[Fact] = []
    if numbers[Evidence.WORLD_PLACE] not in {Decimal(1), Decimal(2)}:
        refused.append(NotFirstOrSecond(numbers[Evidence.WORLD_PLACE]))
    refused += _not_large(Title.HIDDEN_CHAMPION, claimant)
    return TitleFinding(refused=tuple(refused))


def _single_champion(
    numbers: Mapping[Evidence, Decimal], claimant: Claimant, today: date, limits: TitleLimits
) -> TitleFinding:
    share, limit = numbers[Evidence.MAIN_SHARE], limits.single_champion_share
    low = Fraction(share) < limit * 100
    return TitleFinding(doubtful=(ShareLow(share, _percent(limit)),) if low else ())


def _gazelle(
    numbers: Mapping[Evidence, Decimal], claimant: Claimant, today: date, limits: TitleLimits
) -> TitleFinding:
    growth, limit = numbers[Evidence.GROWTH], limits.gazelle_growth
    low = Fraction(growth) < limit * 100
    return TitleFinding(
        refused=tuple(_not_large(Title.GAZELLE, claimant)),
        doubtful=(GrowthLow(growth, _percent(limit)),) if low else (),
    )


def _other(
    numbers: Mapping[Evidence, Decimal], claimant: Claimant, today: date, limits: TitleLimits
) -> TitleFinding:
    return TitleFinding()


_Rule = Callable[[Mapping[Evidence, Decimal], Claimant, date, TitleLimits], TitleFinding]
_RULES: Mapping[Title, _Rule] = {
    Title.UNICORN: _unicorn,
    Title.HIDDEN_CHAMPION: _hidden_champion,
    Title.SINGLE_CHAMPION: _single_champion,
    Title.GAZELLE: _gazelle,
    Title.OTHER: _other,
}


def _not_large(title: Title, claimant: Claimant) -> list[Fact]:
    return [NotThatSize(title)] if claimant.size == Size.LARGE else []


def _percent(share: Fraction) -> str:
    return f"{float(share * 100):g}%"


def _years(since: date, today: date) -> int:
    """Whole years passed."""
    return today.year - since.year - ((today.month, today.day) < (since.month, since.day))
