"""Conditions of a declaration's steps."""

from __future__ import annotations

from duibiao.core.errors import Fact
from duibiao.core.report.completeness import hindering, invalidating
from duibiao.core.report.findings import FilingRule
from duibiao.core.report.machines.selection import DECLARATION
from duibiao.declarations.facts import NotChecked, NotConsented, NotValid, PinsStillOpen, Question
from duibiao.declarations.models import Declaration
from duibiao.declarations.queries import findings_of
from duibiao.workflow.guards import guard

# These two have guards of their own names in the table.
TRUTH, SCOPE = FilingRule.TRUTH_NOT_STATED, FilingRule.NOTHING_IN_SCOPE


@guard(DECLARATION, "consented")
def consented(declaration: Declaration) -> list[Fact]:
    """Only who takes part declares (二-4)."""
    return [] if declaration.participation.state == "consented" else [NotConsented()]


@guard(DECLARATION, "complete")
def complete(declaration: Declaration) -> list[Fact]:
    """Nothing blocks, and every warning is explained (五(二)2(2))."""
    found = hindering(findings_of(declaration))
    return [finding for finding in found if finding.rule not in {TRUTH, SCOPE}]


@guard(DECLARATION, "truth_stated")
def truth_stated(declaration: Declaration) -> list[Fact]:
    """The statement of truth is signed (五(二)3(2)-1)."""
    return [finding for finding in findings_of(declaration) if finding.rule is TRUTH]


@guard(DECLARATION, "scope_there")
def scope_there(declaration: Declaration) -> list[Fact]:
    """Each product has an indicator in the focus range (五(二)2(2)-4)."""
    return [finding for finding in findings_of(declaration) if finding.rule is SCOPE]


@guard(DECLARATION, "checked")
def checked(declaration: Declaration) -> list[Fact]:
    """All three answers are yes; and no standard out of force is called valid (五(二)3(2)-1)."""
    answers = {
        Question.COMPLETE: declaration.checked_complete,
        Question.TRUE: declaration.checked_true,
        Question.VALID: declaration.checked_valid,
    }
    facts: list[Fact] = [NotChecked(question) for question, yes in answers.items() if not yes]
    facts += [NotValid(finding) for finding in invalidating(findings_of(declaration))]
    still = declaration.pins.filter(resolved_at=None).count()
    return facts + ([PinsStillOpen(still)] if still else [])
