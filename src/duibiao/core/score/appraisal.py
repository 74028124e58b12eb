"""A judgement with what ranks it and what would lift it: the one entry for pages and programs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from duibiao.core.compare.declaration import Declaration
from duibiao.core.compare.explain import Say, record
from duibiao.core.compare.judge import Judgement, LineVerdict, Policy, Standing, judge
from duibiao.core.compare.one_unit import in_one_unit
from duibiao.core.compare.relation import Comparison, Relation
from duibiao.core.compare.scheme import Direction, Scheme
from duibiao.core.errors import Fact
from duibiao.core.measure.requirement import Limits, NotDetected, Requirement
from duibiao.core.measure.units import unit as find_unit
from duibiao.core.measure.write import write
from duibiao.core.score.aggregate import Row, Score, Shown, aggregate, shown
from duibiao.core.score.nearest_flip import Case, Flip, Line, nearest_flip, steps_to_attained


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal:
    """The judgement, its score (ranks only), the nearest flip, and the way to attaining."""

    judgement: Judgement
    score: Score
    shown: Shown | None
    flip: Flip | None
    to_attained: Flip | None

    def points(self, indicator_id: str) -> Fraction | None:
        """What one indicator contributes, or None where it is not scored."""
        found = (c for c in self.score.contributions if c.indicator == indicator_id)
        return next((c.points for c in found if c.score is not None), None)


def appraise(scheme: Scheme, declaration: Declaration, policy: Policy | None = None) -> Appraisal:
    """Judge, score and look for the smallest improvement."""
    return appraise_judgement(judge(scheme, declaration, policy))


def appraise_judgement(judgement: Judgement) -> Appraisal:
    """Score and flip of a judgement already made."""
    score = aggregate([_row(line) for line in judgement.lines if _takes_part(line)])
    case = _case(judgement)
    return Appraisal(
        judgement=judgement,
        score=score,
        shown=shown(score),
        flip=nearest_flip(case),
        to_attained=steps_to_attained(case),
    )


def appraisal_record(appraisal: Appraisal, say: Say) -> dict[str, Any]:
    """The judgement's record with score and flip, for programs."""
    score = appraisal.score
    return {
        **record(appraisal.judgement, say),
        "score": {
            "total": str(score.total) if score.total is not None else None,
            "shown": appraisal.shown.total if appraisal.shown else None,
            "coverage": str(score.coverage),
            "bounds": [str(score.low), str(score.high)],
            "contributions": {c.indicator: str(c.points) for c in score.contributions},
        },
        "nearest_flip": flip_record(appraisal.flip),
        "to_attained": flip_record(appraisal.to_attained),
    }


def flip_record(flip: Flip | None) -> dict[str, Any] | None:
    """A change set as plain data."""
    if flip is None:
        return None
    changes = [
        {"move": c.move.value, "indicator": c.indicator, "target": c.target} for c in flip.changes
    ]
    return {"from": flip.from_.value, "to": flip.to.value, "changes": changes}


def _takes_part(line: LineVerdict) -> bool:
    return line.standing is not Standing.SET_ASIDE


def _relation(line: LineVerdict) -> str:
    return "extra" if line.standing is Standing.EXTRA else line.relation.value


def _row(line: LineVerdict) -> Row:
    deciding = line.deciding.comparison if line.deciding else None
    plain = Row(
        indicator=line.indicator.id,
        weight=line.indicator.weight,
        relation=_relation(line),
        leading=_leading_limit(line),
        leads=line.leads,
    )
    if deciding is None or not _has_ratio(line, deciding):
        return plain
    declared, required = _limits(line, deciding.a, deciding.b)
    return replace(plain, declared=declared, required=required, gap_ratio=deciding.gap_ratio)


def _has_ratio(line: LineVerdict, deciding: Comparison) -> bool:
    """Can a difference be measured in parts of the requirement? Not for grades and words (a
    shortfall there scores 0), nor for a shortfall in degrees: ℃ and ℉ have no natural zero."""
    if not all(isinstance(s.content, (Limits, NotDetected)) for s in (deciding.a, deciding.b)):
        return False
    return not (line.relation is Relation.LOOSER and _in_degrees(deciding.b.unit))


def _in_degrees(unit: str | None) -> bool:
    try:
        return find_unit(unit).scale == "interval"
    except Fact:
        return False


def _leading_limit(line: LineVerdict) -> Fraction | None:
    leading = line.indicator.leading
    return _limits(line, line.declared, leading)[1] if leading else None


def _limits(
    line: LineVerdict, a: Requirement, b: Requirement
) -> tuple[Fraction | None, Fraction | None]:
    """The limits on the quality side, in one unit; none for ranges, grades by name and words."""
    sets = in_one_unit(a, b)
    direction = line.indicator.direction
    if sets is None or direction not in {Direction.SMALLER, Direction.LARGER}:
        return None, None
    mine, theirs = sets
    return (mine.hi, theirs.hi) if direction is Direction.SMALLER else (mine.lo, theirs.lo)


def _case(judgement: Judgement) -> Case:
    return Case(
        lines=tuple(_line(line) for line in judgement.lines if _takes_part(line)),
        plan=judgement.declaration.plan,
        horizon_months=judgement.policy.horizon_months,
        leading_min_share=judgement.policy.leading_min_share,
    )


def _line(line: LineVerdict) -> Line:
    deciding = line.deciding.comparison if line.deciding else None
    leading = line.indicator.leading
    return Line(
        indicator=line.indicator.id,
        relation=_relation(line),
        weight=line.indicator.weight,
        key=line.indicator.key,
        leads=line.leads if line.indicator.core else None,
        change=abs(deciding.gap_ratio) if deciding and deciding.gap_ratio is not None else None,
        target=write(deciding.b) if deciding else None,
        leading_target=write(leading) if leading else None,
    )
