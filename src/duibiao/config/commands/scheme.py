"""Check a benchmark scheme, or load it into this instance."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from duibiao.core.canonical import load
from duibiao.core.compare.scheme_document import check_scheme
from duibiao.ui.wording import sentence, text


def arguments(parser: argparse.ArgumentParser) -> None:
    """`duibiao scheme check|import S.json`."""
    parser.add_argument("action", choices=("check", "import"))
    parser.add_argument("file", type=Path)


def run(chosen: argparse.Namespace) -> int:
    """Print every problem with its place; exit 2 when the scheme cannot be used."""
    document = read_document(chosen.file)
    if document is None:
        return 2
    problems = check_scheme(document)
    for problem in problems:
        stream = sys.stderr if problem.severity == "error" else sys.stdout
        print(f"{text('scheme.' + problem.severity)} {sentence(problem)}", file=stream)
    if any(problem.severity == "error" for problem in problems):
        return 2
    if chosen.action == "import":
        return _import(document)
    print(text("scheme.usable", warnings=len(problems)))
    return 0


def read_document(path: Path) -> dict[str, Any] | None:
    """The JSON document of a file, or None with the reason printed."""
    try:
        document = load(path.read_bytes())
    except OSError as problem:
        print(f"{path}: {problem.strerror}", file=sys.stderr)
        return None
    except (ValueError, RecursionError) as problem:
        print(text("scheme.not_json", file=path.name, problem=problem), file=sys.stderr)
        return None
    if not isinstance(document, dict):
        print(text("scheme.not_an_object", file=path.name), file=sys.stderr)
        return None
    return document


def _import(document: dict[str, Any]) -> int:
    # Here, not above: only this branch needs the database.
    from duibiao.config.site import prepare

    prepare()
    from duibiao.catalogue.actions import load_scheme

    version = load_scheme(document=document)
    print(text("scheme.imported", title=version.title, version=version.version))
    return 0
