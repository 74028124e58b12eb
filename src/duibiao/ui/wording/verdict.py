"""Sentences of a verdict: per clause, per indicator, and 结论 · 因为 · 怎么办 for the product."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from duibiao.core.compare.judge import Judgement, LineVerdict, Standing
from duibiao.core.compare.outcome import Outcome
from duibiao.core.compare.relation import Comparison, Relation, Rule
from duibiao.core.compare.yardstick import Against
from duibiao.core.measure.read import read
from duibiao.core.measure.requirement import Unread
from duibiao.core.measure.write import write
from duibiao.core.score.nearest_flip import Change, Flip
from duibiao.ui.wording import Language, sentence, text, word

MAX_NAMES = 4
SILENCE = {
    Rule.MISSING_IN_A: "verdict.missing_in_a",
    Rule.MISSING_IN_B: "verdict.missing_in_b",
    Rule.BOTH_SILENT: "verdict.missing_in_b",
}


@dataclass(frozen=True, slots=True)
class Conclusion:
    """Three lines for a person: what it is, why, what to do next."""

    verdict: str
    because: str
    next_step: str


def against_sentence(against: Against, language: Language = "zh") -> str:
    """How the declaration relates to one clause, in one sentence."""
    comparison = against.comparison
    relation = comparison.relation
    values: dict[str, object] = {
        "standard": against.clause.standard,
        "declared": write(comparison.a, language),
        "demanded": write(comparison.b, language),
        "gap": gap_text(comparison),
        "reason": word(comparison.rule, language),
    }
    key = SILENCE.get(comparison.rule, f"verdict.{relation.value}")
    if key in {"verdict.stricter", "verdict.looser"} and not values["gap"]:
        key += "_unmeasured"
    return text(key, language, **values)


def gap_text(comparison: Comparison) -> str:
    """The size of a gap for a person: a percentage, else the absolute gap in B's unit, else ""."""
    if comparison.relation not in {Relation.STRICTER, Relation.LOOSER}:
        return ""
    if comparison.gap_ratio:
        return f"{number(abs(comparison.gap_ratio) * 100)} %"
    if comparison.abs_gap:
        unit = comparison.b.unit or ""
        return f"{number(abs(comparison.abs_gap))} {unit}".strip()
    return ""


def number(value: Fraction, digits: int = 3) -> str:
    """A rounded figure for reading (never for comparing): up to `digits` significant digits."""
    return f"{float(value):.{digits}g}" if abs(value) < 10**digits else f"{float(value):.0f}"


def line_sentence(line: LineVerdict, language: Language = "zh") -> str:
    """Why this indicator stands where it stands."""
    deciding = line.deciding
    if line.standing is Standing.DECIDED and deciding is not None:
        return against_sentence(deciding, language)
    if line.standing is Standing.EXTRA:
        return text("verdict.extra", language)
    if isinstance(line.declared.content, Unread):
        return sentence(line.declared.content.problem, language)
    demanding = [a for a in line.benchmarks if not a.clause.silent]
    reasons = dict.fromkeys(word(a.comparison.rule, language) for a in demanding)
    joined = text("verdict.join", language).join(reasons)
    return text(f"verdict.{line.standing.value}", language, reason=joined)


def standing_word(line: LineVerdict, language: Language = "zh") -> str:
    """One word for where an indicator stands: its relation, or why it takes no part."""
    decided = line.standing is Standing.DECIDED
    return word(line.relation if decided else line.standing, language)


def flip_sentences(flip: Flip | None, judgement: Judgement, language: Language = "zh") -> list[str]:
    """The nearest flip, a heading and one sentence a step; nothing where there is none."""
    if flip is None:
        return []
    heading = flip_heading(flip, language)
    return [heading, *(change_sentence(c, judgement, language) for c in flip.changes)]


def flip_heading(flip: Flip, language: Language = "zh") -> str:
    """Where the steps lead; from pending they first of all allow a verdict."""
    if flip.from_ is Outcome.PENDING:
        return text("flip.lead_pending", language)
    return text("flip.lead", language, outcome=word(flip.to, language))


def target_text(change: Change, language: Language) -> str:
    """The set to reach; printed in Chinese by the core, read back to be said in English."""
    if language == "zh" or not change.target:
        return change.target or ""
    return write(read(change.target), language)


def change_sentence(change: Change, judgement: Judgement, language: Language = "zh") -> str:
    """One step of a flip."""
    found = judgement.scheme.indicator(change.indicator or "")
    return text(
        f"flip.{change.move.value}",
        language,
        name=found.name if found else "",
        target=target_text(change, language),
        horizon=judgement.policy.horizon_months,
    )


def conclusion(judgement: Judgement, language: Language = "zh") -> Conclusion:
    """结论 · 因为 · 怎么办."""
    outcome = judgement.outcome
    counts = _counts(judgement, language)
    because = text(f"conclusion.because_{outcome.value}", language, **counts)
    if outcome is Outcome.PENDING and counts["looser"]:
        because += text("conclusion.looser_so_far", language, **counts)
    below = [line for line in judgement.lines if line.below_baseline]
    if below:
        because += text("conclusion.below_baseline", language, names=_names(below, language))
    aside = judgement.standing(Standing.SET_ASIDE)
    if aside:
        because += text(
            "conclusion.set_aside", language, count=len(aside), names=_names(aside, language)
        )
    no_plan = outcome is Outcome.UNATTAINABLE and judgement.declaration.plan is None
    step = f"conclusion.next_{outcome.value}" + ("_no_plan" if no_plan else "")
    return Conclusion(
        verdict=word(outcome, language),
        because=because,
        next_step=text(step, language, **counts),
    )


def _counts(judgement: Judgement, language: Language) -> dict[str, object]:
    decided = judgement.standing(Standing.DECIDED)
    pending = judgement.standing(Standing.PENDING)
    stricter = [line for line in decided if line.relation is Relation.STRICTER]
    shortfalls = judgement.shortfalls()
    return {
        "decided": len(decided),
        "stricter": len(stricter),
        "equal": len(decided) - len(stricter) - len(shortfalls),
        "looser": len(shortfalls),
        "looser_names": _names(shortfalls, language),
        "pending": len(pending),
        "pending_names": _names(pending, language),
        "months": judgement.declaration.plan.months if judgement.declaration.plan else 0,
        "horizon": judgement.policy.horizon_months,
    }


def _names(lines: tuple[LineVerdict, ...] | list[LineVerdict], language: Language) -> str:
    names = [line.indicator.name for line in lines[:MAX_NAMES]]
    joined = text("conclusion.join", language).join(names)
    more = len(lines) - len(names)
    return joined + (text("conclusion.more", language, count=more) if more else "")
