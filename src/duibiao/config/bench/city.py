"""A generated city: enterprises in cells, each declaring indicators against scheme clauses.

Every quantity has four or more units, and clause and declaration choose theirs independently.
A clause is normalised by core itself; for a declared line core is asked once for each clause,
unit and circumstance (`columnar.normalise`), and the bounds of the million lines are then the
written values times the exact factors of core's units.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from duibiao.columnar.codes import State
from duibiao.columnar.frames import CLAUSES, DECLARED
from duibiao.columnar.normalise import Normaliser, Pair
from duibiao.core.compare.statement import NotExtracted
from duibiao.core.measure.requirement import (
    Content,
    Limits,
    NotDetected,
    Requirement,
    Silent,
    Terms,
    Unread,
)
from duibiao.core.measure.units import Unit
from duibiao.core.measure.units import unit as find_unit

Array = NDArray[Any]
DISTRICTS, INDUSTRIES = 16, 90
LINES_PER_ENTERPRISE = 20
# As core writes a unit → as Pint writes it. Rows are quantities.
QUANTITIES = (
    {"mg/kg": "mg/kg", "g/kg": "g/kg", "μg/kg": "ug/kg", "mg/g": "mg/g"},
    {"mm": "mm", "cm": "cm", "m": "m", "μm": "um", "in": "inch"},
    {"MPa": "MPa", "kPa": "kPa", "bar": "bar", "N/mm²": "N/mm**2"},
    {"s": "s", "min": "min", "h": "hour", "d": "day"},
    {"kJ": "kJ", "J": "J", "MJ": "MJ", "kW·h": "kW*hour"},
    {"℃": "degC", "K": "kelvin", "℉": "degF", "mK": "millikelvin"},
)
PINT_UNITS = tuple(pint for quantity in QUANTITIES for pint in quantity.values())
UNITS: tuple[Unit, ...] = tuple(find_unit(text) for quantity in QUANTITIES for text in quantity)
QUANTITY_OF = np.array([q for q, quantity in enumerate(QUANTITIES) for _ in quantity])
FACTOR = np.array([float(unit.factor) for unit in UNITS])
OFFSET = np.array([float(unit.offset) for unit in UNITS])
RATIO_SCALE = np.array([unit.scale == "ratio" for unit in UNITS])
UPPER, LOWER, RANGE, NOT_DETECTED, SILENT, UNREAD = range(6)
KIND_SHARES = (0.45, 0.3, 0.19, 0.03, 0.03)  # of clauses: UPPER … SILENT
PLAIN, OTHER_METHOD, OTHER_STATISTIC = range(3)
TERMS = (
    Terms(method="GB/T 1", statistic="mean"),
    Terms(method="ISO 1", statistic="mean"),
    Terms(method="GB/T 1", statistic="max"),
)
# How a declared limit stands to the clause's: 1 is equal, above 1 looser on the side that counts.
STANDINGS = {
    "leader": np.array([0.5, 0.8, 0.9, 1.0]),
    "average": np.array([0.25, 0.8, 0.9, 1.0, 1.0, 1.0, 1.0, 1.1, 1.25, 3.0]),
}
LEADERS = 0.6  # share of enterprises with no shortfall
TROUBLED = 0.15  # share of enterprises with lines that cannot be judged
TEMPERATURE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """The three tables of normalised values every column engine gets, and the written lines."""

    declared: pl.DataFrame
    clauses: pl.DataFrame
    enterprises: pl.DataFrame
    written: pl.DataFrame  # as the enterprise wrote it, with the clause as its standard wrote it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Texts:
    """Clauses or declared lines as written: one array a column."""

    kind: Array
    unit: Array
    low: Array
    high: Array
    low_closed: Array
    high_closed: Array


def build(*, lines: int, clauses: int, seed: int = 2) -> City:
    """A city of so many declared lines (a multiple of 20) against so many clauses."""
    dice = np.random.default_rng(seed)
    demanded = _clauses(dice, clauses)
    enterprises = _enterprises(dice, lines // LINES_PER_ENTERPRISE)
    owner = np.repeat(np.arange(len(enterprises), dtype=np.int32), LINES_PER_ENTERPRISE)
    answers = dice.integers(0, clauses, lines)
    circumstance, stated = _declared(dice, demanded, answers, owner, len(enterprises))
    rows, clause_rows = _normalised(demanded, answers, circumstance, stated)
    weight = dice.integers(1, 21, lines) / 100
    extra = pl.DataFrame({"weight": weight, "enterprise": owner})
    return City(
        declared=pl.concat([rows, extra], how="horizontal"),
        clauses=clause_rows,
        enterprises=enterprises,
        written=_written(demanded, answers, circumstance, stated).hstack(extra),
    )


def _enterprises(dice: np.random.Generator, count: int) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "enterprise": np.arange(count, dtype=np.int32),
            "district": dice.integers(0, DISTRICTS, count).astype(np.int16),
            "industry": dice.integers(0, INDUSTRIES, count).astype(np.int16),
            "plan_in_time": dice.random(count) < 0.5,
        }
    )


def _clauses(dice: np.random.Generator, count: int) -> _Texts:
    """Round limits in units of any quantity."""
    kind = dice.choice(len(KIND_SHARES), count, p=KIND_SHARES)
    unit = dice.integers(0, len(UNITS), count)
    fraction = QUANTITY_OF[unit] == 0
    kind = np.where((kind == NOT_DETECTED) & ~fraction, UPPER, kind)
    limit = np.round(10 + dice.permutation(count) * 0.05, 2)
    low = np.where((kind == LOWER) | (kind == RANGE), limit, -np.inf)
    high = np.where(kind == LOWER, np.inf, np.where(kind == RANGE, 2 * limit, limit))
    return _Texts(
        kind=kind,
        unit=unit,
        low=low,
        high=high,
        low_closed=dice.random(count) < 0.9,
        high_closed=dice.random(count) < 0.9,
    )


def _declared(
    dice: np.random.Generator, clauses: _Texts, answers: Array, owner: Array, enterprises: int
) -> tuple[Array, _Texts]:
    """Lines near their clause, in another unit of its quantity, and now and then in trouble."""
    count = len(answers)
    leader = dice.random(enterprises)[owner] < LEADERS
    trouble = np.where(dice.random(enterprises)[owner] < TROUBLED, dice.random(count), 1.0)
    kind = clauses.kind[answers]
    kind = np.where(kind == SILENT, UPPER, kind)
    kind = np.where(trouble < 0.01, SILENT, np.where(trouble < 0.02, UNREAD, kind))
    circumstance = np.where(trouble > 0.04, PLAIN, np.where(trouble > 0.03, 1, 2))
    circumstance = np.where(kind >= SILENT, PLAIN, circumstance)
    unit = _unit_near(dice, clauses.unit[answers], foreign=(trouble > 0.04) & (trouble < 0.05))
    standing = np.where(
        leader,
        dice.choice(STANDINGS["leader"], count),
        dice.choice(STANDINGS["average"], count),
    )
    flip = dice.random(count) < 0.05
    low, high = _stood(_in_base(clauses, answers), standing, clauses.unit[answers])
    return circumstance, _Texts(
        kind=kind,
        unit=unit,
        low=_printed(low, unit),
        high=_printed(high, unit),
        low_closed=clauses.low_closed[answers] ^ flip,
        high_closed=clauses.high_closed[answers] ^ flip,
    )


def _stood(ends: tuple[Array, Array], standing: Array, unit: Array) -> tuple[Array, Array]:
    """The clause's ends moved inward or outward; a range never closes altogether."""
    low, high = ends
    move = np.where(QUANTITY_OF[unit] == TEMPERATURE, 1 + 0.1 * (standing - 1), standing)
    two_sided = np.isfinite(low) & np.isfinite(high)
    inward = np.where(two_sided, high - low, 0) * (1 - standing) / 3
    return (
        np.where(two_sided, low + inward, low / move),
        np.where(two_sided, high - inward, high * move),
    )


