"""A scheme as the editor shows it: cells in rows, the grid of requirements, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from duibiao.catalogue.editor_keys import key_of
from duibiao.catalogue.editor_reading import NOTHING, read_aloud
from duibiao.core.compare.scheme import Direction
from duibiao.core.compare.scheme_editing import (
    TIMETABLE,
    Document,
    Row,
    StandardRole,
    standards_of,
    value_at,
)
from duibiao.core.compare.scheme_editing_cells import (
    CHECKS,
    INDICATOR_FIELDS,
    TASK_FIELDS,
    Part,
    Place,
    text_of,
    ticked,
)
from duibiao.core.compare.scheme_editing_indicators import (
    depth_of,
    indicators_of,
    shown_weight,
    weight_sum,
)
from duibiao.ui import wording
from duibiao.ui.wording import Language

Options = tuple[tuple[str, str], ...]
BASICS = (
    "title", "product_or_service.name", "product_or_service.name_en", "product_or_service.kind",
    "industry_class.standard", "industry_class.code", "industry_class.name", "scope",
)  # fmt: skip
AREAS = {"scope", "notes", "sections.technical_route", "sections.safeguards"}
PRODUCT_KINDS = ("product", "service", "process")
INDICATOR_KINDS = ("quantitative", "grade", "qualitative")
STANDARD_KINDS = ("international", "foreign_advanced", "domestic_advanced")
STANDARD_COLUMNS = ("number", "title", "kind", "country", "body", "justification", "note")
DEMANDED = ("text", "clause", "unit", "method")
READ_ALOUD = {"text", "leading", "attained"}  # values the engine reads while they are typed


@dataclass(frozen=True, slots=True)
class Cell:
    """One field: what it shows, what it showed before it was refused, how it is typed."""

    place: Place
    id: str
    value: str
    kind: str = "text"  # text, area, select, check
    options: Options = ()
    was: str | None = None  # where the shown value was refused: what stands there
    said: str = ""
    label: str = ""
    hint: str = ""
    read: str = ""  # how the engine reads it
    unread: bool = False

    @property
    def key(self) -> str:
        """Its name in a form."""
        return key_of(self.place)

    @property
    def before(self) -> str:
        """What stands in the document."""
        return self.value if self.was is None else self.was

    @property
    def reads(self) -> bool:
        """Does the engine read it while it is typed?"""
        return (self.place.part is Part.REQUIREMENT and self.place.field == "text") or (
            self.place.part is Part.INDICATOR and self.place.field in READ_ALOUD
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: an indicator, a standard, a task."""

    id: str  # what operations name it by
    number: int
    name: str
    cells: tuple[Cell, ...]
    form: str  # the plain form its cells belong to
    depth: int = 0
    role: str = ""

    @property
    def anchor(self) -> str:
        """Its first cell."""
        return self.cells[0].id


@dataclass(frozen=True, slots=True)
class GridLine:
    """What each standard demands of one indicator."""

    id: str
    number: int
    name: str
    unit: str
    columns: tuple[tuple[tuple[Cell, ...], ...], ...]  # standard → requirement → text, clause, unit
    form: str

    @property
    def anchor(self) -> str:
        """Its first cell."""
        return self.columns[0][0][0].id if self.columns else "h-grid"


