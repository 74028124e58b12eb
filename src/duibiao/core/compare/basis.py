"""A basis (对标依据): a scheme, and what is demanded otherwise, indicator by indicator.

A city or district may refine, add and tighten; what is looser, cannot be compared or is not in
the scheme makes the basis a local one (地方拟定), reported to the national office ((f) 15). Which
of these it is, the engine's own `relate` says.

An adjustment: {"text"?, "unit"?, "method"?, "leading"?, "weight"?, "why"?} of an indicator of
the scheme; {"dropped": true}; or {"new": indicator entry} under an id the scheme does not have.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from duibiao.core.compare.declaration import DeclaredLine
from duibiao.core.compare.judge import read_declared
from duibiao.core.compare.relate import relate
from duibiao.core.compare.relation import Relation
from duibiao.core.compare.scheme import Clause, Indicator, Scheme
from duibiao.core.compare.scheme_document import examine, read_scheme
from duibiao.core.compare.scheme_problems import NegativeWeight, SchemeProblem, WeightSum
from duibiao.core.compare.yardstick import Against, measure_against
from duibiao.core.errors import Fact
from duibiao.core.measure.requirement import Requirement
from duibiao.core.measure.units import unit as find_unit

OWN = "本依据"  # under which a basis's own demand stands among the benchmark standards
THREE_KINDS = frozenset({"international", "foreign_advanced", "domestic_advanced"})
WEIGHT_PROBLEMS = (WeightSum, NegativeWeight)
Document = dict[str, Any]
Adjustments = Mapping[str, Mapping[str, Any]]


class Change(StrEnum):
    """What an adjustment does to an indicator of the scheme."""

    TIGHTENED = "tightened"
    EQUAL = "equal"
    LOOSENED = "loosened"
    INCOMPARABLE = "incomparable"
    OFF_LIST = "off_list"
    DROPPED = "dropped"
    LEADING_LOOSENED = "leading_loosened"

    @property
    def is_local(self) -> bool:
        """Does it make the basis a local one?"""
        return self not in {self.TIGHTENED, self.EQUAL}


class Element(StrEnum):
    """The six elements of a basis (五(三)3-2)."""

    PRODUCT = "product"
    STANDARDS = "standards"
    INDICATORS = "indicators"
    REQUIREMENTS = "requirements"
    REASONS = "reasons"
    WEIGHTS = "weights"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One adjusted indicator: what the scheme demands, what the basis does, what that is."""

    indicator_id: str
    name: str
    change: Change
    scheme: str = ""
    own: str = ""


@dataclass(eq=False)
class ElementMissing(Fact):
    """One of the six elements is not there; `place` says where."""

    code: ClassVar[str] = "basis_element_missing"
    element: Element
    place: str


@dataclass(eq=False)
class LeadingWorse(Fact):
    """A leading value is not at least as strict as what attains."""

    code: ClassVar[str] = "basis_leading_worse"
    indicator: str
    leading: str
    required: str


@dataclass(eq=False)
class DimensionDiffers(Fact):
    """A requirement in a unit of another quantity than the indicator's."""

    code: ClassVar[str] = "basis_dimension_differs"
    indicator: str
    unit: str
    expected: str


def effective(document: Document, adjustments: Adjustments) -> Document:
    """The document with the adjustments in it. The scheme's own words stay beside each demand
    that replaces them (`scheme_requirements`); with no adjustment it is the scheme, byte for
    byte."""
    if not adjustments:
        return document
    made = deepcopy(document)
    entries = [_adjusted(one, adjustments.get(str(one.get("id")), {})) for one in _entries(made)]
    known = {str(one.get("id")) for one in _entries(document)}
    new = [
        deepcopy(dict(a["new"])) for i, a in adjustments.items() if i not in known and "new" in a
    ]
    made["indicators"] = [one for one in entries if one is not None] + new
    cited = [c for one in made["indicators"] for c in one.get("benchmark_requirements", ())]
    listed = [one.get("number") for one in made.get("benchmark_standards", ())]
    if OWN not in listed and any(clause.get("standard") == OWN for clause in cited):
        own = {"number": OWN, "title": OWN, "kind": "basis"}
        made["benchmark_standards"] = [*made.get("benchmark_standards", ()), own]
    return made


def marks(document: Document, adjustments: Adjustments) -> tuple[Mark, ...]:
    """What each adjustment does to the scheme, in the scheme's order; new ones last."""
    if not adjustments:
        return ()
    scheme = read_scheme(document)
    found = [
        mark
        for indicator in scheme.indicators
        if indicator.id in adjustments
        for mark in _marks_of(indicator, adjustments[indicator.id])
    ]
    known = {indicator.id for indicator in scheme.indicators}
    for name, adjustment in adjustments.items():
        if name not in known and "new" in adjustment:
            entry = adjustment["new"]
            found.append(
                Mark(
                    indicator_id=name,
                    name=str(entry.get("name", name)),
                    change=Change.OFF_LIST,
                    own="、".join(
                        c.get("text", "") for c in entry.get("benchmark_requirements", ())
                    ),
                )
            )
    return tuple(found)


def wrong_units(document: Document, adjustments: Adjustments) -> list[Fact]:
    """Demands in a unit of another quantity (kg where m is measured), or in none that is known."""
    found: list[Fact] = []
    for indicator in read_scheme(document).indicators:
        unit = str(adjustments.get(indicator.id, {}).get("unit", ""))
        if not unit or unit == indicator.unit:
            continue
        try:
            if find_unit(unit).dimension == find_unit(indicator.unit).dimension:
                continue
        except Fact as unknown:
            found.append(unknown)
            continue
        found.append(DimensionDiffers(indicator.name, unit, indicator.unit))
    return found


