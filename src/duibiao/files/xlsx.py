"""Reads .xlsx and .xlsm (ECMA-376): the parts around the sheets, then sheet by sheet.

Why not a library: one streamed pass sees value, formula, number format, merges and what is
hidden, and can stop at every limit. fastexcel shows no formats (5 % comes as 0.05) and openpyxl
builds merged ranges and far cells before one can refuse them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from duibiao.files.container import open_zip
from duibiao.files.facts import Counted, FileTooMany
from duibiao.files.grid import Sheet, Workbook
from duibiao.files.limits import SHEETS
from duibiao.files.number_format import BUILT_IN
from duibiao.files.xlsx_sheet import RAISED, Budget, SheetPart, Styles, unescape
from duibiao.files.xml_parts import PackageReader, Part, attribute

WORKBOOK = "xl/workbook.xml"
ACTIVE_PARTS = (
    ("xl/vbaProject.bin", "macros"),
    ("xl/externalLinks/", "external_links"),
    ("xl/embeddings/", "embedded_files"),
    ("xl/media/", "pictures"),
    ("xl/charts/", "charts"),
)


def read_xlsx(content: bytes, filename: str) -> Workbook:
    """All sheets of the package; raises FileProblem."""
    package = PackageReader(open_zip(content, filename), filename)
    index = _Index()
    package.stream(WORKBOOK, index)
    if len(index.sheets) > SHEETS:
        raise FileTooMany(filename, Counted.SHEETS, "", len(index.sheets), SHEETS)
    targets = _targets(package)
    shared = _shared_strings(package)
    styles = _styles(package, index.from_1904)
    workbook = Workbook(filename=filename, kind="xlsx", properties=_properties(package))
    workbook.dropped = [
        what for part, what in ACTIVE_PARTS if any(n.startswith(part) for n in package.names)
    ]
    budget = Budget(filename)
    for entry in index.sheets:
        part = targets.get(entry.relation, "")
        if package.has(part):
            sheet = Sheet(name=entry.name, hidden=entry.hidden)
            package.stream(part, SheetPart(sheet, shared, styles, budget))
            workbook.sheets.append(sheet)
    return workbook


def sheet_parts(content: bytes, filename: str) -> dict[str, str]:
    """Which part of the package holds which sheet; raises FileProblem."""
    package = PackageReader(open_zip(content, filename), filename)
    index = _Index()
    package.stream(WORKBOOK, index)
    targets = _targets(package)
    parts = {entry.name: targets.get(entry.relation, "") for entry in index.sheets}
    return {name: part for name, part in parts.items() if package.has(part)}


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    relation: str
    hidden: bool


class _Index(Part):
    """xl/workbook.xml: names, order and visibility of the sheets; the epoch of dates."""

    def __init__(self) -> None:
        self.sheets: list[_Entry] = []
        self.from_1904 = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Collect sheet entries."""
        if name == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            relation = attribute({k: v for k, v in attributes.items() if ":" in k}, "id") or ""
            self.sheets.append(_Entry(attributes.get("name", ""), relation, hidden))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904", "0") in {"1", "true"}


class _Relations(Part):
    """Relation id → part inside the package; links to outside are left out."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Collect targets."""
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            full = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
            self.targets[attributes.get("Id", "")] = posixpath.normpath(full)


def _targets(package: PackageReader) -> dict[str, str]:
    relations = _Relations()
    if package.has("xl/_rels/workbook.xml.rels"):
        package.stream("xl/_rels/workbook.xml.rels", relations)
    return relations.targets


class _RichText(Part):
    """Text of runs; raised digits stay raised (10⁴ is not 104), phonetic guides are left out."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.inside_text = False
        self.phonetic = False
        self.raised = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Follow runs."""
        if name == "rPh":
            self.phonetic = True
        elif name == "r":
            self.raised = False
        elif name == "vertAlign":
            self.raised = attributes.get("val") == "superscript"
        elif name == "t":
            self.inside_text = not self.phonetic

    def end(self, name: str) -> None:
        """Follow runs."""
        if name == "t":
            self.inside_text = False
        elif name == "rPh":
            self.phonetic = False
        elif name == "r":
            self.raised = False

    def text(self, words: str) -> None:
        """Collect."""
        if self.inside_text:
            self.words.append(words.translate(RAISED) if self.raised else words)

    def take(self) -> str:
        """The text so far; the collector is empty afterwards."""
        text = unescape("".join(self.words))
        self.words, self.raised, self.phonetic = [], False, False
        return text


class _SharedStrings(_RichText):
    def __init__(self) -> None:
        super().__init__()
        self.strings: list[str] = []

    def end(self, name: str) -> None:
        super().end(name)
        if name == "si":
            self.strings.append(self.take())


def _shared_strings(package: PackageReader) -> list[str]:
    shared = _SharedStrings()
    if package.has("xl/sharedStrings.xml"):
        package.stream("xl/sharedStrings.xml", shared)
    return shared.strings


@dataclass
class _StylePart(Part):
    """xl/styles.xml: which number format each cell style uses."""

    own: dict[int, str] = field(default_factory=dict)
    used: list[int] = field(default_factory=list)
    inside: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Collect formats and the cell styles that use them."""
        if name == "numFmt":
            self.own[_whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self.inside = True
        elif name == "xf" and self.inside:
            self.used.append(_whole(attributes.get("numFmtId")))

    def end(self, name: str) -> None:
        """Leave the cell styles."""
        if name == "cellXfs":
            self.inside = False


def _styles(package: PackageReader, from_1904: bool) -> Styles:
    part = _StylePart()
    if package.has("xl/styles.xml"):
        package.stream("xl/styles.xml", part)
    codes = [part.own.get(n) or BUILT_IN.get(n, "General") for n in part.used]
    return Styles(codes, from_1904)


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0


class _Properties(Part):
    """docProps/custom.xml: names and their text values."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.name = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Remember whose value follows."""
        if name == "property":
            self.name = attributes.get("name", "")

    def text(self, words: str) -> None:
        """Collect the value."""
        if self.name:
            self.values[self.name] = self.values.get(self.name, "") + words.strip()


def _properties(package: PackageReader) -> dict[str, str]:
    part = _Properties()
    if package.has("docProps/custom.xml"):
        package.stream("docProps/custom.xml", part)
    return {name: value[:200] for name, value in list(part.values.items())[:50]}