@dataclass
class Shown:
    """The document as cells. `refused` are values typed but not written, with the reason."""

    document: Document
    language: Language
    refused: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def basics(self) -> list[Cell]:
        """Title, product, industry, scope."""
        return [self._whole(path) for path in BASICS]

    @property
    def texts(self) -> list[Cell]:
        """The two sections that are texts."""
        return [self._whole(f"sections.{name}") for name in ("technical_route", "safeguards")]

    @property
    def notes(self) -> Cell:
        """Notes and sources, one a line."""
        return self._whole("notes")

    @property
    def sum(self) -> str:
        """What the weights sum to, in percent."""
        return shown_weight(weight_sum(self.document))

    @cached_property
    def standards(self) -> list[Line]:
        """All standards, those to be reached first."""
        lines = []
        for n, (role, row) in enumerate(standards_of(self.document)):
            own = str(row.get("number", ""))
            fields = [f for f in STANDARD_COLUMNS if f != "kind" or role is StandardRole.BENCHMARK]
            places = [Place(part=Part.STANDARD, standard=own, field=f) for f in fields]
            cells = tuple(self._cell(p, f"s{n}-{p.field}", row.get(p.field)) for p in places)
            lines.append(Line(own, n + 1, own, cells, f"f-s{n}", role=role.value))
        return lines

    @cached_property
    def indicators(self) -> list[Line]:
        """The indicators in order, with their depth in the tree."""
        depths = depth_of(self.document)
        rows = indicators_of(self.document)
        parents = self._parents(rows)
        lines = []
        for n, row in enumerate(rows):
            own = str(row.get("id", ""))
            cells = tuple(self._indicator_cell(row, own, n, f, parents) for f in INDICATOR_FIELDS)
            name = str(row.get("name", "") or own)
            lines.append(Line(own, n + 1, name, cells, f"f-i{n}", depths.get(own, 0)))
        return lines

    @cached_property
    def tasks(self) -> list[Line]:
        """The timetable."""
        rows = value_at(self.document, TIMETABLE)
        lines = []
        for n, row in enumerate(rows if isinstance(rows, list) else []):
            entry = row if isinstance(row, dict) else {}
            cells = tuple(
                self._cell(Place(part=Part.TASK, field=f, nth=n), f"t{n}-{f}", entry.get(f))
                for f in TASK_FIELDS
            )
            lines.append(Line(str(n), n + 1, str(n + 1), cells, f"f-t{n}"))
        return lines

    @cached_property
    def grid(self) -> list[GridLine]:
        """Requirements: indicators down, standards across."""
        numbers = [str(row.get("number", "")) for _, row in standards_of(self.document)]
        return [
            GridLine(
                str(row.get("id", "")),
                n + 1,
                str(row.get("name", "") or row.get("id", "")),
                str(row.get("unit", "")),
                tuple(self._demands(row, n, number, c) for c, number in enumerate(numbers)),
                f"f-r{n}",
            )
            for n, row in enumerate(indicators_of(self.document))
        ]

    @property
    def forms(self) -> list[Line | GridLine]:
        """Every row is a plain form of its own, for browsers without the script."""
        return [*self.standards, *self.indicators, *self.grid, *self.tasks]

    def _demands(self, row: Row, n: int, number: str, column: int) -> tuple[tuple[Cell, ...], ...]:
        """The requirements of one standard; one empty one where there is none."""
        return tuple(
            tuple(
                self._demanded(row, found, name, (n, column, nth), number)
                for name in DEMANDED
                if nth == 0 or name != "method"  # a standard names one method for an indicator
            )
            for nth, found in enumerate(requirements_of(row, number) or [{}])
        )

    def _demanded(
        self, row: Row, found: Row, name: str, at: tuple[int, int, int], number: str
    ) -> Cell:
        own, (n, column, nth) = str(row.get("id", "")), at
        part = Part.METHOD if name == "method" else Part.REQUIREMENT
        place = Place(part=part, indicator=own, standard=number, nth=nth, field=name)
        methods = row.get("test_methods")
        method = methods.get(number) if isinstance(methods, dict) else None
        value = method if part is Part.METHOD else found.get(name)
        hint = str(row.get("unit", "")) if name == "unit" else field_word(name, self.language)
        return self._cell(place, f"r{n}-{column}-{nth}-{name}", value, hint=hint)

    def _indicator_cell(self, row: Row, own: str, n: int, name: str, parents: Options) -> Cell:
        place = Place(part=Part.INDICATOR, indicator=own, field=name)
        if name in CHECKS:
            return self._cell(place, f"i{n}-{name}", "on" if ticked(row, name) else "")
        options = tuple(one for one in parents if one[0] != own) if name == "parent" else ()
        return self._cell(place, f"i{n}-{name}", row.get(name), options)

    def _whole(self, path: str) -> Cell:
        place = Place(part=Part.WHOLE, field=path)
        return self._cell(place, f"w-{path.replace('.', '-')}", value_at(self.document, path))

    def _cell(
        self, place: Place, id_: str, value: Any, options: Options = (), hint: str = ""
    ) -> Cell:
        shown = text_of(place.field, value)
        options = options or _options(place, self.language)
        typed, said = self.refused.get(key_of(place), (None, ""))
        if options and shown not in dict(options):
            options = (*options, (shown, shown))  # a value nobody knows is shown, not lost
        heard = read_aloud(self.document, place, shown, self.language) if shown else NOTHING
        return Cell(
            place=place,
            id=id_,
            value=shown if typed is None else typed,
            kind=_kind(place, bool(options)),
            options=options,
            was=None if typed is None else shown,
            said=said,
            label=_label(place, self.language),
            hint=hint,
            read=heard["read"],
            unread=heard["unread"],
        )

    def _parents(self, rows: Sequence[Row]) -> Options:
        named = ((str(r.get("id", "")), str(r.get("name", "") or r.get("id", ""))) for r in rows)
        return (("", "—"), *named)


def requirements_of(row: Row, standard: str) -> list[Row]:
    """What a standard demands of an indicator, in order."""
    found = []
    for role in StandardRole:
        rows = row.get(role.requirements)
        for one in rows if isinstance(rows, list) else ():
            if isinstance(one, dict) and one.get("standard") == standard:
                found.append(one)
    return found


def field_word(name: str, language: Language) -> str:
    """A field's name in words; itself where there is none."""
    key = f"scheme_edit.f_{name.replace('.', '_')}"
    return wording.text(key, language) if key in wording.WORDS else name


def value_of(field: str, word: str) -> str:
    """The value behind a word of a list, in either language; anything else stays."""
    for language in ("zh", "en"):
        for part in (Part.INDICATOR, Part.STANDARD):
            for value, said in _options(Place(part=part, field=field), language):
                if said == word:
                    return value
    return word


def _label(place: Place, language: Language) -> str:
    of_indicator = place.part is Part.INDICATOR and place.field == "kind"
    return field_word("indicator_kind" if of_indicator else place.field, language)


def _kind(place: Place, choice: bool) -> str:
    if place.part is Part.INDICATOR and place.field in CHECKS:
        return "check"
    if choice:
        return "select"
    return "area" if place.part is Part.WHOLE and place.field in AREAS else "text"


def _options(place: Place, language: Language) -> Options:
    if place.part is Part.INDICATOR and place.field == "direction":
        return _words("judge.direction_", (one.value for one in Direction), language)
    if place.part is Part.INDICATOR and place.field == "object_kind":
        return _words("objectkind.", PRODUCT_KINDS, language)
    if place.part is Part.INDICATOR and place.field == "kind":
        return _words("scheme_edit.kind_", INDICATOR_KINDS, language)
    if place.part is Part.STANDARD and place.field == "kind":
        return _words("judge.kind_", STANDARD_KINDS, language)
    if place.part is Part.WHOLE and place.field == "product_or_service.kind":
        return _words("objectkind.", PRODUCT_KINDS, language)
    return ()


def _words(stem: str, values: Iterable[str], language: Language) -> Options:
    return (("", "—"), *((value, wording.text(f"{stem}{value}", language)) for value in values))
