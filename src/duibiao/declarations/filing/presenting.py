"""A declaration as its pages show it: rows of cells, each with what was found and pinned there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from duibiao.core.measure.requirement import Unread
from duibiao.core.measure.write import write
from duibiao.core.report.completeness import hindering
from duibiao.core.report.filing import ASPECTS, BetterWhen, Characteristic, Track
from duibiao.core.report.filing_indicators import VALUES, read_value
from duibiao.core.report.findings import Finding, Gravity, Thing
from duibiao.declarations.models import (
    Declaration,
    ExecutedStandard,
    KeyIndicator,
    Product,
    ReviewPin,
)
from duibiao.declarations.queries import Counted, counts_of, findings_of, parts_of
from duibiao.declarations.queries.content import Parts
from duibiao.ui import wording
from duibiao.ui.wording import Language

# The columns of the grid: field, kind of input. Text fields in this order take a pasted block.
COLUMNS: tuple[tuple[str, str], ...] = (
    ("name", "text"),
    ("unit", "text"),
    ("direction", "select"),
    ("stipulated", "text"),
    ("promised", "text"),
    ("measured", "text"),
    ("method", "text"),
    ("method_clause", "text"),
    ("standard", "select"),
    ("clause", "text"),
    ("in_scope", "check"),
    ("is_core", "check"),
    ("characteristic", "select"),
    ("aspect", "select"),
)
KINDS = dict(COLUMNS)


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of one indicator."""

    row: str
    field: str
    kind: str
    value: Any
    shown: str  # the value in words
    options: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()
    pins: tuple[ReviewPin, ...] = ()
    read: str = ""

    @property
    def label_key(self) -> str:
        """Wording key of its heading."""
        return f"declare.{self.field}"

    @property
    def place(self) -> str:
        """Its address."""
        return f"indicator:{self.row}:{self.field}"

    @property
    def wrong(self) -> bool:
        """Does it stop the submission, or does a remark stand at it?"""
        return bool(self.pins) or any(finding.stops for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator."""

    indicator: KeyIndicator | None
    key: str  # its id, or new1, new2 …
    cells: dict[str, Cell]

    @property
    def wrong(self) -> int:
        """How many of its cells want attention."""
        return sum(cell.wrong for cell in self.cells.values())


@dataclass(frozen=True, slots=True)
class Block:
    """A product with its lines and what is found about the product itself."""

    product: Product
    lines: list[Line]
    findings: tuple[Finding, ...]
    pins: tuple[ReviewPin, ...]


@dataclass(slots=True)
class Shown:
    """Everything a page of a declaration needs; the rows are read once."""

    declaration: Declaration
    parts: Parts
    findings: list[Finding]
    pins: list[ReviewPin]
    language: Language
    by_place: dict[str, list[Finding]] = field(default_factory=lambda: defaultdict(list))
    pins_at: dict[str, list[ReviewPin]] = field(default_factory=lambda: defaultdict(list))

    @property
    def counts(self) -> Counted:
        """The numbers."""
        return counts_of(self.parts)

    @property
    def left(self) -> int:
        """How many things stand against the submission, the signature apart."""
        return len({f.place for f in hindering(self.findings) if f.field != "truth"})

    @property
    def warnings(self) -> list[Finding]:
        """Warnings, explained or not."""
        return [finding for finding in self.findings if finding.gravity is Gravity.WARN]

    def about(self, thing: Thing, pk: object) -> tuple[Finding, ...]:
        """What is found about one thing, whatever the field."""
        return tuple(f for f in self.findings if f.thing is thing and f.id == str(pk))

    def pinned(self, thing: Thing, pk: object) -> tuple[ReviewPin, ...]:
        """The remarks about one thing."""
        return tuple(p for p in self.pins if p.thing == thing and p.object_id == str(pk))

    def blocks(self) -> list[Block]:
        """Product by product."""
        return [
            Block(
                product,
                [self.line(one, product) for one in self.parts.of(product)],
                self.about(Thing.PRODUCT, product.pk),
                self.pinned(Thing.PRODUCT, product.pk),
            )
            for product in self.parts.products
        ]

    def line(self, indicator: KeyIndicator, product: Product) -> Line:
        """One indicator as a row of cells."""
        key = str(indicator.pk)
        options = options_for(product, self.parts.standards, self.language)
        return Line(
            indicator,
            key,
            {name: self._cell(indicator, key, name, options.get(name, ())) for name, _ in COLUMNS},
        )

    def empty_line(self, product: Product, number: int) -> Line:
        """A row for one more indicator."""
        options = options_for(product, self.parts.standards, self.language)
        fresh = KeyIndicator(product=product)
        own = [s for s in self.parts.standards if product in s.products.all()]
        fresh.standard = own[0] if len(own) == 1 else None
        key = f"new{number}"
        return Line(
            None,
            key,
            {name: self._cell(fresh, key, name, options.get(name, ())) for name, _ in COLUMNS},
        )

    def _cell(
        self, indicator: KeyIndicator, key: str, name: str, options: tuple[tuple[str, str], ...]
    ) -> Cell:
        value = getattr(indicator, "standard_id" if name == "standard" else name)
        value = str(value or "") if name == "standard" else value
        place = f"{Thing.INDICATOR}:{key}:{name}"
        return Cell(
            row=key,
            field=name,
            kind=KINDS[name],
            value=value,
            shown=dict(options).get(value, "") if options else _plain(value),
            options=options,
            findings=tuple(self.by_place.get(place, ())),
            pins=tuple(self.pins_at.get(place, ())),
            read=read_as(indicator, name, self.language),
        )


def shown(declaration: Declaration, language: Language) -> Shown:
    """A declaration with all that is found and pinned."""
    parts = parts_of(declaration)
    found = findings_of(declaration, parts)
    pins = list(declaration.pins.filter(resolved_at=None))
    result = Shown(declaration, parts, found, pins, language)
    for finding in found:
        result.by_place[finding.place].append(finding)
    for one in pins:
        result.pins_at[one.place].append(one)
    return result


def read_as(indicator: KeyIndicator, name: str, language: Language) -> str:
    """How a value was read, in words; nothing for texts and for what could not be read."""
    if name not in VALUES or indicator.characteristic != Characteristic.QUANTITATIVE:
        return ""
    requirement = read_value(getattr(indicator, name), indicator.unit)
    if requirement is None or isinstance(requirement.content, Unread):
        return ""
    return write(requirement, language)


def options_for(
    product: Product, standards: Iterable[ExecutedStandard], language: Language
) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The choices of the grid's lists."""
    empty = ("", wording.text("declare.choose", language))
    own = [(str(s.pk), s.number or s.title) for s in standards if product in s.products.all()]

    def words(members: Iterable[StrEnum]) -> tuple[tuple[str, str], ...]:
        return tuple((one.value, wording.word(one, language)) for one in members)

    return {
        "direction": (empty, *words(BetterWhen)),
        "characteristic": words(Characteristic),
        "aspect": (empty, *words(ASPECTS[Track(product.track)])),
        "standard": (empty, *own),
    }


def _plain(value: object) -> str:
    if value is True:
        return "✓"
    return "" if value is False or value is None else str(value)
