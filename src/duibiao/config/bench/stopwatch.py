"""Seconds and memory of a piece of work in this process."""

from __future__ import annotations

import gc
import resource
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")
_CLEAR = Path("/proc/self/clear_refs")
_STATUS = Path("/proc/self/status")


def side_by_side(
    contestants: dict[str, Callable[[], object]], repetitions: int
) -> dict[str, float]:
    """The median seconds of each; they take turns, so that a busy moment hits all alike."""
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(repetitions):
        for name, work in contestants.items():
            seconds[name].append(_seconds(work))
    return {name: median(taken) for name, taken in seconds.items()}


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def peak_mb(work: Callable[[], T]) -> tuple[T, float]:
    """The result, and the most memory the process held meanwhile, data and libraries included.

    Where the system cannot forget an earlier peak, it is the peak since the process began.
    """
    try:
        _CLEAR.write_text("5")  # Linux: forget the peak so far
    except OSError:
        return work(), _peak_ever()
    result = work()
    for line in _STATUS.read_text().splitlines():
        if line.startswith("VmHWM:"):
            return result, int(line.split()[1]) / 1024
    return result, _peak_ever()


def _peak_ever() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
