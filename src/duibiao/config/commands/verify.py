"""Check a proof without a database: bytes, digest, and every verdict judged again."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from duibiao.core.compare.proof import ProofRefused, replay
from duibiao.ui.wording import sentence, text
from duibiao.ui.wording.verdict import against_sentence


def arguments(parser: argparse.ArgumentParser) -> None:
    """`duibiao verify PROOF.json`."""
    parser.add_argument("file", type=Path)


def run(chosen: argparse.Namespace) -> int:
    """Exit 0 if the proof is sound, 1 if not, naming the first place that fails."""
    try:
        judgement = replay(chosen.file.read_bytes(), against_sentence)
    except OSError as problem:
        print(f"{chosen.file}: {problem.strerror}", file=sys.stderr)
        return 1
    except ProofRefused as refused:
        print(f"{chosen.file}: {sentence(refused)}", file=sys.stderr)
        return 1
    print(text("proof.sound", count=len(judgement.lines), scheme=judgement.scheme.title))
    return 0
