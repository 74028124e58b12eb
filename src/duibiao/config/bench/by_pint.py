"""Baseline (a): one row after the other through Pint, as a careful script would do it.

Units are looked up once and kept; each row converts its bounds into the clause's unit, compares
them and scores. It stands for all rows by a sample, told with the figures.
"""

from __future__ import annotations

import math
from typing import Any

import pint
import polars as pl

from duibiao.columnar.codes import OPEN, RULES, UNIT_NOT_KNOWN, State
from duibiao.columnar.relation import BEST_BONUS, NOISE
from duibiao.config.bench.material import PINT, Material
from duibiao.core.compare.outcome import Outcome
from duibiao.core.compare.relation import Rule

_RELATIONS = ("stricter", "equal", "looser", "incomparable", "unknown")
Row = dict[str, Any]


class Pint:
    """Holds the rows as written, with Pint's units."""

    def __init__(self, material: Material) -> None:
        registry: Any = pint.UnitRegistry()
        self._units = [registry.Unit(text) for text in PINT]
        self._quantity = registry.Quantity
        self._declared, self._clauses = (
            pl.concat(tables, how="horizontal").to_dicts()
            for tables in (
                (material.declared, material.declared_written),
                (material.clauses, material.clauses_written),
            )
        )
        self._enterprises = {row["enterprise"]: row for row in material.enterprises.to_dicts()}

    def __call__(self) -> pl.DataFrame:
        """District × industry."""
        records: dict[int, Row] = {}
        for line in self._declared:
            clause = self._clauses[line["clause"]]
            record = records.setdefault(line["enterprise"], _new_record())
            _count(record, line["weight"], clause, *self._judge(line, clause))
        return _cells(records, self._enterprises)

    def _judge(self, a: Row, b: Row) -> tuple[int, float | None]:
        """The rule and the gap ratio of one line."""
        rule = _before_numbers(a, b)
        if rule is not None:
            return rule, None
        unit = self._units[b["unit"]]
        try:
            lo, hi = (self._in(a[end], a["unit"], unit) for end in ("written_lo", "written_hi"))
        except pint.DimensionalityError:
            return RULES[Rule.UNIT_INCOMMENSURABLE], None
        if State.NO_DETECTION_LIMIT in (a["state"], b["state"]):
            return RULES[Rule.LOD_MISSING], None
        return _compare(a, lo, hi, b)

    def _in(self, value: float, unit: int, target: pint.Unit) -> float:
        if math.isinf(value):
            return value
        converted: float = self._quantity(value, self._units[unit]).to(target).magnitude
        return converted


def _before_numbers(a: Row, b: Row) -> int | None:
    if State.UNREAD in (a["state"], b["state"]):
        return RULES[Rule.NOT_READ]
    if a["gate"] != OPEN:
        return int(a["gate"])
    if a["state"] == b["state"] == State.SILENT:
        return RULES[Rule.BOTH_SILENT]
    if a["state"] == State.SILENT:
        return RULES[Rule.MISSING_IN_A]
    if b["state"] == State.SILENT:
        return RULES[Rule.MISSING_IN_B]
    return RULES[Rule.UNIT_UNKNOWN] if a["quantity"] == UNIT_NOT_KNOWN else None


def _compare(a: Row, lo: float, hi: float, b: Row) -> tuple[int, float | None]:
    at_lo, at_hi = b["written_lo"], b["written_hi"]
    low, high = _order(lo, at_lo), -_order(hi, at_hi)
    a_low, b_low = a["lo_closed"], b["lo_closed"]
    a_high, b_high = a["hi_closed"], b["hi_closed"]
    a_in_b = (low > 0 or (low == 0 and (b_low or not a_low))) and (
        high > 0 or (high == 0 and (b_high or not a_high))
    )
    b_in_a = (low < 0 or (low == 0 and (a_low or not b_low))) and (
        high < 0 or (high == 0 and (a_high or not b_high))
    )
    if not (a_in_b or b_in_a):
        return RULES[Rule.SETS_CROSS], None
    inner = Rule.SETS_EQUAL if b_in_a else Rule.A_INSIDE_B
    return RULES[inner if a_in_b else Rule.B_INSIDE_A], _gap(lo, hi, at_lo, at_hi)


def _order(x: float, y: float) -> int:
    """1, 0, −1 as x lies above, at, below y."""
    if x == y or abs(x - y) <= NOISE * min(abs(x), abs(y)):
        return 0
    return 1 if x > y else -1


def _gap(lo: float, hi: float, at_lo: float, at_hi: float) -> float | None:
    if math.isinf(at_lo):
        short, size = hi - at_hi, abs(at_hi)
    elif math.isinf(at_hi):
        short, size = at_lo - lo, abs(at_lo)
    else:
        short, size = (hi - at_hi) + (at_lo - lo), at_hi - at_lo
    return short / size if size > 0 and math.isfinite(short) else None


def _new_record() -> Row:
    counts = dict.fromkeys((*_RELATIONS, "extra"), 0)
    return {**counts, "points": 0.0, "decided": 0.0, "above": 0.0}


def _count(record: Row, weight: float, clause: Row, rule: int, gap: float | None) -> None:
    if clause["state"] == State.SILENT:
        record["extra"] += 1
        return
    relation = rule // 16
    record[_RELATIONS[relation]] += 1
    if relation > 2:
        return
    if relation == 2:
        score = 1 - min(max(1.0 if gap is None else gap, 0.0), 1.0)
    else:
        score = 1 + BEST_BONUS * min(max(0.0 if gap is None else -gap, 0.0), 1.0)
    record["points"] += weight * score
    record["decided"] += weight
    record["above"] += weight if relation == 0 else 0.0


def _cells(records: dict[int, Row], enterprises: dict[int, Row]) -> pl.DataFrame:
    cells: dict[tuple[int, int], Row] = {}
    for number, record in records.items():
        place = enterprises[number]
        key = (place["district"], place["industry"])
        cell = cells.setdefault(key, _new_cell(*key))
        cell["records"] += 1
        cell[_outcome(record, planned=place["plan_in_time"])] += 1
        for name in (*_RELATIONS, "extra"):
            cell[name] += record[name]
        if record["decided"] > 0:
            cell["totals"].append(100 * record["points"] / record["decided"])
    for cell in cells.values():
        totals = cell.pop("totals")
        cell["mean_total"] = sum(totals) / len(totals) if totals else None
    return pl.DataFrame(list(cells.values()))


def _new_cell(district: int, industry: int) -> Row:
    counts = dict.fromkeys(("records", *(o.value for o in Outcome), *_RELATIONS, "extra"), 0)
    return {"district": district, "industry": industry, **counts, "totals": []}


def _outcome(record: Row, *, planned: bool) -> str:
    decided = record["stricter"] + record["equal"] + record["looser"]
    if record["incomparable"] or record["unknown"] or not decided:
        return Outcome.PENDING.value
    if record["looser"]:
        return (Outcome.ATTAINABLE if planned else Outcome.UNATTAINABLE).value
    return (Outcome.LEADING if record["above"] > 0 else Outcome.ATTAINED).value
