"""Is a declaration complete, and is it sound (五(二)2(2), 五(二)3(2)-1, 横-10)?

The rules stand in `filing_things` and `filing_indicators`, each with its severity and the version
of the rule book from which it holds; a submission keeps the version it was examined by.
"""

from __future__ import annotations

from duibiao.core.report import filing_indicators, filing_things
from duibiao.core.report.filing import Filing
from duibiao.core.report.findings import (
    RULES_VERSION,
    FilingRule,
    Finding,
    Found,
    Gravity,
    Rule,
    rule_book,
)

RULE_MODULES = (filing_things, filing_indicators)  # reading them fills the rule book
# What makes the item 有效性 of the review fail, however well it is explained.
INVALID = frozenset({FilingRule.NOT_IN_FORCE, FilingRule.EVIDENCE_EXPIRED})


def examine(filing: Filing, version: int = RULES_VERSION) -> list[Finding]:
    """Every finding, in the order of the rule book."""
    return [
        _finding(one, found, filing) for one in rule_book(version) for found in one.check(filing)
    ]


def _finding(one: Rule, found: Found, filing: Filing) -> Finding:
    result = Finding(
        label=found.label,
        rule=one.name,
        thing=found.thing,
        id=found.id,
        field=found.field,
        gravity=one.gravity,
        detail=found.detail,
    )
    result.explained = (result.place, one.name.value) in filing.explained
    return result


def hindering(findings: list[Finding]) -> list[Finding]:
    """Those that stop a submission."""
    return [finding for finding in findings if finding.stops]


def invalidating(findings: list[Finding]) -> list[Finding]:
    """Those with which a reviewer cannot find the declaration valid."""
    return [finding for finding in findings if finding.rule in INVALID]


def notable(findings: list[Finding]) -> list[Finding]:
    """Blocks and warnings: all a reviewer should look at."""
    return [finding for finding in findings if finding.gravity is not Gravity.NOTE]
