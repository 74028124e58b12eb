"""Size of an enterprise: derived from its industry and figures, never entered.

Source: 统计上大中小微型企业划分办法（2017）, 国统字〔2017〕213号. Each indicator
of the industry group reaches a class; the lowest of them is the size.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, ClassVar

from duibiao.core.errors import Fact
from duibiao.core.identify.industry import Industry, industry


class Size(StrEnum):
    """The four classes, largest first."""

    LARGE = "大型"
    MEDIUM = "中型"
    SMALL = "小型"
    MICRO = "微型"


class Figure(StrEnum):
    """What is measured: persons at the year's end, 万元 revenue, 万元 total assets."""

    EMPLOYEES = "employees"
    REVENUE = "revenue"
    ASSETS = "assets"


class NoSize(StrEnum):
    """Why there is no size."""

    RAILWAYS = "railways"
    FINANCE = "finance"
    EDUCATION = "education"
    HEALTH = "health"
    PUBLIC_ADMINISTRATION = "public_administration"
    INTERNATIONAL_ORGANISATIONS = "international_organisations"
    OWN_REAL_ESTATE = "own_real_estate"
    INDUSTRY_TOO_WIDE = "industry_too_wide"  # F alone does not say wholesale or retail
    MISSING_FIGURES = "missing_figures"


@dataclass(eq=False)
class NegativeFigure(Fact):
    """Persons, revenue and assets are never below zero."""

    code: ClassVar[str] = "negative_figure"
    figure: str
    value: Decimal


@dataclass(eq=False)
class FigureNotFinite(Fact):
    """An infinite or undefined number among the figures."""

    code: ClassVar[str] = "figure_not_finite"
    figure: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Group:
    """An industry group with the lower limits of 大型, 中型, 小型 for each of its figures."""

    name: str
    codes: tuple[str, ...]
    limits: Mapping[Figure, tuple[Decimal, Decimal, Decimal]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeFinding:
    """`size`, or the reason there is none; then `at_most` bounds it as far as figures are known."""

    group: str | None
    size: Size | None = None
    at_most: Size | None = None
    reason: NoSize | None = None
    missing: tuple[Figure, ...] = ()

    @property
    def is_sme(self) -> bool | None:
        """Not large. None = unknown.

        中小企业 includes the micro ones: SME Promotion Law (2017), article 2.
        """
        known = self.size or self.at_most
        if known is None or (self.size is None and known is Size.LARGE):
            return None
        return known is not Size.LARGE


def classify(
    industry_code: str,
    *,
    employees: Decimal | None = None,
    revenue_wan: Decimal | None = None,
    assets_wan: Decimal | None = None,
) -> SizeFinding:
    """The size class; None means not known and is never taken as zero. Money in 万元.

    A figure in the micro band decides alone; otherwise every figure of the group is needed.
    Raises UnknownIndustry, NegativeFigure, FigureNotFinite.
    """
    code = industry(industry_code)
    figures = {
        Figure.EMPLOYEES: employees,
        Figure.REVENUE: revenue_wan,
        Figure.ASSETS: assets_wan,
    }
    _sound(figures)
    group = group_of(code)
    if isinstance(group, NoSize):
        return SizeFinding(group=None, reason=group)
    return _lowest(group, figures)


def group_of(code: Industry) -> Group | NoSize:
    """The group of an industry code, or why it has none."""
    for group in groups():
        if any(code.within(part) for part in group.codes):
            return group
    for codes, reason in outside():
        if any(code.within(part) for part in codes):
            return reason
    return NoSize.INDUSTRY_TOO_WIDE


def _sound(figures: Mapping[Figure, Decimal | None]) -> None:
    for figure, value in figures.items():
        if value is not None and not value.is_finite():
            raise FigureNotFinite(figure.value, value)
        if value is not None and value < 0:
            raise NegativeFigure(figure.value, value)


def _lowest(group: Group, figures: Mapping[Figure, Decimal | None]) -> SizeFinding:
    reached = [
        _reached(value, limits)
        for figure, limits in group.limits.items()
        if (value := figures[figure]) is not None
    ]
    missing = tuple(figure for figure in group.limits if figures[figure] is None)
    lowest = max(reached, key=list(Size).index, default=None)
    if missing and lowest is not Size.MICRO:
        return SizeFinding(
            group=group.name, at_most=lowest, reason=NoSize.MISSING_FIGURES, missing=missing
        )
    return SizeFinding(group=group.name, size=lowest)


def _reached(value: Decimal, limits: tuple[Decimal, Decimal, Decimal]) -> Size:
    for size, limit in zip(Size, limits, strict=False):
        if value >= limit:
            return size
    return Size.MICRO


@cache
def groups() -> tuple[Group, ...]:
    """The sixteen groups of the method."""
    return tuple(
        Group(
            name=one["name"],
            codes=tuple(one["codes"]),
            limits={
                figure: (Decimal(large), Decimal(medium), Decimal(small))
                for figure in Figure
                if figure.value in one
                for large, medium, small in [one[figure.value]]
            },
        )
        for one in _table()["group"]
    )


@cache
def outside() -> tuple[tuple[tuple[str, ...], NoSize], ...]:
    """The codes the method does not cover, with the reason."""
    return tuple((tuple(one["codes"]), NoSize(one["reason"])) for one in _table()["outside"])


@cache
def _table() -> dict[str, Any]:
    source = files(__package__).joinpath("enterprise_size.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)
