"""The limited process: sets its limits, then calls one function and writes one answer.

Input: one JSON line (the order), then the file's bytes. Output: one JSON line, then bytes.
"""

from __future__ import annotations

import ctypes
import importlib
import json
import os
import resource
import signal
import sys
from typing import Any

from duibiao.files.facts import FileBroken, FileProblem, FileTooHeavy
from duibiao.files.limits import MEGABYTE, OPEN_FILES, PROCESSOR_SECONDS, WRITTEN_MB

PR_SET_PDEATHSIG = 1
ALLOWED = "duibiao."


def main() -> None:
    """Read the order and the content from standard input, answer on standard output."""
    order = json.loads(sys.stdin.buffer.readline())
    set_limits(int(order["memory_mb"]))
    answer, extra = perform(order, sys.stdin.buffer.read())
    out = sys.stdout.buffer
    out.write(json.dumps(answer, ensure_ascii=True).encode() + b"\n")
    out.write(extra)
    out.flush()


def set_limits(memory_mb: int) -> None:
    """Memory, processor time, file size and descriptors; die when the parent dies."""
    memory = memory_mb * MEGABYTE
    written = WRITTEN_MB * MEGABYTE
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (written, written))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def perform(order: dict[str, Any], content: bytes) -> tuple[dict[str, Any], bytes]:
    """Call the function named in the order; a fact it raises becomes the answer."""
    module, _, name = order["function"].partition(":")
    if not module.startswith(ALLOWED):
        raise ValueError(module)
    filename = order["filename"]
    try:
        function = getattr(importlib.import_module(module), name)
        result, extra = function(content, filename, **order["arguments"])
    except FileProblem as fact:
        return _fact(fact), b""
    except MemoryError:
        return _fact(FileTooHeavy(filename, int(order["memory_mb"]))), b""
    except Exception as unforeseen:  # the boundary: a parser's own error on a foreign file
        return _fact(FileBroken(filename, type(unforeseen).__name__)), b""
    return {"result": result}, extra


def environment(_: bytes, __: str) -> tuple[dict[str, Any], bytes]:
    """Names of the environment variables this process has: proof that none of ours reach it."""
    return {"names": sorted(os.environ)}, b""


def _fact(fact: FileProblem) -> dict[str, Any]:
    return {"fact": fact.code, "values": fact.values()}


if __name__ == "__main__":
    main()
