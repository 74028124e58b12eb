"""What was typed into a cell, as a value for its field; and the answer to it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from duibiao.core.report.filing import ASPECTS, BetterWhen, Characteristic, Track
from duibiao.declarations.filing.presenting import KINDS, Cell, Shown
from duibiao.declarations.models import ExecutedStandard, KeyIndicator, Product
from duibiao.ui import wording
from duibiao.ui.wording import Language

TRUE = {"1", "on", "true", "✓", "√", "是"}


def cleaned(product: Product, name: str, raw: str) -> Any:
    """The value of a field; ValidationError when the field cannot hold it."""
    if name not in KINDS:
        raise ValidationError("unknown")
    if KINDS[name] == "check":
        return raw.strip().lower() in TRUE
    if name == "standard":
        return _standard(product, raw.strip())
    if KINDS[name] == "select":
        return _one_of(_values(product, name), raw.strip())
    length = getattr(KeyIndicator._meta.get_field(name), "max_length", None)
    return forms.CharField(max_length=length, required=False).clean(raw)


def _values(product: Product, name: str) -> dict[str, str]:
    """The values of a list by value and by word, so that a pasted word is understood."""
    kinds: dict[str, Any] = {
        "direction": BetterWhen,
        "characteristic": Characteristic,
        "aspect": ASPECTS[Track(product.track)],
    }
    members = list(kinds[name])
    words = {wording.word(one, language): one.value for one in members for language in ("zh", "en")}
    empty = {} if name == "characteristic" else {"": ""}
    return {**empty, **{one.value: one.value for one in members}, **words}


def _one_of(values: dict[str, str], raw: str) -> str:
    if raw not in values:
        raise ValidationError("unknown choice")
    return values[raw]


def _standard(product: Product, raw: str) -> ExecutedStandard | None:
    if not raw:
        return None
    own = product.declaration.standards.filter(products=product)
    found = own.filter(pk=raw).first() if raw.isdecimal() and len(raw) < 19 else None
    found = found or own.filter(number=raw).first()
    if found is None:
        raise ValidationError("unknown standard")
    return found


def answer(shown: Shown, cell: Cell, state: str) -> dict[str, Any]:
    """What the page needs to know after a cell was written."""
    return {
        "state": "wrong" if state == "saved" and cell.wrong else state,
        "row": cell.row,
        "value": cell.value,
        "read": said_read(cell.read, shown.language),
        "said": [wording.sentence(one, shown.language) for one in cell.findings],
        "places": {
            place: [wording.sentence(one, shown.language) for one in found if one.stops]
            for place, found in shown.by_place.items()
            if place.startswith(f"indicator:{cell.row}:")
        },
        "left": shown.left,
        "status": left_text(shown.left, shown.language),
    }


def left_text(left: int, language: Language) -> str:
    """The sentence of the status bar."""
    key = "declare.left" if left else "declare.nothing_left"
    return wording.text(key, language, left=left)


def said_read(read: str, language: Language) -> str:
    """“Read as …”, or nothing."""
    return wording.text("declare.read_as", language, read=read) if read else ""
