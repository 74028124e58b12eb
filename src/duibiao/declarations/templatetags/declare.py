"""What the declaration's templates need besides the site's tags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def at(mapping: Mapping[str, Any] | str | None, key: str) -> Any:
    """What a mapping holds at a key; nothing where there is no mapping on this page."""
    return mapping.get(key, "") if isinstance(mapping, Mapping) else ""
