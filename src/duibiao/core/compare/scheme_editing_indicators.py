"""Edits of a scheme's indicators: their fields, order and tree, requirements and weights.

The tree is the indicators' own order with each naming the one above it (`parent`); an edit of the
tree leaves every branch together, right below its parent.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from duibiao.core.canonical import plain
from duibiao.core.compare.scheme_editing import (
    Document,
    EditRefused,
    NoSuchPart,
    Row,
    StandardRole,
    place,
    role_of,
)

FINEST = Decimal("0.0001")  # weights are spread in steps of a hundredth of a percent
BESIDE_TEXT = {"standard", "unit"}  # of a requirement: nothing without its text


@dataclass(eq=False)
class UnderItself(EditRefused):
    """An indicator cannot stand below itself or below one of its own."""

    code = "scheme_under_itself"


@dataclass(eq=False)
class NotAWeight(EditRefused):
    """A weight is a percentage from 0 to 100."""

    code = "scheme_not_a_weight"


@dataclass(eq=False)
class NothingToSpread(EditRefused):
    """Weights are spread over indicators without one, and only what is left of 100 %."""

    code = "scheme_nothing_to_spread"


def indicators_of(document: Document) -> list[Row]:
    """The indicators in order."""
    value = document.get("indicators")
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def indicator_of(document: Document, indicator: str) -> Row:
    """The indicator of an id; NoSuchPart."""
    for entry in indicators_of(document):
        if entry.get("id") == indicator:
            return entry
    raise NoSuchPart(indicator)


def free_id(document: Document) -> str:
    """An id no indicator has: the scheme's own and the next number."""
    taken = {str(entry.get("id")) for entry in indicators_of(document)}
    stem = str(document.get("scheme_id") or "indicator")
    number = len(taken) + 1
    while f"{stem}-{number:02d}" in taken:
        number += 1
    return f"{stem}-{number:02d}"


def with_ids(document: Document) -> Document:
    """Every indicator with an id of its own: those without one, or with a taken one, get one."""
    seen: set[str] = set()
    for entry in indicators_of(document):
        own = entry.get("id")
        if not isinstance(own, str) or not own or own in seen:
            fresh = deepcopy(document)
            at = next(n for n, one in enumerate(indicators_of(document)) if one is entry)
            indicators_of(fresh)[at]["id"] = free_id(document)
            return with_ids(fresh)
        seen.add(own)
    return document


def add_indicator(document: Document, entry: Row, after: str | None = None) -> Document:
    """One more indicator, last or below another and beside it; an id is given where it has none."""
    fresh = deepcopy(document)
    rows = fresh.setdefault("indicators", [])
    made = {"id": free_id(document), **deepcopy(entry)}
    if after is None:
        rows.append(made)
        return fresh
    neighbour = indicator_of(fresh, after)
    if neighbour.get("parent") and "parent" not in made:
        made["parent"] = neighbour["parent"]
    rows.insert(_end_of_branch(rows, after), made)
    return fresh


def change_indicator(document: Document, indicator: str, field: str, value: Any) -> Document:
    """Set a field; None takes it away. `parent` moves the branch below its new parent."""
    if field == "parent":
        return set_parent(document, indicator, value)
    fresh = deepcopy(document)
    place(indicator_of(fresh, indicator), field, value)
    return fresh


def remove_indicator(document: Document, indicator: str) -> Document:
    """Take an indicator out; those below it come up to its parent."""
    fresh = deepcopy(document)
    gone = indicator_of(fresh, indicator)
    for entry in indicators_of(fresh):
        if entry.get("parent") == indicator:
            place(entry, "parent", gone.get("parent"))
    fresh["indicators"] = [entry for entry in fresh["indicators"] if entry is not gone]
    return fresh


def move_indicator(document: Document, indicator: str, by: int) -> Document:
    """Up (−) or down (+) among its siblings, with everything below it, as far as it goes."""
    fresh = deepcopy(document)
    entry = indicator_of(fresh, indicator)
    siblings = [e for e in indicators_of(fresh) if e.get("parent") == entry.get("parent")]
    at = next(n for n, one in enumerate(siblings) if one is entry)
    to = min(max(at + by, 0), len(siblings) - 1)
    siblings.insert(to, siblings.pop(at))
    fresh["indicators"] = _in_tree_order(indicators_of(fresh), entry.get("parent"), siblings)
    return fresh


def set_parent(document: Document, indicator: str, parent: str | None) -> Document:
    """Put an indicator, with everything below it, last under another; None: at the top."""
    fresh = deepcopy(document)
    entry = indicator_of(fresh, indicator)
    if (entry.get("parent") or None) == (parent or None):
        return fresh
    rows = indicators_of(fresh)
    branch = _branch(rows, indicator)
    if parent:
        indicator_of(fresh, parent)
        if parent in {row.get("id") for row in branch}:
            raise UnderItself(indicator)
    place(entry, "parent", parent or None)
    others = [row for row in rows if not any(row is one for one in branch)]
    at = _end_of_branch(others, parent) if parent else len(others)
    fresh["indicators"] = [*others[:at], *branch, *others[at:]]
    return fresh


def depth_of(document: Document) -> dict[str, int]:
    """How deep each indicator stands in the tree, by id; the top is 0."""
    parents = {str(e.get("id")): e.get("parent") for e in indicators_of(document)}
    found = {}
    for own in parents:
        depth, above, seen = 0, parents[own], {own}
        while above in parents and above not in seen:
            seen.add(str(above))
            depth, above = depth + 1, parents[str(above)]
        found[own] = depth
    return found


