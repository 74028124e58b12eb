"""Every write of the standards."""

from duibiao.standards.actions.defining import define
from duibiao.standards.actions.editions import (
    ABROAD,
    FIELDS,
    add_amendment,
    add_edition,
    adopt,
    drop_adoption,
    save_area,
    save_edition,
    supersede,
)

__all__ = [
    "ABROAD",
    "FIELDS",
    "add_amendment",
    "add_edition",
    "adopt",
    "define",
    "drop_adoption",
    "save_area",
    "save_edition",
    "supersede",
]
