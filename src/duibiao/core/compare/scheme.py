"""A benchmark scheme (对标技术方案): indicators, what each standard demands, weights.

The six elements of a basis (五(三)3): product, benchmark standards, indicators, requirements,
reasons for selection, weights. Values are frozen; `read_scheme` in `scheme_document` builds them
from the published document, whose digest names the whole of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from duibiao.core.measure.requirement import FreeText, Pieces, Requirement, Silent, Unread


class Direction(StrEnum):
    """Which way is better: a property of the indicator (field.md pitfall 9)."""

    SMALLER = "smaller_better"
    LARGER = "larger_better"
    RANGE = "range"
    BOOLEAN = "boolean"


class Comparability(StrEnum):
    """What the scheme's editors say about comparing this indicator across its standards."""

    DIRECT = "direct"
    UNIT_CONVERSION = "needs_unit_conversion"
    BASIS_DIFFERS = "basis_differs"
    METHOD_DIFFERS = "method_differs"
    NOT_COMPARABLE = "not_comparable"
    BENCHMARK_SILENT = "benchmark_silent"
    BASELINE_SILENT = "baseline_silent"

    @property
    def restricted(self) -> bool:
        """Only like is compared with like: same method, same basis."""
        return self in {self.BASIS_DIFFERS, self.METHOD_DIFFERS, self.NOT_COMPARABLE}


class Category(StrEnum):
    """What a benchmark standard is (五(三)3-4): one of three."""

    INTERNATIONAL = "international"
    FOREIGN = "foreign_advanced"  # says of which country and body
    DOMESTIC = "domestic_advanced"  # says why it is of international level


class ObjectKind(StrEnum):
    """Whose performance an indicator measures or describes (附.19)."""

    PRODUCT = "product"
    PROCESS = "process"
    SERVICE = "service"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardRef:
    """A standard the scheme cites."""

    number: str
    title: str
    kind: str  # baseline, or a Category
    note: str = ""
    country: str = ""
    body: str = ""
    justification: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """What one standard demands for one indicator."""

    standard: str
    clause: str
    requirement: Requirement
    baseline: bool
    confidence: str = ""
    basis: str = ""
    note: str = ""

    @property
    def silent(self) -> bool:
        """The standard states no requirement here."""
        return isinstance(self.requirement.content, Silent)

    @property
    def unread(self) -> bool:
        """No set can be formed from it."""
        return isinstance(self.requirement.content, (Unread, FreeText))

    @property
    def cases(self) -> tuple[str, ...]:
        """The cases it distinguishes (深色, 末梢水); empty when it says one thing."""
        content = self.requirement.content
        return tuple(i.label for i in content.items) if isinstance(content, Pieces) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One key technical indicator (关键技术指标, 附.19) with all that is demanded of it."""

    id: str
    name: str
    unit: str
    direction: Direction
    weight: Decimal
    kind: str = "quantitative"
    synonyms: tuple[str, ...] = ()
    reason: str = ""
    test_methods: Mapping[str, str] = field(default_factory=dict)
    comparability: Comparability = Comparability.DIRECT
    comparability_note: str = ""
    baseline: tuple[Clause, ...] = ()
    benchmarks: tuple[Clause, ...] = ()
    key: bool = True
    core: bool = False
    leading: Requirement | None = None
    scale: tuple[str, ...] = ()  # its grades, best first, where it has any
    attained: Requirement | None = None  # where the drafters state it beside the standards' own
    parent: str = ""  # the group it stands in
    aspect: str = ""
    veto: bool = False
    object_kind: ObjectKind = ObjectKind.PRODUCT

    @property
    def cases(self) -> tuple[str, ...]:
        """All cases any standard distinguishes, each once, in the order met."""
        labels = [c for clause in (*self.benchmarks, *self.baseline) for c in clause.cases]
        return tuple(dict.fromkeys(labels))


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An inner node of the indicator tree: it has a name and carries no requirement."""

    id: str
    name: str
    parent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One line of the timetable."""

    task: str
    first_day: date | None
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sections:
    """The three sections a scheme must have (附.22): route, safeguards, timetable."""

    technical_route: str = ""
    safeguards: str = ""
    timetable: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A published scheme. `digest` is the SHA-256 of the whole document, not of chosen fields."""

    id: str
    title: str
    product: str
    product_english: str
    digest: str
    indicators: tuple[Indicator, ...]
    standards: tuple[StandardRef, ...]
    industry_code: str = ""
    industry_name: str = ""
    scope: str = ""
    notes: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    sections: Sections = Sections()

    @property
    def benchmark_standards(self) -> tuple[StandardRef, ...]:
        """The standards to reach or surpass."""
        return tuple(s for s in self.standards if s.kind != "baseline")

    @property
    def baseline_standards(self) -> tuple[StandardRef, ...]:
        """The domestic standards in force."""
        return tuple(s for s in self.standards if s.kind == "baseline")

    def indicator(self, indicator_id: str) -> Indicator | None:
        """The indicator of this id, or None."""
        return next((i for i in self.indicators if i.id == indicator_id), None)
