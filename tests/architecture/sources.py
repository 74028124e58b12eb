"""The source files of the project, parsed once."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "src" / "duibiao"


@dataclass(frozen=True)
class Source:
    """One Python file."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """Its path below the project's folder, as messages show it."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def module(self) -> str:
        """Its dotted name, for files below src/."""
        parts = self.path.relative_to(PACKAGE.parent).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def package() -> tuple[Source, ...]:
    """Every module of the package but migrations and the rooms' tests."""
    return tuple(
        source for source in _read(PACKAGE) if not {"migrations", "tests"} & set(source.path.parts)
    )


@cache
def checked_tests() -> tuple[Source, ...]:
    """Every module of the tests."""
    return (*_read(ROOT / "tests"), *(s for s in _read(PACKAGE) if "tests" in s.path.parts[-3:-1]))


def _read(folder: Path) -> Iterator[Source]:
    for path in sorted(folder.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        yield Source(path, text, ast.parse(text))
