"""A judgement as plain data: everything a page, a workbook, a program or a proof shows.

Numbers are exact: decimals as printed, ratios as fractions in text ("1/3"), so that the record
can be compared byte for byte. Sentences come from the caller (`say`): words are not core's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from duibiao.core import ENGINE_VERSION
from duibiao.core.compare.declaration import Declaration, DeclaredLine, Plan
from duibiao.core.compare.judge import Judgement, LineVerdict, Policy
from duibiao.core.compare.relation import Comparison
from duibiao.core.compare.yardstick import Against
from duibiao.core.measure.requirement import Requirement, Unread
from duibiao.core.measure.write import write

Say = Callable[[Against], str]


def record(judgement: Judgement, say: Say) -> dict[str, Any]:
    """The whole judgement as JSON-ready data."""
    scheme = judgement.scheme
    return {
        "engine": ENGINE_VERSION,
        "scheme": {"id": scheme.id, "title": scheme.title, "digest": scheme.digest},
        "policy": policy_record(judgement.policy),
        "declaration": declaration_record(judgement.declaration),
        "lines": [line_record(line, say) for line in judgement.lines],
        "unmatched": [line.indicator_id for line in judgement.unmatched],
        "outcome": judgement.outcome.value,
    }


def line_record(line: LineVerdict, say: Say) -> dict[str, Any]:
    """One indicator: declared text → normalised sets → rule → relation → sentence."""
    return {
        "indicator": line.indicator.id,
        "name": line.indicator.name,
        "weight": line.indicator.weight,
        "declared": requirement_record(line.declared),
        "relation": line.relation.value,
        "standing": line.standing.value,
        "leads": line.leads,
        "benchmarks": [against_record(a, say) for a in line.benchmarks],
        "baseline": [against_record(a, say) for a in line.baseline],
    }


def against_record(against: Against, say: Say) -> dict[str, Any]:
    """One clause: where it stands, what it says, and how the declaration relates to it."""
    return {
        "standard": against.clause.standard,
        "clause": against.clause.clause,
        "requirement": requirement_record(against.clause.requirement),
        "cause": against.cause.value if against.cause else None,
        **comparison_record(against.comparison),
        "sentence": say(against),
    }


def comparison_record(comparison: Comparison) -> dict[str, Any]:
    """Relation, rule, flags, exact gaps and both normalised sets."""
    sides = comparison.side_gaps
    return {
        "relation": comparison.relation.value,
        "rule": comparison.rule.value,
        "flags": sorted(flag.value for flag in comparison.flags),
        "gap_ratio": _exact(comparison.gap_ratio),
        "limit_ratio": _exact(comparison.limit_ratio),
        "abs_gap": _exact(comparison.abs_gap),
        "side_gaps": [_exact(sides.low), _exact(sides.high)] if sides else None,
        "normal_declared": comparison.normal_a,
        "normal_benchmark": comparison.normal_b,
        "base_unit": comparison.base_unit,
        "needed": list(comparison.needed),
    }


def requirement_record(requirement: Requirement) -> dict[str, Any]:
    """The text as written and as read."""
    content = requirement.content
    return {
        "text": requirement.text,
        "unit": requirement.unit,
        "read": write(requirement),
        "flags": sorted(flag.value for flag in requirement.flags),
        "problem": content.problem.code if isinstance(content, Unread) else None,
    }


def declaration_record(declaration: Declaration) -> dict[str, Any]:
    """The declaration as it was judged."""
    return {
        "product": declaration.product,
        "enterprise": declaration.enterprise,
        "plan": asdict(declaration.plan) if declaration.plan else None,
        "lines": [asdict(line) for line in declaration.lines],
    }


def policy_record(policy: Policy) -> dict[str, Any]:
    """The choices the judgement was made under."""
    return asdict(policy)


def declaration_from(data: dict[str, Any]) -> Declaration:
    """The inverse of declaration_record."""
    plan = data["plan"]
    return Declaration(
        product=data["product"],
        enterprise=data["enterprise"],
        plan=Plan(**plan) if plan else None,
        lines=tuple(DeclaredLine(**line) for line in data["lines"]),
    )


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else str(value)
