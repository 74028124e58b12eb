"""A requirement stated as JSON (interfaces.md, REQ) → Requirement. Wrong input names its field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Context, Decimal, InvalidOperation
from typing import Any

from duibiao.core.compare.gate import fold
from duibiao.core.errors import Fact
from duibiao.core.measure.requirement import (
    Content,
    FreeText,
    Grade,
    GradeVector,
    Item,
    Limits,
    NotDetected,
    Pieces,
    Required,
    Requirement,
    SamplingPlan,
    Silent,
    Terms,
    Unread,
)

Statement = Mapping[str, Any]
_EXACT = Context(prec=200)
_DECIMALS = re.compile(r"\d+(?:\.(\d+))?")
_LARGEST = 100  # powers of ten: beyond any quantity
_DEEPEST = 8


@dataclass(eq=False)
class FieldMissing(Fact):
    """A field that the kind of requirement needs is not there."""

    where: str
    field: str
    code = "field_missing"


@dataclass(eq=False)
class FieldWrong(Fact):
    """A field holds what it cannot hold."""

    where: str
    field: str
    found: str
    expected: str
    code = "field_wrong"


@dataclass(eq=False)
class LimitsReversed(Fact):
    """The lower limit lies above the upper one."""

    where: str
    low: Decimal
    high: Decimal
    code = "limits_reversed"


@dataclass(eq=False)
class NotExtracted(Fact):
    """The requirement exists but has not been taken from its source yet."""

    code = "not_extracted"


def read_statement(statement: object, where: str = "a", depth: int = 0) -> Requirement:
    """The requirement a JSON object states; `where` is its path, for messages.

    Errors: field_missing, field_wrong, limits_reversed.
    """
    if not isinstance(statement, Mapping):
        raise FieldWrong("question", where, str(statement), '{"kind": …}')
    kind = statement.get("kind")
    if kind == "pieces":
        content: Content = _pieces(statement, where, depth)
    else:
        reader = _READERS.get(str(kind))
        if reader is None:
            raise FieldWrong(where, "kind", str(kind), "|".join([*_READERS, "pieces"]))
        content = reader(statement, where)
    return Requirement(
        text=_text(statement, where, "printed") or _text(statement, where, "text") or "",
        content=_with_printed_decimals(content, statement.get("printed"), where),
        unit=_text(statement, where, "unit"),
        terms=Terms(
            basis=_text(statement, where, "basis"),
            condition=_text(statement, where, "condition"),
            method=_text(statement, where, "method"),
            statistic=_text(statement, where, "statistic"),
            edition=_text(statement, where, "edition"),
        ),
    )


def number(value: object, where: str, field: str) -> Decimal:
    """A finite decimal, from a JSON number or a decimal string. Errors: field_wrong, _missing."""
    if value is None:
        raise FieldMissing(where, field)
    if isinstance(value, (int, str, Decimal)) and not isinstance(value, bool):
        try:
            found = Decimal(value)
        except InvalidOperation:
            found = Decimal("NaN")
        if found.is_finite() and abs(found.adjusted()) < _LARGEST:
            return found
    raise FieldWrong(where, field, str(value)[:80], "a number")


def _number(statement: Statement, where: str, field: str) -> Decimal:
    return number(statement.get(field), where, field)


def _optional(statement: Statement, where: str, field: str) -> Decimal | None:
    return None if statement.get(field) is None else _number(statement, where, field)


def flag(statement: Statement, where: str, field: str, default: bool | None = None) -> bool:
    """true or false; `default` where it may be absent. Errors: field_wrong, field_missing."""
    value = statement.get(field)
    if value is None and default is not None:
        return default
    if value is None:
        raise FieldMissing(where, field)
    if not isinstance(value, bool):
        raise FieldWrong(where, field, str(value), "true|false")
    return value


def _text(statement: Statement, where: str, field: str) -> str | None:
    value = statement.get(field)
    if value is None:
        return None
    if field == "printed" and not isinstance(value, str):
        return str(value)
    if not isinstance(value, str):
        raise FieldWrong(where, field, str(value), "text")
    return value.strip() or None


def _upper(statement: Statement, where: str) -> Limits:
    closed = flag(statement, where, "closed", default=True)
    return Limits(hi=_number(statement, where, "limit"), hi_closed=closed)


def _lower(statement: Statement, where: str) -> Limits:
    closed = flag(statement, where, "closed", default=True)
    return Limits(lo=_number(statement, where, "limit"), lo_closed=closed)


def _range(statement: Statement, where: str) -> Limits:
    return _ordered(
        Limits(
            lo=_number(statement, where, "low"),
            hi=_number(statement, where, "high"),
            lo_closed=flag(statement, where, "low_closed", default=True),
            hi_closed=flag(statement, where, "high_closed", default=True),
        ),
        where,
    )


def _numeric(statement: Statement, where: str) -> Limits:
    """The shape the `parse` topic answers with."""
    return _ordered(
        Limits(
            lo=_optional(statement, where, "lo"),
            hi=_optional(statement, where, "hi"),
            lo_closed=flag(statement, where, "lo_closed", default=True),
            hi_closed=flag(statement, where, "hi_closed", default=True),
        ),
        where,
    )


def _ordered(limits: Limits, where: str) -> Limits:
    low, high = limits.lo, limits.hi
    if low is not None and high is not None:
        empty = low == high and not (limits.lo_closed and limits.hi_closed)
        if low > high or empty:
            raise LimitsReversed(where, low, high)
    return limits


def _nominal(statement: Statement, where: str) -> Limits:
    """[n − t−, n + t+]; a percentage is one of |n|."""
    nominal = _number(statement, where, "nominal")
    percent = _optional(statement, where, "tol_pct")
    if percent is not None:
        plus = minus = _EXACT.multiply(abs(nominal), _EXACT.divide(percent, Decimal(100)))
    else:
        both = _optional(statement, where, "tol")
        plus = both if both is not None else _number(statement, where, "tol_plus")
        minus = both if both is not None else _number(statement, where, "tol_minus")
    low, high = _EXACT.subtract(nominal, minus), _EXACT.add(nominal, plus)
    return _ordered(Limits(lo=low, hi=high, nominal=nominal), where)


def _grade(statement: Statement, where: str) -> Grade:
    value = statement.get("grade")
    if value is None:
        raise FieldMissing(where, "grade")
    label, scale = str(value).strip(), statement.get("scale")
    at_least = flag(statement, where, "at_least", default=True)
    if scale is None:
        return _grade_without_scale(label, at_least)
    if not isinstance(scale, list) or not scale:
        raise FieldWrong(where, "scale", str(scale), "[best, …, worst]")
    members = tuple(str(member).strip() for member in scale)
    folded = [fold(member) for member in members]
    if len(set(folded)) != len(folded):
        raise FieldWrong(where, "scale", str(scale), "each grade once")
    if fold(label) not in folded:
        raise FieldWrong(where, "grade", label, "|".join(members))
    return Grade(label=label, scale=members, at_least=at_least)


def _grade_without_scale(label: str, at_least: bool) -> Grade:
    try:
        value = Decimal(label)
    except InvalidOperation:
        return Grade(label=label, at_least=at_least)
    limits = Limits(lo=value) if at_least else Limits(hi=value)
    return Grade(label=label, limits=limits, at_least=at_least)


def _vector(statement: Statement, where: str) -> GradeVector:
    grades = statement.get("grades")
    if not isinstance(grades, list) or not grades:
        raise FieldWrong(where, "grades", str(grades), "[number, …]")
    numbers = tuple(
        Decimal(0) if grade in (None, "X", "x") else number(grade, where, "grades")
        for grade in grades
    )
    return GradeVector(label=" ".join(str(grade) for grade in grades), grades=numbers)


def _sampling_plan(statement: Statement, where: str) -> SamplingPlan:
    n, c = (_number(statement, where, field) for field in ("n", "c"))
    if n != int(n) or c != int(c) or not 0 <= c <= n or n < 1:
        raise FieldWrong(where, "n, c", f"{n}, {c}", "0 ≤ c ≤ n, n ≥ 1")
    m, big_m = _number(statement, where, "m"), _optional(statement, where, "M")
    if big_m is not None and big_m < m:
        raise LimitsReversed(where, m, big_m)
    return SamplingPlan(n=int(n), c=int(c), m=m, big_m=big_m)


def _not_detected(statement: Statement, where: str) -> NotDetected:
    limit = _optional(statement, where, "lod")
    if limit is not None and limit < 0:
        raise FieldWrong(where, "lod", str(limit), "≥ 0")
    return NotDetected(detection_limit=limit)


_READERS: dict[str, Callable[[Statement, str], Content]] = {
    "upper": _upper,
    "lower": _lower,
    "range": _range,
    "numeric": _numeric,
    "nominal_tol": _nominal,
    "grade": _grade,
    "grade_vector": _vector,
    "boolean": lambda s, w: Required(required=flag(s, w, "required")),
    "not_detected": _not_detected,
    "sampling_plan": _sampling_plan,
    "free_text": lambda _s, _w: FreeText(),
    "none": lambda _s, _w: Silent(),
    "unknown": lambda _s, _w: Unread(problem=NotExtracted()),
}


def _pieces(statement: Statement, where: str, depth: int) -> Pieces:
    pieces = statement.get("pieces")
    if not isinstance(pieces, Mapping) or not pieces:
        raise FieldWrong(where, "pieces", str(pieces), "{condition: REQ}")
    if depth >= _DEEPEST:
        raise FieldWrong(where, "pieces", "…", f"at most {_DEEPEST} levels")
    return Pieces(
        items=tuple(
            Item(label=label, requirement=read_statement(piece, f"{where}.{label}", depth + 1))
            for label, piece in pieces.items()
        )
    )


def _with_printed_decimals(content: Content, printed: object, where: str) -> Content:
    """The limits with as many decimals as were printed: "0.50" is not "0.5" when rounding."""
    if printed is None or not isinstance(content, Limits):
        return content
    places = [len(found.group(1) or "") for found in _DECIMALS.finditer(str(printed))]
    if not places:
        return content
    stated = [limit for limit in (content.lo, content.hi) if limit is not None]
    each = places if len(places) == len(stated) else [max(places)] * len(stated)
    exact = iter(_to_places(limit, n, where) for limit, n in zip(stated, each, strict=True))
    low = None if content.lo is None else next(exact)
    high = None if content.hi is None else next(exact)
    return replace(content, lo=low, hi=high)


def _to_places(limit: Decimal, places: int, where: str) -> Decimal:
    found = limit.quantize(Decimal(1).scaleb(-places), context=_EXACT)
    if found != limit:
        raise FieldWrong(where, "printed", f"{places} decimals", str(limit))
    return found
