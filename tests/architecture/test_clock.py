"""One clock: nothing but duibiao/clock.py asks the machine what time it is."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.sources import package

CLOCKS = {
    *("datetime.now", "datetime.utcnow", "datetime.today", "date.today"),
    *("timezone.now", "time.time", "time.time_ns", "Now"),
}
# With a moment in hand these only tell it in another form.
WITHOUT_A_MOMENT = {"timezone.localdate", "timezone.localtime", "time.localtime", "time.gmtime"}
# time.perf_counter and time.monotonic measure how long something takes; they know no date.
HOME = "duibiao.clock"


def asked(tree: ast.AST) -> list[int]:
    """Lines that ask the machine for the time."""
    return [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Call) and _asks(node)]


def _asks(call: ast.Call) -> bool:
    name = _name(call.func)
    return name in CLOCKS or (name in WITHOUT_A_MOMENT and not call.args)


def _name(node: ast.expr) -> str:
    """The last two parts of a dotted name: datetime.datetime.now is datetime.now."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if isinstance(node, ast.Name):
        parts.append(node.id)
    return ".".join(reversed(parts[:2]))


def test_there_is_one_clock() -> None:
    """A rehearsal turns one clock, and everything follows."""
    found = [
        f"{source.name}:{line}"
        for source in package()
        if source.module != HOME
        for line in asked(source.tree)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "caught"),
    [
        ("datetime.now(ZONE)", True),
        ("datetime.datetime.now()", True),
        ("date.today()", True),
        ("timezone.now()", True),
        ("time.time()", True),
        ("timezone.localdate()", True),
        ("timezone.localdate(moment)", False),
        ("clock.now()", False),
        ("clock.today()", False),
        ("time.perf_counter()", False),
        ("time.monotonic()", False),
    ],
)
def test_the_check_sees_clocks(code: str, caught: bool) -> None:
    """The check itself."""
    assert bool(asked(ast.parse(code))) is caught
