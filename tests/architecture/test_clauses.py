"""The plan, clause by clause: 313 rows, each with its room, its state and its tests."""

from __future__ import annotations

import ast
from collections import Counter

from tests.architecture.sources import checked_tests
from tests.clauses import rows

ROWS = 313
STATES = {"open", "partial", "done"}


def _marks() -> dict[str, set[str]]:
    """Clause → files whose tests carry its mark."""
    found: dict[str, set[str]] = {}
    for source in checked_tests():
        for call in ast.walk(source.tree):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "pytest.mark.clause":
                for argument in call.args:
                    if isinstance(argument, ast.Constant):
                        found.setdefault(str(argument.value), set()).add(source.name)
    return found


def test_every_row_is_there_once() -> None:
    """The rows of the plan: none lost, none twice."""
    counts = Counter(row["id"] for row in rows())
    assert len(counts) == ROWS
    assert [clause for clause, count in counts.items() if count > 1] == []


def test_every_row_is_filled_in() -> None:
    """What we do, in which room, in which state."""
    unfilled = [row["id"] for row in rows() if not (row["what_we_do"] and row["room"])]
    unknown = {row["state"] for row in rows()} - STATES
    assert (unfilled, unknown) == ([], set())


def test_a_mark_names_a_row() -> None:
    """A test cannot stand for a clause the plan does not have."""
    assert sorted(set(_marks()) - {row["id"] for row in rows()}) == []


def test_what_is_done_has_a_test() -> None:
    """`done` is claimed only with a test carrying the row's mark; a run fails unless it passes."""
    marks = _marks()
    assert [r["id"] for r in rows() if r["state"] == "done" and r["id"] not in marks] == []