def _unit_near(dice: np.random.Generator, unit: Array, foreign: Array) -> Array:
    """Another unit of the same quantity; of the next quantity where it is to be foreign."""
    first = np.searchsorted(QUANTITY_OF, np.arange(len(QUANTITIES)))
    many = np.bincount(QUANTITY_OF)
    quantity = (QUANTITY_OF[unit] + foreign) % len(QUANTITIES)
    return first[quantity] + dice.integers(0, 1 << 16, len(unit)) % many[quantity]


def _in_base(texts: _Texts, rows: Array) -> tuple[Array, Array]:
    factor, offset = FACTOR[texts.unit[rows]], OFFSET[texts.unit[rows]]
    return texts.low[rows] * factor + offset, texts.high[rows] * factor + offset


def _printed(base: Array, unit: Array) -> Array:
    """The value in its unit with twelve significant digits: what a clerk's spreadsheet holds."""
    value = (base - OFFSET[unit]) / FACTOR[unit]
    finite = np.isfinite(value) & (value != 0)
    places = np.where(finite, 11 - np.floor(np.log10(np.abs(np.where(finite, value, 1.0)))), 0)
    scale = 10.0**places
    return np.where(finite, np.round(np.where(finite, value, 0) * scale) / scale, value)


def _content(texts: _Texts, row: int) -> Content:
    match texts.kind[row]:
        case 3:
            return NotDetected(detection_limit=Decimal(repr(float(texts.high[row]))))
        case 4:
            return Silent()
        case 5:
            return Unread(problem=NotExtracted())
    low, high = (
        Decimal(repr(float(end[row]))) if np.isfinite(end[row]) else None
        for end in (texts.low, texts.high)
    )
    return Limits(
        lo=low,
        hi=high,
        lo_closed=bool(texts.low_closed[row]),
        hi_closed=bool(texts.high_closed[row]),
    )


