"""Topic match_name: does the enterprise's wording mean the scheme's indicator?"""

from __future__ import annotations

from typing import Any

from duibiao.core.identify.indicator_name import match_name


def answer(question: dict[str, Any]) -> dict[str, Any]:
    """`{"enterprise_name","scheme_name","product"?}` → same, score, why; uncertain: to be asked."""
    match = match_name(
        str(question["enterprise_name"]),
        str(question["scheme_name"]),
        product=question.get("product") or None,
        synonyms=tuple(question.get("synonyms") or ()),
    )
    reply: dict[str, Any] = {"same": match.same, "score": match.score, "why": match.code}
    if match.uncertain:
        reply["uncertain"] = True
    return reply
