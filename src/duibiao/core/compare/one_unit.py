"""Both sides of a comparison as sets in one unit: what a bar draws and a score measures."""

from __future__ import annotations

from duibiao.core.compare.normal import base_set, meet_units, written_set
from duibiao.core.measure.interval import Interval
from duibiao.core.measure.requirement import Grade, Limits, NotDetected, Requirement


def in_one_unit(a: Requirement, b: Requirement) -> tuple[Interval, Interval] | None:
    """The sets of two numeric requirements in their base unit; None where they have none."""
    written = _written(a), _written(b)
    units = meet_units(a, b)
    if units.needed or units.problem or written[0] is None or written[1] is None:
        return None
    return base_set(written[0], units.a), base_set(written[1], units.b)


def _written(requirement: Requirement) -> Interval | None:
    content = requirement.content
    if isinstance(content, Grade) and content.limits is None:
        return None
    if isinstance(content, NotDetected) and content.detection_limit is None:
        return None
    return written_set(content) if isinstance(content, (Limits, Grade, NotDetected)) else None
