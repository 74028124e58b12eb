"""Conditions of a declaration's steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact
from duibiao.core.report.completeness import Severity, What, gaps
from duibiao.core.report.machines.selection import DECLARATION
from duibiao.declarations.filing import given_content
from duibiao.declarations.models import Declaration
from duibiao.workflow.guards import guard

SIGNED, SCOPE = What.NOT_SIGNED, What.NO_SCOPE


@dataclass(eq=False)
class NotConsented(Fact):
    """The enterprise does not take part (any more)."""

    code: ClassVar[str] = "not_consented"


@dataclass(eq=False)
class NotChecked(Fact):
    """The reviewer answers for three things: complete, true, valid."""

    code: ClassVar[str] = "not_checked"
    question: str


@guard(DECLARATION, "consented")
def consented(declaration: Declaration) -> list[Fact]:
    """Only who takes part declares (二-4)."""
    return [] if declaration.participation.state == "consented" else [NotConsented()]


@guard(DECLARATION, "complete")
def complete(declaration: Declaration) -> list[Fact]:
    """Every field that decides is filled (五(二)2(2))."""
    found = gaps(given_content(declaration))
    return [g for g in found if g.severity is Severity.BLOCKS and g.what not in {SIGNED, SCOPE}]


@guard(DECLARATION, "truth_stated")
def truth_stated(declaration: Declaration) -> list[Fact]:
    """The statement of truth is signed (五(二)3(2)-1)."""
    return [g for g in gaps(given_content(declaration)) if g.what == SIGNED]


@guard(DECLARATION, "scope_there")
def scope_there(declaration: Declaration) -> list[Fact]:
    """Each product has an indicator in the focus range (五(二)2(2)-4)."""
    return [g for g in gaps(given_content(declaration)) if g.what == SCOPE]


@guard(DECLARATION, "checked")
def checked(declaration: Declaration) -> list[Fact]:
    """All three answers are yes (五(二)3(2)-1)."""
    answers = {
        "complete": declaration.checked_complete,
        "true": declaration.checked_true,
        "valid": declaration.checked_valid,
    }
    return [NotChecked(question) for question, yes in answers.items() if not yes]
