"""The twin's answer and the law's answer to the same pairs, in one shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import narwhals as nw
import polars as pl

from duibiao.columnar.codes import BY_CORE, RELATIONS, RULE_OF
from duibiao.columnar.frames import clause_frame, declared_frame
from duibiao.columnar.normalise import Pair, normalise
from duibiao.columnar.relation import compare
from duibiao.core.compare.options import Options
from duibiao.core.compare.relate import relate
from duibiao.core.compare.relation import Flag, Relation

ANSWER = ("row", "rule", "relation", "gap_ratio", "boundary_only", "disjoint", "extra", "score")


@dataclass(frozen=True, slots=True)
class Answer:
    """What is compared row by row."""

    relation: Relation
    rule: str
    gap_ratio: float | None
    boundary_only: bool
    disjoint: bool


def by_law(pair: Pair, options: Options) -> Answer:
    found = relate(pair.a, pair.b, domain=pair.domain, options=options)
    return Answer(
        found.relation,
        found.rule.value,
        None if found.gap_ratio is None else float(found.gap_ratio),
        Flag.BOUNDARY_ONLY in found.flags,
        Flag.DISJOINT in found.flags,
    )


def frames(pairs: Sequence[Pair], options: Options) -> tuple[pl.DataFrame, pl.DataFrame]:
    declared, clauses = normalise(pairs, options)
    rows = [{**row, "weight": 1.0, "row": n} for n, row in enumerate(declared)]
    return declared_frame(rows, row=pl.Int32()), clause_frame(clauses)


def by_columns(pairs: Sequence[Pair], options: Options | None = None) -> list[Answer | None]:
    """The twin's answers in order; None where it leaves the pair to core."""
    declared, clauses = (nw.from_native(f.lazy()) for f in frames(pairs, options or Options()))
    found = compare(declared, clauses).select(*ANSWER).collect().to_native().sort("row")
    return [answer(row) for row in found.iter_rows(named=True)]


def answer(row: dict[str, object]) -> Answer | None:
    rule, relation, gap = row["rule"], row["relation"], row["gap_ratio"]
    if rule == BY_CORE:
        return None
    assert isinstance(rule, int)
    assert isinstance(relation, int)
    assert gap is None or isinstance(gap, float)
    flags = bool(row["boundary_only"]), bool(row["disjoint"])
    return Answer(RELATIONS[relation], RULE_OF[rule].value, gap, *flags)
