"""Rules about key technical indicators (五(二)2(2)-3, 五(四)3(1)-2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from duibiao.core.errors import Fact
from duibiao.core.measure.read import NO_UNIT, read
from duibiao.core.measure.requirement import (
    Limits,
    NotDetected,
    Pieces,
    Requirement,
    Silent,
    Unread,
)
from duibiao.core.measure.units import unit as unit_of
from duibiao.core.report.filing import BetterWhen, Characteristic, FiledIndicator, Filing
from duibiao.core.report.findings import FilingRule as R
from duibiao.core.report.findings import Found, Gravity, Thing, rule

BLOCK, WARN, NOTE = Gravity.BLOCK, Gravity.WARN, Gravity.NOTE
FAR = 10  # times better than demanded: worth a second look (五(四)3(1)-2)
VALUES = ("stipulated", "promised", "measured")


def read_value(text: str, unit: str) -> Requirement | None:
    """A value as the grammar reads it; None when nothing was written."""
    return read(text, unit=unit or None) if text.strip() else None


def _on(indicator: FiledIndicator, field: str, *detail: Fact) -> Found:
    return Found(indicator.name, Thing.INDICATOR, indicator.id, field, detail)


def _is_quantity(indicator: FiledIndicator) -> bool:
    return indicator.characteristic == Characteristic.QUANTITATIVE


@rule(R.INDICATOR_UNNAMED, BLOCK)
def unnamed(filing: Filing) -> Iterator[Found]:
    """An indicator has a name."""
    yield from (_on(i, "name") for i in filing.indicators if not i.name.strip())


@rule(R.INDICATOR_TWICE, BLOCK)
def twice(filing: Filing) -> Iterator[Found]:
    """One row per indicator of a product and standard."""
    counted = Counter((i.product, i.standard, i.name.strip()) for i in filing.indicators)
    for indicator in filing.indicators:
        name = indicator.name.strip()
        if name and counted[indicator.product, indicator.standard, name] > 1:
            yield _on(indicator, "name")


@rule(R.STANDARD_UNNAMED, BLOCK)
def standard_unnamed(filing: Filing) -> Iterator[Found]:
    """An indicator comes from one of the executed standards."""
    known = {standard.id for standard in filing.standards}
    yield from (_on(i, "standard") for i in filing.indicators if i.standard not in known)


@rule(R.UNIT_MISSING, BLOCK)
def unit_missing(filing: Filing) -> Iterator[Found]:
    """A quantity has a unit; one without dimension says so with 1."""
    for indicator in filing.indicators:
        if _is_quantity(indicator) and not indicator.unit.strip():
            yield _on(indicator, "unit")


@rule(R.UNIT_UNKNOWN, WARN)
def unit_unknown(filing: Filing) -> Iterator[Found]:
    """A unit that is not known is kept, and explained."""
    for indicator in filing.indicators:
        written = indicator.unit.strip()
        if not _is_quantity(indicator) or written in NO_UNIT:
            continue
        try:
            unit_of(written)
        except Fact as problem:
            yield _on(indicator, "unit", problem)


@rule(R.DIRECTION_MISSING, BLOCK)
def direction_missing(filing: Filing) -> Iterator[Found]:
    """Which way is better is said, never guessed."""
    yield from (_on(i, "direction") for i in filing.indicators if not i.direction)


@rule(R.VALUE_MISSING, BLOCK)
def value_missing(filing: Filing) -> Iterator[Found]:
    """What the standard demands is there."""
    yield from (_on(i, "stipulated") for i in filing.indicators if not i.stipulated.strip())


@rule(R.NOT_A_NUMBER, BLOCK)
def not_a_number(filing: Filing) -> Iterator[Found]:
    """A quantity is written as numbers that can be read."""
    for indicator in filing.indicators:
        if not _is_quantity(indicator):
            continue
        for field in VALUES:
            value = read_value(getattr(indicator, field), indicator.unit)
            if value is not None and not _numeric(value):
                content = value.content
                detail = (content.problem,) if isinstance(content, Unread) else ()
                yield _on(indicator, field, *detail)


def _numeric(value: Requirement) -> bool:
    content = value.content
    if isinstance(content, Pieces):
        return all(_numeric(item.requirement) for item in content.items)
    return isinstance(content, (Limits, NotDetected, Silent))


@rule(R.METHOD_MISSING, BLOCK)
def method_missing(filing: Filing) -> Iterator[Found]:
    """How it is tested is said: a standard's number."""
    yield from (_on(i, "method") for i in filing.indicators if not i.method.strip())


@rule(R.NO_OWN_VALUE, NOTE)
def no_own_value(filing: Filing) -> Iterator[Found]:
    """What the enterprise promises or measured; it will be needed for the comparison."""
    for indicator in filing.indicators:
        if not indicator.promised.strip() and not indicator.measured.strip():
            yield _on(indicator, "promised")


@rule(R.DIRECTION_CONTRADICTS, WARN, since=2)
def direction_contradicts(filing: Filing) -> Iterator[Found]:
    """Larger is better, but the standard sets an upper limit; or the other way round."""
    for indicator in filing.indicators:
        limits = _limits(indicator, "stipulated")
        if limits is None:
            continue
        upper_only = limits.lo is None and limits.hi is not None
        lower_only = limits.hi is None and limits.lo is not None
        if (indicator.direction == BetterWhen.LARGER and upper_only) or (
            indicator.direction == BetterWhen.SMALLER and lower_only
        ):
            yield _on(indicator, "direction")


@rule(R.FAR_BEYOND, WARN, since=2)
def far_beyond(filing: Filing) -> Iterator[Found]:
    """Ten times better than the standard demands: right, or a wrong unit?"""
    for indicator in filing.indicators:
        demanded = _limits(indicator, "stipulated")
        for field in ("promised", "measured"):
            own = _limits(indicator, field)
            if demanded and own and _ratio(indicator.direction, demanded, own) >= FAR:
                yield _on(indicator, field)


def _limits(indicator: FiledIndicator, field: str) -> Limits | None:
    """The limits of a quantity in its own unit; a text that names another is not compared."""
    if not _is_quantity(indicator):
        return None
    value = read_value(getattr(indicator, field), indicator.unit)
    if value is None or not isinstance(value.content, Limits):
        return None
    same_unit = (value.unit or "") == ("" if indicator.unit in NO_UNIT else indicator.unit)
    return value.content if same_unit else None


def _ratio(direction: str, demanded: Limits, own: Limits) -> Decimal:
    """How many times better than demanded; 0 where that has no meaning."""
    if direction == BetterWhen.LARGER:
        least, reached = demanded.lo, own.lo
    elif direction == BetterWhen.SMALLER:
        least, reached = own.hi, demanded.hi
    else:
        return Decimal(0)
    return reached / least if least and reached and least > 0 else Decimal(0)
