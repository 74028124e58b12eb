"""Reading a text for one indicator: its unit, its direction, and its own scale of grades."""

from __future__ import annotations

import re
from dataclasses import replace

from duibiao.core.measure.read import read
from duibiao.core.measure.requirement import Grade, Requirement

AT_LEAST = re.compile(
    r"^(?:≥|>=|不低于|至少|达到|不次于)\s*|\s*(?:级|等级)?\s*(?:及以上|以上|及其以上)?$"
)


def read_for(
    text: str | None, *, unit: str | None, direction: str, scale: tuple[str, ...] = ()
) -> Requirement:
    """Read one text. A grade of the indicator's own scale (best first) is known by that scale:
    its order is declared by the scheme, never taken from the alphabet."""
    found = read(text, unit=unit, direction=direction)
    if not scale or text is None:
        return found
    label = AT_LEAST.sub("", text.strip()).strip()
    if label in scale:
        return replace(found, content=Grade(label=label, scale=scale))
    return found
