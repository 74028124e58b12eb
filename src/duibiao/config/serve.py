"""Serve the site until Ctrl-C: migrate, load the demonstration once, start the workers."""

from __future__ import annotations

import socket
import sys

from granian.constants import Interfaces
from granian.server import Server

from duibiao.config.site import collect_static, prepare
from duibiao.ui.wording import text

WORKERS = 2


def serve(*, host: str, port: int, demo: bool) -> int:
    """Serve; exit 1 with a plain message when the port is taken."""
    if not _free(host, port):
        print(text("serve.port_taken", host=host, port=port, other=port + 1), file=sys.stderr)
        return 1
    prepare()
    collect_static()
    if demo:
        _load()
    print(text("serve.address", host=host, port=port), flush=True)
    Server(
        "duibiao.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        log_enabled=False,
    ).serve()
    return 0


def _load() -> None:
    """The example schemes, and in an empty database the rehearsal city; one that is there stays
    at its step."""
    from duibiao.demo.actions import load_city, load_demo  # noqa: PLC0415 (models need Django up)
    from duibiao.demo.queries import is_untouched, rehearsal  # noqa: PLC0415 (as above)

    print(text("serve.demo", count=load_demo()))
    made = rehearsal()
    if made is None and is_untouched():
        made = load_city(said=lambda step: print(text("demo.step", step=step), flush=True))
    if made is None:
        return
    print(text("demo.ready", step=made.step, passphrase=made.passphrase))


def _free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
