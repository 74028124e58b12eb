"""Runs one of our own functions on foreign bytes in a process of its own, under limits.

A 4.7 kB workbook can cost a careless parser 1.8 GB, and a crafted one aborts the interpreter: so
foreign files are never parsed where requests are served. The process gets no environment, a
private temporary directory, and dies with us; whatever happens in it becomes a fact.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duibiao
from duibiao.files.facts import (
    FileBroken,
    FileProblem,
    FileTimeout,
    FileTooHeavy,
    FileTooLarge,
    Weighed,
    file_fact,
)
from duibiao.files.limits import MEGABYTE, MEMORY_MB, RESULT_MB, UPLOAD_MB, WALL_SECONDS

# Django's package root is not needed, but an editable install or a source tree must be found.
SOURCE_ROOT = str(Path(duibiao.__file__).resolve().parent.parent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A function `module:name` of ours, called as `name(content, filename, **arguments)`.

    It returns a pair: a JSON-ready dict and bytes (may be empty).
    """

    function: str
    filename: str
    arguments: dict[str, Any] = field(default_factory=dict)
    seconds: float = WALL_SECONDS
    memory_mb: int = MEMORY_MB


def run(task: Task, content: bytes) -> tuple[dict[str, Any], bytes]:
    """Call the task's function on the content in a limited process; raises FileProblem."""
    if len(content) > UPLOAD_MB * MEGABYTE:
        raise FileTooLarge(task.filename, Weighed.UPLOAD, _mb(len(content)), UPLOAD_MB)
    with tempfile.TemporaryDirectory(prefix="duibiao-") as scratch:
        output, status = _run_child(task, content, scratch)
    return _result(task, output, status)


def _run_child(task: Task, content: bytes, scratch: str) -> tuple[bytes, int]:
    order = {
        "function": task.function,
        "filename": task.filename,
        "arguments": task.arguments,
        "memory_mb": task.memory_mb,
    }
    given, written = Path(scratch, "given"), Path(scratch, "written")
    given.write_bytes(json.dumps(order).encode() + b"\n" + content)
    with given.open("rb") as source, written.open("wb") as target:
        process = subprocess.Popen(
            [sys.executable, "-P", "-s", "-m", "duibiao.files.child"],
            stdin=source,
            stdout=target,
            stderr=subprocess.DEVNULL,
            env=_environment(scratch),
            cwd=scratch,
            start_new_session=True,
        )
        try:
            status = process.wait(timeout=task.seconds)
        except subprocess.TimeoutExpired:
            raise FileTimeout(task.filename, int(task.seconds)) from None
        finally:
            _end(process)
    return _answer(written), status


def _answer(written: Path) -> bytes:
    """What the process wrote, one byte more than allowed at most."""
    with written.open("rb") as answer:
        return answer.read(RESULT_MB * MEGABYTE + 1)


def _environment(scratch: str) -> dict[str, str]:
    return {
        "PYTHONPATH": SOURCE_ROOT,
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "MALLOC_ARENA_MAX": "2",
        "POLARS_MAX_THREADS": "1",
        "TMPDIR": scratch,
    }


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill the whole process group; harmless when it has ended."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _result(task: Task, output: bytes, status: int) -> tuple[dict[str, Any], bytes]:
    if len(output) > RESULT_MB * MEGABYTE:
        raise FileTooLarge(task.filename, Weighed.RESULT, _mb(len(output)), RESULT_MB)
    head, newline, rest = output.partition(b"\n")
    if not newline:
        raise _crash(task, status)
    answer = json.loads(head)
    if "fact" in answer:
        raise file_fact(answer["fact"], answer["values"])
    return answer["result"], rest


def _crash(task: Task, status: int) -> FileProblem:
    """A process that ended without an answer: out of time, out of memory, or aborted."""
    if status == -signal.SIGXCPU:
        return FileTimeout(task.filename, int(task.seconds))
    if status < 0 or status == MEMORY_EXIT:
        return FileTooHeavy(task.filename, task.memory_mb)
    return FileBroken(task.filename, "")


MEMORY_EXIT = 77


def _mb(size: int) -> float:
    return round(size / MEGABYTE, 1)
