"""The published scheme document (JSON) → `Scheme`, with every problem located.

The document's own words stay the law: requirements are read from their `text`. Bounds recorded
beside the text (`parsed`) are a second opinion: they are used only where the text itself gives no
set (flag as_recorded), and a disagreement is reported.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from duibiao.core.canonical import digest
from duibiao.core.compare.reading import read_for
from duibiao.core.compare.recorded import agrees, from_recorded, recorded_text
from duibiao.core.compare.scheme import (
    Clause,
    Comparability,
    Direction,
    Group,
    Indicator,
    ObjectKind,
    Scheme,
    Sections,
    StandardRef,
    Task,
)
from duibiao.core.compare.scheme_problems import (
    DiffersFromRecord,
    DuplicateId,
    MissingField,
    NegativeWeight,
    NotADay,
    NothingDemanded,
    SchemeProblem,
    SchemeUnusable,
    UnknownUnitInScheme,
    UnknownWord,
    UnlistedStandard,
    UnreadRequirement,
    WeightSum,
    WrongType,
)
from duibiao.core.compare.scheme_tree import parents_in, tree_problems
from duibiao.core.errors import Fact
from duibiao.core.measure.requirement import FreeText, Reading, Requirement, Unread
from duibiao.core.measure.units import unit as find_unit
from duibiao.core.measure.write import write

Word = TypeVar("Word", bound=StrEnum)
NO_UNIT = {"", "—", "-", "/"}
STANDARD_LISTS = (("domestic_baseline_standards", "baseline"), ("benchmark_standards", ""))


def read_scheme(document: Any) -> Scheme:
    """The scheme of a document; raises SchemeUnusable with all errors."""
    scheme, problems = examine(document)
    errors = tuple(p for p in problems if p.severity == "error")
    if errors or scheme is None:
        raise SchemeUnusable(errors)
    return scheme


def check_scheme(document: Any) -> tuple[SchemeProblem, ...]:
    """Everything a standards engineer should look at before publishing, errors first."""
    _, problems = examine(document)
    return tuple(sorted(problems, key=lambda p: p.severity != "error"))


def examine(document: Any) -> tuple[Scheme | None, list[SchemeProblem]]:
    """The scheme as far as it can be built, and all problems met on the way."""
    reader = _Reader()
    if not isinstance(document, dict):
        return None, [WrongType("", type(document).__name__, "JSON object")]
    return reader.scheme(document), reader.problems


class _Reader:
    """Walks a document once, collecting problems instead of stopping at the first."""

    def __init__(self) -> None:
        self.problems: list[SchemeProblem] = []

    def scheme(self, document: dict[str, Any]) -> Scheme:
        product = self.table(document, "product_or_service", "")
        industry = self.optional_table(document, "industry_class", "")
        standards = self.standards(document)
        cited = {s.number for s in standards}
        entries = self.rows(document, "indicators", "")
        above = parents_in(entries)
        self.problems += tree_problems(entries)
        indicators = [
            self.indicator(entry, f"indicators[{n}]", cited)
            for n, entry in enumerate(entries)
            if entry.get("id") not in above
        ]
        groups = [
            self.group(entry, f"indicators[{n}]")
            for n, entry in enumerate(entries)
            if entry.get("id") in above
        ]
        self.check_together(indicators)
        return Scheme(
            id=self.words(document, "scheme_id", ""),
            title=self.words(document, "title", ""),
            product=self.words(product, "name", "product_or_service"),
            product_english=str(product.get("name_en", "")),
            digest=digest(document),
            indicators=tuple(indicators),
            standards=standards,
            industry_code=str(industry.get("code", "")),
            industry_name=str(industry.get("name", "")),
            scope=str(document.get("scope", "")),
            notes=self.list_of_words(document, "notes", ""),
            groups=tuple(groups),
            sections=self.sections(document),
        )

    def group(self, entry: dict[str, Any], path: str) -> Group:
        return Group(
            id=self.words(entry, "id", path),
            name=self.words(entry, "name", path),
            parent=str(entry.get("parent") or ""),
        )

    def sections(self, document: dict[str, Any]) -> Sections:
        table = self.optional_table(document, "sections", "")
        rows = self.rows(table, "timetable", "sections")
        return Sections(
            technical_route=str(table.get("technical_route") or ""),
            safeguards=str(table.get("safeguards") or ""),
            timetable=tuple(
                Task(
                    task=str(row.get("task") or ""),
                    first_day=self.day(row, "from", f"sections.timetable[{n}]"),
                    last_day=self.day(row, "to", f"sections.timetable[{n}]"),
                )
                for n, row in enumerate(rows)
            ),
        )

    def day(self, entry: dict[str, Any], name: str, path: str) -> date | None:
        text = str(entry.get(name) or "")
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.problems.append(NotADay(f"{path}.{name}", text))
            return None

    def standards(self, document: dict[str, Any]) -> tuple[StandardRef, ...]:
        found = []
        for name, kind in STANDARD_LISTS:
            for n, entry in enumerate(self.rows(document, name, "")):
                found.append(
                    StandardRef(
                        number=self.words(entry, "number", f"{name}[{n}]"),
                        title=str(entry.get("title", "")),
                        kind=kind or str(entry.get("kind", "foreign_advanced")),
                        note=str(entry.get("note", "")),
                        country=str(entry.get("country") or ""),
                        body=str(entry.get("body") or ""),
                        justification=str(entry.get("justification") or ""),
                    )
                )
        return tuple(found)

    def indicator(self, entry: dict[str, Any], path: str, cited: set[str]) -> Indicator:
        direction = self.word(entry, "direction", path, Direction, Direction.SMALLER)
        plain = Indicator(
            id=self.words(entry, "id", path),
            name=self.words(entry, "name", path),
            unit=self.unit(str(entry.get("unit", "")), f"{path}.unit"),
            kind=str(entry.get("kind", "quantitative")),
            direction=direction,
            weight=self.weight(entry, path),
            synonyms=self.list_of_words(entry, "synonyms", path),
            reason=str(entry.get("selection_reason", "")),
            test_methods=self.methods(entry, path),
            comparability=self.word(
                entry, "comparability", path, Comparability, Comparability.DIRECT
            ),
            comparability_note=str(entry.get("comparability_note", "")),
            key=bool(entry.get("key", True)),
            core=bool(entry.get("core", False)),
            scale=self.list_of_words(entry, "scale", path),
            parent=str(entry.get("parent") or ""),
            aspect=str(entry.get("aspect") or ""),
            veto=bool(entry.get("veto", False)),
            object_kind=self.word(entry, "object_kind", path, ObjectKind, ObjectKind.PRODUCT),
        )
        both = [
            tuple(
                self.clause(row, f"{path}.{name}[{n}]", plain, cited, baseline)
                for n, row in enumerate(self.rows(entry, name, path))
            )
            for name, baseline in (("domestic_baseline", True), ("benchmark_requirements", False))
        ]
        if not any(both):
            self.problems.append(NothingDemanded(path, plain.name))
        return replace(
            plain,
            baseline=both[0],
            benchmarks=both[1],
            leading=self.value(entry, "leading", path, plain),
            attained=self.value(entry, "attained", path, plain),
        )

    def value(
        self, entry: dict[str, Any], name: str, path: str, indicator: Indicator
    ) -> Requirement | None:
        """A value the drafters state beside the standards': at which an indicator counts as
        leading (领跑值) or attained (达标值), if there is one."""
        value = self.optional_table(entry, name, path)
        if not value:
            return None
        text = self.words(value, "text", f"{path}.{name}")
        unit = str(value.get("unit", indicator.unit)) or None
        return read_for(text, unit=unit, direction=indicator.direction, scale=indicator.scale)

    def clause(
        self, row: dict[str, Any], path: str, indicator: Indicator, cited: set[str], baseline: bool
    ) -> Clause:
        standard = self.words(row, "standard", path)
        if standard and standard not in cited:
            self.problems.append(UnlistedStandard(f"{path}.standard", standard))
        return Clause(
            standard=standard,
            clause=str(row.get("clause", "")),
            requirement=self.requirement(row, path, indicator),
            baseline=baseline,
            confidence=str(row.get("confidence", "")),
            basis=str(row.get("basis", "")),
            note=str(row.get("note", "")),
        )

    def requirement(self, row: dict[str, Any], path: str, indicator: Indicator) -> Requirement:
        text = self.words(row, "text", path)
        unit = self.unit(str(row.get("unit", indicator.unit)), f"{path}.unit")
        found = read_for(
            text, unit=unit or None, direction=indicator.direction, scale=indicator.scale
        )
        recorded = self.optional_table(row, "parsed", path)
        if isinstance(found.content, (Unread, FreeText)):
            substitute = from_recorded(recorded, found)
            if substitute is not None:
                flags = found.flags | {Reading.AS_RECORDED}
                return replace(found, content=substitute, flags=flags)
            self.problems.append(UnreadRequirement(f"{path}.text", text, _reason(found)))
        elif recorded and not agrees(found, recorded):
            self.problems.append(
                DiffersFromRecord(f"{path}.parsed", text, write(found), recorded_text(recorded))
            )
        return found

    def check_together(self, indicators: list[Indicator]) -> None:
        if not indicators:
            self.problems.append(MissingField("indicators"))
            return
        seen: set[str] = set()
        for n, indicator in enumerate(indicators):
            if indicator.id in seen:
                self.problems.append(DuplicateId(f"indicators[{n}].id", indicator.id))
            seen.add(indicator.id)
        total = sum((i.weight for i in indicators), Decimal(0))
        if total != 1:
            self.problems.append(WeightSum("indicators[].weight", str(total)))

    def weight(self, entry: dict[str, Any], path: str) -> Decimal:
        value = entry.get("weight")
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            self.problems.append(WrongType(f"{path}.weight", str(value), "number"))
            return Decimal(0)
        if value < 0:
            self.problems.append(NegativeWeight(f"{path}.weight", str(value)))
        return Decimal(value)

    def unit(self, text: str, path: str) -> str:
        if text in NO_UNIT:
            return ""
        try:
            find_unit(text)
        except Fact:
            self.problems.append(UnknownUnitInScheme(path, text))
        return text

    def words(self, entry: dict[str, Any], name: str, path: str) -> str:
        value = entry.get(name)
        where = f"{path}.{name}" if path else name
        if value is None or value == "":
            self.problems.append(MissingField(where))
            return ""
        if not isinstance(value, str):
            self.problems.append(WrongType(where, str(value), "text"))
            return ""
        return value

    def word(
        self, entry: dict[str, Any], name: str, path: str, words: type[Word], default: Word
    ) -> Word:
        value = entry.get(name, default.value)
        if value in {w.value for w in words}:
            return words(value)
        allowed = "、".join(w.value for w in words)
        self.problems.append(UnknownWord(f"{path}.{name}", str(value), allowed))
        return default

    def table(self, entry: dict[str, Any], name: str, path: str) -> dict[str, Any]:
        value = entry.get(name)
        if isinstance(value, dict):
            return value
        self.problems.append(MissingField(f"{path}.{name}" if path else name))
        return {}

    def optional_table(self, entry: dict[str, Any], name: str, path: str) -> dict[str, Any]:
        return self.table(entry, name, path) if entry.get(name) is not None else {}

    def list_of_words(self, entry: dict[str, Any], name: str, path: str) -> tuple[str, ...]:
        value = entry.get(name, [])
        if isinstance(value, list):
            return tuple(str(word) for word in value)
        self.problems.append(WrongType(f"{path}.{name}", str(value), "list of texts"))
        return ()

    def methods(self, entry: dict[str, Any], path: str) -> dict[str, str]:
        table = self.optional_table(entry, "test_methods", path)
        return {str(standard): str(method) for standard, method in table.items()}

    def rows(self, entry: dict[str, Any], name: str, path: str) -> list[dict[str, Any]]:
        where = f"{path}.{name}" if path else name
        value = entry.get(name, [])
        if not isinstance(value, list):
            self.problems.append(WrongType(where, type(value).__name__, "list"))
            return []
        for n, row in enumerate(value):
            if not isinstance(row, dict):
                self.problems.append(WrongType(f"{where}[{n}]", str(row), "JSON object"))
        return [row for row in value if isinstance(row, dict)]


def _reason(requirement: Requirement) -> str:
    content = requirement.content
    return content.problem.code if isinstance(content, Unread) else "free_text"
