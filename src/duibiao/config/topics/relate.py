"""`duibiao core relate`: two requirements in, relation, gap, flags and rule out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from duibiao.core.compare.relate import Options, relate
from duibiao.core.compare.relation import Comparison, Flag
from duibiao.core.compare.statement import FieldMissing, FieldWrong, flag, number, read_statement

_REMARKS = {
    Flag.CHARACTERISTIC_DIFFERS,
    Flag.CONDITION_DIFFERS,
    Flag.EDITION_SUPERSEDED,
    Flag.METHOD_NOT_STATED,
    Flag.FRACTION_BASIS_ASSUMED,
}


def answer(question: dict[str, Any]) -> dict[str, Any]:
    """Answer one line (interfaces.md, `relate`). Errors: those of the statement and options."""
    for side in ("a", "b"):
        if question.get(side) is None:
            raise FieldMissing("question", side)
    found = relate(
        read_statement(question["a"], "a"),
        read_statement(question["b"], "b"),
        direction=_direction(question.get("direction")),
        domain=_domain(question.get("domain")),
        options=read_options(question.get("options")),
    )
    return _reply(found)


def read_options(stated: object) -> Options:
    """The options of a question. Errors: field_wrong, option_unknown."""
    if stated is None:
        return Options()
    if not isinstance(stated, Mapping):
        raise FieldWrong("question", "options", str(stated), "{…}")
    return Options(
        mode=str(stated.get("mode") or "inclusion"),
        equivalent_methods=_groups(stated, "equivalent_methods"),
        linked_statistics=_groups(stated, "linked_statistics"),
        grade_map=tuple(_pairs(stated.get("grade_map") or {})),
        limit_comparison=str(stated.get("limit_comparison") or "full_value"),
        nominal_is_size=flag(stated, "options", "nominal_is_size", default=False),
        compare_as=stated.get("compare_as"),
    )


def _groups(stated: Mapping[str, Any], field: str) -> tuple[tuple[str, ...], ...]:
    groups = stated.get(field) or []
    if not isinstance(groups, list) or not all(isinstance(group, list) for group in groups):
        raise FieldWrong("options", field, str(groups), "[[name, name], …]")
    return tuple(tuple(str(name) for name in group) for group in groups)


def _pairs(stated: object) -> Iterable[tuple[str, str]]:
    """{"E1": "F3"}, the same by scale ({"ours": {…}}), or [["E1", "F3"], …]."""
    if isinstance(stated, Mapping):
        for grade, meaning in stated.items():
            if isinstance(meaning, Mapping):
                yield from _pairs(meaning)
            else:
                yield str(grade), str(meaning)
        return
    if not isinstance(stated, list) or not all(
        isinstance(pair, list) and len(pair) == 2 for pair in stated
    ):
        raise FieldWrong("options", "grade_map", str(stated), "{grade: grade}")
    yield from ((str(x), str(y)) for x, y in stated)


def _direction(stated: object) -> str | None:
    if stated is not None and not isinstance(stated, str):
        raise FieldWrong("question", "direction", str(stated), "text")
    return stated


def _domain(stated: object) -> tuple[Decimal | None, Decimal | None] | None:
    if stated is None:
        return None
    if not isinstance(stated, list) or len(stated) != 2:
        raise FieldWrong("question", "domain", str(stated), "[low, high]")
    low, high = (None if x is None else number(x, "question", "domain") for x in stated)
    if low is not None and high is not None and low > high:
        raise FieldWrong("question", "domain", f"[{low}, {high}]", "low ≤ high")
    return low, high


def _reply(found: Comparison) -> dict[str, Any]:
    sides = found.side_gaps
    reply: dict[str, Any] = {
        "relation": found.relation.value,
        "gap_ratio": plain_number(found.gap_ratio),
        "limit_ratio": plain_number(found.limit_ratio),
        "abs_gap": plain_number(found.abs_gap),
        "side_gaps": [plain_number(sides.low), plain_number(sides.high)] if sides else None,
        "flags": sorted(flag.value for flag in found.flags - _REMARKS),
        "rule": found.rule.value,
        "normal_a": found.normal_a,
        "normal_b": found.normal_b,
        "base_unit": found.base_unit,
        "needed": list(found.needed),
    }
    remarks = sorted(flag.value for flag in found.flags & _REMARKS)
    return {**reply, "remarks": remarks} if remarks else reply


def plain_number(value: Fraction | None) -> int | float | None:
    """An exact value as a JSON number: an integer where it is one, else the nearest float."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)
