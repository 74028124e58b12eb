"""What stands against a step of a basis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact


@dataclass(eq=False)
class NoInstitution(Fact):
    """Nobody is named to study the basis."""

    code: ClassVar[str] = "basis_no_institution"


@dataclass(eq=False)
class NoOpinion(Fact):
    """No technical institution has given its opinion (五(三)3-1)."""

    code: ClassVar[str] = "basis_no_opinion"


@dataclass(eq=False)
class OpinionUnsettled(Fact):
    """The bureau has not said what it made of an opinion."""

    code: ClassVar[str] = "basis_opinion_unsettled"
    institution: str


@dataclass(eq=False)
class OpinionEmpty(Fact):
    """An opinion has no text."""

    code: ClassVar[str] = "basis_opinion_empty"


@dataclass(eq=False)
class AdoptionUnnoted(Fact):
    """Whether an opinion is adopted, and why or why not, is not said."""

    code: ClassVar[str] = "basis_adoption_unnoted"


@dataclass(eq=False)
class ConflictOpen(Fact):
    """The city has another basis for this industry; the commission decides."""

    code: ClassVar[str] = "basis_conflict_open"
    title: str


@dataclass(eq=False)
class NotReplacedYet(Fact):
    """A basis is replaced when its revision is determined."""

    code: ClassVar[str] = "basis_not_replaced_yet"


@dataclass(eq=False)
class NotDrafting(Fact):
    """Only a draft can be changed; a determined basis is revised."""

    code: ClassVar[str] = "basis_not_drafting"
    title: str


@dataclass(eq=False)
class BasisKnown(Fact):
    """The bureau has a basis for this already."""

    code: ClassVar[str] = "basis_known"
    title: str


@dataclass(eq=False)
class LevelUnclear(Fact):
    """What the basis is for does not go with its level."""

    code: ClassVar[str] = "basis_level_unclear"


@dataclass(eq=False)
class NothingToRestOn(Fact):
    """Neither a scheme nor declared indicators to make a local basis from."""

    code: ClassVar[str] = "basis_nothing_to_rest_on"


@dataclass(eq=False)
class OtherDistrict(Fact):
    """A district bureau decides for its own district only."""

    code: ClassVar[str] = "basis_other_district"
    district: str


@dataclass(eq=False)
class IndicatorUnknown(Fact):
    """The scheme has no such indicator."""

    code: ClassVar[str] = "basis_indicator_unknown"
    found: str


@dataclass(eq=False)
class WeightUnread(Fact):
    """A weight is no number."""

    code: ClassVar[str] = "basis_weight_unread"
    indicator: str
    found: str


@dataclass(eq=False)
class NotAnInstitution(Fact):
    """Opinions are given by technical institutions."""

    code: ClassVar[str] = "basis_not_an_institution"
    name: str


@dataclass(eq=False)
class NamedAlready(Fact):
    """The institution studies this basis already."""

    code: ClassVar[str] = "basis_named_already"
    name: str


@dataclass(eq=False)
class NotAmongRivals(Fact):
    """The basis is not one of those between which to choose."""

    code: ClassVar[str] = "basis_not_among_rivals"


@dataclass(eq=False)
class RevisionOpen(Fact):
    """A revision of this basis is being worked on."""

    code: ClassVar[str] = "basis_revision_open"
    title: str


@dataclass(eq=False)
class NotInForce(Fact):
    """Only a determined basis is revised."""

    code: ClassVar[str] = "basis_not_in_force"
    title: str


@dataclass(eq=False)
class NothingTouched(Fact):
    """No determined basis is touched."""

    code: ClassVar[str] = "basis_nothing_touched"


@dataclass(eq=False)
class NothingNewer(Fact):
    """The basis rests on the newest version of its scheme."""

    code: ClassVar[str] = "basis_nothing_newer"
