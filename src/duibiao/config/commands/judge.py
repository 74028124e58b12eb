"""Judge a filled declaration against a scheme: the main job, without a server."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from duibiao.config.commands.scheme import read_document
from duibiao.core.canonical import canonical
from duibiao.core.compare.declaration import Declaration, Plan
from duibiao.core.compare.judge import Standing
from duibiao.core.compare.scheme import Scheme
from duibiao.core.compare.scheme_document import read_scheme
from duibiao.core.compare.scheme_problems import SchemeUnusable
from duibiao.core.errors import Fact
from duibiao.core.score.appraisal import Appraisal, appraisal_record, appraise
from duibiao.declarations.problems import Problem, Severity
from duibiao.declarations.recognise import Recognised, recognise
from duibiao.files.workbook import read_workbook
from duibiao.ui.wording import sentence, text
from duibiao.ui.wording.verdict import (
    against_sentence,
    conclusion,
    flip_sentences,
    line_sentence,
    standing_word,
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """`duibiao judge --scheme S.json --declaration D.xlsx [--json] [--html OUT] [--xlsx OUT]`."""
    parser.add_argument("--scheme", type=Path, required=True)
    parser.add_argument("--declaration", type=Path, required=True)
    parser.add_argument("--plan-months", type=int, help="an improvement plan done in N months")
    parser.add_argument("--json", action="store_true", help="print the judgement as JSON")
    parser.add_argument("--html", type=Path, help="write the verdict page")
    parser.add_argument("--xlsx", type=Path, help="write the annotated workbook")
    parser.add_argument("--proof", type=Path, help="write the proof")


def run(chosen: argparse.Namespace) -> int:
    """Exit 0 judged, 2 unusable input with every error located."""
    document = read_document(chosen.scheme)
    if document is None:
        return 2
    try:
        scheme = read_scheme(document)
    except SchemeUnusable as unusable:
        return _unusable(chosen.scheme, unusable.problems)
    try:
        content = chosen.declaration.read_bytes()
        found = recognise(read_workbook(content, chosen.declaration.name), scheme)
    except OSError as problem:
        print(f"{chosen.declaration}: {problem.strerror}", file=sys.stderr)
        return 2
    except Fact as problem:
        return _unusable(chosen.declaration, (problem,))
    if not found.usable:
        return _unusable(chosen.declaration, found.problems)
    appraisal = appraise(scheme, _declaration(scheme, found, chosen))
    _print(appraisal, found, as_json=chosen.json)
    _write(appraisal, document, content, chosen)
    return 0


def _declaration(scheme: Scheme, found: Recognised, chosen: argparse.Namespace) -> Declaration:
    plan = Plan(feasible=True, months=chosen.plan_months) if chosen.plan_months else None
    return Declaration(lines=found.lines, product=scheme.product, plan=plan)


def _unusable(path: Path, problems: tuple[Fact, ...]) -> int:
    for problem in problems:
        print(f"{path.name}: {sentence(problem)}", file=sys.stderr)
    return 2


def _print(appraisal: Appraisal, found: Recognised, *, as_json: bool) -> None:
    if as_json:
        result = appraisal_record(appraisal, against_sentence)
        result["problems"] = [_problem_record(problem) for problem in found.problems]
        sys.stdout.write(json.dumps(json.loads(canonical(result)), ensure_ascii=False, indent=1))
        sys.stdout.write("\n")
        return
    judgement = appraisal.judgement
    said = conclusion(judgement)
    print(judgement.scheme.title)
    total = appraisal.shown.total if appraisal.shown else "—"
    print(text("judge.cli_conclusion", verdict=said.verdict, score=total))
    print(text("judge.cli_because", because=said.because))
    print(text("judge.cli_next", next=said.next_step))
    print()
    for line in judgement.lines:
        why = "" if line.standing is Standing.DECIDED else line_sentence(line)
        print(f"{standing_word(line)}  {line.indicator.name}  {why}".rstrip())
        for against in (*line.benchmarks, *line.baseline):
            print(f"      {against_sentence(against)}")
    for step in flip_sentences(appraisal.flip, judgement):
        print(step)
    for problem in found.problems:
        stream = sys.stderr if problem.severity is Severity.ERROR else sys.stdout
        print(sentence(problem), file=stream)


def _problem_record(problem: Problem) -> dict[str, Any]:
    return {
        "severity": problem.severity.value,
        "code": problem.code,
        "sheet": problem.sheet,
        "cell": problem.cell,
        "found": problem.found,
        "suggestion": problem.fix,
        "message": sentence(problem),
    }


def _write(
    appraisal: Appraisal, document: dict[str, Any], content: bytes, chosen: argparse.Namespace
) -> None:
    judgement = appraisal.judgement
    if chosen.proof:
        from duibiao.core.compare.proof import prove

        chosen.proof.write_bytes(prove(judgement, document, against_sentence))
    if chosen.xlsx:
        from duibiao.declarations.remarks import annotated

        chosen.xlsx.write_bytes(annotated(judgement, content, chosen.declaration.name).content)
    if chosen.html:
        from duibiao.config.site import prepare

        prepare()
        from duibiao.declarations.printed import verdict_page

        chosen.html.write_text(verdict_page(appraisal), encoding="utf-8")
