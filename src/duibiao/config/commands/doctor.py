"""What is installed, reachable, writable, late or broken: one line each."""

from __future__ import annotations

import argparse
import json


def arguments(parser: argparse.ArgumentParser) -> None:
    """`duibiao doctor [--json]`."""
    parser.add_argument("--json", action="store_true", help="findings as JSON")


def run(chosen: argparse.Namespace) -> int:
    """Look at everything; exit 1 when something is broken."""
    from duibiao.config.site import start

    start()
    from duibiao.config.doctor import examine

    findings = list(examine())
    if chosen.json:
        print(json.dumps([finding.record() for finding in findings], ensure_ascii=False))
    else:
        for finding in findings:
            print(finding.line())
    return 0 if all(finding.sound for finding in findings) else 1
