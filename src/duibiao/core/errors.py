"""What the core found, as values. The sentence for a person is made in `ui/wording`."""

from __future__ import annotations

import dataclasses
from typing import ClassVar


class Fact(Exception):
    """A finding that carries its values and a stable `code`; raised, returned or stored alike.

    Subclasses are dataclasses. `ui/wording` must have a sentence for each code, in Chinese and
    English; a test fails on a fact without one.
    """

    code: ClassVar[str] = "fact"

    def values(self) -> dict[str, object]:
        """The fields by name, for a sentence or a JSON record."""
        if not dataclasses.is_dataclass(self):
            return {}
        return {f.name: getattr(self, f.name) for f in dataclasses.fields(self)}

    def __str__(self) -> str:
        pairs = ", ".join(f"{name}={value!r}" for name, value in self.values().items())
        return f"{self.code}({pairs})"
