"""Silence, cases, and every kind of requirement against every other (method.md §1.1, §1.2)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction as F
from typing import Any

import pytest

from duibiao.core.compare.relate import relate
from duibiao.core.compare.relation import Flag, Relation, Rule
from duibiao.core.measure.requirement import Item, Pieces, Requirement
from tests.rules.stated import (
    at_least,
    at_most,
    between,
    by_case,
    code,
    grade,
    nominal,
    not_detected,
    required,
    sampling,
    silent,
    stated,
    unread,
    words,
)

STRICTER, EQUAL, LOOSER = Relation.STRICTER, Relation.EQUAL, Relation.LOOSER
INCOMPARABLE, UNKNOWN = Relation.INCOMPARABLE, Relation.UNKNOWN

KINDS = {
    "upper": at_most("5"),
    "lower": at_least("5"),
    "range": between("1", "5"),
    "nominal": nominal("5", "1", "1"),
    "grade": grade("A", ["A", "B"]),
    "numeric grade": grade("4"),
    "code": code(6, 5),
    "yes": required(),
    "no": required(False),
    "not detected": not_detected("1"),
    "not detected, no limit": not_detected(),
    "sampling": sampling(5, 2, "1", "2"),
    "words": words("无异味"),
    "silent": silent(),
    "unread": unread(),
    "cases": by_case(x={"kind": "upper", "limit": "5"}, y={"kind": "upper", "limit": "9"}),
}
TURNED = {STRICTER: LOOSER, LOOSER: STRICTER}


@pytest.mark.parametrize("a", KINDS)
@pytest.mark.parametrize("b", KINDS)
def test_every_kind_against_every_kind_has_an_answer(a: str, b: str) -> None:
    """field.md §6 第 6 条：任何两类要求都有结论或明确的不可比原因；交换双方，严宽互换。"""
    found, turned = relate(KINDS[a], KINDS[b]), relate(KINDS[b], KINDS[a])
    assert turned.relation is TURNED.get(found.relation, found.relation)
    if found.relation in {INCOMPARABLE, UNKNOWN}:
        assert found.gap_ratio is None
        assert found.flags or found.rule is Rule.SETS_CROSS
    if found.relation is UNKNOWN:
        assert found.needed


@pytest.mark.parametrize(
    ("a", "b"),
    [("upper", "yes"), ("code", "yes"), ("grade", "upper"), ("words", "lower"),
     ("sampling", "upper"), ("numeric grade", "grade"), ("words", "yes")],
)  # fmt: skip
def test_requirements_of_different_kinds_are_refused_with_a_reason(a: str, b: str) -> None:
    """数值对文字、等级对数值、IPX4 对有无：不可比，说明不是同一类要求。"""
    found = relate(KINDS[a], KINDS[b])
    assert (found.relation, found.rule) == (INCOMPARABLE, Rule.KIND_DIFFERS)


@pytest.mark.clause("五(四)-隐1")
@pytest.mark.parametrize(
    ("a", "b", "relation", "rule"),
    [
        pytest.param(silent(), at_most("5"), LOOSER, Rule.MISSING_IN_A, id="企业没规定"),
        pytest.param(at_most("5"), silent(), STRICTER, Rule.MISSING_IN_B, id="多出的指标"),
        pytest.param(silent(), silent(), EQUAL, Rule.BOTH_SILENT, id="都没规定"),
        pytest.param(silent(), required(False), EQUAL, Rule.SETS_EQUAL, id="对方不要求"),
        pytest.param(silent(), required(), LOOSER, Rule.MISSING_IN_A, id="对方要求有"),
        pytest.param(not_detected(), silent(), STRICTER, Rule.MISSING_IN_B, id="未检出对空"),
    ],
)
def test_no_requirement_admits_everything(
    a: Requirement, b: Requirement, relation: Relation, rule: Rule
) -> None:
    """§1.2 第 6、7 行：没有规定不等于相同，也不等于 0；企业缺项为宽于（差距无界）。"""
    found = relate(a, b)
    assert (found.relation, found.rule) == (relation, rule)
    assert found.gap_ratio is None


def test_a_missing_requirement_is_unbounded() -> None:
    """§1.2 第 6 行。"""
    assert relate(silent(), at_most("5")).flags == {Flag.MISSING_IN_A, Flag.UNBOUNDED}
    assert relate(at_most("5"), silent()).flags == {Flag.MISSING_IN_B}


def test_a_limit_the_domain_already_implies_demands_nothing() -> None:
    """§1.2 第 6 行：“≥0”对不会为负的量等于没有要求。"""
    domain = (Decimal(0), None)
    assert relate(silent(), at_least("0"), domain=domain).relation is EQUAL
    assert relate(silent(), at_least("0")).rule is Rule.MISSING_IN_A


def upper(limit: str, **more: Any) -> dict[str, Any]:
    return {"kind": "upper", "limit": limit, **more}


@pytest.mark.parametrize(
    ("a", "b", "relation", "gap"),
    [
        pytest.param(
            by_case(深色=upper("3"), 浅色=upper("4")), by_case(浅色=upper("4"), 深色=upper("5")),
            STRICTER, F(0), id="各情形都不宽，有一个更严",
        ),
        pytest.param(
            by_case(深色=upper("6"), 浅色=upper("5")), by_case(深色=upper("5"), 浅色=upper("4")),
            LOOSER, F(1, 4), id="取最差的一块",
        ),
        pytest.param(
            by_case(深色=upper("3"), 浅色=upper("5")), by_case(深色=upper("4"), 浅色=upper("4")),
            INCOMPARABLE, None, id="一严一宽，不相抵",
        ),
        pytest.param(
            at_most("4"), by_case(深色=upper("5"), 浅色=upper("4")), STRICTER, F(0),
            id="一个值适用于各情形",
        ),
        pytest.param(
            by_case(深色=upper("4")), by_case(深色=upper("4"), 浅色=upper("4")), LOOSER, None,
            id="少了一种情形",
        ),
        pytest.param(
            by_case(深色=upper("3"), 其他=upper("4")), by_case(深色=upper("3"), 浅色=upper("4")),
            EQUAL, F(0), id="其他包括没点名的",
        ),
        pytest.param(
            by_case(x=upper("3"), y={"kind": "unknown"}), by_case(x=upper("4"), y=upper("4")),
            UNKNOWN, None, id="有一块没读出",
        ),
        pytest.param(
            by_case(x=upper("3"), y=upper("4", method="P")),
            by_case(x=upper("4"), y=upper("4", method="Q")), INCOMPARABLE, None,
            id="有一块方法不同",
        ),
    ],
)  # fmt: skip
def test_cases_are_compared_one_by_one(
    a: Requirement, b: Requirement, relation: Relation, gap: F | None
) -> None:
    """§1.1、§1.3：分情形的要求逐块比较，取乘积序；差距是最差一块的差距。"""
    found = relate(a, b)
    assert (found.relation, found.gap_ratio) == (relation, gap)
    assert Flag.PIECEWISE in found.flags


def test_a_case_takes_over_what_is_said_of_the_whole() -> None:
    """写在总要求上的单位、方法、统计方式，各情形都适用。"""
    whole = stated("pieces", pieces={"x": upper("5")}, unit="mg/kg", method="P")
    other = stated("pieces", pieces={"x": upper("4", unit="g/kg", method="P")})
    assert relate(whole, other).relation is STRICTER
    by_q = stated("pieces", pieces={"x": upper("4", unit="g/kg", method="Q")})
    assert relate(whole, by_q).rule is Rule.METHOD_DIFFERS


def test_a_case_named_twice_loses_nothing() -> None:
    """同名情形写了两次，两条都算。"""
    items = tuple(Item(label="x", requirement=at_most(limit)) for limit in ("5", "9"))
    twice = Requirement(text="", content=Pieces(items=items))
    assert relate(twice, twice).relation is EQUAL
    assert relate(by_case(x=upper("5")), twice).relation is LOOSER
