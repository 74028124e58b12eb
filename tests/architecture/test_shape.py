"""Small functions, small files, speaking names."""

from __future__ import annotations

import ast
import re

from tests.architecture.sources import Source, checked_tests, package

LONGEST_FUNCTION = 60
LONGEST_FILE = 400
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "misc", "common", "stuff", "tools"}
# A check switched off with nothing after it; with a reason it ends in a sentence.
SILENCED = re.compile(
    r"#\s*(?:type:\s*ignore|noqa)(?:\[[^\]]*\]|:\s*[\w, ]+)?\s*$|pragma: no cover\s*$"
    r"|except (?:Base)?Exception\b[^#]*$"
)
# Where the type checker cannot follow, each with its reason beside it.
EXCUSED = {
    "tests/architecture/test_shape.py",  # names the words it looks for
}


def _functions(source: Source) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(source.tree) if isinstance(node, kinds)]


def test_functions_fit_a_screen() -> None:
    """No function is longer than 60 lines."""
    found = [
        f"{source.name}:{function.lineno} {function.name}"
        for source in (*package(), *checked_tests())
        for function in _functions(source)
        if (function.end_lineno or 0) - function.lineno >= LONGEST_FUNCTION
    ]
    assert found == []


def test_files_stay_small() -> None:
    """No module of the package is longer than 400 lines; split by noun before that."""
    found = [s.name for s in package() if s.text.count("\n") > LONGEST_FILE]
    assert found == []


def test_modules_are_named_after_what_they_hold() -> None:
    """There is no utils.py: a helper is named after what it helps."""
    found = [s.name for s in package() if NAMES_THAT_SAY_NOTHING & set(s.module.split("."))]
    assert found == []


def _silenced_without_reason(source: Source) -> list[int]:
    """Lines with no reason on them nor in a comment on the two lines above."""
    lines = ["", "", *source.text.splitlines()]
    return [
        number - 1
        for number, line in enumerate(lines)
        if SILENCED.search(line)
        and not any(above.lstrip().startswith("#") for above in lines[number - 2 : number])
    ]


def test_checks_are_not_silenced() -> None:
    """Nothing switches a check off or catches everything without saying why, close by."""
    found = [
        f"{source.name}:{line}"
        for source in (*package(), *checked_tests())
        if source.name not in EXCUSED
        for line in _silenced_without_reason(source)
    ]
    assert found == []
