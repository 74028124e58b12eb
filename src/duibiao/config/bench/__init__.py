"""Benchmarks: ours and every baseline in one run, told as ratios."""

from __future__ import annotations

import os
from collections.abc import Callable

THREADS = 2


def run(name: str, *, json: bool) -> int:
    """Run the benchmark of this name and print its figures; 1 when the engines disagree.

    Errors: KeyError for a name that is none (the command line only lets known names in).
    """
    # Polars reads its number of threads when it is first imported, so this comes before.
    os.environ.setdefault("POLARS_MAX_THREADS", str(THREADS))
    from duibiao.config.bench import catalogue, compare, import_list, pages  # noqa: PLC0415

    runs: dict[str, Callable[..., int]] = {
        "catalogue": catalogue.run,
        "compare": compare.run,
        "import": import_list.run,
        "pages": pages.run,
    }
    return runs[name](as_json=json)
