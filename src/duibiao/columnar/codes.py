"""Small whole numbers for the words of a comparison: what a column holds instead of texts."""

from __future__ import annotations

from enum import IntEnum

from duibiao.core.compare.outcome import Outcome
from duibiao.core.compare.relation import Relation, Rule

RULES_PER_RELATION = 16


class State(IntEnum):
    """What one side says, as far as columns carry it."""

    SET = 0  # a set of numbers
    EVERYTHING = 1  # a set that admits the whole domain: vacuous
    EMPTY = 2  # no value of the domain meets it
    NO_DETECTION_LIMIT = 3
    SILENT = 4
    UNREAD = 5
    NOT_COLUMNAR = 6  # named grades, words, cases, plans: `core` judges these pairs


class Sides(IntEnum):
    """Which ends of a set limit anything the domain does not already limit."""

    NONE = 0
    UPPER = 1
    LOWER = 2
    BOTH = 3


RELATIONS = (
    Relation.STRICTER,
    Relation.EQUAL,
    Relation.LOOSER,
    Relation.INCOMPARABLE,
    Relation.UNKNOWN,
)
OUTCOMES = tuple(Outcome)
_RULES = {
    Relation.STRICTER: (Rule.A_INSIDE_B, Rule.MISSING_IN_B),
    Relation.EQUAL: (Rule.SETS_EQUAL, Rule.BOTH_SILENT),
    Relation.LOOSER: (Rule.B_INSIDE_A, Rule.MISSING_IN_A),
    Relation.INCOMPARABLE: (
        Rule.SETS_CROSS,
        Rule.CHARACTERISTIC_DIFFERS,
        Rule.CONDITION_DIFFERS,
        Rule.METHOD_DIFFERS,
        Rule.STATISTIC_DIFFERS,
        Rule.UNIT_INCOMMENSURABLE,
    ),
    Relation.UNKNOWN: (
        Rule.NOT_READ,
        Rule.UNIT_UNKNOWN,
        Rule.LOD_MISSING,
        Rule.NO_VALUE_POSSIBLE,
    ),
}
# The rule decides the relation, so its code carries it: relation = rule // 16.
RULES = {
    rule: RULES_PER_RELATION * RELATIONS.index(relation) + n
    for relation, rules in _RULES.items()
    for n, rule in enumerate(rules)
}
RULE_OF = {code: rule for rule, code in RULES.items()}
BY_CORE = 127  # this pair is not for columns
OPEN = -1  # the gate is open
UNIT_NOT_KNOWN = 0  # the quantity of a unit nobody knows or stated


def relation_code(relation: Relation) -> int:
    """The code of a relation."""
    return RELATIONS.index(relation)


def outcome_code(outcome: Outcome) -> int:
    """The code of an outcome."""
    return OUTCOMES.index(outcome)
