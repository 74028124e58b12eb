"""An example declaration for any scheme: to try the page, and to fill a form in the tests."""

from __future__ import annotations

from duibiao.core.compare.declaration import Declaration, DeclaredLine
from duibiao.core.compare.scheme import Clause, Indicator, Scheme
from duibiao.core.measure.requirement import Pieces

ALTERNATIVE_UNITS = "或"  # a standard that leaves the unit open: MPN/100 mL或CFU/100 mL


def example_declaration(scheme: Scheme) -> Declaration:
    """An enterprise of this trade that adopts what the domestic standards in force demand."""
    return Declaration(lines=plain_lines(scheme), product=scheme.product)


def plain_lines(scheme: Scheme) -> tuple[DeclaredLine, ...]:
    """An enterprise that adopts the domestic baseline, or a benchmark where there is none."""
    lines = (plain_line(indicator) for indicator in scheme.indicators)
    return tuple(line for line in lines if line is not None)


def plain_line(indicator: Indicator) -> DeclaredLine | None:
    """The first requirement that can be read, for its first case."""
    stated = [c for c in _in_turn(indicator) if not c.silent]
    if not stated:
        return None
    clause = next((c for c in stated if not c.unread), stated[0])
    requirement, case = clause.requirement, None
    if isinstance(requirement.content, Pieces):
        first = requirement.content.items[0]
        requirement, case = first.requirement, first.label
    unit = clause.requirement.unit or indicator.unit
    return DeclaredLine(
        indicator_id=indicator.id,
        text=requirement.text,
        unit=indicator.unit if ALTERNATIVE_UNITS in unit else unit,
        method=indicator.test_methods.get(clause.standard),
        case=case,
    )


def _in_turn(indicator: Indicator) -> tuple[Clause, ...]:
    return (*indicator.baseline, *indicator.benchmarks)
