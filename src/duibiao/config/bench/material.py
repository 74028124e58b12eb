"""A city's worth of invented declarations: the tables every engine of the benchmark gets.

Values are written in four units a quantity and stored with the bounds normalised once, as the
platform stores them. Everything follows from one seed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from duibiao.columnar.codes import OPEN, RULES, UNIT_NOT_KNOWN, Sides, State
from duibiao.core.compare.relation import Rule
from duibiao.core.measure.units import unit

Array = NDArray[Any]
DISTRICTS, INDUSTRIES = 16, 90
SEED = 313
# Quantity: units as a standard prints them and as Pint writes them.
QUANTITIES = (
    (("mg/kg", "mg/kg"), ("g/kg", "g/kg"), ("μg/kg", "ug/kg"), ("kg/t", "kg/metric_ton")),
    (("mm", "mm"), ("cm", "cm"), ("m", "m"), ("in", "inch"), ("μm", "um")),
    (("mg/L", "mg/L"), ("μg/L", "ug/L"), ("g/L", "g/L"), ("g/m³", "g/m**3")),
    (("MPa", "MPa"), ("kPa", "kPa"), ("N/mm²", "N/mm**2"), ("bar", "bar")),
    (("h", "hour"), ("min", "minute"), ("s", "second"), ("d", "day")),
    (("kW·h", "kW*hour"), ("MJ", "MJ"), ("kJ", "kJ"), ("W·h", "W*hour")),
)
PRINTED = tuple(printed for units in QUANTITIES for printed, _ in units)
PINT = tuple(pint for units in QUANTITIES for _, pint in units)
_QUANTITY = np.array([q for q, units in enumerate(QUANTITIES) for _ in units])
_FIRST = np.array([0, *np.cumsum([len(units) for units in QUANTITIES])[:-1]])
_COUNT = np.array([len(units) for units in QUANTITIES])
# How often a side is of each state, and a limit of each shape.
_DECLARED_STATES = (
    (State.SET, 0.987),
    (State.SILENT, 0.01),
    (State.UNREAD, 0.002),
    (State.NO_DETECTION_LIMIT, 0.001),
)
_CLAUSE_STATES = (
    (State.SET, 0.966),
    (State.SILENT, 0.03),
    (State.UNREAD, 0.002),
    (State.NO_DETECTION_LIMIT, 0.002),
)
_SHAPES = ((Sides.UPPER, 0.5), (Sides.LOWER, 0.25), (Sides.BOTH, 0.25))
_GATES = (
    (OPEN, 0.997),
    (RULES[Rule.METHOD_DIFFERS], 0.002),
    (RULES[Rule.CONDITION_DIFFERS], 0.001),
)
_STRAY = 0.002  # declared in a unit of another quantity
_UNKNOWN = 0.001  # declared in a unit nobody knows
# The declared limit over the clause's, for strong and weak enterprises; 1 meets it exactly.
_STRONG = np.array([0.5, 0.8, 0.9, 0.95, 1.0, 1.0])
_WEAK = np.array([0.8, 0.9, 1.0, 1.0, 1.1, 1.25])


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything."""

    declared: int = 1_000_000
    clauses: int = 2_000
    enterprises: int = 50_000
    pint_rows: int = 20_000
    repetitions: int = 7


@dataclass(frozen=True, slots=True)
class Material:
    """The tables: declared and clauses normalised; as_written the same rows in their own units
    (bounds written_lo, written_hi, and `unit`, a place in PRINTED and PINT)."""

    declared: pl.DataFrame
    clauses: pl.DataFrame
    enterprises: pl.DataFrame
    declared_written: pl.DataFrame
    clauses_written: pl.DataFrame

    def head(self, enterprises: int) -> Material:
        """Only the first enterprises."""
        kept = pl.col("enterprise") < enterprises
        chosen = self.declared["enterprise"] < enterprises
        return Material(
            self.declared.filter(chosen),
            self.clauses,
            self.enterprises.filter(kept),
            self.declared_written.filter(chosen),
            self.clauses_written,
        )


def make(size: Size) -> Material:
    """Invent the tables of this size."""
    chance = np.random.default_rng(SEED)
    factors = np.array([float(unit(text).factor) for text in PRINTED])
    clauses, clauses_written, limits = _clauses(chance, size.clauses, factors)
    declared, declared_written = _declared(chance, size, limits, factors)
    n = np.arange(size.enterprises)
    enterprises = pl.DataFrame(
        {
            "enterprise": n.astype(np.int32),
            "district": chance.integers(0, DISTRICTS, n.size).astype(np.int16),
            "industry": chance.integers(0, INDUSTRIES, n.size).astype(np.int16),
            "plan_in_time": chance.random(n.size) < 0.5,
        }
    )
    return Material(declared, clauses, enterprises, declared_written, clauses_written)


