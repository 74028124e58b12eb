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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    numbers: Mapping[Evidence, Decimal]
    claimant: Claimant
    today: date
    limits: TitleLimits


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
        if not evidence.get(field.value, "").strip()
    ]
    numbers: dict[Evidence, Decimal] = {}
    for field in [one for one in FIELDS[title] if one in NUMBERS]:
        typed = evidence.get(field.value, "").strip()
        number = _number(typed)
        if number is not None:
            numbers[field] = number
        elif typed:
            missing.append(EvidenceNotANumber(field, typed))
    if missing:
        return TitleFinding(refused=tuple(missing))
    rule = _RULES.get(title)
    claim = _Claim(numbers=numbers, claimant=claimant, today=today, limits=limits or TitleLimits())
    return rule(claim) if rule else TitleFinding()


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _unicorn(claim: _Claim) -> TitleFinding:
    doubtful: list[Fact] = []
    value, limits, founded = (
        claim.numbers[Evidence.VALUATION_USD],
        claim.limits,
        claim.claimant.founded_on,
    )
    if value < limits.unicorn_usd:
        doubtful.append(ValuationLow(value, limits.unicorn_usd))
    if founded is None:
        doubtful.append(FoundingUnknown())
    elif (years := _years(founded, claim.today)) > limits.unicorn_years:
        doubtful.append(NotYoung(years, limits.unicorn_years))
    return TitleFinding(doubtful=tuple(doubtful))


def _hidden_champion(claim: _Claim) -> TitleFinding:
    refused = _not_large(Title.HIDDEN_CHAMPION, claim.claimant)
    place = claim.numbers[Evidence.WORLD_PLACE]
    if place not in {Decimal(1), Decimal(2)}:
        refused.append(NotFirstOrSecond(place))
    return TitleFinding(refused=tuple(refused))


def _single_champion(claim: _Claim) -> TitleFinding:
    share, limit = claim.numbers[Evidence.MAIN_SHARE], claim.limits.single_champion_share
    low = Fraction(share) < limit * 100
    return TitleFinding(doubtful=(ShareLow(share, _percent(limit)),) if low else ())


def _gazelle(claim: _Claim) -> TitleFinding:
    growth, limit = claim.numbers[Evidence.GROWTH], claim.limits.gazelle_growth
    low = Fraction(growth) < limit * 100
    return TitleFinding(
        refused=tuple(_not_large(Title.GAZELLE, claim.claimant)),
        doubtful=(GrowthLow(growth, _percent(limit)),) if low else (),
    )


_RULES: Mapping[Title, Callable[[_Claim], TitleFinding]] = {
    Title.UNICORN: _unicorn,
    Title.HIDDEN_CHAMPION: _hidden_champion,
    Title.SINGLE_CHAMPION: _single_champion,
    Title.GAZELLE: _gazelle,
}


def _not_large(title: Title, claimant: Claimant) -> list[Fact]:
    return [NotThatSize(title)] if claimant.size == Size.LARGE else []


def _percent(share: Fraction) -> str:
    percent = Decimal(100 * share.numerator) / share.denominator
    return f"{round(percent, 2).normalize():f}%"


def _years(since: date, today: date) -> int:
    """Whole years passed."""
    return today.year - since.year - ((today.month, today.day) < (since.month, since.day))
