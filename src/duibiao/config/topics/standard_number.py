"""Topic standard_number: read one standard number."""

from __future__ import annotations

from typing import Any

from duibiao.core.identify.standard_number import parse


def answer(question: dict[str, Any]) -> dict[str, Any]:
    """`{"text"}` → valid, level, normalized, prefix, number, part, year; reason and suggestion."""
    found = parse(str(question["text"] or ""))
    reply: dict[str, Any] = {
        "valid": found.valid,
        "level": found.level,
        "normalized": found.normalized,
        "prefix": found.prefix,
        "number": found.number,
        "part": found.part,
        "year": found.year,
    }
    if found.problem:
        reply["reason"] = found.problem
    if found.suggestion:
        reply["suggestion"] = found.suggestion
    return reply
