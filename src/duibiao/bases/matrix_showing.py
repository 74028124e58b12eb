"""The matrix in words: the page, the workbook and the JSON show these and nothing else."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from duibiao.core.compare.filed import DeclaredValue
from duibiao.core.compare.matrix import OWN, Cell, Column, Matrix, Strictest, Summit, Tally, count
from duibiao.core.compare.relation import Relation
from duibiao.core.measure.requirement import Requirement
from duibiao.ui.wording import Language, text, word
from duibiao.ui.wording.verdict import gap_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCell:
    """One cell: what is demanded, how the declared value stands to it, by how much, or why not."""

    standard: str
    demand: str = ""
    clause: str = ""
    relation: Relation | None = None
    gap: str = ""
    reason: str = ""  # why it could not be compared, or why nothing stands here
    strictest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """One declared indicator across the standards."""

    name: str
    declared: str
    standard: str
    strictest: bool  # the enterprise's own value is
    note: str  # where several are
    leads: tuple[str, ...]
    trails: tuple[str, ...]
    cells: tuple[ShownCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownColumn:
    """One standard: which, of which scheme, and how the product stands to it."""

    key: str
    standard: str
    title: str
    scheme: str
    kind: str
    tally: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMatrix:
    """Everything the page shows."""

    product: str
    enterprise: str
    columns: tuple[ShownColumn, ...]
    rows: tuple[ShownRow, ...]
    total: Tally

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        return asdict(self)


def shown(found: Matrix, language: Language) -> ShownMatrix:
    """A matrix in words."""
    return ShownMatrix(
        product=found.product.name,
        enterprise=found.product.enterprise or "",
        columns=tuple(_column(one, language) for one in found.columns),
        rows=tuple(_row(found, value, language) for value in found.product.values),
        total=count(cell for one in found.columns for cell in one.cells.values()),
    )


def _column(column: Column, language: Language) -> ShownColumn:
    yardstick = column.yardstick
    return ShownColumn(
        key=yardstick.key,
        standard=yardstick.standard.number,
        title=yardstick.standard.title,
        scheme=yardstick.scheme.title,
        kind=text(f"judge.kind_{yardstick.standard.kind}", language),
        tally=column.tally,
    )


def _row(found: Matrix, value: DeclaredValue, language: Language) -> ShownRow:
    best = found.strictest[value.key]
    beside = [(c.yardstick.standard.number, c.cells[value.key]) for c in found.columns]
    return ShownRow(
        name=value.name,
        declared=with_unit(value.text or "", value.unit),
        standard=value.standard or "",
        strictest=OWN in best.keys,
        note=_note(best, language),
        leads=tuple(n for n, cell in beside if cell.relation is Relation.STRICTER),
        trails=tuple(n for n, cell in beside if cell.relation is Relation.LOOSER),
        cells=tuple(
            _cell(cell, column, best, language)
            for column, (_, cell) in zip(found.columns, beside, strict=True)
        ),
    )


def _note(best: Strictest, language: Language) -> str:
    if best.summit in {Summit.EQUAL, Summit.SEVERAL}:
        return word(best.summit, language)
    return ""


def _cell(cell: Cell, column: Column, best: Strictest, language: Language) -> ShownCell:
    number = column.yardstick.standard.number
    if cell.absence is not None:
        reason = word(cell.absence, language)
        if cell.candidates:
            names = text("matrix.join", language).join(cell.candidates)
            reason = text("matrix.perhaps", language, reason=reason, names=names)
        return ShownCell(standard=number, reason=reason)
    deciding = cell.deciding or cell.against[0]
    decided = deciding.decided
    return ShownCell(
        standard=number,
        demand=demand_text(deciding.clause.requirement),
        clause=deciding.clause.clause,
        relation=cell.relation,
        gap=_gap(cell, language),
        reason="" if decided else word(deciding.comparison.rule, language),
        strictest=column.yardstick.key in best.keys,
    )


def _gap(cell: Cell, language: Language) -> str:
    deciding = cell.deciding
    size = gap_text(deciding.comparison) if deciding else ""
    if not size or cell.relation not in {Relation.STRICTER, Relation.LOOSER}:
        return ""
    return text(f"matrix.gap_{cell.relation.value}", language, gap=size)


def demand_text(requirement: Requirement) -> str:
    """A requirement in its own words, with its unit."""
    return with_unit(requirement.text, requirement.unit)


def with_unit(words: str, unit: str | None) -> str:
    """Words with the unit behind them, unless they name it or hold no number."""
    if not unit or unit in words or not any(one.isdigit() for one in words):
        return words
    return f"{words} {unit}"
