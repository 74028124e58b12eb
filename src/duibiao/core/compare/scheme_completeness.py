"""What a scheme lacks before it may be published: the six elements (五(三)3-2…3-4) and the three
sections (附.22-1). Each problem names its place in the document.

A document that can be read and judged with (`read_scheme`) need not be complete: the standards'
country, the reasons and the sections are what a published scheme owes its readers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from duibiao.core.compare.options import Options
from duibiao.core.compare.relate import relate
from duibiao.core.compare.relation import Relation, Rule
from duibiao.core.compare.scheme import Category, Clause, Direction, Indicator, Scheme
from duibiao.core.compare.scheme_document import examine
from duibiao.core.compare.scheme_problems import (
    DomesticUnjustified,
    ForeignUnnamed,
    LeadingWorse,
    NoBenchmark,
    NoBenchmarkRequirement,
    NoMethod,
    NoReason,
    NoScale,
    SchemeProblem,
    SectionMissing,
    SectionName,
    TaskIncomplete,
    UnknownWord,
)
from duibiao.core.compare.scheme_tree import parents_in
from duibiao.core.measure.requirement import FreeText, Grade, Requirement

_QUALITY_SIDE = Options(mode="directional")


def lacking(document: Any) -> tuple[SchemeProblem, ...]:
    """Everything that stands against publishing; none = complete."""
    scheme, problems = examine(document)
    errors = [p for p in problems if p.severity == "error"]
    if scheme is not None:
        errors += _standards(scheme)
        errors += _indicators(document, scheme)
        errors += _sections(scheme)
    return tuple(errors)


def _standards(scheme: Scheme) -> Iterator[SchemeProblem]:
    if not scheme.benchmark_standards:
        yield NoBenchmark("benchmark_standards")
    for n, standard in enumerate(scheme.benchmark_standards):
        path = f"benchmark_standards[{n}]"
        if standard.kind not in set(Category):
            yield UnknownWord(f"{path}.kind", standard.kind, "、".join(Category))
        if standard.kind == Category.DOMESTIC and not standard.justification.strip():
            yield DomesticUnjustified(f"{path}.justification", standard.number)
        named = standard.country.strip() and standard.body.strip()
        if standard.kind == Category.FOREIGN and not named:
            lacks = "body" if standard.country.strip() else "country"
            yield ForeignUnnamed(f"{path}.{lacks}", standard.number)


def _indicators(document: Any, scheme: Scheme) -> Iterator[SchemeProblem]:
    entries = [e for e in document.get("indicators", []) if isinstance(e, dict)]
    inner = parents_in(entries)
    places = [n for n, entry in enumerate(entries) if entry.get("id") not in inner]
    for n, indicator in zip(places, scheme.indicators, strict=True):
        yield from _indicator(indicator, f"indicators[{n}]")


def _indicator(indicator: Indicator, path: str) -> Iterator[SchemeProblem]:
    if not indicator.benchmarks and indicator.baseline:  # neither: nothing_demanded says so
        yield NoBenchmarkRequirement(f"{path}.benchmark_requirements", indicator.name)
    if not any(method.strip() for method in indicator.test_methods.values()):
        yield NoMethod(f"{path}.test_methods", indicator.name)
    if not indicator.reason.strip():
        yield NoReason(f"{path}.selection_reason", indicator.name)
    if indicator.kind != "quantitative" and any(map(_without_order, indicator.benchmarks)):
        yield NoScale(f"{path}.scale", indicator.name)
    yield from _leading(indicator, path)


def _without_order(clause: Clause) -> bool:
    """A grade or words whose order nobody stated: neither a scale nor a number like 4-5级."""
    content = clause.requirement.content
    return (isinstance(content, Grade) and not content.scale and content.limits is None) or (
        isinstance(content, FreeText)
    )


def _leading(indicator: Indicator, path: str) -> Iterator[SchemeProblem]:
    """The leading value against what is to be attained: the drafters' own value where they state
    one, else each benchmark standard's."""
    if indicator.leading is None:
        return
    own = [indicator.attained] if indicator.attained is not None else []
    for attained in own or [clause.requirement for clause in indicator.benchmarks]:
        if _is_worse(indicator.leading, attained, indicator.direction):
            yield LeadingWorse(
                f"{path}.leading", indicator.name, indicator.leading.text, attained.text
            )


def _is_worse(leading: Requirement, attained: Requirement, direction: Direction) -> bool:
    found = relate(leading, attained, direction=direction.value, options=_QUALITY_SIDE)
    unread_attained = found.rule is Rule.NOT_READ and found.needed == ("value_b",)
    return found.relation not in {Relation.STRICTER, Relation.EQUAL} and not unread_attained


def _sections(scheme: Scheme) -> Iterator[SchemeProblem]:
    there = {
        SectionName.ROUTE: bool(scheme.sections.technical_route.strip()),
        SectionName.SAFEGUARDS: bool(scheme.sections.safeguards.strip()),
        SectionName.TIMETABLE: bool(scheme.sections.timetable),
    }
    for name, found in there.items():
        if not found:
            yield SectionMissing(f"sections.{name}", name)
    for n, task in enumerate(scheme.sections.timetable):
        first, last = task.first_day, task.last_day
        if not task.task.strip() or first is None or last is None or last < first:
            yield TaskIncomplete(f"sections.timetable[{n}]", n + 1)
