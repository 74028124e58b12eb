"""The plan clause by clause: `@pytest.mark.clause(id)` ties a test to a row of docs/clauses.csv.

A row in the state `done` needs a test that carries its id and passes. That the test exists is
checked by tests/architecture/test_clauses.py; that it passed, and was not skipped, is checked
here at the end of a run, for the rows whose tests were in that run.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

ROWS = Path(__file__).parent.parent / "docs" / "clauses.csv"


@cache
def rows() -> tuple[dict[str, str], ...]:
    """The rows of docs/clauses.csv."""
    with ROWS.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


class Ledger:
    """Which clauses were met by a passing test, and which only by others."""

    def __init__(self) -> None:
        self.clauses: dict[str, list[str]] = {}
        self.tried: set[str] = set()
        self.passed: set[str] = set()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Remember which test stands for which clauses."""
        for item in items:
            marks = item.iter_markers("clause")
            self.clauses[item.nodeid] = [str(clause) for mark in marks for clause in mark.args]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a clause as met when a test of it ran to its end and passed."""
        clauses = self.clauses.get(report.nodeid, [])
        self.tried.update(clauses)
        if report.when == "call" and report.passed and not hasattr(report, "wasxfail"):
            self.passed.update(clauses)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail the run when a row that claims to be done has no passing test in it."""
        if self.unmet() and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Name the rows."""
        for clause in self.unmet():
            terminalreporter.write_line(f"clause {clause} is done, but no test of it passed")

    def unmet(self) -> list[str]:
        """Rows that claim to be done, whose tests ran, none of them passing."""
        done = {row["id"] for row in rows() if row["state"] == "done"}
        return sorted((self.tried & done) - self.passed)


def pytest_configure(config: pytest.Config) -> None:
    """Keep one ledger per run."""
    config.pluginmanager.register(Ledger(), "clauses")
