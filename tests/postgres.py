"""Run a command against a real PostgreSQL: `python -m tests.postgres COMMAND …`

The command sees its address as DUIBIAO_DATABASE_URL.
"""

from __future__ import annotations

import os
import subprocess
import sys

from duibiao.config.bench.private_postgres import server

__all__ = ["server"]


def main() -> int:
    """Run the command given; its exit code is ours."""
    with server() as url:
        return subprocess.run(
            sys.argv[1:], env={**os.environ, "DUIBIAO_DATABASE_URL": url}
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
