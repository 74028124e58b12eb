"""Write docs/method from tests/rules: `python -m tests.docs`, or `--check` that it is current.

Each file of tests/rules becomes a page: its docstring the heading, each test's docstring a rule,
each table of cases the table under it. So the manual cannot say what no test holds.
"""

from __future__ import annotations

import dataclasses
import enum
import importlib
import inspect
import os
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import ModuleType
from typing import Any

import django
import pytest

from duibiao.core.measure.requirement import Requirement
from duibiao.core.measure.write import write

ROOT = Path(__file__).parent.parent
METHOD = ROOT / "docs" / "method"
MADE = "<!-- Made by `make docs` from {source}. Do not edit. -->"
LONGEST_TABLE = 400
LONGEST_VALUE = 240


def pages() -> dict[str, str]:
    """File name → content."""
    modules = [_module(path) for path in sorted((ROOT / "tests" / "rules").glob("test_*.py"))]
    made = {f"{_stem(module)}.md": _page(module) for module in modules}
    made["README.md"] = _index(modules)
    tables = importlib.import_module("tests.docs_tables")  # its tables need Django up
    made["machines.md"] = tables.machines_page()
    made["permissions.md"] = tables.permissions_page()
    return made


def _module(path: Path) -> ModuleType:
    return importlib.import_module(f"tests.rules.{path.stem}")


def _stem(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2].removeprefix("test_").replace("_", "-")


def _source(module: ModuleType) -> str:
    return module.__name__.replace(".", "/") + ".py"


def _index(modules: list[ModuleType]) -> str:
    lines = [MADE.format(source="tests/rules"), "", "# 判定方法 · How we judge", ""]
    lines += [
        "每一条规则都由一个测试守着；表里的每一行都是一个会失败的例子。",
        "Every rule is held by a test; every row of a table is a case that can fail.",
        "",
    ]
    lines += [f"- [{_title(m)}]({_stem(m)}.md): {len(_rules(m))}" for m in modules]
    lines += [
        "- [状态与步骤 · States and steps](machines.md)",
        "- [权限 · Permissions](permissions.md)",
    ]
    return "\n".join(lines) + "\n"


def _title(module: ModuleType) -> str:
    return (inspect.getdoc(module) or _stem(module)).splitlines()[0].rstrip(".")


def _rules(module: ModuleType) -> list[tuple[str, Callable[..., object]]]:
    """The tests in the order of the file."""
    return [
        (name, rule)
        for name, rule in vars(module).items()
        if name.startswith("test_") and callable(rule) and rule.__module__ == module.__name__
    ]


def _page(module: ModuleType) -> str:
    source = _source(module)
    lines = [MADE.format(source=source), "", f"# {_title(module)}", ""]
    more = (inspect.getdoc(module) or "").splitlines()[1:]
    lines += [*more, ""] if any(more) else []
    for name, rule in _rules(module):
        lines += _rule(name, rule)
    return "\n".join(lines).rstrip() + "\n"


def _rule(name: str, rule: Callable[..., object]) -> list[str]:
    title = name.removeprefix("test_").replace("_", " ")
    lines = [f"## {title[:1].upper()}{title[1:]}", "", inspect.getdoc(rule) or "", ""]
    clauses = [str(c) for mark in _marks(rule, "clause") for c in mark.args]
    if clauses:
        lines += [f"条款 Clause: {', '.join(clauses)}", ""]
    for mark in _marks(rule, "parametrize"):
        lines += _table(mark)
    return lines


def _marks(rule: Callable[..., object], name: str) -> list[pytest.Mark]:
    return [mark for mark in reversed(getattr(rule, "pytestmark", [])) if mark.name == name]


def _table(mark: pytest.Mark) -> Iterator[str]:
    names, cases = mark.args[0], list(mark.args[1])
    heads = [n.strip() for n in names.split(",")] if isinstance(names, str) else list(names)
    yield "| " + " | ".join(heads) + " |"
    yield "| " + " | ".join("---" for _ in heads) + " |"
    for case in cases[:LONGEST_TABLE]:
        yield "| " + " | ".join(_cell(value) for value in _values(case, len(heads))) + " |"
    if len(cases) > LONGEST_TABLE:
        yield f"\n… {len(cases) - LONGEST_TABLE} more."
    yield ""


def _values(case: Any, count: int) -> tuple[Any, ...]:
    if isinstance(case, type(pytest.param())):
        return tuple(case.values)
    return (case,) if count == 1 else tuple(case)


def _cell(value: object) -> str:
    said = _said(value)
    if len(said) > LONGEST_VALUE:
        said = said[:LONGEST_VALUE] + "…"
    for mark, safe in (("\\", "\\\\"), ("|", "\\|"), ("\n", "⏎"), ("\r", "␍"), ("<", "&lt;")):
        said = said.replace(mark, safe)
    return "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in said)


def _said(value: object) -> str:
    """A value as a person reads it; the same on every run and machine."""
    if isinstance(value, enum.Enum):
        return str(value.value)
    if value is None or isinstance(value, bool | int | float | str | Decimal | Fraction):
        return "—" if value is None else str(value)
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    if isinstance(value, dict):
        return ", ".join(f"{_said(k)}: {_said(v)}" for k, v in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(_said(item) for item in value)
    if isinstance(value, set | frozenset):
        return ", ".join(sorted(_said(item) for item in value))
    return _said_object(value)


def _said_object(value: object) -> str:
    if isinstance(value, Requirement):
        return value.text or write(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _said_fields(value)
    name = getattr(value, "__name__", None)
    if name is not None:
        return str(name)
    said = repr(value)
    return type(value).__name__ if " at 0x" in said else said


def _said_fields(value: Any) -> str:
    """The first field, and the others where they say more than the default."""
    first, *others = dataclasses.fields(value)
    said = [_said(getattr(value, first.name))]
    for other in others:
        found = getattr(value, other.name)
        if found != other.default:
            said.append(f"{other.name} {_said(found)}")
    return f"({', '.join(said)})"


def stale() -> list[str]:
    """Files that say something else than the tests, are missing, or are left over."""
    made = pages()
    there = {path.name for path in METHOD.glob("*.md")}
    differ = [
        name
        for name, text in made.items()
        if name in there and (METHOD / name).read_text("utf-8") != text
    ]
    return sorted({*differ, *(set(made) ^ there)})


def write_pages() -> None:
    """Write what is made, remove what is left over."""
    made = pages()
    METHOD.mkdir(parents=True, exist_ok=True)
    for path in METHOD.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (METHOD / name).write_text(text, encoding="utf-8")


def main() -> int:
    """Write, or with `--check` name what is stale and return 1."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    if "--check" not in sys.argv[1:]:
        write_pages()
        return 0
    found = stale()
    for name in found:
        print(f"docs/method/{name} is stale: make docs")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
