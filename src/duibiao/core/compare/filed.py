"""From what an enterprise filed for a product to a scheme's judgement of it: the one way.

A filing is not made for a scheme, so two things are asked first:

- does the scheme fit the product? By name: the product's name ends with the scheme's (the noun
  stands last: 某牌电动自行车). Else by class: the product's class of GB/T 4754 lies within the
  scheme's, and at least one of its indicators is surely one of the scheme's.
- which of its indicators is which of the scheme's? Only what is sure is judged; what is only
  likely is named and left to a person (core/identify/indicator_name).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from duibiao.core.compare.declaration import Declaration, DeclaredLine, Plan
from duibiao.core.compare.judge import Judgement, Policy, judge
from duibiao.core.compare.scheme import Indicator, Scheme
from duibiao.core.identify.indicator_name import Certainty, Ranking, rank
from duibiao.core.identify.industry import UnknownIndustry, industry

BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
Candidates = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredValue:
    """One indicator of a filing, as written."""

    key: str
    name: str
    text: str | None
    unit: str | None = None
    method: str | None = None
    standard: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredProduct:
    """A product of a filing: its class of GB/T 4754 (its own, else its enterprise's), its
    indicators, its improvement plan if there is one."""

    key: str
    name: str
    class_code: str = ""
    values: tuple[DeclaredValue, ...] = ()
    plan: Plan | None = None
    enterprise: str | None = None


class Fit(StrEnum):
    """Why a scheme is for a product."""

    BY_NAME = "by_name"
    BY_CLASS = "by_class"


class NotJudged(StrEnum):
    """Why a product takes no part in a scheme's figures."""

    NOT_HANDED_IN = "not_handed_in"
    OTHER_PRODUCT = "other_product"
    NO_INDICATOR = "no_indicator"  # the scheme's product, but none of its indicators


class Unplaced(StrEnum):
    """Why a declared indicator is none of the scheme's."""

    NOT_IN_SCHEME = "not_in_scheme"
    UNCERTAIN = "uncertain"
    REPEATED = "repeated"  # the filing states the scheme's indicator twice


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a declared indicator is in a scheme: one of its indicators, or why none."""

    indicator: Indicator | None = None
    unplaced: Unplaced | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductVerdict:
    """A product under a scheme: judged, or not judged because."""

    product: DeclaredProduct
    fit: Fit | None = None
    judgement: Judgement | None = None
    not_judged: NotJudged | None = None
    meanings: Mapping[str, Meaning] = field(default_factory=dict)


def judge_product(
    scheme: Scheme, product: DeclaredProduct, policy: Policy | None = None
) -> ProductVerdict:
    """Judge a filed product by a scheme, if the scheme is for it."""
    named = fits_by_name(scheme, product)
    if not named and not fits_by_class(scheme, product):
        return ProductVerdict(product=product, not_judged=NotJudged.OTHER_PRODUCT)
    found = meanings(scheme, product)
    placed = any(one.indicator for one in found.values())
    if not placed:
        reason = NotJudged.NO_INDICATOR if named else NotJudged.OTHER_PRODUCT
        return ProductVerdict(product=product, not_judged=reason, meanings=found)
    return ProductVerdict(
        product=product,
        fit=Fit.BY_NAME if named else Fit.BY_CLASS,
        judgement=judge(scheme, declaration_of(product, found), policy),
        meanings=found,
    )


def fits_by_name(scheme: Scheme, product: DeclaredProduct) -> bool:
    """Does the product's name end with the scheme's, apart from brackets and spaces?"""
    wanted, name = _bare(scheme.product), _bare(product.name)
    return bool(wanted) and name.endswith(wanted)


def fits_by_class(scheme: Scheme, product: DeclaredProduct) -> bool:
    """Does the product's class lie within the scheme's? A coarser class says nothing."""
    try:
        group = industry(scheme.industry_code)
        return industry(product.class_code).within(group.digits or group.section)
    except UnknownIndustry:
        return False


def meanings(scheme: Scheme, product: DeclaredProduct) -> dict[str, Meaning]:
    """What each of the product's indicators is in the scheme. An indicator stated twice with
    different values is taken from neither; stated twice alike, from the first."""
    found = {value.key: meaning(scheme, value.name) for value in product.values}
    groups: dict[str, list[DeclaredValue]] = {}
    for value in product.values:
        meant = found[value.key].indicator
        if meant is not None:
            groups.setdefault(meant.id, []).append(value)
    for group in groups.values():
        alike = len({(one.text, one.unit, one.method) for one in group}) == 1
        for value in group[1:] if alike else group if len(group) > 1 else ():
            found[value.key] = Meaning(unplaced=Unplaced.REPEATED)
    return found


def meaning(scheme: Scheme, name: str) -> Meaning:
    """Which of the scheme's indicators a name surely means."""
    ranking = _ranked(name, scheme.product, _candidates(scheme))
    if ranking.certainty is Certainty.NONE:
        return Meaning(unplaced=Unplaced.NOT_IN_SCHEME)
    best = ranking.best.name if ranking.best else None
    meant = [one for one in scheme.indicators if one.name == best]
    if len(meant) == 1:
        return Meaning(indicator=meant[0])
    likely = tuple(r.name for r in ranking.ranked if r.match.uncertain or r.match.same)
    return Meaning(unplaced=Unplaced.UNCERTAIN, candidates=likely)


def declaration_of(product: DeclaredProduct, found: Mapping[str, Meaning]) -> Declaration:
    """The filing as the engine takes it: one line per indicator of the scheme that is stated."""
    lines = [
        line_of(value, meant) for value in product.values if (meant := found[value.key].indicator)
    ]
    return Declaration(
        lines=tuple(lines), product=product.name, enterprise=product.enterprise, plan=product.plan
    )


def line_of(value: DeclaredValue, indicator: Indicator) -> DeclaredLine:
    """A declared value as a line for an indicator."""
    return DeclaredLine(
        indicator_id=indicator.id,
        text=value.text or None,
        unit=value.unit or None,
        method=value.method or None,
        standard=value.standard or None,
    )


def _bare(name: str) -> str:
    return re.sub(r"\s", "", BRACKETS.sub("", name))


def _candidates(scheme: Scheme) -> Candidates:
    return tuple((one.name, one.synonyms) for one in scheme.indicators)


@lru_cache(maxsize=20_000)  # the same few names come back for every enterprise
def _ranked(name: str, product: str, candidates: Candidates) -> Ranking:
    return rank(name, dict(candidates), product=product)
