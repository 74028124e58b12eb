"""How the engine reads what is typed as a requirement or a value."""

from __future__ import annotations

from typing import Any

from duibiao.core.compare.reading import read_for
from duibiao.core.compare.scheme_document import NO_UNIT
from duibiao.core.compare.scheme_editing import Document, NoSuchPart
from duibiao.core.compare.scheme_editing_cells import VALUES_WITH_TEXT, Part, Place
from duibiao.core.compare.scheme_editing_indicators import indicator_of, requirement_of
from duibiao.core.measure.requirement import FreeText, Unread
from duibiao.core.measure.write import write
from duibiao.ui import wording
from duibiao.ui.wording import Language

NOTHING: dict[str, Any] = {"read": "", "unread": False}


def read_aloud(document: Document, place: Place, value: str, language: Language) -> dict[str, Any]:
    """{read: in words, unread: it gives no set}; nothing for cells that are no requirement."""
    demanded = place.part is Part.REQUIREMENT and place.field == "text"
    if not value.strip() or not (demanded or place.field in VALUES_WITH_TEXT):
        return NOTHING
    try:
        entry = indicator_of(document, place.indicator)
    except NoSuchPart:  # an id that is no text: shown, not read
        return NOTHING
    row = requirement_of(entry, place.standard, place.nth) if demanded else None
    unit = str((row or {}).get("unit", entry.get("unit", "")))
    scale = entry.get("scale")
    found = read_for(
        value.strip(),
        unit=None if unit in NO_UNIT else unit,
        direction=str(entry.get("direction", "smaller_better")),
        scale=tuple(map(str, scale)) if isinstance(scale, list) else (),
    )
    if isinstance(found.content, Unread):
        return {"read": wording.sentence(found.content.problem, language), "unread": True}
    if isinstance(found.content, FreeText):
        return {"read": wording.text("scheme_edit.words_only", language), "unread": True}
    read = write(found, language)
    return {"read": wording.text("scheme_edit.read_as", language, read=read), "unread": False}
