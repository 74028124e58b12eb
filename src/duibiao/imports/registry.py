"""The lists of all rooms, by key. Rooms register in AppConfig.ready()."""

from __future__ import annotations

from duibiao.imports.definition import ListDefinition

_LISTS: dict[str, ListDefinition] = {}


def register(definition: ListDefinition) -> ListDefinition:
    """Make a list known; a key twice is a programmer's mistake (ValueError)."""
    known = _LISTS.setdefault(definition.key, definition)
    if known is not definition:
        raise ValueError(f"list {definition.key} is registered twice")
    return definition


def find(key: str) -> ListDefinition | None:
    """The list of that key, if any."""
    return _LISTS.get(key)


def all_lists() -> tuple[ListDefinition, ...]:
    """Every list, in order of registration."""
    return tuple(_LISTS.values())