def missing_elements(document: Document, *, product_name: str, class_code: str) -> list[Fact]:
    """Which of the six elements are missing, and where; ⑥ by `weight_problems`."""
    found: list[Fact] = []
    found += [] if product_name.strip() else [ElementMissing(Element.PRODUCT, "product_name")]
    found += [] if class_code.strip() else [ElementMissing(Element.PRODUCT, "class_code")]
    scheme, problems = examine(document)
    found += [p for p in problems if p.severity == "error" and not isinstance(p, WEIGHT_PROBLEMS)]
    if scheme is None:
        return found
    if not any(one.kind in THREE_KINDS for one in scheme.benchmark_standards):
        found.append(ElementMissing(Element.STANDARDS, "benchmark_standards"))
    found += [
        ElementMissing(Element.REASONS, one.name)
        for one, entry in zip(scheme.indicators, _entries(document), strict=True)
        if not (one.reason.strip() or str(entry.get("rationale", "")).strip())
    ]
    return found


def weight_problems(document: Document) -> list[SchemeProblem]:
    """Weights below zero, or that do not sum to exactly 100 % (五(三)3-3)."""
    return [one for one in examine(document)[1] if isinstance(one, WEIGHT_PROBLEMS)]


def leading_problems(scheme: Scheme) -> list[Fact]:
    """Leading values that are worse than what attains, or cannot be compared with it."""
    found: list[Fact] = []
    for indicator in scheme.indicators:
        if indicator.leading is None:
            continue
        for clause in _demanding(indicator):
            against = _against(indicator, indicator.leading, clause)
            if not _at_least(against):
                leading, required = indicator.leading.text or "", clause.requirement.text or ""
                found.append(LeadingWorse(indicator.name, leading, required))
    return found


def _entries(document: Document) -> list[Document]:
    found = document.get("indicators", [])
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _adjusted(entry: Document, adjustment: Mapping[str, Any]) -> Document | None:
    if not adjustment:
        return entry
    if adjustment.get("dropped"):
        return None
    if "text" in adjustment:
        unit = str(adjustment.get("unit") or entry.get("unit", ""))
        own = {"standard": OWN, "clause": "", "text": adjustment["text"], "unit": unit}
        entry["scheme_requirements"] = entry.get("benchmark_requirements", [])
        entry["benchmark_requirements"] = [own]
        methods = dict(entry.get("test_methods") or {})
        method = adjustment.get("method") or next(iter(methods.values()), "")
        if method:
            entry["test_methods"] = {**methods, OWN: method}
    if "leading" in adjustment:
        entry["leading"] = {"text": adjustment["leading"], "unit": entry.get("unit", "")}
    if "weight" in adjustment:
        entry["weight"] = adjustment["weight"]
    if adjustment.get("why"):
        entry["adjustment_reason"] = adjustment["why"]
    return entry


def _marks_of(indicator: Indicator, adjustment: Mapping[str, Any]) -> list[Mark]:
    required = "；".join(c.requirement.text or "" for c in _demanding(indicator))
    if adjustment.get("dropped"):
        return [_mark(indicator, Change.DROPPED, required, "")]
    found = []
    if "text" in adjustment:
        change = _change(indicator, adjustment)
        unit = str(adjustment.get("unit", ""))
        said = f"{adjustment['text']} {unit}" if unit != indicator.unit else adjustment["text"]
        found.append(_mark(indicator, change, required, said.strip()))
    if "leading" in adjustment and indicator.leading is not None:
        line = DeclaredLine(indicator_id=indicator.id, text=adjustment["leading"])
        own = read_declared(indicator, line)
        relation = relate(own, indicator.leading, direction=indicator.direction.value).relation
        if relation not in {Relation.STRICTER, Relation.EQUAL}:
            told = indicator.leading.text or ""
            found.append(_mark(indicator, Change.LEADING_LOOSENED, told, adjustment["leading"]))
    return found


def _mark(indicator: Indicator, change: Change, scheme: str, own: str) -> Mark:
    return Mark(
        indicator_id=indicator.id, name=indicator.name, change=change, scheme=scheme, own=own
    )


def _change(indicator: Indicator, adjustment: Mapping[str, Any]) -> Change:
    """By the engine: looser than one clause is looser; undecided against one is incomparable."""
    line = DeclaredLine(
        indicator_id=indicator.id,
        text=adjustment["text"],
        unit=adjustment.get("unit") or None,
        method=adjustment.get("method") or None,
    )
    own = read_declared(indicator, line)
    relations = {
        measure_against(indicator, own, line, clause).comparison.relation
        for clause in _demanding(indicator)
    }
    if not relations:
        return Change.TIGHTENED  # the scheme's standards say nothing here
    if Relation.LOOSER in relations:
        return Change.LOOSENED
    if relations & {Relation.INCOMPARABLE, Relation.UNKNOWN}:
        return Change.INCOMPARABLE
    return Change.TIGHTENED if Relation.STRICTER in relations else Change.EQUAL


def _demanding(indicator: Indicator) -> list[Clause]:
    return [clause for clause in indicator.benchmarks if not clause.silent]


def _against(indicator: Indicator, own: Requirement, clause: Clause) -> Against:
    return measure_against(indicator, own, None, clause)


def _at_least(against: Against) -> bool:
    return against.comparison.relation in {Relation.STRICTER, Relation.EQUAL}
