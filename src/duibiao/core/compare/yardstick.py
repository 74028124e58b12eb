"""One declared requirement against one clause of a scheme: the comparability gate, then relate().

field.md §4 item 1: same characteristic, method, condition and statistic first; otherwise 不可比
with its reason, never a fail. The scheme's editors say per indicator how far its standards may be
compared (`comparability`):

- open (direct, unit conversion, a side silent): the methods listed for the indicator count as
  equivalent; a method the scheme does not list does not.
- restricted (basis, method or more differs): only like with like. Where the texts themselves
  name their basis (以N计, 总铬), equal basis decides; otherwise equal method does, and a declared
  line that names no method is taken to use the domestic baseline's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from duibiao.core.compare.declaration import DeclaredLine
from duibiao.core.compare.relate import Options, relate
from duibiao.core.compare.relation import Comparison, Flag, Relation, Rule
from duibiao.core.compare.scheme import Clause, Indicator
from duibiao.core.errors import Fact
from duibiao.core.identify.standard_number import parse as parse_standard_number
from duibiao.core.measure.requirement import Limits, Pieces, Requirement, Unread
from duibiao.core.measure.units import natural_domain
from duibiao.core.measure.units import unit as find_unit

DOMESTIC_LEVELS = {"national_cn", "industry_cn", "local_cn", "group_cn"}
STANDARD_NUMBER = re.compile(r"[A-Z]{1,6}(?:/[A-Z])?[ -]?[A-Z]?\d+(?:[.-]\d+)*")
BASIS_FROM_NAME = re.compile(r"[（(](以[^）)]{1,12}计|六价|总量|无机|有机)[）)]")


class Cause(StrEnum):
    """Who can resolve a comparison that could not be decided."""

    SCHEME = "scheme"  # only its editors: the standards themselves are not comparable
    ENTERPRISE = "enterprise"  # the enterprise: a value, a unit, a method is missing or unusual


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """The declared requirement against one clause."""

    clause: Clause
    comparison: Comparison
    cause: Cause | None = None  # None where a relation was decided

    @property
    def decided(self) -> bool:
        """Is this stricter, equal or looser?"""
        return self.comparison.relation not in {Relation.INCOMPARABLE, Relation.UNKNOWN}


def measure_against(
    indicator: Indicator,
    declared: Requirement,
    line: DeclaredLine | None,
    clause: Clause,
    options: Options | None = None,
) -> Against:
    """Compare one declared requirement with one clause of its indicator."""
    case = line.case if line else None
    a = choose_case(declared, case)
    b = choose_case(clause.requirement, case)
    a, b, method_unknown = _meet_terms(indicator, a, line, b, clause)
    if method_unknown:
        return Against(clause=clause, comparison=_no_method(a, b), cause=Cause.SCHEME)
    found = relate(
        a,
        b,
        direction=indicator.direction.value,
        domain=_domain(a, b),
        options=options or Options(),
    )
    if _method_assumed(indicator, line, clause):
        found = replace(found, flags=found.flags | {Flag.METHOD_NOT_STATED})
    against = Against(clause=clause, comparison=found)
    return against if against.decided else replace(against, cause=_cause(indicator, line, against))


def choose_case(requirement: Requirement, case: str | None) -> Requirement:
    """The piece of a requirement that applies to the stated case, else the whole."""
    content = requirement.content
    if not case or not isinstance(content, Pieces):
        return requirement
    wanted = _folded(case)
    for item in content.items:
        if _folded(item.label) == wanted:
            return item.requirement
    near = [i for i in content.items if wanted in _folded(i.label) or _folded(i.label) in wanted]
    return near[0].requirement if len(near) == 1 else requirement


def same_method(a: str, b: str) -> bool:
    """Do two method texts name the same method? A shared standard number decides."""
    numbers_a, numbers_b = _standard_numbers(a), _standard_numbers(b)
    if numbers_a and numbers_b:
        return any(_same_or_part(x, y) for x in numbers_a for y in numbers_b)
    return _folded(a) in _folded(b) or _folded(b) in _folded(a)


def _meet_terms(
    indicator: Indicator,
    a: Requirement,
    line: DeclaredLine | None,
    b: Requirement,
    clause: Clause,
) -> tuple[Requirement, Requirement, bool]:
    """Both sides with the basis and method that the gate compares; True if B's method is needed
    and the scheme does not give it."""
    declared_method = (line.method if line else None) or a.terms.method
    listed = indicator.test_methods.get(clause.standard)
    if not indicator.comparability.restricted:
        foreign = declared_method and not _is_listed(indicator, declared_method)
        terms = (declared_method, listed) if foreign and listed else (None, None)
        return _with_method(a, terms[0]), _with_method(b, terms[1]), False
    if _names_a_basis(indicator):
        a = _with_method(_with_basis(a, line, indicator), None)
        return a, _with_method(_with_basis(b, None, indicator), None), False
    method = declared_method or _baseline_method(indicator)
    if listed and method:
        same = same_method(method, listed)
        return _with_method(a, method), _with_method(b, method if same else listed), False
    unknown = not listed and not clause.baseline and not _domestic(clause.standard)
    return _with_method(a, None), _with_method(b, None), unknown and not clause.silent


def _with_method(requirement: Requirement, method: str | None) -> Requirement:
    return replace(requirement, terms=replace(requirement.terms, method=method))


def _with_basis(
    requirement: Requirement, line: DeclaredLine | None, indicator: Indicator
) -> Requirement:
    """The stated basis, else the one in the indicator's name, else the name itself."""
    stated = (line.basis if line else None) or _stated_basis(requirement)
    if stated is None:
        in_name = BASIS_FROM_NAME.search(indicator.name)
        stated = in_name.group(1) if in_name else indicator.name
    return replace(requirement, terms=replace(requirement.terms, basis=stated))


