"""What all tests share: which of them use the database, the browser, the plan's clauses."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from tests import append_only

# A run that decides must give the same answer twice; on a desk new examples are welcome.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "default")

append_only.install()

pytest_plugins = ["tests.browser", "tests.clauses", "tests.played"]

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "site"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses the database, so that `-m database` runs exactly that on PostgreSQL."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("django_db") or fixtures & DATABASE_FIXTURES:
            item.add_marker("database")
        if "page" in fixtures:
            item.add_marker("browser")
