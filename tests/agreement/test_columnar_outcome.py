"""Scores, totals and outcomes from columns are those of core, line by line and record by record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

import narwhals as nw
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duibiao.columnar.codes import OUTCOMES
from duibiao.columnar.frames import clause_frame, declared_frame
from duibiao.columnar.normalise import Pair, normalise
from duibiao.columnar.outcome import cells, records
from duibiao.columnar.relation import compare
from duibiao.core.compare.declaration import Plan
from duibiao.core.compare.outcome import Finding, Outcome, decide
from duibiao.core.compare.relate import relate
from duibiao.core.compare.statement import read_statement
from duibiao.core.measure.requirement import Limits, NotDetected, Requirement, Silent
from duibiao.core.score.aggregate import Row, aggregate, line_score

CLOSE = 1e-9
PLACE = {"district": 3, "industry": 7}
UNREAD = read_statement({"kind": "unknown"}).content
numbers = st.sampled_from([Decimal(n) for n in ("0", "1", "2", "4", "10")])
upper = st.builds(Limits, hi=numbers, hi_closed=st.booleans())
lower = st.builds(Limits, lo=numbers, lo_closed=st.booleans())
between = st.builds(
    lambda low, width: Limits(lo=low, hi=low + width), numbers, st.sampled_from([1, 3])
)
demands = st.one_of(
    upper,
    lower,
    between,
    st.builds(NotDetected, detection_limit=st.just(Decimal(2))),
    st.just(Silent()),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One declared requirement, the clause it answers, and its weight."""

    pair: Pair
    weight: Decimal

    @property
    def relation(self) -> str:
        found = relate(self.pair.a, self.pair.b).relation.value
        return "extra" if isinstance(self.pair.b.content, Silent) else found

    @property
    def row(self) -> Row:
        gap = relate(self.pair.a, self.pair.b).gap_ratio
        return Row(indicator="", weight=self.weight, relation=self.relation, gap_ratio=gap)

    @property
    def finding(self) -> Finding:
        return Finding(relation=self.relation, weight=self.weight)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """Often the clause itself, so that records without a shortfall are met too."""
    demanded = draw(demands)
    stated = draw(st.one_of(st.just(demanded), st.just(demanded), demands, st.just(UNREAD)))
    unit = draw(st.sampled_from(("mg/kg", "mm", "℃")))
    a, b = (Requirement(text="", content=content, unit=unit) for content in (stated, demanded))
    return Line(Pair(a, b), draw(st.integers(0, 20)) / Decimal(100))


many_records = st.lists(st.lists(lines(), min_size=1, max_size=4), min_size=1, max_size=15)
shares = st.sampled_from([Decimal(0), Decimal(1)])  # a tie in between: its own test below


def judged(drawn: Sequence[Sequence[Line]]) -> nw.LazyFrame[Any]:
    """The lines of each record, compared by columns."""
    flat = [(number, line) for number, record in enumerate(drawn) for line in record]
    declared, clauses = normalise([line.pair for _, line in flat])
    rows = [
        {**row, "weight": float(line.weight), "enterprise": number, "row": n}
        for n, (row, (number, line)) in enumerate(zip(declared, flat, strict=True))
    ]
    frame = declared_frame(rows, enterprise=pl.Int32(), row=pl.Int32())
    return compare(nw.from_native(frame.lazy()), nw.from_native(clause_frame(clauses).lazy()))


def rows_of(frame: nw.LazyFrame[Any], key: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = frame.collect().to_native().sort(key).to_dicts()
    return found


def same(found: float | None, law: Fraction | None) -> bool:
    if found is None or law is None:
        return found is None and law is None
    return found == pytest.approx(float(law), rel=CLOSE, abs=CLOSE)


@settings(max_examples=40, deadline=None)
@given(many_records)
def test_each_line_gets_the_score_of_core(drawn: list[list[Line]]) -> None:
    """逐项得分与 core.score 一致：短板 0–1，达标 1–1.2，未定与额外项不计分。"""
    found = rows_of(judged(drawn).select("row", "score"), "row")
    flat = [line for record in drawn for line in record]
    for row, line in zip(found, flat, strict=True):
        assert same(row["score"], line_score(line.row)), line


@settings(max_examples=40, deadline=None)
@given(many_records, shares)
def test_each_record_gets_the_total_and_outcome_of_core(
    drawn: list[list[Line]], share: Decimal
) -> None:
    """每份申报的总分与结论（无改进计划时）与 core 一致，总分不参与结论。"""
    summed = records(judged(drawn), leading_min_share=float(share))
    for found, record in zip(rows_of(summed, "enterprise"), drawn, strict=True):
        assert_record(found, record, share)


def assert_record(found: Mapping[str, Any], record: Sequence[Line], share: Decimal) -> None:
    law = decide([line.finding for line in record], leading_min_share=share)
    assert OUTCOMES[found["outcome"]] is law, record
    weighed = any(line.weight for line in record if line_score(line.row) is not None)
    total = aggregate([line.row for line in record]).total if weighed else None
    assert same(found["total"], total), record


def test_a_share_that_is_exactly_reached_leads() -> None:
    """严于标杆的权重占比恰等于门槛（0.09/0.30 = 0.3）即领跑，浮点误差不得改变结论。"""
    tight, demand = (
        Requirement(text="", content=Limits(hi=Decimal(n)), unit="mg/kg") for n in (1, 2)
    )
    weights = (Decimal("0.09"), Decimal("0.05"), Decimal("0.16"))
    record = [
        Line(Pair(stated, demand), weight)
        for stated, weight in zip((tight, demand, demand), weights, strict=True)
    ]
    share = Decimal("0.3")
    (found,) = rows_of(records(judged([record]), leading_min_share=float(share)), "enterprise")
    assert decide([line.finding for line in record], leading_min_share=share) is Outcome.LEADING
    assert_record(found, record, share)


def test_a_record_of_very_many_lines_is_counted_like_any_other() -> None:
    """一份申报的行数不改变结论：1 024 行全部相同，仍为已达标。"""
    demand = Requirement(text="", content=Limits(hi=Decimal(2)), unit="mg/kg")
    record = [Line(Pair(demand, demand), Decimal("0.01"))] * 1024
    (found,) = rows_of(records(judged([record])), "enterprise")
    assert found["equal"] == len(record)
    assert OUTCOMES[found["outcome"]] is Outcome.ATTAINED


@pytest.mark.parametrize("in_time", [True, False], ids=["plan in time", "no plan"])
@settings(max_examples=20, deadline=None)
@given(drawn=many_records)
def test_a_cell_counts_the_outcomes_of_its_records(in_time: bool, drawn: list[list[Line]]) -> None:
    """区×行业：各结论的份数等于逐份判定之和；有期限内可行计划的短板为 2–3 年内可达标。"""
    enterprises = pl.LazyFrame(
        [{"enterprise": n, **PLACE, "plan_in_time": in_time} for n in range(len(drawn))],
        schema_overrides={"enterprise": pl.Int32},
    )
    (cell,) = rows_of(cells(records(judged(drawn)), nw.from_native(enterprises)), "district")
    plan = Plan(feasible=True, months=36) if in_time else None
    law = [decide([line.finding for line in record], plan=plan) for record in drawn]
    assert cell["records"] == len(drawn)
    assert {o: cell[o.value] for o in Outcome} == {o: law.count(o) for o in Outcome}
