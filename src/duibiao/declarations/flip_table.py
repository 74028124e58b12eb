"""“One step further” as a table: what to change, from what, to what, and what it adds."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from duibiao.core.compare.outcome import Outcome
from duibiao.core.measure.requirement import Unread
from duibiao.core.measure.write import write
from duibiao.core.score.aggregate import BEST
from duibiao.core.score.appraisal import Appraisal
from duibiao.core.score.nearest_flip import Change, Flip, Move
from duibiao.ui.wording import Language, text
from duibiao.ui.wording.verdict import flip_heading, number, target_text

REACHES = {Move.MEET_BENCHMARK: Fraction(1), Move.REACH_LEADING: BEST}


@dataclass(frozen=True, slots=True)
class Step:
    """One row."""

    name: str
    was: str
    becomes: str
    gain: str


@dataclass(frozen=True, slots=True)
class FlipTable:
    """The steps and the outcome they lead to."""

    heading: str
    changes: tuple[Step, ...]


def flip_table(appraisal: Appraisal, language: Language) -> tuple[FlipTable, ...]:
    """The nearest flip; where that is a plan, also the shortfalls the plan must close."""
    flips = [appraisal.flip]
    if appraisal.judgement.outcome is Outcome.UNATTAINABLE:
        flips.append(appraisal.to_attained)
    return tuple(_table(flip, appraisal, language) for flip in flips if flip is not None)


def _table(flip: Flip, appraisal: Appraisal, language: Language) -> FlipTable:
    steps = tuple(_step(change, appraisal, language) for change in flip.changes)
    return FlipTable(flip_heading(flip, language), steps)


def _step(change: Change, appraisal: Appraisal, language: Language) -> Step:
    judgement = appraisal.judgement
    key = f"step.{change.move.value}"
    values = {
        "target": target_text(change, language),
        "horizon": judgement.policy.horizon_months,
    }
    becomes = text(key, language, **values)
    line = next((v for v in judgement.lines if v.indicator.id == change.indicator), None)
    if line is None:
        return Step(text("step.whole", language), "—", becomes, "—")
    unread = isinstance(line.declared.content, Unread)
    was = line.declared.text or "—" if unread else write(line.declared, language)
    return Step(line.indicator.name, was, becomes, _gain(change, appraisal))


def _gain(change: Change, appraisal: Appraisal) -> str:
    """Points added to the total of 100; unknown where the new value is not a fixed one."""
    reached = REACHES.get(change.move)
    score = appraisal.score
    found = next((c for c in score.contributions if c.indicator == change.indicator), None)
    if reached is None or found is None or found.score is None:
        return "—"
    if not found.score:
        weight = next(
            v.indicator.weight
            for v in appraisal.judgement.lines
            if v.indicator.id == change.indicator
        )
        return f"+{number(100 * Fraction(weight) * reached / score.coverage)}"
    return f"+{number(found.points / found.score * (reached - found.score))}"
