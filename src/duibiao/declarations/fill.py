"""Filling the sheet from what a person brings: a pasted block, a workbook, an example."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.core.files.uploadedfile import UploadedFile

from duibiao.core.compare.declaration import Declaration, DeclaredLine
from duibiao.core.compare.scheme import Scheme
from duibiao.core.errors import Fact
from duibiao.declarations.paste import paste
from duibiao.declarations.problems import NameUncertain, Problem
from duibiao.declarations.recognise import Recognised, recognise
from duibiao.files.facts import FileProblem
from duibiao.files.limits import MEGABYTE, UPLOAD_MB
from duibiao.files.workbook import read_workbook


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to “which indicator is meant?”: the row it fills, and with what."""

    number: int
    name: str
    line: DeclaredLine


@dataclass(frozen=True, slots=True)
class Noted:
    """One problem on the page: how bad, and what (its sentence says where)."""

    severity: str
    fact: Fact
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """What was filled in, and everything that needs a look."""

    declaration: Declaration
    count: int = 0
    problems: tuple[Noted, ...] = ()
    block: str = ""


def fill_from(
    scheme: Scheme, typed: Declaration, block: str, upload: UploadedFile[bytes] | None
) -> Filled:
    """Lines from the upload, else from the block, laid over what was typed; the typed lines the
    source says nothing about stay, and the block stays on the page."""
    try:
        found = _recognised(scheme, block, upload)
    except FileProblem as problem:
        return Filled(typed, problems=(Noted("error", problem),), block=block)
    problems = tuple(Noted(p.severity.value, p, _choices(scheme, p)) for p in found.problems)
    return Filled(laid_over(typed, found), len(found.lines), problems, block)


def laid_over(typed: Declaration, found: Recognised) -> Declaration:
    """The typed declaration with the recognised lines in place of its own."""
    lines = {line.indicator_id: line for line in found.lines}
    merged = tuple(lines.get(line.indicator_id, line) for line in typed.lines)
    return replace(typed, lines=merged)


def _choices(scheme: Scheme, problem: Problem) -> tuple[Choice, ...]:
    """What may be meant, where a name was uncertain and the row states something."""
    if not isinstance(problem, NameUncertain) or problem.line is None or not problem.line.text:
        return ()
    return tuple(
        Choice(number, indicator.name, problem.line)
        for number, indicator in enumerate(scheme.indicators, 1)
        if indicator.name in problem.candidates
    )


def _recognised(scheme: Scheme, block: str, upload: UploadedFile[bytes] | None) -> Recognised:
    if upload is not None:
        content = upload.read(UPLOAD_MB * MEGABYTE + 1)
        return recognise(read_workbook(content, upload.name or ""), scheme)
    return paste(block, scheme)
