"""Write the workbook to fill for a scheme."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from duibiao.config.commands.scheme import read_document
from duibiao.core.compare.scheme import Scheme
from duibiao.core.compare.scheme_document import read_scheme
from duibiao.core.compare.scheme_problems import SchemeUnusable
from duibiao.ui.wording import sentence, text


def arguments(parser: argparse.ArgumentParser) -> None:
    """`duibiao template --scheme S.json OUT.xlsx`."""
    parser.add_argument("--scheme", type=Path, required=True)
    parser.add_argument("out", type=Path)


def run(chosen: argparse.Namespace) -> int:
    """Exit 0 when written, 2 when the scheme cannot be used."""
    from duibiao.declarations.template import template

    scheme = scheme_from(chosen.scheme)
    if scheme is None:
        return 2
    chosen.out.write_bytes(template(scheme))
    print(text("template.written", file=chosen.out, count=len(scheme.indicators)))
    return 0


def scheme_from(path: Path) -> Scheme | None:
    """The scheme of a file, or None with every problem printed."""
    document = read_document(path)
    if document is None:
        return None
    try:
        return read_scheme(document)
    except SchemeUnusable as unusable:
        for problem in unusable.problems:
            print(f"{path.name}: {sentence(problem)}", file=sys.stderr)
        return None
