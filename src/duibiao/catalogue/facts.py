"""What stands against a step of a scheme, or against writing it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from duibiao.core.errors import Fact


@dataclass(eq=False)
class DraftClosed(Fact):
    """The draft's state does not let it be written."""

    code: ClassVar[str] = "scheme_draft_closed"


@dataclass(eq=False)
class CodeTaken(Fact):
    """There is an open draft of this scheme already."""

    code: ClassVar[str] = "scheme_code_taken"
    scheme: str


@dataclass(eq=False)
class NoConsultationDay(Fact):
    """No last day of the consultation has been set, or it lies before tomorrow."""

    code: ClassVar[str] = "scheme_no_consultation_day"


@dataclass(eq=False)
class ConsultationOpen(Fact):
    """The consultation still runs."""

    code: ClassVar[str] = "scheme_consultation_open"
    last_day: date


@dataclass(eq=False)
class CommentsUndisposed(Fact):
    """Comments nobody has dealt with."""

    code: ClassVar[str] = "scheme_comments_undisposed"
    count: int


@dataclass(eq=False)
class NothingChanged(Fact):
    """The document is, to the byte, a version already published."""

    code: ClassVar[str] = "scheme_nothing_changed"
    version: str


@dataclass(eq=False)
class NotInConsultation(Fact):
    """Comments are taken while the consultation runs."""

    code: ClassVar[str] = "scheme_not_in_consultation"


@dataclass(eq=False)
class CommentEmpty(Fact):
    """A comment without words."""

    code: ClassVar[str] = "scheme_comment_empty"


@dataclass(eq=False)
class NoSuchIndicator(Fact):
    """A comment pinned to an indicator the scheme does not have."""

    code: ClassVar[str] = "scheme_no_such_indicator"
    indicator: str


@dataclass(eq=False)
class DispositionWithoutReason(Fact):
    """Whoever commented is owed a reason when it is not adopted as it stands."""

    code: ClassVar[str] = "scheme_disposition_without_reason"


@dataclass(eq=False)
class NotDisposable(Fact):
    """Comments are dealt with until the scheme is handed in."""

    code: ClassVar[str] = "scheme_comment_not_disposable"
