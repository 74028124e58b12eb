"""The comparability gate: are the two requirements about the same thing? (field.md §4 item 1)

Only stated and different terms close it. Names meet after light folding: width, case, spaces,
dashes. A method without a year is met by the same method of any year (GB/T 1.1-2020, 8.6: an
undated reference means the edition in force); two different years are two methods.
"""

from __future__ import annotations

import re
import unicodedata

from duibiao.core.compare.options import Options
from duibiao.core.compare.relation import Rule
from duibiao.core.measure.requirement import Terms

_DASHES = re.compile(r"[‐‑‒–—―−﹣－]+")
_BASIS = re.compile(r"^(?:以|按|as)?(.+?)(?:计|表示)?$")
_YEAR = re.compile(r"[-:](?:19|20)\d\d$")
_STATISTICS = (
    ("mean", "average", "平均", "平均值", "均值"),
    ("each", "individual", "single", "单个值", "单值", "每个", "单次"),
    ("max", "maximum", "最大值", "最大"),
    ("min", "minimum", "最小值", "最小"),
    ("median", "中位数", "中位值"),
)
Groups = tuple[tuple[str, ...], ...]


def fold(text: str) -> str:
    """A name without what does not distinguish it: width, case, spaces, kinds of dash."""
    folded = _DASHES.sub("-", unicodedata.normalize("NFKC", text))
    return re.sub(r"\s+", "", folded).casefold()


def same_name(a: str | None, b: str | None, groups: Groups = ()) -> bool:
    """Equal after folding, or declared equivalent; a name not stated meets every name."""
    if not a or not b:
        return True
    x, y = fold(a), fold(b)
    return x == y or any({x, y} <= {fold(name) for name in group} for group in groups)


def same_characteristic(a: Terms, b: Terms) -> bool:
    """The same basis: 以N计 is not 以NO₃⁻计; 总铬 is not 六价铬."""
    return same_name(_basis(a.basis), _basis(b.basis))


def same_condition(a: Terms, b: Terms) -> bool:
    """The same test condition, where both state one."""
    return same_name(a.condition, b.condition)


def same_method(a: Terms, b: Terms, equivalent: Groups = ()) -> bool:
    """The same test method, an undated reference to it, or one declared equivalent."""
    if same_name(a.method, b.method, equivalent):
        return True
    x, y = fold(a.method or ""), fold(b.method or "")
    undated = not _YEAR.search(x) or not _YEAR.search(y)
    bare = (_YEAR.sub("", x), _YEAR.sub("", y))
    return undated and same_name(*bare, equivalent)


def same_statistic(a: Terms, b: Terms, linked: Groups = ()) -> bool:
    """The same statistic: mean of n, each value, maximum … (method.md §1.2 row 3)."""
    return same_name(a.statistic, b.statistic, (*_STATISTICS, *linked))


def same_edition(a: Terms, b: Terms) -> bool:
    """The same standard and year."""
    return same_name(a.edition, b.edition)


def closed_by(a: Terms, b: Terms, options: Options) -> Rule | None:
    """The first reason why the two cannot be compared, or None: the gate is open."""
    if not same_characteristic(a, b):
        return Rule.CHARACTERISTIC_DIFFERS
    if not same_condition(a, b):
        return Rule.CONDITION_DIFFERS
    if not same_method(a, b, options.equivalent_methods):
        return Rule.METHOD_DIFFERS
    if not same_statistic(a, b, options.linked_statistics):
        return Rule.STATISTIC_DIFFERS
    return None


def _basis(text: str | None) -> str | None:
    found = _BASIS.match(fold(text)) if text else None
    return found.group(1) if found else text
