"""Grades, graded vectors, yes/no and sampling plans: orders without a unit (method.md §1.1).

Each comparer answers with what it found; `relate` puts it into a Comparison.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from duibiao.core.compare.gap import Gap
from duibiao.core.compare.gate import fold
from duibiao.core.compare.normal import UnitsMeet
from duibiao.core.compare.options import Options
from duibiao.core.compare.relation import Flag, Relation, Rule
from duibiao.core.compare.sets import inclusion
from duibiao.core.measure.interval import Interval
from duibiao.core.measure.requirement import Grade, GradeVector, Required, SamplingPlan
from duibiao.core.measure.units import Unit, to_base

_BY_RELATION = {
    Relation.EQUAL: Rule.SETS_EQUAL,
    Relation.STRICTER: Rule.A_INSIDE_B,
    Relation.LOOSER: Rule.B_INSIDE_A,
    Relation.INCOMPARABLE: Rule.SETS_CROSS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a comparer found."""

    relation: Relation
    rule: Rule
    flags: frozenset[Flag] = frozenset()
    gap: Gap = field(default_factory=Gap)
    normal_a: str | None = None
    normal_b: str | None = None
    base_unit: str | None = None
    needed: tuple[str, ...] = ()


def scale_differs() -> Found:
    """Row 5: two scales and no declared map."""
    return Found(
        relation=Relation.INCOMPARABLE,
        rule=Rule.SCALE_DIFFERS,
        flags=frozenset({Flag.SCALE_DIFFERS}),
    )


def product_order(steps: Iterable[Fraction | int]) -> Relation:
    """The relation of two vectors; each step is A's shortfall in one component (> 0 looser)."""
    signs = {(step > 0) - (step < 0) for step in steps} - {0}
    if len(signs) > 1:
        return Relation.INCOMPARABLE
    return {0: Relation.EQUAL, 1: Relation.LOOSER, -1: Relation.STRICTER}[sum(signs)]


def compare_grades(a: Grade, b: Grade, options: Options) -> Found:
    """Named grades by the declared order of their scale (best first), never by the alphabet."""
    x, y, scale = _on_one_scale(a, b, options)
    if scale == ():
        return scale_differs()
    if scale is None:
        same = fold(x) == fold(y) and a.at_least == b.at_least
        return _equal_words(x) if same else _scale_needed(x, y)
    ranks = [fold(label) for label in scale]
    rank_a, rank_b = ranks.index(fold(x)), ranks.index(fold(y))
    found = inclusion(_grades(rank_a, a, scale), _grades(rank_b, b, scale))
    gap = _grade_gap(rank_a, rank_b, scale) if a.at_least else _grade_gap(rank_b, rank_a, scale)
    comparable = found.relation is not Relation.INCOMPARABLE and a.at_least == b.at_least
    return Found(
        relation=found.relation,
        rule=found.rule,
        flags=found.flags,
        gap=gap if comparable else Gap(),
        normal_a=_grade_text(rank_a, a, scale),
        normal_b=_grade_text(rank_b, b, scale),
    )


def _on_one_scale(a: Grade, b: Grade, options: Options) -> tuple[str, str, tuple[str, ...] | None]:
    """Both labels on one scale; () when the scales differ, None when no order is known."""
    x, y = a.label or "", b.label or ""
    scale = a.scale or b.scale
    if scale is None:
        return x, y, None
    if (
        (a.scale is None or b.scale is None or a.scale == b.scale)
        and _on(x, scale)
        and _on(y, scale)
    ):
        return x, y, scale
    if b.scale and _on(y, b.scale):
        for meaning in _mapped(x, options):
            if _on(meaning, b.scale):
                return meaning, y, b.scale
    if a.scale and _on(x, a.scale):
        for meaning in _mapped(y, options):
            if _on(meaning, a.scale):
                return x, meaning, a.scale
    return x, y, ()


def _on(label: str, scale: tuple[str, ...]) -> bool:
    return fold(label) in {fold(member) for member in scale}


def _mapped(label: str, options: Options) -> list[str]:
    there = [y for x, y in options.grade_map if fold(x) == fold(label)]
    return there + [x for x, y in options.grade_map if fold(y) == fold(label)]


def _grades(rank: int, grade: Grade, scale: tuple[str, ...]) -> Interval:
    """The ranks admitted, best 0."""
    worst = Fraction(len(scale) - 1)
    at = Fraction(rank)
    return Interval(Fraction(0), at) if grade.at_least else Interval(at, worst)


