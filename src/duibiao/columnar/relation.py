"""The decision table of method.md §1.2 and the gap of §1.3 over two joined frames.

`core.compare.relate` is the law; `tests/agreement` holds these expressions equal to it. Bounds
are float64 in the base unit, clipped to the domain by `normalise`; an open end is infinite.

Declared frame, one row an indicator: clause (the key of the clause row it answers), state, gate
(the rule that closes it, or OPEN), quantity, ratio (does a ratio mean anything), sides, lo,
lo_closed, hi, hi_closed, weight, and what the caller groups by. Clause frame: clause, state,
quantity, sides, lo, lo_closed, hi, hi_closed. Codes are those of `codes`.
"""

from __future__ import annotations

from functools import reduce
from typing import Any

import narwhals as nw

from duibiao.columnar.codes import (
    BY_CORE,
    OPEN,
    RULES,
    RULES_PER_RELATION,
    UNIT_NOT_KNOWN,
    Sides,
    State,
    relation_code,
)
from duibiao.core.compare.relation import Relation, Rule

NOISE = 1e-9  # relative, as core.measure.interval.NOISE
BEST_BONUS = 0.2  # as core.score.aggregate.BONUS
_LOOSER = relation_code(Relation.LOOSER)
_NESTED = _LOOSER  # stricter, equal and looser are the codes up to this one
Frame = nw.LazyFrame[Any]


def compare(declared: Frame, clauses: Frame) -> Frame:
    """Each declared row with `rule`, `relation`, `gap_ratio`, `boundary_only`, `disjoint`,
    `extra` (the clause demands nothing) and `score` (null where undecided or extra)."""
    # A left join: a declared row whose clause is gone is unknown, never dropped.
    met = declared.join(with_bands(clauses), on="clause", how="left")
    placed = met.with_columns(a_in_b=_a_in_b(), b_in_a=_b_in_a())
    ruled = placed.with_columns(rule=_rule())
    related = ruled.with_columns(relation=_relation(), extra=nw.col("b_state") == State.SILENT)
    measured = related.with_columns(
        gap_ratio=_gap_ratio(), boundary_only=_boundary_only(), disjoint=_disjoint()
    )
    return measured.with_columns(score=_score())


def with_bands(clauses: Frame) -> Frame:
    """The clause frame under b_ names, with the band of float noise around each of its ends and
    the limit that gaps are measured against. Done on the few clauses, not on the many rows."""
    lo, hi = nw.col("lo"), nw.col("hi")
    return clauses.select(
        "clause",
        *(nw.col(c).alias(f"b_{c}") for c in ("state", "quantity", "sides")),
        nw.col("lo_closed").alias("b_lo_closed"),
        nw.col("hi_closed").alias("b_hi_closed"),
        _band(lo, -1).alias("b_lo_from"),
        _band(lo, 1).alias("b_lo_to"),
        _band(hi, -1).alias("b_hi_from"),
        _band(hi, 1).alias("b_hi_to"),
        _limit().alias("b_limit"),
    )


def _band(end: nw.Expr, sign: int) -> nw.Expr:
    """|a − b| ≤ 1e-9·max(|a|, |b|) is b − 1e-9|b| ≤ a ≤ b + 1e-9|b|, to far below a float's step.
    An infinite end is its own band."""
    return nw.when(_finite(end)).then(end + sign * NOISE * end.abs()).otherwise(end)


def _finite(value: nw.Expr) -> nw.Expr:
    return value.abs() < float("inf")


def _limit() -> nw.Expr:
    """What A is measured against: the limit of a one-sided set, the width of a two-sided one.
    Null where there is none, or where it is 0 and no ratio means anything."""
    lo, hi, sides = nw.col("lo"), nw.col("hi"), nw.col("sides")
    limit = (
        nw.when(sides == Sides.UPPER)
        .then(hi)
        .otherwise(nw.when(sides == Sides.LOWER).then(lo).otherwise(hi - lo))
    )
    return nw.when((sides != Sides.NONE) & (limit != 0)).then(limit)


def _a_in_b() -> nw.Expr:
    """Is A inside B: at both ends further in, or at the same end and no more closed."""
    lo, hi = nw.col("lo"), nw.col("hi")
    low = (lo > nw.col("b_lo_to")) | (
        (lo >= nw.col("b_lo_from")) & (nw.col("b_lo_closed") | ~nw.col("lo_closed"))
    )
    high = (hi < nw.col("b_hi_from")) | (
        (hi <= nw.col("b_hi_to")) & (nw.col("b_hi_closed") | ~nw.col("hi_closed"))
    )
    return low & high


def _b_in_a() -> nw.Expr:
    lo, hi = nw.col("lo"), nw.col("hi")
    low = (lo < nw.col("b_lo_from")) | (
        (lo <= nw.col("b_lo_to")) & (nw.col("lo_closed") | ~nw.col("b_lo_closed"))
    )
    high = (hi > nw.col("b_hi_to")) | (
        (hi >= nw.col("b_hi_from")) & (nw.col("hi_closed") | ~nw.col("b_hi_closed"))
    )
    return low & high


def _rule() -> nw.Expr:
    """The first row of the decision table that applies."""
    a, b = nw.col("state"), nw.col("b_state")
    set_a, set_b = a <= State.EVERYTHING, b <= State.EVERYTHING
    a_in_b, b_in_a = nw.col("a_in_b"), nw.col("b_in_a")
    ordinary = _choose(
        [
            (a_in_b & b_in_a, _code(Rule.SETS_EQUAL)),
            (a_in_b, _code(Rule.A_INSIDE_B)),
            (b_in_a, _code(Rule.B_INSIDE_A)),
        ],
        _code(Rule.SETS_CROSS),
    )
    plain = (
        set_a
        & set_b
        & (nw.col("gate") == OPEN)
        & (nw.col("quantity") == nw.col("b_quantity"))
        & (nw.col("quantity") != UNIT_NOT_KNOWN)
    )
    return nw.when(plain).then(ordinary).otherwise(_unusual(a, b))


