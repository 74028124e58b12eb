"""Topic size: the class of an enterprise from its industry and figures."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from duibiao.core.identify.enterprise_size import SizeFinding, classify


def answer(question: dict[str, Any]) -> dict[str, Any]:
    """The enterprise's figures → group, size, and where there is none at_most and reason."""
    return reply(
        classify(
            str(question["industry_code"]),
            employees=_figure(question.get("employees")),
            revenue_wan=_figure(question.get("revenue_wan")),
            assets_wan=_figure(question.get("assets_wan")),
        )
    )


def reply(finding: SizeFinding) -> dict[str, Any]:
    """The finding as JSON; at_most and reason only where there is no size."""
    answer: dict[str, Any] = {"group": finding.group, "size": finding.size}
    if finding.at_most:
        answer["at_most"] = finding.at_most
    if finding.reason:
        answer["reason"] = finding.reason
    if finding.missing:
        answer["missing"] = list(finding.missing)
    return answer


def _figure(value: Any) -> Decimal | None:
    """A number or decimal text; null, absent and empty are missing, never zero."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, bool):
        raise TypeError("a figure is a number, not true or false")
    return Decimal(str(value).strip())
