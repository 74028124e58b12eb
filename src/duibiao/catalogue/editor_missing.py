"""What a draft still lacks, in words, each with the cell it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from duibiao.catalogue.editor_cells import field_word, requirements_of
from duibiao.core.compare.scheme_completeness import lacking
from duibiao.core.compare.scheme_document import check_scheme
from duibiao.core.compare.scheme_editing import Document, StandardRole, standards_of
from duibiao.core.compare.scheme_editing_indicators import indicators_of
from duibiao.core.compare.scheme_problems import (
    MissingField,
    NoBenchmarkRequirement,
    NoMethod,
    NothingDemanded,
    SchemeProblem,
    WeightSum,
    WrongType,
)
from duibiao.ui import wording
from duibiao.ui.wording import Language

INDICATOR = re.compile(
    r"indicators\[(\d+)\](?:\.(domestic_baseline|benchmark_requirements)\[(\d+)\])?(?:\.(.+))?"
)
TASK = re.compile(r"sections\.timetable(?:\[(\d+)\](?:\.(.+))?)?")
STANDARD = re.compile(r"(domestic_baseline_standards|benchmark_standards)\[(\d+)\]\.(.+)")


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to do: how bad, in words, and the id of the cell."""

    severity: str
    said: str
    anchor: str


def missing(document: Document, language: Language) -> list[Missing]:
    """Everything a standards engineer should look at, errors first."""
    warnings = [p for p in check_scheme(document) if p.severity != "error"]
    return [_missing(document, problem, language) for problem in (*lacking(document), *warnings)]


def _missing(document: Document, problem: SchemeProblem, language: Language) -> Missing:
    if isinstance(problem, WrongType) and problem.found == "None":
        problem = MissingField(problem.path)
    where, anchor = _where(document, problem, language)
    said = wording.sentence(replace(problem, path=where), language)
    return Missing(problem.severity, said, anchor)


def _where(document: Document, problem: SchemeProblem, language: Language) -> tuple[str, str]:
    """A place in words, and its cell."""
    if isinstance(problem, WeightSum):
        return field_word("weight", language), "weights"
    found = INDICATOR.fullmatch(problem.path)
    if found and int(found[1]) < len(indicators_of(document)):
        return _at_indicator(document, problem, found, language)
    found = STANDARD.fullmatch(problem.path)
    if found:
        return _at_standard(document, found, language)
    found = TASK.fullmatch(problem.path)
    if found:
        at = f"t{found[1]}-{found[2] or 'task'}" if found[1] else "add-task"
        return wording.text("scheme_edit.timetable", language), at
    if problem.path == "benchmark_standards":
        return wording.text("scheme_edit.standards", language), "new-standard"
    if problem.path == "indicators":
        return wording.text("scheme_edit.indicators", language), "add-indicator"
    path = "product_or_service.name" if problem.path == "product_or_service" else problem.path
    return field_word(path, language), f"w-{path.replace('.', '-')}"


def _at_indicator(
    document: Document, problem: SchemeProblem, found: re.Match[str], language: Language
) -> tuple[str, str]:
    n = int(found[1])
    row = indicators_of(document)[n]
    name = f"{n + 1} {row.get('name') or ''}".strip()
    field = (found[4] or "name").removesuffix(".text")
    if isinstance(problem, (NothingDemanded, NoBenchmarkRequirement)):
        return name, f"r{n}-0-0-text"
    if isinstance(problem, NoMethod):
        return name, f"r{n}-0-0-method"
    if found[2] is None:
        return f"{name} · {field_word(field, language)}", f"i{n}-{field}"
    demanded = row[found[2]][int(found[3])]
    number = str(demanded.get("standard", ""))
    listed = [str(one.get("number", "")) for _, one in standards_of(document)]
    column = listed.index(number) if number in listed else 0
    nth = next((k for k, r in enumerate(requirements_of(row, number)) if r is demanded), 0)
    shown = field if field in {"text", "clause", "unit"} else "text"
    said = f"{name} · {number} · {field_word(field, language)}"
    return said, f"r{n}-{column}-{nth}-{shown}"


def _at_standard(document: Document, found: re.Match[str], language: Language) -> tuple[str, str]:
    role = next(one for one in StandardRole if one.standards == found[1])
    own = [k for k, (r, _) in enumerate(standards_of(document)) if r is role]
    n = own[int(found[2])] if int(found[2]) < len(own) else 0
    number = str(standards_of(document)[n][1].get("number", ""))
    return f"{number} · {field_word(found[3], language)}", f"s{n}-{found[3]}"
