"""What a standard or an enterprise demands, read but not yet compared.

A `Requirement` keeps its original text for ever, says what it demands (`content`), in which unit
as written, and of what (`terms`: basis, condition, method, statistic). Numbers here are Decimals
exactly as printed ("0.50" keeps two decimals); only `units` turns them into base quantities.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from duibiao.core.errors import Fact


class Reading(StrEnum):
    """Remarks of the reader about a text it could read."""

    BARE = "bare"  # a number without comparator: a point, lo = hi
    TOLERANCE = "tolerance"  # a deviation without its nominal: ±0.5
    NOMINAL_TOLERANCE = "nominal_tolerance"  # 10 ± 0.2
    HALF_GRADE = "half_grade"  # 4-5级 read as 4.5
    DECIMAL_COMMA = "decimal_comma"  # 0,25
    THOUSANDS = "thousands"  # 5 000, 5,000
    DAMAGED_POWER = "damaged_power"  # 1×10-3 read as 10⁻³
    AMBIGUOUS_POWER = "ambiguous_power"  # 1×105: 105 or 10⁵?
    AMBIGUOUS_COMMA = "ambiguous_comma"  # 1,234 alone: thousands assumed
    SAMPLING_PLAN = "sampling_plan"  # n, c, m, M
    FOOTNOTE = "footnote"  # 0.1① : the mark was set aside, the value is 0.1
    TEN_THOUSANDS = "ten_thousands"  # 5万
    UNIT_FROM_TEXT = "unit_from_text"  # the text's own unit overrides the column's
    NO_LIMIT_GIVEN = "no_limit_given"  # 不得检出 without a detection limit
    AS_RECORDED = "as_recorded"  # the text could not be read; the scheme's recorded bounds are used


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Of what, and how: never stripped, compared by the gate before any number is."""

    basis: str | None = None  # 以N计, 总铬, 声功率级, 干基
    condition: str | None = None  # 20 ℃, 深色, 最大尺寸>6 mm
    method: str | None = None  # GB/T 2912.1
    statistic: str | None = None  # mean, each, max, min, p95 …; None = not said
    edition: str | None = None  # the standard and year it comes from
    subject: str | None = None  # what the text itself says is limited: SEER, 比值之和; not gated
    remark: str | None = None  # said beside the limit without narrowing it: E1, 70为GUL; not gated


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """A set of numbers in the unit as written. None = open end."""

    lo: Decimal | None = None
    hi: Decimal | None = None
    lo_closed: bool = True
    hi_closed: bool = True
    nominal: Decimal | None = None  # kept for n ± t, where the nominal may matter


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """At least (or at most) a grade of an ordered scale.

    Numeric grades (colour fastness 4-5级 = 4.5) carry `limits`; named grades (E1, A++, V-0)
    carry `label`, and their scale, best first, when it is known. Never ordered by the alphabet.
    """

    label: str | None = None
    scale: tuple[str, ...] | None = None
    limits: Limits | None = None
    at_least: bool = True  # False only where the text says "at most this grade"


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeVector:
    """Several grades at once, compared component by component: IP65 → (6, 5); IPX4 → (0, 4)."""

    label: str
    grades: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Required:
    """Yes or no: a property the product must have (True), or need not have (False)."""

    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDetected:
    """不得检出: as strict as its detection limit; without one it cannot meet a number."""

    detection_limit: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplingPlan:
    """Microbiological plan: of n samples at most c may lie between m and M, none above M."""

    n: int
    c: int
    m: Decimal
    big_m: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeText:
    """Words that state a requirement no number or grade can carry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """The standard states no requirement here (— / 无要求): known, and vacuous."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Not read, with the reason and the position; never a guess."""

    problem: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One of several things a cell says: for which case, and what."""

    label: str
    requirement: Requirement


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """Several requirements by case (优等品…一等品…; 深色…其他…), in the order written."""

    items: tuple[Item, ...]


Content = (
    Limits
    | Grade
    | GradeVector
    | Required
    | NotDetected
    | SamplingPlan
    | FreeText
    | Silent
    | Unread
    | Pieces
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One requirement: the text as written, what it demands, of what, in which unit."""

    text: str
    content: Content
    unit: str | None = None
    terms: Terms = field(default_factory=Terms)
    flags: frozenset[Reading] = frozenset()
