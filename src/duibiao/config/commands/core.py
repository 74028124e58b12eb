"""Ask the core over JSON Lines: one question per line in, one answer per line out."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from importlib import import_module
from typing import Any

from duibiao.core.canonical import load
from duibiao.core.errors import Fact
from duibiao.ui.wording import sentence

TOPICS = (
    "parse",
    "relate",
    "round",
    "limit",
    "convert",
    "outcome",
    "size",
    "uscc",
    "standard_number",
    "match_name",
)
MAX_LINE = 1_000_000


def arguments(parser: argparse.ArgumentParser) -> None:
    """`duibiao core TOPIC`."""
    parser.add_argument("topic", choices=TOPICS)


def run(chosen: argparse.Namespace) -> int:
    """Answer every line of standard input; a bad line gets an error and the rest go on."""
    for line in answers(chosen.topic, _lines()):
        print(line, flush=False)
    return 0


def answers(topic: str, lines: Iterable[str]) -> Iterator[str]:
    """One JSON line for each non-empty line, in order."""
    answer = import_module(f"duibiao.config.topics.{topic}").answer
    for line in lines:
        if line.strip():
            yield json.dumps(_reply(answer, line), ensure_ascii=False, default=_number)


def _reply(answer: Callable[[dict[str, Any]], dict[str, Any]], line: str) -> dict[str, Any]:
    try:
        question = load(line[:MAX_LINE])
    except (ValueError, RecursionError) as problem:
        return {"error": "not_json", "message": f"这一行不是 JSON：{problem}"}
    if not isinstance(question, dict):
        return {"error": "not_an_object", "message": '每行应是一个 JSON 对象，如 {"text": "≤20"}'}
    echo = {"id": question["id"]} if "id" in question else {}
    try:
        return {**echo, **answer(question)}
    except Fact as fact:
        return {**echo, "error": fact.code, "message": sentence(fact)}
    except (KeyError, TypeError, ValueError, ArithmeticError) as problem:
        return {**echo, "error": "wrong_question", "message": f"问题的字段不对：{problem!r}"}


def _number(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


def _lines() -> Iterator[str]:
    for raw in sys.stdin.buffer:
        yield raw.decode("utf-8-sig", errors="replace")
