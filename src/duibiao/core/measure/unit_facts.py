"""What can be wrong with a unit or a conversion: the error codes of the `convert` interface."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact


@dataclass(eq=False)
class UnitSyntax(Fact):
    """The text is not built like a unit: where reading stopped, and what stood there."""

    code: ClassVar[str] = "syntax"
    text: str
    position: int
    found: str


@dataclass(eq=False)
class UnknownUnit(Fact):
    """A part of the text names no unit known here; `candidates` are what it may have meant."""

    code: ClassVar[str] = "unknown_unit"
    text: str
    part: str
    candidates: str = ""


@dataclass(eq=False)
class AmbiguousCase(Fact):
    """The letter case is wrong and two right ones are possible: MPA may be MPa or mPa."""

    code: ClassVar[str] = "ambiguous_case"
    text: str
    part: str
    readings: str


@dataclass(eq=False)
class UnitPair(Fact):
    """Two units that do not go together; the subclass says why."""

    a: str
    b: str


class Incommensurable(UnitPair):
    """Different dimensions, and no quantity named here leads from one to the other."""

    code: ClassVar[str] = "incommensurable"


class NoFunctionalRelation(UnitPair):
    """Empirical scales: tables exist, a function does not (hardness, mesh, turbidity)."""

    code: ClassVar[str] = "no_functional_relation"


class SemanticKindDiffers(UnitPair):
    """The same dimension, another kind of quantity: torque and energy, lm and cd."""

    code: ClassVar[str] = "semantic_kind_differs"


class OffsetUnitInCompound(UnitPair):
    """A degree with an offset stands inside a product, where only kelvins convert."""

    code: ClassVar[str] = "offset_unit_in_compound"


class NeedsMolarMass(UnitPair):
    """Amount against mass: only the molar mass of the substance leads across."""

    code: ClassVar[str] = "needs_molar_mass"


class LogLevelNeedsReference(UnitPair):
    """A logarithmic level whose reference value the unit does not state."""

    code: ClassVar[str] = "log_level_needs_reference"


class DifferenceVsPoint(UnitPair):
    """A temperature difference against a point of a temperature scale."""

    code: ClassVar[str] = "difference_vs_point"


class DifferentWeighting(UnitPair):
    """Levels under different frequency weightings: dB(A), dB(C), dB."""

    code: ClassVar[str] = "different_weighting"


class AngleDependent(UnitPair):
    """Gloss at different angles of measurement (ISO 2813)."""

    code: ClassVar[str] = "angle_dependent"


@dataclass(eq=False)
class BelowAbsoluteZero(Fact):
    """A temperature below 0 K."""

    code: ClassVar[str] = "below_absolute_zero"
    value: str
    unit: str


@dataclass(eq=False)
class MissingValue(Fact):
    """No value (or unit) was given where one is needed; `what` names it."""

    code: ClassVar[str] = "missing_value"
    what: str


@dataclass(eq=False)
class NotANumber(Fact):
    """What was given is not a finite number, or has no reciprocal where one is needed."""

    code: ClassVar[str] = "not_a_number"
    text: str
