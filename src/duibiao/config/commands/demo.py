"""Build the rehearsal city, up to a step of the acceptance scenario."""

from __future__ import annotations

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """`duibiao demo [--to-step N]`."""
    parser.add_argument("--to-step", type=int, default=19, choices=range(1, 20), metavar="1…19")


def run(chosen: argparse.Namespace) -> int:
    """Play the story by the rooms' own actions; a second run goes on where the first ended."""
    from duibiao.config.site import prepare

    prepare()
    from duibiao.demo.actions import load_city, load_demo
    from duibiao.ui.wording import text

    load_demo()
    made = load_city(
        to_step=chosen.to_step, said=lambda step: print(text("demo.step", step=step), flush=True)
    )
    print(text("demo.ready", step=made.step, passphrase=made.passphrase))
    return 0
