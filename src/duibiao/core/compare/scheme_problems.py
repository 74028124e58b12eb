"""What can be wrong with a scheme document: each names its place in the document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from duibiao.core.errors import Fact


class SectionName(StrEnum):
    """The three sections of a scheme (附.22)."""

    ROUTE = "technical_route"
    SAFEGUARDS = "safeguards"
    TIMETABLE = "timetable"


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
class UnknownParent(SchemeProblem):
    """An indicator stands below one that is not there."""

    found: str
    code = "scheme_unknown_parent"


@dataclass(eq=False)
class ParentCycle(SchemeProblem):
    """Going up the tree from here never ends (五(三)3-2c)."""

    found: tuple[str, ...]
    code = "scheme_parent_cycle"


@dataclass(eq=False)
class TreeTooDeep(SchemeProblem):
    """The tree has three levels (五(三)3-2c); this indicator stands on a fourth."""

    name: str
    code = "scheme_tree_too_deep"


@dataclass(eq=False)
class GroupCarries(SchemeProblem):
    """An indicator with others below it carries a weight or requirements: only leaves may."""

    name: str
    code = "scheme_group_carries"


@dataclass(eq=False)
class NotADay(SchemeProblem):
    """A day that is not written as 2018-05-15."""

    found: str
    code = "scheme_not_a_day"


@dataclass(eq=False)
class NoBenchmark(SchemeProblem):
    """Not one standard to reach or surpass (五(三)3-2b)."""

    code = "scheme_no_benchmark"


@dataclass(eq=False)
class DomesticUnjustified(SchemeProblem):
    """A domestic standard, and nobody says why it is of international level (五(三)3-4)."""

    standard: str
    code = "scheme_domestic_unjustified"


@dataclass(eq=False)
class ForeignUnnamed(SchemeProblem):
    """A foreign standard without its country or its body (五(三)3-4)."""

    standard: str
    code = "scheme_foreign_unnamed"


@dataclass(eq=False)
class NoBenchmarkRequirement(SchemeProblem):
    """No benchmark standard's requirement is given for an indicator (五(三)3-2d)."""

    name: str
    code = "scheme_no_benchmark_requirement"


@dataclass(eq=False)
class NoMethod(SchemeProblem):
    """No test method is given for an indicator (五(三)3-2d)."""

    name: str
    code = "scheme_no_method"


@dataclass(eq=False)
class NoReason(SchemeProblem):
    """Nobody says why the indicator was selected (五(三)3-2e)."""

    name: str
    code = "scheme_no_reason"


@dataclass(eq=False)
class NoScale(SchemeProblem):
    """A described indicator whose grades are not stated (附.19-1)."""

    name: str
    code = "scheme_no_scale"


@dataclass(eq=False)
class LeadingWorse(SchemeProblem):
    """The leading value is worse than what is to be attained, or cannot be told (五(三)3-2d)."""

    name: str
    leading: str
    attained: str
    code = "scheme_leading_worse"


@dataclass(eq=False)
class SectionMissing(SchemeProblem):
    """One of the three sections is not there (附.22-1)."""

    section: SectionName
    code = "scheme_section_missing"


@dataclass(eq=False)
class TaskIncomplete(SchemeProblem):
    """A line of the timetable without its task or one of its days, or ending before it begins."""

    line: int
    code = "scheme_task_incomplete"


@dataclass(eq=False)
class SchemeUnusable(Fact):
    """A scheme document with errors; all of them, not only the first."""

    problems: tuple[SchemeProblem, ...]
    code = "scheme_unusable"