# Requirements


def requirement_of(entry: Row, standard: str, nth: int = 0) -> Row | None:
    """What a standard demands of an indicator; the nth where it demands several things."""
    found = [
        row
        for role in StandardRole
        for row in entry.get(role.requirements) or ()
        if isinstance(row, dict) and row.get("standard") == standard
    ]
    return found[nth] if nth < len(found) else None


def set_requirement(
    document: Document, indicator: str, standard: str, values: Mapping[str, Any], nth: int = 0
) -> Document:
    """Set fields (text, clause, unit …) of a requirement; None takes one away.

    Bounds recorded beside a text (`parsed`) were recorded for that text: they go when it changes
    and no new ones are given. A requirement left with its standard and unit alone goes too.
    """
    fresh = deepcopy(document)
    entry = indicator_of(fresh, indicator)
    row = requirement_of(entry, standard, nth)
    name = role_of(fresh, standard).requirements
    if row is None:
        row = {"standard": standard}
        entry.setdefault(name, []).append(row)
    if "parsed" in row and any(k in values and values[k] != row.get(k) for k in ("text", "unit")):
        del row["parsed"]
    for field, value in values.items():
        place(row, field, deepcopy(value))
    if BESIDE_TEXT.issuperset(row):
        for role in StandardRole:
            if role.requirements in entry:
                kept = [one for one in entry[role.requirements] if one is not row]
                place(entry, role.requirements, kept or None)
    return fresh


def set_method(document: Document, indicator: str, standard: str, method: str | None) -> Document:
    """By which method a standard has the indicator tested."""
    fresh = deepcopy(document)
    entry = indicator_of(fresh, indicator)
    known = entry.get("test_methods")
    methods = {**(known if isinstance(known, dict) else {}), standard: method}
    left = {number: said for number, said in methods.items() if said}
    place(entry, "test_methods", left or None)
    return fresh


# Weights


def read_weight(text: str) -> Decimal | None:
    """A typed percentage as a share: 15, 15 %, １５％ → 0.15; empty → None. NotAWeight."""
    typed = text.strip().translate(str.maketrans("％．０１２３４５６７８９", "%.0123456789"))
    if not typed:
        return None
    try:
        share = Decimal(typed.removesuffix("%").strip()).scaleb(-2)
    except InvalidOperation:
        raise NotAWeight(text) from None
    if not share.is_finite() or not 0 <= share <= 1 or abs(share.as_tuple().exponent) > 30:  # type: ignore[arg-type]  # finite: a number
        raise NotAWeight(text)
    return share.normalize()


def shown_weight(value: Any) -> str:
    """A share as a percentage: 0.15 → 15."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return ""
    return plain(Decimal(value).scaleb(2))


def weight_sum(document: Document) -> Decimal:
    """What the weights sum to, exactly; 1 is whole."""
    return sum((_weight(entry) for entry in indicators_of(document)), Decimal(0))


def spread_weights(document: Document) -> Document:
    """Give the indicators without a weight equal parts of what is left; the sum is then exactly 1.

    Parts are multiples of 0.01 %; the first ones take what does not divide.
    """
    fresh = deepcopy(document)
    parents = {entry.get("parent") for entry in indicators_of(fresh)}
    open_ones = [
        entry
        for entry in indicators_of(fresh)
        if not _weight(entry) and entry.get("id") not in parents
    ]
    left = 1 - weight_sum(fresh)
    if not open_ones or left <= 0:
        raise NothingToSpread(shown_weight(left))
    steps, crumb = divmod(left, FINEST)
    each, more = divmod(int(steps), len(open_ones))
    for n, entry in enumerate(open_ones):
        entry["weight"] = ((each + (n < more)) * FINEST + (crumb if n == 0 else 0)).normalize()
    return fresh


def _weight(entry: Row) -> Decimal:
    value = entry.get("weight")
    plain_number = isinstance(value, (int, Decimal)) and not isinstance(value, bool)
    return Decimal(value) if plain_number and value is not None else Decimal(0)


# The tree


def _branch(rows: list[Row], indicator: str) -> list[Row]:
    """An indicator and everything below it, in order."""
    inside = {indicator}
    grown = True
    while grown:
        below = {str(r.get("id")) for r in rows if r.get("parent") in inside}
        grown = not below <= inside
        inside |= below
    return [row for row in rows if row.get("id") in inside]


def _end_of_branch(rows: list[Row], indicator: str) -> int:
    """The place right after an indicator's branch."""
    branch = _branch(rows, indicator)
    return max(n for n, row in enumerate(rows) if any(row is one for one in branch)) + 1


def _in_tree_order(rows: list[Row], parent: Any, siblings: list[Row]) -> list[Row]:
    """All rows, branches together, the children of one parent in the order given."""
    known = {row.get("id") for row in rows}
    children: dict[Any, list[Row]] = {}
    for row in rows:
        above = row.get("parent") if row.get("parent") in known else None
        children.setdefault(above, []).append(row)
    children[parent if parent in known else None] = siblings
    ordered: list[Row] = []
    waiting = list(reversed(children.get(None, [])))
    while waiting:
        row = waiting.pop()
        ordered.append(row)
        waiting += reversed(children.pop(row.get("id"), []))
    return ordered if len(ordered) == len(rows) else rows
