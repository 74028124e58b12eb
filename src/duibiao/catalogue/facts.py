"""What stands against a step of a scheme, or against writing it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
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


@dataclass(eq=False)
class ListClosed(Fact):
    """A list that was handed in or published is changed by a new edition."""

    code: ClassVar[str] = "list_closed"


@dataclass(eq=False)
class ListCodeTaken(Fact):
    """There is an open draft of this list, or the code is somebody else's."""

    code: ClassVar[str] = "list_code_taken"
    list: str


@dataclass(eq=False)
class NotAStandardNumber(Fact):
    """An item whose number no body would issue."""

    code: ClassVar[str] = "list_not_a_number"
    line: int
    found: str
    suggestion: str


@dataclass(eq=False)
class ItemTwice(Fact):
    """The same number and year twice in one list."""

    code: ClassVar[str] = "list_item_twice"
    number: str


@dataclass(eq=False)
class ListEmpty(Fact):
    """A list without items."""

    code: ClassVar[str] = "list_empty"


class ItemField(StrEnum):
    """What each item of a list owes its readers."""

    TITLE = "title"
    YEAR = "year"
    APPLIES_TO = "applies_to"
    OBTAIN = "obtain"
    COUNTRY = "country"
    BODY = "body"


@dataclass(eq=False)
class ItemIncomplete(Fact):
    """An item without what its readers need."""

    code: ClassVar[str] = "list_item_incomplete"
    number: str
    field: ItemField


@dataclass(eq=False)
class NoNewerEdition(Fact):
    """Only a newer edition supersedes a list."""

    code: ClassVar[str] = "list_no_newer_edition"


@dataclass(eq=False)
class NoGround(Fact):
    """A suggestion that does not say why the standard is wanted."""

    code: ClassVar[str] = "suggestion_no_ground"


@dataclass(eq=False)
class AlreadyListed(Fact):
    """The standard stands in a published list already."""

    code: ClassVar[str] = "suggestion_already_listed"
    number: str
    list: str


@dataclass(eq=False)
class NotYetListed(Fact):
    """Adopted is what stands in a list of the office that decides."""

    code: ClassVar[str] = "suggestion_not_yet_listed"
    number: str
