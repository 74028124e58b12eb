"""The words of a comparison: relation, the rule that fired, flags, gap (method.md §1)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from duibiao.core.measure.requirement import Requirement


class Relation(StrEnum):
    """The enterprise's requirement A seen from the benchmark's B. A partial order."""

    STRICTER = "stricter"
    EQUAL = "equal"
    LOOSER = "looser"
    INCOMPARABLE = "incomparable"
    UNKNOWN = "unknown"


class Rule(StrEnum):
    """Which row of the decision table (method.md §1.2) decided."""

    NOT_READ = "not_read"  # 1
    CHARACTERISTIC_DIFFERS = "characteristic_differs"  # the gate: not the same thing (basis)
    CONDITION_DIFFERS = "condition_differs"
    METHOD_DIFFERS = "method_differs"  # 2
    METHOD_UNKNOWN = "method_unknown"  # like is compared with like, and B's method is not given
    STATISTIC_DIFFERS = "statistic_differs"  # 3
    UNIT_INCOMMENSURABLE = "unit_incommensurable"  # 4
    SCALE_DIFFERS = "scale_differs"  # 5
    SCALE_UNKNOWN = "scale_unknown"  # 5: two grades, and nobody stated their order
    UNIT_UNKNOWN = "unit_unknown"  # 4: a unit is not stated, or not known
    NO_VALUE_POSSIBLE = "no_value_possible"  # nothing in the natural domain meets it
    MISSING_IN_A = "missing_in_a"  # 6
    MISSING_IN_B = "missing_in_b"  # 7
    BOTH_SILENT = "both_silent"
    LOD_MISSING = "lod_missing"  # 8
    SETS_EQUAL = "sets_equal"  # 10
    A_INSIDE_B = "a_inside_b"  # 11
    B_INSIDE_A = "b_inside_a"  # 12
    SETS_CROSS = "sets_cross"  # 13
    KIND_DIFFERS = "kind_differs"  # a number against words, a grade against a number


class Flag(StrEnum):
    """Remarks on a comparison (interfaces.md, `relate`, and the gate's own)."""

    BOUNDARY_ONLY = "boundary_only"
    DISJOINT = "disjoint"
    METHOD_DIFFERS = "method_differs"
    STATISTIC_DIFFERS = "statistic_differs"
    UNIT_INCOMMENSURABLE = "unit_incommensurable"
    SCALE_DIFFERS = "scale_differs"
    MISSING_IN_A = "missing_in_a"
    MISSING_IN_B = "missing_in_b"
    DATA_MISSING = "data_missing"
    LOD_MISSING = "lod_missing"
    UNBOUNDED = "unbounded"
    PIECEWISE = "piecewise"
    RATIO_NOT_MEANINGFUL = "ratio_not_meaningful"
    CHARACTERISTIC_DIFFERS = "characteristic_differs"
    CONDITION_DIFFERS = "condition_differs"
    EDITION_SUPERSEDED = "edition_superseded"
    METHOD_NOT_STATED = "method_not_stated"
    FRACTION_BASIS_ASSUMED = "fraction_basis_assumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SideGaps:
    """Shortfall of each side in units of B's width; positive = A falls short."""

    low: Fraction | None = None
    high: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A against B: what was found and why. Gap signed, positive = A falls short (§1.3)."""

    a: Requirement
    b: Requirement
    relation: Relation
    rule: Rule
    flags: frozenset[Flag] = frozenset()
    gap_ratio: Fraction | None = None
    limit_ratio: Fraction | None = None
    abs_gap: Fraction | None = None  # in B's unit as written
    side_gaps: SideGaps | None = None
    normal_a: str | None = None  # the set of A in the base unit, e.g. "(-inf, 0.00002]"
    normal_b: str | None = None
    base_unit: str | None = None
    needed: tuple[str, ...] = field(default=())  # data that would resolve "unknown": codes
