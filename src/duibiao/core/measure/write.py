"""The one formatter of requirements: screen, workbook, report and proof print the same words.

read(write(r), unit=r.unit) demands what r demands (tests/rules/test_reading_printed.py).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from duibiao.core.measure.detection import AMOUNT
from duibiao.core.measure.requirement import (
    Content,
    Grade,
    GradeVector,
    Limits,
    NotDetected,
    Pieces,
    Reading,
    Required,
    Requirement,
    SamplingPlan,
    Silent,
    Terms,
)

Language = Literal["zh", "en"]

GRADE_UNIT = "级"
PORTION = re.compile(rf"/ ?(?P<amount>{AMOUNT})")
WORDS: dict[str, tuple[str, str]] = {
    "and": (" 且 ", " and "),
    "required": ("应符合", "required"),
    "not_required": ("可不符合", "need not comply"),
    "silent": ("无要求", "no requirement"),
    "not_detected": ("不得检出", "not detected"),
    "mean": ("平均值", "mean"),
    "max": ("最大值", "maximum"),
    "min": ("最小值", "minimum"),
    "each": ("每个", "each"),
    "median": ("中位数", "median"),
    "p95": ("P95", "P95"),
}


def write(requirement: Requirement, language: str = "zh") -> str:
    """The canonical printed form: ≤ 20 mg/kg · 4.0～7.5 · 10 ± 0.2 mm · ≥ 3-4 级 · IPX4."""
    printed = _content(requirement, "en" if language == "en" else "zh")
    remarks = _terms(requirement.terms, "en" if language == "en" else "zh")
    if not remarks:
        return printed
    return f"{printed}（{remarks}）" if language != "en" else f"{printed} ({remarks})"


def _word(key: str, language: Language) -> str:
    return WORDS[key][language == "en"]


def _content(requirement: Requirement, language: Language) -> str:
    content = requirement.content
    if isinstance(content, Limits):
        is_tolerance = Reading.TOLERANCE in requirement.flags
        return _with_unit(_limits(content, language, is_tolerance), requirement.unit)
    if isinstance(content, Grade):
        return _grade(content, language)
    if isinstance(content, GradeVector):
        return content.label
    if isinstance(content, Pieces):
        colon, semicolon = (": ", "; ") if language == "en" else ("：", "；")
        said = (f"{item.label}{colon}{write(item.requirement, language)}" for item in content.items)
        return semicolon.join(said)
    return _other(content, requirement, language)


def _other(content: Content, requirement: Requirement, language: Language) -> str:
    if isinstance(content, NotDetected):
        return _not_detected(content, requirement.unit, language)
    if isinstance(content, SamplingPlan):
        return _plan(content, requirement.unit)
    if isinstance(content, Required):
        return _word("required" if content.required else "not_required", language)
    if isinstance(content, Silent):
        return _word("silent", language)
    return requirement.text


def _limits(limits: Limits, language: Language, is_tolerance: bool = False) -> str:
    lo, hi = limits.lo, limits.hi
    if lo is not None and hi is not None:
        if limits.nominal is not None:
            return _around(limits.nominal, lo, hi)
        if is_tolerance and lo < hi:
            return _deviation(lo, hi)
        if lo == hi:
            return number(lo)
        if limits.lo_closed and limits.hi_closed:
            return f"{number(lo)}{'～' if language == 'zh' else ' to '}{number(hi)}"
    low = f"{'≥' if limits.lo_closed else '>'} {number(lo)}" if lo is not None else ""
    high = f"{'≤' if limits.hi_closed else '<'} {number(hi)}" if hi is not None else ""
    return _word("and", language).join(part for part in (low, high) if part)


def _around(nominal: Decimal, lo: Decimal, hi: Decimal) -> str:
    if hi - nominal == nominal - lo:
        return f"{number(nominal)} ± {number(hi - nominal)}"
    return f"{number(nominal)} {_deviation(lo - nominal, hi - nominal)}"


def _deviation(lo: Decimal, hi: Decimal) -> str:
    if lo == -hi:
        return f"±{number(hi)}"
    return f"{_signed(hi)}/{_signed(lo)}"


def _signed(value: Decimal) -> str:
    return f"+{number(value)}" if value > 0 else number(value)


def _grade(grade: Grade, language: Language) -> str:
    if grade.limits is not None:
        return _numeric_grade(grade.limits, language)
    label = grade.label or ""
    if grade.scale is not None and label.endswith(GRADE_UNIT):
        label = f"能效{label}"
    elif grade.scale is not None and label in grade.scale and set(label) <= set("BCDEFG"):
        label = f"{grade.scale[0]}～{label}"
    return label if grade.at_least else f"≤ {label}"


def _numeric_grade(limits: Limits, language: Language) -> str:
    """≥ 3-4 级, ≥ grade 3-4; a span is written with both signs, since 3～4 级 reads as 3.5."""
    before, after = ("grade ", "") if language == "en" else ("", f" {GRADE_UNIT}")
    lo, hi = limits.lo, limits.hi
    if lo is not None and lo == hi:
        return f"{before}{_half(lo)}{after}"
    low = f"{'≥' if limits.lo_closed else '>'} {before}{_half(lo)}" if lo is not None else ""
    high = f"{'≤' if limits.hi_closed else '<'} {before}{_half(hi)}" if hi is not None else ""
    return _word("and", language).join(part for part in (low, high) if part) + after


def _half(value: Decimal) -> str:
    """3.5 as the field prints it: 3-4."""
    whole = int(value)
    return f"{whole}-{whole + 1}" if value - whole == Decimal("0.5") and whole else number(value)


def _not_detected(content: NotDetected, unit: str | None, language: Language) -> str:
    words = _word("not_detected", language)
    limit = content.detection_limit
    if limit is None:
        return words
    sign = "< " if limit else ""
    portion = PORTION.fullmatch(unit or "")
    if not limit and portion:
        amount = portion["amount"]
        return f"{amount}中{words}" if language == "zh" else f"{words} in {amount}"
    inside = _with_unit(f"{sign}{number(limit)}", unit)
    return f"{words}（{inside}）" if language == "zh" else f"{words} ({inside})"


def _plan(plan: SamplingPlan, unit: str | None) -> str:
    entries = [f"n={plan.n}", f"c={plan.c}", f"m={number(plan.m)}"]
    if plan.big_m is not None:
        entries.append(f"M={number(plan.big_m)}")
    return _with_unit("，".join(entries), unit)


def _with_unit(text: str, unit: str | None) -> str:
    return f"{text} {unit}" if unit else text


def _terms(terms: Terms, language: Language) -> str:
    statistic = terms.statistic
    named = WORDS.get(statistic or "", (statistic, statistic))[language == "en"]
    said = (terms.basis, terms.condition, terms.method, named, terms.remark)
    return "，".join(part for part in said if part)


def number(value: Decimal) -> str:
    """A decimal as printed: its own digits, no exponent, a real minus sign is a hyphen."""
    return format(value, "f")