@dataclass(frozen=True, slots=True)
class _Limits:
    """What declarations gather around: the clause's quantity, shape and limits in the base unit."""

    quantity: Array
    shape: Array
    lo: Array
    hi: Array


def _clauses(
    chance: np.random.Generator, count: int, factors: Array
) -> tuple[pl.DataFrame, pl.DataFrame, _Limits]:
    units = chance.integers(0, len(PRINTED), count)
    shape = _pick(chance, _SHAPES, count)
    limit = chance.integers(1, 400, count) / 4
    lo = np.where(shape == Sides.UPPER, -np.inf, limit)
    hi = np.where(shape == Sides.LOWER, np.inf, np.where(shape == Sides.BOTH, limit * 2, limit))
    state = _pick(chance, _CLAUSE_STATES, count)
    written = pl.DataFrame({"unit": units, "written_lo": lo, "written_hi": hi})
    limits = _Limits(_QUANTITY[units], shape, lo * factors[units], hi * factors[units])
    frame = _side(chance, np.arange(count), state, limits.quantity + 1, limits.lo, limits.hi)
    return frame, written, limits


def _declared(
    chance: np.random.Generator, size: Size, limits: _Limits, factors: Array
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Each row answers a clause, near its limits, in any unit of its quantity. Rows lie
    together by enterprise, as records are stored."""
    count = size.declared
    clause = chance.integers(0, size.clauses, count)
    strays = chance.random(count) < _STRAY
    quantity = (limits.quantity[clause] + strays) % len(QUANTITIES)
    units = _FIRST[quantity] + chance.integers(0, 1 << 30, count) % _COUNT[quantity]
    enterprise = (np.arange(count) * size.enterprises // count).astype(np.int32)
    strong = chance.random(size.enterprises)[enterprise] < 0.5
    step = np.where(strong, chance.choice(_STRONG, count), chance.choice(_WEAK, count))
    lo, hi = limits.lo[clause] / step, limits.hi[clause] * step
    # A declaration's digits are those printed in its unit; the stored bound comes from them.
    written_lo, written_hi = (np.round(end / factors[units], 12) for end in (lo, hi))
    low, high = np.minimum(written_lo, written_hi), np.maximum(written_lo, written_hi)
    frame = _side(
        chance, clause, _pick(chance, _DECLARED_STATES, count), quantity + 1,
        low * factors[units], high * factors[units],
    ).with_columns(
        pl.Series("gate", _pick(chance, _GATES, count), dtype=pl.Int8),
        pl.Series("ratio", np.ones(count, dtype=bool)),
        pl.Series("weight", chance.integers(1, 20, count) / 100),
        pl.Series("enterprise", enterprise),
    )  # fmt: skip
    unknown = pl.Series(chance.random(count) < _UNKNOWN)
    frame = frame.with_columns(
        quantity=pl.when(unknown).then(UNIT_NOT_KNOWN).otherwise("quantity").cast(pl.Int16)
    )
    return frame, pl.DataFrame({"unit": units, "written_lo": low, "written_hi": high})


def _side(
    chance: np.random.Generator,
    clause: Array,
    state: Array,
    quantity: Array,
    lo: Array,
    hi: Array,
) -> pl.DataFrame:
    bounded_lo, bounded_hi = np.isfinite(lo), np.isfinite(hi)
    point = lo == hi
    return pl.DataFrame(
        {
            "clause": clause.astype(np.int32),
            "state": state.astype(np.int8),
            "quantity": quantity.astype(np.int16),
            "sides": (bounded_hi * Sides.UPPER + bounded_lo * Sides.LOWER).astype(np.int8),
            "lo": lo,
            "lo_closed": ~bounded_lo | point | (chance.random(lo.size) < 0.8),
            "hi": hi,
            "hi_closed": ~bounded_hi | point | (chance.random(lo.size) < 0.8),
        }
    )


def _pick(chance: np.random.Generator, shares: tuple[tuple[int, float], ...], count: int) -> Array:
    codes, weights = zip(*shares, strict=True)
    return chance.choice(np.array(codes, dtype=np.int8), count, p=np.array(weights))