def _requirement(texts: _Texts, row: int, circumstance: int = PLAIN) -> Requirement:
    text = list(QUANTITIES[QUANTITY_OF[texts.unit[row]]])
    first = int(np.searchsorted(QUANTITY_OF, QUANTITY_OF[texts.unit[row]]))
    unit = text[int(texts.unit[row]) - first]
    return Requirement(text="", content=_content(texts, row), unit=unit, terms=TERMS[circumstance])


def _normalised(
    clauses: _Texts, answers: Array, circumstance: Array, stated: _Texts
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Core decides for one line of each sort (clause, unit, kind, circumstance); the others of
    that sort differ in their bounds only."""
    law = Normaliser()
    sort = ((answers * 8 + stated.kind) * 4 + circumstance) * len(UNITS) + stated.unit
    _, example, same = np.unique(sort, return_index=True, return_inverse=True)
    rows = [
        law.declared(
            Pair(
                _requirement(stated, n, TERMS[circumstance[n]]),
                _requirement(clauses, answers[n], replace(TERMS[PLAIN], edition=f"{answers[n]}")),
            )
        )
        for n in example.tolist()
    ]
    columns = {name: kind for name, kind in DECLARED.items() if name != "weight"}
    decided = pl.DataFrame(rows, schema=columns)
    low, high = _in_base(stated, np.arange(len(answers)))
    absent = stated.kind == NOT_DETECTED
    bounded = (decided["state"].to_numpy() == State.SET)[same]
    frame = decided[same].with_columns(
        lo=np.where(bounded, np.where(absent, 0.0, low), -np.inf),
        hi=np.where(bounded, high, np.inf),
        lo_closed=np.where(bounded, absent | np.isinf(low) | stated.low_closed, True),
        hi_closed=np.where(bounded, ~absent & (np.isinf(high) | stated.high_closed), True),
    )
    return frame.select(list(columns)), pl.DataFrame(law.clauses, schema=CLAUSES)


def _written(clauses: _Texts, answers: Array, circumstance: Array, stated: _Texts) -> pl.DataFrame:
    """One line as texts and numbers, for engines that convert row by row."""
    names = pl.Series(PINT_UNITS)
    return pl.DataFrame(
        {
            "kind": stated.kind,
            "circumstance": circumstance,
            "unit": names[stated.unit],
            "low": stated.low,
            "high": stated.high,
            "low_closed": stated.low_closed,
            "high_closed": stated.high_closed,
            "b_kind": clauses.kind[answers],
            "b_unit": names[clauses.unit[answers]],
            "b_low": clauses.low[answers],
            "b_high": clauses.high[answers],
            "b_low_closed": clauses.low_closed[answers],
            "b_high_closed": clauses.high_closed[answers],
            "ratio": RATIO_SCALE[stated.unit] & RATIO_SCALE[clauses.unit[answers]],
        }
    )
