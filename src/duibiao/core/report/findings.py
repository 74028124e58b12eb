"""Findings about a declaration, and the rule book that finds them.

A finding names the place (thing, id, field) that mends it. `block` stops the submission; `warn`
lets it pass with an explanation; `note` is only said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from duibiao.core.errors import Fact
from duibiao.core.report.filing import Filing

# 2 (2018-04): values far beyond the standard, contradictory directions
# 3 (2018-05): editions the register knows to be superseded or withdrawn
RULES_VERSION = 3


class Gravity(StrEnum):
    """How much a finding hinders."""

    BLOCK = "block"
    WARN = "warn"
    NOTE = "note"


class FilingRule(StrEnum):
    """The rules, by name; words in the wording."""

    NO_PRODUCT = "no_product"
    PRODUCT_UNNAMED = "product_unnamed"
    SAMPLE_MISSING = "sample_missing"
    PRODUCT_WITHOUT_STANDARD = "product_without_standard"
    PRODUCT_WITHOUT_INDICATOR = "product_without_indicator"
    NOTHING_IN_SCOPE = "nothing_in_scope"
    SERVICE_ASPECTS = "service_aspects"
    NUMBER_MISSING = "number_missing"
    NUMBER_ODD = "number_odd"
    NUMBER_TWICE = "number_twice"
    TITLE_MISSING = "title_missing"
    LEVEL_MISSING = "level_missing"
    LEVEL_CONTRADICTS = "level_contradicts"
    NOT_IN_FORCE = "not_in_force"
    STATUS_UNKNOWN = "status_unknown"
    EDITION_GONE = "edition_gone"
    NOT_YET_IMPLEMENTED = "not_yet_implemented"
    APPLIES_TO_NOTHING = "applies_to_nothing"
    NOT_DISCLOSED = "not_disclosed"
    DISCLOSURE_INCOMPLETE = "disclosure_incomplete"
    INDICATOR_UNNAMED = "indicator_unnamed"
    INDICATOR_TWICE = "indicator_twice"
    STANDARD_UNNAMED = "standard_unnamed"
    UNIT_MISSING = "unit_missing"
    UNIT_UNKNOWN = "unit_unknown"
    DIRECTION_MISSING = "direction_missing"
    DIRECTION_CONTRADICTS = "direction_contradicts"
    VALUE_MISSING = "value_missing"
    NOT_A_NUMBER = "not_a_number"
    METHOD_MISSING = "method_missing"
    NO_OWN_VALUE = "no_own_value"
    FAR_BEYOND = "far_beyond"
    EVIDENCE_EXPIRED = "evidence_expired"
    TRUTH_NOT_STATED = "truth_not_stated"


class Thing(StrEnum):
    """What a finding is about."""

    DECLARATION = "declaration"
    PRODUCT = "product"
    STANDARD = "standard"
    INDICATOR = "indicator"
    EVIDENCE = "evidence"


@dataclass(eq=False)
class Finding(Fact):
    """One thing that is wrong or worth a look, with the field that mends it."""

    code: ClassVar[str] = "filing_finding"
    label: str  # the product's, standard's or indicator's own name
    rule: FilingRule
    thing: Thing
    id: str
    field: str
    gravity: Gravity = Gravity.BLOCK
    detail: tuple[Fact, ...] = ()
    explained: bool = False

    @property
    def place(self) -> str:
        """Thing, id and field in one: the address of a cell."""
        return f"{self.thing}:{self.id}:{self.field}"

    @property
    def stops(self) -> bool:
        """Does it stop the submission: a block, or a warning nobody explained?"""
        return self.gravity is Gravity.BLOCK or (
            self.gravity is Gravity.WARN and not self.explained
        )


@dataclass(frozen=True, slots=True)
class Found:
    """What a check sees, before the table gives it its severity."""

    label: str
    thing: Thing
    id: str
    field: str
    detail: tuple[Fact, ...] = ()


Check = Callable[[Filing], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the rule book."""

    name: FilingRule
    gravity: Gravity
    check: Check
    since: int = 1


_rules: dict[FilingRule, Rule] = {}


def rule(name: FilingRule, gravity: Gravity, since: int = 1) -> Callable[[Check], Check]:
    """Enter a check into the rule book."""

    def remember(check: Check) -> Check:
        _rules[name] = Rule(name, gravity, check, since)
        return check

    return remember


def rule_book(version: int = RULES_VERSION) -> tuple[Rule, ...]:
    """The rules of a version, in the order of `FilingRule`."""
    return tuple(_rules[n] for n in FilingRule if n in _rules and _rules[n].since <= version)
