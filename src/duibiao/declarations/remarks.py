"""Verdicts as remarks in a workbook: the person's own, else the form filled with their lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from duibiao.core.compare.judge import Judgement, LineVerdict, Standing
from duibiao.core.compare.relation import Relation
from duibiao.core.measure.write import write
from duibiao.declarations.problems import Problem, Severity
from duibiao.declarations.recognise import Recognised, recognise
from duibiao.declarations.template import template
from duibiao.files.annotate import Annotated, annotate
from duibiao.files.conclusion import Conclusion, Remark, Tone
from duibiao.files.workbook import read_workbook
from duibiao.ui.wording import Language, sentence, text
from duibiao.ui.wording.verdict import conclusion, line_sentence, standing_word

TONES = {
    Relation.STRICTER: Tone.GOOD,
    Relation.EQUAL: Tone.GOOD,
    Relation.LOOSER: Tone.SHORT,
    Relation.INCOMPARABLE: Tone.PLAIN,
    Relation.UNKNOWN: Tone.ASK,
}
PROBLEM_TONES = {
    Severity.ERROR: Tone.WRONG,
    Severity.QUESTION: Tone.ASK,
    Severity.WARNING: Tone.PLAIN,
}


def annotated(
    judgement: Judgement,
    content: bytes | None = None,
    filename: str = "",
    language: Language = "zh",
) -> Annotated:
    """The workbook with a comment at every judged cell, at every problem, and the conclusion.

    Raises FileProblem when the given workbook cannot be read.
    """
    if content is None:
        lines = judgement.declaration.lines
        content, filename = template(judgement.scheme, lines), f"{judgement.scheme.id}.xlsx"
    found = recognise(read_workbook(content, filename), judgement.scheme)
    remarks = (
        *_verdict_remarks(judgement, found, language),
        *problem_remarks(found.problems, lambda problem: sentence(problem, language)),
    )
    return annotate(content, filename, remarks, _conclusion(judgement, language))


def problem_remarks(
    problems: Iterable[Problem], say: Callable[[Problem], str]
) -> tuple[Remark, ...]:
    """Problems as remarks at their cells."""
    return tuple(Remark(p.sheet, p.cell, say(p), PROBLEM_TONES[p.severity]) for p in problems)


def _verdict_remarks(judgement: Judgement, found: Recognised, language: Language) -> list[Remark]:
    places = {line.indicator_id: line.where or "" for line in found.lines}
    remarks = []
    for line in judgement.lines:
        sheet, _, cell = places.get(line.indicator.id, "").rpartition("!")
        if cell:
            words = f"{standing_word(line, language)}\n{line_sentence(line, language)}"
            remarks.append(Remark(sheet, cell, words, _tone(line)))
    return remarks


def _tone(line: LineVerdict) -> Tone:
    return TONES[line.relation] if line.standing is Standing.DECIDED else Tone.PLAIN


def _conclusion(judgement: Judgement, language: Language) -> Conclusion:
    said = conclusion(judgement, language)
    return Conclusion(
        judgement.scheme.title,
        tuple(
            text(f"judge.sheet_{name}", language, words=words)
            for name, words in (
                ("verdict", said.verdict),
                ("because", said.because),
                ("next", said.next_step),
            )
        ),
        tuple(
            text(f"judge.col_{name}", language)
            for name in ("indicator", "declared", "verdict", "reason")
        ),
        tuple(
            (
                line.indicator.name,
                write(line.declared, language),
                standing_word(line, language),
                line_sentence(line, language),
            )
            for line in judgement.lines
        ),
    )
