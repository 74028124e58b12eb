"""How much memory this process held at most."""

from __future__ import annotations

import resource
import sys


def peak_mb() -> float:
    """The most memory this process held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (2**20 if sys.platform == "darwin" else 2**10), 1)
