"""What can be wrong with a scheme document: each names its place in the document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact


@dataclass(eq=False)
class SchemeProblem(Fact):
    """Something about a scheme, at a path such as `indicators[3].weight`."""

    path: str
    severity: ClassVar[str] = "error"


@dataclass(eq=False)
class MissingField(SchemeProblem):
    """A field the scheme must have is not there or empty."""

    code = "scheme_missing_field"


@dataclass(eq=False)
class WrongType(SchemeProblem):
    """A field holds another kind of value than expected."""

    found: str
    expected: str
    code = "scheme_wrong_type"


@dataclass(eq=False)
class UnknownWord(SchemeProblem):
    """A field holds a word that is not one of the allowed ones."""

    found: str
    allowed: str
    code = "scheme_unknown_word"


@dataclass(eq=False)
class DuplicateId(SchemeProblem):
    """Two indicators carry the same id."""

    found: str
    code = "scheme_duplicate_id"


@dataclass(eq=False)
class WeightSum(SchemeProblem):
    """Weights must sum to 1 exactly (五(三)3)."""

    found: str
    code = "scheme_weight_sum"


@dataclass(eq=False)
class NegativeWeight(SchemeProblem):
    """A weight below zero."""

    found: str
    code = "scheme_negative_weight"


@dataclass(eq=False)
class UnlistedStandard(SchemeProblem):
    """A requirement cites a standard that the scheme does not list."""

    found: str
    code = "scheme_unlisted_standard"
    severity = "warning"


@dataclass(eq=False)
class NothingDemanded(SchemeProblem):
    """An indicator for which no standard is given at all."""

    name: str
    code = "scheme_nothing_demanded"


@dataclass(eq=False)
class UnreadRequirement(SchemeProblem):
    """A requirement whose text gives no set of values: shown, never judged."""

    found: str
    reason: str
    code = "scheme_unread_requirement"
    severity = "warning"


@dataclass(eq=False)
class DiffersFromRecord(SchemeProblem):
    """Our reading of the text and the bounds recorded beside it disagree."""

    found: str
    read: str
    recorded: str
    code = "scheme_differs_from_record"
    severity = "warning"


@dataclass(eq=False)
class UnknownUnitInScheme(SchemeProblem):
    """A unit the registry does not know."""

    found: str
    code = "scheme_unknown_unit"
    severity = "warning"


@dataclass(eq=False)
class SchemeUnusable(Fact):
    """A scheme document with errors; all of them, not only the first."""

    problems: tuple[SchemeProblem, ...]
    code = "scheme_unusable"
