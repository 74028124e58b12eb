"""Tokens that belong together become one before the shape of a statement is looked up."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from duibiao.core.measure.marks import GRADE, Token
from duibiao.core.measure.number import EXACT
from duibiao.core.measure.requirement import Reading

PERCENT = {"%", "‰"}
LAST_GRADE = 8
SECONDS = {
    "s": 1, "秒": 1, "min": 60, "分": 60, "分钟": 60, "h": 3600, "小时": 3600, "d": 86400,
    "天": 86400, "日": 86400, "周": 604800,
}  # fmt: skip
MONTHS = {"月": 1, "个月": 1, "年": 12}


def join_durations(row: list[Token]) -> list[Token]:
    """2 h 30 min → 150 min: in the last, smallest unit the sum stays exact."""
    joined: list[Token] = []
    for token in row:
        last = joined[-1] if joined else None
        if last is not None and last.kind == token.kind == "Q" and not token.signed:
            whole = _duration(last, token)
            if whole is not None:
                joined[-1] = whole
                continue
        joined.append(token)
    return joined


def _duration(first: Token, second: Token) -> Token | None:
    for scale in (SECONDS, MONTHS):
        large, small = scale.get(first.unit or ""), scale.get(second.unit or "")
        if large and small and large > small and large % small == 0:
            value = EXACT.add(EXACT.multiply(first.value, Decimal(large // small)), second.value)
            return replace(second, value=value, start=first.start, flags=first.flags | second.flags)
    return None


def join_half_grades(row: list[Token], column: str | None) -> list[Token]:
    """3-4级 → 3.5级: two whole neighbouring grades, on the grade scale only."""
    joined = list(row)
    index = 0
    while index + 2 < len(joined):
        first, mark, second = joined[index : index + 3]
        chained = any(
            t.kind == "R" for t in (*joined[index - 1 : index], *joined[index + 3 : index + 4])
        )
        if not chained and _is_half_grade(first, mark, second, column):
            half = replace(
                second,
                value=(first.value + second.value) / 2,
                start=first.start,
                flags=second.flags | {Reading.HALF_GRADE},
                unit=second.unit or first.unit,
                signed=False,
            )
            joined[index : index + 3] = [half]
        index += 1
    return joined


def _is_half_grade(first: Token, mark: Token, second: Token, column: str | None) -> bool:
    if (first.kind, mark.kind, second.kind) != ("Q", "R", "Q"):
        return False
    unit = second.unit or first.unit or column
    whole = first.value == first.value.to_integral_value()
    return (
        unit == GRADE and whole and 1 <= first.value < LAST_GRADE
        and second.value == first.value + 1
    )  # fmt: skip


def settle_percent(row: list[Token], column: str | None) -> list[Token]:
    """60 ± 5 %: the column's unit says of what the percentage is."""
    settled = list(row)
    for index in range(len(row) - 2):
        nominal, mark, tolerance = row[index : index + 3]
        percent = mark.kind == "P" and tolerance.unit in PERCENT
        if percent and nominal.kind == "Q" and not nominal.unit and column:
            if column in PERCENT:
                settled[index] = replace(nominal, unit=tolerance.unit)
            else:
                settled[index + 2] = replace(tolerance, of_nominal=True)
    return settled
