"""Why a file is no scheme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact


@dataclass(eq=False)
class NotAScheme(Fact):
    """A JSON file that holds no scheme document; `found` says where it goes wrong."""

    filename: str
    found: str
    code: ClassVar[str] = "scheme_file"


@dataclass(eq=False)
class NoScheme(Fact):
    """No code or no title was given, and the file names none."""

    code: ClassVar[str] = "scheme_unnamed"
