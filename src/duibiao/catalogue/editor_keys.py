"""A cell's name in a form: its place, written so that it comes back."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, unquote

from duibiao.core.compare.scheme_editing_cells import Part, Place, Typed

PARTS_OF_KEY = 5
WAS = "was:"


class KeyUnknown(ValueError):
    """A name that is no cell's."""


def key_of(place: Place) -> str:
    """indicator/01-infant-knitwear-01//0/weight"""
    parts = (place.part.value, place.indicator, place.standard, str(place.nth), place.field)
    return "/".join(quote(part, safe="") for part in parts)


def place_of(key: str) -> Place:
    """The inverse; KeyUnknown."""
    parts = [unquote(part) for part in key.split("/")]
    if len(parts) != PARTS_OF_KEY or parts[0] not in set(Part) or not parts[3].isdecimal():
        raise KeyUnknown(key)
    return Place(
        part=Part(parts[0]),
        indicator=parts[1],
        standard=parts[2],
        nth=int(parts[3][:6]),
        field=parts[4],
    )


def typed_in(posted: Mapping[str, str]) -> list[Typed]:
    """The cells of a form: each comes with what it showed, an unticked box with nothing else."""
    found = []
    for name in posted:
        if name.startswith(WAS):
            key = name.removeprefix(WAS)
            found.append(Typed(place_of(key), posted.get(key, ""), posted[name]))
    return found
