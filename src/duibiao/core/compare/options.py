"""The declared choices of a comparison, and the words for a direction."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from duibiao.core.errors import Fact


@dataclass(eq=False)
class OptionUnknown(Fact):
    """An option has a value it cannot have."""

    option: str
    found: str
    expected: str
    code = "option_unknown"


class Better(StrEnum):
    """The quality side of an indicator."""

    LOW = "low"
    HIGH = "high"
    NEITHER = "neither"  # a range, a target, yes or no


_DIRECTIONS = {
    Better.LOW: ("smaller_better", "lower_better", "smaller", "lower", "down", "low"),
    Better.HIGH: ("larger_better", "higher_better", "larger", "higher", "up", "high"),
    Better.NEITHER: ("range", "target", "boolean", "nominal", "none", ""),
}
_BETTER = {word: side for side, words in _DIRECTIONS.items() for word in words}


def better_side(direction: str | None) -> Better:
    """Which side is the quality side. Errors: option_unknown."""
    try:
        return _BETTER[(direction or "").strip().lower()]
    except KeyError:
        raise OptionUnknown("direction", str(direction), "higher|lower|range|boolean") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the scheme declares about comparing (interfaces.md, `relate`). Errors: option_unknown.

    - mode: `inclusion` compares whole sets; `directional` only the quality side (method.md §1.1).
    - equivalent_methods, linked_statistics: groups of names that count as one.
    - grade_map: pairs of grades of two scales that mean the same.
    - limit_comparison: `full_value` or `rounded` (GB/T 8170-2008, 4.3).
    - nominal_is_size: n ± t states a size, so tolerances compare only at the same nominal.
    - compare_as: `relative_deviation` compares (limit − nominal)/nominal.
    """

    mode: str = "inclusion"
    equivalent_methods: tuple[tuple[str, ...], ...] = ()
    linked_statistics: tuple[tuple[str, ...], ...] = ()
    grade_map: tuple[tuple[str, str], ...] = ()
    limit_comparison: str = "full_value"
    nominal_is_size: bool = False
    compare_as: str | None = None

    def __post_init__(self) -> None:
        _one_of("mode", self.mode, ("inclusion", "directional"))
        _one_of("limit_comparison", self.limit_comparison, ("full_value", "rounded"))
        _one_of("compare_as", self.compare_as, (None, "relative_deviation"))


def _one_of(option: str, found: str | None, expected: tuple[str | None, ...]) -> None:
    if found not in expected:
        raise OptionUnknown(option, str(found), "|".join(str(e) for e in expected))