def _grade_gap(rank_a: int, rank_b: int, scale: tuple[str, ...]) -> Gap:
    steps = Fraction(rank_a - rank_b)
    last = len(scale) - 1
    return Gap(gap_ratio=steps / last if last else None, abs_gap=steps)


def _grade_text(rank: int, grade: Grade, scale: tuple[str, ...]) -> str:
    admitted = scale[: rank + 1] if grade.at_least else scale[rank:]
    return "{" + ", ".join(admitted) + "}"


def _scale_needed(a: str, b: str) -> Found:
    return Found(
        relation=Relation.UNKNOWN,
        rule=Rule.SCALE_UNKNOWN,
        flags=frozenset({Flag.DATA_MISSING}),
        normal_a=a,
        normal_b=b,
        needed=("grade_scale",),
    )


def _equal_words(text: str) -> Found:
    return Found(relation=Relation.EQUAL, rule=Rule.SETS_EQUAL, normal_a=text, normal_b=text)


def compare_words(a: str, b: str) -> Found:
    """Requirements in words: the same words are equal; other words need a reader."""
    if fold(a) == fold(b):
        return _equal_words(a)
    return Found(
        relation=Relation.UNKNOWN,
        rule=Rule.NOT_READ,
        flags=frozenset({Flag.DATA_MISSING}),
        needed=("value_a", "value_b"),
    )


def compare_vectors(a: GradeVector, b: GradeVector) -> Found:
    """Component-wise: IP65 against IP57 is incomparable (method.md §1.5). Higher is better."""
    if len(a.grades) != len(b.grades):
        return scale_differs()
    steps = [Fraction(y) - Fraction(x) for x, y in zip(a.grades, b.grades, strict=True)]
    relation = product_order(steps)
    apart = relation is Relation.INCOMPARABLE
    return Found(
        relation=relation,
        rule=_BY_RELATION[relation],
        gap=Gap() if apart else Gap(abs_gap=max(steps) if max(steps) > 0 else min(steps)),
        normal_a=_vector_text(a),
        normal_b=_vector_text(b),
    )


def _vector_text(vector: GradeVector) -> str:
    return "≥(" + ", ".join(str(grade) for grade in vector.grades) + ")"


def compare_booleans(a: Required, b: Required) -> Found:
    """Required admits {yes}, not required {yes, no}; the gap is −1, 0 or +1."""
    step = int(b.required) - int(a.required)
    relation = product_order([step])
    return Found(
        relation=relation,
        rule=_BY_RELATION[relation],
        gap=Gap(gap_ratio=Fraction(step)),
        normal_a="{yes}" if a.required else "{yes, no}",
        normal_b="{yes}" if b.required else "{yes, no}",
    )


def sample_differs() -> Found:
    """Absence in another amount of sample is another test (row 2), not another unit."""
    return Found(
        relation=Relation.INCOMPARABLE,
        rule=Rule.METHOD_DIFFERS,
        flags=frozenset({Flag.METHOD_DIFFERS}),
    )


def compare_plans(a: SamplingPlan, b: SamplingPlan, units: UnitsMeet) -> Found:
    """Product order: larger n, smaller c, m and M are stricter (GB 29921, ICMSF classes).

    Absence (m = 0) in another amount of sample is another test, not another unit: method_differs.
    """
    if 0 in (a.m, b.m) and not units.one_sample:
        return sample_differs()
    relation = product_order(
        [
            b.n - a.n,
            a.c - b.c,
            to_base(a.m, units.a) - to_base(b.m, units.b),
            _step_of_ceilings(_ceiling(a, units.a), _ceiling(b, units.b)),
        ]
    )
    return Found(
        relation=relation,
        rule=_BY_RELATION[relation],
        normal_a=_plan_text(a),
        normal_b=_plan_text(b),
        base_unit=units.b.base,
    )


def _ceiling(plan: SamplingPlan, unit: Unit) -> Fraction | None:
    """M in the base unit: m itself where no sample may exceed m; None where nothing bounds it."""
    top = plan.m if plan.c == 0 else plan.big_m
    return None if top is None else to_base(top, unit)


def _step_of_ceilings(a: Fraction | None, b: Fraction | None) -> Fraction | int:
    if a is None or b is None:
        return (a is None) - (b is None)
    return a - b


def _plan_text(plan: SamplingPlan) -> str:
    return f"n={plan.n}, c={plan.c}, m={plan.m}, M={plan.big_m}"