def _unusual(a: nw.Expr, b: nw.Expr) -> nw.Expr:
    """The rows of the table that apply where the two are not sets of one quantity."""
    vacuous_a = (a == State.SILENT) | (a == State.EVERYTHING)
    vacuous_b = (b == State.SILENT) | (b == State.EVERYTHING)
    silent_a, silent_b = a == State.SILENT, b == State.SILENT
    return _choose(
        [
            ((a == State.UNREAD) | (b == State.UNREAD), _code(Rule.NOT_READ)),
            ((a == State.NOT_COLUMNAR) | (b == State.NOT_COLUMNAR), _int(BY_CORE)),
            (nw.col("gate") != OPEN, nw.col("gate")),
            (silent_a & silent_b, _code(Rule.BOTH_SILENT)),
            ((silent_a | silent_b) & vacuous_a & vacuous_b, _code(Rule.SETS_EQUAL)),
            (silent_a, _code(Rule.MISSING_IN_A)),
            (silent_b, _code(Rule.MISSING_IN_B)),
            (nw.col("quantity") == UNIT_NOT_KNOWN, _code(Rule.UNIT_UNKNOWN)),
            (nw.col("quantity") != nw.col("b_quantity"), _code(Rule.UNIT_INCOMMENSURABLE)),
            (
                (a == State.NO_DETECTION_LIMIT) | (b == State.NO_DETECTION_LIMIT),
                _code(Rule.LOD_MISSING),
            ),
        ],
        _code(Rule.NO_VALUE_POSSIBLE),
    )


def _choose(cases: list[tuple[nw.Expr, nw.Expr]], otherwise: nw.Expr) -> nw.Expr:
    """The value of the first condition that holds."""
    return reduce(
        lambda rest, case: nw.when(case[0]).then(case[1]).otherwise(rest),
        reversed(cases),
        otherwise,
    )


def _code(rule: Rule) -> nw.Expr:
    return _int(RULES[rule])


def _int(code: int) -> nw.Expr:
    return nw.lit(code, dtype=nw.Int8)


def _relation() -> nw.Expr:
    """The rule's code carries the relation; BY_CORE gives none."""
    rule = nw.col("rule")
    return nw.when(rule != BY_CORE).then((rule // RULES_PER_RELATION).cast(nw.Int8))


def _gap_ratio() -> nw.Expr:
    """How far A falls short of the limit B sets, over that limit; positive = short.

    Null unless the sets are nested, and where a ratio means nothing, B's limit is 0 or A is open.
    """
    lo, hi, limit, sides = (nw.col(name) for name in ("lo", "hi", "b_limit", "b_sides"))
    short = (
        nw.when(sides == Sides.UPPER)
        .then(hi - limit)
        .otherwise(nw.when(sides == Sides.LOWER).then(limit - lo).otherwise((hi - lo) - limit))
    )
    ratio = short / limit.abs()
    return nw.when(_is(*_SETS_NESTED) & nw.col("ratio") & _finite(ratio)).then(ratio)


_SETS_NESTED = (Rule.SETS_EQUAL, Rule.A_INSIDE_B, Rule.B_INSIDE_A)


def _is(*rules: Rule) -> nw.Expr:
    """Did one of these rules decide?"""
    rule = nw.col("rule")
    return reduce(lambda found, one: found | one, (rule == RULES[each] for each in rules))


def _boundary_only() -> nw.Expr:
    """Nested, and different only in whether an end belongs to the set; an end that only the
    domain sets is no end."""
    lo, hi = nw.col("lo"), nw.col("hi")
    return (
        _is(Rule.A_INSIDE_B, Rule.B_INSIDE_A)
        & (nw.col("sides") == nw.col("b_sides"))
        & (lo >= nw.col("b_lo_from"))
        & (lo <= nw.col("b_lo_to"))
        & (hi >= nw.col("b_hi_from"))
        & (hi <= nw.col("b_hi_to"))
    )


def _disjoint() -> nw.Expr:
    """Crossing sets without a common value: one ends before the other begins."""
    lo, hi = nw.col("lo"), nw.col("hi")
    a_first = (hi < nw.col("b_lo_from")) | (
        (hi <= nw.col("b_lo_to")) & ~(nw.col("hi_closed") & nw.col("b_lo_closed"))
    )
    b_first = (lo > nw.col("b_hi_to")) | (
        (lo >= nw.col("b_hi_from")) & ~(nw.col("lo_closed") & nw.col("b_hi_closed"))
    )
    return _is(Rule.SETS_CROSS) & (a_first | b_first)


def _score() -> nw.Expr:
    """core.score.aggregate.line_score of a line without leading value: 0 to 1 below the
    requirement, 1 to 1.2 from there on; null where undecided or extra."""
    gap, relation = nw.col("gap_ratio"), nw.col("relation")
    looser = 1.0 - gap.fill_null(1.0).clip(0.0, 1.0)
    reached = 1.0 + BEST_BONUS * (-gap.fill_null(0.0)).clip(0.0, 1.0)
    score = nw.when(relation == _LOOSER).then(looser).otherwise(reached)
    return nw.when((relation <= _NESTED) & ~nw.col("extra")).then(score)
