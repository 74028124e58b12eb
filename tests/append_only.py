"""Tests that commit empty the tables afterwards; the journal's own guard forbids that.

Only while Django flushes after such a test are the triggers lifted, then put back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from django.db import connection
from django.test import TransactionTestCase

GUARD = import_module("duibiao.journal.migrations.0002_append_only")
_flush = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]  # private, stable


@contextmanager
def lifted() -> Iterator[None]:
    """The journal's tables as any other, inside the block."""
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        if sqlite:
            cursor.execute("DROP TRIGGER IF EXISTS journal_entry_no_update")
            cursor.execute("DROP TRIGGER IF EXISTS journal_entry_no_delete")
        else:
            cursor.execute("ALTER TABLE journal_entry DISABLE TRIGGER USER")
    yield
    with connection.cursor() as cursor:
        for statement in GUARD.SQLITE if sqlite else []:
            cursor.execute(statement)
        if not sqlite:
            cursor.execute("ALTER TABLE journal_entry ENABLE TRIGGER USER")


def _teardown(self: Any) -> None:
    with lifted():
        _flush(self)


def install() -> None:
    """Let the flush after committing tests pass the guard."""
    TransactionTestCase._fixture_teardown = _teardown  # type: ignore[attr-defined]  # as above