def _stated_basis(requirement: Requirement) -> str | None:
    if requirement.terms.basis or not isinstance(requirement.content, Pieces):
        return requirement.terms.basis
    bases = {item.requirement.terms.basis for item in requirement.content.items} - {None}
    return bases.pop() if len(bases) == 1 else None


def _names_a_basis(indicator: Indicator) -> bool:
    clauses = (*indicator.benchmarks, *indicator.baseline)
    return any(_stated_basis(clause.requirement) for clause in clauses)


def _is_listed(indicator: Indicator, method: str) -> bool:
    """Does the scheme list this method? Methods it only describes in words contradict none."""
    listed = indicator.test_methods.values()
    numbered = any(_standard_numbers(other) for other in listed)
    return not numbered or any(same_method(method, other) for other in listed)


def _baseline_method(indicator: Indicator) -> str | None:
    methods = (indicator.test_methods.get(clause.standard) for clause in indicator.baseline)
    return next((method for method in methods if method), None)


def _method_assumed(indicator: Indicator, line: DeclaredLine | None, clause: Clause) -> bool:
    stated = line is not None and line.method
    return bool(indicator.test_methods.get(clause.standard)) and not stated


def _domestic(standard: str) -> bool:
    return parse_standard_number(standard.split("（")[0]).level in DOMESTIC_LEVELS


def _no_method(a: Requirement, b: Requirement) -> Comparison:
    return Comparison(
        a=a,
        b=b,
        relation=Relation.UNKNOWN,
        rule=Rule.METHOD_UNKNOWN,
        flags=frozenset({Flag.DATA_MISSING, Flag.METHOD_NOT_STATED}),
        needed=("method_b",),
    )


def _cause(indicator: Indicator, line: DeclaredLine | None, against: Against) -> Cause:
    rule = against.comparison.rule
    if isinstance(against.comparison.a.content, Unread):
        return Cause.ENTERPRISE
    if against.clause.unread:
        return Cause.SCHEME
    if rule in {Rule.METHOD_DIFFERS, Rule.CHARACTERISTIC_DIFFERS}:
        method = line.method if line else None
        unusual = bool(method) and not _is_listed(indicator, method or "")
        return Cause.ENTERPRISE if unusual else Cause.SCHEME
    if rule is Rule.UNIT_INCOMMENSURABLE:
        foreign = not _same_dimension(against.comparison.a.unit, indicator.unit)
        return Cause.ENTERPRISE if foreign else Cause.SCHEME
    if _no_case_shared(against.comparison):
        return Cause.SCHEME
    if indicator.comparability.restricted and rule in {Rule.KIND_DIFFERS, Rule.SCALE_DIFFERS}:
        return Cause.SCHEME
    return Cause.ENTERPRISE


def _no_case_shared(comparison: Comparison) -> bool:
    """Both sides distinguish cases, and none is the other's: 出厂水 against 用户端."""
    a, b = comparison.a.content, comparison.b.content
    if not (isinstance(a, Pieces) and isinstance(b, Pieces)):
        return False
    return not {_folded(i.label) for i in a.items} & {_folded(i.label) for i in b.items}


def _same_dimension(a: str | None, b: str) -> bool:
    try:
        return find_unit(a or "").dimension == find_unit(b).dimension
    except Fact:
        return False


def _domain(a: Requirement, b: Requirement) -> tuple[Decimal | None, Decimal | None] | None:
    """[0, ∞) for quantities that cannot be negative; none where a negative bound is written."""
    for requirement in (a, b):
        content = requirement.content
        if not isinstance(content, Limits):
            return None
        if any(bound is not None and bound < 0 for bound in (content.lo, content.hi)):
            return None
    try:
        natural = natural_domain(find_unit(b.unit or a.unit or ""))
    except Fact:
        return None
    return (Decimal(0), None) if natural is not None and natural.lo == 0 else None


def _standard_numbers(text: str) -> set[str]:
    """Numbers named in a text, without spaces and year: GB/T 5750.6-2023 → GB/T5750.6."""
    found = STANDARD_NUMBER.findall(text.upper().replace("—", "-"))
    return {re.sub(r" |-(19|20)\d\d$", "", number) for number in found}


def _same_or_part(a: str, b: str) -> bool:
    """The same standard, or one a part of the other (GB/T 5750.6 of GB/T 5750)."""
    return a == b or a.startswith(f"{b}.") or b.startswith(f"{a}.")


def _folded(text: str) -> str:
    return re.sub(r"[\s（）()、，,：:]", "", text).lower()
