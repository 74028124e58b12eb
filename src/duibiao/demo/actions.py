"""Build the demonstration, only by the rooms' own actions."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from duibiao.catalogue.actions import load_scheme
from duibiao.core.canonical import load


def scheme_documents() -> list[dict[str, Any]]:
    """The ten example schemes that ship with the software."""
    folder = files("duibiao.demo") / "schemes"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".json"))
    return [load((folder / name).read_bytes()) for name in names]


def load_demo() -> int:
    """Load what is not there yet; returns how many schemes the demonstration has."""
    documents = scheme_documents()
    for document in documents:
        load_scheme(document=document)
    return len(documents)
