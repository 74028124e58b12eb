"""Figures as of a moment."""

from __future__ import annotations

from duibiao.insights.asking import Asked
from duibiao.insights.subjects.subject import Figures, Subject


def kept(asked: Asked, subject: Subject, measures: tuple[str, ...], by: str) -> dict[str, Figures]:
    """The figures of a subject."""
    return subject.figures(asked, measures, by)
