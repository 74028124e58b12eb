"""Which database the tests use: `--database=sqlite|postgres`. A plugin (`-p tests.database`).

It must speak before Django's settings are read, so it cannot live in conftest.py. `postgres` is
the server DATABASE_URL names, else a private one that ends with the run (tests/postgres.py).
Without the option, the environment decides as it does for the site itself.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import ExitStack

import pytest

from tests.postgres import server

ADDRESSES = ("DUIBIAO_DATABASE_URL", "DATABASE_URL")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--database`."""
    parser.addoption("--database", choices=("sqlite", "postgres"), help="the database to use")


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None]:
    """Before pytest-django loads the settings."""
    chosen = early_config.known_args_namespace.database
    if chosen == "sqlite":
        for name in ADDRESSES:
            os.environ.pop(name, None)
    if chosen == "postgres":
        running = ExitStack()
        early_config.add_cleanup(running.close)
        os.environ["DUIBIAO_DATABASE_URL"] = running.enter_context(server())
    return (yield)
