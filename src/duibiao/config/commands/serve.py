"""Serve the platform: prepare the database if needed, then answer until Ctrl-C."""

from __future__ import annotations

import argparse

from duibiao.config import serve as server


def arguments(parser: argparse.ArgumentParser) -> None:
    """`duibiao serve --host --port --no-demo`."""
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--no-demo", action="store_true", help="do not load the demonstration")


def run(chosen: argparse.Namespace) -> int:
    """Serve until stopped."""
    return server.serve(host=chosen.host, port=chosen.port, demo=not chosen.no_demo)
