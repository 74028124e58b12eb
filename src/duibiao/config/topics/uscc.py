"""Topic uscc: is this a unified social credit code?"""

from __future__ import annotations

from typing import Any

from duibiao.core.identify import uscc


def answer(question: dict[str, Any]) -> dict[str, Any]:
    """`{"code"}` → valid, reason?; a valid code with reason `org_code` deserves a second look."""
    found = uscc.check(str(question["code"]))
    reply: dict[str, Any] = {"valid": found.valid}
    if found.reason:
        reply["reason"] = found.reason
    if found.reason in (uscc.CodeFlaw.CHECK_DIGIT, uscc.CodeFlaw.ORG_CODE):
        reply["expected"] = found.expected
    return reply
