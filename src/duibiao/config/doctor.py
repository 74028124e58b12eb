"""The examination of an instance: each check gives one finding, in words."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import django
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from duibiao.journal.models import Entry
from duibiao.journal.queries import broken_chains
from duibiao.ui.wording import text


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the examination."""

    name: str
    sound: bool
    said: str

    def line(self) -> str:
        """For a terminal."""
        return f"{'✓' if self.sound else '✗'} {text(f'doctor.{self.name}')}: {self.said}"

    def record(self) -> dict[str, object]:
        """For a machine."""
        return {"name": self.name, "sound": self.sound, "said": self.said}


def examine() -> Iterator[Finding]:
    """Every check, in order; what needs the database is left out when it is away."""
    yield Finding(
        "software", True, f"Django {django.get_version()}, SQLite {sqlite3.sqlite_version}"
    )
    yield _home()
    reachable = _database()
    yield reachable
    if not reachable.sound:
        return
    yield _migrations()
    for check in (_durability, _journal, *_further):
        yield check()


_further: list[Callable[[], Finding]] = []


def _home() -> Finding:
    home = Path(settings.HOME)
    try:
        with tempfile.TemporaryFile(dir=home):
            return Finding("home", True, str(home))
    except OSError as problem:
        return Finding("home", False, text("doctor.not_writable", path=home, why=problem.strerror))


def _database() -> Finding:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as problem:
        return Finding("database", False, str(problem).strip().splitlines()[0])
    return Finding("database", True, connection.vendor)


def _migrations() -> Finding:
    executor = MigrationExecutor(connection)
    behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    said = text("doctor.behind", count=len(behind)) if behind else text("doctor.current")
    return Finding("migrations", not behind, said)


def _durability() -> Finding:
    """What was acknowledged must be on the disk (reliability.md F2)."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT synchronous FROM pragma_synchronous")
            level = int(cursor.fetchone()[0])
            return Finding("durability", level >= 2, f"synchronous={level}")
        cursor.execute("SELECT current_setting('fsync'), current_setting('synchronous_commit')")
        fsync, commit = cursor.fetchone()
    sound = fsync == "on" and commit != "off"
    return Finding("durability", sound, f"fsync={fsync}, synchronous_commit={commit}")


def _journal() -> Finding:
    """Every chain of the journal, walked from its beginning."""
    broken = next(broken_chains(), None)
    if broken is None:
        return Finding("journal", True, text("doctor.chains_hold", count=Entry.objects.count()))
    said = text("doctor.chain_broken", chain=broken.chain, sequence=broken.sequence, why=broken.why)
    return Finding("journal", False, said)
