"""`duibiao`: the command line. Each command is one module under `commands/`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from duibiao import __version__
from duibiao.config.commands import (
    bench,
    core,
    demo,
    doctor,
    judge,
    remind,
    scheme,
    serve,
    template,
    verify,
)

COMMANDS = (serve, judge, template, scheme, core, verify, bench, doctor, demo, remind)


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    top = argparse.ArgumentParser(prog="duibiao", description="对标达标提升专项行动信息平台")
    top.add_argument("--version", action="version", version=f"duibiao {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in COMMANDS:
        name = module.__name__.rpartition(".")[2]
        module.arguments(commands.add_parser(name, help=(module.__doc__ or "").splitlines()[0]))
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the return value is the process's exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # also under a C locale
    chosen = parser().parse_args(argv)
    run = {module.__name__.rpartition(".")[2]: module.run for module in COMMANDS}
    try:
        return int(run[chosen.command](chosen))
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return 130
